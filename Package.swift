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
  ("EcosystemSchema", ["SourceText", "Markup", "Diagnostics", "FrontMatter"]),
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
  (
    "History",
    [
      "SourceText", "Markup", "Diagnostics", "Workspace", "FrontMatter", "MarkdownBody", "EcosystemSchema", "SheetModel",
    ]
  ),
  ("Publishing", ["CPlatform"]),
  (
    "CommandLineTool",
    [
      "CPlatform", "SourceText", "Diagnostics", "Workspace", "FrontMatter", "Templates", "EcosystemSchema", "SheetModel",
      "Linking",
      "SheetAnalysis", "Rendering", "Editing", "History", "Publishing",
    ]
  ),
]

/// What comes from outside, and the one target that may import it.
let libraries: [String: Target.Dependency] = [
  "Templates": .product(name: "Mustache", package: "swift-mustache"),
  "CommandLineTool": .product(name: "ArgumentParser", package: "swift-argument-parser"),
]

/// Folders of tests that hold no code: specs, golden files and projects, read from disk by the tests beside them.
let foldersOfTests: [String: [String]] = [
  "Diagnostics": ["Golden"], "FrontMatter": ["Specs"], "MarkdownBody": ["Specs"], "EcosystemSchema": ["Specs", "Suite"],
  "SheetModel": ["Specs"], "Linking": ["Specs"], "SheetAnalysis": ["Specs"], "Templates": ["Specs"],
  "Rendering": ["Golden", "Specs"],
  "History": ["Golden"], "CommandLineTool": ["Project", "Transcripts"],
]

/// Warnings are errors for those who keep the project (`make lint`, CI), not on a newcomer's newer compiler.
let settings: [SwiftSetting] = Context.environment["CLUSTERBOOK_STRICT"] == nil ? [] : [.treatAllWarnings(as: .error)]

let package = Package(
  name: "clusterbook",
  platforms: [.macOS(.v15)],
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
    .target(name: "TestSupport", dependencies: arrow.map { .byName(name: $0.name) }, swiftSettings: settings),
    .executableTarget(name: "clusterbook", dependencies: ["CommandLineTool"], swiftSettings: settings),
    // No product: how the checks stand up to thousands of broken sheets (`make bench-mutations`).
    .executableTarget(
      name: "MutationBenchmark",
      dependencies: [
        "SourceText", "Diagnostics", "Workspace", "FrontMatter", "EcosystemSchema", "SheetModel", "SheetAnalysis",
        "CommandLineTool", "TestSupport",
      ]
      .map { .byName(name: $0) },
      path: "Benchmarks/MutationBenchmark", swiftSettings: settings),
    .testTarget(
      name: "TidyTests", dependencies: ["Diagnostics", "SourceText", "CommandLineTool", "TestSupport"], swiftSettings: settings),
  ]
    + arrow.map { target in
      .target(
        name: target.name,
        dependencies: target.imports.map { .byName(name: $0) } + (libraries[target.name].map { [$0] } ?? []),
        swiftSettings: settings)
    }
    + arrow.map { target in
      // Tests see what their target imports; golden specs lie beside them and are read from disk.
      .testTarget(
        name: target.name + "Tests",
        dependencies: [.byName(name: target.name), "TestSupport"] + target.imports.map { .byName(name: $0) },
        exclude: foldersOfTests[target.name] ?? [],
        swiftSettings: settings)
    },
  swiftLanguageModes: [.v6]
)
