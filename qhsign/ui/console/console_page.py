"""现场控制台: a ceremony is led from here, one step after the other."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from qhsign.domain.problems import ProblemForUser
from qhsign.domain.roles import Act
from qhsign.ui.big_screen.hall_screen import HallScreen
from qhsign.ui.ceremony.ceremony_parts import CeremonyParts
from qhsign.ui.console.ceremony_chooser import CeremonyChooser
from qhsign.ui.console.console_keys import ConsoleKeys
from qhsign.ui.console.console_work import ConsoleWork
from qhsign.ui.console.next_batch import NextBatch
from qhsign.ui.console.screen_card import ScreenCard
from qhsign.ui.console.show_list import ShowCard
from qhsign.ui.console.step_buttons import BackButton, NextButton
from qhsign.ui.console.step_card import StepCard
from qhsign.ui.console.words_card import WordsCard
from qhsign.ui.guests.undo_bar import UndoBar
from qhsign.ui.notices import Notice
from qhsign.ui.shared.plain_parts import ElidedLabel, divider, label

_TICK_MS = 1_000
_LOW_PX, _NARROW_PX = 560, 1000
_RIGHT_PX, _NARROW_RIGHT_PX = 396, 288
_CHOOSING, _LEADING = 0, 1


class ConsolePage(QFrame):
    """Lies over the screen of the ceremony; ``left`` is emitted when it has gone away.

    Leaving it ends nothing: the ceremony and the big screen go on. ``board_asked`` carries the id
    of a batch whose board is wanted.
    """

    left = Signal()
    board_asked = Signal(str)

    def __init__(self, parts: CeremonyParts, work: ConsoleWork, hall: HallScreen) -> None:
        super().__init__()
        self._parts, self.work, self.hall = parts, work, hall
        look = parts.look
        zone = parts.providers.event_facts.time_zone
        self.setObjectName("page-over")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._is_full = False
        self.back_out, self._title = QPushButton(), label("page-title")
        self._slate = ElidedLabel("second")
        self.other, self.full, self.finish = QPushButton(), QPushButton(), QPushButton()
        self.bar, self.trouble = UndoBar(look), Notice(look)
        self.step = StepCard(look, zone)
        self.next, self.back = NextButton(look), BackButton(look)
        self.next_batch = NextBatch(look)
        self.words = WordsCard(look, parts.preferences, self.next_batch)
        self.screen_card = ScreenCard(look, hall)
        self.show_card = ShowCard(look, zone)
        self.chooser = CeremonyChooser(look)
        self._stack, self._right = QStackedWidget(), QWidget()
        self._lay_out()
        self.keys = ConsoleKeys(self, self.next, self._press)
        self.keys.watch_also(hall.view)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._connect()
        self._set_words()
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether it covers its screen."""
        return not self.isHidden()

    def open_over(self, under: QWidget) -> None:
        """Cover a screen and take the keyboard."""
        if self.parent() is not under:
            self.setParent(under)
            under.installEventFilter(self)
        self.setGeometry(under.rect())
        self.show()
        self.raise_()
        self.hall.reopen()
        self.be_shown()

    def be_shown(self) -> None:
        """Have the keyboard where the next press is expected."""
        if not self.work.is_listed:
            self.setFocus()
        elif self._stack.currentIndex() == _LEADING:
            self.next.setFocus()
        else:
            self.chooser.be_shown()

    def put_away(self) -> None:
        """Give the screen back; nothing is ended."""
        if self.is_open:
            self.be_full(full=False)
            self.hide()
            self.left.emit()

    def be_full(self, *, full: bool) -> None:
        """Fill the monitor with the window, or take it back."""
        if full is self._is_full:
            return
        self._is_full = full
        state = self.window().windowState()
        state_full = Qt.WindowState.WindowFullScreen
        self.window().setWindowState(state | state_full if full else state & ~state_full)

    def turn_full(self) -> None:
        """Fill the monitor, or no longer."""
        self.be_full(full=not self._is_full)

    def undo(self) -> None:
        """Take back what was told last."""
        self.bar.take_back()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go away on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep covering the screen."""
        under = self.parentWidget()
        if watched is under and under is not None and event.type() == QEvent.Type.Resize:
            self.setGeometry(under.rect())
        return False

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the ceremony and the clock."""
        super().showEvent(event)
        self.work.watch(watched=True)
        self._timer.start()
        self._tick()

    def hideEvent(self, event: QHideEvent) -> None:
        """Follow no more, unless the hall looks."""
        super().hideEvent(event)
        self._timer.stop()
        self._watch()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange for the window's size."""
        super().resizeEvent(event)
        low, narrow = self.height() < _LOW_PX, self.width() < _NARROW_PX
        self.step.be_low(low=low)
        self.next.be_low(low=low)
        self.back.be_low(low=low)
        self.screen_card.be_low(low=low)
        self.next_batch.be_narrow(narrow=narrow)
        self.screen_card.be_narrow(narrow=narrow)
        self._body.setContentsMargins(16, 8 if low else 12, 16, 8 if low else 12)
        self._right.setFixedWidth(_NARROW_RIGHT_PX if narrow else _RIGHT_PX)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language; the steps are read in it."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
            if self.is_open:
                self.work.read()
        super().changeEvent(event)

    def _press(self, key: Qt.Key) -> None:
        """Take a key that came alone."""
        if self._stack.currentIndex() != _LEADING:
            if key == Qt.Key.Key_Space:
                self.chooser.press_current()
        elif key == Qt.Key.Key_Space:
            self._go_on()
        elif key == Qt.Key.Key_Backspace:
            self._go_back()

    def _go_on(self) -> None:
        state = self.work.state
        if state is None or not self.next.isEnabled():
            return
        self.next.setFocus()
        if not state.is_running:
            self.work.start()
        elif state.following is None:
            self._end()
        else:
            self.work.go_on()

    def _go_back(self) -> None:
        state = self.work.state
        if state is not None and state.place > 1 and self.back.isEnabled():
            self.work.go_back()

    def _end(self) -> None:
        slate = self.work.slate

        def done() -> None:
            said = self.tr("The ceremony is ended. The hall sees the thanks.")
            self.bar.show_done(said, lambda: self.work.resume(slate))

        self.work.end(done)

    def _show(self) -> None:
        state = self.work.state
        if state is not None:
            self.hall.show_screen(state.screen, held=state.held)
        self._turn(_LEADING if state is not None else _CHOOSING)
        self._slate.setText(state.slate if state is not None else "")
        self.other.setVisible(state is not None and len(self.work.ceremonies) > 1)
        self.finish.setVisible(state is not None and state.is_running)
        self.step.show_state(state)
        self.words.show_state(state)
        self.screen_card.show_state(state)
        self.show_card.show_state(state)
        self._say_next()
        self._tick()

    def _turn(self, index: int) -> None:
        """Turn to another page; the keyboard goes along if it is here."""
        was = self._stack.currentIndex()
        self._stack.setCurrentIndex(index)
        self._stack.setVisible(self.work.is_listed)
        focus = QApplication.focusWidget()
        is_here = focus is None or focus is self or self.isAncestorOf(focus)
        if self.isVisible() and is_here and (was != index or focus is self):
            self.be_shown()

    def _say_next(self) -> None:
        state = self.work.state
        if state is None:
            return
        may = self._parts.rights.may(Act.EDIT)
        self.back.setEnabled(may and state.is_running and state.place > 1)
        following = state.following
        key = self.tr("Space")
        if not state.is_running:
            again = self.tr("Begin again") if state.ended else self.tr("Begin")
            self.next.say(again, state.slate, key)
        elif following is None:
            self.next.say(self.tr("Last step"), self.tr("End the ceremony"), key)
        else:
            self.next.say(self.tr("Next step"), following.title, key)

    def _tick(self) -> None:
        now = self.work.now()
        self.step.show_time(now)
        self.show_card.steps.show_time(now)

    def _watch(self) -> None:
        """Follow the ceremony while somebody looks, here or in the hall."""
        self.work.watch(watched=self.isVisible() or self.hall.is_open)

    def _tell_blind(self, problem: ProblemForUser) -> None:
        self.trouble.show_problem(problem)
        self._show()

    def _ask_board(self) -> None:
        state = self.work.state
        if state is not None and state.next_batch is not None:
            self.board_asked.emit(state.next_batch.id)

    def _choose_other(self) -> None:
        self.chooser.show_rows(self.work.ceremonies)
        self._turn(_CHOOSING)

    def _choose(self, slate: str) -> None:
        if slate == self.work.slate and self.work.state is not None:
            self._turn(_LEADING)
        self.work.choose(slate)

    def _connect(self) -> None:
        work = self.work
        work.changed.connect(self._show)
        work.listed.connect(lambda: self.chooser.show_rows(work.ceremonies))
        work.counted.connect(lambda: self.next_batch.show_next(work.state, work.ready))
        work.refused.connect(self.bar.show_problem)
        work.blind.connect(self._tell_blind)
        work.seeing.connect(self.trouble.put_away)
        self.next.clicked.connect(self._go_on)
        self.back.clicked.connect(self._go_back)
        self.back_out.clicked.connect(self.put_away)
        self.other.clicked.connect(self._choose_other)
        self.full.clicked.connect(self.turn_full)
        self.finish.clicked.connect(self._end)
        self.chooser.chosen.connect(self._choose)
        self.chooser.left.connect(self.put_away)
        self.next_batch.board_asked.connect(self._ask_board)
        self.screen_card.screen_chosen.connect(work.show_screen)
        self.screen_card.held.connect(lambda held: work.hold(held=held))
        self.hall.changed.connect(self._watch)
        rights = self._parts.rights
        for each in (self.next, self.finish):
            rights.keep(each, Act.EDIT)
        rights.explain(self.back, Act.EDIT)
        rights.changed.connect(self._say_next)

    def _lay_out(self) -> None:
        look = self._parts.look
        head = QFrame()
        head.setObjectName("toolbar")
        head.setFixedHeight(44)
        line = QHBoxLayout(head)
        line.setContentsMargins(16, 0, 16, 0)
        line.setSpacing(12)
        for each in (self.back_out, self._title, divider(), self._slate, self.other):
            line.addWidget(each, 1 if each is self._slate else 0)
        line.addWidget(self.full)
        line.addWidget(self.finish)
        look.put_icon(self.back_out, "previous", "text-2", 18)
        look.put_icon(self.full, "full-screen", "text-2", 18)
        for button in (self.back_out, self.other, self.full, self.finish):
            button.setProperty("kind", "small")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        buttons.addWidget(self.back)
        buttons.addWidget(self.next, 1)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.step)
        left.addLayout(buttons)
        left.addWidget(self.words, 1)
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(12)
        right.addWidget(self.screen_card)
        right.addWidget(self.show_card, 1)
        leading = QWidget()
        body = self._body = QHBoxLayout(leading)
        body.setContentsMargins(16, 12, 16, 12)
        body.setSpacing(16)
        body.addLayout(left, 1)
        body.addWidget(self._right)
        self._stack.addWidget(self.chooser)
        self._stack.addWidget(leading)
        told = QVBoxLayout()
        told.setContentsMargins(16, 0, 16, 0)
        told.addWidget(self.trouble)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.bar.framed())
        column.addLayout(told)
        column.addWidget(self._stack, 1)

    def _set_words(self) -> None:
        self._title.setText(self.tr("Console"))
        self.setAccessibleName(self.tr("Console"))
        self.back_out.setText(self.tr("Back"))
        self.back_out.setToolTip(self.tr("Esc: back to the stage; the ceremony goes on"))
        self.other.setText(self.tr("Other ceremony"))
        self.full.setText(self.tr("Full screen"))
        self.full.setToolTip(self.tr("Full screen, or no longer: F11"))
        self.finish.setText(self.tr("End the ceremony"))
        self.back.say(self.tr("One step back"), "Backspace")
        self._say_next()
