/// Whom guidance is for.
package enum Audience: String, Sendable, CaseIterable {
  case providers, commissioners, councillors

  /// As a heading over what they may want to read.
  package var invitation: String {
    switch self {
    case .providers: "If you provide services"
    case .commissioners: "If you commission them"
    case .councillors: "If you are a councillor"
    }
  }
}
