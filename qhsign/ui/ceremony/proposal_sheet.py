"""分批方案: choose how many tables there are, look at the batches, take them over."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QPushButton, QVBoxLayout, QWidget

from qhsign.background.operation import Operation, Pool
from qhsign.domain.problems import ProblemForUser
from qhsign.ui.ceremony.batch_work import BatchWork
from qhsign.ui.ceremony.ceremony_parts import CeremonyParts
from qhsign.ui.ceremony.column_delegate import ColumnDelegate
from qhsign.ui.ceremony.column_lines import Line, LineKind, sums
from qhsign.ui.ceremony.column_model import ColumnModel
from qhsign.ui.ceremony.contract_provider import ReadContracts
from qhsign.ui.ceremony.sentence_list import SentenceList
from qhsign.ui.shared.choice_box import ChoiceBox
from qhsign.ui.shared.page_over import PageOver
from qhsign.ui.shared.plain_parts import label
from qhsign.wording import say

if TYPE_CHECKING:
    from qhsign.services.stage_records import BatchProposal

_SIZES = range(1, 21)
_USUAL = 6


class ProposalSheet(PageOver):
    """Nothing is written before somebody takes the proposal over; one undo takes it back."""

    def __init__(
        self, parts: CeremonyParts, reads: ReadContracts, work: BatchWork, under: QWidget
    ) -> None:
        super().__init__(parts.look, under)
        self._parts, self._reads, self._work = parts, reads, work
        self._asked = 0
        self._slate = ""
        self.proposal: BatchProposal | None = None
        self.size_box = ChoiceBox(parts.look)
        for size in _SIZES:
            self.size_box.addItem(str(size), size)
        self.size_box.setCurrentIndex(_USUAL - 1)
        self.model = ColumnModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.model.redrawn.connect(self.list.viewport().update)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._delegate = ColumnDelegate(parts.look, self.list, self.model)
        self.list.setItemDelegate(self._delegate)
        self.findings = SentenceList(parts.look)
        self._caption, self._told = label(), label("second", wrap=True)
        self.apply = QPushButton()
        self.apply.setProperty("kind", "primary")
        self._lay_out_body()
        self.size_box.currentIndexChanged.connect(self._propose)
        self.apply.clicked.connect(self._apply)
        parts.book.read.connect(self._propose)
        self._set_words()

    @property
    def size_chosen(self) -> int:
        """How many tables there are."""
        return int(self.size_box.currentData())

    def open(self) -> None:
        """Propose batches for the chosen slate."""
        book = self._parts.book
        if book.slate is None:
            return
        self._slate = book.slate.name
        known = [row.size_limit for row in book.batches if row.size_limit]
        self.size_box.setCurrentIndex(min(known[0] if known else _USUAL, _SIZES[-1]) - 1)
        self._set_words()
        self.open_over()
        self.size_box.setFocus()
        self._propose()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
            self._show()
        super().changeEvent(event)

    def _propose(self) -> None:
        if not self.is_open:
            return
        self._asked += 1
        self.apply.setEnabled(False)  # only what is seen is taken over
        asked, slate, size = self._asked, self._slate, self.size_chosen

        def take(proposal: "BatchProposal") -> None:
            if asked == self._asked:
                self.notice.put_away()
                self.proposal = proposal
                self._show()

        def fail(problem: ProblemForUser) -> None:
            if asked == self._asked:
                self.proposal = None
                self._show()
                self.notice.show_problem(problem)

        self._parts.runner.start(
            Operation(lambda: self._reads.propose(slate, size), take, self, fail, pool=Pool.FILES)
        )

    def _show(self) -> None:
        proposal = self.proposal
        self.apply.setEnabled(proposal is not None)
        lines = [] if proposal is None else _lines(proposal, self.tr("(kept)"))
        numbers = [each.contract.number for each in lines if each.contract is not None]
        self._delegate.digits = len(str(max(numbers, default=1)))
        self.model.show_lines(lines)
        findings = () if proposal is None else proposal.findings
        language = self._parts.look.language
        self.findings.show_sentences(
            [(say(each.code, language, **each.parameters), 0) for each in findings]
        )
        self.findings.setVisible(bool(findings))
        told = self.tr("Nobody signs twice in a batch, and nobody in two batches running.")
        if findings:
            told = self.tr("{count} things could not be avoided:").format(count=len(findings))
        self._told.setText(told if proposal is not None else "")

    def _apply(self) -> None:
        def failed(problem: ProblemForUser) -> None:
            self._show()
            self.notice.show_problem(problem)

        self.apply.setEnabled(False)
        self._work.apply(self._slate, self.size_chosen, self.put_away, failed)

    def _lay_out_body(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(16, 12, 16, 8)
        top.setSpacing(12)
        top.addWidget(self._caption)
        top.addWidget(self.size_box)
        top.addWidget(self._told, 1)
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.list)
        columns = QVBoxLayout()
        columns.setContentsMargins(16, 0, 16, 16)
        columns.setSpacing(12)
        columns.addWidget(self.findings)
        columns.addWidget(card, 1)
        self.body.addLayout(top)
        self.body.addLayout(columns, 1)
        self.foot.addStretch(1)
        self.foot.addWidget(self.apply)

    def _set_words(self) -> None:
        self.set_heading(self.tr("Proposal of batches"), self._slate, self.tr("Close (Esc)"))
        self._caption.setText(self.tr("Tables on stage"))
        self.size_box.setAccessibleName(self.tr("Tables on stage"))
        self.list.setAccessibleName(self.tr("Batches as proposed"))
        self.findings.setAccessibleName(self.tr("What could not be avoided"))
        self.apply.setText(self.tr("Take these batches over"))


def _lines(proposal: "BatchProposal", kept: str) -> list[Line]:
    from qhsign.domain.batching import BatchState
    from qhsign.services.stage_records import BatchRow

    lines = []
    for place, batch in enumerate(proposal.batches):
        name = f"{batch.name} {kept}" if batch.is_kept else batch.name
        row = BatchRow(
            str(place), place, name, "", None, BatchState.NOT_CALLED, batch.is_kept,
            None, is_planned=False, contracts=batch.contracts,
        )  # fmt: skip
        count, amounts = len(batch.contracts), sums(batch.contracts)
        lines.append(Line(LineKind.BATCH, batch=row, batch_id=row.id, total=count, amounts=amounts))
        lines += [
            Line(LineKind.CONTRACT, contract=each, batch_id=row.id) for each in batch.contracts
        ]
    return lines
