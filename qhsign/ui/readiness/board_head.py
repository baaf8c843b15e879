"""The head of the board: batch and alarms, the time left, the counts, and what is shown."""

from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from qhsign.domain.readiness import Light
from qhsign.services.readiness import ReadyBatch
from qhsign.ui.readiness.alarm_chips import AlarmChips
from qhsign.ui.readiness.light_count import LightCount
from qhsign.ui.readiness.stage_clock import StageClock
from qhsign.ui.shared.plain_parts import ElidedLabel, label
from qhsign.ui.theme import Look

if TYPE_CHECKING:
    from collections.abc import Sequence

_HEAD_PX, _LEAST_PX = 40, 16


class BoardHead(QFrame):
    """``filtered`` tells whether only what lacks something is to be shown."""

    filtered = Signal(bool)

    def __init__(self, look: Look, zone: tzinfo | None) -> None:
        super().__init__()
        self._look = look
        self._board: ReadyBatch | None = None
        self._title, self.batch = label("card-title"), ElidedLabel("second")
        self.batch.setMinimumWidth(_LEAST_PX)
        self.alarms = AlarmChips(look)
        self.clock = StageClock(look, zone)
        self.counts = {light: LightCount(look, light) for light in Light}
        self.only_missing = QPushButton()
        self.only_missing.setProperty("kind", "filter")
        self.only_missing.setCheckable(True)
        self.only_missing.toggled.connect(self.filtered)
        self.witnesses = ElidedLabel("caption")
        self.witnesses.setProperty("said", "warn")
        self._lay_out()
        self._set_words()

    def show_board(self, board: ReadyBatch | None, now: datetime) -> None:
        """Show another board, or that there is none."""
        self._board = board
        self.batch.setText(board.batch.name if board else "")
        on_stage = board is not None and board.batch.state.is_fixed
        alarms: Sequence[int] = board.alarms if board and board.batch.starts else ()
        self.alarms.show_alarms(alarms, board.alarms_passed if board and not on_stage else ())
        self.clock.show_batch(board.batch if board else None, now)
        for light, shown in self.counts.items():
            shown.show_count(board.count(light) if board else 0)
        self._middle.setVisible(board is not None)
        self._say_witnesses()

    def offer_filter(self, *, offered: bool) -> None:
        """Offer the filter where a list shows."""
        self._filter.setVisible(offered and self._board is not None)

    def be_low(self, *, low: bool) -> None:
        """Take less room in a low window."""
        self._middle_line.setContentsMargins(16, 2 if low else 10, 16, 2 if low else 8)
        self._middle_line.setSpacing(2 if low else 6)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        top = QFrame()
        top.setObjectName("pane-head")
        top.setFixedHeight(_HEAD_PX)
        line = QHBoxLayout(top)
        line.setContentsMargins(16, 0, 16, 0)
        line.setSpacing(8)
        line.addWidget(self._title)
        line.addWidget(self.batch, 1)
        line.addWidget(self.alarms)
        counted = QHBoxLayout()
        counted.setSpacing(8)
        for place, light in enumerate(Light):
            if place:
                counted.addStretch(1)
            counted.addWidget(self.counts[light])
        self._middle = QFrame()
        middle = self._middle_line = QVBoxLayout(self._middle)
        middle.addWidget(self.clock)
        middle.addLayout(counted)
        self._filter = QFrame()
        self._filter.setObjectName("pane-head")
        row = QHBoxLayout(self._filter)
        row.setContentsMargins(16, 0, 16, 6)
        row.setSpacing(8)
        row.addWidget(self.only_missing)
        row.addWidget(self.witnesses, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for each in (top, self._middle, self._filter):
            column.addWidget(each)
        self.be_low(low=False)

    def _say_witnesses(self) -> None:
        absent = self._board.witnesses_absent if self._board else ()
        names = self.tr(", ").join(absent)
        said = self.tr("Witnesses not here: {names}").format(names=names) if absent else ""
        self.witnesses.setText(said)

    def _set_words(self) -> None:
        self._title.setText(self.tr("Board"))
        self.only_missing.setText(self.tr("Only what is missing"))
        self._say_witnesses()
