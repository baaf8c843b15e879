"""Typing into a field in a test."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit


def type_into(field: QLineEdit, text: str) -> None:
    """Type a text; what no key has comes as from an input method, all at once."""
    if text.isascii():
        QTest.keyClicks(field, text)
    else:
        field.insert(text)
        field.setModified(True)
