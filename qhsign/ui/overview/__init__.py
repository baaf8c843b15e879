"""The overview: who has come, when, of whom, and the published figures beside the records."""
