"""Widgets and painting that several screens use."""
