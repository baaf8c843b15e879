"""流程单: the steps of the ceremony in a table, the step that is current, the sign-off."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from qhsign.domain.problems import ProblemForUser
from qhsign.domain.roles import Act
from qhsign.services.show_records import ShowLine, StepSet
from qhsign.services.stage_approvals import ApprovalStep
from qhsign.ui.ceremony.ceremony_parts import CeremonyPart, CeremonyParts
from qhsign.ui.programme.nothing_planned import NothingPlanned
from qhsign.ui.programme.programme_book import ProgrammeBook
from qhsign.ui.programme.programme_provider import ProgrammeProvider
from qhsign.ui.programme.show_print import ShowPrint
from qhsign.ui.programme.sign_off import SignOff
from qhsign.ui.programme.slate_bar import SlateBar
from qhsign.ui.programme.step_form import TITLE, StepForm
from qhsign.ui.programme.step_table import StepTable
from qhsign.ui.reports.tall_scroll import TallScroll
from qhsign.ui.shared.plain_parts import rule
from qhsign.ui.shared.segmented_switch import SegmentedSwitch

NARROW = 1100
_SIDE_PX = 348
_HOUR = 60


class ShowPart(CeremonyPart):
    """Reads the run of show of the chosen slate; every change can be taken back."""

    def __init__(self, parts: CeremonyParts) -> None:
        super().__init__()
        provider = parts.providers.ceremony and parts.providers.ceremony.programme
        if not isinstance(provider, ProgrammeProvider):
            raise TypeError("the run of show needs its provider")
        self._parts, self._provider = parts, provider
        self.book = ProgrammeBook(parts, provider, self)
        self.printing = ShowPrint(parts, self.book, self)
        self.bar = SlateBar(parts)
        self.switch = SegmentedSwitch(parts.look, ("", ""), 32)
        self.add_button, self.print_button = QPushButton(), QPushButton()
        parts.look.put_icon(self.print_button, "print", "text-2", 18)
        self.table = StepTable(parts.look)
        self.form = StepForm()
        self.sign_off = SignOff(parts.look, parts.rights, parts.providers.event_facts.time_zone)
        self.nothing = NothingPlanned(parts, self.book)
        self._go_to, self._slate = "", ""
        self._side = QFrame()
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self._set_words()

    def be_shown(self) -> None:
        """Be ready for the keyboard: it goes to the steps."""
        self.table.setFocus()

    def add_step(self) -> None:
        """Put a step of the office's own behind the current one, or say why that cannot be."""
        after, slate = self.table.line, self.book.shown
        if self._is_refused(Act.EDIT):
            return
        title = {"title": self.tr("New step")}
        key = after.key if after else ""

        def added(step: StepSet) -> None:
            self._go_to = step.key
            self._done(step, self.tr("A step was put in: give it its name."))

        self._parts.change(self, lambda: self._provider.add_step(slate, key, title), added)

    def print_show(self) -> None:
        """Ask for a file and print into it, or say why that cannot be."""
        if not self._is_refused(Act.PRINT):
            self.printing.start()

    def _is_refused(self, act: Act) -> bool:
        """Say in one sentence what is lacking: the right, or a run of show."""
        why = self._parts.rights.why_not(act)
        if not why and self.book.table is None:
            why = self.nothing.sentence
            if not self.book.is_read:
                why = self.tr("The run of show is still being read: ask again in a moment.")
        if why:
            self._parts.bar.show_wrong(why)
        return bool(why)

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed while nobody looked."""
        super().showEvent(event)
        self.book.watch(watched=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave reading until somebody looks again."""
        super().hideEvent(event)
        self.book.watch(watched=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the steps or one of them in a narrow window, both in a wide one."""
        super().resizeEvent(event)
        self._place_panes()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language; the steps are read in it again."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
            self.book.look_again()
        super().changeEvent(event)

    def _take(self) -> None:
        table = self.book.table
        self._pages.setCurrentIndex(1 if table is None else 0)
        self._keep_rights()
        self._say_summary()
        self.sign_off.show_table(table)
        if table is None:
            self.table.show_lines(())
            self.nothing.say()
            return
        if table.slate != self._slate:
            # Steps of another slate may have the same keys: nothing typed goes over to them.
            self._slate = table.slate
            self.form.show_line(None, may_edit=False)
        go_to, self._go_to = self._go_to, ""
        self.table.show_lines(table.lines, go_to)
        if go_to:
            self._open_step()
            self.form.fields[TITLE].setFocus()
            self.form.fields[TITLE].selectAll()

    def _say_summary(self) -> None:
        table = self.book.table
        if table is None or not table.lines or table.ends is None:
            self.bar.summary.setText("")
            return
        hours, minutes = divmod(table.minutes, _HOUR)
        said = self.tr("{first}–{last}, {long}, {count} steps")
        hour_words = self.tr("{hours} h {minutes} min").format(hours=hours, minutes=minutes)
        minute_words = self.tr("{minutes} min").format(minutes=minutes)
        self.bar.summary.setText(
            said.format(
                first=f"{table.lines[0].begins:%H:%M}",
                last=f"{table.ends:%H:%M}",
                long=hour_words if hours else minute_words,
                count=len(table.lines),
            )
        )

    def _show_line(self, line: ShowLine | None) -> None:
        self.form.show_line(line, may_edit=self._parts.rights.may(Act.EDIT))

    def _open_step(self) -> None:
        if self._is_narrow():
            self.switch.choose(1)
        self.form.focus_first()

    def _set(self, name: str, text: str) -> None:
        line, slate = self.table.line, self.book.shown
        if line is None:
            return
        key, title = line.key, line.title
        self._parts.change(
            self,
            lambda: self._provider.set_step(slate, key, {name: text}),
            lambda step: self._done(step, self.tr("Changed: {step}").format(step=title)),
            self._refused,
        )

    def _refused(self, problem: ProblemForUser) -> None:
        """Say why; what was typed stays until it is right or another step is looked at."""
        self._parts.bar.show_problem(problem)
        if problem.code == "show-step-unknown":
            self.book.look_again()

    def _move(self, by: int) -> None:
        line, slate = self.table.line, self.book.shown
        if line is not None:
            key, title = line.key, line.title
            self._parts.change(
                self,
                lambda: self._provider.move_step(slate, key, by),
                lambda step: self._done(step, self.tr("Moved: {step}").format(step=title)),
            )

    def _remove(self) -> None:
        line, slate = self.table.line, self.book.shown
        if line is not None:
            key, title = line.key, line.title
            self._parts.change(
                self,
                lambda: self._provider.remove_step(slate, key),
                lambda step: self._done(step, self.tr("Taken out: {step}").format(step=title)),
            )

    def _plan_start(self, moment: str) -> None:
        batches = [row for row in self._parts.book.batches if row.contracts]
        if batches and moment:
            number = batches[0].number
            self._parts.change(
                self,
                lambda: self._provider.plan_start(number, moment),
                lambda operation: self._tell(operation, self.tr("The ceremony has its time now.")),
                self._wrong_start,
            )

    def _wrong_start(self, problem: ProblemForUser) -> None:
        given = str(problem.parameters.get("value", ""))
        is_time = problem.code == "setting-wrong"
        self._parts.bar.show_problem(
            ProblemForUser("show-time-wrong", value=given) if is_time else problem
        )

    def _sign(self, step: ApprovalStep, name: str) -> None:
        slate = self.book.shown
        self._parts.change(
            self,
            lambda: self._provider.sign(slate, step, name),
            lambda approval: self._tell(
                approval.operation, self.tr("Signed off by {name}.").format(name=name)
            ),
        )

    def _done(self, step: StepSet, sentence: str) -> None:
        if step.operation:
            self._tell(step.operation, sentence)

    def _tell(self, operation: str, sentence: str) -> None:
        self._parts.tell(self, sentence, operation, self._provider.undo)

    def _keep_rights(self) -> None:
        rights, has_steps = self._parts.rights, self.book.table is not None
        self.add_button.setEnabled(rights.may(Act.EDIT) and has_steps)
        self.print_button.setEnabled(rights.may(Act.PRINT) and has_steps)
        self._show_line(self.table.line)

    def _is_narrow(self) -> bool:
        return self.window().width() < NARROW

    def _place_panes(self) -> None:
        narrow = self._is_narrow()
        self.switch.setVisible(narrow)
        self.bar.be_narrow(narrow=narrow)
        self.bar.summary.setVisible(not narrow)
        self.table.setVisible(not narrow or self.switch.current == 0)
        self._side.setVisible(not narrow or self.switch.current == 1)
        self._side.setMinimumWidth(0 if narrow else _SIDE_PX)
        self._side.setMaximumWidth(16_777_215 if narrow else _SIDE_PX)

    def _connect(self) -> None:
        parts = self._parts
        self.book.read.connect(self._take)
        parts.book.slate_chosen.connect(self.form.keep_typed)
        self.table.shown.connect(self._show_line)
        self.table.opened.connect(self._open_step)
        self.form.changed.connect(self._set)
        self.form.moved.connect(self._move)
        self.form.removed.connect(self._remove)
        self.sign_off.asked.connect(self._sign)
        self.nothing.start_typed.connect(self._plan_start)
        self.switch.chosen.connect(self._place_panes)
        self.add_button.clicked.connect(self.add_step)
        self.print_button.clicked.connect(self.print_show)
        parts.rights.explain(self.add_button, Act.EDIT)
        parts.rights.explain(self.print_button, Act.PRINT)
        parts.rights.changed.connect(self._keep_rights)

    def _lay_out(self) -> None:
        for each in (self.add_button, self.print_button):
            self.bar.add(each)
        self.bar.put_first(self.switch)
        sheet = QWidget()
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(16, 14, 16, 16)
        inside.setSpacing(14)
        inside.addWidget(self.form)
        inside.addWidget(rule())
        inside.addWidget(self.sign_off)
        inside.addStretch(1)
        self._side.setObjectName("programme-side")
        side = QVBoxLayout(self._side)
        side.setContentsMargins(1, 0, 0, 0)
        side.addWidget(TallScroll(sheet))
        both = QWidget()
        line = QHBoxLayout(both)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.table, 1)
        line.addWidget(self._side)
        self._pages.addWidget(both)
        self._pages.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._pages, 1)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _set_words(self) -> None:
        self.table.steps.set_headings(
            self.tr("No."), self.tr("Time"), self.tr("Minutes"), self.tr("Step"),
            self.tr("Big screen"), self.tr("Sound and light"), self.tr("Sees to it"),
        )  # fmt: skip
        self.table.setAccessibleName(self.tr("Steps of the run of show"))
        self.switch.set_words(self.tr("All steps"), self.tr("This step"))
        self.switch.setAccessibleName(self.tr("What is shown"))
        self.add_button.setText(self.tr("New step"))
        self.print_button.setText(self.tr("Print…"))
        self._say_summary()
