"""Fonts and typesetting: which glyph stands where, in any script the prints know."""
