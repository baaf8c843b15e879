"""The batch that goes on stage next: how large it is and how ready."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from qhsign.domain.readiness import Light, Missing
from qhsign.domain.soft_breaks import unbroken
from qhsign.services.console import ConsoleState
from qhsign.services.readiness import ReadyBatch, ReadyContract
from qhsign.ui.console.console_words import batch_words
from qhsign.ui.shared.plain_parts import ElidedLabel, label
from qhsign.ui.theme import Look
from qhsign.wording import Word, say

_ICONS = {
    Light.GREEN: ("ring-tick", "ok"),
    Light.AMBER: ("triangle", "warn"),
    Light.RED: ("ring-cross", "bad"),
}


class NextBatch(QFrame):
    """``board_asked`` goes to the board of the batch, where people are called."""

    board_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("list-footer")
        self._look = look
        self._state: ConsoleState | None = None
        self._ready: ReadyBatch | None = None
        self._word, self.batch = ElidedLabel("strong"), ElidedLabel()
        self._icons = {light: QLabel() for light in Light}
        self.counts = {light: label() for light in Light}
        self.first = ElidedLabel("second")
        self.button = QPushButton()
        self.button.setProperty("kind", "small")
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self.board_asked)
        line = QHBoxLayout(self)
        line.setContentsMargins(20, 8, 20, 8)
        line.setSpacing(12)
        line.addWidget(self._word)
        line.addWidget(self.batch, 1)
        for light in Light:
            pair = QHBoxLayout()
            pair.setSpacing(4)
            pair.addWidget(self._icons[light])
            pair.addWidget(self.counts[light])
            line.addLayout(pair)
            self.counts[light].setProperty("said", _ICONS[light][1])
        line.addWidget(self.first, 1)
        line.addWidget(self.button)
        look.changed.connect(self._draw)
        self._draw()
        self._set_words()

    def show_next(self, state: ConsoleState | None, ready: ReadyBatch | None) -> None:
        """Show the next batch, and its readiness once it is known."""
        self._state, self._ready = state, ready
        self._show()

    def be_narrow(self, *, narrow: bool) -> None:
        """Leave away what is missing first in a narrow window; the counts stay."""
        self.first.setVisible(not narrow)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _show(self) -> None:
        language = self._look.language
        row = self._state.next_batch if self._state is not None else None
        self.button.setVisible(row is not None)
        if row is None:
            self.batch.setText(self.tr("None: every batch has been on stage"))
        else:
            size = batch_words(len(row.contracts), row.amounts, language)
            self.batch.setText(f"{row.name}  {size}")
        ready = self._ready if row is not None else None
        for light in Light:
            count = ready.count(light) if ready is not None else 0
            shown = ready is not None and (count > 0 or light is Light.GREEN)
            self.counts[light].setText(f"{say(f'light-{light}', language)}{count}")
            self.counts[light].setVisible(shown)
            self._icons[light].setVisible(shown)
        self.first.setText(self._first_missing(ready) if ready is not None else "")

    def _first_missing(self, ready: ReadyBatch) -> str:
        """Return what keeps the first contract that is not ready, people before papers."""
        order = (Light.RED, Light.AMBER)
        for light in order:
            found = next((each for each in ready.contracts if each.light is light), None)
            if found is not None and found.missing:
                return self._missing_words(ready, found)
        return ""

    def _missing_words(self, ready: ReadyBatch, found: ReadyContract) -> str:
        place = list(ready.contracts).index(found)
        number = self._state.next_first + place if self._state is not None else place + 1
        title = unbroken(found.row.title)
        lack = self._lack(found.missing[0])
        return self.tr("{number} {title}: {lack}").format(number=number, title=title, lack=lack)

    def _lack(self, missing: Missing) -> str:
        step = Word(f"text-step-{missing.step}") if missing.step else ""
        return say(
            f"lack-{missing.lack}",
            self._look.language,
            side=missing.side,
            name=missing.name,
            step=step,
        )

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        for light, (icon, colour) in _ICONS.items():
            self._icons[light].setPixmap(self._look.pixmap(icon, colour, 16, ratio))

    def _set_words(self) -> None:
        self._word.setText(self.tr("Next batch"))
        self.button.setText(self.tr("Waiting board"))
        self.button.setToolTip(self.tr("Leave the console and go to the board of this batch"))
        self._show()
