import ArgumentParser
import History
import Workspace

/// `clusterbook diff REV`: what has changed in the data.
struct Diff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what has changed in the data since a git revision.",
    discussion: """
      Compares sheet by sheet and field by field: what was added, removed, renamed, and each value before and after. Comments, quotes, the \
      order of keys and broken lines are no changes. With two revisions, the second is compared instead of the folder as it is now; A..B is the \
      same as A B, and A...B what B has done since it left A, as git writes them. \
      Differences are no failure: the exit status is 0, or 2 where a state cannot be read.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, json }

  @Argument(
    help: ArgumentHelp("The revision to compare with: a branch, a tag or a commit; or two, as A..B or A...B.", valueName: "rev"))
  var revision: String

  @Argument(help: ArgumentHelp("The later revision; without it, the folder as it is now.", valueName: "rev2"))
  var later: String?

  @Option(help: "The form: text for people, markdown for the comment of a pull request, json for programs.")
  var format: Format = .text

  @Option(help: "When to colour the text; NO_COLOR is honoured.")
  var color: ReportOptions.Colour = .auto

  @OptionGroup var project: ProjectOptions

  func validate() throws {
    if later != nil, RevisionRange(revision) != nil {
      throw ValidationError("'\(revision)' names both revisions: leave out '\(later ?? "")'.")
    }
  }

  func run() async throws {
    let project = try project.find()
    let difference: Difference
    do throws(GitError) {
      let repository = try GitRepository(project: project.root)
      let before: Revision
      let after: Revision?
      if let range = RevisionRange(revision) {
        let ends = try repository.revisions(range)
        (before, after) = (ends.before, ends.after)
      } else {
        before = try repository.revision(revision)
        after = try later.map { (typed) throws(GitError) in try repository.revision(typed) }
      }
      let changed = try repository.changedFiles(since: before, to: after)
      let old = try repository.sources(at: before)
      let new: SourceSet
      if let after {
        new = try repository.sources(at: after)
      } else {
        new = await ProjectReader.read(project, workers: self.project.workers)
      }
      difference = Difference.between(
        old, new, before: before.label, after: after?.label ?? "the folder as it is now", changedAssets: Set(changed.paths))
    } catch {
      Console.log("error: \(error.description)")
      throw Exit(status: .setup)
    }
    switch format {
    case .text: Console.out(DifferenceText(colour: ReportOptions.colour(color)).render(difference))
    case .markdown: Console.out(DifferenceMarkdown().render(difference))
    case .json: Console.out(DifferenceJSON(toolVersion: clusterbookVersion).render(difference))
    }
  }
}

extension ReportOptions {
  /// Whether to colour, for commands that make no report.
  static func colour(_ wanted: Colour) -> Bool {
    var options = ReportOptions.defaults
    options.color = wanted
    return options.colour
  }
}
