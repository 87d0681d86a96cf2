import Diagnostics

/// Whole sheets for the examples of rules that look at published sheets only.
enum ExampleSheets {
  /// A listed cluster about which nothing is reported, and the initiative that names it.
  ///
  /// - Parameters:
  ///   - head: lines that take the place of `status: active`.
  ///   - resources: the figures that each of its resources names; the sheet has the figures `jobs` and `sites`.
  static func listedCluster(head: String = "status: active", resources: [String] = ["[jobs, sites]"]) -> Example {
    let items = resources.enumerated().map { "    - {name: Resource \($0 + 1), figures: \($1), sources: [s1]}\n" }.joined()
    return Example(files: [
      ("Sheets/initiatives/directory.md", initiative),
      (
        "Sheets/clusters/example.md",
        """
        ---
        aim: listed
        name: Example
        \(head)
        theme: ict-nano
        location:
          countries: [DK]
          seat: {city: Copenhagen, lat: 55.6759, lon: 12.5655}
          dimension: region
        identified_by:
          - {initiative: directory, scope: direct, sources: [s1]}
        resources:
          human:
        \(items)figures:
          - {id: jobs, indicator: employment, value: 40000, year: 2022, scope: cluster, sources: [s1]}
          - {id: sites, indicator: establishments, value: 400, year: 2022, scope: cluster, sources: [s1]}
        sources:
          - {id: s1, type: official-report, title: Yearly report, publisher: One, reliability: A}
        ---

        """
      ),
    ])
  }

  /// A listed initiative about which nothing is reported, with the id `directory`.
  static let initiative = """
    ---
    aim: listed
    name: Directory
    summary: A list of clusters.
    scope: world
    method: promotion-body
    editions: [2008, 2012]
    sources:
      - {id: s1, type: programme-list, title: The list, publisher: One, reliability: A}
    ---

    A text [@s1].

    """
}
