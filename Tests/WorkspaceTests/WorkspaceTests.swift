// WorkspaceTests
