"""Writing lists for others: the export dialog."""
