"""The batch that goes on stage next: when, and how ready it is."""

from collections.abc import Callable
from datetime import tzinfo

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy

from qhsign.background.operation import Operation, Pool
from qhsign.background.runner import Runner
from qhsign.domain.problems import ProblemForUser
from qhsign.domain.readiness import Light
from qhsign.services.readiness import ReadyBatch
from qhsign.ui.overview.overview_provider import NextBatchProvider
from qhsign.ui.readiness.light_count import LightCount
from qhsign.ui.readiness.stage_clock import StageClock
from qhsign.ui.shared.plain_parts import ElidedLabel, divider, label
from qhsign.ui.theme import Look

_HIGH_PX, _SECOND_MS, _LEAST_PX, _WIDE_PX = 54, 1_000, 24, 1_000


class StageLine(QFrame):
    """Away while no batch is left to go on stage; ``turned`` tells that it came or went.

    ``failed`` carries a ProblemForUser.
    """

    turned = Signal()
    failed = Signal(object)

    def __init__(
        self,
        look: Look,
        runner: Runner,
        provider: NextBatchProvider,
        zone: tzinfo | None,
        show_ceremony: Callable[[], None],
    ) -> None:
        super().__init__()
        self._look, self._runner, self._provider = look, runner, provider
        self._reading = self._read_again = False
        self.board: ReadyBatch | None = None
        self.setProperty("role", "card")
        self.setFixedHeight(_HIGH_PX)
        self._icon, self.batch = QLabel(), label("strong")
        self._slate = ElidedLabel("second")
        self._slate.setMinimumWidth(_LEAST_PX)
        self._slate.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.clock = StageClock(look, zone, "step-title")
        self.counts = {light: LightCount(look, light) for light in Light}
        self.button = QPushButton()
        self.button.clicked.connect(show_ceremony)
        line = self._line = QHBoxLayout(self)
        line.setContentsMargins(16, 0, 12, 0)
        line.setSpacing(10)
        line.addWidget(self._icon)
        line.addWidget(self.batch)
        line.addWidget(self._slate, 1)
        line.addWidget(divider())
        line.addWidget(self.clock)
        line.addWidget(divider())
        for shown in self.counts.values():
            line.addWidget(shown)
        line.addWidget(self.button)
        self._second = QTimer(self)
        self._second.setInterval(_SECOND_MS)
        self._second.timeout.connect(self.tick)
        look.changed.connect(self._draw)
        self._draw()
        self._set_words()
        self.hide()

    def read(self) -> None:
        """Read the next batch; asked for while reading, once more afterwards."""
        if self._reading:
            self._read_again = True
            return
        self._reading, self._read_again = True, False
        self._runner.start(
            Operation(self._provider.next_batch, self._take, self, self._fail, pool=Pool.FILES)
        )

    def tick(self) -> None:
        """Count down."""
        self.clock.show_moment(self._provider.now())

    def showEvent(self, event: QShowEvent) -> None:
        """Count while somebody looks."""
        super().showEvent(event)
        self._second.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop counting."""
        self._second.stop()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window leave the room to the time: the slate is known by its batch."""
        super().resizeEvent(event)
        self._slate.setVisible(not self._is_narrow())
        self._line.setStretchFactor(self.clock, int(self._is_narrow()))
        self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _take(self, board: ReadyBatch | None) -> None:
        self.board = board
        if board is not None:
            self._slate.setText(board.batch.slate)
            for light, shown in self.counts.items():
                shown.show_count(board.count(light))
            self.clock.show_batch(board.batch, self._provider.now())
        self._set_words()
        if self.isHidden() is (board is not None):
            self.setVisible(board is not None)
            self.turned.emit()
        self._has_read()

    def _fail(self, problem: ProblemForUser) -> None:
        self.failed.emit(problem)
        self._has_read()

    def _has_read(self) -> None:
        self._reading = False
        if self._read_again:
            self.read()

    def _is_narrow(self) -> bool:
        return self.width() < _WIDE_PX

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(self._look.pixmap("contract", "accent-text", 20, ratio))

    def _set_words(self) -> None:
        name = self.board.batch.name if self.board else ""
        self.batch.setText(self.tr("Next: {batch}").format(batch=name))
        self.batch.setToolTip(self.board.batch.slate if self.board else "")
        words = self.tr("Go to the ceremony")
        self.button.setText(self.tr("Ceremony") if self._is_narrow() else words)
        self.button.setAccessibleName(words)
