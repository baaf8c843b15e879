"""The activities of the event: adding one, and the rules of its check-in."""

from collections.abc import Callable, Sequence
from datetime import tzinfo

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from qhsign.background.operation import Changed, Operation
from qhsign.background.runner import Runner
from qhsign.domain.guest import Category
from qhsign.domain.number_tag import TagRule
from qhsign.domain.problems import ProblemForUser
from qhsign.services.check_in_records import ActivityRow
from qhsign.ui.settings.activity_texts import read_moment, texts_of
from qhsign.ui.settings.saved_notice import SavedNotice
from qhsign.ui.settings.section import Section
from qhsign.ui.settings.settings_provider import SettingsProvider
from qhsign.ui.settings.tick_boxes import TickBoxes
from qhsign.ui.shared.chooser import Chooser
from qhsign.ui.shared.words import category_word
from qhsign.ui.theme import Look
from qhsign.wording import say

_CHANGED = frozenset({Changed.ACTIVITIES, Changed.CHECK_INS})


class ActivitySection(Section):
    """One activity is shown at a time; the chooser at the top goes to another."""

    def __init__(
        self,
        look: Look,
        runner: Runner,
        provider: SettingsProvider,
        notice: SavedNotice,
        zone: tzinfo | None,
    ) -> None:
        super().__init__()
        self._look, self._runner, self._provider = look, runner, provider
        self._notice, self._zone = notice, zone
        self._rows: Sequence[ActivityRow] = ()
        self._zones: Sequence[tuple[str, str]] = ()
        self._number = 0
        self.activity = Chooser(look)
        self.name, self.add, self.remove = QLineEdit(), QPushButton(), QPushButton()
        self.opens, self.closes, self.place = QLineEdit(), QLineEdit(), QLineEdit()
        self.reentry, self.invited = Chooser(look), Chooser(look)
        self.categories, self.zones = TickBoxes(), TickBoxes()
        self.tags = Chooser(look)
        self._add_heading = self.add_heading()
        self.add_field = self.add_row(_beside(self.name, self.add))
        self._heading = self.add_heading()
        self.activity_row = self.add_row(_beside(self.activity, self.remove))
        self.fields = {
            "opens": self.add_row(self.opens),
            "closes": self.add_row(self.closes),
            "place": self.add_row(self.place),
            "reentry": self.add_row(self.reentry),
            "invited": self.add_row(self.invited),
            "categories": self.add_row(self.categories),
            "zones": self.add_row(self.zones),
            "tags": self.add_row(self.tags),
        }
        self.close_column()
        self._connect()
        self._set_words()
        self.show_rows(())

    @property
    def current(self) -> ActivityRow | None:
        """The activity that is shown."""
        return next((row for row in self._rows if row.number == self._number), None)

    def load(self) -> None:
        """Read activities and zones again."""

        def read() -> tuple[Sequence[ActivityRow], Sequence[tuple[str, str]]]:
            return self._provider.activities(), self._provider.zones()

        def show(found: tuple[Sequence[ActivityRow], Sequence[tuple[str, str]]]) -> None:
            rows, self._zones = found
            self._name_zones()
            self.show_rows(rows)

        self._runner.start(Operation(read, show, self))

    def show_rows(self, rows: Sequence[ActivityRow]) -> None:
        """Show these activities, staying with the one that was shown."""
        self._rows = rows
        self.activity.set_choices([(str(row.number), row.name) for row in rows])
        if self.current is None and rows:
            self._number = rows[0].number
        self.activity.choose(str(self._number))
        self._show_current()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _connect(self) -> None:
        self.name.returnPressed.connect(self._add)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.activity.chosen.connect(self._choose)
        self.opens.editingFinished.connect(lambda: self._moment_written("opens", self.opens))
        self.closes.editingFinished.connect(lambda: self._moment_written("closes", self.closes))
        self.place.editingFinished.connect(lambda: self._set("place", self.place.text().strip()))
        self.reentry.chosen.connect(lambda value: self._set("reentry", value))
        self.invited.chosen.connect(lambda value: self._set("invited", value))
        self.tags.chosen.connect(lambda value: self._set("tags", value))
        for key, boxes in (("categories", self.categories), ("zones", self.zones)):
            boxes.changed.connect(self._ticking(key, boxes))

    def _ticking(self, key: str, boxes: TickBoxes) -> Callable[[], None]:
        def tick() -> None:
            if boxes.ticked:
                self._set(key, boxes.text)
            else:
                self.fields[key].show_error(self.tr("At least one must be ticked."))

        return tick

    def _choose(self, number: str) -> None:
        self._number = int(number)
        self._show_current()

    def _show_current(self) -> None:
        row = self.current
        for each in (self.activity_row, *self.fields.values()):
            each.setVisible(row is not None)
        self._heading.setVisible(row is not None)
        if row is None:
            return
        texts = texts_of(row, self._zone)
        for key, field in (("opens", self.opens), ("closes", self.closes), ("place", self.place)):
            field.setText(texts[key])
        self.reentry.choose(row.reentry)
        self.invited.choose(row.invited)
        self.categories.tick(row.categories)
        self.zones.tick(row.zones)
        self.tags.choose(row.tags)
        for each in self.fields.values():
            each.show_error("")

    def _moment_written(self, key: str, field: QLineEdit) -> None:
        try:
            text = read_moment(field.text())
        except ValueError:
            self.fields[key].show_error(self.tr("Write day and time as 2026-07-16 09:00."))
            return
        self._set(key, text)

    def _set(self, key: str, text: str, *, undo_of: ActivityRow | None = None) -> None:
        row = undo_of or self.current
        if row is None:
            return
        before = texts_of(row, self._zone)[key]
        if text == before and undo_of is None:
            self.fields[key].show_error("")
            return
        what = f"{row.name} · {self._captions()[key]}"

        def done(now: ActivityRow) -> None:
            self._take(now)
            if undo_of is not None:
                self._notice.show_undone(what)
            else:
                self._notice.show_saved(what, lambda: self._set(key, before, undo_of=now))

        def failed(problem: ProblemForUser) -> None:
            self.fields[key].show_error(
                say(problem.code, self._look.language, **problem.parameters)
            )

        number = str(row.number)
        self._runner.start(
            Operation(
                lambda: self._provider.set_activity(number, {key: text}),
                done,
                self,
                failed,
                changes=_CHANGED,
            )
        )

    def _take(self, now: ActivityRow) -> None:
        others = [row for row in self._rows if row.number != now.number]
        self.show_rows(sorted([*others, now], key=lambda row: row.number))

    def _add(self) -> None:
        name = self.name.text().strip()
        if not name or name.isdigit():
            self.add_field.show_error(self.tr("Write the name of the activity."))
            return
        if any(name in row.name for row in self._rows):
            self.add_field.show_error(
                self.tr("There is an activity of this name: write the whole name of another.")
            )
            return

        def done(row: ActivityRow) -> None:
            self.name.clear()
            self.add_field.show_error("")
            self._number = row.number
            self._take(row)
            self._notice.show_saved(row.name, lambda: self._remove_number(row))

        def failed(problem: ProblemForUser) -> None:
            self.add_field.show_error(say(problem.code, self._look.language, **problem.parameters))

        self._runner.start(
            Operation(
                lambda: self._provider.set_activity(name, {}), done, self, failed, changes=_CHANGED
            )
        )

    def _remove(self) -> None:
        row = self.current
        if row is not None:
            self._remove_number(row)

    def _remove_number(self, row: ActivityRow) -> None:
        def done(_: None) -> None:
            self._notice.show_saved(self.tr("{name} was taken away").format(name=row.name))
            self.show_rows([each for each in self._rows if each.number != row.number])

        def failed(problem: ProblemForUser) -> None:
            self.activity_row.show_error(
                say(problem.code, self._look.language, **problem.parameters)
            )

        self._runner.start(
            Operation(
                lambda: self._provider.remove_activity(str(row.number)),
                done,
                self,
                failed,
                changes=_CHANGED,
            )
        )

    def _name_zones(self) -> None:
        self.zones.set_choices([(letter, f"{letter} {word}") for letter, word in self._zones])

    def _captions(self) -> dict[str, str]:
        return {
            "opens": self.tr("Opens"),
            "closes": self.tr("Closes"),
            "place": self.tr("Place"),
            "reentry": self.tr("Coming back"),
            "invited": self.tr("Who may come"),
            "categories": self.tr("Categories"),
            "zones": self.tr("Zones"),
            "tags": self.tr("Number tags"),
        }

    def _whys(self) -> dict[str, str]:
        moment = self.tr("As 2026-07-16 09:00, in the event's time; empty for no limit.")
        return {
            "opens": moment,
            "closes": moment,
            "place": self.tr("The room, as papers name it."),
            "reentry": self.tr("What a second scan of the same badge means."),
            "invited": self.tr("The list is made of invitations on the guest lists."),
            "categories": self.tr("Badges of other categories are refused."),
            "zones": self.tr("Badges that open none of these zones are refused."),
            "tags": self.tr("A number given to each guest at the first arrival."),
        }

    def _set_words(self) -> None:
        self._add_heading.setText(self.tr("Add an activity"))
        self.add_field.set_words(self.tr("Name"), self.tr("Each activity has its own check-in."))
        self.name.setAccessibleName(self.tr("Name of the new activity"))
        self.name.setPlaceholderText(self.tr("For example: Signing ceremony"))
        self.add.setText(self.tr("Add"))
        self.remove.setText(self.tr("Take away"))
        self.remove.setToolTip(self.tr("Only where nobody was invited or checked in"))
        self._heading.setText(self.tr("Rules of check-in"))
        self.activity_row.set_words(self.tr("Activity"), "")
        self.activity.setAccessibleName(self.tr("Activity"))
        captions, whys = self._captions(), self._whys()
        for key, row in self.fields.items():
            row.set_words(captions[key], whys[key])
        self.reentry.set_choices(
            (
                ("once", self.tr("Counts once; later scans are repeats")),
                ("after-exit", self.tr("Only after a scan at the exit")),
                ("free", self.tr("Free, any number of times")),
                ("daily", self.tr("Once every day")),
            )
        )
        self.invited.set_choices(
            (
                ("all", self.tr("All confirmed guests")),
                ("listed", self.tr("Only who is on the list")),
            )
        )
        self.tags.set_choices(
            (
                (str(TagRule.NONE), self.tr("None")),
                (str(TagRule.NEXT), self.tr("The next free number is given")),
                (str(TagRule.TYPED), self.tr("The number on the tag is typed")),
            )
        )
        self.categories.set_choices([(str(each), category_word(each)) for each in Category])
        self._name_zones()


def _beside(control: QWidget, button: QPushButton) -> QWidget:
    whole = QWidget()
    line = QHBoxLayout(whole)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(control, 1)
    line.addWidget(button)
    return whole
