import Diagnostics
import Publishing
import Rendering

/// The pages for reviewers outside the site: one page that carries its styles, or a folder of pages.
enum ReviewOutput {
  /// - Parameter path: the folder; nil for standard output.
  static func write(_ report: Report, of session: Session, to path: String?) throws {
    let material = ReviewMaterial(
      diagnostics: report.diagnostics, rules: RuleCatalogue.all, today: session.report.day(), sources: session.sources)
    guard let path else {
      return Console.out(String(decoding: ReviewPage.single(session.analysis, material), as: UTF8.self))
    }
    do throws(PublishingError) {
      let root = session.project.root
      let publisher = try Publisher.open(
        output: path, project: root, sources: ["/Sheets", "/Themes", "/Site"].map { root + $0 })
      for file in ReviewSite.files(session.analysis, material) {
        try publisher.write(OutputFile(path: file.path, content: .bytes(file.bytes)))
      }
      _ = try publisher.commit()
    } catch {
      Console.log("error: \(error.description)")
      throw Exit(status: .setup)
    }
  }
}
