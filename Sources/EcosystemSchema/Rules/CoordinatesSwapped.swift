import Diagnostics
import FrontMatter
import SourceText

package enum CoordinatesSwapped {
  package static let rule = Rule(
    id: "coordinates-swapped", severity: .error,
    title: "Latitude and longitude do not change places",
    why: """
      Latitude says how far north (at most 90 degrees), longitude how far east. Some maps give them in the one order, some in the other. Where a latitude is \
      beyond 90 and both would be right the other way round, they were most likely swapped.
      """,
    bad: Example(
      "Sheets/clusters/example.md",
      "---\naim: draft\nname: Example\nlocation: {countries: [TW], seat: {city: Hsinchu, lat: 120.9686, lon: 24.8036}}\n---\n"),
    good: Example(
      "Sheets/clusters/example.md",
      "---\naim: draft\nname: Example\nlocation: {countries: [TW], seat: {city: Hsinchu, lat: 24.8036, lon: 120.9686}}\n---\n"))

  static func report(_ subject: Subject, latitude: Node, longitude: Node) -> Diagnostic {
    let edits = [
      TextEdit(subject.location(latitude), longitude.text), TextEdit(subject.location(longitude), latitude.text),
    ]
    return Diagnostic(
      rule, at: subject.location(subject.node), "Latitude and longitude look swapped", label: "more than 90 degrees",
      explanation: "'lat' is north and south, 'lon' is east and west.", sheet: subject.sheet, pointer: subject.pointer,
      fixes: [Fix("Swap the two", .safe, edits)])
  }
}
