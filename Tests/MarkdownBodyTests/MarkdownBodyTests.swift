// MarkdownBodyTests
