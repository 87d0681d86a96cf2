// SheetAnalysis
