"""The plan of the stage (台位图), painted and arranged by hand."""
