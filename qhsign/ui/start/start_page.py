"""What the window shows while no event is open."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from qhsign.background.operation import Operation, Pool
from qhsign.background.runner import Runner
from qhsign.preferences.recent_events import RecentEvents
from qhsign.ui.later import Later
from qhsign.ui.notices import Notice
from qhsign.ui.shared.plain_parts import label, pressed_by_enter
from qhsign.ui.start.new_event_form import NewEvent, NewEventForm
from qhsign.ui.start.recent_list import RecentList
from qhsign.ui.theme import Look

if TYPE_CHECKING:
    from qhsign.ui.manual.manual import Manual

_ICON_PX = 72
_WELCOME_PX, _RECENT_PX = 360, 460


@dataclass(frozen=True, slots=True)
class StartActs:
    """What can be done while no event is open; ``folder`` is where a new event is offered."""

    open_file: Callable[[], None]
    open_demo: Callable[[], None]
    open_path: Callable[[Path], None]
    make_event: Callable[[NewEvent], None] | None
    folder: Path


class StartPage(QWidget):
    """A new event, an event file, the demonstration, and the events opened last."""

    def __init__(self, look: Look, runner: Runner, acts: StartActs, recent: RecentEvents) -> None:
        super().__init__()
        self.setObjectName("page")
        self._look, self._runner, self._recent = look, runner, recent
        self.notice = Notice(look)
        self._title, self._sentence = label("step-title"), label("second", wrap=True)
        self._drop = label("caption", wrap=True)
        self.new_button, self.open_button = QPushButton(), QPushButton()
        self.demo_button, self.manual_button = QPushButton(), QPushButton()
        pressed_by_enter(self.new_button, self.open_button, self.demo_button, self.manual_button)
        self._manual = Later(self._build_manual)
        self.recent = RecentList(look)
        self._acts, self._form = acts, Later(self._build_form)
        self._pages = QStackedWidget()
        for button, icon, act in (
            (self.new_button, "calendar", self.show_form),
            (self.open_button, "folder", acts.open_file),
            (self.demo_button, "play", acts.open_demo),
        ):
            button.setProperty("kind", "large")
            button.clicked.connect(act)
            look.put_icon(button, icon, "text-2", 20)
        self.manual_button.setProperty("kind", "text")
        look.put_icon(self.manual_button, "book", "accent-text", 18)
        self.manual_button.clicked.connect(self.show_manual)
        QShortcut(QKeySequence("F1"), self).activated.connect(self.show_manual)
        self._lay_out()
        self.recent.chosen.connect(acts.open_path)
        self.recent.forgotten.connect(self._forget)
        self.new_button.setVisible(acts.make_event is not None)
        self._show_recent(frozenset())
        self._look_for_missing()
        self._set_words()

    @property
    def form(self) -> NewEventForm:
        """What a new event shall be, built when it is first asked for."""
        return self._form()

    def show_form(self) -> None:
        """Ask what the new event shall be."""
        self.notice.put_away()
        form = self.form
        self._pages.setCurrentIndex(1)
        form.be_shown()

    def show_welcome(self) -> None:
        """Go back to the ways in."""
        self._pages.setCurrentIndex(0)
        self.new_button.setFocus()

    @property
    def manual(self) -> "Manual":
        """The manual, built when it is first opened."""
        return self._manual()

    def show_manual(self) -> None:
        """Show the manual at its first page, or put it away."""
        self.manual.turn_over("start")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the manual over the whole page."""
        super().resizeEvent(event)
        if self._manual.is_built:
            self.manual.be_placed()

    def be_busy(self, *, busy: bool) -> None:
        """Take no second wish while a file is being opened."""
        for button in (self.new_button, self.open_button, self.demo_button):
            button.setEnabled(not busy)
        self.recent.be_busy(busy=busy)
        if self._form.is_built:
            self.form.be_busy(busy=busy)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _show_recent(self, missing: frozenset[Path]) -> None:
        self.recent.show_events(self._recent.events, missing)
        self.recent.setVisible(bool(self._recent.events))
        there = next((row for row in self.recent.rows if row.open.isEnabled()), None)
        (there.open if there else self.new_button).setFocus()

    def _look_for_missing(self) -> None:
        """Look for the files off the window's thread: one may lie on a sleeping disk."""
        paths = [event.path for event in self._recent.events]

        def missing() -> frozenset[Path]:
            return frozenset(path for path in paths if not path.is_file())

        def show(gone: Sequence[Path]) -> None:
            if gone:
                self._show_recent(frozenset(gone))

        if paths:
            self._runner.start(Operation(missing, show, self, pool=Pool.FILES))

    def _forget(self, path: Path) -> None:
        self._recent.forget(path)
        self._show_recent(frozenset())
        self._look_for_missing()

    def _lay_out(self) -> None:
        ways = QWidget()
        row = QHBoxLayout(ways)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addStretch(1)
        row.addWidget(self._welcome(), 0, Qt.AlignmentFlag.AlignVCenter)
        self.recent.setMinimumWidth(320)
        self.recent.setMaximumWidth(_RECENT_PX)
        row.addWidget(self.recent, 4, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self._pages.addWidget(ways)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(self.notice)
        column.addWidget(self._pages, 1)

    def _build_form(self) -> NewEventForm:
        form = NewEventForm(self._look, self._acts.folder)
        form.setMinimumWidth(600)
        if self._acts.make_event is not None:
            form.asked.connect(self._acts.make_event)
        form.left.connect(self.show_welcome)
        holder = QWidget()
        middle = QHBoxLayout(holder)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addWidget(form, 1, Qt.AlignmentFlag.AlignCenter)
        scroll = QScrollArea()
        scroll.setObjectName("form-ground")
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(holder)
        self._pages.addWidget(scroll)
        return form

    def _build_manual(self) -> "Manual":
        from qhsign.ui.manual.manual import Manual

        return Manual(self._look, self)

    def _welcome(self) -> QFrame:
        mark = QLabel()
        mark.setPixmap(self._look.pixmap("qhsign", "text", _ICON_PX, 2.0))
        mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        card = QFrame()
        card.setProperty("role", "card")
        card.setFixedWidth(_WELCOME_PX)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(32, 28, 32, 24)
        inside.setSpacing(12)
        for text in (self._title, self._sentence, self._drop):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for each in (mark, self._title, self._sentence):
            inside.addWidget(each)
        inside.addSpacing(8)
        for button in (self.new_button, self.open_button, self.demo_button):
            inside.addWidget(button)
        inside.addWidget(self._drop)
        inside.addWidget(self.manual_button, 0, Qt.AlignmentFlag.AlignHCenter)
        return card

    def _set_words(self) -> None:
        self._title.setText(self.tr("qhsign"))
        self._sentence.setText(
            self.tr(
                "Guests and check-in for a fair and its signing ceremonies. One event, one file."
            )
        )
        self.new_button.setText(self.tr("New event…"))
        self.open_button.setText(self.tr("Open an event file…"))
        self.demo_button.setText(self.tr("Open the demo event"))
        self.manual_button.setText(self.tr("Manual (F1)"))
        self._drop.setText(self.tr("An event file can also be dropped onto this window."))
