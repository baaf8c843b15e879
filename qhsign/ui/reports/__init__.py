"""The report screen: exports with a preview, the audit trail, the statistics."""
