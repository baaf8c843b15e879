import sys

from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication


def test_qt_gives_back_what_it_borrows(qapp: QApplication) -> None:
    """PySide6 6.12.0 drops a reference to None in every call on Python before 3.12.

    After some thousand calls the interpreter aborts, so that version must not be installed there.
    """
    picture = QPixmap(4, 4)
    painter = QPainter(picture)
    before = sys.getrefcount(None)
    for _ in range(500):
        painter.save()
        painter.restore()
    after = sys.getrefcount(None)
    painter.end()
    assert after > before - 500
