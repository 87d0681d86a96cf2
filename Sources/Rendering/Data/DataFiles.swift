import EcosystemSchema
import SheetModel

/// Makes the files of `data/`.
enum DataFiles {
  static func render(_ file: DataFile, _ site: SiteContext) -> RenderedFile {
    switch file {
    // The page is a page like others; the renderer makes it.
    case .page: return .bytes([])
    case .package: return .bytes(DataPackage.json(site))
    case .clusters: return .stream { try ClusterData.write(site, to: $0) }
    case .geoJSON: return .stream { try GeoJSON.write(site, to: $0) }
    case .records: return .stream { try RecordData.writeLines(site, to: $0) }
    case .table(let name):
      guard let table = DataCatalogue.table(name) else { return .bytes([]) }
      return .stream { try table.writeCSV(site, to: $0) }
    case .schema(let kind): return .bytes(schema(of: kind, site))
    case .record(let id): return .bytes(about(id, site) { RecordData.json($0, site) + [0x0A] })
    case .bibTeX(let id): return .bytes(about(id, site) { BibTeX.sheet($0, site) })
    case .csl(let id): return .bytes(about(id, site) { CitationJSON.bytes($0, site) })
    case .sourcesBibTeX(let id): return .bytes(about(id, site) { BibTeX.sources(of: $0) })
    }
  }

  private static func about(_ id: SheetID, _ site: SiteContext, _ make: (Sheet) -> [UInt8]) -> [UInt8] {
    site.atlas[id].map(make) ?? []
  }

  private static func schema(of kind: SheetKind, _ site: SiteContext) -> [UInt8] {
    let id = site.configuration.baseURL.map { $0 + DataFile.schema(kind).address }
    return SchemaBundle.json(site.analysis.schemas, kind: kind.rawValue, id: id) ?? []
  }
}
