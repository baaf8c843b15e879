"""台位图: contracts and batches at the left, the stage in the middle, readiness at the right."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from qhsign.ui.ceremony.ceremony_parts import CeremonyPart, CeremonyParts
from qhsign.ui.ceremony.contract_column import ContractColumn
from qhsign.ui.readiness.readiness_column import ReadinessColumn
from qhsign.ui.stage.stage_column import StageColumn

NARROW_PX = 1100
"""A window narrower than this keeps readiness behind a button."""


class StagePart(CeremonyPart):
    """The three columns look at the same slate, batch and contract.

    In a narrow window readiness lies over the stage while it is asked for; ``folded`` tells that
    it has begun or ceased to be so.
    """

    folded = Signal()

    def __init__(self, parts: CeremonyParts) -> None:
        super().__init__()
        provider = parts.providers.ceremony
        if provider is None or provider.contracts is None:
            raise LookupError("this event has no contracts to stage")
        self._ground = QWidget()
        self.contracts = ContractColumn(parts, provider.contracts, self._ground)
        self.stage = StageColumn(parts)
        self.readiness = ReadinessColumn(parts)
        self.is_narrow, self.shows_readiness = False, False
        self._beside = QHBoxLayout(self._ground)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(0)
        self._beside.addWidget(self.stage, 1)
        self._beside.addWidget(self.readiness)
        self.readiness.read.connect(self.stage.show_readiness)
        self.stage.substitute_asked.connect(self.readiness.open_substitution)
        self.stage.contact_asked.connect(self.readiness.show_contact)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.contracts)
        line.addWidget(self._ground, 1)
        self.setFocusProxy(self.contracts)

    def be_shown(self) -> None:
        """Be ready for the keyboard: it goes to the contracts."""
        front = self.contracts.sheets.front
        if front is None:
            self.contracts.list.setFocus()
        else:
            front.setFocus()

    def show_readiness(self, *, shown: bool) -> None:
        """In a narrow window bring readiness over the stage, or put it away."""
        self.shows_readiness = shown
        self._place()
        if shown and self.is_narrow:
            self.contracts.sheets.put_away()
            self.readiness.raise_()

    def showEvent(self, event: QShowEvent) -> None:
        """Follow who comes, for the plan as well as for the board."""
        super().showEvent(event)
        self.readiness.follow(followed=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave it until somebody looks again."""
        super().hideEvent(event)
        self.readiness.follow(followed=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold in a narrow window."""
        super().resizeEvent(event)
        narrow = self.window().width() < NARROW_PX
        if narrow != self.is_narrow:
            self.is_narrow = narrow
            self.contracts.be_narrow(narrow=narrow)
            if narrow:
                self._beside.removeWidget(self.readiness)
            else:
                self._beside.addWidget(self.readiness)
            self.folded.emit()
        self._place()

    def _place(self) -> None:
        self.readiness.setVisible(not self.is_narrow or self.shows_readiness)
        if self.is_narrow and self.shows_readiness:
            least, most = self.readiness.minimumWidth(), self.readiness.maximumWidth()
            wide = min(max(self.readiness.sizeHint().width(), least), most)
            room = self._ground.rect()
            self.readiness.setGeometry(room.adjusted(max(room.width() - wide, 0), 0, 0, 0))
