"""What belongs to this desk and not to the event: names, language, appearance, text size."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLineEdit

from qhsign.preferences.desk_preferences import DeskSettings
from qhsign.services.setting_records import OnShift
from qhsign.ui.settings.section import Section
from qhsign.ui.shared.chooser import Chooser
from qhsign.ui.sounds.verdict_sounds import VOLUMES, VerdictSounds
from qhsign.ui.theme import Look, Theme
from qhsign.wording import Language

LANGUAGES = ((str(Language.CHINESE), "中文"), (str(Language.ENGLISH), "English"))
TEXT_SIZES = (100, 125, 150, 175, 200)


class DeskSection(Section):
    """Every choice takes effect at once, the text size at the next start.

    ``volume_chosen`` carries one of VOLUMES, or 0 for silence.
    """

    desk_named = Signal(str)
    operator_named = Signal(str)
    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    text_size_chosen = Signal(str)
    volume_chosen = Signal(str)

    def __init__(self, look: Look, settings: DeskSettings, most_per_cent: int) -> None:
        super().__init__()
        self._most = max(most_per_cent, _number(settings.text_size))
        self.desk, self.operator = QLineEdit(settings.desk), QLineEdit(settings.operator)
        self.language, self.theme, self.text_size = Chooser(look), Chooser(look), Chooser(look)
        self.volume = Chooser(look)
        self._only_beeps = self._has_operators = False
        for field in (self.desk, self.operator):
            field.setMaxLength(40)
        self._heading = self.add_heading()
        self.desk_row, self.operator_row = self.add_row(self.desk), self.add_row(self.operator)
        self.language_row, self.theme_row = self.add_row(self.language), self.add_row(self.theme)
        self.size_row = self.add_row(self.text_size)
        self.volume_row = self.add_row(self.volume)
        self.close_column()
        self._known_operator = settings.operator
        self._set_words()
        self.language.choose(str(look.language))
        self.theme.choose(str(look.theme))
        self.text_size.choose(str(_number(settings.text_size)))
        self.desk.editingFinished.connect(lambda: self.desk_named.emit(self.desk.text().strip()))
        self.operator.editingFinished.connect(self._operator_written)
        self.language.chosen.connect(self.language_chosen)
        self.theme.chosen.connect(self.theme_chosen)
        self.volume.chosen.connect(self.volume_chosen)
        self.text_size.chosen.connect(self.text_size_chosen)

    def show_choices(self, language: Language, theme: Theme) -> None:
        """Show what holds now, whoever chose it."""
        self.language.choose(str(language))
        self.theme.choose(str(theme))

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

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

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
        signs_in = self.tr("This event has operators: who works here signs in at the top.")
        named = self.tr(
            "Stands beside every change in the audit trail. "
            "Empty takes the name from this computer."
        )
        self.operator_row.set_words(
            self.tr("Who works here"), signs_in if self._has_operators else named
        )
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


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and int(text) in TEXT_SIZES else TEXT_SIZES[0]
