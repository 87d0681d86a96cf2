import Linking
import SheetModel
import TestSupport
import Testing

@Suite struct ClusterNetworkTests {
  private func cluster(_ id: String, name: String? = nil, countries: String = "DK", _ fields: String) -> (String, String) {
    (
      "Sheets/clusters/\(id).md",
      "---\naim: draft\nname: \(name ?? "Cluster \(id)")\nlocation: {countries: [\(countries)]}\n\(fields)\n---\n"
    )
  }

  private func network(_ files: [(String, String)], leavingOut: Set<String> = []) async -> ClusterNetwork {
    let atlas = await TestProject.with(files.map { (path: $0.0, text: $0.1) }).analyze().atlas
    return ClusterNetwork(atlas.sheets.filter { !leavingOut.contains($0.id.id) }, atlas)
  }

  /// `from > to: type programme since–until (who says it)`, in the network's order.
  private func words(_ network: ClusterNetwork) -> [String] {
    func name(_ end: ClusterNetwork.End) -> String {
      switch end {
      case .cluster(let id): id
      case .partner(let i): "‘\(network.partners[i].name)’"
      }
    }
    return network.ties.map { tie in
      let years = "\(tie.since.map(String.init) ?? "")–\(tie.until.map(String.init) ?? "")"
      return
        "\(name(tie.from)) > \(name(tie.to)): \(tie.type) \(tie.programme?.id ?? "") \(years) (\(tie.said.map(\.cluster).joined(separator: ", ")))"
    }
  }

  @Test func whatBothSidesSayIsOneTie() async {
    let found = await network([
      cluster("a", "relations: [{to: b, type: network, from: 2006}, {to: b, type: twinning}]"),
      cluster("b", "relations: [{to: a, type: network, until: 2010, programme: pact}]"),
      ("Sheets/policies/pact.md", "---\naim: draft\nname: Pact\n---\n"),
    ])
    #expect(words(found) == ["a > b: network pact 2006–2010 (a, b)", "a > b: twinning  – (a)"])
    #expect(found.ties(of: "b").count == 2)
  }

  @Test func twoAgreementsStayTwo() async {
    let found = await network([
      cluster("a", "relations: [{to: b, type: network, from: 2006}, {to: b, type: network, from: 2012}]"),
      cluster("b", "relations: [{to: a, type: network, from: 2012}, {to: a, type: network, from: 2020}]"),
    ])
    #expect(
      words(found) == ["a > b: network  2006– (a)", "a > b: network  2012– (a, b)", "b > a: network  2020– (b)"])
  }

  @Test func aDirectedTypeIsNoAnswerToItself() async {
    let found = await network([
      cluster("a", "relations: [{to: b, type: part-of}]"), cluster("b", "relations: [{to: a, type: part-of}]"),
    ])
    #expect(words(found) == ["a > b: part-of  – (a)", "b > a: part-of  – (b)"])
    #expect(found.ties.allSatisfy { $0.isDirected })
  }

  @Test func aNameThatASheetBearsMeansTheSheet() async {
    let found = await network([
      cluster(
        "a",
        "relations: [{to: {name: BETA VALLEY, country: SE}, type: network}, {to: {name: Beta Valley, country: US}, type: network}]"
      ),
      cluster("b", name: "Bèta-Valley", countries: "SE", "relations: [{to: {name: Far Bay, country: US}, type: twinning}]"),
      cluster(
        "c",
        "relations: [{to: {name: far bay (FB), country: US}, type: twinning}, {to: {name: Far Bay, country: CA}, type: twinning}]"
      ),
    ])
    #expect(
      words(found) == [
        "a > b: network  – (a)", "a > ‘Beta Valley’: network  – (a)", "b > ‘Far Bay’: twinning  – (b)",
        "c > ‘Far Bay’: twinning  – (c)",
        "c > ‘Far Bay’: twinning  – (c)",
      ])
    #expect(found.partners.map(\.id) == ["beta-valley-us", "far-bay-ca", "far-bay-us"])
  }

  @Test func whatIsNotPublishedIsOnlyCounted() async {
    let found = await network(
      [cluster("a", "relations: [{to: b, type: network}]"), cluster("b", "founded: 1990")], leavingOut: ["b"])
    #expect(found.ties.isEmpty && found.unpublished == 1)
  }

  /// Two hundred clusters under one policy are two hundred memberships and no tie at all.
  @Test func aProgrammeIsAHub() async {
    let files = (0..<200).map { cluster("c\($0)", "policies: [{policy: pact, role: label, from: \(1990 + $0 % 7)}]") }
    let found = await network(files + [("Sheets/policies/pact.md", "---\naim: draft\nname: Pact\n---\n")])
    #expect(found.ties.isEmpty && found.programmes.map(\.id) == ["pact"])
    #expect(found.programmes[0].members.count == 200 && found.programmes(of: "c7") == [0])
    #expect(found.programmes[0].member("c8")?.since == 1991 && found.programmes[0].member("c200") == nil)
  }

  @Test func labelsAndProgrammesOfRelationsAreShared() async {
    let found = await network([
      cluster(
        "a",
        "governance: {label: {scheme: Gold Label, level: gold}}\nrelations: [{to: b, type: joint-programme, programme: club}]"),
      cluster("b", "governance: {label: [{scheme: GOLD-LABEL, level: silver}]}"),
      ("Sheets/initiatives/club.md", "---\naim: draft\nname: Club\n---\n"),
    ])
    #expect(found.programmes.map(\.name) == ["Club", "Gold Label"])
    #expect(found.programmes.map { $0.members.map(\.cluster) } == [["a", "b"], ["a", "b"]])
    #expect(found.programmes[1].members.map(\.roles) == [["gold"], ["silver"]])
  }
}
