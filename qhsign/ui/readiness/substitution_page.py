"""替补 over the page: of which contract, for whom, who signs instead, seen and approved."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from qhsign.background.operation import Operation, Pool
from qhsign.domain.problems import ProblemForUser
from qhsign.domain.roles import Act
from qhsign.services.contract_records import ContractRow, PartyRow
from qhsign.services.substitution import Substituted
from qhsign.services.waiting_contracts import StandIn
from qhsign.ui.ceremony.ceremony_parts import CeremonyParts
from qhsign.ui.guest_panel.wrapped_label import WrappedLabel
from qhsign.ui.guests.guest_filter import search
from qhsign.ui.lists.tick_box import TickBox
from qhsign.ui.readiness.readiness_provider import ReadinessProvider, Substituting
from qhsign.ui.readiness.stand_in_list import StandInList
from qhsign.ui.reports.tall_scroll import TallScroll
from qhsign.ui.shared.choice_box import ChoiceBox
from qhsign.ui.shared.page_over import PageOver
from qhsign.ui.shared.plain_parts import label

_FORM_SHARE, _LIST_SHARE = 5, 6


class SubstitutionPage(PageOver):
    """``substituted`` carries what was done (a Substituted)."""

    substituted = Signal(object)

    def __init__(self, parts: CeremonyParts, provider: ReadinessProvider, under: QWidget) -> None:
        super().__init__(parts.look, under)
        self._parts, self._provider = parts, provider
        self._rows: Sequence[ContractRow] = ()
        self._stand_in: StandIn | None = None
        self._asked = 0
        self._is_busy = False
        self.contract, self.side = ChoiceBox(parts.look), ChoiceBox(parts.look)
        self.instead = WrappedLabel("strong")
        self.authorised = TickBox(parts.look)
        self.approver = QLineEdit()
        self.approver.setMaxLength(60)
        self.stand_ins = StandInList(parts.look, self._find)
        self._captions = [label("second") for _ in range(4)]
        self.leave, self.do = QPushButton(), QPushButton()
        self.do.setProperty("kind", "primary")
        self._lay_form()
        self.contract.currentIndexChanged.connect(lambda _: self._contract_chosen())
        self.side.currentIndexChanged.connect(lambda _: self._side_chosen())
        self.stand_ins.chosen.connect(self._take)
        self.leave.clicked.connect(self.put_away)
        self.do.clicked.connect(self.substitute)
        self.approver.returnPressed.connect(self.substitute)
        parts.rights.changed.connect(self._show)
        parts.rights.explain(self.do, Act.APPROVE)
        self._set_words()

    def open_for(self, rows: Sequence[ContractRow], number: int, side: str) -> None:
        """Ask about a contract of these by number, and a side of it; "" for the first."""
        self._rows = rows
        self.authorised.setChecked(False)
        self.approver.clear()
        self.stand_ins.search.input.clear()
        self.contract.blockSignals(True)
        self.contract.clear()
        for row in rows:
            self.contract.addItem(f"{row.number}  {row.title}", row.number)
        self.contract.setCurrentIndex(max(self.contract.findData(number), 0))
        self.contract.blockSignals(False)
        self._contract_chosen(side)
        self.open_over()
        self.stand_ins.search.setFocus()

    def substitute(self) -> None:
        """Have the chosen guest sign, or say what is lacking."""
        stand_in, side = self._stand_in, self.side.currentData()
        if stand_in is None or side is None or self._is_busy:
            return
        wish = Substituting(
            int(self.contract.currentData()),
            str(side),
            stand_in.number,
            self.authorised.isChecked(),
            self.approver.text(),
        )
        self._is_busy = True
        self._show()
        self._parts.change(self, lambda: self._provider.substitute(wish), self._done, self._refused)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _done(self, done: Substituted) -> None:
        self._is_busy = False
        self.put_away()
        self.substituted.emit(done)

    def _refused(self, problem: ProblemForUser) -> None:
        self._is_busy = False
        self.notice.show_problem(problem)
        self._show()

    def _contract_chosen(self, side: str = "") -> None:
        """Offer the sides of the chosen contract."""
        parties = self._parties()
        self.side.blockSignals(True)
        self.side.clear()
        for party in parties:
            self.side.addItem(self._side_words(party), party.side)
        # Without a side named, the guests' signatory: the hosts are at home.
        wanted = side or next((each.side for each in parties if not each.is_host), "")
        self.side.setCurrentIndex(max(self.side.findData(wanted), 0))
        self.side.blockSignals(False)
        self._side_chosen()

    def _side_chosen(self) -> None:
        """Ask who might sign for the chosen side."""
        self._stand_in = None
        self.stand_ins.offer(())
        self._asked += 1
        asked, side = self._asked, self.side.currentData()
        self._show()
        if side is None:
            return
        number = int(self.contract.currentData())

        def take(found: Sequence[StandIn]) -> None:
            if asked == self._asked:
                self.stand_ins.offer(found)

        self._parts.runner.start(
            Operation(
                lambda: self._provider.stand_ins(number, side),
                take,
                self,
                self.notice.show_problem,
                pool=Pool.FILES,
            )
        )

    def _take(self, stand_in: StandIn) -> None:
        self._stand_in = stand_in
        self._show()
        (self.approver if self.authorised.isChecked() else self.authorised).setFocus()

    def _find(self, text: str, most: int) -> Sequence[StandIn]:
        return [
            StandIn(row.number, row.full_name, row.organization, row.title, arrived=False)
            for row in search(self._parts.guests.rows, text, most)
        ]

    def _parties(self) -> Sequence[PartyRow]:
        number = self.contract.currentData()
        return next((row.parties for row in self._rows if row.number == number), ())

    def _side_words(self, party: PartyRow) -> str:
        who = party.signatory or self.tr("nobody named yet")
        return f"{party.side}  {who}  {party.organization}"

    def _show(self) -> None:
        stand_in = self._stand_in
        if stand_in is None:
            self.instead.setText(self.tr("Choose who signs at the right"))
        else:
            post = " ".join(filter(None, (stand_in.organization, stand_in.title)))
            self.instead.setText(f"{stand_in.name}  {post}".strip())
        self.instead.setProperty("said", "" if stand_in else "warn")
        self.instead.style().unpolish(self.instead)
        self.instead.style().polish(self.instead)
        may = self._parts.rights.may(Act.APPROVE)
        self.do.setEnabled(stand_in is not None and not self._is_busy and may)

    def _lay_form(self) -> None:
        form = QWidget()
        grid = QGridLayout(form)
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        fields: Sequence[QWidget] = (self.contract, self.side, self.instead, self.approver)
        for row, (caption, field) in enumerate(zip(self._captions, fields, strict=True)):
            caption.setMinimumHeight(32)
            place = row + (row == len(fields) - 1)
            grid.addWidget(caption, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(field, place, 1)
        grid.addWidget(self.authorised, len(fields) - 1, 1)
        self.setTabOrder(self.authorised, self.approver)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(len(fields) + 1, 1)
        for box in (self.contract, self.side):
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        both = QHBoxLayout()
        both.setContentsMargins(16, 12, 16, 12)
        both.setSpacing(16)
        scroll = TallScroll(form)
        scroll.setObjectName("form-ground")
        both.addWidget(scroll, _FORM_SHARE)
        both.addWidget(self.stand_ins, _LIST_SHARE)
        self.body.addLayout(both)
        self.foot.addStretch(1)
        self.foot.addWidget(self.leave)
        self.foot.addWidget(self.do)

    def _set_words(self) -> None:
        self.set_heading(
            self.tr("Substitution"),
            self.tr("Somebody else signs; the change slip then lists what to print again"),
            self.tr("Close without substituting"),
        )
        captions = (
            self.tr("Contract"),
            self.tr("Instead of"),
            self.tr("Signs now"),
            self.tr("Approved by"),
        )
        fields: Sequence[QWidget] = (self.contract, self.side, self.instead, self.approver)
        for caption, words, field in zip(self._captions, captions, fields, strict=True):
            caption.setText(words)
            field.setAccessibleName(words)
        self.authorised.setText(self.tr("Letter of authorisation seen"))
        self.approver.setPlaceholderText(self.tr("Name of who approved"))
        self.leave.setText(self.tr("Cancel"))
        self.do.setText(self.tr("Substitute"))
        for place, party in enumerate(self._parties()):
            self.side.setItemText(place, self._side_words(party))
        self._show()
