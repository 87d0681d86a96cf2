import Linking
import SheetModel
import TestSupport
import Testing

@Suite struct RelatedClustersTests {
  private func cluster(
    _ id: String, theme: String = "ict-nano", country: String = "DK", lat: Double = 55, _ fields: String = "founded: 1990"
  ) -> (path: String, text: String) {
    (
      "Sheets/clusters/\(id).md",
      """
      ---
      aim: draft
      name: Cluster \(id)
      theme: \(theme)
      location: {countries: [\(country)], seat: {city: A town, lat: \(lat), lon: 10}}
      \(fields)
      ---

      """
    )
  }

  private func related(_ files: [(path: String, text: String)]) async -> RelatedClusters {
    let atlas = await TestProject.with(files).analyze().atlas
    return RelatedClusters(atlas.sheets, atlas, ClusterNetwork(atlas.sheets, atlas))
  }

  /// The reasons for each related cluster, in short.
  private func reasons(_ id: String, _ related: RelatedClusters) -> [String] {
    related.related(to: SheetID(.cluster, id)).entries.map { entry in
      let said = entry.reasons.map { reason in
        switch reason {
        case .relation(let tie): "relation \(tie.type)"
        case .players(let names): "players \(names.joined(separator: ", "))"
        case .programmes(let numbers): "programmes \(numbers.count)"
        case .concepts(let ids): "concepts \(ids.map(\.id).joined(separator: ", "))"
        case .field(let theme, let region): "\(theme) in \(region)"
        }
      }
      return "\(entry.cluster.id): \(said.joined(separator: "; "))"
    }
  }

  @Test func everyReasonIsNamedAndTheListIsAlphabetical() async {
    let found = await related([
      cluster("m", country: "BR", "relations: [{to: z, type: twinning}]\nplayers: {businesses: [{name: Acme, wikidata: Q1}]}"),
      cluster("z", country: "JP"),
      cluster("y", theme: "creative-industries", country: "US", "players: {investors: [{name: ACME Inc, wikidata: Q1}]}"),
      cluster("b", theme: "creative-industries", country: "CA", "policies: [{policy: pact, role: label}]"),
      cluster("c", theme: "mobility-security", country: "FR", "policies: [{policy: pact, role: label}]"),
      cluster("n", country: "AR"), cluster("o", country: "IN"),
      (path: "Sheets/policies/pact.md", text: "---\naim: draft\nname: Pact\n---\n"),
      (path: "Sheets/concepts/idea.md", text: "---\naim: draft\nname: Idea\nshown_by: [m, b]\n---\n"),
    ])
    #expect(
      reasons("m", found) == [
        "b: concepts idea", "n: ict-nano in latin-america-and-the-caribbean", "y: players Acme", "z: relation twinning",
      ])
    #expect(reasons("z", found) == ["m: relation twinning"])
    #expect(reasons("b", found) == ["c: programmes 1", "m: concepts idea", "y: creative-industries in northern-america"])
    #expect(reasons("o", found) == [])
  }

  @Test func trivialMatchesAreNone() async {
    let found = await related([
      cluster(
        "a", country: "FR",
        "players: {training: [{name: University}], public_authorities: [{name: French State, kind: national}], research: [{name: CNRS}, {name: INRIA, wikidata: Q1}, {name: Lab X, country: DE}]}"
      ),
      cluster(
        "b", theme: "creative-industries", country: "FR",
        "players: {training: [{name: University}], public_authorities: [{name: French State, kind: national}], research: [{name: C.N.R.S.}, {name: INRIA, wikidata: Q2}, {name: Lab X}]}"
      ),
      cluster("c", theme: "creative-industries", country: "IT", "players: {research: [{name: CNRS}]}"),
      // In a cluster of two countries a name without its country is the name of nobody in particular.
      cluster("d", theme: "mobility-security", country: "FR, DE", "players: {research: [{name: CNRS}]}"),
      cluster("e", theme: "mobility-security", country: "FR", "players: {research: [{name: 'Cnrs (France)'}]}"),
    ])
    #expect(reasons("a", found) == ["e: players CNRS"])
    #expect(reasons("b", found) == [])
    #expect(reasons("d", found) == ["e: mobility-security in western-europe"])
  }

  /// Thirty clusters of one theme and region: twelve are named, the nearest, and the rest is counted.
  @Test func atEqualStrengthTheNearerAreNamed() async {
    let found = await related((10..<40).map { cluster("c\($0)", lat: Double($0)) })
    let answer = found.related(to: SheetID(.cluster, "c20"))
    #expect(answer.entries.map(\.cluster.id) == (14...26).filter { $0 != 20 }.map { "c\($0)" })
    #expect(answer.more == 17 && !answer.isOpen)
  }

  /// In a large group each cluster looks at some that follow it, so that none is favoured; a relation is found all the same.
  @Test func largeGroupsAreLookedAtInPart() async {
    let files = (100..<400).map { cluster("c\($0)", $0 == 100 ? "relations: [{to: c399, type: network}]" : "founded: 1990") }
    let found = await related(files)
    let answer = found.related(to: SheetID(.cluster, "c100"))
    #expect(answer.entries.count == 12 && answer.isOpen && answer.more > 40)
    #expect(answer.entries.contains { $0.cluster.id == "c399" })
    var named: [String: Int] = [:]
    for i in 100..<400 {
      for entry in found.related(to: SheetID(.cluster, "c\(i)")).entries { named[entry.cluster.id, default: 0] += 1 }
    }
    #expect(named.count > 290 && named.values.allSatisfy { $0 < 80 })
  }

  @Test func namesHaveOneForm() {
    #expect(NameKey.of("  Île-de-France  Mobilités (IDFM)") == "ile de france mobilites")
    #expect(NameKey.of("3M") == "3m" && NameKey.of("(A)") == "a" && NameKey.of("") == "")
    #expect(NameKey.of("東京大学") == "東京大学")
  }
}
