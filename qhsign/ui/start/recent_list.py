"""The events opened last: one click opens, what has gone missing can be taken away."""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qhsign.preferences.recent_events import RecentEvent
from qhsign.ui.shared.plain_parts import ElidedLabel, label
from qhsign.ui.theme import Look

_ROW_PX, _AROUND_PX = 60, 60


class RecentRow(QFrame):
    """One event; a missing one is grey and can only be taken away."""

    def __init__(self, look: Look, event: RecentEvent, *, missing: bool) -> None:
        super().__init__()
        self._event, self._missing = event, missing
        self.open = QPushButton()
        self.open.setProperty("kind", "row")
        self.open.setEnabled(not missing)
        self._title, self._path = ElidedLabel("quiet" if missing else "strong"), ElidedLabel("path")
        self._when = label("caption")
        for each in (self._title, self._path, self._when):
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._title.setText(event.title or event.path.stem)
        self._path.setText(str(event.path))
        self._path.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._when)
        inside = QVBoxLayout(self.open)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.setSpacing(0)
        inside.addLayout(head)
        inside.addWidget(self._path)
        self.forget = QToolButton()
        self.forget.setProperty("kind", "bare")
        self.forget.setVisible(missing)
        look.put_icon(self.forget, "close", "text-2", 18)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self.open, 1)
        line.addWidget(self.forget)
        self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _set_words(self) -> None:
        when = self.tr("Not found") if self._missing else _moment(self._event.opened)
        self._when.setText(when)
        self.open.setAccessibleName(f"{self._title.text()}, {when}, {self._event.path}")
        self.forget.setToolTip(self.tr("Take from the list"))
        self.forget.setAccessibleName(
            self.tr("Take {name} from the list").format(name=self._title.text())
        )


class RecentList(QFrame):
    """``chosen`` and ``forgotten`` carry an event's path."""

    chosen = Signal(object)
    forgotten = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._look = look
        self.rows: list[RecentRow] = []
        self._heading = label("strong")
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addStretch(1)
        inside = QWidget()
        inside.setLayout(self._column)
        self._scroll = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 20, 16, 16)
        column.setSpacing(10)
        column.addWidget(self._heading)
        column.addWidget(scroll, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._set_words()

    def sizeHint(self) -> QSize:
        """Ask for room for every event."""
        hint = super().sizeHint()
        rows = len(self.rows) * (_ROW_PX + self._column.spacing())
        return QSize(hint.width(), self._heading.sizeHint().height() + rows + _AROUND_PX)

    def show_events(self, events: Sequence[RecentEvent], missing: Collection[Path]) -> None:
        """Show the events; those among ``missing`` are grey."""
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for place, event in enumerate(events):
            row = RecentRow(self._look, event, missing=event.path in missing)
            row.open.clicked.connect(_telling(self.chosen.emit, event.path))
            row.forget.clicked.connect(_telling(self.forgotten.emit, event.path))
            self._column.insertWidget(place, row)
            self.rows.append(row)
        self._scroll.setMaximumHeight(len(events) * (_ROW_PX + self._column.spacing()) + 8)

    def be_busy(self, *, busy: bool) -> None:
        """Take no second wish while a file is being opened."""
        self.setEnabled(not busy)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _set_words(self) -> None:
        self._heading.setText(self.tr("Recent events"))
        self.setAccessibleName(self.tr("Recent events"))


def _telling(tell: Callable[[Path], None], path: Path) -> Callable[[], None]:
    return lambda: tell(path)


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"
