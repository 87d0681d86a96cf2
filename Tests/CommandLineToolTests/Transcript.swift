import Foundation

/// A file of what a person types and sees.
///
/// Lines that begin with `$ ` are typed; what follows, up to an empty line before the next `$ `, is seen (both streams as they come). A last line
/// `[2]` is the exit status where it is not 0. All other lines, such as headings, stand before a `$ ` after `# `.
struct Transcript {
  struct Step {
    /// Headings and empty lines before it, as they stand.
    var lead: String
    var command: String
    var seen: String
  }

  var steps: [Step] = []

  init(_ text: String) {
    var lead = ""
    var step: Step?
    func ended(_ step: Step) -> Step {
      var step = step
      while step.seen.hasSuffix("\n\n") || step.seen == "\n" { step.seen.removeLast() }
      return step
    }
    for line in text.components(separatedBy: "\n").dropLast(text.hasSuffix("\n") ? 1 : 0) {
      if line.hasPrefix("$ ") {
        if let step { steps.append(ended(step)) }
        step = Step(lead: lead, command: String(line.dropFirst(2)), seen: "")
        lead = ""
      } else if line.hasPrefix("# ") {
        if let step { steps.append(ended(step)) }
        step = nil
        lead += line + "\n"
      } else if step != nil {
        step?.seen += line + "\n"
      } else {
        lead += line + "\n"
      }
    }
    if let step { steps.append(ended(step)) }
  }

  var text: String {
    steps.enumerated().map { index, step in
      (index > 0 ? "\n" : "") + step.lead + "$ \(step.command)\n\(step.seen)"
    }.joined()
  }
}
