import Foundation
import Markup
import Testing

@Test func textCannotBecomeMarkup() {
  var html = HTML()
  html.element("p", ["title": "a\"b'c", "hidden": nil], "<script>&\"'")
  #expect(html.string == "<p title=\"a&quot;b&#39;c\">&lt;script&gt;&amp;&quot;&#39;</p>")
  #expect(HTML.escaping("é 新 <").string == "é 新 &lt;")
  #expect(HTML.escaping("").isEmpty)
}

@Test func markupNests() {
  var html = HTML("<!doctype html>")
  html.element("ul", ["class": "x"]) {
    $0.element("li", [:], "1")
    $0.append(HTML("<li>"))
    $0.number(-42)
    $0.newline()
  }
  #expect(html.string == "<!doctype html><ul class=\"x\"><li>1</li><li>-42\n</ul>")
}

@Test func everyTextComesBackFromEscapedMarkup() {
  let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
  for text in ["", "&amp;", "&&lt;;", "a<b>'\"", String(repeating: "<&>", count: 50)] {
    var back = HTML.escaping(text).string
    #expect(!back.contains { "<>\"'".contains($0) })
    for (entity, character) in entities { back = back.replacingOccurrences(of: entity, with: character) }
    #expect(back == text)
  }
}

private func value(_ write: (inout JSONWriter) -> Void) throws -> Any {
  var json = JSONWriter()
  write(&json)
  return try JSONSerialization.jsonObject(with: Data(json.bytes), options: .fragmentsAllowed)
}

@Test func everyCharacterSurvivesJSON() throws {
  let text = String(String.UnicodeScalarView((0...0x2FF).compactMap(Unicode.Scalar.init))) + "\u{2028}\u{2029}\u{FFFD}𝄞\u{10FFFF}"
  #expect(try value { $0.value(text) } as? String == text)
  let keys = try #require(try value { json in json.object { $0.member(text, 1) } } as? [String: Int])
  #expect(keys == [text: 1])
}

@Test func commasStandBetweenAndOnlyBetween() {
  var json = JSONWriter()
  json.object {
    $0.member("a", 1)
    $0.key("b")
    $0.array {
      $0.null()
      $0.object { _ in }
      $0.array { _ in }
      $0.value(true)
    }
    $0.member("c", ["x", "y"])
    $0.member("d", false)
  }
  #expect(json.text == #"{"a":1,"b":[null,{},[],true],"c":["x","y"],"d":false}"#)
}

@Test func lineBreaksKeepTheCommas() {
  var json = JSONWriter()
  json.array {
    for n in 1...3 {
      $0.lineBreak()
      $0.value(n)
    }
    $0.lineBreak(closing: true)
  }
  #expect(json.text == "[\n1,\n2,\n3\n]")
}

@Test func numbersAreWrittenAsJSONKnowsThem() throws {
  func text(_ value: Double) -> String {
    var json = JSONWriter()
    json.value(value)
    return json.text
  }
  #expect(text(3) == "3" && text(-0.0) == "0" && text(0.1) == "0.1" && text(.infinity) == "null" && text(.nan) == "null")
  for number in [1e16, Double.leastNonzeroMagnitude, Double.greatestFiniteMagnitude, -123.456, 8_999_999_999_999_999] {
    #expect(try value { $0.value(number) } as? Double == number)
  }
}

@Test func noTextEndsTheScriptAroundIt() throws {
  var json = JSONWriter(forMarkup: true)
  json.value("</script><!-- &amp;")
  #expect(json.text == #""\u003c/script\u003e\u003c!-- \u0026amp;""#)
  #expect(
    try JSONSerialization.jsonObject(with: Data(json.bytes), options: .fragmentsAllowed) as? String == "</script><!-- &amp;")
  var plain = JSONWriter()
  plain.value("<&>")
  #expect(plain.text == "\"<&>\"")
}
