// SheetModel
