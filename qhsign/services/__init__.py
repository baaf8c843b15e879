"""Use cases: one call, one transaction, one fresh session."""
