import ArgumentParser
import Diagnostics
import EcosystemSchema
import FrontMatter
import SourceText
import Workspace

/// `clusterbook validate --schema S DATA…`.
struct Validate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check any YAML, JSON or Markdown files against any JSON Schema.",
    discussion: """
      Of Markdown, the front matter is checked. In folders, the files that end in .md, .yaml, .yml and .json are. The schema, in YAML or JSON, is \
      of the draft that its $schema names (2020-12, 2019-09, 07, 06 or 04), else of 2020-12; it may refer to files beside it. With - and \
      --stdin-filename the file comes from standard input. Nothing is fetched from the network: --ref names local copies. No project is \
      needed. Exit status: 0 nothing wrong, 1 violations, 2 the schema or the call is wrong, 101 a mistake of the program.
      """)

  @Option(help: ArgumentHelp("The schema.", valueName: "file"))
  var schema: String

  @Argument(help: ArgumentHelp("Files and folders to check.", valueName: "data"))
  var data: [String]

  @Option(
    help: ArgumentHelp(
      "The file of which standard input holds the text, as an editor has it; goes with the path -. Its ending says how it is read.",
      valueName: "path"))
  var stdinFilename: String?

  @Option(
    name: .customLong("ref"),
    help: ArgumentHelp("Use a local file for an address that the schema refers to; may be repeated.", valueName: "uri=file"))
  var references: [String] = []

  @Flag(help: "Let 'format' judge. Without it, it only says what is meant, as the standard has it.")
  var assertFormat = false

  @OptionGroup(title: "Report") var report: ReportOptions

  func validate() throws {
    if data.isEmpty { throw ValidationError("Name the files or folders to check.") }
    if data.contains("-") || stdinFilename != nil, data != ["-"] || (stdinFilename ?? "").isEmpty {
      throw ValidationError(
        "Standard input is one file, which needs its name: clusterbook validate --schema S - --stdin-filename data.yaml")
    }
    for reference in references where !reference.contains("=") || reference.hasSuffix("=") {
      throw ValidationError("--ref takes URI=FILE, such as https://example.org/schema=schema.json, not '\(reference)'.")
    }
  }

  func run() async throws {
    let stopwatch = Stopwatch()
    guard let file = LooseFiles.read(schema) else { throw refuse("there is no file '\(schema)' that can be read") }
    let compiled = SchemaSet.compile(
      file, options: SchemaOptions(reading: .asWritten, isStrict: false, assertsFormat: assertFormat, load: try loader()))
    let policy = SeverityPolicy(overrides: try report.overrides(), warningsAsErrors: report.warningsAsErrors)
    guard let schema = compiled.schema, !compiled.diagnostics.contains(where: { $0.severity == .error }) else {
      try show(Report(diagnostics: compiled.diagnostics, sheets: 0, unit: "file"), stopwatch)
      Console.log("The schema is wrong, so nothing was checked.")
      throw Exit(status: .setup)
    }
    let unsaved = stdinFilename.map { SourceFile(path: $0, bytes: Console.standardInput(limit: 1 << 27)) }
    var (paths, diagnostics) = try unsaved.map { ([$0.path], Self.check($0, schema)) } ?? files()
    if unsaved == nil {
      for found in await Self.check(paths, schema, workers: ProjectOptions.parsed.workers) { diagnostics += found }
    }
    diagnostics = try report.selection().apply(policy.apply(compiled.diagnostics + diagnostics))
    let found = Report(diagnostics: diagnostics, sheets: paths.count, unit: "file")
    try show(found, stopwatch, unsaved: unsaved)
    if let threshold = report.failOn.severity, let worst = found.worst, worst >= threshold { throw Exit(status: .violations) }
  }

  private func refuse(_ message: String) -> Exit {
    Console.log("error: " + message)
    return Exit(status: .setup)
  }

  /// Gives schemas that the first one refers to: from `--ref`, or from the disk.
  private func loader() throws -> @Sendable (String) -> SourceFile? {
    var map: [String: SourceFile] = [:]
    for reference in references {
      // An address may hold an equals sign, a file's name hardly does.
      guard let equals = reference.lastIndex(of: "=") else { continue }
      let path = String(reference[reference.index(after: equals)...])
      guard let file = LooseFiles.read(path) else { throw refuse("there is no file '\(path)' that can be read, named by --ref") }
      var address = reference[..<equals]
      if address.hasSuffix("#") { address.removeLast() }
      map[String(address)] = file
    }
    return { [map] address in
      if let file = map[address] { return file }
      return LooseFiles.read(address) ?? Self.unescaped(address).flatMap { LooseFiles.read($0) }
    }
  }

  /// A path without its percent escapes; nil where it has none.
  private static func unescaped(_ address: String) -> String? {
    guard address.utf8.contains(0x25) else { return nil }
    var bytes: [UInt8] = []
    var rest = Array(address.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == 0x25, rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }

  /// The files to check, each once, in the order in which they were named.
  private func files() throws -> (paths: [String], diagnostics: [Diagnostic]) {
    var paths: [String] = []
    var diagnostics: [Diagnostic] = []
    var seen: Set<String> = []
    for name in data {
      guard LooseFiles.isFolder(name) else {
        guard LooseFiles.isFile(name) else {
          throw refuse("there is no file or folder '\(name)'")
        }
        if seen.insert(name).inserted { paths.append(name) }
        continue
      }
      let (listed, problems) = LooseFiles.list(name, endings: [".md", ".yaml", ".yml", ".json"])
      // A schema that lies among the data is not data.
      let schemaName = schema.split(separator: "/").last ?? ""
      let found = listed.filter { !($0.hasSuffix(schemaName) && LooseFiles.areSame($0, schema)) }
      if found.isEmpty, problems.isEmpty { throw refuse("folder '\(name)' holds no file that ends in .md, .yaml, .yml or .json") }
      diagnostics += problems
      paths += found.filter { seen.insert($0).inserted }
    }
    return (paths, diagnostics)
  }

  /// Checks files, spread over the cores; what is found, in the order of the paths.
  private static func check(_ paths: [String], _ schema: Schema, workers: Int) async -> [[Diagnostic]] {
    let share = max(16, (paths.count + workers - 1) / max(1, workers))
    return await withTaskGroup(of: (Int, [Diagnostic]).self) { group in
      for start in stride(from: 0, to: paths.count, by: share) {
        let slice = paths[start..<min(start + share, paths.count)]
        group.addTask { (start, slice.flatMap { check($0, schema) }) }
      }
      var parts: [(Int, [Diagnostic])] = []
      for await part in group { parts.append(part) }
      return parts.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  private static func check(_ path: String, _ schema: Schema) -> [Diagnostic] {
    guard let file = LooseFiles.read(path) else { return [LooseFiles.unreadable(path)] }
    return check(file, schema)
  }

  private static func check(_ file: SourceFile, _ schema: Schema) -> [Diagnostic] {
    let path = file.path
    let read: (tree: Tree?, diagnostics: [Diagnostic])
    if path.hasSuffix(".json") {
      read = JSONReader.read(file)
    } else if path.hasSuffix(".md") || path.hasSuffix(".markdown") {
      let head = SheetHead.read(file, maximumSize: 1 << 27)
      read = (head.tree, head.diagnostics)
    } else {
      read = YAMLReader.read(file)
    }
    guard let tree = read.tree else { return read.diagnostics }
    return read.diagnostics + schema.validate(tree, path: path)
  }

  /// Writes the report in the forms asked for.
  private func show(_ found: Report, _ stopwatch: Stopwatch, unsaved: SourceFile? = nil) throws {
    let writer = ReportWriter(
      options: report, sheets: [], lookup: { path in path == unsaved?.path ? unsaved : LooseFiles.read(path) },
      stopwatch: stopwatch)
    try writer.write(found)
  }
}

extension ProjectOptions {
  /// The options as if nothing had been typed.
  fileprivate static var parsed: ProjectOptions { (try? ProjectOptions.parse([])) ?? ProjectOptions() }
}
