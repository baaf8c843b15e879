"""A sentence in Chinese, large, and in English under it: a guest may read either."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qhsign.ui.shared.plain_parts import label
from qhsign.wording import Language, say

_ENGLISH_SHARE = 0.56


class BothLanguages(QWidget):
    """The window's language does not matter here; long sentences wrap."""

    def __init__(self, name: str, *, bold: bool = True) -> None:
        super().__init__()
        self._bold = bold
        self._code = ""
        self._chinese, self._english = label(name=name, wrap=True), label(name=name, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for each in (self._chinese, self._english):
            column.addWidget(each)

    @property
    def text(self) -> str:
        """Both sentences as a screen reader says them."""
        return f"{self._chinese.text()} {self._english.text()}".strip()

    def say(self, code: str, **parameters: object) -> None:
        """Show a sentence of the catalogue, or nothing for an empty code."""
        for shown, language in (
            (self._chinese, Language.CHINESE),
            (self._english, Language.ENGLISH),
        ):
            shown.setText(say(code, language, **parameters) if code else "")
        self.setVisible(bool(code))

    def align(self, alignment: Qt.AlignmentFlag) -> None:
        """Align both sentences."""
        for each in (self._chinese, self._english):
            each.setAlignment(alignment)

    def set_size(self, pixels: int) -> None:
        """Set the size of the Chinese; the English is about half as large."""
        weight = "700" if self._bold else "400"
        for shown, size in (
            (self._chinese, pixels),
            (self._english, round(pixels * _ENGLISH_SHARE)),
        ):
            shown.setStyleSheet(f"font-size: {size}px; font-weight: {weight}")
