"""The alarm times of the waiting area (候场): when one goes off, and who is missing then."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select

from qhsign.domain.problems import ProblemForUser
from qhsign.services import batch_times, events, readiness
from qhsign.services.desk import Desk
from qhsign.store.schema import Batch, Contract, Slate


@dataclass(frozen=True, slots=True)
class Alarm:
    """One alarm of a batch (by id): so many ``minutes`` before it goes on stage, at a moment."""

    batch: str
    minutes: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Absence:
    """Who of a batch is not there.

    ``contracts`` are the ids of those that lack somebody; "" among them stands for the witnesses
    behind all tables. ``names`` are the people, signatories first; who was never named is left out.
    """

    batch: str
    name: str = ""
    contracts: frozenset[str] = frozenset()
    names: Sequence[str] = ()


def list_alarms(desk: Desk) -> list[Alarm]:
    """Return the alarms of every batch that still waits and whose time is known, in their order."""
    with desk.read() as session:
        every = events.facts_in(session).alarms
        held = set(session.scalars(select(Contract.batch_id).distinct()))
        waiting = [
            batch
            for batch in session.scalars(select(Batch))
            if batch.id in held and not batch.state.is_fixed
        ]
        schedules = {
            slate: batch_times.schedule(session, session.get_one(Slate, slate))
            for slate in {batch.slate_id for batch in waiting if batch.slate_id}
        }
        alarms = []
        for batch in waiting:
            told = schedules[batch.slate_id].starts(batch.id) if batch.slate_id else None
            starts = told or batch.starts
            if starts is not None:
                alarms += [
                    Alarm(batch.id, each, starts - timedelta(minutes=each)) for each in every
                ]
        return sorted(alarms, key=lambda each: (each.at, each.batch))


def absent(desk: Desk, batch: str) -> Absence:
    """Return who of a batch (by id) is not there now.

    Nobody is where it is on stage already, or is there no more.
    """
    try:
        board = readiness.of_batch(desk, batch)
    except ProblemForUser as problem:
        if problem.code != "batch-gone":
            raise
        return Absence(batch)
    if board.batch.state.is_fixed:
        return Absence(batch, board.batch.name)
    lacking: set[str] = set()
    signing: list[str] = []
    others: list[str] = []
    for contract in board.contracts:
        for each in contract.missing:
            if each.lack.is_somebody:
                lacking.add(contract.row.id)
                (signing if each.lack.is_signatory else others).append(each.name)
    if board.witnesses_absent:
        lacking.add("")
        others += board.witnesses_absent
    names = [name for name in dict.fromkeys((*signing, *others)) if name]
    return Absence(batch, board.batch.name, frozenset(lacking), names)
