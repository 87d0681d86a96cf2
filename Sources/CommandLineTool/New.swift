import ArgumentParser
import Diagnostics
import Editing
import Publishing
import SheetModel
import SourceText

/// `clusterbook new KIND ID`.
struct New: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a commented sheet, made from the schema of its kind.",
    discussion: "For example: clusterbook new cluster porto-digital --country BR. An existing file is never overwritten.")

  @Argument(help: "The kind: cluster, policy, initiative, concept, region, case-study or theme.")
  var kind: String

  @Argument(help: "The id: small letters, digits and hyphens; the file's name without .md.")
  var id: String

  @Option(help: ArgumentHelp("The country, as its two letters.", valueName: "code"))
  var country: String?

  @OptionGroup var project: ProjectOptions

  func run() async throws {
    guard let sheetKind = SheetKind(rawValue: kind) else {
      let kinds = SheetKind.allCases.map(\.rawValue)
      let near = Wording.didYouMean(NearestWords.of(kind, among: kinds)).map { "; \($0)" } ?? ""
      throw fail("there is no kind '\(kind)'\(near)\nThe kinds are \(Wording.list(kinds)).")
    }
    guard SheetID.isSlug(id) else {
      let slug = SheetID.slug(of: id)
      throw fail(
        "'\(id)' is no id: small letters, digits and single hyphens only" + (slug.isEmpty ? "" : "; '\(slug)' would be one"))
    }
    let session = try await SetUp.open(project)
    if let country, session.geography.country(country) == nil {
      throw fail("'\(country)' is no country code of ISO 3166-1, such as FR")
    }
    guard let schema = session.schemas[sheetKind.rawValue] else { throw fail("there is no schema of kind '\(kind)'") }
    let text = NewSheet.text(id: SheetID(sheetKind, id), schema: schema, country: country, today: session.today)
    let path = "\(sheetKind.folder)/\(id).md"
    do {
      try SourceWriter.create(session.project.root + "/" + path, bytes: Array(text.utf8))
    } catch {
      throw fail(error.description)
    }
    Console.out(path)
  }

  private func fail(_ message: String) -> Exit {
    Console.log("error: " + message)
    return Exit(status: .setup)
  }
}
