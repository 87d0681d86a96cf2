import Markup

/// What stands above the list for readers whose browser runs scripts: a field for words, a button for everything, and what is shown now. Hidden until
/// `explorer.js` has made it work.
enum Finder {
  static func html(clusters: Int) -> HTML {
    """
    <div class="finder" role="search" aria-label="Find clusters" hidden>
    <label for="finder-words">Find by name, place, player or branch</label>
    <input type="search" id="finder-words" autocomplete="off" autocapitalize="none" spellcheck="false" aria-describedby="finder-count">
    \(opener("Filters"))
    <button type="button" class="finder-reset" disabled>Show all</button>
    <div class="finder-state">
    <p id="finder-count" class="finder-count" role="status">\(Numbers.plural(clusters, "cluster"))</p>
    <ul class="finder-said is-empty" aria-label="Filters in use"></ul>
    </div>
    </div>

    """
  }

  /// On a narrow screen the lists of values are folded away while scripts run; this unfolds them.
  static func opener(_ title: String) -> HTML {
    "<button type=\"button\" class=\"facets-opener\" aria-expanded=\"false\" aria-controls=\"facets\" hidden>\(title)</button>"
  }
}
