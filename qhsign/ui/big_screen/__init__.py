"""The screen of the hall, in a window of its own."""
