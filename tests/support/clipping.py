"""Finding words that a window cuts off, at the sizes and in the languages it must fit."""

from PySide6.QtCore import QDeadlineTimer, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from qhsign.ui.check_in.key_button import KeyButton
from qhsign.ui.shared.plain_parts import ElidedLabel

SIZES = [(1366, 768), (1366, 696), (911, 512)]
_REST_MS = 3_000
_PAUSE_MS = 10


class StretchedWords(QTranslator):
    """A language a third longer than English, in brackets to see both ends."""

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's own name
        return False

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        return f"[{text}{'é' * (len(text) // 3)}]"


def cut(window: QWidget) -> list[str]:
    """Return the labels and buttons that have less room than their words need.

    A window that has just changed gets the time to lay itself out: words are cut off when they
    still are after it.
    """
    deadline = QDeadlineTimer(_REST_MS)
    while (found := _cut_now(window)) and not deadline.hasExpired():
        QTest.qWait(_PAUSE_MS)
    return found


def _cut_now(window: QWidget) -> list[str]:
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisibleTo(window) or isinstance(widget, ElidedLabel):
            continue
        if not isinstance(widget, QLabel | QAbstractButton) or not widget.text():
            continue
        if widget.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Ignored:
            continue
        if isinstance(widget, QLabel) and widget.wordWrap():
            if widget.height() < widget.heightForWidth(widget.width()):
                found.append(f"{widget.text()!r} wraps beyond {widget.height()}")
        elif widget.width() < widget.minimumSizeHint().width():
            found.append(f"{widget.text()!r} has {widget.width()}")
        if not inside(widget):
            found.append(f"{widget.text()!r} lies outside its parent")
    return found


def inside(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    if parent is None or isinstance(widget, KeyButton):
        return True
    return parent.rect().adjusted(-1, -1, 1, 1).contains(widget.geometry())
