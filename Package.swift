// swift-tools-version: 6.2
import PackageDescription

/// The targets in the order of the data: each imports only targets above it, so a cycle cannot be written.
let arrow: [(name: String, imports: [String])] = [
  ("SourceText", []),
  ("Markup", []),
  ("Diagnostics", ["SourceText", "Markup"]),
  ("Workspace", ["SourceText", "Diagnostics"]),
  ("FrontMatter", ["CLibYAML", "SourceText", "Diagnostics"]),
  ("MarkdownBody", ["CCmarkGFM", "SourceText", "Diagnostics", "Markup"]),
  ("Templates", ["SourceText", "Diagnostics", "Markup"]),
  ("Cartography", ["Markup"]),
  ("EcosystemSchema", ["SourceText", "Diagnostics", "FrontMatter"]),
  ("SheetModel", ["SourceText", "Diagnostics", "FrontMatter", "MarkdownBody", "EcosystemSchema"]),
  ("Linking", ["SourceText", "Diagnostics", "FrontMatter", "MarkdownBody", "EcosystemSchema", "SheetModel", "Cartography"]),
  (
    "SheetAnalysis",
    [
      "SourceText", "Diagnostics", "Workspace", "FrontMatter", "MarkdownBody", "EcosystemSchema", "SheetModel", "Linking",
      "Cartography",
    ]
  ),
  (
    "Rendering",
    [
      "SourceText", "Diagnostics", "Markup", "Workspace", "FrontMatter", "MarkdownBody", "Templates", "Cartography",
      "EcosystemSchema", "SheetModel", "Linking", "SheetAnalysis",
    ]
  ),
  ("Editing", ["SourceText", "Diagnostics", "EcosystemSchema", "SheetModel"]),
  ("Publishing", ["CPlatform"]),
  (
    "CommandLineTool",
    [
      "CPlatform", "SourceText", "Diagnostics", "Workspace", "FrontMatter", "Templates", "EcosystemSchema", "SheetModel", "Linking",
      "SheetAnalysis", "Rendering", "Editing", "Publishing",
    ]
  ),
]

/// What comes from outside, and the one target that may import it.
let libraries: [String: Target.Dependency] = [
  "Templates": .product(name: "Mustache", package: "swift-mustache"),
  "CommandLineTool": .product(name: "ArgumentParser", package: "swift-argument-parser"),
]

let package = Package(
  name: "clusterbook",
  products: [.executable(name: "clusterbook", targets: ["clusterbook"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CCmarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"])]),
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .target(name: "CPlatform"),
    .target(name: "TestSupport", dependencies: arrow.map { .byName(name: $0.name) }),
    .executableTarget(name: "clusterbook", dependencies: ["CommandLineTool"]),
    .testTarget(name: "TidyTests", dependencies: ["CommandLineTool", "TestSupport"]),
  ]
    + arrow.map { target in
      .target(
        name: target.name,
        dependencies: target.imports.map { .byName(name: $0) } + (libraries[target.name].map { [$0] } ?? []))
    }
    + arrow.filter { !["Markup"].contains($0.name) }.map { target in
      .testTarget(
        name: target.name + "Tests", dependencies: [.byName(name: target.name), "TestSupport"]
          + target.imports.filter { !$0.hasPrefix("C") || $0 == "Cartography" }.map { .byName(name: $0) },
        exclude: [])
    },
  swiftLanguageModes: [.v6]
)
