"""A field in which two guests differ: what the one says, what the other, and which is taken."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from qhsign.services.guest_joining_records import FieldChoice, Side
from qhsign.ui.guest_panel.panel_words import field_word, value_word
from qhsign.ui.shared.plain_parts import label
from qhsign.ui.shared.words import empty_word
from qhsign.wording import Language

_CAPTION_PX = 132
_SIDES = (Side.REMAINS, Side.JOINED)


class ChoiceRow(QWidget):
    """The two values are buttons, one of them pressed; left and right go from one to the other."""

    def __init__(self, choice: FieldChoice, language: Language) -> None:
        super().__init__()
        self.field = choice.field
        self._group = QButtonGroup(self)
        caption = label("second", wrap=True)
        caption.setText(field_word(choice.field))
        caption.setFixedWidth(_CAPTION_PX)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 3, 0, 3)
        line.setSpacing(12)
        line.addWidget(caption)
        for place, text in enumerate((choice.remains, choice.joined)):
            button = _ValueButton(self._word(choice.field, text, language))
            button.setAccessibleName(f"{caption.text()} {button.whole}")
            self._group.addButton(button, place)
            line.addWidget(button, 1)
        self._group.button(_SIDES.index(choice.usual)).setChecked(True)

    @property
    def taken(self) -> Side:
        """The side the field is taken from."""
        return _SIDES[self._group.checkedId()]

    def take(self, side: Side) -> None:
        """Take the field from a side."""
        self._group.button(_SIDES.index(side)).setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the other value, and take it."""
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            button = self._group.button(0 if event.key() == Qt.Key.Key_Left else 1)
            button.setFocus()
            button.setChecked(True)
            return
        super().keyPressEvent(event)

    def _word(self, field: str, text: str, language: Language) -> str:
        if field == "photo":
            return self.tr("its photo") if text else empty_word()
        return value_word(field, text, language) or empty_word()


class _ValueButton(QPushButton):
    """One value; one that is too long for its place ends in … and is whole in the tooltip."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.whole = text
        self.setProperty("kind", "choice")
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setToolTip(text)
        self._fit()

    def resizeEvent(self, event: object) -> None:
        """Cut the words anew."""
        super().resizeEvent(event)  # type: ignore[arg-type] # Qt's own event
        self._fit()

    def _fit(self) -> None:
        room = max(self.width() - 26, 20)
        shown = self.fontMetrics().elidedText(self.whole, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))
