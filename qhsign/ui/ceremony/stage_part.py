"""台位图: contracts and batches at the left, the stage in the middle, readiness at the right."""

from PySide6.QtWidgets import QHBoxLayout

from qhsign.ui.ceremony.ceremony_parts import CeremonyPart, CeremonyParts
from qhsign.ui.ceremony.contract_column import ContractColumn
from qhsign.ui.readiness.readiness_column import ReadinessColumn
from qhsign.ui.stage.stage_column import StageColumn


class StagePart(CeremonyPart):
    """The three columns look at the same slate, batch and contract."""

    def __init__(self, parts: CeremonyParts) -> None:
        super().__init__()
        self.contracts = ContractColumn(parts)
        self.stage = StageColumn(parts)
        self.readiness = ReadinessColumn(parts)
        self.readiness.read.connect(self.stage.show_readiness)
        self.stage.substitute_asked.connect(self.readiness.open_substitution)
        self.stage.contact_asked.connect(self.readiness.show_contact)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.contracts)
        line.addWidget(self.stage, 1)
        line.addWidget(self.readiness)

    def be_shown(self) -> None:
        """Be ready for the keyboard: it goes to the contracts."""
        self.contracts.setFocus()
