"""跟踪: what became of contracts after the fair, rates and editions."""
