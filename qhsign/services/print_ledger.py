"""The ledger of everything printed: who, when, what, which version, outcome.

A run is begun in the ledger before its file is written and ended when the file lies whole on the
disk. What dies in between stays ``begun``, is listed as not finished, and counts for nothing: a
piece is printed when an item of the ledger says ``done``.
"""

import contextlib
import json
import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import func, select

from qhsign.domain.problems import ProblemForUser
from qhsign.services.desk import Desk
from qhsign.store import numbers
from qhsign.store.journal import JournaledSession
from qhsign.store.plain_rows import insert_rows
from qhsign.store.schema import PrintItem, PrintRun, new_id

BEGUN, DONE, FAILED, LEFT_OUT = "begun", "done", "failed", "left-out"
NUMBERS = "print-run"
_AT_ONCE = 500
_SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class Run:
    """A run as the ledger began it; ``salt`` is for the hashes of what it prints."""

    id: str
    number: int
    salt: bytes

    @property
    def label(self) -> str:
        """The number as people read it."""
        return run_label(self.number)


@dataclass(slots=True)
class Watch:
    """What a file is written for: the run, once it has begun, and its pieces."""

    run: Run | None = None
    entities: Sequence[str] = ()

    def begun(self, run: Run, entities: Sequence[str]) -> None:
        """Tell which run the file is for, now that it is committed."""
        self.run, self.entities = run, entities


class Piece(NamedTuple):
    """One piece of a run: the badge or certificate, what became of it, and why if left out.

    ``printed`` holds a hash of each text it shows (see `qhsign.services.printed_texts`).
    """

    entity: str
    outcome: str = DONE
    code: str = ""
    printed: Mapping[str, str] | None = None


def run_label(number: int) -> str:
    """Return the number of a run as people read it: P-0042."""
    return f"P-{number:04d}"


def begin(
    session: JournaledSession,
    *,
    kind: str,
    layout: str,
    destination: str,
    at: datetime,
    operator: str,
    pieces: int,
    reason: str = "",
) -> Run:
    """Enter a run that is about to print ``pieces``; commit it before the file is written."""
    (number,) = numbers.take(session, NUMBERS, 1)
    run = PrintRun(
        number=number,
        kind=kind,
        layout=layout,
        at=at,
        desk=session.pen.desk,
        operator=operator,
        destination=destination,
        pieces=pieces,
        reason=reason,
        outcome=BEGUN,
        salt=secrets.token_bytes(_SALT_BYTES),
    )
    session.add(run)
    session.flush()
    return Run(run.id, number, run.salt or b"")


def finish(
    session: JournaledSession,
    run: Run,
    pieces: Sequence[Piece],
    *,
    at: datetime,
    pages: int | None = None,
) -> None:
    """End a run whose file is whole: each piece that is done counts its version up by one."""
    printed = [piece.entity for piece in pieces if piece.outcome == DONE]
    entered = session.get_one(PrintRun, run.id)
    entered.outcome, entered.ended_at = DONE, at
    entered.pieces, entered.pages = len(printed), pages
    session.flush()
    versions = _versions(session, printed)
    _enter_items(session, run, pieces, versions)


@contextlib.contextmanager
def watched(desk: Desk) -> Iterator[Watch]:
    """Watch a file being written: what ends the block early ends the run begun in it as failed.

    The reason is told by what was raised, which goes on its way.
    """
    watch = Watch()
    try:
        yield watch
    except BaseException:
        if watch.run is not None:
            with contextlib.suppress(ProblemForUser), desk.write("print failed") as session:
                fail(session, watch.run, watch.entities, at=desk.now())
        raise


def fail(session: JournaledSession, run: Run, entities: Iterable[str], *, at: datetime) -> None:
    """End a run whose file could not be written: nothing of it counts as printed."""
    entered = session.get_one(PrintRun, run.id)
    entered.outcome, entered.ended_at, entered.pieces = FAILED, at, 0
    session.flush()
    _enter_items(session, run, [Piece(entity, FAILED) for entity in entities], {})


def _versions(session: JournaledSession, entities: Sequence[str]) -> dict[str, int]:
    """Return how often each entity was printed before, for those that were."""
    before: dict[str, int] = {}
    for start in range(0, len(entities), _AT_ONCE):
        part = entities[start : start + _AT_ONCE]
        before.update(
            session.execute(
                select(PrintItem.entity_id, func.max(PrintItem.version))
                .where(PrintItem.entity_id.in_(part))
                .group_by(PrintItem.entity_id)
            ).all()
        )
    return before


def _enter_items(
    session: JournaledSession, run: Run, pieces: Iterable[Piece], versions: dict[str, int]
) -> None:
    rows = []
    for piece in pieces:
        version = 0
        if piece.outcome == DONE:
            version = versions[piece.entity] = versions.get(piece.entity, 0) + 1
        printed = None if piece.printed is None else _written(piece.printed)
        rows.append((new_id(), run.id, piece.entity, version, piece.outcome, piece.code, printed))
    insert_rows(
        session.connection(),
        PrintItem.__table__,
        ("id", "run_id", "entity_id", "version", "outcome", "code", "printed"),
        rows,
    )


def _written(printed: Mapping[str, str]) -> str:
    return json.dumps(dict(printed), separators=(",", ":"))
