/// Looks over the files of a whole site: markup, ids, headings, and where every link and anchor leads.
struct SiteCheck {
  private(set) var problems: [String] = []
  private let pages: [String: MarkupReader]
  private let ids: [String: Set<String>]
  private let files: Set<String>
  /// Where the site says it stands; only the page that is served under any address writes it out.
  private let base: String

  init(_ site: [String: String], base: String = "https://example.org/") {
    self.base = base
    files = Set(site.keys)
    pages = site.filter { $0.key.hasSuffix(".html") }.mapValues { MarkupReader($0) }
    ids = pages.mapValues { Set($0.events.compactMap { $0["id"] }) }
    for (address, page) in pages.sorted(by: { $0.key < $1.key }) { check(address, page) }
  }

  private mutating func check(_ address: String, _ page: MarkupReader) {
    var found = page.problems
    let starts = page.events.filter { !$0.tag.isEmpty && !$0.isEnd }
    let all = starts.compactMap { $0["id"] }
    var seen: Set<String> = []
    for id in all where !seen.insert(id).inserted { found.append("id '\(id)' twice") }
    for id in all where id.isEmpty || id.contains(where: \.isWhitespace) { found.append("id '\(id)' is none") }
    if starts.count(where: { $0.tag == "h1" }) != 1 { found.append("not one h1") }
    if starts.first(where: { $0.tag == "html" })?["lang"]?.isEmpty ?? true { found.append("no language") }
    if !hasTitle(page) { found.append("no title") }
    var level = 1
    for heading in starts where heading.tag.count == 2 && heading.tag.first == "h" {
      guard let next = heading.tag.last?.wholeNumberValue else { continue }
      if next > level + 1 { found.append("h\(next) after h\(level)") }
      level = next
    }
    for element in starts {
      // What is no program runs nowhere, and no policy stops it.
      let isData = element.tag == "script" && element["type"] == "application/ld+json"
      if element.tag == "script", !isData, element["src"] == nil || element["defer"] == nil {
        found.append("<script> that is no file")
      }
      if ["style", "iframe", "object", "embed", "form", "base"].contains(element.tag) {
        found.append("<\(element.tag)>")
      }
      for attribute in element.attributes where attribute.name == "style" || attribute.name.hasPrefix("on") {
        found.append("\(attribute.name)= on <\(element.tag)>")
      }
      if element.tag == "img", element["alt"] == nil { found.append("picture without alternative text") }
      found += links(of: element, address)
    }
    problems += found.map { "\(address): \($0)" }
  }

  private func hasTitle(_ page: MarkupReader) -> Bool {
    guard let title = page.events.firstIndex(where: { $0.tag == "title" }) else { return false }
    return !page.events[title + 1].text.isEmpty
  }

  private func links(of element: MarkupReader.Event, _ address: String) -> [String] {
    var found: [String] = []
    for name in ["aria-labelledby", "aria-describedby", "headers", "for"] {
      for id in element[name]?.split(separator: " ") ?? [] where !(ids[address]?.contains(String(id)) ?? false) {
        found.append("\(name) names '\(id)', which is not there")
      }
    }
    for name in ["href", "src"] {
      guard let target = element[name] else { continue }
      if target.hasPrefix("https://") || target.hasPrefix("http://") {
        let isOwn = address == "404.html" && target.hasPrefix(base)
        if element.tag != "a", element["rel"] != "canonical", !isOwn { found.append("<\(element.tag)> fetches \(target)") }
      } else if target.hasPrefix("mailto:") {
        continue
      } else if address == "404.html", target.hasPrefix("/") {
        if !files.contains(String(target.dropFirst())) { found.append("leads nowhere: \(target)") }
      } else if target.contains(":") || target.hasPrefix("//") || target.isEmpty {
        found.append("odd address '\(target)'")
      } else {
        found += follow(target, from: address)
      }
    }
    return found
  }

  private func follow(_ target: String, from address: String) -> [String] {
    let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    var folder = address.split(separator: "/").dropLast().map(String.init)
    for part in parts[0].split(separator: "/") {
      if part == ".." {
        guard folder.popLast() != nil else { return ["leads out of the site: \(target)"] }
      } else {
        folder.append(String(part))
      }
    }
    let file = parts[0].isEmpty ? address : folder.joined(separator: "/")
    guard files.contains(file) else { return ["leads nowhere: \(target)"] }
    guard parts.count == 2 else { return [] }
    return ids[file]?.contains(parts[1]) ?? false ? [] : ["no such anchor: \(target)"]
  }
}
