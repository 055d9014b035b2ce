internal import Digests
package import System

extension Engine {
  /// An engine that only pretends: of each source it makes a page, or a picture, that is the same for the same source.
  package static func pretended() throws(SystemFault) -> Engine {
    Engine(identity: "pretended", fonts: try SharedEngine.engine().fonts) { job in
      var sum = SHA256()
      for (name, bytes) in job.files.sorted(by: { $0.key < $1.key }) {
        sum.updatePart(name.utf8)
        sum.updatePart(bytes)
      }
      let pdf = "%PDF-1.7 \(sum.hex) /Type/Pages /Count 1 endobj %%EOF"
      // A picture of one point.
      let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + [0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]
      switch job.product {
      case .pdf: return .made([Array(pdf.utf8)], pages: 1)
      case .pictures: return .made([png + [0, 0, 0, 1, 0, 0, 0, 1] + Array(sum.hex.utf8)], pages: 1)
      }
    }
  }
}
