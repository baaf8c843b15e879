"""What guest and contract imports share: the record of the import, its rows, its predecessor."""

import contextlib
import gc
import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select

from qhsign.domain.amount import Amount
from qhsign.domain.list_sheet import Headings, ListProblem
from qhsign.domain.matching import EarlierImport, missing, predecessor
from qhsign.domain.problems import ProblemForUser
from qhsign.services.desk import Desk
from qhsign.services.import_records import ImportReport
from qhsign.store.journal import JournaledSession
from qhsign.store.plain_rows import insert_rows
from qhsign.store.schema import ListImport, ListRow

NO_PREDECESSOR = 0


class TriedError(Exception):
    """Takes a dry run back; never leaves the imports."""


@dataclass(frozen=True, slots=True)
class Predecessor:
    """The list this one replaces: its number, and what it said of each guest or contract."""

    number: int | None
    held: EarlierImport | None
    said: Mapping[str, Mapping[str, Any]]

    def missing(self, present: Collection[str]) -> frozenset[str]:
        """Return what it held and the new list does not."""
        return missing(self.held, present)


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where one guest or contract came from: the file's row, and what the list said."""

    entity: str
    row: int
    outcome: str
    content: Mapping[str, Any]


def find_predecessor(
    session: JournaledSession, kind: str, matched: Collection[str], rows: int, replaces: int | None
) -> Predecessor:
    """Return the earlier import a list replaces: the one named, or the one it shares most with.

    Raises ProblemForUser ``import-unknown`` for a number that is none of this kind's imports.
    """
    earlier = session.execute(
        select(ListImport.number, ListImport.id)
        .where(ListImport.kind == kind, ListImport.undone_at.is_(None))
        .order_by(ListImport.number)
    ).all()
    if replaces == NO_PREDECESSOR:
        return Predecessor(None, None, {})
    if replaces is not None:
        earlier = [row for row in earlier if row.number == replaces]
        if not earlier:
            raise ProblemForUser("import-unknown", number=replaces)
    numbers = {row.id: row.number for row in earlier}
    held: dict[str, set[str]] = {row.id: set() for row in earlier}
    for import_id, entity in session.execute(select(ListRow.import_id, ListRow.entity_id)):
        if import_id in held:
            held[import_id].add(entity)
    candidates = [EarlierImport(row.id, frozenset(held[row.id])) for row in earlier]
    chosen = candidates[0] if replaces is not None else predecessor(candidates, matched, rows)
    if chosen is None:
        return Predecessor(None, None, {})
    said = {
        entity: json.loads(content)
        for entity, content in session.execute(
            select(ListRow.entity_id, ListRow.content).where(ListRow.import_id == chosen.id)
        )
        if content
    }
    return Predecessor(numbers[chosen.id], chosen, said)


def record(
    session: JournaledSession,
    desk: Desk,
    *,
    kind: str,
    name: str,
    headings: Headings,
    before: Predecessor,
    rows: Iterable[Provenance],
) -> int:
    """Enter the import with the provenance of its rows; return its number."""
    number = (session.scalar(select(func.max(ListImport.number))) or 0) + 1
    made = ListImport(
        number=number,
        kind=kind,
        file_name=name,
        sheet=headings.sheet,
        at=desk.now(),
        operation=session.pen.operation,
        replaces=before.number,
    )
    session.add(made)
    session.flush()
    insert_rows(
        session.connection(),
        ListRow.__table__,
        ("import_id", "entity_id", "row", "outcome", "content"),
        ((made.id, row.entity, row.row, row.outcome, said(row.content)) for row in rows),
    )
    return number


def said(content: Mapping[str, Any]) -> str:
    """Write what a list said of one guest or contract."""
    return json.dumps(content, ensure_ascii=False, default=_plain, separators=(",", ":"))


def as_said(value: Any) -> Any:
    """Return a value the way it comes back from ``said``, for comparing."""
    return json.loads(json.dumps(value, default=_plain))


def report(
    rows: Sequence[Provenance],
    *,
    number: int | None,
    read_rows: int,
    headings: Headings,
    before: Predecessor,
    suspected: int,
    delegations: Mapping[str, int],
    problems: Sequence[ListProblem],
) -> ImportReport:
    """Return what an import did, its problems by row and those of the whole list first."""
    outcomes = [row.outcome for row in rows]
    by_column = sorted(headings.columns.values(), key=lambda found: found.column)
    return ImportReport(
        number=number,
        sheet=headings.sheet,
        header_row=headings.header_row,
        mapping={found.field: found.heading for found in by_column},
        rows=read_rows,
        new=outcomes.count("new"),
        changed=outcomes.count("changed"),
        unchanged=outcomes.count("unchanged"),
        suspected_duplicates=suspected,
        missing=len(before.missing({row.entity for row in rows})),
        delegations=delegations,
        problems=sorted(problems, key=lambda problem: problem.row),
    )


@contextlib.contextmanager
def without_collecting() -> Iterator[None]:
    """Read a whole list without looking for garbage.

    A list makes some hundred thousand small objects that all stay until the end: looking among
    them for garbage again and again took a fifth of the time and found none.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def try_or_keep(
    desk: Desk, action: str, work: Callable[[JournaledSession], Any], *, keep: bool
) -> Any:
    """Run an import in one transaction and keep it, or take it back after a dry run."""
    tried: list[Any] = []
    try:
        with desk.write(action) as session:
            tried.append(work(session))
            if not keep:
                raise TriedError  # noqa: TRY301 - this is how a transaction is taken back
    except TriedError:
        pass
    return tried[0]


def _plain(value: object) -> object:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Amount):
        return [value.fen, value.currency, value.qualifier]
    raise TypeError(f"a list does not say a {type(value).__name__}")
