internal import Diagnostics
package import Tenders

/// Where a file of the site lies, from the site's root, with `/`.
package struct Address: Sendable, Hashable, Comparable {
  package let path: String
  /// For a page that a server shows at any address: what its links begin with, such as `/` or `/tenders/`.
  package let root: String?

  package init(_ path: String, shownAnywhereBelow root: String? = nil) { (self.path, self.root) = (path, root) }

  /// The page of a folder: `tenders/day-service/vision`, or nothing for the home page.
  package static func page(_ folders: String...) -> Address {
    Address((folders.filter { !$0.isEmpty } + ["index.html"]).joined(separator: "/"))
  }

  /// How a page at this address writes a link to another: relative, so that the site works below any address and from
  /// a folder on a disk.
  package func href(to other: Address, fragment: String? = nil) -> String {
    if other.path == path, let fragment { return "#" + fragment.percentEncoded }
    if let root {
      let steps = other.path.split(separator: "/").map { String($0).percentEncoded }
      return root + steps.joined(separator: "/") + (fragment.map { "#" + $0.percentEncoded } ?? "")
    }
    let own = path.split(separator: "/").dropLast()
    let target = other.path.split(separator: "/")
    let shared = zip(own, target.dropLast()).prefix { $0 == $1 }.count
    let steps = Array(repeating: "..", count: own.count - shared) + target.dropFirst(shared).map(String.init)
    let path = steps.map { $0.percentEncoded }.joined(separator: "/")
    return path + (fragment.map { "#" + $0.percentEncoded } ?? "")
  }

  /// Addresses that some file system or server would take for the same one.
  var collisionKey: String { path.lowercased() }

  package static func < (left: Address, right: Address) -> Bool { left.path < right.path }
}

extension String {
  /// Letters, digits and `-._~` as they are, every other byte as `%XX`.
  package var percentEncoded: String {
    var result = ""
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return result
  }

  /// The text with every `%XX` as the byte it stands for.
  var percentDecoded: String {
    var bytes: [UInt8] = []
    var rest = utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let decoded = UInt8(Substring(rest.prefix(2)), radix: 16), rest.count >= 2 {
        bytes.append(decoded)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Site {
  /// Where a file of the site is found on the web; nil where nobody has said where the site will be. A page is published by
  /// the address of its folder.
  package func webAddress(of address: Address, fragment: String? = nil) -> String? {
    guard var base = baseURL?.value else { return nil }
    while base.hasSuffix("/") { base.removeLast() }
    var steps = address.path.split(separator: "/").map { String($0).percentEncoded }
    if steps.last == "index.html" { steps[steps.count - 1] = "" }
    return ([base] + steps).joined(separator: "/") + (fragment.map { "#" + $0.percentEncoded } ?? "")
  }
}
