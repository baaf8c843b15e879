"""Reading the event file, one module per noun."""
