import Diagnostics
import SheetModel
import SourceText
import TestSupport
import Workspace

/// Breaks sheets and counts what the checks see.
enum Benchmark {
  private static let mutations = 1_000
  private static let slips = 1_000
  /// In seconds.
  private static let patience = 1.0

  /// How many of the cases that went wrong are shown, for whoever wants to mend them.
  private static let shownMisses = 30

  /// Prints a table; false where one of the numbers is below what the project promises.
  static func run(_ sources: SourceSet, seed: UInt64) async -> Bool {
    let laboratory = await Laboratory(sources)
    let specimens = laboratory.analysis.atlas.sheets.compactMap { sheet -> Specimen? in
      guard let file = sources.file(sheet.path), let schema = laboratory.analysis.schemas[sheet.id.kind.rawValue] else {
        return nil
      }
      return Specimen(sheet: sheet, file: file, places: Slip.places(of: sheet, schema.root))
    }
    print("\(specimens.count) sheets, seed \(seed)\n")
    var misses: [String] = []
    let isSeen = await breakSheets(laboratory, specimens, seed, &misses)
    let isGuessed = await misspell(laboratory, specimens, seed, &misses)
    for miss in misses.prefix(shownMisses) { print(miss) }
    return isSeen && isGuessed
  }

  private static func breakSheets(
    _ laboratory: Laboratory, _ specimens: [Specimen], _ seed: UInt64, _ misses: inout [String]
  ) async -> Bool {
    print(Row.text(["mutation", "tried", "said", "at the place", "share", "slowest"]))
    var holds = true
    for (number, kind) in Mutation.Kind.allCases.enumerated() {
      var random = SeededGenerator(seed: seed &* 31 &+ UInt64(number))
      var (tried, said, met, slowest) = (0, 0, 0, 0.0)
      while tried < mutations {
        guard let specimen = specimens.randomElement(using: &random), let mutation = Mutation.make(kind, of: specimen, &random)
        else { continue }
        tried += 1
        let (found, seconds) = await laboratory.examine(mutation.file)
        slowest = max(slowest, seconds)
        if seconds > patience { misses.append("slow: \(kind.rawValue) of \(mutation.file.path) at \(mutation.span.start)") }
        if !found.isEmpty { said += 1 }
        if found.contains(where: { $0.location.path == mutation.file.path && $0.location.span.meets(mutation.span) }) {
          met += 1
        } else if kind.isSingleKey {
          misses.append(
            "\(mutation.file.path): '\(mutation.file.text(mutation.span))': \(found.first?.message ?? "nothing said")")
        }
      }
      print(Row.text([kind.rawValue, "\(tried)", "\(said)", "\(met)", Row.share(met, tried), Row.milliseconds(slowest)]))
      if slowest > patience || (kind.isSingleKey && met * 10 < tried * 9) { holds = false }
    }
    print("")
    return holds
  }

  private static func misspell(_ laboratory: Laboratory, _ specimens: [Specimen], _ seed: UInt64, _ misses: inout [String]) async
    -> Bool
  {
    print(Row.text(["one slip in a", "tried", "suggested", "right first", "share", "right later"]))
    var holds = true
    for (number, kind) in [Slip.Kind.choice, .reference].enumerated() {
      var random = SeededGenerator(seed: seed &* 37 &+ UInt64(number))
      let places = specimens.flatMap { specimen in specimen.places.filter { $0.kind == kind }.map { ($0, specimen.file) } }
      var (tried, suggested, right, later, untold) = (0, 0, 0, 0, 0)
      while tried < slips, untold < slips {
        guard let (slip, file) = places.randomElement(using: &random) else { break }
        let typo = Typo.random(in: slip.word, &random)
        let mutation = Mutation.replacing(slip.span, in: file, with: Array(typo.utf8))
        let found = await laboratory.examine(mutation.file).found
        guard let diagnostic = found.first(where: { $0.location.path == file.path && $0.location.span.meets(mutation.span) })
        else {
          // Another word of the list: nobody can tell.
          untold += 1
          continue
        }
        tried += 1
        let words = suggestions(of: diagnostic)
        if !words.isEmpty { suggested += 1 }
        if words.first == slip.word {
          right += 1
        } else {
          misses.append("\(slip.word) → \(typo): \(words.joined(separator: ", ")) [\(diagnostic.rule)]")
          if words.contains(slip.word) { later += 1 }
        }
      }
      print(Row.text([kind.rawValue, "\(tried)", "\(suggested)", "\(right)", Row.share(right, tried), "\(later)"]))
      if right * 20 < tried * 19 { holds = false }
    }
    print("")
    return holds
  }

  /// The words in quotes of `did you mean 'a' or 'b'?` and `write 'a'`.
  private static func suggestions(of diagnostic: Diagnostic) -> [String] {
    guard let label = diagnostic.label else { return [] }
    return label.split(separator: "'", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }.map {
      String($0.element)
    }
  }
}

extension Mutation.Kind {
  /// Whether one key or its value was changed, so that the place is certain.
  fileprivate var isSingleKey: Bool { self == .keyRenamed || self == .valueGarbled }
}

extension Span {
  fileprivate func meets(_ other: Span) -> Bool { start <= other.end && other.start <= end }
}
