// SheetModelTests
