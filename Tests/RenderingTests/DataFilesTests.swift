import EcosystemSchema
import Foundation
import FrontMatter
import Markup
import SourceText
import TestSupport
import Testing

@testable import Rendering

@Suite struct DataFilesTests {
  @Test func allTablesAreOnThePageInThePackageAndOnDisk() async throws {
    let site = await HostileData.site.value
    let package = try #require(try await HostileData.json("data/datapackage.json") as? [String: Any])
    let resources = try #require(package["resources"] as? [[String: Any]])
    #expect(resources.compactMap { $0["path"] as? String } == DataCatalogue.tables.map { $0.name + ".csv" })
    let page = try #require(site["data/index.html"])
    for (table, resource) in zip(DataCatalogue.tables, resources) {
      let fields = ((resource["schema"] as? [String: Any])?["fields"] as? [[String: Any]])?.compactMap { $0["name"] as? String }
      let text = try #require(site[table.address])
      let head = StrictCSV.read(Array(text.utf8)).first
      #expect(head == table.columns.map(\.name) && fields == head)
      #expect(page.contains("id=\"\(table.name)\"") && page.contains("href=\"\(table.name).csv\""))
      for name in head ?? [] { #expect(page.contains("<code>\(name.replacing("_", with: "_<wbr>"))</code>")) }
    }
    let licences = package["licenses"] as? [[String: String]]
    #expect(licences?.first?["name"] == "CC-BY-SA-4.0" && package["version"] as? String == "2026.11.20")
  }

  @Test func theListSaysTheSameInCSVAndJSON() async throws {
    let document = try #require(try await HostileData.json("data/clusters.json") as? [String: Any])
    let cluster = try #require((document["clusters"] as? [[String: Any]])?.first)
    let row = try #require(await HostileData.rows("data/clusters.csv").first)
    #expect(document["version"] as? Int == 1)
    #expect(cluster["name"] as? String == HostileData.name && row["name"] == HostileData.name)
    #expect(cluster["aliases"] as? [String] == ["a | b", "c\\d", "-e"] && row["aliases"] == "a \\| b | c\\\\d | -e")
    #expect(cluster["countries"] as? [String] == ["NO", "SE"] && row["countries"] == "NO SE")
    let seat = cluster["seat"] as? [String: Any]
    #expect(seat?["city"] as? String == "@Oslo" && row["city"] == "@Oslo")
    #expect(seat?["lon"] as? Double == -0.5 && row["lon"] == "-0.5")
    #expect(cluster["founded"] == nil && row["founded"] == "")
    #expect(cluster["secondary_themes"] as? [String] == [])
    #expect(await HostileData.site.value["data/clusters.csv"]?.contains(",'@Oslo,") == true)
  }

  @Test func numbersKeepTheirDigits() async throws {
    let rows = await HostileData.rows("data/figures.csv")
    let money = try #require(rows.first { $0["id"] == "money" })
    #expect(money["value_low"] == "1.1" && money["amount_low"] == "1100000" && money["amount_high"] == "1100000")
    #expect(
      money["year_from"] == "2018" && money["year_to"] == "2020" && money["unit"] == "currency" && money["currency"] == "NOK")
    #expect(money["sources"] == "s1 s2" && money["source_titles"] == "A {book} & \"more\" \\| 100 % | Zwei")
    #expect(money["source_urls"] == "https://example.com/a_b%20c")
    let jobs = try #require(rows.first { $0["id"] == "jobs" })
    #expect(jobs["value_low"] == "10" && jobs["value_high"] == "20" && jobs["unit"] == "persons" && jobs["year_from"] == "")
  }

  @Test func noCellRunsInASpreadsheet() async throws {
    let players = await HostileData.rows("data/players.csv")
    #expect(players.map { $0["name"] } == [HostileData.player] && players[0]["sources"] == "s1 s2")
    for table in DataCatalogue.tables {
      let text = await HostileData.site.value[table.address] ?? ""
      for cell in StrictCSV.read(Array(text.utf8)).flatMap({ $0 }) {
        #expect(!cell.hasPrefix("=") && !cell.hasPrefix("@") && !cell.hasPrefix("+"))
      }
    }
  }

  @Test func mapsHaveLongitudeFirst() async throws {
    let map = try #require(try await HostileData.json("data/clusters.geojson") as? [String: Any])
    let feature = try #require((map["features"] as? [[String: Any]])?.first)
    #expect(map["type"] as? String == "FeatureCollection" && feature["id"] as? String == "rock-valley")
    #expect((feature["geometry"] as? [String: Any])?["coordinates"] as? [Double] == [-0.5, 59.91])
    let properties = try #require(feature["properties"] as? [String: Any])
    #expect(properties["lat"] == nil && properties["city"] as? String == "@Oslo")
  }

  @Test func draftsAreNowhere() async {
    let site = await HostileData.site.value
    #expect(site.filter { $0.key.hasPrefix("data/") && $0.key.contains("/initiative/") }.isEmpty)
    #expect(site["data/sheets.csv"]?.contains("Index") == false)
  }

  @Test func everyRecordKeepsToThePublishedSchema() async throws {
    let site = await RealSite.pages.value
    let options = SchemaOptions.project(.asWritten)
    var checked = 0
    for kind in ["cluster", "policy", "initiative", "concept", "theme"] {
      let file = SourceFile(path: "published.schema.json", text: try #require(site["data/schemas/\(kind).schema.json"]))
      let (schema, diagnostics) = SchemaSet.compile(file, options: options)
      #expect(diagnostics.map(\.message) == [])
      for (address, text) in site where address.hasPrefix("data/sheets/\(kind)/") && address.hasSuffix(".json") {
        let record = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let sheet = try JSONSerialization.data(withJSONObject: try #require(record["sheet"]))
        let tree = try #require(JSONReader.read(SourceFile(path: address, bytes: Array(sheet))).tree)
        #expect(schema?.validate(tree, path: address).map(\.message) == [])
        checked += 1
      }
    }
    #expect(checked >= 40)
  }

  @Test func linesAreTheRecords() async throws {
    let site = await RealSite.pages.value
    let lines = try #require(site["data/sheets.jsonl"]).split(separator: "\n").map { $0 + "\n" }
    let records = site.filter { $0.key.hasPrefix("data/sheets/") && $0.key.hasSuffix(".json") }
    #expect(Set(lines.map(String.init)) == Set(records.values) && lines.count == records.count)
  }

  @Test func textsThatLookLikeOtherThingsStayTexts() async throws {
    let record = try #require(try await HostileData.json("data/sheets/cluster/rock-valley.json") as? [String: Any])
    let sheet = try #require(record["sheet"] as? [String: Any])
    let location = try #require(sheet["location"] as? [String: Any])
    #expect(location["countries"] as? [String] == ["NO", "SE"])
    let figures = try #require(sheet["figures"] as? [[String: Any]])
    #expect(figures[1]["value"] as? [Int] == [10, 20] && figures[1]["year"] as? String == "undated")
    let source = (sheet["sources"] as? [[String: Any]])?.first
    #expect(source?["read_on"] as? String == "2026-11-20" && source?["year"] as? Int == 2008)
    #expect(record["updated"] as? String == "2026-11-20" && record["reviewed"] as? String == "2026-11-18")
    #expect(await HostileData.site.value["data/sheets/cluster/rock-valley.md"]?.hasSuffix("Text [@s1].") == true)
  }

  @Test func theWholeSiteIsSound() async {
    #expect(SiteCheck(await HostileData.site.value, base: "https://example.org/atlas/").problems == [])
  }
}
