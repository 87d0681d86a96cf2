import Cartography
import Markup
import SheetModel

/// The mark of a theme, in the shape and colour that it has on maps.
enum ThemeMark {
  static func svg(_ site: SiteContext, _ id: String) -> HTML { site.themeMark(id).svg() }

  /// The shape that a theme asks for; a map's marks are `SiteContext.themeMark`, which no two themes share.
  static func shape(_ theme: Sheet?) -> MapSymbol {
    theme.flatMap { $0.theme?.shape }.flatMap(MapSymbol.init(rawValue:)) ?? .circle
  }

  /// `theme-1` to `theme-5`.
  static func className(_ site: SiteContext, _ id: String) -> String { "theme-\(site.themeNumber(id))" }

  /// A mark for each theme, in their order. There are five colours, which begin again with the sixth theme; shapes stay apart: where a theme names one
  /// that another has already, it gets the next that is free, and when all shapes are used they come again as outlines.
  static func marks(_ themes: [Sheet]) -> [String: MapMark] {
    let shapes = MapSymbol.allCases.filter { $0 != .dash }
    let looks = [MapFill.solid, .hollow, .dotted].flatMap { fill in shapes.map { (shape: $0, fill: fill) } }
    var used: Set<String> = []
    var marks: [String: MapMark] = [:]
    func key(_ shape: MapSymbol, _ fill: MapFill) -> String { "\(shape.rawValue) \(fill)" }
    for (i, theme) in themes.enumerated() where marks[theme.id.id] == nil {
      let wanted = shape(theme)
      let own = used.contains(key(wanted, .solid)) ? nil : (shape: wanted, fill: MapFill.solid)
      let look = own ?? looks.first { !used.contains(key($0.shape, $0.fill)) } ?? (wanted, .solid)
      used.insert(key(look.shape, look.fill))
      marks[theme.id.id] = MapMark(look.shape, "theme-\(i % 5 + 1)", look.fill)
    }
    return marks
  }
}
