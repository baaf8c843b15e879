"""Printing for one alone or for some: a search field, what it finds, and who was chosen."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qhsign.services.print_records import StackPiece
from qhsign.ui.prints.print_words import piece_words
from qhsign.ui.shared.plain_parts import ElidedLabel
from qhsign.ui.shared.search_field import SearchField
from qhsign.ui.theme import Look

MOST = 6
_ROW_PX = 32

Find = Callable[[str, int], Sequence[StackPiece]]


class OneOfThem(QWidget):
    """``chosen`` tells that somebody else is meant; with no ``pieces`` everybody is."""

    chosen = Signal()

    def __init__(self, look: Look, find: Find) -> None:
        super().__init__()
        self._find = find
        self.pieces: Sequence[StackPiece] = ()
        self._found: Sequence[StackPiece] = ()
        self.search = SearchField(look, 32)
        self.list = _Found()
        self._name = ElidedLabel("strong")
        self._back = QToolButton()
        self._back.setProperty("kind", "bare")
        look.put_icon(self._back, "close", "text-2", 16)
        self._tag = QFrame()
        self._tag.setProperty("role", "chosen")
        self._tag.setFixedHeight(32)
        line = QHBoxLayout(self._tag)
        line.setContentsMargins(10, 0, 6, 0)
        line.addWidget(self._name, 1)
        line.addWidget(self._back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for each in (self.search, self._tag, self.list):
            column.addWidget(each)
        self.search.searched.connect(self._look_for)
        self.search.entered.connect(self._take_first)
        self.search.left_down.connect(self._enter_list)
        self.list.taken.connect(self._take)
        self._back.clicked.connect(self.take_everybody)
        self._show()
        self.set_words()

    def take_everybody(self) -> None:
        """Mean everybody again."""
        self.put_back()
        self.search.setFocus()
        self.chosen.emit()

    def put(self, *pieces: StackPiece) -> None:
        """Mean one alone, or some, without telling anybody."""
        self.pieces = pieces
        self.search.input.clear()
        self._say_who()
        self._show()

    def put_back(self) -> None:
        """Mean everybody without telling anybody."""
        self.pieces = ()
        self.search.input.clear()
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.set_words()
        super().changeEvent(event)

    def set_words(self, prompt: str = "") -> None:
        """Say what is searched for; without a ``prompt`` a guest."""
        self.search.set_words(
            prompt or self.tr("Everybody; search for one"),
            self.tr("Print for one alone"),
            self.tr("Empty the search field"),
        )
        self.list.setAccessibleName(self.tr("Found"))
        self._back.setToolTip(self.tr("Print for everybody"))
        self._back.setAccessibleName(self.tr("Print for everybody"))
        self._say_who()

    def _say_who(self) -> None:
        """Name the one that is meant; of some, how many they are and who comes first."""
        if len(self.pieces) > 1:
            words = self.tr("{count} guests: {names}")
            names = self.tr(", ").join(piece.name for piece in self.pieces[:MOST])
            self._name.setText(words.format(count=f"{len(self.pieces):,}", names=names))
        else:
            self._name.setText("".join(map(piece_words, self.pieces)))

    def _look_for(self, text: str) -> None:
        self._found = self._find(text, MOST) if text.strip() else ()
        self.list.show_found([piece_words(piece) for piece in self._found])
        if text.strip() and not self._found:
            self.list.show_found([self.tr("Nothing is found")], choosable=False)
        self._show()

    def _take_first(self) -> None:
        if self._found:
            self._take(max(self.list.currentRow(), 0))

    def _enter_list(self) -> None:
        if self._found:
            self.list.setCurrentRow(0)
            self.list.setFocus()

    def _take(self, row: int) -> None:
        if not 0 <= row < len(self._found):
            return
        self.put(self._found[row])
        self._back.setFocus()
        self.chosen.emit()

    def _show(self) -> None:
        self._tag.setVisible(bool(self.pieces))
        self.search.setVisible(not self.pieces)
        self.list.setVisible(not self.pieces and bool(self.search.text.strip()))


class _Found(QListWidget):
    """``taken`` carries the row of Enter or a click."""

    taken = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("found")
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.itemClicked.connect(lambda item: self.taken.emit(self.row(item)))

    def show_found(self, words: Sequence[str], *, choosable: bool = True) -> None:
        """Show what was found, as high as that."""
        self.clear()
        for word in words:
            item = QListWidgetItem(word)
            item.setToolTip(word)
            if not choosable:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(item)
        self.setFixedHeight(max(len(words), 1) * _ROW_PX + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the current row on Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.taken.emit(self.currentRow())
            return
        super().keyPressEvent(event)
