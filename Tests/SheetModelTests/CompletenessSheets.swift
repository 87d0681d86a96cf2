import EcosystemSchema
import FrontMatter
import MarkdownBody
import SheetModel
import SourceText

/// A sheet made of its front matter, and of a text that only cites.
func exampleSheet(_ yaml: String, _ kind: SheetKind = .cluster, field: Field, citing: [String] = []) -> Sheet {
  let text = citing.map { "[@\($0)]" }.joined(separator: " ")
  let file = SourceFile(path: "\(kind.folder)/example.md", text: "---\n\(yaml)\n---\n\n\(text)\n")
  let head = SheetHead.read(file, maximumSize: 1 << 20)
  let body = BodyReader.read(file, span: head.body).body
  return Sheet(id: SheetID(kind, "example"), path: file.path, tree: head.tree ?? .empty, body: body, field: field)
}

func exampleField(
  _ key: String, tier: Tier? = nil, group: String? = nil, fact: Bool = false, required: Bool = false, _ children: [Field] = [],
  items: Field? = nil
) -> Field {
  Field(
    key: key, title: Field.words(key), description: "", types: [], tier: tier, group: group, isFact: fact, isRequired: required,
    children: children,
    items: items)
}

/// A small schema with everything that completeness looks at.
func smallSchema() -> Field {
  func named(_ key: String, tier: Tier?) -> Field {
    exampleField(
      key, tier: tier, group: "players", fact: true,
      items: exampleField("", [exampleField("name", required: true), exampleField("sources")]))
  }
  return exampleField(
    "",
    [
      exampleField("aim", tier: .listed), exampleField("name", tier: .listed, group: "identity"),
      exampleField("aliases", group: "identity"),
      exampleField("founded", group: "identity", fact: true),
      exampleField(
        "location", tier: .listed, group: "location",
        [
          exampleField("countries", tier: .listed, group: "location"),
          exampleField("seat", tier: .listed, group: "location", fact: true, [exampleField("city")]),
          exampleField("nuts", group: "location"),
        ]),
      exampleField(
        "size", tier: .publishable, group: "classification", [exampleField("class", group: "classification", required: true)]),
      exampleField(
        "players", tier: .publishable, group: "players", [named("businesses", tier: .publishable), named("investors", tier: nil)]),
      exampleField("timeline", fact: true, items: exampleField("", [exampleField("year"), exampleField("sources")])),
    ])
}
