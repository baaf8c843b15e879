"""One contract over the stage: all that is known of it, edited in place."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from qhsign.domain.contract import LifeCycle
from qhsign.domain.contract_entry import SIDES
from qhsign.domain.problems import ProblemForUser
from qhsign.domain.roles import Act
from qhsign.services.contract_records import ContractRow, PartyRow
from qhsign.ui.ceremony.ask_line import AskLine
from qhsign.ui.ceremony.ceremony_parts import CeremonyParts
from qhsign.ui.ceremony.contract_words import (
    CONTRACT_FACTS,
    PARTY_FACTS,
    caption,
    contract_fact,
    party_fact,
    states,
    text_caption,
    text_fact,
    text_keys,
)
from qhsign.ui.ceremony.contract_work import ContractWork
from qhsign.ui.ceremony.fact_group import FactGroup
from qhsign.ui.ceremony.finding_words import Found
from qhsign.ui.ceremony.guest_names import GuestNames
from qhsign.ui.ceremony.menu_button import MenuButton
from qhsign.ui.guest_panel.fact_row import FactRow, FactShown
from qhsign.ui.guest_panel.wrapped_label import WrappedLabel
from qhsign.ui.shared.page_over import PageOver
from qhsign.ui.shared.plain_parts import label
from qhsign.wording import say

_ONE_COLUMN_PX = 640
_NEW_PARTY = "new"


class ContractSheet(PageOver):
    """Shows the contract chosen in the book, and another one as soon as it is chosen."""

    def __init__(
        self,
        parts: CeremonyParts,
        work: ContractWork,
        signer: Callable[[], str],
        under: QWidget,
    ) -> None:
        super().__init__(parts.look, under)
        self._parts, self._work, self._signer = parts, work, signer
        self._look = parts.look
        self._names = GuestNames(parts.guests)
        self.contract = FactGroup(parts.look)
        self.places = FactGroup(parts.look)
        self.texts = FactGroup(parts.look)
        self.parties: dict[str, FactGroup] = {}
        self.add_party = FactRow(parts.look, _NEW_PARTY)
        self.slates = MenuButton(parts.look)
        self.checks = QFrame()
        self._checks_title, self._checks = label("strong"), WrappedLabel("fact-text")
        self._found: Sequence[Found] = ()
        self.ask = AskLine(parts.look)
        self.agree, self.approve = QPushButton(), QPushButton()
        self._inside, self._left, self._right = QWidget(), QVBoxLayout(), QVBoxLayout()
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._inside)
        self._lay_out_body()
        self._connect_parts()

    @property
    def row(self) -> ContractRow | None:
        """The contract that is shown."""
        return self._parts.book.contract

    @property
    def is_editing(self) -> bool:
        """Whether a fact is being typed."""
        groups = (self.contract, self.places, self.texts, *self.parties.values())
        return self.add_party.is_editing or any(group.is_editing for group in groups)

    def open(self) -> None:
        """Show the chosen contract, with the keyboard on its first fact."""
        if self.row is None:
            return
        self.show_row()
        self.open_over()
        self.contract.rows["title"].setFocus()

    def show_row(self) -> None:
        """Show the contract as it stands; one that is gone closes the sheet."""
        row = self.row
        if row is None:
            self.put_away()
            return
        language = self._look.language
        self.set_heading(f"{row.label}　{row.title}", states(row, language), self.tr("Close (Esc)"))
        self.contract.show_facts(
            {name: (caption(name), contract_fact(row, name, language)) for name in CONTRACT_FACTS}
        )
        self._show_places(row)
        self._show_parties(row)
        keys = text_keys(row)
        self.texts.setVisible(bool(keys))
        self.texts.show_facts(
            {key: (text_caption(key), text_fact(row.texts.get(key, ""))) for key in keys}
        )
        self._show_checks(row)
        self._show_acts(row)

    def show_found(self, found: Sequence[Found]) -> None:
        """Take over what looks wrong now."""
        self._found = found
        self._look_again()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in one column where two have no room."""
        super().resizeEvent(event)
        narrow = self.width() < _ONE_COLUMN_PX
        self._sides.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )

    def _show_places(self, row: ContractRow) -> None:
        batches = self._parts.book.rows.batches
        none = self.tr("In no batch")
        held = next((each.name for each in batches if each.name == row.batch), "")
        choices = (("", none), *((each.name, each.name) for each in batches))
        shown = FactShown(held or none, held, choices=choices)
        self.places.show_facts({"batch": (caption("batch"), shown)})
        names = "、".join(row.slates) or self.tr("On no slate")
        self.slates.set_words(self.tr("Slates: {names}").format(names=names))
        menu = QMenu(self.slates)
        for slate in self._parts.book.rows.slates:
            action = menu.addAction(slate.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(slate.name in row.slates)
            action.triggered.connect(
                lambda checked, name=slate.name: self._put_on(name, on=checked)
            )
        earlier = self.slates.menu()
        self.slates.setMenu(menu)
        self.slates.setEnabled(not menu.isEmpty())
        if earlier is not None:
            earlier.deleteLater()

    def _put_on(self, slate: str, *, on: bool) -> None:
        row = self.row
        if row is not None:
            names = [name for name in row.slates if name != slate]
            self._work.put_on_slates(row.number, [*names, slate] if on else names)

    def _show_parties(self, row: ContractRow) -> None:
        there = {party.side: party for party in row.parties}
        for side in [side for side in self.parties if side not in there]:
            group = self.parties.pop(side)
            self._right.removeWidget(group)
            group.hide()
            group.deleteLater()
        for side, party in there.items():
            group = self.parties.get(side) or self._new_group(side)
            self._show_party(group, row, party)
        free = [side for side in SIDES if side not in there]
        self.add_party.setVisible(bool(free))
        prompt = self.tr("Name of the organization")
        self.add_party.show_fact(
            self.tr("Add a party"), FactShown(free[0] if free else "", "", prompt=prompt)
        )

    def _new_group(self, side: str) -> FactGroup:
        group = self.parties[side] = FactGroup(self._look)
        group.edited.connect(lambda field, text: self._edit(group, field, text))
        group.acted.connect(lambda: self._remove(side))
        place = sorted(self.parties, key=SIDES.index).index(side)
        self._right.insertWidget(place, group)
        return group

    def _show_party(self, group: FactGroup, row: ContractRow, party: PartyRow) -> None:
        side = party.side
        role = self.tr("host") if party.is_host else self.tr("guest")
        title = self.tr("Party {side} ({role})").format(side=side, role=role)
        group.title.setText(title)
        group.button.setText(self.tr("Take off"))
        group.button.setAccessibleName(self.tr("Take party {side} off").format(side=side))
        group.button.show()
        group.show_facts(
            {
                f"{side}.{part}" if part else side: (
                    caption(part), party_fact(party, part, self._names.suggest),
                )
                for part in PARTY_FACTS
                if part != "country" or row.language is not None
            }
        )  # fmt: skip

    def _remove(self, side: str) -> None:
        row = self.row
        if row is not None:
            self._work.remove_party(row.number, side)

    def _edit(self, group: FactGroup, field: str, text: str) -> None:
        self._write(field, text, group.rows[field])

    def _write(self, field: str, text: str, editor: FactRow) -> None:
        row = self.row
        if row is None:
            return
        number = row.number

        def failed(problem: ProblemForUser) -> None:
            if self.row is None or self.row.number != number or not editor.is_editing:
                self._parts.bar.show_problem(problem)
                return
            editor.show_error(say(problem.code, self._look.language, **problem.parameters))

        def done() -> None:
            if self.row is not None and self.row.number == number:
                editor.close_editor()

        if field == "amount" and not text:
            text = "—"
        if field.endswith(".host") and text == "no":
            others = [each.side for each in row.parties if not field.startswith(each.side)]
            if not others:
                editor.close_editor()
                return
            field, text = f"{others[0]}.host", "yes"
        self._work.change(number, {field: text}, failed, done)

    def _add_party(self, _: str, text: str) -> None:
        row = self.row
        if row is None or not text:
            self.add_party.close_editor()
            return
        taken = {party.side for party in row.parties}
        side = next(side for side in SIDES if side not in taken)
        self._write(side, text, self.add_party)

    def _show_checks(self, row: ContractRow) -> None:
        language = self._look.language
        sentences = [e.sentence(language) for e in self._found if row.number in e.contracts]
        self.checks.setVisible(bool(sentences))
        self._checks.setText("\n".join(sentences))

    def _show_acts(self, row: ContractRow) -> None:
        agreed = row.agreed_on is not None
        to_sign = row.status is LifeCycle.TO_SIGN
        self.agree.setVisible(agreed or to_sign)
        self.agree.setText(self.tr("Withdraw agreement") if agreed else self.tr("Agree to it"))
        self.approve.setText(
            self.tr("Withdraw approval") if row.approved else self.tr("Approve certificate")
        )

    def _agree(self) -> None:
        row = self.row
        if row is None:
            return
        numbers: Sequence[int] = (row.number,)
        if row.agreed_on is not None:
            self.ask.ask(
                self.tr("Why is the agreement withdrawn?"),
                "",
                lambda text: self._answer(self._work.disagree, numbers, text),
            )
        else:
            self.ask.ask(
                self.tr("Who agreed to it?"),
                self._signer(),
                lambda text: self._answer(self._work.agree, numbers, text),
            )

    def _approve(self) -> None:
        row = self.row
        if row is None:
            return
        if row.approved:
            self._work.withdraw_approval(row.number)
            return
        self.ask.ask(
            self.tr("Who approves the certificate?"),
            self._signer(),
            lambda text: self._answer(self._work.approve, (row.number,), text),
        )

    def _answer(
        self,
        work: Callable[
            [Sequence[int], str, Callable[[ProblemForUser], None], Callable[[], None]], None
        ],
        numbers: Sequence[int],
        text: str,
    ) -> None:
        work(numbers, text, self.ask.refuse, self.ask.put_away)

    def _look_again(self) -> None:
        if self.is_open:
            self.show_row()

    def _turn_over(self) -> None:
        """Show another contract; what was being typed for the one before is put away."""
        if self.is_open:
            self.ask.put_away()
            for group in (self.contract, self.places, self.texts, *self.parties.values()):
                for row in group.rows.values():
                    row.close_editor()
            self.add_party.close_editor()
            self.show_row()

    def _connect_parts(self) -> None:
        for group in (self.contract, self.places, self.texts):
            group.edited.connect(lambda f, text, group=group: self._edit(group, f, text))
        self.add_party.edited.connect(self._add_party)
        self.agree.clicked.connect(self._agree)
        self.approve.clicked.connect(self._approve)
        self._parts.rights.keep(self.agree, Act.APPROVE)
        self._parts.rights.keep(self.approve, Act.APPROVE)
        book = self._parts.book
        book.read.connect(self._look_again)
        book.contract_chosen.connect(self._turn_over)
        self._set_words()

    def _lay_out_body(self) -> None:
        self._sides.setContentsMargins(16, 12, 16, 16)
        self._sides.setSpacing(12)
        for side, widgets in (
            (self._left, (self.checks, self.contract, self.places, self.texts)),
            (self._right, (self.add_party,)),
        ):
            side.setSpacing(12)
            for widget in widgets:
                side.addWidget(widget)
            side.addStretch(1)
            self._sides.addLayout(side, 1)
        self.places.put(self.slates)
        self.checks.setProperty("role", "notice")
        self.checks.setProperty("tone", "warn")
        told = QVBoxLayout(self.checks)
        told.setContentsMargins(16, 8, 16, 8)
        told.addWidget(self._checks_title)
        told.addWidget(self._checks)
        scroll = QScrollArea()
        scroll.setObjectName("form-ground")
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._inside)
        self.body.addWidget(scroll, 1)
        self.foot.addWidget(self.ask, 1)
        self.foot.addStretch(0)
        self.foot.addWidget(self.agree)
        self.foot.addWidget(self.approve)

    def _set_words(self) -> None:
        self._checks_title.setText(self.tr("To be checked"))
        self.contract.title.setText(self.tr("Contract"))
        self.places.title.setText(self.tr("Slates and batch"))
        self.texts.title.setText(self.tr("Texts in the second language"))
        if self.is_open:
            self.show_row()
