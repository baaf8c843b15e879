"""Photos of many guests from one folder."""
