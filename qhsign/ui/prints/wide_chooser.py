"""One of several choices behind a button as wide as its place: the word at the left, an arrow."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QMenu,
    QSizePolicy,
    QStyle,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
    QWidget,
)

from qhsign.ui.theme import Look

_ARROW_PX, _AIR_PX, _LEAST_PX = 16, 10, 96


class WideChooser(QToolButton):
    """``chosen`` carries the key of the choice a person made; a long word is cut short."""

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._choices: dict[str, str] = {}
        self._current = self._caption = ""
        self.setProperty("kind", "chooser")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(_LEAST_PX)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        look.changed.connect(self.update)

    @property
    def current(self) -> str:
        """The key of the present choice."""
        return self._current

    @property
    def word(self) -> str:
        """The word of the present choice."""
        return self._choices.get(self._current, "")

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys there are to choose from, in their order."""
        return tuple(self._choices)

    def set_choices(self, choices: Sequence[tuple[str, str]], current: str = "") -> None:
        """Take other choices, each a key and a word; an unknown ``current`` becomes the first."""
        self._choices = dict(choices)
        known = current in self._choices
        self._current = current if known else next(iter(self._choices), "")
        menu = QMenu(self)
        group = QActionGroup(menu)
        for key, word in choices:
            action = menu.addAction(word.replace("&", "&&"))
            action.setCheckable(True)
            action.setData(key)
            action.triggered.connect(lambda _=False, key=key: self.choose(key))
            group.addAction(action)
        earlier = self.menu()
        self.setMenu(menu)
        if earlier is not None:
            earlier.deleteLater()
        self._show()

    def choose(self, key: str) -> None:
        """Make a choice as a person does."""
        self.put(key)
        self.chosen.emit(key)

    def put(self, key: str) -> None:
        """Show a choice without telling anybody."""
        self._current = key
        self._show()

    def set_caption(self, caption: str) -> None:
        """Say what is chosen here, for those who hear the screen."""
        self._caption = caption
        self._show()

    def sizeHint(self) -> QSize:
        """Return room for the word."""
        wide = self.fontMetrics().horizontalAdvance(self.word) + _ARROW_PX + 3 * _AIR_PX
        return QSize(max(wide, _LEAST_PX), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the least room in which something of the word shows."""
        return QSize(_LEAST_PX, super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the choices with Down and Enter, too."""
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.showMenu()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button, the word and the arrow."""
        del event
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        room = self.rect().adjusted(_AIR_PX, 0, -_ARROW_PX - 2 * _AIR_PX, 0)
        shown = self.fontMetrics().elidedText(self.word, Qt.TextElideMode.ElideRight, room.width())
        colour = self._look.colour("text" if self.isEnabled() else "disabled")
        painter.setPen(colour)
        painter.setFont(self.font())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        arrow = self._look.pixmap("chevron", "text-2", _ARROW_PX, self.devicePixelRatioF())
        place = QRect(0, 0, _ARROW_PX, _ARROW_PX)
        place.moveCenter(self.rect().center())
        place.moveRight(self.rect().right() - _AIR_PX)
        painter.drawPixmap(place, arrow)
        painter.end()

    def _show(self) -> None:
        for action in self.menu().actions() if self.menu() else ():
            action.setChecked(action.data() == self._current)
        said = f"{self._caption} {self.word}".strip()
        self.setAccessibleName(said)
        self.setToolTip(self.word)
        self.updateGeometry()
        self.update()
