import Diagnostics

/// The rules about `Site/templates/`, in the order in which a template is read.
package enum TemplateRules {
  package static let all: [Rule] = [
    TemplateMissing.rule, TemplateSyntax.rule, TemplateMissingPartial.rule, TemplateUnknownSlot.rule, TemplateUnsafeSlot.rule,
    TemplateSlotUnused.rule, TemplateInlineCode.rule,
  ]
}
