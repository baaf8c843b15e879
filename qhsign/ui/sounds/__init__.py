"""The sounds of the verdicts."""
