"""The wizard's first page: choose, drop or paste a list; what was imported before."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from qhsign.services.import_records import PastImport
from qhsign.ui.shared.plain_parts import ElidedLabel, label, pressed_by_enter, rule
from qhsign.ui.theme import Look

_ICON_PX = 40


class ChoosePage(QWidget):
    """``chosen`` asks for a file, ``pasted`` for the clipboard, ``undone`` gives an import."""

    chosen = Signal()
    pasted = Signal()
    undone = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._past: Sequence[PastImport] = ()
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence, self._kinds = label("strong", wrap=True), label("second", wrap=True)
        for each in (self._sentence, self._kinds):
            each.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.choose, self.paste = QPushButton(), QPushButton()
        self.choose.setProperty("kind", "primary")
        look.put_icon(self.choose, "folder", "on-accent", 18)
        look.put_icon(self.paste, "paste", "text-2", 18)
        pressed_by_enter(self.choose, self.paste)
        self.choose.clicked.connect(self.chosen)
        self.paste.clicked.connect(self.pasted)
        self._history_title, self._nothing = label("strong"), label("second", wrap=True)
        self._history = QVBoxLayout()
        self._history.setSpacing(0)
        self._lay_out()
        look.changed.connect(self._draw)
        self._draw()
        self._set_words()

    def show_past(self, past: Sequence[PastImport]) -> None:
        """List the imports of the event."""
        self._past = past
        while (item := self._history.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for each in past:
            self._history.addWidget(self._line(each))
        self._history.addStretch(1)
        self._nothing.setVisible(not past)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.paste)
        buttons.addStretch(1)
        drop = QFrame()
        drop.setProperty("role", "drop")
        left = QVBoxLayout(drop)
        left.setContentsMargins(24, 16, 24, 16)
        left.setSpacing(10)
        left.addStretch(1)
        for each in (self._icon, self._sentence, self._kinds):
            left.addWidget(each)
        left.addLayout(buttons)
        left.addStretch(1)
        held = QWidget()
        held.setLayout(self._history)
        self._history.setContentsMargins(0, 0, 0, 0)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(held)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        card = QFrame()
        card.setProperty("role", "card")
        right = QVBoxLayout(card)
        right.setContentsMargins(16, 12, 8, 12)
        right.setSpacing(8)
        right.addWidget(self._history_title)
        right.addWidget(self._nothing)
        right.addWidget(scroll, 1)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 16, 16, 16)
        line.setSpacing(16)
        line.addWidget(drop, 3)
        line.addWidget(card, 2)

    def _line(self, past: PastImport) -> QFrame:
        """Return one import of the history with its button to take it back."""
        frame = QFrame()
        name, counts = ElidedLabel("strong"), ElidedLabel("caption")
        name.setText(f"{past.number}  {past.file_name}")
        when = past.at.strftime("%m-%d %H:%M")
        if past.undone_at is not None:
            counts.setText(self.tr("{when}, taken back").format(when=when))
        else:
            words = self.tr("{when}, {new} new, {changed} changed")
            counts.setText(words.format(when=when, new=past.new, changed=past.changed))
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(name)
        texts.addWidget(counts)
        line = QHBoxLayout()
        line.setContentsMargins(0, 8, 8, 8)
        line.addLayout(texts, 1)
        if past.undone_at is None:
            button = QPushButton(self.tr("Undo"))
            button.setProperty("kind", "small")
            button.setAccessibleName(
                self.tr("Take back import {number}").format(number=past.number)
            )
            undo: Callable[[], None] = partial(self.undone.emit, past.number)
            button.clicked.connect(lambda _=False, undo=undo: undo())
            line.addWidget(button)
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(rule())
        return frame

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(self._look.pixmap("import", "accent-text", _ICON_PX, ratio))

    def _set_words(self) -> None:
        self._sentence.setText(self.tr("Drop a list here, choose it, or paste copied rows."))
        self._kinds.setText(
            self.tr("xlsx, xls, ods, csv or rows copied from a spreadsheet, headings included")
        )
        self.choose.setText(self.tr("Choose a file…"))
        self.paste.setText(self.tr("Paste"))
        self.paste.setToolTip(self.tr("Ctrl+V"))
        self._history_title.setText(self.tr("Earlier imports"))
        self._nothing.setText(self.tr("Nothing has been imported yet."))
        self.show_past(self._past)
