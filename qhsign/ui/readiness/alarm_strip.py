"""The loud strip over the board: an alarm has passed, and something is still missing."""

from itertools import islice

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from qhsign.domain.readiness import Light
from qhsign.services.readiness import ReadyBatch
from qhsign.ui.guest_panel.wrapped_label import WrappedLabel
from qhsign.ui.readiness.board_words import signatories_missing
from qhsign.ui.theme import Look, restyle

_NAMES = 3


class AlarmStrip(QFrame):
    """Stays until nothing is missing any more or somebody says that they know.

    What was known of one alarm is told again at the next. ``known`` tells that it was put away.
    """

    known = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("alarm")
        self._look = look
        self._board: ReadyBatch | None = None
        self._known: set[tuple[str, int]] = set()
        self._icon, self.sentence = QLabel(), WrappedLabel()
        self.button = QPushButton()
        self.button.setProperty("kind", "small")
        self.button.clicked.connect(self.be_known)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 8, 12, 8)
        line.setSpacing(8)
        line.addWidget(self._icon)
        line.addWidget(self.sentence, 1)
        line.addWidget(self.button)
        look.changed.connect(self._draw)
        self._draw()
        self._set_words()
        self.hide()

    @property
    def _alarm(self) -> tuple[str, int] | None:
        """The alarm that has to be told: the batch and the minutes."""
        board = self._board
        if board is None or not board.alarms_passed or board.batch.state.is_fixed:
            return None
        if not any(contract.missing for contract in board.contracts):
            return None
        alarm = (board.batch.id, board.alarms_passed[-1])
        return None if alarm in self._known else alarm

    def show_board(self, board: ReadyBatch | None) -> None:
        """Look whether there is something to be loud about."""
        self._board = board
        self._tell()

    def be_known(self) -> None:
        """Go away: somebody has seen it."""
        alarm = self._alarm
        if alarm is not None:
            self._known.add(alarm)
            self._tell()
            self.known.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
            self._tell()
        super().changeEvent(event)

    def _tell(self) -> None:
        alarm, board = self._alarm, self._board
        if alarm is None or board is None:
            self.hide()
            return
        absent = board.count(Light.RED)
        words = (
            self._missing_words(board, alarm[1]) if absent else self._open_words(board, alarm[1])
        )
        if words != self.sentence.text():
            self.sentence.setText(words)
        self.setAccessibleName(words)
        restyle(self, tone="bad" if absent else "warn")
        self.show()

    def _missing_words(self, board: ReadyBatch, minutes: int) -> str:
        every = (
            name
            for contract in board.contracts
            if contract.light is Light.RED
            for name in signatories_missing(contract.missing)
        )
        # Of a thousand only the first are named, and only they are looked for.
        names = list(dict.fromkeys(islice(every, _NAMES + 1)))
        listed = self.tr(", ").join(names[:_NAMES])
        if not names:
            said = self.tr("T−{minutes} passed; signatories not named")
        elif len(names) > _NAMES:
            said = self.tr("T−{minutes} passed; {count} contracts lack people: {names} …")
        else:
            said = self.tr("T−{minutes} passed; missing: {names}")
        count = board.count(Light.RED)
        return said.format(minutes=minutes, count=count, names=listed)

    def _open_words(self, board: ReadyBatch, minutes: int) -> str:
        said = self.tr("T−{minutes} passed; {count} contracts not ready")
        return said.format(minutes=minutes, count=board.count(Light.AMBER))

    def _draw(self) -> None:
        picture = self._look.pixmap("bell", "on-fill", 18, self.devicePixelRatioF())
        self._icon.setPixmap(picture)

    def _set_words(self) -> None:
        self.button.setText(self.tr("Got it"))
