"""What looks wrong with contracts and slates: amounts, totals, overlaps, names that look alike."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import median

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain import organization_likeness
from qhsign.domain.contract import ContractKind
from qhsign.domain.currency import HOME
from qhsign.domain.money import LARGE_FEN, SMALL_FEN, Amount, slate_warning, written
from qhsign.domain.organization_likeness import Likeness
from qhsign.services import contracts, slates
from qhsign.services.contract_records import ContractRow
from qhsign.services.desk import Desk
from qhsign.services.stage_records import StageFinding
from qhsign.store.schema import Organization, Slate, SlateEntry

_SLIP = 10_000
"""万: the killer error is an amount in the wrong unit."""
_FAR = 2_000  # a thousand times the usual amount may be; near ten thousand is a slip
_FEW = 4
_WITH_AMOUNT = frozenset({ContractKind.PROJECT})


@dataclass(frozen=True, slots=True)
class SlateFindings:
    """What was found of a slate and its contracts."""

    slate: str
    findings: Sequence[StageFinding]


def list_findings(desk: Desk, slate: str | None = None) -> list[SlateFindings]:
    """Return what looks wrong, slate by slate; under "" what concerns all contracts.

    Raises ProblemForUser ``slate-unknown`` or ``slate-ambiguous``.
    """
    with desk.read() as session:
        if slate is not None:
            one = slates.find(session, slate)
            held = contracts.rows(session, contracts.on_slate(session, one.id))
            return [_of_slate(session, one, held)]
        return of_all(session, contracts.all_rows(session))


def of_all(session: Session, every: Sequence[ContractRow]) -> list[SlateFindings]:
    """Return what `list_findings` does; ``every`` are all contracts, which were read already."""
    general = [*of_names(session, every), *of_overlaps(every)]
    on = _by_slate(session, every)
    by_slate = [_of_slate(session, s, on.get(s.id, ())) for s in session.scalars(select(Slate))]
    return [SlateFindings("", general), *by_slate]


def of_amounts(rows: Sequence[ContractRow], batch: str = "") -> Iterator[StageFinding]:
    """Find projects without an amount, and amounts that look ten thousand times wrong."""
    usual = _usual(rows)
    for row in rows:
        known = {"number": row.label, "title": row.title}
        if row.amount is None:
            if row.kind in _WITH_AMOUNT:
                yield StageFinding("contract-amount-missing", known, batch, row.label)
            continue
        amount = {**known, "amount": written(row.amount)}
        if row.amount.fen > LARGE_FEN:
            yield StageFinding("contract-amount-large", amount, batch, row.label)
        elif row.amount.fen < SMALL_FEN:
            yield StageFinding("contract-amount-small", amount, batch, row.label)
        elif usual and not usual / _FAR < row.amount.fen < usual * _FAR:
            yield StageFinding("contract-amount-unusual", amount, batch, row.label)


def of_slate_totals(
    session: Session, slate: Slate, rows: Sequence[ContractRow] | None = None
) -> list[StageFinding]:
    """Find that a slate misses what was declared of it, and whose amount would explain it.

    ``rows`` are the contracts on it, where they are already read.
    """
    shown = slates.row(session, slate)
    found: list[StageFinding] = []
    if slate.declared_contracts is not None and slate.declared_contracts != shown.contracts:
        counts = {"declared": slate.declared_contracts, "listed": shown.contracts}
        found.append(StageFinding("slate-count-differs", {"slate": slate.name, **counts}))
    declared = None if slate.declared_amount is None else Amount(slate.declared_amount)
    warning = slate_warning(slate.name, declared, shown.amounts.get(HOME, 0))
    if warning is not None and shown.gap is not None:
        found.append(StageFinding(warning.code, warning.parameters))
        if rows is None:
            rows = contracts.rows(session, contracts.on_slate(session, slate.id))
        found += _slips(rows, slate.name, shown.gap)
    return found


def of_overlaps(rows: Iterable[ContractRow]) -> list[StageFinding]:
    """Tell how many contracts two slates share: their totals must not be added up."""
    shared = Counter(pair for row in rows for pair in combinations(sorted(set(row.slates)), 2))
    return [
        StageFinding("slates-overlap", {"first": first, "second": second, "count": count})
        for (first, second), count in sorted(shared.items())
    ]


def of_names(session: Session, rows: Iterable[ContractRow]) -> list[StageFinding]:
    """Find parties' names that look alike, and the contracts they stand on.

    Two names that differ by a character and stand on several contracts each are two bodies.
    """
    where: dict[str, list[str]] = {}
    for row in rows:
        for party in row.parties:
            where.setdefault(party.organization, []).append(row.label)
    bodies = [
        (body.legal_name, *body.aliases)
        for body in session.scalars(select(Organization))
        if body.aliases
    ]
    return [
        StageFinding(
            f"organizations-{pair.likeness}",
            {
                "first": pair.first,
                "second": pair.second,
                "contracts": "、".join(dict.fromkeys([*where[pair.first], *where[pair.second]])),
            },
        )
        for pair in organization_likeness.alike(where, bodies)
        if pair.likeness is not Likeness.ONE_CHARACTER
        or 1 in {len(where[pair.first]), len(where[pair.second])}
    ]


def _of_slate(session: Session, slate: Slate, rows: Sequence[ContractRow]) -> SlateFindings:
    return SlateFindings(slate.name, [*of_slate_totals(session, slate, rows), *of_amounts(rows)])


def _by_slate(session: Session, every: Sequence[ContractRow]) -> dict[str, list[ContractRow]]:
    """Return contracts in their order on each slate, by the slate's id."""
    by_id = {row.id: row for row in every}
    on: dict[str, list[ContractRow]] = {}
    places = select(SlateEntry.slate_id, SlateEntry.contract_id).order_by(SlateEntry.position)
    for slate, contract in session.execute(places):
        on.setdefault(slate, []).append(by_id[contract])
    return on


def _slips(rows: Sequence[ContractRow], slate: str, gap: int) -> Iterator[StageFinding]:
    """Find amounts that explain the whole gap when they were read in the wrong unit."""
    for row in rows:
        if row.amount is None or row.amount.currency != HOME:
            continue
        fen = row.amount.fen
        right = fen // _SLIP if gap == fen - fen // _SLIP else fen * _SLIP
        if gap in {fen - fen // _SLIP, fen - fen * _SLIP} and gap:
            parameters = {
                "number": row.label,
                "title": row.title,
                "amount": written(row.amount),
                "right": written(Amount(right)),
                "slate": slate,
            }
            yield StageFinding("contract-amount-slip", parameters, "", row.label)


def _usual(rows: Sequence[ContractRow]) -> float:
    """Return the amount in the middle, 0 where there are too few to tell."""
    fen = [row.amount.fen for row in rows if row.amount and row.amount.currency == HOME]
    return float(median(fen)) if len(fen) >= _FEW else 0.0
