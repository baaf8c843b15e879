"""Reading and writing lists: xlsx, xls, ods, csv and tsv as plain rows."""
