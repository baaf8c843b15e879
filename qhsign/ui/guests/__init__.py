"""The guest screen."""
