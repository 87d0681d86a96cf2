import Cartography
import Markup
import SheetModel

/// The mark of a theme, in the shape and colour that it has on maps.
enum ThemeMark {
  static func svg(_ site: SiteContext, _ id: String) -> HTML {
    MapSymbol.svg(shape(site.theme(id)), category: site.themeNumber(id) - 1)
  }

  static func shape(_ theme: Sheet?) -> MapSymbol {
    theme.flatMap { $0.theme?.shape }.flatMap(MapSymbol.init(rawValue:)) ?? .circle
  }

  /// `theme-1` to `theme-5`.
  static func className(_ site: SiteContext, _ id: String) -> String { "theme-\(site.themeNumber(id))" }
}
