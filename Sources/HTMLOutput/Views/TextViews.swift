internal import Content
internal import Planning
internal import Tenders

extension PageRenderer {
  /// A page that an author wrote.
  func text(_ path: String, _ page: PlannedPage) -> [Name: View] {
    let written = (model.pages + model.tenders.flatMap(\.pages)).first { $0.file.path == path }
    return [
      .summary: .words(written?.summary), .body: body(path, in: page.tender, on: page),
      .tender: .words(page.tender.flatMap(model.tender)?.title),
    ]
  }

  func glossary(_ page: PlannedPage) -> [Name: View] {
    [
      .terms: .list(
        model.terms.map { term in
          .record([
            .id: .text(term.id), .term: .text(term.term), .also: .words(term.also.joined(separator: ", ")),
            .source: .words(term.source), .body: body(of: term.id, term.file.path, in: nil, on: page, below: 2),
          ])
        })
    ]
  }
}
