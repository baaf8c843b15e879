"""The zones of the event: what badges print for them, and the places in them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from qhsign.background.operation import Operation
from qhsign.background.runner import Runner
from qhsign.services.setting_records import LONGEST_ZONE, MOST_ZONES, ZoneRow
from qhsign.ui.settings.saved_notice import SavedNotice
from qhsign.ui.settings.saving import Saver, Saving
from qhsign.ui.settings.section import Section
from qhsign.ui.settings.settings_provider import ZoneProvider
from qhsign.ui.shared.chooser import Chooser
from qhsign.ui.theme import Look

_LETTER_PX = 64
_LONGEST_NAMES = 1000
Rows = Sequence[ZoneRow]


class ZoneSection(Section):
    """One zone is shown at a time; the chooser at the top goes to another."""

    def __init__(
        self, look: Look, runner: Runner, provider: ZoneProvider, notice: SavedNotice
    ) -> None:
        super().__init__()
        self._runner, self._provider = runner, provider
        self._saver = Saver(look, runner, notice)
        self._saver.setParent(self)
        self._rows: Rows = ()
        self._letter = ""
        self.new_letter, self.new_word, self.add = QLineEdit(), QLineEdit(), QPushButton()
        self.new_letter.setMaxLength(1)
        self.new_letter.setFixedWidth(_LETTER_PX)
        self.zone, self.remove = Chooser(look), QPushButton()
        self.texts = {key: QLineEdit() for key in ("word", "kind", "names", "declared_count")}
        for field in (self.new_word, self.texts["word"]):
            field.setMaxLength(LONGEST_ZONE)
        self.texts["names"].setMaxLength(_LONGEST_NAMES)
        self._add_heading = self.add_heading()
        self.add_field = self.add_row(_in_a_line(self.new_letter, self.new_word, self.add))
        self._heading = self.add_heading()
        self.zone_row = self.add_row(_in_a_line(self.zone, self.remove))
        self.fields = {key: self.add_row(field) for key, field in self.texts.items()}
        self.close_column()
        self._connect()
        self._set_words()
        self._show_current()

    @property
    def current(self) -> ZoneRow | None:
        """The zone that is shown."""
        return next((row for row in self._rows if row.letter == self._letter), None)

    def load(self) -> None:
        """Read the zones again."""
        self._runner.start(Operation(self._provider.read, self._show_rows, self))

    def lockable(self) -> Sequence[QWidget]:
        """Return what changes something; another zone can always be looked at."""
        return (self.add_field, self.remove, *self.fields.values())

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
            self._saver.say_again()
        super().changeEvent(event)

    def _connect(self) -> None:
        self.new_letter.returnPressed.connect(self.new_word.setFocus)
        self.new_word.returnPressed.connect(self._add)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.zone.chosen.connect(self._choose)
        for key, field in self.texts.items():
            field.editingFinished.connect(self._written(key, field))

    def _show_rows(self, rows: Rows) -> None:
        self._rows = sorted(rows, key=lambda row: row.letter)
        self.zone.set_choices([(row.letter, f"{row.letter} {row.word}") for row in self._rows])
        if self.current is None and self._rows:
            self._letter = self._rows[0].letter
        self._show_current()

    def _choose(self, letter: str) -> None:
        self._letter = letter
        self._show_current()

    def _show_current(self) -> None:
        row = self.current
        for each in (self.zone_row, *self.fields.values()):
            each.setVisible(row is not None)
            self._saver.clear(each)
        self._heading.setVisible(row is not None)
        if row is None:
            return
        self.zone.choose(row.letter)
        for key, field in self.texts.items():
            field.setText(_text_of(row, key).replace("\n", "；"))
            field.setCursorPosition(0)

    def _written(self, key: str, field: QLineEdit) -> Callable[[], None]:
        def written() -> None:
            row = self.current
            if row is None:
                return
            text, before = field.text().strip(), _text_of(row, key)
            if text == before.replace("\n", "；"):
                self._saver.clear(self.fields[key])
                return
            self._saver.save(
                Saving(
                    self.fields[key],
                    f"{row.letter} {row.word} · {self._captions()[key]}",
                    lambda: self._after(self._provider.write(row.letter, {key: text})),
                    self._take,
                    lambda _: lambda: self._after(self._provider.write(row.letter, {key: before})),
                )
            )

        return written

    def _add(self) -> None:
        letter, word = self.new_letter.text().strip().upper(), self.new_word.text().strip()
        if any(row.letter == letter for row in self._rows):
            self.add_field.show_error(self.tr("There is a zone of this letter: take another."))
            return

        self._saver.save(
            Saving(
                self.add_field,
                f"{letter} {word}",
                lambda: self._after(self._provider.write(letter, {"word": word})),
                self._take_new,
                lambda _: lambda: self._without(letter),
            )
        )

    def _remove(self) -> None:
        row = self.current
        if row is None:
            return
        self._saver.save(
            Saving(
                self.zone_row,
                self.tr("{name} was taken away").format(name=f"{row.letter} {row.word}"),
                lambda: self._without(row.letter),
                self._take,
                lambda _: lambda: self._after(self._provider.put_back(row)),
            )
        )

    def _after(self, row: ZoneRow) -> tuple[str, Rows]:
        """Run on the worker: return which zone to show after a change, and all of them."""
        return row.letter, self._provider.read()

    def _without(self, letter: str) -> tuple[str, Rows]:
        self._provider.remove(letter)
        return "", self._provider.read()

    def _take(self, found: tuple[str, Rows]) -> None:
        self._letter = found[0] or self._letter
        self._show_rows(found[1])

    def _take_new(self, found: tuple[str, Rows]) -> None:
        self.new_letter.clear()
        self.new_word.clear()
        self._take(found)

    def _captions(self) -> dict[str, str]:
        return {
            "word": self.tr("Word"),
            "kind": self.tr("Kind"),
            "names": self.tr("Places in it"),
            "declared_count": self.tr("Places announced"),
        }

    def _set_words(self) -> None:
        self._add_heading.setText(self.tr("Add a zone"))
        self.add_field.set_words(
            self.tr("Letter and word"),
            self.tr("Badges print both; there is room for {most} zones.").format(most=MOST_ZONES),
        )
        self.new_letter.setAccessibleName(self.tr("Letter of the new zone"))
        self.new_letter.setPlaceholderText("E")
        self.new_word.setAccessibleName(self.tr("Word of the new zone"))
        self.new_word.setPlaceholderText(self.tr("For example: 能源"))
        self.add.setText(self.tr("Add"))
        self._heading.setText(self.tr("Zones"))
        self.zone_row.set_words(
            self.tr("Zone"),
            self.tr("A letter stays: printed badges carry it. A zone in use cannot be taken away."),
        )
        self.zone.setAccessibleName(self.tr("Zone"))
        self.remove.setText(self.tr("Take away"))
        whys = {
            "word": self.tr("Stands under the letter on badges; two characters are usual."),
            "kind": self.tr("Names the zone in the reconciliation table."),
            "names": self.tr("The halls or pavilions, parted by semicolons."),
            "declared_count": self.tr(
                "What was published; the reconciliation table shows it beside the places entered."
            ),
        }
        for key, caption in self._captions().items():
            self.fields[key].set_words(caption, whys[key])


def _text_of(row: ZoneRow, key: str) -> str:
    value = getattr(row, key)
    if key == "names":
        return "\n".join(row.names)
    return "" if value is None else str(value)


def _in_a_line(*parts: QWidget) -> QWidget:
    whole = QWidget()
    line = QHBoxLayout(whole)
    line.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        line.addWidget(part, 0 if isinstance(part, QPushButton) else 1)
    return whole
