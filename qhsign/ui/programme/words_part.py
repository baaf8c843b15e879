"""主持词: the words step by step with pinyin above names, to be written and to be confirmed."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qhsign.background.operation import Changed
from qhsign.domain.problems import ProblemForUser
from qhsign.domain.roles import Act
from qhsign.services.guest_edit_records import Edited
from qhsign.services.show_records import OpenReading, ShowLine, StepSet
from qhsign.ui.ceremony.ceremony_parts import CHANGED, CeremonyPart, CeremonyParts
from qhsign.ui.programme.nothing_planned import NothingPlanned
from qhsign.ui.programme.programme_book import ProgrammeBook
from qhsign.ui.programme.programme_provider import ProgrammeProvider
from qhsign.ui.programme.read_steps import ReadSteps
from qhsign.ui.programme.reading_list import ReadingPane
from qhsign.ui.programme.show_print import ShowPrint
from qhsign.ui.programme.slate_bar import SlateBar
from qhsign.ui.programme.words_view import SIZES, WordsView
from qhsign.ui.shared.segmented_switch import SegmentedSwitch

NARROW = 1100
_STEPS_PX, _READINGS_PX = 232, 316


class WordsPart(CeremonyPart):
    """Shows the step chosen at the left; the size of the words is kept for this desk."""

    def __init__(self, parts: CeremonyParts) -> None:
        super().__init__()
        provider = parts.providers.ceremony and parts.providers.ceremony.programme
        if not isinstance(provider, ProgrammeProvider):
            raise TypeError("the host's words need their provider")
        self._parts, self._provider = parts, provider
        self.book = ProgrammeBook(parts, provider, self)
        self.printing = ShowPrint(parts, self.book, self)
        self.bar = SlateBar(parts)
        self.switch = SegmentedSwitch(parts.look, ("", "", ""), 32)
        self.smaller, self.larger = QToolButton(), QToolButton()
        self.print_button = QPushButton()
        parts.look.put_icon(self.print_button, "print", "text-2", 18)
        self.steps = ReadSteps(parts.look)
        self.words = WordsView(parts.look)
        self.readings = ReadingPane(parts.look)
        self.nothing = NothingPlanned(parts, self.book)
        self._key = ""
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self._set_words()
        self._set_size(_nearest(parts.preferences.settings.host_words_px))

    @property
    def line(self) -> ShowLine | None:
        """The step whose words are shown."""
        return self.book.line(self._key)

    def be_shown(self) -> None:
        """Be ready for the keyboard: it goes to the steps."""
        self.steps.setFocus()

    def write_words(self) -> None:
        """Begin to write the words of the step, or leave writing."""
        if self._is_narrow():
            self.switch.choose(1)
        self.words.turn_editing()

    def resize_words(self, by: int) -> None:
        """Show the words one size larger (1) or smaller (-1)."""
        place = SIZES.index(self.words.pixels) + by
        if 0 <= place < len(SIZES):
            self._set_size(SIZES[place])
            self._parts.preferences.change(host_words_px=str(SIZES[place]))

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed while nobody looked."""
        super().showEvent(event)
        self.book.watch(watched=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is being written, and leave reading until somebody looks again."""
        super().hideEvent(event)
        self.words.stop_editing(keep=True)
        self.book.watch(watched=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show one of the panes in a narrow window, all in a wide one."""
        super().resizeEvent(event)
        self._place_panes()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language; the words are made in it again."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
            self.book.look_again()
        super().changeEvent(event)

    def _take(self) -> None:
        table = self.book.table
        self._pages.setCurrentIndex(1 if table is None else 0)
        self.print_button.setEnabled(table is not None)
        if table is None:
            self.nothing.say()
            self.words.stop_editing(keep=False)
        self._fill_steps()
        self._show_step()

    def _fill_steps(self) -> None:
        table = self.book.table
        lines = [line for line in table.lines if line.words is not None] if table else []
        keys = [line.key for line in lines]
        if self._key not in keys:
            self.words.stop_editing(keep=False)
            self._key = next((line.key for line in lines if line.batch), "") or "".join(keys[:1])
        open_readings = {key for each in table.readings for key in each.steps} if table else set()
        notes = [self._note(line, is_open=line.key in open_readings) for line in lines]
        self.steps.show_lines(lines, notes, self._key)

    def _note(self, line: ShowLine, *, is_open: bool) -> str:
        marks = [self.tr("to look at")] if line.words and line.words.doubts else []
        if is_open:
            marks.append(self.tr("readings open"))
        if line.words and line.words.written:
            marks.append(self.tr("own words"))
        return self.tr(", ").join(marks)

    def _choose(self, line: ShowLine) -> None:
        self.words.stop_editing(keep=True)
        self._key = line.key
        self._show_step()

    def _show_step(self) -> None:
        line, table = self.line, self.book.table
        may = self._parts.rights.may(Act.EDIT)
        title, words = (line.title, line.words) if line else ("", None)
        self.words.show_words(title, words, may_edit=may)
        open_readings = table.readings if table else ()
        text = words.words.text if words else ""
        shown = [each for each in open_readings if line and line.key in each.steps]
        shown.sort(key=lambda each: (not each.guest, text.find(each.name)))
        others = [each for each in open_readings if each not in shown]
        self.readings.show_readings([*shown, *others], may_edit=may)

    def _write(self, text: str) -> None:
        line, slate = self.line, self.book.shown
        if line is None:
            return
        key, title = line.key, line.title
        written = self.tr("The words were written: {step}").format(step=title)
        usual = self.tr("The usual words again: {step}").format(step=title)

        def done(step: StepSet) -> None:
            if step.operation:
                said = written if text else usual
                self._parts.tell(self, said, step.operation, self._provider.undo)

        def refused(problem: ProblemForUser) -> None:
            self._parts.bar.show_problem(problem)
            if self._key == key and self.book.shown == slate and text:
                self.words.write_again(text)

        self._parts.change(self, lambda: self._provider.set_words(slate, key, text), done, refused)

    def _confirm(self, reading: OpenReading, typed: str) -> None:
        guest, changes = reading.guest, CHANGED | {Changed.GUESTS}
        said = self.tr("{name} is read {reading}.").format(name=reading.name, reading=typed)

        def take_back(operation: str) -> int:
            return self._provider.undo_reading(operation, guest)

        def done(edited: Edited) -> None:
            if edited.operation:
                self._parts.tell(self, said, edited.operation, take_back, changes)

        self._parts.change(
            self, lambda: self._provider.confirm(guest, typed), done, changes=changes
        )

    def _set_size(self, pixels: int) -> None:
        self.words.set_pixels(pixels)
        self.smaller.setEnabled(pixels != SIZES[0])
        self.larger.setEnabled(pixels != SIZES[-1])

    def _is_narrow(self) -> bool:
        return self.window().width() < NARROW

    def _place_panes(self) -> None:
        narrow, chosen = self._is_narrow(), self.switch.current
        self.switch.setVisible(narrow)
        self.bar.be_narrow(narrow=narrow)
        self.bar.summary.setVisible(not narrow)
        for place, pane in enumerate((self.steps, self.words, self.readings)):
            pane.setVisible(not narrow or place == chosen)
        for pane, width in ((self.steps, _STEPS_PX), (self.readings, _READINGS_PX)):
            pane.setMinimumWidth(0 if narrow else width)
            pane.setMaximumWidth(16_777_215 if narrow else width)

    def _opened(self) -> None:
        if self._is_narrow():
            self.switch.choose(1)

    def _connect(self) -> None:
        self.book.read.connect(self._take)
        self._parts.book.slate_chosen.connect(lambda: self.words.stop_editing(keep=True))
        self.steps.shown.connect(self._choose)
        self.steps.opened.connect(self._opened)
        self.words.written.connect(self._write)
        self.readings.confirmed.connect(self._confirm)
        self.smaller.clicked.connect(lambda: self.resize_words(-1))
        self.larger.clicked.connect(lambda: self.resize_words(1))
        self.print_button.clicked.connect(self.printing.start)
        self.switch.chosen.connect(self._place_panes)
        self._parts.rights.changed.connect(self._show_step)

    def _lay_out(self) -> None:
        self.readings.setObjectName("programme-side")
        for button in (self.smaller, self.larger):
            button.setProperty("kind", "step")
            button.setFixedSize(40, 32)
            self.bar.add(button)
        self.bar.add(self.print_button)
        self.bar.put_first(self.switch)
        panes = QWidget()
        line = QHBoxLayout(panes)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.steps)
        line.addWidget(self.words, 1)
        line.addWidget(self.readings)
        self._pages.addWidget(panes)
        self._pages.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._pages, 1)

    def _set_words(self) -> None:
        self.switch.set_words(self.tr("Steps"), self.tr("Words"), self.tr("Readings"))
        self.switch.setAccessibleName(self.tr("What is shown"))
        self.steps.setAccessibleName(self.tr("Steps in which the host reads"))
        self.smaller.setText("A−")
        self.larger.setText("A+")
        for button, words in (
            (self.smaller, self.tr("Smaller words")),
            (self.larger, self.tr("Larger words")),
        ):
            button.setToolTip(words)
            button.setAccessibleName(words)
        self.print_button.setText(self.tr("Print…"))


def _nearest(kept: str) -> int:
    """Return the size that was kept, or the nearest there is."""
    wanted = int(kept) if kept.isdecimal() else SIZES[3]
    return min(SIZES, key=lambda size: abs(size - wanted))
