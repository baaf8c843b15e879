"""Layouts and plain data to PDF bytes; no session, no clock, no settings."""
