"""Typed models, one module per noun."""
