internal import Content
internal import Diagnostics
internal import Markdown
internal import Tenders

/// The chapters of documents that people fill in: how to do it, and a chapter for each section of each form.
struct FormChapters {
  let tender: Tender
  /// A file's text as it stands in this tender.
  let text: (String) -> Document

  private var writing: Writing { Writing(place: tender.file.place) }

  func chapters(of document: PackDocument) -> [Booklet.Chapter] {
    switch document {
    case .responseForm:
      let form = withQuestions(tender.responseForm)
      let own = zip(tender.forms, tender.formFiles).flatMap { form, file in
        chapters(form, opening: text(file.path).prefixingIDs(with: form.id))
      }
      return [instructions] + chapters(form, opening: said(under: form.title, on: .howToRespond)) + own
        + (maps + tender.priceForms).flatMap { chapters($0) }
    case .monitoringForm:
      return chapters(tender.monitoringForm, opening: said(under: PackComposer.monitoringFormTitle, on: .monitoring))
    case .invitation, .specification, .scoring, .contract, .impactMap, .priceSchedule, .wholePack, .outcomes,
      .questions,
      .criteria, .reviewCopy, .scoringWorkbook:
      return []
    }
  }

  private var maps: [Form] { tender.outcomes.isEmpty ? [] : [tender.impactMapForm] }

  /// What an author says of a form, on the page that shows it, under the heading that data would give it there.
  private func said(under title: String, on page: PackPage) -> Document {
    guard let written = tender.page(page).map({ text($0.file.path) }) else { return Document() }
    let section = written.blocks.drop { $0.anchor != headingID(title) }
    let level = section.first?.headingLevel ?? 0
    let blocks = section.dropFirst().prefix { block in block.headingLevel.map { $0 > level } ?? true }
    return Document(blocks: Array(blocks), footnotes: written.footnotes)
  }

  private func chapters(_ form: Form, opening: Document = Document()) -> [Booklet.Chapter] {
    form.sections.enumerated().map { index, section in
      let id = "form-\(form.id)-\(index + 1)"
      let part = Form(id: id, title: section.title, sections: [section])
      let title = form.sections.count > 1 && form.id != "response" ? "\(form.title): \(section.title)" : section.title
      var chapter = chapter(id, title, [writing.block(.form(part))])
      if index == 0 {
        let form = chapter.document
        chapter.document = opening.withHeadings(from: 2)
        chapter.document.append(form)
      }
      return chapter
    }
  }

  private func chapter(_ id: String, _ title: String, _ blocks: [Block]) -> Booklet.Chapter {
    Booklet.Chapter(id: id, title: title, summary: nil, language: nil, document: Document(blocks: blocks))
  }

  private var instructions: Booklet.Chapter {
    let deadline = tender.deadlineWords().map { "It must be with us by \($0)." } ?? ""
    let way = tender.submission.map { "\($0.words)." } ?? ""
    let steps = [
      "Write in the boxes. On a screen they grow as you write; on paper, add a sheet.",
      "Each question says what it counts, and how long an answer may be. What goes over a limit is not read.",
      "Write as you speak. Nobody is scored on style, spelling or looks.",
      "Send the form back as it is, in any format that can be opened: ODT, DOCX or PDF. \(way) \(deadline)",
    ]
    return chapter("how-to-fill-in", "How to fill in this form", [writing.list(steps)])
  }

  /// Each question in full above the room for its answer.
  private func withQuestions(_ form: Form) -> Form {
    var form = form
    form.sections = form.sections.map { section in
      var section = section
      section.fields = section.fields.map { field in
        guard let question = tender.questions[id: field.id] else { return field }
        var field = field
        field.asked = (question.asks.map { [writing.paragraph(writing.strong($0))] } ?? []) + asked(question)
        return field
      }
      return section
    }
    return form
  }

  /// A question's text. What were headings are strong words: a form's headings are its sections and fields.
  private func asked(_ question: Question) -> [Block] {
    text(question.file.path).mapBlocks { block in
      guard case .heading(let heading) = block.kind else { return nil }
      return [Block(.paragraph([Inline(.strong(heading.content), at: block.place)]), at: block.place)]
    }.blocks
  }
}

extension Block {
  fileprivate var headingLevel: Int? { if case .heading(let heading) = kind { heading.level } else { nil } }
}
