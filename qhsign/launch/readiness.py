"""What the board, the substitution and the change slip are given of one open event."""

from typing import TYPE_CHECKING, TypeVar

from qhsign.store.event_file import EventFile
from qhsign.ui.readiness.readiness_provider import PrintPlace, ReadinessProvider, Substituting

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from qhsign.domain.stage_terms import TextStep
    from qhsign.launch.second_reader import SecondReader
    from qhsign.services.alarms import Absence, Alarm
    from qhsign.services.change_slip import SlipLine
    from qhsign.services.desk import Desk
    from qhsign.services.print_records import FolderPrint
    from qhsign.services.readiness import ReadyBatch
    from qhsign.services.remote_check_ins import SeenOnline
    from qhsign.services.substitution import PastSubstitution, Substituted
    from qhsign.services.waiting_contracts import StandIn, WaitingContract

T = TypeVar("T")


def readiness_provider(opened: "Desk", reader: "SecondReader") -> ReadinessProvider:
    """Give the use cases of the waiting area; they are loaded when first asked for.

    What only reads does so through ``reader``, and what prints opens the file for itself: no scan
    waits for either.
    """
    given = _Readiness(opened, reader)
    return ReadinessProvider(
        opened.now,
        given.board,
        given.look_again,
        given.details,
        given.tick,
        given.online,
        given.annul_online,
        given.reveal,
        given.reveal_liaison,
        given.stand_ins,
        given.substitute,
        given.undo,
        given.slips,
        given.print_again,
        given.print_slip,
        given.print_calls,
        given.alarms,
        given.absent,
    )


class _Readiness:
    """The use cases over one open event."""

    def __init__(self, opened: "Desk", reader: "SecondReader") -> None:
        self._opened, self._reader = opened, reader

    def board(self, batch: str) -> "ReadyBatch":
        from qhsign.services import readiness

        return readiness.of_batch(self._reader.desk(), batch)

    def look_again(self, before: "ReadyBatch") -> "ReadyBatch":
        from qhsign.services import readiness

        return readiness.look_again(self._reader.desk(), before)

    def details(self, number: int) -> "WaitingContract":
        from qhsign.services import waiting_contracts

        return waiting_contracts.of_contract(self._reader.desk(), number)

    def tick(self, number: int, step: "TextStep", done: bool) -> None:  # noqa: FBT001 - a state, told as it is
        from qhsign.services import text_checks

        text_checks.tick(self._opened, [number], [step], done=done)

    def online(self, number: int, side: str, desk: str) -> "SeenOnline":
        from qhsign.services import remote_check_ins

        return remote_check_ins.check_in(self._opened.named(desk), number, side)

    def annul_online(self, record: str, reason: str) -> None:
        from qhsign.services import remote_check_ins

        remote_check_ins.annul(self._opened, record, reason)

    def reveal(self, guest: str, purpose: str, desk: str) -> str:
        from qhsign.services import guest_edits

        return guest_edits.reveal(self._opened.named(desk), guest, "phone", purpose)

    def reveal_liaison(self, guest: str, purpose: str, desk: str) -> str:
        from qhsign.services import liaison_phones

        return liaison_phones.reveal_liaison(self._opened.named(desk), guest, purpose)

    def stand_ins(self, number: int, side: str) -> "Sequence[StandIn]":
        from qhsign.services import waiting_contracts

        return waiting_contracts.stand_ins(self._reader.desk(), number, side)

    def substitute(self, wish: Substituting) -> "Substituted":
        from qhsign.services import substitution

        return substitution.substitute(
            self._opened,
            wish.contract,
            wish.side,
            wish.guest,
            authorised=wish.authorised,
            approver=wish.approver,
        )

    def undo(self, operation: str) -> int:
        from qhsign.services import batches

        return batches.undo(self._opened, operation).kept

    def slips(self) -> "Sequence[PastSubstitution]":
        from qhsign.services import substitution

        return substitution.list_substitutions(self._reader.desk())

    def print_again(self, line: "SlipLine", place: PrintPlace) -> "FolderPrint":
        from qhsign.services import slip_prints

        return self._beside(
            lambda desk: slip_prints.print_again(
                desk, line, place.folder, reason=place.reason, language=place.language
            )
        )

    def print_slip(self, past: "PastSubstitution", place: PrintPlace) -> "FolderPrint":
        from qhsign.services import slip_prints

        named = f"{past.contract} {past.side} {past.substitute}"
        return self._beside(
            lambda desk: slip_prints.print_slip(
                desk, past.id, named, place.folder, language=place.language
            )
        )

    def print_calls(self, batch: str, place: PrintPlace) -> "FolderPrint":
        from qhsign.services import slip_prints

        return self._beside(
            lambda desk: slip_prints.print_call_list(
                desk, batch, place.folder, language=place.language
            )
        )

    def alarms(self) -> "Sequence[Alarm]":
        from qhsign.services import alarms

        return alarms.list_alarms(self._reader.desk())

    def absent(self, batch: str) -> "Absence":
        from qhsign.services import alarms

        return alarms.absent(self._reader.desk(), batch)

    def _beside(self, work: "Callable[[Desk], T]") -> T:
        with EventFile.open(self._opened.file.path) as file:
            return work(self._opened.over(file))
