import Markup
import SheetModel

/// Links the first place at which a text uses a term that the atlas explains. It reads the HTML that the Markdown renderer made and changes running
/// text alone: links, headings, code and everything within tags stay as they are.
struct TermLinker {
  private let index: TermIndex
  /// Terms that need no link: those already linked, and the page's own.
  private var done: Set<TermIndex.Target>
  private let link: (TermIndex.Target, String) -> HTML

  /// Elements whose text is left alone, and how many of them are open.
  private static let closed: Set<String> = ["a", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "sup"]
  private var open = 0
  /// The name of the tag that is being passed, with its slash; a tag may go on in the next piece.
  private var name: [UInt8] = []
  private var isInTag = false
  private var isInName = false

  /// - Parameters:
  ///   - done: the terms that the author links anyway, and the one that the page is about.
  ///   - link: makes the link of a term on the words given.
  init(_ index: TermIndex, done: Set<TermIndex.Target>, link: @escaping (TermIndex.Target, String) -> HTML) {
    self.index = index
    self.done = done
    self.link = link
  }

  /// The next piece of a text's HTML.
  mutating func link(_ html: HTML) -> HTML {
    guard !index.isEmpty else { return html }
    var out: [UInt8] = []
    out.reserveCapacity(html.bytes.count)
    var text: [UInt8] = []
    for byte in html.bytes {
      if isInTag {
        out.append(byte)
        pass(byte)
      } else if byte == 0x3C {
        linked(text, into: &out)
        text = []
        out.append(byte)
        (isInTag, isInName, name) = (true, true, [])
      } else {
        text.append(byte)
      }
    }
    linked(text, into: &out)
    return HTML(trusted: out)
  }

  private mutating func pass(_ byte: UInt8) {
    let isLetter = (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
    if isInName, isLetter || byte == 0x2F && name.isEmpty { name.append(byte) } else { isInName = false }
    guard byte == 0x3E else { return }
    isInTag = false
    let isEnd = name.first == 0x2F
    guard Self.closed.contains(String(decoding: name.dropFirst(isEnd ? 1 : 0), as: UTF8.self)) else { return }
    open = max(0, open + (isEnd ? -1 : 1))
  }

  private struct Word {
    let start: String.Index
    var end: String.Index
    /// Whether only spaces or hyphens stand between it and the word before.
    let isJoined: Bool
  }

  private mutating func linked(_ text: [UInt8], into out: inout [UInt8]) {
    guard open == 0, text.count >= TermIndex.shortestWord else {
      out += text
      return
    }
    let string = String(decoding: text, as: UTF8.self)
    let words = Self.words(in: string)
    let folded = words.map { DiacriticFolding.fold(String(string[$0.start..<$0.end])) }
    var written = string.startIndex
    var i = 0
    while i < words.count {
      guard let match = index.match(folded, at: i), words[(i + 1)..<(i + match.count)].allSatisfy(\.isJoined) else {
        i += 1
        continue
      }
      if done.insert(match.target).inserted {
        let last = words[i + match.count - 1]
        out += string[written..<words[i].start].utf8
        out += link(match.target, String(string[words[i].start..<last.end])).bytes
        written = last.end
      }
      i += match.count
    }
    out += string[written...].utf8
  }

  private static func words(in text: String) -> [Word] {
    var words: [Word] = []
    var isInWord = false
    var isJoined = true
    let scalars = text.unicodeScalars
    var place = scalars.startIndex
    while place < scalars.endIndex {
      let scalar = scalars[place]
      let next = scalars.index(after: place)
      if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
        if isInWord { words[words.count - 1].end = next } else { words.append(Word(start: place, end: next, isJoined: isJoined)) }
        isInWord = true
        isJoined = true
      } else {
        isInWord = false
        if scalar != " ", scalar != "\n", scalar != "-" { isJoined = false }
      }
      place = next
    }
    return words
  }
}
