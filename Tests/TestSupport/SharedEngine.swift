internal import Digests
internal import Synchronization
package import System

/// The typesetter that `make test` installs. What it made stays in the user's cache under the sum of what it was made from,
/// so that a test waits for it only when something has changed.
package enum SharedEngine {
  package static func engine() throws(SystemFault) -> Engine {
    switch found {
    case .success(let engine): return engine
    case .failure(let fault): throw fault
    }
  }

  private static let found: Result<Engine, SystemFault> = Result { () throws(SystemFault) in
    let folders = try UserFolders(engines: nil, content: "nowhere", in: .real)
    let engine = try Engine(folder: try folders.engines())
    let cache = try folders.cache()
    return Engine(identity: engine.identity, fonts: engine.fonts) { job throws(SystemFault) in
      let key = key(of: job, engine.identity)
      if let kept = cache?.find(key).flatMap(Kept.init) { return .made(kept.files, pages: kept.pages) }
      let outcome = try engine.run(job)
      if case .made(let files, let pages) = outcome { cache?.keep(Kept(files: files, pages: pages).bytes, under: key) }
      return outcome
    }
  }

  private static func key(of job: Engine.Job, _ identity: String) -> String {
    var sum = SHA256()
    for part in ["tests", identity, job.product.rawValue, "\(job.date)"] { sum.updatePart(part.utf8) }
    for (name, bytes) in job.files.sorted(by: { $0.key < $1.key }) {
      sum.updatePart(name.utf8)
      sum.updatePart(bytes)
    }
    return sum.hex
  }
}

/// What an engine made: a line of numbers, and the files one after another.
private struct Kept {
  let files: [[UInt8]]
  let pages: Int

  init(files: [[UInt8]], pages: Int) { (self.files, self.pages) = (files, pages) }

  init?(_ bytes: [UInt8]) {
    let line = bytes.prefix { $0 != UInt8(ascii: "\n") }
    let numbers = String(decoding: line, as: UTF8.self).split(separator: " ").compactMap { Int($0) }
    guard let pages = numbers.first, numbers.dropFirst().reduce(line.count + 1, +) == bytes.count else { return nil }
    var rest = bytes.dropFirst(line.count + 1)
    files = numbers.dropFirst().map { size in
      defer { rest = rest.dropFirst(size) }
      return Array(rest.prefix(size))
    }
    self.pages = pages
  }

  var bytes: [UInt8] {
    let numbers = [pages] + files.map(\.count)
    return Array((numbers.map(String.init).joined(separator: " ") + "\n").utf8) + files.flatMap(\.self)
  }
}
