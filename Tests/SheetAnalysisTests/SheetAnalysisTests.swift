// SheetAnalysisTests
