"""What the event chooses: each field is saved when it is left, and can be taken back."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import available_timezones

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QCompleter, QLabel, QLineEdit, QWidget

from qhsign.background.operation import Changed, Operation
from qhsign.background.runner import Runner
from qhsign.domain.problems import ProblemForUser
from qhsign.domain.readiness import read_alarms
from qhsign.ui.providers import ORDERS
from qhsign.ui.settings.event_fields import FIELDS, GROUPS, Entry, Field
from qhsign.ui.settings.saved_notice import SavedNotice
from qhsign.ui.settings.section import Section
from qhsign.ui.settings.settings_provider import SettingsProvider, Texts
from qhsign.ui.shared.chooser import Chooser
from qhsign.ui.shared.typed_days import read_day
from qhsign.ui.shared.words import order_word
from qhsign.ui.theme import Look
from qhsign.wording import say

if TYPE_CHECKING:
    from qhsign.ui.shared.form_row import FormRow

_LONGEST = 400


class EventSection(Section):
    """``saved`` carries all of the event's settings after a change."""

    saved = Signal(object)

    def __init__(
        self, look: Look, runner: Runner, provider: SettingsProvider, notice: SavedNotice
    ) -> None:
        super().__init__()
        self._look, self._runner = look, runner
        self._provider, self._notice = provider, notice
        self._known: Texts = {}
        self._problems: dict[str, ProblemForUser | None] = {}
        self.controls: dict[str, QWidget] = {}
        self.rows: dict[str, FormRow] = {}
        self._headings: list[QLabel] = []
        for group in GROUPS:
            self._headings.append(self.add_heading())
            for field in group.fields:
                control = self._control(field.key, field.entry)
                self.controls[field.key] = control
                row = self.rows[field.key] = self.add_row(control)
                row.reset_asked.connect(partial(self._save, field.key, field.default))
        self.close_column()
        self.setEnabled(False)
        self._set_words()

    def load(self) -> None:
        """Read the settings again."""
        self._runner.start(Operation(self._provider.event, self._show, self))

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _control(self, key: str, entry: Entry) -> QWidget:
        if entry is Entry.YES_NO:
            tick = QCheckBox()
            tick.clicked.connect(lambda on: self._save(key, "yes" if on else "no"))
            return tick
        if entry in {Entry.ORDER, Entry.CHOICE}:
            chooser = Chooser(self._look)
            chooser.chosen.connect(lambda value: self._save(key, value))
            return chooser
        field = QLineEdit()
        field.setMaxLength(_LONGEST)
        if entry is Entry.ZONE:
            names = QCompleter(sorted(available_timezones()), field)
            names.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            names.setFilterMode(Qt.MatchFlag.MatchContains)
            field.setCompleter(names)
        field.editingFinished.connect(lambda: self._written(key, entry, field.text().strip()))
        return field

    def _written(self, key: str, entry: Entry, text: str) -> None:
        if entry is Entry.DAY:
            try:
                day = read_day(text)
            except ValueError:
                self.rows[key].show_error(self.tr("Write the day as 2026-07-16."))
                return
            text = day.isoformat() if day else ""
        if entry is Entry.MINUTES:
            try:
                text = ",".join(map(str, read_alarms(text)))
            except ValueError:
                self.rows[key].show_error(self.tr("Write minutes as 30,15,5, each below a day."))
                return
        if entry is Entry.LINES:
            text = text.replace("；", "\n").replace(";", "\n")
        if text == self._known.get(key, ""):
            self._show_problem(key, None)
            self._put(key, text)
            return
        self._save(key, text)

    def _save(self, key: str, text: str, *, undoing: bool = False) -> None:
        before = self._known.get(key, "")
        what = FIELDS[key].caption

        def done(now: Texts) -> None:
            control = self.controls[key]
            if isinstance(control, QLineEdit):
                control.setModified(False)
            self._show(now)
            if undoing:
                self._notice.show_undone(what)
            else:
                self._notice.show_saved(what, self._undoing(key, before))
            self.saved.emit(now)

        def failed(problem: ProblemForUser) -> None:
            self._show_problem(key, problem)
            control = self.controls[key]
            if not isinstance(control, QLineEdit):
                self._put(key, before)

        self._runner.start(
            Operation(
                lambda: self._provider.set_event({key: text}),
                done,
                self,
                failed,
                changes=frozenset({Changed.SETTINGS, *_MORE_CHANGES.get(key, ())}),
            )
        )

    def _undoing(self, key: str, before: str) -> Callable[[], None]:
        return lambda: self._save(key, before, undoing=True)

    def _show(self, now: Texts) -> None:
        """Show what is set; a field somebody is writing in keeps what they wrote."""
        self._known = now
        for key, control in self.controls.items():
            if isinstance(control, QLineEdit) and control.hasFocus() and control.isModified():
                continue
            self._show_problem(key, None)
            self._put(key, now.get(key, ""))
        self._show_defaults()
        self.setEnabled(True)

    def _show_defaults(self) -> None:
        for key, row in self.rows.items():
            field = FIELDS[key]
            known = self._known.get(key, field.default)
            row.show_default(self._word_of(field), differs=known != field.default)

    def _word_of(self, field: Field) -> str:
        """Return a field's default as a person reads it; empty where there is none."""
        if field.entry is Entry.YES_NO:
            return self.tr("yes") if field.default == "yes" else self.tr("no")
        if field.entry is Entry.CHOICE:
            return dict(field.choice_words())[field.default]
        return order_word(field.default) if field.entry is Entry.ORDER else field.default

    def _put(self, key: str, text: str) -> None:
        control = self.controls[key]
        if isinstance(control, QCheckBox):
            control.setChecked(text == "yes")
        elif isinstance(control, Chooser):
            control.choose(text)
        elif isinstance(control, QLineEdit):
            control.setText(text.replace("\n", "；"))
            control.setCursorPosition(0)

    def _show_problem(self, key: str, problem: ProblemForUser | None) -> None:
        self._problems[key] = problem
        sentence = say(problem.code, self._look.language, **problem.parameters) if problem else ""
        self.rows[key].show_error(sentence)

    def _set_words(self) -> None:
        for heading, group in zip(self._headings, GROUPS, strict=True):
            heading.setText(group.heading)
        for key, row in self.rows.items():
            row.set_words(FIELDS[key].caption, FIELDS[key].explanation)
            control = self.controls[key]
            if isinstance(control, QCheckBox):
                control.setText(self.tr("Yes"))
            elif isinstance(control, Chooser):
                orders = [(order, order_word(order)) for order in ORDERS]
                control.set_choices(FIELDS[key].choice_words() or orders)
            if self._problems.get(key) is not None:
                self._show_problem(key, self._problems[key])
        self._show_defaults()


_MORE_CHANGES = {"vetting_required": (Changed.GUESTS,)}
"""What a choice changes beside the settings themselves."""
