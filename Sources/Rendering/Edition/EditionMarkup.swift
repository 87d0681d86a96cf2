import Linking
import Markup
import SheetModel

/// Takes the markup of a page into a book: ids get the sheet's prefix, headings go down, links to pages become links within the book.
///
/// What the pages are made of knows nothing of books, and whatever is added to a page comes into the book with it. One pass over the bytes;
/// texts and values stay escaped as they are.
struct EditionMarkup {
  let edition: Edition
  /// The address of the page for which the markup was made: its links lead from there.
  let page: String
  /// Stands before every id: `cluster-medicon-valley--`.
  let prefix: String
  /// By how many levels headings go down; none goes below six.
  let levels: Int

  /// What becomes of the link that is open.
  private enum Open {
    case none
    case kept
    /// No link any more, under this tag; the words are said after it.
    case loose(tag: String, words: String)
    /// Leads to a sheet of the book; where its text begins in the output.
    case entry(Edition.Entry, textStart: Int)
  }

  func rewrite(_ html: HTML) -> HTML {
    let bytes = html.bytes
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + bytes.count / 4)
    var open = Open.none
    var drawings = 0
    var i = 0
    while let start = bytes[i...].firstIndex(of: 0x3C) {
      out.append(contentsOf: bytes[i..<start])
      guard var tag = MarkupTag(bytes, at: start) else {
        out.append(0x3C)
        i = start + 1
        continue
      }
      i = tag.end
      if tag.name == "svg" { drawings += tag.isEnd ? -1 : 1 }
      if tag.name == "a" {
        if tag.isEnd {
          close(open, &out)
          open = .none
        } else {
          open = begin(&tag, inDrawing: drawings > 0, &out)
        }
        continue
      }
      if tag.isEnd {
        write("</\(lowered(tag.name))>", &out)
      } else if tag.attributes.isEmpty, !tag.closesItself {
        write("<\(lowered(tag.name))>", &out)
      } else {
        adapt(&tag)
        write(tag, as: lowered(tag.name), &out)
      }
    }
    out.append(contentsOf: bytes[i...])
    return HTML(trusted: out)
  }

  /// `h2` two levels down: `h4`.
  private func lowered(_ name: String) -> String {
    guard levels > 0, name.utf8.count == 2, name.utf8.first == 0x68, let level = name.utf8.last, (0x31...0x36).contains(level)
    else { return name }
    return "h\(min(6, Int(level - 0x30) + levels))"
  }

  /// Ids, what refers to ids, and pictures.
  private func adapt(_ tag: inout MarkupTag) {
    quieten(&tag)
    for i in tag.attributes.indices {
      guard let value = tag.attributes[i].value else { continue }
      switch tag.attributes[i].name {
      case "id": tag.attributes[i].value = prefix + value
      case "aria-labelledby", "aria-describedby", "aria-controls", "headers", "for":
        tag.attributes[i].value = value.split(separator: " ").map { prefix + $0 }.joined(separator: " ")
      case "src": tag.attributes[i].value = moved(value)
      case "href" where value.hasPrefix("#"): tag.attributes[i].value = "#" + prefix + value.dropFirst()
      default: continue
      }
    }
  }

  /// On a page of its own a section is a landmark; a book with hundreds of sections of one name would drown its reader in them.
  private func quieten(_ tag: inout MarkupTag) {
    switch tag.name {
    case "section", "aside", "nav": tag.attributes.removeAll { $0.name == "aria-label" || $0.name == "aria-labelledby" }
    case "div":
      guard let i = tag.attributes.firstIndex(where: { $0.name == "role" && $0.value == "region" }) else { return }
      tag.attributes[i].value = "group"
    default: return
    }
  }

  private func begin(_ tag: inout MarkupTag, inDrawing: Bool, _ out: inout [UInt8]) -> Open {
    adapt(&tag)
    guard let i = tag.attributes.firstIndex(where: { $0.name == "href" }), let href = tag.attributes[i].value else {
      write(tag, as: "a", &out)
      return .kept
    }
    // Another site, or the same sheet.
    if href.hasPrefix("#") || href.contains(":") {
      write(tag, as: "a", &out)
      return .kept
    }
    let (address, fragment) = split(href)
    let target = Address.resolve(address, from: page)
    if let id = sheet(at: target), let entry = edition.entry(id) {
      tag.attributes[i].value = "#" + (fragment.isEmpty ? entry.anchor : entry.prefix + fragment)
      if !inDrawing { EditionMarkup.add("page-of", to: &tag) }
      write(tag, as: "a", &out)
      return inDrawing ? .kept : .entry(entry, textStart: out.count)
    }
    if let anchor = edition.anchor(ofPage: target) {
      tag.attributes[i].value = "#" + anchor
      write(tag, as: "a", &out)
      return .kept
    }
    // Pictures and other files go with the site; pages that are not in the book cannot be reached from paper.
    if !target.hasSuffix(".html") {
      tag.attributes[i].value = moved(href)
      write(tag, as: "a", &out)
      return .kept
    }
    let name = inDrawing ? "g" : "span"
    tag.attributes.removeAll { ["href", "rel", "title", "aria-current"].contains($0.name) }
    if !inDrawing { EditionMarkup.add("elsewhere", to: &tag) }
    write(tag, as: name, &out)
    // Where the book holds nothing of that kind, its first pages say so once.
    let isSaid = sheet(at: target).map { edition.holds($0.kind) } ?? false
    return .loose(tag: name, words: isSaid && !inDrawing ? " <span class=\"see\">(not in this part)</span>" : "")
  }

  private func close(_ open: Open, _ out: inout [UInt8]) {
    switch open {
    case .none, .kept: write("</a>", &out)
    case .loose(let tag, let words): write("\(words)</\(tag)>", &out)
    case .entry(let entry, let start):
      let name = HTML.escaping(entry.sheet.name.value).bytes
      // A link may be worded otherwise, and then the name is what stands over the sheet.
      let isNamed = out[start...].elementsEqual(name)
      write(" <span class=\"see\">(see \(entry.number)", &out)
      if !isNamed {
        write(", ", &out)
        out.append(contentsOf: name)
      }
      write(")</span></a>", &out)
    }
  }

  private func sheet(at address: String) -> SheetID? { edition.site.sheetsByAddress[address] }

  /// The address of a file, from the book.
  private func moved(_ value: String) -> String {
    if value.hasPrefix("data:") || value.contains("://") { return value }
    return Address.link(from: edition.id.address, to: Address.resolve(value, from: page))
  }

  /// An escaped address and its fragment without `#`; the `#` of an escaped character is none.
  private func split(_ href: String) -> (address: String, fragment: String) {
    var previous: Character?
    for i in href.indices {
      if href[i] == "#", previous != "&" { return (String(href[..<i]), String(href[href.index(after: i)...])) }
      previous = href[i]
    }
    return (href, "")
  }

  private static func add(_ name: String, to tag: inout MarkupTag) {
    if let i = tag.attributes.firstIndex(where: { $0.name == "class" }) {
      tag.attributes[i].value = (tag.attributes[i].value ?? "") + " " + name
    } else {
      tag.attributes.append(.init(name: "class", value: name))
    }
  }

  private func write(_ tag: MarkupTag, as name: String, _ out: inout [UInt8]) {
    write("<\(name)", &out)
    for attribute in tag.attributes {
      write(" \(attribute.name)", &out)
      if let value = attribute.value { write("=\"\(value)\"", &out) }
    }
    write(tag.closesItself ? "/>" : ">", &out)
  }

  private func write(_ text: String, _ out: inout [UInt8]) { out.append(contentsOf: text.utf8) }
}

extension Address {
  /// Where a relative link leads: `../clusters/biom.html` from `themes/ict.html` is `clusters/biom.html`.
  static func resolve(_ link: String, from page: String) -> String {
    var parts = page.split(separator: "/").dropLast()[...]
    for part in link.split(separator: "/") {
      if part == ".." {
        parts = parts.dropLast()
      } else if part != "." {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}
