"""What belongs to this desk and not to the event: names, language, appearance, sounds, folders."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Signal, SignalInstance
from PySide6.QtWidgets import QLineEdit

from qhsign.preferences.desk_preferences import DeskPreferences, DeskSettings
from qhsign.preferences.recent_events import RECENT_CHOICES
from qhsign.services.setting_records import OnShift
from qhsign.ui.big_screen.hall_words import HALL_WORDS, HallVoice
from qhsign.ui.settings.section import Section
from qhsign.ui.shared.chooser import Chooser
from qhsign.ui.shared.folder_field import FolderField
from qhsign.ui.shared.form_row import FormRow
from qhsign.ui.sounds.verdict_sounds import VOLUMES, VerdictSounds
from qhsign.ui.theme import Look, Theme
from qhsign.wording import Language

LANGUAGES = ((str(Language.CHINESE), "中文"), (str(Language.ENGLISH), "English"))
TEXT_SIZES = (100, 125, 150, 175, 200)
_USUAL = DeskSettings()


class DeskSection(Section):
    """Every choice takes effect at once, the text size at the next start.

    ``volume_chosen`` carries one of VOLUMES, or 0 for silence; ``folder_chosen`` a folder that is
    there, or nothing for the usual one; ``hall_chosen`` a HallVoice. ``saved`` carries the row of
    a choice and how to take it back.
    """

    desk_named = Signal(str)
    operator_named = Signal(str)
    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    text_size_chosen = Signal(str)
    volume_chosen = Signal(str)
    folder_chosen = Signal(str)
    recent_chosen = Signal(str)
    hall_chosen = Signal(str)
    saved = Signal(object, object)

    def __init__(self, look: Look, preferences: DeskPreferences, most_per_cent: int) -> None:
        super().__init__()
        settings = preferences.settings
        self._preferences = preferences
        self._most = max(most_per_cent, _number(settings.text_size))
        self.desk, self.operator = QLineEdit(settings.desk), QLineEdit(settings.operator)
        self.language, self.theme, self.text_size = Chooser(look), Chooser(look), Chooser(look)
        self.volume, self.folder, self.recent = Chooser(look), FolderField(), Chooser(look)
        self.hall = Chooser(look)
        self._choosers = (
            self.language, self.theme, self.text_size, self.volume, self.hall, self.recent,
        )  # fmt: skip
        self._held: dict[Chooser, str] = {}
        self._only_beeps = self._has_operators = False
        for field in (self.desk, self.operator):
            field.setMaxLength(40)
        self._heading = self.add_heading()
        self.desk_row, self.operator_row = self.add_row(self.desk), self.add_row(self.operator)
        self.language_row, self.theme_row = self.add_row(self.language), self.add_row(self.theme)
        self.size_row, self.volume_row = self.add_row(self.text_size), self.add_row(self.volume)
        self.hall_row = self.add_row(self.hall)
        self.folder_row, self.recent_row = self.add_row(self.folder), self.add_row(self.recent)
        self.close_column()
        self._known_operator = settings.operator
        self._set_words()
        self.language.choose(str(look.language))
        self.theme.choose(str(look.theme))
        self.text_size.choose(str(_number(settings.text_size)))
        self._show_kept()
        self._connect()

    def show_choices(self, language: Language, theme: Theme) -> None:
        """Show what holds now, whoever chose it."""
        self.language.choose(str(language))
        self.theme.choose(str(theme))
        self._show_kept()

    def show_shift(self, working: OnShift) -> None:
        """Show who works here; where there are operators they sign in at the top instead."""
        has_operators = working.role is not None
        self._has_operators = has_operators
        self.operator.setEnabled(not has_operators)
        if has_operators:
            self.operator.setText(working.name)
        self._set_words()

    def show_sounds(self, sounds: VerdictSounds) -> None:
        """Show how loud verdicts are, and say so where this computer can only beep."""
        self._only_beeps = not sounds.has_tones
        self._set_words()
        self.volume.choose(str(sounds.volume if sounds.is_on else 0))
        self._show_defaults()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _connect(self) -> None:
        self.desk.editingFinished.connect(lambda: self.desk_named.emit(self.desk.text().strip()))
        self.operator.editingFinished.connect(self._operator_written)
        self.folder.chosen.connect(self._choose_folder)
        for row, chooser, usual, signal in (
            (self.language_row, self.language, _USUAL.language, self.language_chosen),
            (self.theme_row, self.theme, _USUAL.theme, self.theme_chosen),
            (self.size_row, self.text_size, _USUAL.text_size, self.text_size_chosen),
            (self.volume_row, self.volume, _USUAL.volume, self.volume_chosen),
            (self.hall_row, self.hall, _USUAL.big_screen_language, self.hall_chosen),
            (self.recent_row, self.recent, _USUAL.recent, self.recent_chosen),
        ):
            chooser.chosen.connect(partial(self._chosen, row, chooser, signal))
            row.reset_asked.connect(lambda chooser=chooser, usual=usual: _take(chooser, usual))
        self.folder_row.reset_asked.connect(lambda: self._choose_folder(""))

    def _chosen(self, row: FormRow, chooser: Chooser, signal: SignalInstance, value: str) -> None:
        before = self._held.get(chooser, value)
        signal.emit(value)
        self._show_defaults()

        def undo() -> None:
            chooser.choose(before)
            signal.emit(before)
            self._show_defaults()

        self.saved.emit(row, undo)

    def _choose_folder(self, folder: str) -> None:
        """Take a folder that is there; what was typed stays where it is not."""
        if folder and not Path(folder).is_dir():
            self.folder_row.show_error(
                self.tr("There is no such folder: choose one that is there, or make it first.")
            )
            return
        self.folder_row.show_error("")
        self.folder_chosen.emit(folder)
        self._show_kept()

    def _show_kept(self) -> None:
        kept = self._preferences.settings
        self.folder.show_folder(kept.print_folder, str(self._preferences.usual_print_folder))
        self.hall.choose(str(HallVoice.read(kept.big_screen_language)))
        self.recent.choose(kept.recent if kept.recent in RECENT_CHOICES else _USUAL.recent)
        self._show_defaults()

    def _show_defaults(self) -> None:
        self._held = {each: each.value for each in self._choosers}
        for row, chooser, usual in (
            (self.language_row, self.language, _USUAL.language),
            (self.theme_row, self.theme, _USUAL.theme),
            (self.size_row, self.text_size, _USUAL.text_size),
            (self.volume_row, self.volume, _USUAL.volume),
            (self.hall_row, self.hall, _USUAL.big_screen_language),
            (self.recent_row, self.recent, _USUAL.recent),
        ):
            row.show_default(chooser.word_of(usual), differs=chooser.value != usual)
        chosen = self._preferences.settings.print_folder
        self.folder_row.show_default(
            str(self._preferences.usual_print_folder), differs=bool(chosen)
        )

    def _operator_written(self) -> None:
        name = self.operator.text().strip()
        if name != self._known_operator:
            self._known_operator = name
            self.operator_named.emit(name)

    def _set_words(self) -> None:
        self._heading.setText(self.tr("This desk"))
        self.desk.setPlaceholderText(self.tr("For example: East gate 3"))
        self.desk_row.set_words(
            self.tr("Name of this desk"), self.tr("Every scan is stored with it.")
        )
        self._name_operator()
        self.language_row.set_words(
            self.tr("Language"), self.tr("Of this window. Prints have their own.")
        )
        self.theme_row.set_words(
            self.tr("Appearance"), self.tr("High contrast helps in bright light.")
        )
        self.size_row.set_words(
            self.tr("Text size"),
            self.tr(
                "Everything grows with it, from the next start on. "
                "Sizes this screen has no room for are not offered."
            ),
        )
        beeps = self.tr("This computer can only beep: every verdict sounds the same.")
        tones = self.tr("Each kind of verdict has its own; a choice is heard at once.")
        self.volume_row.set_words(
            self.tr("Sounds of the verdicts"), beeps if self._only_beeps else tones
        )
        self.hall_row.set_words(
            self.tr("Language of the big screen"),
            self.tr(
                "What the hall reads, whatever this window shows. Names without an English form "
                "stay Chinese. Kept with the screen it is shown on, at this desk."
            ),
        )
        self.folder_row.set_words(
            self.tr("Folder for prints"),
            self.tr("Badges printed at the counter are written here without asking."),
        )
        self.recent_row.set_words(
            self.tr("Events remembered"), self.tr("How many the start page offers.")
        )
        self._offer()
        self._show_defaults()

    def _name_operator(self) -> None:
        signs_in = self.tr("This event has operators: who works here signs in at the top.")
        named = self.tr(
            "Stands beside every change in the audit trail. "
            "Empty takes the name from this computer."
        )
        self.operator_row.set_words(
            self.tr("Who works here"), signs_in if self._has_operators else named
        )

    def _offer(self) -> None:
        loudness = zip(
            (0, *VOLUMES),
            (self.tr("Off"), self.tr("Soft"), self.tr("Medium"), self.tr("Loud")),
            strict=True,
        )
        self.volume.set_choices([(str(volume), word) for volume, word in loudness])
        self.language.set_choices(LANGUAGES)
        self.theme.set_choices(
            (
                (str(Theme.LIGHT), self.tr("Light")),
                (str(Theme.DARK), self.tr("Dark")),
                (str(Theme.CONTRAST_LIGHT), self.tr("High contrast, white")),
                (str(Theme.CONTRAST_DARK), self.tr("High contrast, black")),
            )
        )
        self.text_size.set_choices(
            [(str(size), f"{size}%") for size in TEXT_SIZES if size <= self._most]
        )
        self.hall.set_choices([(str(each), word) for each, word in HALL_WORDS.items()])
        self.recent.set_choices([(number, number) for number in RECENT_CHOICES])


def _take(chooser: Chooser, value: str) -> None:
    """Choose as a person does."""
    if chooser.value != value:
        chooser.choose(value)
        chooser.chosen.emit(value)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and int(text) in TEXT_SIZES else TEXT_SIZES[0]
