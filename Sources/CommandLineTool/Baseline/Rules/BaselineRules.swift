import Diagnostics

/// The rules about the file of known debts. It is no file of the project, so their examples are run by `BaselineTests`.
package enum BaselineRules {
  package static let all: [Rule] = [
    BaselineFile.rule, BaselineEntryReason.rule, BaselineEntryExpired.rule, BaselineEntryUnused.rule,
  ]
}
