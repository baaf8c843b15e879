"""The step that runs: what it is, its contracts, and how it stands with the time."""

from datetime import datetime, timedelta, tzinfo

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from qhsign.domain.batching import BatchState
from qhsign.domain.ceremony import StepKind
from qhsign.domain.contract import LifeCycle
from qhsign.domain.soft_breaks import unbroken
from qhsign.services.console import ConsoleState
from qhsign.services.contract_records import ContractRow
from qhsign.ui.console.console_words import (
    amount_words,
    batch_words,
    clock_words,
    is_late,
    late_words,
)
from qhsign.ui.console.step_contracts import ROW_PX, ContractLine, StepContracts
from qhsign.ui.shared.plain_parts import ElidedLabel, divider, label
from qhsign.ui.theme import Look, restyle
from qhsign.wording import say

_ROWS = 6
_ROOM, _LOW_ROOM = (20, 14, 20, 12), (16, 8, 16, 8)
_TIMES_PX, _LOW_TIMES_PX = 264, 236


class StepCard(QFrame):
    """``show_state`` shows a state, ``show_time`` how it stands at a moment."""

    def __init__(self, look: Look, zone: tzinfo | None) -> None:
        super().__init__()
        self._look, self._zone = look, zone
        self._state: ConsoleState | None = None
        self._now: datetime | None = None
        self.setProperty("role", "card")
        self.pill = label("pill")
        self.title = ElidedLabel("step-title")
        self.size_words = ElidedLabel("second")
        self.contracts = StepContracts(look)
        self._elapsed_word, self._plan = ElidedLabel("second"), label("second")
        self.elapsed = label(name="console-elapsed")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self._now_word, self.now = ElidedLabel("second"), label("strong")
        self._late_word, self.late = ElidedLabel("second"), label()
        self._end_word, self.expected_end = ElidedLabel("second"), label()
        self._late_icon = QLabel()
        self._times = QWidget()
        self._is_low = False
        self._left, self._right = QVBoxLayout(), QVBoxLayout(self._times)
        self._head, self._top, self._second = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self._rows: list[QWidget] = []
        self._lay_out()
        look.changed.connect(self._draw)
        self._set_words()

    def be_low(self, *, low: bool) -> None:
        """Leave the list of contracts away in a low window."""
        if low is self._is_low:
            return
        self._is_low = low
        self.contracts.setVisible(not low)
        self._times.setFixedWidth(_LOW_TIMES_PX if low else _TIMES_PX)
        restyle(self.elapsed, low="true" if low else "false")
        self._rows[0].setVisible(not low)
        self._elapsed_word.setVisible(not low)
        room = _LOW_ROOM if low else _ROOM
        for column in (self._left, self._right):
            column.setContentsMargins(*room)
        if low:
            self._left.insertWidget(1, self.title)
            self._second.addWidget(self._plan)
        else:
            self._head.insertWidget(1, self.title, 1)
            self._top.addWidget(self._plan)
        self._left.setStretch(1, 0)

    def show_state(self, state: ConsoleState | None) -> None:
        """Show another state."""
        self._state = state
        self._show()

    def show_time(self, now: datetime | None) -> None:
        """Show how it stands now."""
        self._now = now
        state = self._state
        if state is None or now is None:
            return
        current = state.current
        self.now.setText(f"{now.astimezone(self._zone):%H:%M:%S}")
        if current is None:
            self.elapsed.setText("–")
            self.bar.setValue(0)
            self.late.setText("–")
            self.expected_end.setText(f"{state.expected_end.astimezone(self._zone):%H:%M}")
            self._tone(timedelta())
            return
        elapsed = now - (current.began or now)
        self.elapsed.setText(clock_words(elapsed))
        share = elapsed / timedelta(minutes=max(current.minutes, 1))
        self.bar.setValue(round(min(share, 1.0) * 100))
        restyle(self.bar, tone="warn" if share > 1 else "")
        late = state.late_at(now)
        self.late.setText(late_words(late))
        ends = state.expected_end_at(now)
        self.expected_end.setText(f"{ends.astimezone(self._zone):%H:%M}")
        self._tone(late)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _show(self) -> None:
        state = self._state
        if state is None:
            return
        current = state.current
        word, tone = self._pill_words(state)
        self.pill.setText(word)
        restyle(self.pill, tone=tone)
        self.title.setText(current.title if current is not None else state.slate)
        batch = state.batch or state.next_batch
        language = self._look.language
        self.size_words.setText(
            batch_words(len(batch.contracts), batch.amounts, language) if batch else ""
        )
        self.contracts.lines.show_lines(self._lines(state))
        minutes = clock_words(timedelta(minutes=current.minutes)) if current else ""
        self._plan.setText(self.tr("Plan {minutes}").format(minutes=minutes) if minutes else "")
        self.show_time(self._now)

    def _pill_words(self, state: ConsoleState) -> tuple[str, str]:
        if state.ended is not None:
            return self.tr("Ended"), "quiet"
        if not state.is_running:
            return self.tr("Not begun"), "quiet"
        return self.tr("Under way"), "accent"

    def _lines(self, state: ConsoleState) -> list[ContractLine]:
        batch = state.batch or state.next_batch
        if batch is None:
            return []
        first = state.first if state.batch is not None else state.next_first
        kind = state.current.kind if state.current is not None and state.batch else None
        language = self._look.language
        return [
            ContractLine(
                first + place,
                unbroken(row.title),
                amount_words(row.amount, language) or say(f"contract-kind-{row.kind}", language),
                *self._state_of(row, batch.state, kind),
            )
            for place, row in enumerate(batch.contracts)
        ]

    def _state_of(
        self, row: ContractRow, batch: BatchState, kind: StepKind | None
    ) -> tuple[str, str, str]:
        """Return word, icon and tone of a contract's state."""
        language = self._look.language
        if batch in {BatchState.SIGNED, BatchState.LEFT} or row.status is LifeCycle.SIGNED:
            return say("batch-state-signed", language), "tick", "ok"
        if kind is StepKind.SIGN:
            return self.tr("Signing"), "pencil", "accent-text"
        return say(f"batch-state-{batch}", language), "", "text-3"

    def _tone(self, late: timedelta) -> None:
        tone = "warn" if is_late(late) else ""
        restyle(self.late, said=tone)
        self._late_icon.setVisible(bool(tone))

    def _draw(self) -> None:
        self._late_icon.setPixmap(self._look.pixmap("clock", "warn", 16, self.devicePixelRatioF()))

    def _lay_out(self) -> None:
        head = self._head
        head.setSpacing(10)
        head.addWidget(self.pill)
        head.addWidget(self.title, 1)
        head.addWidget(self.size_words)
        self.size_words.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.contracts.setMinimumHeight(ROW_PX * _ROWS)
        self.pill.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        left = self._left
        left.setContentsMargins(*_ROOM)
        left.setSpacing(8)
        left.addLayout(head)
        left.addWidget(self.contracts, 1)
        self._top.addWidget(self._elapsed_word, 1)
        self._top.addWidget(self._plan)
        self._second.addWidget(self.elapsed, 1)
        times = self._right
        times.setContentsMargins(*_ROOM)
        times.setSpacing(2)
        times.addLayout(self._top)
        times.addLayout(self._second)
        times.addWidget(self.bar)
        times.addSpacing(6)
        times.addStretch(1)
        for word, value in (
            (self._now_word, self.now), (self._late_word, self.late),
            (self._end_word, self.expected_end),
        ):  # fmt: skip
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 2, 0, 2)
            line.setSpacing(6)
            # The value is never cut: its caption gives way.
            word.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            line.addWidget(word, 1)
            if value is self.late:
                line.addWidget(self._late_icon)
            line.addWidget(value)
            times.addWidget(row)
            self._rows.append(row)
        self._times.setFixedWidth(_TIMES_PX)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(left, 1)
        whole.addWidget(divider())
        whole.addWidget(self._times)
        self.title.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._draw()

    def _set_words(self) -> None:
        self._elapsed_word.setText(self.tr("This step"))
        self._now_word.setText(self.tr("Now"))
        self._late_word.setText(self.tr("Against plan"))
        self._end_word.setText(self.tr("Expected end"))
        self.contracts.setAccessibleName(self.tr("Contracts of the batch"))
        self.elapsed.setAccessibleName(self.tr("Time this step has taken"))
        self._show()
