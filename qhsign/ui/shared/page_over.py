"""A page that lies over a screen until its work is done or Esc is pressed."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from qhsign.ui.notices import Notice
from qhsign.ui.shared.plain_parts import ElidedLabel, label
from qhsign.ui.theme import Look

_HEAD_PX = 56


class PageOver(QFrame):
    """Head with a title and a way out, ``notice`` for problems, ``body``, ``foot`` for buttons.

    ``closed`` is emitted when it has gone away.
    """

    closed = Signal()

    def __init__(self, look: Look, under: QWidget) -> None:
        super().__init__(under)
        self.setObjectName("page-over")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._under = under
        self._heading, self._hint = label("page-title"), ElidedLabel("second")
        self.close_button = QToolButton()
        self.close_button.setProperty("kind", "bar")
        look.put_icon(self.close_button, "close", "text-2", 20)
        self.close_button.clicked.connect(self.put_away)
        self.notice = Notice(look)
        self.body, self.foot = QVBoxLayout(), QHBoxLayout()
        self._lay_out()
        under.installEventFilter(self)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether it covers the screen."""
        return not self.isHidden()

    def open_over(self) -> None:
        """Cover the screen and take the keyboard."""
        self.notice.put_away()
        self.setGeometry(self._under.rect())
        self.show()
        self.raise_()
        self.setFocus()

    def put_away(self) -> None:
        """Give the screen back."""
        if self.is_open:
            self.hide()
            self.closed.emit()

    def set_heading(self, title: str, hint: str, close: str) -> None:
        """Set the title, what it is for, and the name of the way out."""
        self._heading.setText(title)
        self._hint.setText(hint)
        self.close_button.setToolTip(close)
        self.close_button.setAccessibleName(close)
        self.setAccessibleName(title)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep covering the screen."""
        if watched is self._under and event.type() == QEvent.Type.Resize and self.is_open:
            self.setGeometry(self._under.rect())
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go away on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        bar = QFrame()
        bar.setObjectName("toolbar")
        bar.setFixedHeight(_HEAD_PX)
        head = QHBoxLayout(bar)
        head.setContentsMargins(16, 0, 12, 0)
        head.setSpacing(12)
        head.addWidget(self._heading)
        head.addWidget(self._hint, 1)
        head.addWidget(self.close_button)
        strip = QFrame()
        strip.setObjectName("wizard-foot")
        self.foot.setContentsMargins(16, 10, 16, 10)
        self.foot.setSpacing(8)
        strip.setLayout(self.foot)
        told = QHBoxLayout()
        told.setContentsMargins(16, 8, 16, 0)
        told.addWidget(self.notice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addLayout(told)
        column.addLayout(self.body, 1)
        column.addWidget(strip)
