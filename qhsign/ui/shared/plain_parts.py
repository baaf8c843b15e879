"""Small plain parts of every screen: labels with a role, rules, an elided line."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QWidget

_WIDEST_EM = 1.5
"""No character people write is wider; Chinese ones are as wide as high."""


def may_be_too_long(text: str, pixels: int, room: float) -> bool:
    """Say whether a text of this size might not fit, without asking the font."""
    return len(text) * pixels * _WIDEST_EM > room


def label(role: str = "", *, wrap: bool = False, name: str = "") -> QLabel:
    """Return a label styled by its role; its text is set with the screen's words."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        made.setProperty("role", role)
    if name:
        made.setObjectName(name)
    made.setWordWrap(wrap)
    if role in {"tag", "key"}:
        # A tag is as large as its word, in whatever row it stands.
        made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


def pressed_by_enter(*buttons: QPushButton) -> None:
    """Let Enter press the button that has the keyboard, as Space does; Qt does so in dialogs only.

    Not for the check-in screen: a scanner ends every badge with Enter.
    """
    for button in buttons:
        button.setAutoDefault(True)


def rule() -> QFrame:
    """Return a horizontal hair line."""
    made = QFrame()
    made.setProperty("role", "rule")
    return made


def divider() -> QFrame:
    """Return a vertical hair line."""
    made = QFrame()
    made.setProperty("role", "divider")
    return made


class ElidedLabel(QLabel):
    """One line that gives way to its neighbours, ending in … with the whole text as a tooltip."""

    def __init__(self, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """Allow the line to shrink to a few characters."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self.fontMetrics().height() * 3), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what fits."""
        del event
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        self.setToolTip(self.text() if shown != self.text() else "")
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(room, self.alignment() | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()
