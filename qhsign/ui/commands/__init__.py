"""What a person can ask of the window, in one table."""
