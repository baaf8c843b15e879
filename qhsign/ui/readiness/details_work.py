"""Reads the contract shown in full, and does what is asked of it."""

from PySide6.QtCore import QObject, Signal

from qhsign.background.operation import Operation, Pool
from qhsign.domain.problems import ProblemForUser
from qhsign.domain.stage_terms import TextStep
from qhsign.services.remote_check_ins import SeenOnline
from qhsign.services.waiting_contracts import WaitingContract, WaitingPerson
from qhsign.ui.ceremony.ceremony_parts import CeremonyParts
from qhsign.ui.guest_panel.masked_row import MaskedRow
from qhsign.ui.readiness.contract_details import ContractDetails
from qhsign.ui.readiness.person_block import PHONE
from qhsign.ui.readiness.readiness_provider import ReadinessProvider
from qhsign.wording import say


class DetailsWork(QObject):
    """``shown`` tells that another contract shows; ``substitute_asked`` carries number and side."""

    shown = Signal()
    substitute_asked = Signal(int, str)

    def __init__(
        self, parts: CeremonyParts, provider: ReadinessProvider, details: ContractDetails
    ) -> None:
        super().__init__(details)
        self._parts, self._provider, self._details = parts, provider, details
        self.number, self._side = 0, ""
        self._asked = 0
        details.ticked.connect(self._tick)
        details.reveal_asked.connect(self._reveal)
        details.online_asked.connect(self._seen_online)
        details.annul_asked.connect(self._annul)
        details.substitute_asked.connect(self._substitute)

    @property
    def is_open(self) -> bool:
        """Whether a contract shows in full."""
        return bool(self.number) and self._shown == self.number

    @property
    def _shown(self) -> int:
        """What a person sees and means, while another contract is still being read."""
        contract = self._details.contract
        return contract.row.number if contract is not None else 0

    def open(self, number: int, side: str = "") -> None:
        """Show a contract by its number; ``side`` is whose signatory is to be reached."""
        self.number, self._side = number, side
        self.follow()

    def take_side(self) -> str:
        """Return whose signatory is to be reached, once."""
        side, self._side = self._side, ""
        return side

    def close(self) -> None:
        """Show none."""
        self.number = 0
        self._details.contract = None

    def follow(self) -> None:
        """Read the contract that shows again."""
        number = self.number
        if not number:
            return
        self._asked += 1
        asked = self._asked

        def take(contract: WaitingContract) -> None:
            if asked == self._asked and number == self.number:
                self._details.show_contract(contract)
                self.shown.emit()

        self._parts.runner.start(
            Operation(
                lambda: self._provider.details(number),
                take,
                self,
                self._parts.bar.show_problem,
                pool=Pool.FILES,
            )
        )

    def _tick(self, step: TextStep, on: bool) -> None:  # noqa: FBT001 - a signal's value
        number = self._shown

        def done(_: None) -> None:
            word = say(f"text-step-{step}", self._parts.look.language)
            told = (
                self.tr("Contract {number}: {step} ticked")
                if on
                else self.tr("Contract {number}: {step} open again")
            )
            self._parts.bar.show_done(told.format(number=number, step=word), back)

        def back() -> None:
            self._parts.change(
                self, lambda: self._provider.tick(number, step, not on), lambda _: None
            )

        self._parts.change(
            self, lambda: self._provider.tick(number, step, on), done, self._not_ticked
        )

    def _not_ticked(self, problem: ProblemForUser) -> None:
        """Say why, and let the box show what holds."""
        self._parts.bar.show_problem(problem)
        self.follow()

    def _reveal(self, person: WaitingPerson, field: str, purpose: str) -> None:
        desk = self._parts.scans.desk()
        ask = self._provider.reveal if field == PHONE else self._provider.reveal_liaison

        def rows() -> list[MaskedRow]:
            blocks = [each for each in self._details.people if each.person.key == person.key]
            return [block.masked[field] for block in blocks]

        def done(phone: str) -> None:
            for row in rows():
                row.show_full(phone)

        def fail(problem: ProblemForUser) -> None:
            sentence = say(problem.code, self._parts.look.language, **problem.parameters)
            for row in rows():
                row.show_error(sentence)

        self._parts.runner.start(
            Operation(lambda: ask(person.guest, purpose, desk), done, self, fail)
        )

    def _seen_online(self, person: WaitingPerson) -> None:
        number, desk = self._shown, self._parts.scans.desk()
        mistaken = self.tr("Marked online by mistake")

        def done(seen: SeenOnline) -> None:
            told = self.tr("{name} is online").format(name=seen.name)
            self._parts.bar.show_done(told, lambda: self._take_back(seen.id, mistaken))

        self._parts.change(self, lambda: self._provider.online(number, person.side, desk), done)

    def _annul(self, person: WaitingPerson, reason: str) -> None:
        self._take_back(person.online, reason)

    def _take_back(self, record: str, reason: str) -> None:
        def done(_: None) -> None:
            self._parts.bar.show_done(self.tr("The online check-in is annulled"))

        self._parts.change(self, lambda: self._provider.annul_online(record, reason), done)

    def _substitute(self, person: WaitingPerson) -> None:
        self.substitute_asked.emit(self._shown, person.side)
