"""The left rail: the mark, the screens, and at its foot the manual."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QToolButton, QVBoxLayout

from qhsign.ui.commands.command import Command
from qhsign.ui.theme import Look

_WIDE, _NARROW, _ITEM_PX, _LOW_ITEM_PX = 76, 52, 60, 46
_MARK_PX = 3


class Rail(QFrame):
    """``chosen`` carries the id of the command behind the item."""

    chosen = Signal(str)

    def __init__(self, look: Look, items: Sequence[Command], foot: Command | None = None) -> None:
        super().__init__()
        self.setObjectName("rail")
        self._look, self._items, self._foot = look, items, foot
        self._narrow = False
        self._mark = QLabel()
        self._mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._mark.setFixedHeight(48)
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(6, 0, 6, 8)
        self._column.setSpacing(2)
        self._column.addWidget(self._mark)
        self._column.addSpacing(6)
        for place, item in enumerate(items):
            button = QToolButton()
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            look.put_icon(button, item.icon, "rail-text")
            self._group.addButton(button, place)
            self._column.addWidget(button)
        self._column.addStretch(1)
        self._foot_button = QToolButton()
        self._foot_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if foot is None:
            self._foot_button.hide()
        else:
            # Shown before it has a place it would open as a window, and take the keyboard.
            look.put_icon(self._foot_button, foot.icon, "rail-text")
            self._foot_button.clicked.connect(lambda: self.chosen.emit(foot.id))
            self._column.addWidget(self._foot_button)
        self._group.idClicked.connect(lambda place: self.chosen.emit(items[place].id))
        self._group.idToggled.connect(lambda *_: self.update())
        look.changed.connect(self._draw)
        self._draw()
        self._set_words()

    def show_current(self, command: str) -> None:
        """Mark the item of the screen in front."""
        for place, item in enumerate(self._items):
            button = self._group.button(place)
            button.setChecked(item.id == command)
            colour = "rail-active-text" if item.id == command else "rail-text"
            self._look.put_icon(button, item.icon, colour)

    def be_narrow(self, *, narrow: bool) -> None:
        """Show icons alone, with tooltips, in a narrow window."""
        self._narrow = narrow
        self.setFixedWidth(_NARROW if narrow else self._width_of_words())
        style = Qt.ToolButtonStyle
        for button in (*self._group.buttons(), self._foot_button):
            if isinstance(button, QToolButton):
                button.setToolButtonStyle(
                    style.ToolButtonIconOnly if narrow else style.ToolButtonTextUnderIcon
                )
                button.setFixedSize(self.width() - 12, _LOW_ITEM_PX if narrow else _ITEM_PX)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the current item's mark at the window's edge."""
        super().paintEvent(event)
        current = self._group.checkedButton()
        if current is not None:
            painter = QPainter(self)
            box = current.geometry()
            bar = QRect(0, box.top() + 12, _MARK_PX, box.height() - 24)
            painter.fillRect(bar, self._look.colour("rail-mark"))
            painter.end()

    def _draw(self) -> None:
        self._mark.setPixmap(self._look.pixmap("mark", "rail-mark", 30, self.devicePixelRatioF()))

    def _set_words(self) -> None:
        self.setAccessibleName(self.tr("Screens"))
        for place, item in enumerate(self._items):
            button = self._group.button(place)
            button.setText(item.text)
            button.setAccessibleName(item.text)
            button.setToolTip(f"{item.text} ({item.shortcut})")
        if self._foot is not None:
            self._foot_button.setText(self._foot.shortcut)
            self._foot_button.setAccessibleName(self._foot.text)
            self._foot_button.setToolTip(f"{self._foot.text} ({self._foot.shortcut})")
        self.be_narrow(narrow=self._narrow)

    def _width_of_words(self) -> int:
        """Return the width that holds the longest word, bold as the current item's is."""
        metrics = QFontMetrics(self._look.font(12, bold=True))
        words = max(metrics.horizontalAdvance(item.text) for item in self._items)
        return max(_WIDE, words + 12 + 12)
