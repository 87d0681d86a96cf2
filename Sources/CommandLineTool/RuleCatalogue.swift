import Diagnostics
import EcosystemSchema
import FrontMatter
import Linking
import MarkdownBody
import Rendering
import SheetAnalysis
import SheetModel
import Templates
import Workspace

/// Every rule there is, in the order of the work: files, YAML, schemas, texts, sheets, the atlas, pages.
package enum RuleCatalogue {
  package static let all: [Rule] =
    WorkspaceRules.all + [SiteConfigurationRule.rule, DataFile.rule, StylesMissing.rule, SchemaContract.rule]
    + FrontMatterRules.all + SchemaRules.all
    + MarkdownRules.all + [TextPageRule.rule] + SheetRules.all.map(\.rule) + AtlasRules.all.map(\.rule) + PageRules.all
    + TemplateRules.all
    + BaselineRules.all

  package static func rule(_ id: String) -> Rule? { all.first { $0.id == id } }
}
