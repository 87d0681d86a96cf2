import ArgumentParser
import EcosystemSchema
import SheetModel

/// `clusterbook schema [KIND]`.
struct SchemaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of a kind of sheet, for other tools.",
    discussion: """
      One JSON document (draft 2020-12) that needs no other file, made of the project's own schemas. Without a kind: which kinds there are. \
      For example: clusterbook schema cluster > cluster.schema.json.
      """)

  @Argument(help: "The kind: cluster, policy, initiative, concept, region, case-study or theme.")
  var kind: String?

  @OptionGroup var project: ProjectOptions

  func run() async throws {
    let wanted = try kind.map { try List.kind($0) }
    let setUp = try await SetUp.open(project)
    guard let wanted else {
      for kind in SheetKind.allCases where setUp.schemas[kind.rawValue] != nil { Console.out(kind.rawValue) }
      return
    }
    guard let json = SchemaBundle.json(setUp.schemas, kind: wanted.rawValue) else {
      throw Exit.usage("the project has no schema for \(wanted.nounWithArticle)")
    }
    Console.out(bytes: json)
  }
}
