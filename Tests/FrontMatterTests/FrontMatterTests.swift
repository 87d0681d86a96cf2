// FrontMatterTests
