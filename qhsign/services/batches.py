"""Batches (批次): proposing them, arranging them by hand, and their way over the stage."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain.batching import BatchState, may_change
from qhsign.domain.problems import ProblemForUser
from qhsign.services import batch_times, contracts, events, stage_cast, typed_values
from qhsign.services.activities import local_moment
from qhsign.services.batch_signing import follow_state
from qhsign.services.batch_times import Schedule
from qhsign.services.choosing import choose
from qhsign.services.contract_records import ContractRow
from qhsign.services.desk import Desk
from qhsign.services.slates import find as find_slate
from qhsign.services.stage_records import BatchRow, TakenBack
from qhsign.store.journal import JournaledSession
from qhsign.store.schema import Batch, Contract, JournalEntry, Slate
from qhsign.store.take_back import take_back
from qhsign.wording import meant

_UNDOABLE = (
    "batches propose", "batch set", "batch lock", "batch move", "batch reorder", "batch place",
    "substitute",
    "stage plan exchange", "stage plan freeze", "stage plan sign", "run of show sign",
    "presidium arrange",
    "slate words", "show step set", "show step add", "show step move", "show step remove",
)  # fmt: skip
"""The actions whose operations `undo` takes back."""


@dataclass(frozen=True, slots=True)
class Arranged:
    """A batch as it is now; ``operation`` is what an undo takes back."""

    batch: BatchRow
    operation: str


def list_batches(desk: Desk, slate: str | None = None, *, empty: bool = False) -> list[BatchRow]:
    """Return the batches of a slate, or all, in their order; those without contracts if ``empty``.

    Raises ProblemForUser ``slate-unknown`` or ``slate-ambiguous``.
    """
    with desk.read() as session:
        every = (
            in_order(session)
            if slate is None
            else batch_times.batches_of(session, find_slate(session, slate).id)
        )
        return [row for row in rows(session, every) if empty or row.contracts]


def find(session: Session, named: str) -> Batch:
    """Return the batch meant by its number, name or an unambiguous part of the name.

    Raises ProblemForUser ``batch-unknown`` or ``batch-ambiguous``.
    """
    every = in_order(session)
    return choose(
        named, every, kind="batch", name=lambda batch: batch.name, number=lambda b: b.number
    )


def by_id(session: Session, batch_id: str) -> Batch:
    """Return a batch by its id. Raises ProblemForUser ``batch-gone``."""
    found = session.get(Batch, batch_id)
    if found is None:
        raise ProblemForUser("batch-gone")
    return found


def chosen(session: Session, named: str | None) -> Batch:
    """Return the batch meant, or the only one with contracts where none is named.

    Raises ProblemForUser ``batch-none``, ``batch-unnamed`` or as `find`.
    """
    if named is not None:
        return find(session, named)
    held = set(session.scalars(select(Contract.batch_id).where(Contract.batch_id.is_not(None))))
    there = [batch for batch in in_order(session) if batch.id in held]
    if not there:
        raise ProblemForUser("batch-none")
    if len(there) > 1:
        candidates = "、".join(batch.name for batch in there[:12])
        raise ProblemForUser("batch-unnamed", candidates=candidates)
    return there[0]


def in_order(session: Session) -> list[Batch]:
    """Return all batches: by slate, then in their order; those of no slate last."""
    slates = {slate: place for place, slate in enumerate(session.scalars(select(Slate.id)))}
    return sorted(
        session.scalars(select(Batch)),
        key=lambda b: (slates.get(b.slate_id or "", len(slates)), b.position, b.number, b.name),
    )


def rows(
    session: Session,
    batches: Sequence[Batch],
    known: Mapping[str, ContractRow] | None = None,
    times: Mapping[str, Schedule] | None = None,
) -> list[BatchRow]:
    """Return what is shown of batches.

    ``known`` are their contracts, and ``times`` the schedules of their slates, by id: where those
    have been read already.
    """
    slates = {slate.id: slate for slate in session.scalars(select(Slate))}
    schedules = times or {
        slate: batch_times.schedule(session, slates[slate])
        for slate in {batch.slate_id for batch in batches if batch.slate_id}
    }
    if known is None:
        found = stage_cast.in_batches(session, (batch.id for batch in batches))
        shown = contracts.rows(session, [contract for of in found.values() for contract in of])
        known = {row.id: row for row in shown}
        held = {batch: [contract.id for contract in of] for batch, of in found.items()}
    else:
        held = stage_cast.ids_in_batches(session)
    return [
        BatchRow(
            id=batch.id,
            number=batch.number,
            name=batch.name,
            slate=slates[batch.slate_id].name if batch.slate_id else "",
            size_limit=batch.size_limit,
            state=batch.state,
            locked=batch.locked,
            starts=(batch.slate_id and schedules[batch.slate_id].starts(batch.id)) or batch.starts,
            is_planned=batch.starts is not None,
            contracts=[known[contract] for contract in held.get(batch.id, ())],
            guest_witnesses=batch.guest_witnesses,
            host_witnesses=batch.host_witnesses,
            host_words=batch.host_words,
        )
        for batch in batches
    ]


def set_batch(desk: Desk, named: str, values: Mapping[str, str]) -> Arranged:
    """Set what a batch is: name, when it goes on stage, its tables, witnesses, words and state.

    Raises ProblemForUser ``batch-unknown``, ``batch-ambiguous``, ``batch-name-taken``,
    ``batch-state-jumps``, ``setting-unknown`` or ``setting-wrong``; then nothing is changed.
    """
    with desk.write("batch set") as session:
        batch = find(session, named)
        for key, value in _read(session, values).items():
            if key == "name":
                _rename(session, batch, value)
            elif key == "state":
                change_state(session, desk, batch, value)
            else:
                setattr(batch, key, value)
        return _arranged(session, batch)


def change_state(session: JournaledSession, desk: Desk, batch: Batch, state: BatchState) -> None:
    """Take a batch one step on or back. Raises ProblemForUser ``batch-state-jumps``."""
    if state is batch.state:
        return
    if not may_change(batch.state, state):
        raise ProblemForUser("batch-state-jumps", name=batch.name)
    follow_state(session, desk, batch, state)


def lock(desk: Desk, named: str, *, locked: bool = True) -> Arranged:
    """Lock a batch, so that neither a proposal nor a list changes it, or unlock it again."""
    with desk.write("batch lock") as session:
        batch = find(session, named)
        batch.locked = locked
        return _arranged(session, batch)


def move(desk: Desk, number: int, to: str, place: int | None = None) -> Arranged:
    """Move a contract into a batch, to a place from 1, or to its end. It keeps its number.

    Raises ProblemForUser ``contract-unknown``, ``batch-locked``, ``batch-fixed`` or as `find`.
    """
    with desk.write("batch move") as session:
        contract, batch = contracts.by_number(session, number), find(session, to)
        contracts.check_open(batch)
        contracts.move(session, contract, batch.id)
        session.flush()
        others = [each for each in stage_cast.in_batch(session, batch.id) if each is not contract]
        at = len(others) if place is None else min(max(place - 1, 0), len(others))
        put_in_order([*others[:at], contract, *others[at:]])
        return _arranged(session, batch)


def reorder(desk: Desk, named: str, numbers: Sequence[int]) -> Arranged:
    """Put the contracts of a batch in this order; those not named follow as they were.

    Raises ProblemForUser ``batch-order-wrong`` for a contract of another batch, or as `move`.
    """
    with desk.write("batch reorder") as session:
        batch = find(session, named)
        contracts.check_open(batch)
        held = stage_cast.in_batch(session, batch.id)
        by_number = {contract.number: contract for contract in held}
        for number in numbers:
            if number not in by_number:
                raise ProblemForUser("batch-order-wrong", number=f"{number:04d}", name=batch.name)
        first = [by_number[number] for number in dict.fromkeys(numbers)]
        put_in_order([*first, *(contract for contract in held if contract not in first)])
        return _arranged(session, batch)


def put_in_order(held: Sequence[Contract]) -> None:
    """Give contracts of a batch the places of this order."""
    for place, contract in enumerate(held, start=1):
        contract.batch_position = place


def undo(desk: Desk, operation: str) -> TakenBack:
    """Take an operation of the ceremony back, as far as nobody has built upon it since.

    Raises ProblemForUser ``stage-undo-nothing``, also for
    an operation of another kind: an import is taken back by its own number.
    """
    with desk.write("stage undo") as session:
        ours = select(JournalEntry.id).where(
            JournalEntry.operation == operation, JournalEntry.action.in_(_UNDOABLE)
        )
        if session.scalars(ours.limit(1)).first() is None:
            raise ProblemForUser("stage-undo-nothing")
        taken = take_back(session, operation)
        if not taken.undone:
            raise ProblemForUser("stage-undo-nothing")
        return TakenBack(len(taken.undone), len(taken.kept))


def _arranged(session: JournaledSession, batch: Batch) -> Arranged:
    session.flush()
    return Arranged(rows(session, [batch])[0], session.pen.operation)


def _rename(session: JournaledSession, batch: Batch, name: str) -> None:
    taken = select(Batch.id).where(Batch.name == name, Batch.id != batch.id)
    if session.scalars(taken).first() is not None:
        raise ProblemForUser("batch-name-taken", name=name)
    batch.name = name


def _read(session: Session, values: Mapping[str, str]) -> dict[str, Any]:
    zone = events.facts_in(session).zone
    readers: dict[str, Callable[[str], Any]] = {
        "name": _name,
        "starts": lambda text: local_moment(text, zone) if text else None,
        "size": _tables,
        "state": lambda text: meant(BatchState, "batch-state", text),
        "locked": typed_values.yes_or_no,
        "guest_witnesses": _names,
        "host_witnesses": _names,
        "host_words": typed_values.on_lines,
    }
    read: dict[str, Any] = {}
    for key, text in values.items():
        if key not in readers:
            raise ProblemForUser("setting-unknown", key=key, keys="、".join(readers))
        try:
            read["size_limit" if key == "size" else key] = readers[key](text.strip())
        except (ValueError, OverflowError):
            raise ProblemForUser("setting-wrong", key=key, value=text) from None
    return read


def _name(text: str) -> str:
    if not text or text.isdigit():  # digits are a batch's number
        raise ValueError(text)
    return text


def _tables(text: str) -> int | None:
    count = typed_values.count(text)
    if count == 0:
        raise ValueError(text)
    return count


def _names(text: str) -> str:
    return "、".join(stage_cast.split_names(text))
