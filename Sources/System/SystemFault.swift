package import Diagnostics
internal import Glibc

/// The world's failure, as a finding: a file that cannot be read, a disk that is full. Thrown only here.
package struct SystemFault: Error {
  package let finding: Diagnostic

  private init(_ finding: Diagnostic) { self.finding = finding }

  package init(_ code: Code, _ message: String, file: String?, help: String) {
    finding = Diagnostic(code, message, at: file.map { Place.start(of: $0) }, help: help)
  }
}

extension Code {
  package static let unreadable = Code("S01", "unreadable")
  package static let tooLarge = Code("S02", "too-large")
  package static let symbolicLink = Code("S03", "symbolic-link")
  package static let badFolder = Code("S04", "bad-folder")
  package static let unwritable = Code("S05", "unwritable")
  package static let inTheWay = Code("S06", "in-the-way")
  package static let busy = Code("S07", "busy")
  package static let noContent = Code("S08", "no-content")
  package static let fileAndFolder = Code("S09", "file-and-folder")
  package static let cannotRun = Code("S10", "cannot-run")
  package static let missingEngine = Code("S11", "missing-engine")
  package static let engineFailed = Code("S12", "engine-failed")
  package static let stopped = Code("S13", "stopped")
  static let badVariable = Code("S14", "bad-variable")
}

extension SystemFault {
  /// What the system said about a file, in plain words.
  static func failed(_ code: Code, to action: String, _ file: String, error: Errno = .last) -> SystemFault {
    let (reason, help) = words(error.number)
    return SystemFault(code, "cannot \(action) this: \(reason)", file: file, help: help)
  }

  /// The same fault, saying what became of the folders, unless it says so already: whoever threw it knows best.
  package func saying(_ state: FolderState) -> SystemFault {
    guard let help = finding.help, !FolderState.allCases.contains(where: { help.contains($0.rawValue) }) else {
      return self
    }
    var finding = finding
    finding.help = "\(help) \(state.rawValue)"
    return SystemFault(finding)
  }

  private static func words(_ error: Int32) -> (reason: String, help: String) {
    switch error {
    case ENOSPC, EDQUOT: ("the disk is full", "Make room on the disk and run this again.")
    case EFBIG: ("the file would be larger than this machine allows", "Raise the limit and run this again.")
    case EACCES, EPERM: ("you are not allowed to", "Ask for the right to do it, or choose another folder.")
    case EROFS: ("this disk can only be read", "Choose a folder on another disk.")
    case ENOENT: ("it is not there", "Look at how the name is spelt.")
    case ENOTDIR: ("it is not a folder", "Choose another name, or move the file away.")
    case ENOTEMPTY: ("there are files in it", "Move them away and run this again.")
    case EISDIR: ("it is a folder", "Choose another name, or move the folder away.")
    case ENAMETOOLONG: ("its name is too long", "Use shorter names.")
    case EMFILE, ENFILE: ("too many files are open", "Run this again with --jobs 1.")
    default: (String(cString: strerror(error)), "Put this right and run it again.")
    }
  }
}

/// How the folders that a build writes into are when it failed, as people should know it.
package enum FolderState: String, CaseIterable, Sendable {
  case unchanged = "Nothing has been changed."
  case sameFiles = "No file has been changed; empty folders may be new or gone."
  case unfinished =
    "The change could be neither finished nor taken back, so that some files may be new now and some old. The next command that you run here finishes it, such as: tenderpress check"
  case leftUnfinished =
    "An earlier build was stopped while files moved. Until that is finished, some files may be new and some old."
}
