package import Diagnostics

/// What any file may say about itself.
package struct CommonFacts: Declared {
  package static let name = "a page"

  package let title: Written<String>
  package let summary: Written<String>
  package let language: Written<String>
  package let order: Written<Int>
  package let published: Written<Moment>
  package let updated: Written<Moment>
  package let reviewBy: Written<Moment>
  package let owner: Written<String>
  package let isDraft: Written<Bool>
  package let aliases: Written<[Located<String>]>
  package let covers: Written<[Located<Topic>]>
  package let extra: Written<Freeform>
  package let accepts: Written<[AcceptanceFacts]>

  package init(_ read: inout Reading) { self.init(&read, on: .itsPage) }

  /// `shown` is where the file's text stands.
  init(_ read: inout Reading, on shown: Shown) {
    title = read("title", .words, .optional, shown, "What the page is called.")
    summary = read("summary", .words, .optional, shown, "What the page says, in one sentence.")
    language = read(
      "lang", .language, .optional, shown, "The language of the text, where it is not that of the site.")
    order = read(
      "order", .whole, .optional, .steers("the order of files of one kind"), "Where it stands among its fellows.")
    published = read("published", .moment, .optional, shown, "The day on which it was first published.")
    updated = read("updated", .moment, .optional, shown, "The day on which it was last changed.")
    reviewBy = read(
      "review-by", .moment, .optional, .steers("who is told when it is old"),
      "The day by which somebody looks at it again.")
    owner = read("owner", .words, .optional, .steers("who is told when it is old"), "The role that looks after it.")
    isDraft = read("draft", .flag, .optional, .steers("whether it is published"), "Whether it is kept back for now.")
    aliases = read(
      "aliases", .list(of: .words), .optional, .steers("where old links lead"), "Old addresses that lead here.")
    covers = read(
      "covers", .list(of: .choice), .optional, .steers("what rules look for elsewhere"), "Topics that this page treats."
    )
    extra = read(
      "extra", .anything, .optional, .steers("templates of your own"), "Keys of your own, for templates of your own.")
    accepts = read(
      "accepts", .groups(), .optional, .steers("the report of the checks"),
      "Findings that you have decided to live with.")
    // What stands on a page with others has no address that could be an old one.
    if case .on = shown { read.leaveOut("aliases") }
  }
}

/// A text that other texts show. What stands over it is for those who write: readers meet the text alone.
package struct SharedFacts: Declared {
  package static let name = "a shared text"

  package let title: Written<String>
  package let summary: Written<String>
  package let common: CommonFacts

  package init(_ read: inout Reading) {
    let shown = Shown.steers("which text a colleague picks to show")
    title = read("title", .words, .optional, shown, "What colleagues call it.")
    summary = read("summary", .words, .optional, shown, "What it says, in one sentence.")
    common = CommonFacts(&read)
    read.leaveOut("published", "updated", "aliases")
  }
}

/// A recorded decision to live with a finding.
package struct AcceptanceFacts: Declared {
  package static let name = "accepts"

  package let rule: Written<String>
  package let value: Written<String>
  package let reason: Written<String>
  package let by: Written<String>
  package let date: Written<Moment>

  package init(_ read: inout Reading) {
    let shown = Shown.steers("the report of the checks")
    rule = read("rule", .words, .always, shown, "The code of the finding, such as W02.")
    value = read("value", .words, .always, shown, "The value that it turned on, as the finding shows it.")
    reason = read("reason", .words, .always, shown, "Why you live with it.")
    by = read("by", .words, .always, shown, "The role that decided.")
    date = read("date", .moment, .always, shown, "The day of the decision.")
  }
}

/// site.yml.
package struct SiteFacts: Declared {
  package static let name = "site.yml"

  package let place: Place
  package let title: Written<String>
  package let organisation: Written<String>
  package let baseURL: Written<String>
  package let nation: Written<Nation>
  package let languages: Written<[Located<String>]>
  package let email: Written<String>
  package let accent: Written<String>
  package let logo: Written<String>
  package let favicon: Written<String>
  package let licence: Written<String>
  package let phase: Written<PhaseFacts>
  package let navigation: Written<[SiteLinkFacts]>
  package let footer: Written<[SiteLinkFacts]>
  package let publish: Written<[Located<String>]>
  package let publishesChecks: Written<Bool>
  package let publishesRules: Written<Bool>
  package let thresholds: Written<Freeform>
  package let extra: Written<Freeform>

  package init(_ read: inout Reading) {
    place = read.place
    title = read("title", .words, .always, .everyPage, "What the site is called.")
    organisation = read("organisation", .words, .always, .everyPage, "The council.")
    baseURL = read(
      "base-url", .webAddress, .optional, .elsewhere("the sitemap, the feed and the links of documents"),
      "Where the site is published.")
    nation = read("nation", .choice, .optional, .steers("holidays and the law that rules know"), "Where you are.")
    languages = read(
      "languages", .list(of: .language), .optional, .everyPage, "The languages of the site, the main one first.")
    email = read("email", .email, .optional, .everyPage, "Where people ask for another format.")
    accent = read("accent", .words, .optional, .everyPage, "Your colour, dark enough to read on white.")
    logo = read(
      "logo", .words, .optional, .everyPage,
      "The file of your logo, a picture in the content folder. It stands beside the name of the council.")
    favicon = read(
      "favicon", .words, .optional, .everyPage,
      "The file of the small picture that browsers show beside the title, in the content folder.")
    licence = read(
      "licence", .words, .optional, .everyPage,
      "Under what licence others may use the texts: its name, or its web address.")
    phase = read(
      "phase", .group, .optional, .everyPage,
      "A line below the head of every page, such as that all of it is an example or a trial.")
    navigation = read(
      "navigation", .groups(), .optional, .everyPage, "Links in the head of every page, in the place of the usual ones."
    )
    footer = read(
      "footer", .groups(), .optional, .everyPage,
      "Links in the foot of every page, in the place of those to the pages in the folder pages.")
    publish = read(
      "publish", .list(of: .words), .optional, .steers("which files are published"),
      "Files that are published though no page names them.")
    publishesChecks = read(
      "publish-checks", .flag, .optional, .steers("whether packs show what the checks found"),
      "Whether what the checks found is for everyone to read.")
    publishesRules = read(
      "publish-rules", .flag, .optional, .steers("whether the site shows the rules"),
      "Whether the site shows the rules.")
    thresholds = read(
      "thresholds", .anything, .optional, .steers("what rules measure by"),
      "Your own numbers in the place of the usual ones.")
    extra = read(
      "extra", .anything, .optional, .steers("templates of your own"), "Keys of your own, for templates of your own.")
  }
}

/// What a site says of itself as a whole: that it is an example, or new.
package struct PhaseFacts: Declared {
  package static let name = "phase"

  package let tag: Written<String>
  package let words: Written<String>

  package init(_ read: inout Reading) {
    tag = read("tag", .words, .always, .everyPage, "A word for it, such as Example or Trial.")
    words = read("words", .words, .always, .everyPage, "What readers should know, in a sentence or two.")
  }
}

/// A link in the head or foot of every page.
package struct SiteLinkFacts: Declared {
  package static let name = "a link"

  package let title: Written<String>
  package let page: Written<String>

  package init(_ read: inout Reading) {
    title = read("title", .words, .always, .everyPage, "What the link is called.")
    page = read(
      "page", .words, .always, .everyPage,
      "Where it leads: the path of a page in the content folder, such as guidance/index.md, or a web address.")
  }
}

/// A page of guidance.
package struct GuidanceFacts: Declared {
  package static let name = "a page"

  package let audience: Written<Audience>
  package let common: CommonFacts

  package init(_ read: inout Reading) {
    audience = read(
      "audience", .choice, .optional,
      .elsewhere("the guidance page, under whom it is for, and that audience's booklet"),
      "Whom it is for.")
    common = CommonFacts(&read)
  }
}

/// The words above and the table on the page of the impact map.
package struct ImpactMapFacts: Declared {
  package static let name = "a page"

  package let columns: Written<ImpactRow>
  package let example: Written<[ImpactRow]>
  package let freeRows: Written<Int>
  package let common: CommonFacts

  package init(_ read: inout Reading) {
    columns = read("columns", .group, .optional, .on(.impactMap), "Your own heads of the columns.")
    example = read("example", .groups(), .optional, .on(.impactMap), "Rows that show how to fill it in.")
    freeRows = read(
      "free-rows", .whole, .optional, .on(.impactMap), "How many empty rows follow; two if you do not say.")
    common = CommonFacts(&read)
  }
}

/// A cell for each column of an impact map.
package struct ImpactRow: Declared {
  package static let name = "a row of the impact map"

  private let cells: [ImpactColumn: Written<String>]

  package init(_ read: inout Reading) {
    var cells: [ImpactColumn: Written<String>] = [:]
    for column in ImpactColumn.allCases {
      cells[column] = read(column.rawValue, .words, .optional, .on(.impactMap), column.sentence)
    }
    self.cells = cells
  }

  package subscript(column: ImpactColumn) -> String? { cells[column]?.value }
}

/// The page about the people who were talked to.
package struct EngagementFacts: Declared {
  package static let name = "a page"

  package let events: Written<[Conversation]>
  package let common: CommonFacts

  package init(_ read: inout Reading) {
    events = read("events", .groups(), .optional, .on(.engagement), "Whom you talked to, and what came of it.")
    common = CommonFacts(&read)
  }

  package struct Conversation: Declared {
    package static let name = "an event"

    package let date: Written<Moment>
    package let who: Written<String>
    package let said: Written<String>
    package let changed: Written<String>

    package init(_ read: inout Reading) {
      date = read("date", .moment, .optional, .on(.engagement), "When it was.")
      who = read("who", .words, .always, .on(.engagement), "Who was there.")
      said = read("said", .words, .always, .on(.engagement), "What they said.")
      changed = read("changed", .words, .optional, .on(.engagement), "What you changed because of it.")
    }
  }
}

/// The page about what is there already.
package struct InsightFacts: Declared {
  package static let name = "a page"

  package let assets: Written<[Strength]>
  package let common: CommonFacts

  package init(_ read: inout Reading) {
    assets = read("assets", .groups(), .optional, .on(.insight), "What is there to build on: people, places, groups.")
    common = CommonFacts(&read)
  }

  package struct Strength: Declared {
    package static let name = "an asset"

    package let name: Written<String>
    package let kind: Written<String>
    package let place: Written<String>
    package let offers: Written<String>

    package init(_ read: inout Reading) {
      name = read("name", .words, .always, .on(.insight), "What it is called.")
      kind = read("kind", .words, .optional, .on(.insight), "What kind of thing it is, such as group or building.")
      place = read("where", .words, .optional, .on(.insight), "Where it is.")
      offers = read("offers", .words, .optional, .on(.insight), "What it offers.")
    }
  }
}
