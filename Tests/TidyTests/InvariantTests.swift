import CommandLineTool
import Diagnostics
import TestSupport
import Testing

/// The invariants of ARCHITECTURE.md that text can show.
struct InvariantTests {
  private let sources = SourceTree.swiftFiles(under: "Sources")

  @Test func everyFileIsFound() {
    #expect(sources.count > 150)
    #expect(sources.contains { $0.path == "Sources/FrontMatter/YAMLReader.swift" })
  }

  @Test(arguments: [
    ("CLibYAML", ["Sources/FrontMatter/YAMLReader.swift", "Sources/FrontMatter/YAMLProblem.swift"]),
    ("CCmarkGFM", ["Sources/MarkdownBody/MarkdownParser.swift"]),
    ("Mustache", ["Sources/Templates/MustacheEngine.swift"]),
  ])
  func aLibraryIsImportedInOnePlace(library: String, places: [String]) {
    let importers = sources.filter { $0.imports.contains(library) }.map(\.path)
    #expect(Set(importers).isSubset(of: Set(places)))
    #expect(!importers.isEmpty)
  }

  @Test func argumentsAreParsedInOneTarget() {
    #expect(Set(sources.filter { $0.imports.contains("ArgumentParser") }.map(\.target)) == ["CommandLineTool"])
  }

  @Test func onlyTheReaderTheWriterAndTheFacesTouchTheSystem() {
    let allowed: Set<String> = [
      "Workspace", "Publishing", "CommandLineTool", "History", "Processes", "Printing", "Preview", "LanguageService",
    ]
    let system: Set<String> = ["Glibc", "Darwin", "Foundation", "FoundationEssentials", "Dispatch"]
    let offenders = sources.filter { !allowed.contains($0.target) && !$0.imports.isDisjoint(with: system) }.map(\.path)
    #expect(offenders == [])
  }

  @Test func nothingImportsFoundation() {
    #expect(sources.filter { $0.imports.contains("Foundation") || $0.imports.contains("FoundationEssentials") }.map(\.path) == [])
  }

  @Test func safetyIsNotSwitchedOff() {
    for words in ["@unchecked Sendable", "nonisolated(unsafe)", "try!", "as!", "unowned(unsafe)", "swift-format-ignore"] {
      #expect(sources.filter { $0.code.contains(words) }.map(\.path) == [], "\(words)")
    }
  }

  @Test func nothingIsPublic() {
    let words = ["func", "var", "let", "struct", "enum", "final class", "class", "actor", "protocol", "init", "static"].map {
      "public \($0)"
    }
    #expect(sources.filter { file in words.contains { file.code.contains($0) } }.map(\.path) == [])
  }

  @Test func theModelHoldsNoAny() {
    let targets: Set<String> = [
      "SourceText", "Diagnostics", "FrontMatter", "MarkdownBody", "EcosystemSchema", "SheetModel", "Linking", "SheetAnalysis",
      "Rendering",
    ]
    // The name of the Unicode property stands in quotes.
    let any = try? Regex("[^a-zA-Z.\"]Any[^a-zA-Z\"]")
    let offenders = sources.filter { file in targets.contains(file.target) && (any.map { file.code.contains($0) } ?? true) }.map(
      \.path)
    #expect(offenders == [])
  }

  /// Within a file a parser may throw to itself; what other targets call returns a value with its diagnostics.
  @Test func parsersAndRulesDoNotThrow() {
    let world: Set<String> = [
      "Workspace", "Publishing", "CommandLineTool", "History", "Printing", "Preview", "LanguageService", "clusterbook",
      "TestSupport",
    ]
    let offenders = sources.filter { file in
      !world.contains(file.target)
        && file.code.split(separator: "\n").contains {
          $0.contains("package ") && ($0.contains(" throws ") || $0.contains(" throws("))
        }
    }.map(\.path)
    #expect(offenders == [])
  }

  @Test func onlySourceTextCountsLinesAndColumns() {
    let exempt: Set<String> = ["Sources/FrontMatter/YAMLReader.swift", "Sources/MarkdownBody/MarkdownParser.swift"]
    let offenders = sources.filter { file in
      file.target != "SourceText" && file.target != "TestSupport" && !exempt.contains(file.path)
        && ["line + 1", "column + 1", "lineNumber + 1"].contains { file.code.contains($0) }
    }.map(\.path)
    #expect(offenders == [])
  }

  @Test func filesAreShort() {
    let tooLong = sources.filter { $0.lineCount > ($0.path.contains("/Rules/") ? 150 : 400) }.map {
      "\($0.path): \($0.lineCount)"
    }
    #expect(tooLong == [])
  }

  @Test func targetsHaveTellingNames() {
    let empty: Set<String> = ["Core", "Utils", "Common", "Helpers", "Manager"]
    let targets = Set(sources.map(\.target))
    #expect(targets.isDisjoint(with: empty))
    for target in targets {
      let type = sources.filter { $0.target == target }.first { file in
        ["struct", "enum", "class", "actor", "protocol"].contains {
          file.code.contains("package \($0) \(target) ") || file.code.contains("package \($0) \(target):")
        }
      }
      #expect(type == nil, "a type has the name of its target \(target)")
    }
  }

  @Test func everyRuleIsAFileOfItsOwn() {
    let files = sources.filter { $0.code.contains("Rule(\n    id: \"") }
    for file in files {
      #expect(file.code.split(separator: "Rule(\n    id: \"").count == 2, "\(file.path) holds more than one rule")
    }
    #expect(files.count == RuleCatalogue.all.count)
  }

  @Test func ruleIdsAreKebabCaseAndUnique() {
    let ids = RuleCatalogue.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    for id in ids { #expect(id.allSatisfy { $0 == "-" || ($0.isASCII && $0.isLowercase) || $0.isNumber }, "\(id)") }
  }

  @Test func ruleTitlesAreSentencesWithoutAFullStop() {
    for rule in RuleCatalogue.all {
      #expect(!rule.title.hasSuffix(".") && rule.title.first?.isLowercase != true, "\(rule.id)")
      #expect(rule.why.hasSuffix(".") || rule.why.hasSuffix("`."), "\(rule.id): \(rule.why.suffix(20))")
    }
  }
}
