internal import Content
internal import Diagnostics

extension ContentFile {
  /// The folder that it lies in, as places name it, with a slash at the end: `content/tenders/day-service/`.
  var folder: String { String(source.name.dropLast(source.name.split(separator: "/").last?.count ?? 0)) }
}
