import Diagnostics
import EcosystemSchema
import FrontMatter
import SourceText

/// A rule that looks at one sheet by itself.
package struct SheetRule: Sendable {
  package let rule: Rule
  package let check: @Sendable (Sheet, SheetContext) -> [Diagnostic]
}

/// What a rule may know beside the sheet.
package struct SheetContext: Sendable {
  /// The schema of the sheet's kind.
  package let field: Field
  package let geography: Geography
  /// The day that counts as today; no page shows it.
  package let today: CalendarDate
  package let limits: SiteConfiguration.Limits
  /// Whether the schema has already said that fields are missing: those of the first tier are its business.
  package let lacksFields: Bool
  /// The sheet's own file, for what the tree does not keep: comments, and how a value is written.
  package let file: SourceFile

  package init(
    field: Field, geography: Geography, today: CalendarDate, limits: SiteConfiguration.Limits, file: SourceFile,
    lacksFields: Bool = false
  ) {
    self.field = field
    self.geography = geography
    self.today = today
    self.limits = limits
    self.lacksFields = lacksFields
    self.file = file
  }
}

extension Sheet {
  /// A diagnostic about a place in this sheet; the analysis gives it its JSON pointer.
  package func report(
    _ rule: Rule, at span: Span, _ message: String, label: String? = nil, explanation: String? = nil, notes: [Note] = [],
    fixes: [Fix] = []
  ) -> Diagnostic {
    Diagnostic(
      rule, at: location(span), message, label: label, explanation: explanation, sheet: id.id, notes: notes, fixes: fixes)
  }

  /// A diagnostic about a name that means nothing: the nearest names, and the first of them as a fix.
  package func reportUnknown(
    _ rule: Rule, _ reference: Reference, _ message: String, nearest: [String], explanation: String? = nil
  ) -> Diagnostic {
    report(
      rule, at: reference.span, message, label: Wording.didYouMean(nearest), explanation: explanation,
      fixes: nearest.prefix(1).map {
        .replace(location(reference.span), with: $0, Suggestions.isCertain(nearest, for: reference.id) ? .safe : .needsReview)
      })
  }
}

/// The rules about one sheet, in the order in which `rules` lists them.
package enum SheetRules {
  package static let all: [SheetRule] = [
    UnknownSource.sheetRule, UnknownFigure.sheetRule, DuplicateLocalID.sheetRule, SourceNotCited.sheetRule,
    FigureWithoutSource.sheetRule,
    ConflictingFigures.sheetRule, UnitMismatch.sheetRule, ImpossibleYear.sheetRule, SizeContradiction.sheetRule,
    UnknownCountry.sheetRule, SubdivisionMismatch.sheetRule, GapFilled.sheetRule, UnknownGapField.sheetRule,
    IncompleteForAim.sheetRule,
    StaleReview.sheetRule, CutAtComma.sheetRule, CutAtColon.sheetRule, CutAtComment.sheetRule, OddSpaces.sheetRule,
    LetterForm.sheetRule, FigureNotUsed.sheetRule, FigureUsedTwice.sheetRule, BeforeFounded.sheetRule,
    EventBeforeFounded.sheetRule, SelfReference.sheetRule, SuccessorStatus.sheetRule, WeakTheme.sheetRule,
    ThemeRepeated.sheetRule, DimensionMismatch.sheetRule, InitiativeRepeated.sheetRule, UnsourcedFact.sheetRule,
    SourceReadDate.sheetRule, SourcePublisher.sheetRule,
  ]
}
