"""Joining two guests who turn out to be one person."""
