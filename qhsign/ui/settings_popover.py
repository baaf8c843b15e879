"""The small settings of this desk: language, theme, the desk's name, and the keys."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from qhsign.ui.commands.command import Command
from qhsign.ui.shared.plain_parts import label, rule
from qhsign.ui.sounds.verdict_sounds import VOLUMES, VerdictSounds
from qhsign.ui.theme import Theme
from qhsign.wording import Language

_LANGUAGES = ((Language.CHINESE, "中文"), (Language.ENGLISH, "English"))
_LEAST_KEYS_PX = 60
_LOUDNESS = (0, *VOLUMES)
_THEMES = (Theme.LIGHT, Theme.DARK, Theme.CONTRAST_LIGHT, Theme.CONTRAST_DARK)


class SettingsPopover(QFrame):
    """Every choice takes effect at once; a click beside it or Esc closes it.

    ``volume_chosen`` carries one of VOLUMES, or 0 for silence.
    """

    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    desk_named = Signal(str)
    volume_chosen = Signal(int)

    def __init__(self, commands: Sequence[Command], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("settings")
        self._commands = commands
        self._language_title, self._theme_title = label("strong"), label("strong")
        self._desk_title, self._keys_title = label("strong"), label("strong")
        self._languages, self._themes = QButtonGroup(self), QButtonGroup(self)
        self._sounds_title, self._beep = label("strong"), label("caption", wrap=True)
        self._volumes = QButtonGroup(self)
        self._beep.hide()
        self._desk = QLineEdit()
        self._desk.setMaxLength(40)
        self._key_words: list[QLabel] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(6)
        column.addWidget(self._language_title)
        column.addLayout(self._row(self._languages, [word for _, word in _LANGUAGES]))
        column.addWidget(rule())
        column.addWidget(self._theme_title)
        column.addLayout(self._row(self._themes, [""] * len(_THEMES)))
        column.addWidget(rule())
        column.addWidget(self._desk_title)
        column.addWidget(self._desk)
        column.addWidget(rule())
        column.addWidget(self._sounds_title)
        column.addLayout(self._row(self._volumes, [""] * len(_LOUDNESS), len(_LOUDNESS)))
        column.addWidget(self._beep)
        column.addWidget(rule())
        column.addWidget(self._keys_title)
        column.addWidget(self._key_area())
        self._languages.idClicked.connect(
            lambda place: self.language_chosen.emit(str(_LANGUAGES[place][0]))
        )
        self._themes.idClicked.connect(lambda place: self.theme_chosen.emit(str(_THEMES[place])))
        self._volumes.idClicked.connect(lambda place: self.volume_chosen.emit(_LOUDNESS[place]))
        self._desk.editingFinished.connect(lambda: self.desk_named.emit(self._desk.text().strip()))
        self._set_words()

    def show_settings(self, language: Language, theme: Theme, desk: str) -> None:
        """Tick what is set now."""
        self._languages.button([each for each, _ in _LANGUAGES].index(language)).setChecked(True)
        self._themes.button(_THEMES.index(theme)).setChecked(True)
        self._desk.setText(desk)

    def show_sounds(self, sounds: VerdictSounds) -> None:
        """Tick how loud the verdicts are, and say so where this computer can only beep."""
        volume = sounds.volume if sounds.is_on else 0
        self._volumes.button(_LOUDNESS.index(volume)).setChecked(True)
        self._beep.setVisible(not sounds.has_tones)

    def open_below(self, anchor: QWidget) -> None:
        """Open under a button, with the right edges in line."""
        corner = anchor.mapToGlobal(QPoint(anchor.width(), anchor.height() + 4))
        self._fit_keys(self.screen().availableGeometry().bottom() - corner.y())
        self.move(corner - QPoint(self.width(), 0))
        self.show()
        chosen = self._languages.checkedButton()
        if chosen is not None:
            chosen.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
            self.adjustSize()
        super().changeEvent(event)

    def hideEvent(self, event: QEvent) -> None:
        """Keep the desk's name also when the popover is left by a click beside it."""
        self.desk_named.emit(self._desk.text().strip())
        super().hideEvent(event)  # type: ignore[arg-type]  # QHideEvent is what Qt hands in

    @staticmethod
    def _row(group: QButtonGroup, words: Sequence[str], a_row: int = 2) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(0)
        for place, word in enumerate(words):
            button = QRadioButton(word)
            group.addButton(button, place)
            grid.addWidget(button, place // a_row, place % a_row)
        return grid

    def _key_area(self) -> QScrollArea:
        """Return the list of keys in what scrolls where a low screen has no room for all."""
        self._all_keys = inside = QWidget()
        inside.setLayout(self._key_list())
        self._keys = QScrollArea()
        self._keys.setWidgetResizable(True)
        self._keys.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._keys.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._keys.setWidget(inside)
        return self._keys

    def _fit_keys(self, room: int) -> None:
        """Show every key where the screen has room for them, else as many as it has."""
        inside = self._all_keys.sizeHint()
        self._keys.setMinimumWidth(
            inside.width() + self._keys.verticalScrollBar().sizeHint().width()
        )
        self._keys.setFixedHeight(inside.height())
        over = self.sizeHint().height() - room
        if over > 0:
            self._keys.setFixedHeight(max(inside.height() - over, _LEAST_KEYS_PX))
        self.adjustSize()

    def _key_list(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        half = (len(self._commands) + 1) // 2
        for place, command in enumerate(self._commands):
            words, key = label("second"), label("key")
            key.setText(command.shortcut)
            key.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._key_words.append(words)
            column = 0 if place < half else 2
            grid.addWidget(key, place % half, column)
            grid.addWidget(words, place % half, column + 1)
        return grid

    def _set_words(self) -> None:
        self._language_title.setText(self.tr("Language"))
        self._theme_title.setText(self.tr("Appearance"))
        self._desk_title.setText(self.tr("Name of this desk"))
        self._desk.setAccessibleName(self.tr("Name of this desk"))
        self._desk.setPlaceholderText(self.tr("For example: East gate 3"))
        self._keys_title.setText(self.tr("Keys"))
        words = (
            self.tr("Light"),
            self.tr("Dark"),
            self.tr("High contrast, white"),
            self.tr("High contrast, black"),
        )
        for place, word in enumerate(words):
            self._themes.button(place).setText(word)
        self._sounds_title.setText(self.tr("Sounds of the verdicts"))
        self._beep.setText(self.tr("This computer can only beep: every verdict sounds the same."))
        volumes = (self.tr("Off"), self.tr("Soft"), self.tr("Medium"), self.tr("Loud"))
        for place, word in enumerate(volumes):
            self._volumes.button(place).setText(word)
        for shown, command in zip(self._key_words, self._commands, strict=True):
            shown.setText(command.text)
        self.setAccessibleName(self.tr("Settings"))
