import Testing

@testable import EcosystemSchema

@Test(arguments: [
  (
    "date", ["2026-03-09", "2024-02-29", "2000-02-29"],
    ["2025-02-29", "1900-02-29", "2026-13-01", "2026-1-1", "2026-04-31", "20260309", "2026-03-09x", ""]
  ),
  (
    "time", ["14:30:00Z", "14:30:00.5+02:00", "23:59:60Z", "01:29:60+01:30"],
    ["14:30:00", "24:00:00Z", "14:60:00Z", "22:59:60Z", "14:30:00.Z", "14:30Z"]
  ),
  (
    "date-time", ["2026-03-09T14:30:00Z", "1998-12-31t23:59:60z"], ["2026-03-09", "2026-03-09 14:30:00Z", "2026-02-30T00:00:00Z"]
  ),
  (
    "duration", ["P1Y", "P3Y6M4DT12H30M5S", "PT36H", "P2W", "P1M"], ["P", "PT", "1Y", "P1YT", "P1D2H", "P2W1D", "P1Y2D", "PT1D"]
  ),
  (
    "email", ["a@example.org", "a.b+c@x-y.org", "\"a b\"@example.org", "a@[127.0.0.1]", "a@[IPv6:::1]"],
    ["a", "@x.org", "a@", ".a@x.org", "a..b@x.org", "a b@x.org", "a@x_y.org", "a@[127.0.0.300]"]
  ),
  (
    "hostname", ["example.org", "a", "xn--4gbwdl.xn--wgbh1c", "1.a"],
    ["", "-a.org", "a-.org", "a_b", "a..b", ".a", "a.", String(repeating: "a", count: 64)]
  ),
  ("ipv4", ["127.0.0.1", "255.255.255.255"], ["127.0.0", "256.0.0.1", "01.0.0.1", "1.2.3.4.5", "a.0.0.1"]),
  (
    "ipv6", ["::", "::1", "1::", "1:2:3:4:5:6:7:8", "::ffff:192.0.2.1", "1:2::8"],
    ["", ":", ":::", "1:2:3:4:5:6:7", "1::2::3", "12345::", "1:2:3:4:5:6:7:8:9", "::1.2.3", ":1:2:3:4:5:6:7", "1:2:3:4:5:6:7::8"]
  ),
  (
    "uri", ["https://example.org/a?b=c#d", "urn:isbn:1", "mailto:a@b.c", "http://[::1]:80/", "http://a/%C3%A9", "ftp://u:p@h/"],
    [
      "/a", "a b:c", "http://a b", "http://é", "http://a/%zz", "http://a:b/", "1a:b", "http://a/\\", "http://[::1",
      "http://a/#b#c", "://a", "http://a/<b>",
    ]
  ),
  ("uri-reference", ["/a", "", "#a", "?q", "//h/p", "a/b", "http://x"], ["a b", "\\a", "é", "1:b"]),
  ("iri", ["http://é/ü"], ["/a", "http://a b"]),
  ("iri-reference", ["/é", "#ß"], ["a b"]),
  (
    "uuid", ["123e4567-e89b-12d3-a456-426614174000", "123E4567-E89B-12D3-A456-426614174000"],
    ["123e4567e89b12d3a456426614174000", "123e4567-e89b-12d3-a456-42661417400g", "123e4567-e89b-12d3-a456-4266141740000"]
  ),
  ("json-pointer", ["", "/a/0", "/a~1b~0"], ["a", "/a~", "/a~2"]),
  ("relative-json-pointer", ["0", "1/a", "0#"], ["", "/a", "01", "-1/a", "0##"]),
  ("regex", ["^a$", "(?=a)b"], ["(", "[a"]),
])
func formatIsAsserted(_ format: String, _ good: [String], _ bad: [String]) throws {
  let format = try #require(Format(rawValue: format))
  for text in good {
    #expect(accepts(format, text), "\(text)")
  }
  for text in bad {
    #expect(!accepts(format, text), "\(text)")
  }
}

@Test func everyFormatCanRefuseAndMustNotTrap() {
  let texts = [
    "", ":", "%", "@", "[", "]", "//", "://", "a@[", "P", "\u{FF}", "-", "~", "0", "{", "http://[", "http://@", "1:", "::", "\"@",
  ]
  for format in Format.allCases {
    for text in texts {
      _ = accepts(format, text)
    }
  }
}

private func accepts(_ format: Format, _ text: String) -> Bool {
  var text = text
  return text.withUTF8(format.accepts)
}
