"""The print screen: what, for whom, on which layout; the preview, the check, the ledger."""
