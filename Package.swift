// swift-tools-version: 6.2
import PackageDescription

/// Every module keeps the same rules: Swift 6 mode, no warning left standing, imports that say who may see what.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// One module of the house, from Sources/NAME. Arrows point down only: a module names the ones it may see.
func module(
  _ name: String, sees dependencies: [Target.Dependency] = [], plugins: [Target.PluginUsage] = []
) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings, plugins: plugins)
}

/// The tests of one module, from Tests/NAMETests, where some folders hold what the tests read.
func tests(
  of name: String, with dependencies: [Target.Dependency] = [], besides folders: [String] = []
) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.init(stringLiteral: name)] + dependencies, exclude: folders,
    swiftSettings: settings)
}

let package = Package(
  name: "tenderpress",
  products: [.executable(name: "tenderpress", targets: ["tenderpress"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    .systemLibrary(name: "CCmarkGFM"),
    .systemLibrary(name: "CMD"),
    .systemLibrary(name: "CSyncFS"),
    .systemLibrary(name: "CXLSXWriter"),
    .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0"),
    .systemLibrary(name: "CYAML"),
    .systemLibrary(name: "CZip"),

    module("Escaping"),
    module("Diagnostics", sees: ["Escaping"]),
    module("Paths"),
    module("Digests", sees: ["CMD"]),
    module("System", sees: ["CSyncFS", "Diagnostics", "Digests", "Paths"]),
    module("Markdown", sees: ["CCmarkGFM", "Diagnostics"]),
    module("Content", sees: ["CYAML", "Diagnostics", "Escaping", "Markdown"]),
    module("Drawings", sees: ["CXML", "Diagnostics", "Escaping"]),
    module("Tenders", sees: ["Content", "Diagnostics", "Markdown"]),
    module("Planning", sees: ["Content", "Diagnostics", "Escaping", "Markdown", "Paths", "Tenders"]),
    module(
      "Checks", sees: ["Content", "Diagnostics", "Markdown", "Planning", "Tenders"], plugins: ["EmbedRules"]),
    module(
      "HTMLOutput",
      sees: [
        "Content", "Diagnostics", "Escaping", "Markdown", "Planning", "Tenders",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      plugins: ["EmbedTemplates"]),
    module(
      "TypstOutput", sees: ["Diagnostics", "Digests", "Escaping", "Markdown", "Planning", "Tenders"],
      plugins: ["EmbedTemplates"]),
    module("Archives", sees: ["CZip"]),
    module(
      "OfficeOutput", sees: ["Archives", "Content", "Diagnostics", "Escaping", "Markdown", "Planning", "Tenders"],
      plugins: ["EmbedTemplates"]),
    module("DataOutput", sees: ["Content", "Diagnostics", "Escaping", "Markdown", "Planning", "Tenders"]),
    module("SpreadsheetOutput", sees: ["CXLSXWriter", "Content", "Diagnostics", "Markdown", "Tenders"]),
    module(
      "Building",
      sees: [
        "Archives", "Checks", "Content", "DataOutput", "Diagnostics", "Digests", "Drawings", "Escaping", "HTMLOutput",
        "Markdown", "OfficeOutput", "Paths", "Planning", "SpreadsheetOutput", "System", "Tenders", "TypstOutput",
      ]),
    module(
      "Commands",
      sees: [
        "Building", "Diagnostics", "Planning", "System",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(name: "tenderpress", dependencies: ["Commands", "System"], swiftSettings: settings),

    .executableTarget(name: "embed", swiftSettings: settings),
    .plugin(name: "EmbedTemplates", capability: .buildTool(), dependencies: ["embed"]),
    .plugin(name: "EmbedRules", capability: .buildTool(), dependencies: ["embed"]),

    .target(
      name: "TestSupport",
      dependencies: ["Content", "Diagnostics", "Digests", "Markdown", "Paths", "System", "Tenders"],
      path: "Tests/TestSupport",
      swiftSettings: settings),
    tests(of: "TestSupport"),
    tests(of: "Escaping", with: ["TestSupport"]),
    tests(of: "Diagnostics", with: ["TestSupport"]),
    tests(of: "Paths", with: ["TestSupport"]),
    tests(of: "Markdown", with: ["Diagnostics", "TestSupport"]),
    tests(of: "Content", with: ["Diagnostics", "Markdown", "TestSupport"]),
    tests(of: "Drawings", with: ["Diagnostics", "TestSupport"]),
    tests(of: "Tenders", with: ["Content", "Diagnostics", "Markdown", "TestSupport"]),
    tests(of: "Planning", with: ["Diagnostics", "Markdown", "Tenders", "TestSupport"]),
    tests(
      of: "Checks", with: ["Content", "Diagnostics", "Markdown", "Planning", "Tenders", "TestSupport"],
      besides: ["Cases", "Changes", "Golden", "Prose"]),
    tests(of: "System", with: ["Diagnostics", "Digests", "TestSupport"]),
    tests(
      of: "TypstOutput", with: ["Building", "Diagnostics", "Markdown", "Planning", "System", "Tenders", "TestSupport"],
      besides: ["Golden"]),
    tests(of: "Archives"),
    tests(
      of: "OfficeOutput",
      with: ["Archives", "Content", "Diagnostics", "HTMLOutput", "Markdown", "Planning", "Tenders", "TestSupport"],
      besides: ["Golden"]),
    tests(of: "HTMLOutput", with: ["Diagnostics", "Markdown", "Planning", "TestSupport"], besides: ["Golden"]),
    tests(of: "DataOutput", with: ["Diagnostics", "Planning", "TestSupport", "Tenders"]),
    tests(of: "SpreadsheetOutput", with: ["Archives", "Diagnostics", "TestSupport", "Tenders"]),
    .testTarget(
      name: "FuzzTests",
      dependencies: [
        "Archives", "Content", "Diagnostics", "Drawings", "HTMLOutput", "Markdown", "OfficeOutput", "Planning",
        "Tenders", "TestSupport", "TypstOutput",
      ],
      exclude: ["Corpus"],
      swiftSettings: settings),
    .testTarget(
      name: "tenderpressTests",
      dependencies: [
        "tenderpress", "Archives", "Checks", "Commands", "Content", "DataOutput", "Diagnostics", "Digests",
        "HTMLOutput",
        "Markdown", "Planning", "System", "Tenders", "TestSupport",
      ],
      exclude: ["Golden", "Packs"],
      swiftSettings: settings),
  ]
)
