internal import Content
internal import Planning
internal import Tenders

extension PageRenderer {
  /// A page that an author wrote.
  func text(_ path: String, _ page: PlannedPage) -> [Name: View] {
    if let study = caseStudies[path] { return caseStudy(study, page) }
    return plain(page).merging([.summary: .words(page.summary)]) { $1 }
  }

  /// What the template of plain pages asks for, of a page that has only a text.
  func plain(_ page: PlannedPage) -> [Name: View] {
    [
      .summary: .absent, .body: body(of: page), .tender: .absent, .features: .absent, .isNot: .absent,
      .source: .absent,
    ]
  }

  /// A page of a tender's pack.
  func pack(_ kind: PackPage, of tender: String, _ page: PlannedPage) -> [Name: View] {
    let tender = plan.tender(tender)
    return plain(page).merging([
      .summary: .words(tender?.page(kind)?.summary), .tender: .words(tender?.title),
    ]) { $1 }
  }

  /// A tender's framework, or without a tender the library.
  func framework(of tender: String?, _ page: PlannedPage) -> [Name: View] {
    guard let tender else {
      return plain(page).merging([.summary: .text("Every outcome that our tenders choose from.")]) { $1 }
    }
    return pack(.outcomes, of: tender, page)
  }

  private func caseStudy(_ study: CaseStudy, _ page: PlannedPage) -> [Name: View] {
    [
      .summary: .words(study.page.summary), .body: body(of: page), .tender: .absent,
      .features: texts(study.worked), .isNot: texts(study.better), .source: .words(study.source),
    ]
  }

  func glossary(_ page: PlannedPage) -> [Name: View] {
    let users = plan.pagesByTerm
    return [
      .terms: .list(
        model.terms.map { term in
          .record([
            .id: .text(term.id), .term: .text(term.term), .also: .words(term.also.joined(separator: ", ")),
            .avoid: .words(term.avoid.joined(separator: ", ")), .source: .words(term.source),
            .body: body(of: term.id, term.file.path, in: nil, on: page, below: 2),
            .uses: links(to: users[term.id] ?? [], from: page),
          ])
        })
    ]
  }

  /// The first of the pages that use a term.
  private func links(to users: [PlannedPage], from page: PlannedPage) -> View {
    guard !users.isEmpty else { return .absent }
    return .record([
      .links: .list(
        users.prefix(6).map { user in
          let tender = user.tender.flatMap(plan.tender)
          return link(
            to: user, from: page,
            label: tender.map { user.title == $0.title ? $0.title : "\(user.title), \($0.title)" } ?? user.title)
        })
    ])
  }

  func texts(_ texts: [String]) -> View {
    texts.isEmpty ? .absent : .record([.items: .list(texts.map { .record([.words: .text($0)]) })])
  }
}
