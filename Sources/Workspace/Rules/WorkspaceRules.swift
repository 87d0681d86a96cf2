import Diagnostics

/// The rules about what lies in the project's folder. Their examples are files and links on disk, which no text can show; `WorkspaceTests` run them.
package enum WorkspaceRules {
  package static let all: [Rule] = [LinkOutOfProject.rule, StrayFile.rule, UnreadableFile.rule]
}
