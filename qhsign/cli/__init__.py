"""The command line: one module per noun, the same use cases and words as the window."""
