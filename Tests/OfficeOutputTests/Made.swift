import Archives
import Diagnostics
import Planning

@testable import OfficeOutput

/// Both files of a booklet, and what was found.
struct Made {
  let odt: [UInt8]
  let docx: [UInt8]
  let findings: [Diagnostic]

  init(_ booklet: Booklet, pictures: Pictures = Pictures()) {
    var findings: [Diagnostic] = []
    let style = OfficeStyle(findings: &findings)
    odt = ODTWriter(style: style).bytes(of: booklet, pictures: pictures, findings: &findings)
    docx = DOCXWriter(style: style).bytes(of: booklet, pictures: pictures, findings: &findings)
    self.findings = findings.inReadingOrder()
  }

  /// A part of the ODT: `content`, `styles`, `meta`.
  func odt(_ part: String) throws -> String { try Self.part("\(part).xml", of: odt) }

  /// A part of the DOCX: `document`, `footnotes`, `styles`.
  func docx(_ part: String) throws -> String { try Self.part("word/\(part).xml", of: docx) }

  private static func part(_ name: String, of bytes: [UInt8]) throws -> String {
    String(decoding: try Archive(reading: bytes)[name] ?? [], as: UTF8.self)
  }
}
