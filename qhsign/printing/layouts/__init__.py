"""Layouts as data: their elements and fields, and reading them from JSON."""
