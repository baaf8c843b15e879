"""The cards of the overview: beside each other, or one below the other in a narrow window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from qhsign.services.overview_records import Overview
from qhsign.ui.overview.arrivals_card import ArrivalsCard
from qhsign.ui.overview.file_line import FileLine
from qhsign.ui.overview.reconciliation_card import ReconciliationCard
from qhsign.ui.overview.shares_card import SharesCard
from qhsign.ui.overview.vip_card import VipCard
from qhsign.ui.theme import Look

NARROW = 1100
_LOW = 720
_VIPS_PX, _SHARES_PX = 336, 344
_CARD_PX, _LOW_CARD_PX = 300, 220
_STAGE_PX = 40
"""What the lower cards give so that the next batch has room over them."""
_ANY_PX = 16_777_215


class OverviewCards(QScrollArea):
    """Scrolls where the window is too low for all of them; ``stage`` stands over them."""

    def __init__(self, look: Look, stage: QWidget | None = None) -> None:
        super().__init__()
        self._stage = stage
        self.arrivals = ArrivalsCard(look)
        self.vips = VipCard(look)
        self.shares = SharesCard(look)
        self.reconciliation = ReconciliationCard(look)
        self.file_line = FileLine(look)
        ground = QFrame()
        ground.setObjectName("cards")
        self._grid = QGridLayout(ground)
        self._grid.setContentsMargins(16, 16, 16, 8)
        self._grid.setSpacing(16)
        self.setObjectName("cards-pane")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(ground)

    def show_overview(self, overview: Overview) -> None:
        """Show other figures."""
        for card in (self.arrivals, self.vips, self.shares, self.file_line):
            card.show_overview(overview)

    def fit_window(self, width: int, height: int) -> None:
        """Arrange the cards for a window of this size."""
        narrow, low = width < NARROW, height < _LOW
        high = _LOW_CARD_PX if low and not narrow else _CARD_PX
        if self._stage is not None and not self._stage.isHidden() and not narrow:
            high -= _STAGE_PX
        for card in (self.vips, self.shares, self.reconciliation):
            card.setMinimumHeight(high)
        for card, wide in ((self.vips, _VIPS_PX), (self.shares, _SHARES_PX)):
            card.setMinimumWidth(0 if narrow else wide)
            card.setMaximumWidth(_ANY_PX if narrow else wide)
        places: tuple[tuple[QWidget, int, int, int, int], ...] = (
            (
                (self.arrivals, 0, 0, 1, 2),
                (self.shares, 1, 0, 1, 1),
                (self.vips, 1, 1, 1, 1),
                (self.reconciliation, 2, 0, 1, 2),
                (self.file_line, 3, 0, 1, 2),
            )
            if narrow
            else (
                (self.arrivals, 0, 0, 1, 2),
                (self.vips, 0, 2, 2, 1),
                (self.shares, 1, 0, 1, 1),
                (self.reconciliation, 1, 1, 1, 1),
                (self.file_line, 3, 0, 1, 3),
            )
        )
        for each, row, left, high_rows, wide_columns in places:
            self._grid.removeWidget(each)
            self._grid.addWidget(each, row + 1, left, high_rows, wide_columns)
        if self._stage is not None:
            self._grid.addWidget(self._stage, 0, 0, 1, 2 if narrow else 3)
        for column, stretch in enumerate((1, 1, 0) if narrow else (0, 1, 0)):
            self._grid.setColumnStretch(column, stretch)
        self._grid.setRowStretch(1, 1)
