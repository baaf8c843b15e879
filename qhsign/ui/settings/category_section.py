"""The badge categories: their words, their colours, the zones they open; the shapes stay."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLineEdit, QPushButton, QWidget

from qhsign.background.operation import Changed, Operation
from qhsign.background.runner import Runner
from qhsign.domain.guest import Category
from qhsign.services.setting_records import LONGEST_CATEGORY, CategoryLookRow
from qhsign.ui.settings.category_preview import CategoryPreview
from qhsign.ui.settings.colour_chooser import ColourChooser
from qhsign.ui.settings.saved_notice import SavedNotice
from qhsign.ui.settings.saving import Saver, Saving
from qhsign.ui.settings.section import Section
from qhsign.ui.settings.settings_provider import CategoryProvider, SettingsProvider
from qhsign.ui.settings.tick_boxes import TickBoxes
from qhsign.ui.shared.category_shapes import shape_pixmap
from qhsign.ui.shared.words import category_word
from qhsign.ui.theme import Look

_IN_A_ROW = 3
_SHAPE_PX, _GAP_PX = 14, 6
_CHANGED = frozenset({Changed.SETTINGS, Changed.GUESTS})
Zones = Sequence[tuple[str, str]]


class CategorySection(Section):
    """One category is shown at a time; the buttons at the top go to another."""

    def __init__(
        self,
        look: Look,
        runner: Runner,
        given: tuple[CategoryProvider, SettingsProvider],
        notice: SavedNotice,
    ) -> None:
        super().__init__()
        self._look, self._runner = look, runner
        self._provider, self._settings = given
        self._saver = Saver(look, runner, notice, _CHANGED)
        self._saver.setParent(self)
        self._rows: dict[Category, CategoryLookRow] = {
            row.category: row for row in self._provider.usual
        }
        self._usual = dict(self._rows)
        self._zones: Zones = ()
        self._category = Category.GUEST
        self._group = QButtonGroup(self)
        self.choices: dict[Category, QPushButton] = {}
        self.word, self.word_en = QLineEdit(), QLineEdit()
        self.colour, self.zones = ColourChooser(look), TickBoxes()
        self.preview = CategoryPreview(look)
        for field in (self.word, self.word_en):
            field.setMaxLength(LONGEST_CATEGORY)
        self._heading = self.add_heading()
        self.add_explanation()
        self.column.addWidget(self._choices())
        self.preview_row = self.add_row(self.preview)
        self.fields = {
            "word": self.add_row(self.word),
            "word_en": self.add_row(self.word_en),
            "band": self.add_row(self.colour),
            "zones": self.add_row(self.zones),
        }
        self.close_column()
        self._connect()
        self._set_words()
        self._show_current()
        look.changed.connect(self._draw)

    def load(self) -> None:
        """Read categories and zones again."""

        def read() -> tuple[Sequence[CategoryLookRow], Zones]:
            return self._provider.read(), self._settings.zones()

        def show(found: tuple[Sequence[CategoryLookRow], Zones]) -> None:
            self._rows = {row.category: row for row in found[0]}
            self._zones = found[1]
            self._set_words()
            self._show_current()

        self._runner.start(Operation(read, show, self))

    def lockable(self) -> Sequence[QWidget]:
        """Return what changes something; another category can always be looked at."""
        return tuple(self.fields.values())

    def choose(self, category: Category) -> None:
        """Show another category."""
        self._category = category
        self._show_current()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
            self._show_defaults()
            self._saver.say_again()
        super().changeEvent(event)

    def _choices(self) -> QWidget:
        whole = QWidget()
        grid = QGridLayout(whole)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        for place, category in enumerate(Category):
            button = QPushButton()
            button.setCheckable(True)
            button.setProperty("kind", "choice")
            button.clicked.connect(lambda _=False, category=category: self.choose(category))
            button.setIconSize(QSize(_SHAPE_PX + _GAP_PX, _SHAPE_PX))
            self._group.addButton(button)
            self.choices[category] = button
            grid.addWidget(button, place // _IN_A_ROW, place % _IN_A_ROW)
        return whole

    def _connect(self) -> None:
        for key, field in (("word", self.word), ("word_en", self.word_en)):
            field.editingFinished.connect(self._written(key, field))
        self.colour.chosen.connect(lambda colour: self._save("band", colour))
        self.zones.changed.connect(self._tick)
        for key, row in self.fields.items():
            row.reset_asked.connect(lambda key=key: self._save(key, ""))

    def _written(self, key: str, field: QLineEdit) -> Callable[[], None]:
        def written() -> None:
            text = field.text().strip()
            if text == getattr(self._current, key):
                self._saver.clear(self.fields[key])
            else:
                self._save(key, text)

        return written

    def _tick(self) -> None:
        if self.zones.ticked:
            self._save("zones", self.zones.text)
        else:
            self.fields["zones"].show_error(self.tr("At least one must be ticked."))

    @property
    def _current(self) -> CategoryLookRow:
        return self._rows[self._category]

    def _save(self, key: str, text: str) -> None:
        row = self._current
        category, before = row.category, _text_of(row, key)
        self._saver.save(
            Saving(
                self.fields[key],
                f"{row.word} · {self._captions()[key]}",
                lambda: self._provider.write(category, {key: text}),
                self._take,
                lambda _: lambda: self._provider.write(category, {key: before}),
            )
        )

    def _take(self, row: CategoryLookRow) -> None:
        self._rows[row.category] = row
        self._show_current()

    def _show_current(self) -> None:
        row = self._current
        self.choices[row.category].setChecked(True)
        self.preview.show_look(row)
        self.word.setText(row.word)
        self.word_en.setText(row.word_en)
        others = {each.band: each.word for each in self._rows.values() if each is not row}
        self.colour.show_colour(row.band, others)
        self.zones.tick(row.zones)
        for field in self.fields.values():
            self._saver.clear(field)
        self._show_defaults()
        self._draw()

    def _show_defaults(self) -> None:
        row, usual = self._current, self._usual[self._category]
        defaults = {
            "word": usual.word,
            "word_en": usual.word_en,
            "band": usual.band,
            "zones": self._zone_words(usual),
        }
        for key, field in self.fields.items():
            field.show_default(defaults[key], differs=key in row.chosen)

    def _zone_words(self, row: CategoryLookRow) -> str:
        if row.zones is None:
            return self.tr("all zones")
        return " ".join(row.zones)

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        for category, button in self.choices.items():
            colour = self._look.colour(f"cat-{category}")
            button.setIcon(QIcon(shape_pixmap(category, colour, _SHAPE_PX, ratio, _GAP_PX)))

    def _captions(self) -> dict[str, str]:
        return {
            "word": self.tr("Word"),
            "word_en": self.tr("English word"),
            "band": self.tr("Colour"),
            "zones": self.tr("Zones it opens"),
        }

    def _set_words(self) -> None:
        self._heading.setText(self.tr("Badge categories"))
        self.explain(
            self.tr(
                "Words and colours hold on badges, screens, lists and exports. "
                "The shape stays: by it a category is known without its colour."
            )
        )
        for category, button in self.choices.items():
            button.setText(category_word(category))
        self.preview_row.set_words(
            self.tr("How it looks"), self.tr("Left the band of the badge, right the screens.")
        )
        whys = {
            "word": self.tr("Lists that name the category by this word are read too."),
            "word_en": self.tr("Stands on badges and papers in English."),
            "band": self.tr(
                "Only colours on which words can be read, unlike the others and the VIPs' gold."
            ),
            "zones": self.tr("A badge is refused where an activity asks for other zones."),
        }
        for key, caption in self._captions().items():
            self.fields[key].set_words(caption, whys[key])
        self.zones.set_choices([(letter, f"{letter} {word}") for letter, word in self._zones])


def _text_of(row: CategoryLookRow, key: str) -> str:
    """Return what is set of a category as ``write`` takes it; empty where nothing is chosen."""
    if key not in row.chosen:
        return ""
    if key == "zones":
        return "all" if row.zones is None else ",".join(row.zones)
    return str(getattr(row, key))
