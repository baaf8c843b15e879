"""This desk's own settings, kept outside the event file."""
