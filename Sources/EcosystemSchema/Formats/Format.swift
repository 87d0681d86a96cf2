/// The words of `format`, all of them asserted.
enum Format: String, CaseIterable, Sendable {
  case date
  case dateTime = "date-time"
  case time
  case duration
  case email
  case idnEmail = "idn-email"
  case hostname
  case idnHostname = "idn-hostname"
  case ipv4
  case ipv6
  case uri
  case uriReference = "uri-reference"
  case iri
  case iriReference = "iri-reference"
  case uriTemplate = "uri-template"
  case uuid
  case jsonPointer = "json-pointer"
  case relativeJSONPointer = "relative-json-pointer"
  case regex

  /// Whether a text has this form.
  func accepts(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var scan = Scan(text)
    switch self {
    case .date: return scan.date() && scan.isAtEnd
    case .dateTime: return scan.date() && (scan.take("T") || scan.take("t")) && scan.time() && scan.isAtEnd
    case .time: return scan.time() && scan.isAtEnd
    case .duration: return scan.duration() && scan.isAtEnd
    case .email: return scan.email()
    case .idnEmail: return scan.internationalEmail()
    case .idnHostname: return Scan.isInternationalHostname(text[...])
    case .hostname: return Scan.isHostname(text[...])
    case .ipv4: return Scan.isIPv4(text[...])
    case .ipv6: return Scan.isIPv6(text[...])
    case .uri: return Scan.isURI(text, mayBeRelative: false, mayHaveLetters: false)
    case .uriReference: return Scan.isURI(text, mayBeRelative: true, mayHaveLetters: false)
    case .iri: return Scan.isURI(text, mayBeRelative: false, mayHaveLetters: true)
    case .iriReference: return Scan.isURI(text, mayBeRelative: true, mayHaveLetters: true)
    case .uriTemplate: return scan.uriTemplate()
    case .uuid: return scan.uuid() && scan.isAtEnd
    case .jsonPointer: return Scan.isJSONPointer(text[...])
    case .relativeJSONPointer: return Scan.isRelativeJSONPointer(text)
    case .regex:
      do throws(PatternProblem) {
        _ = try PatternParser.parse(String(decoding: text, as: UTF8.self))
        return true
      } catch {
        return error.isUnsupported
      }
    }
  }

  /// What it is, for a headline: `a date`.
  var noun: String {
    switch self {
    case .date: "a date"
    case .dateTime: "a date with a time"
    case .time: "a time"
    case .duration: "a duration"
    case .email, .idnEmail: "an e-mail address"
    case .hostname, .idnHostname: "the name of a host"
    case .ipv4: "an IPv4 address"
    case .ipv6: "an IPv6 address"
    case .uri: "a web address"
    case .uriReference: "an address"
    case .iri: "a web address"
    case .iriReference: "an address"
    case .uriTemplate: "an address with places for values"
    case .uuid: "a UUID"
    case .jsonPointer: "a JSON pointer"
    case .relativeJSONPointer: "a relative JSON pointer"
    case .regex: "a regular expression"
    }
  }

  /// How it is written, for the carets.
  var hint: String {
    switch self {
    case .date: "year-month-day, such as 2026-03-09"
    case .dateTime: "such as 2026-03-09T14:30:00Z"
    case .time: "such as 14:30:00Z"
    case .duration: "such as P3Y6M"
    case .email, .idnEmail: "such as office@example.org"
    case .hostname, .idnHostname: "such as www.example.org"
    case .ipv4: "such as 192.0.2.1"
    case .ipv6: "such as 2001:db8::1"
    case .uri: "such as https://example.org/page, without spaces"
    case .uriReference: "such as /page or https://example.org/page, without spaces"
    case .iri: "such as https://example.org/page, without spaces"
    case .iriReference: "such as /page or https://example.org/page, without spaces"
    case .uriTemplate: "such as https://example.org/{id}"
    case .uuid: "such as 123e4567-e89b-12d3-a456-426614174000"
    case .jsonPointer: "such as /players/0/name"
    case .relativeJSONPointer: "such as 1/name"
    case .regex: "such as ^[a-z]+$"
    }
  }
}
