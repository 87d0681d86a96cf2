import TestSupport
import Testing

/// What somebody adds to a schema appears on the page, with its title and its value, with no change to the program.
struct SiteSchemaTests {
  /// A place in a schema: the text before which lines are put in.
  struct Addition: CustomTestStringConvertible, Sendable {
    let title: String
    var schema = "cluster"
    /// The first place at which this text stands after `after`; the lines go right before it.
    let before: String
    var after = ""
    let lines: String
    /// The fields of the sheet.
    let sheet: String
    /// What the page must say, in this order.
    let says: [String]
    var testDescription: String { title }
  }

  static let additions: [Addition] = [
    Addition(
      title: "a text", before: "  status:\n", lines: "  nickname: {title: Nickname of old, type: string}\n",
      sheet: "nickname: Silicon Fjord",
      says: ["Nickname of old", "Silicon Fjord"]),
    Addition(
      title: "a long text", before: "  status:\n", lines: "  story: {title: Founding story, type: string}\n",
      sheet: "story: " + String(repeating: "Once upon a time. ", count: 10), says: ["Founding story", "Once upon a time."]),
    Addition(
      title: "a number", before: "  status:\n", lines: "  masts: {title: Number of masts, type: integer}\n",
      sheet: "masts: 123456",
      says: ["Number of masts", "123,456"]),
    Addition(
      title: "a choice with labels", before: "  status:\n",
      lines:
        "  climate:\n    title: Climate of trust\n    type: string\n    enum: [hot, cold]\n    x-labels: {hot: Warm hearts, cold: Cold hands}\n",
      sheet: "climate: hot", says: ["Climate of trust", "Warm hearts"]),
    Addition(
      title: "a choice without labels", before: "  status:\n",
      lines: "  climate: {title: Climate of trust, type: string, enum: [very-hot, cold]}\n", sheet: "climate: very-hot",
      says: ["Climate of trust", "Very hot"]),
    Addition(
      title: "a list of texts", before: "  status:\n",
      lines: "  prizes: {title: Prizes won, type: array, items: {type: string}}\n", sheet: "prizes: [Golden anchor, Silver oar]",
      says: ["Prizes won", "Golden anchor", "Silver oar"]),
    Addition(
      title: "a list of objects", before: "  status:\n",
      lines: """
          festivals:
            title: Festivals held
            type: array
            items:
              type: object
              properties:
                what: {title: Festival, type: string}
                visitors: {title: Visitors counted, type: integer}
                place: {title: Ground, type: object, properties: {street: {title: Street, type: string}, no: {title: House, type: integer}}}
                guests: {title: Guests of honour, type: array, items: {type: string}}

        """, sheet: "festivals: [{what: Sea days, visitors: 65000, place: {street: Quay Road, no: 7}, guests: [Ada, Bo]}]",
      says: [
        "Festivals held", "Festival", "Visitors counted", "Ground", "Guests of honour", "Sea days", "65,000", "Quay Road", "7",
        "Ada, Bo",
      ]),
    Addition(
      title: "a component under players", before: "      research:\n", after: "  players:\n",
      lines: "      brokers:\n        title: Honest brokers\n        type: array\n        items: {$ref: \"#/$defs/player\"}\n",
      sheet: "players: {brokers: [{name: Agency of the Middle}]}",
      says: ["Honest brokers", "Players", "Honest brokers", "Agency of the Middle"]),
    Addition(
      title: "a component under resources", before: "      regional:\n", after: "  resources:\n",
      lines:
        "      digital:\n        title: Digital resources\n        type: array\n        items: {$ref: \"#/$defs/resource\"}\n",
      sheet: "resources: {digital: [{name: Cable landing, description: Three cables end here.}]}",
      says: ["Digital", "Resources", "Digital resources", "Cable landing", "Three cables end here."]),
    Addition(
      title: "an object in an object", before: "  status:\n",
      lines: """
          harbour:
            title: Harbour works
            type: object
            properties:
              depth: {title: Depth of water, type: number}
              crane:
                title: Great crane
                type: object
                properties: {lift: {title: Lifting power, type: string}, makers: {title: Makers, type: array, items: {type: string}}}

        """, sheet: "harbour: {depth: 12.5, crane: {lift: 300 tonnes, makers: [Volund]}}",
      says: ["Harbour works", "Depth of water", "12.5", "Great crane", "Lifting power", "300 tonnes", "Makers", "Volund"]),
    Addition(
      title: "an object with keys of the author's own", before: "  status:\n",
      lines: "  mottos: {title: Mottos by year, type: object, additionalProperties: {type: string}}\n",
      sheet: "mottos: {first_motto: Onward, second_motto: Upward}",
      says: ["Mottos by year", "First motto", "Onward", "Second motto", "Upward"]),
    Addition(
      title: "a field of every player", before: "      name:\n", after: "  player:\n    title: Player\n",
      lines: "      motto: {title: Motto, type: string}\n      offices: {title: Offices, type: array, items: {type: string}}\n",
      sheet: "players: {businesses: [{name: Acme, kind: large, motto: We try, offices: [Lund, Kiel]}]}",
      says: ["Acme", "Motto", "We try", "Offices", "Lund, Kiel"]),
    Addition(
      title: "a field of every resource", before: "      name:\n", after: "  resource:\n    title: Resource\n",
      lines: "      owner: {title: Owner, type: object, properties: {who: {title: Who owns it, type: string}}}\n",
      sheet: "resources: {human: [{name: School, owner: {who: The county}}]}",
      says: ["School", "Owner", "Who owns it", "The county"]),
    Addition(
      title: "a field of the location", before: "      subdivisions:\n", after: "  location:\n",
      lines:
        "      altitude: {title: Height above the sea, type: integer}\n      quarters: {title: Quarters of town, type: array, items: {type: object, properties: {name: {title: Quarter, type: string}, people: {title: Residents, type: integer}}}}\n",
      sheet: "location: {countries: [DK], altitude: 12, quarters: [{name: Nordhavn, people: 4000}]}",
      says: ["Quarters of town", "Nordhavn", "4,000"]),
    Addition(
      title: "a field of the size", before: "      basis:\n", after: "  size:\n",
      lines: "      trend: {title: Trend of size, type: string}\n",
      sheet: "size: {class: large, basis: judgement, trend: Falling, note: A guess.}",
      says: ["Large", "judgement", "A guess.", "Trend of size", "Falling"]),
    Addition(
      title: "a field of a policy", schema: "policy", before: "  authority:\n",
      lines: "  songs: {title: Songs sung for it, type: array, items: {type: string}}\n",
      sheet: "songs: [Hymn]", says: ["Songs sung for it", "Hymn"]),
    Addition(
      title: "a field of a concept", schema: "concept", before: "  authors:",
      lines:
        "  critics:\n    title: Critics of note\n    type: array\n    items: {type: object, properties: {who: {title: Critic, type: string}, why: {title: Ground for it, type: string}}}\n",
      sheet: "critics: [{who: Martin, why: Chaotic}]", says: ["Critics of note", "Critic", "Ground for it", "Martin", "Chaotic"]),
  ]

  @Test(arguments: additions)
  func whatTheSchemaGainsAppearsOnThePage(addition: Addition) async throws {
    let path = "Sheets/schemas/\(addition.schema).schema.yaml"
    let schema = Repository.text(path)
    let start =
      addition.after.isEmpty ? schema.startIndex : schema.index(before: try #require(schema.range(of: addition.after)).upperBound)
    let place = try #require(schema.range(of: "\n" + addition.before, in: start..<schema.endIndex))
    let grown = schema[...place.lowerBound] + addition.lines + schema[schema.index(after: place.lowerBound)...]
    let folder = ["cluster": "clusters", "policy": "policies", "concept": "concepts"][addition.schema] ?? ""
    var project = await TestProject.with([
      (path, String(grown)), ("Sheets/\(folder)/example.md", "---\naim: draft\nname: Example\n\(addition.sheet)\n---\n"),
    ])
    project.includesDrafts = true
    #expect(await project.diagnostics().map(\.message) == [])
    let page = PageText(try #require(await project.site()["\(folder)/example.html"])).main
    var rest = page[...]
    for words in addition.says {
      guard let found = rest.range(of: words) else {
        Issue.record("'\(words)' does not stand on the page, or not in its turn: \(page)")
        return
      }
      rest = rest[found.upperBound...]
    }
  }

  /// Every text and number of the repository's own sheets stands on the sheet's page; choices and references stand there under their labels.
  @Test func noValueOfARealSheetIsMissingOnItsPage() async throws {
    let project = await RealSite.project.value
    let analysis = await project.analyze()
    let site = await RealSite.pages.value
    var missing: [String] = []
    for sheet in analysis.atlas.sheets where sheet.id.kind != .theme && !sheet.isDraft {
      let html = try #require(site["\(sheet.id.kind.collection)/\(sheet.id.id).html"])
      let page = PageText(html)
      let text = RealSite.squeezed(page.main + " " + page.attributes)
      for value in RealSite.freeValues(of: sheet, analysis) {
        let words = RealSite.squeezed(value.text)
        // Without the space behind it, a word may join with the next in one letter of its script.
        if text.contains(words) || text.utf8.firstRange(of: words.utf8) != nil { continue }
        missing.append("\(sheet.path) \(value.path): \(value.text.prefix(60))")
      }
    }
    #expect(missing == [])
  }
}
