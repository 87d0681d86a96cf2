import Diagnostics
import SourceText

package enum WeakTheme {
  package static let sheetRule = SheetRule(rule: rule, check: check)

  static let rule = Rule(
    id: "weak-theme", severity: .warning,
    title: "A cluster that its theme does not really hold names its sectors",
    why: """
      The five themes leave out food, machinery, finance and more. `theme_fit: weak` says so honestly, but then only a code under `sectors` says what \
      the cluster does make, and lets a reader find it. Where no classification fits, say so under `gaps`.
      """,
    bad: ExampleSheets.listedCluster(head: "status: active\ntheme_fit: weak"),
    good: ExampleSheets.listedCluster(
      head: "status: active\ntheme_fit: weak\nsectors: [{scheme: isic4, code: C10, label: Manufacture of food}]"))

  private static func check(_ sheet: Sheet, _ context: SheetContext) -> [Diagnostic] {
    let root = sheet.tree.root
    guard !sheet.isDraft, let fit = root["theme_fit"], fit.textEquals("weak"), root["sectors"]?.isBlank ?? true,
      !sheet.gaps.contains(where: { $0.field.value == "sectors" })
    else { return [] }
    return [
      sheet.report(
        rule, at: fit.span, "Theme that fits weakly asks for sectors", label: "nothing says what the cluster makes",
        explanation: "Add `sectors` with a code of a classification, such as {scheme: isic4, code: C10}.")
    ]
  }
}
