"""Buttons with icon and word that show the icon alone in a narrow window."""

from PySide6.QtWidgets import QPushButton, QWidget

_NARROW = 1100


def name_buttons(within: QWidget, *named: tuple[QPushButton, str, str]) -> None:
    """Name buttons, each with a word and what more there is to say; the words are never lost."""
    narrow = within.window().width() < _NARROW
    for button, word, more in named:
        button.setText("" if narrow else word)
        button.setAccessibleName(word)
        button.setAccessibleDescription(more)
        told = (word, more) if narrow else (more,)
        button.setToolTip("\n".join(filter(None, told)))
