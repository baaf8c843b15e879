"""Slates (签约清单): totals over distinct contracts beside the declared figures."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain.contract import totals
from qhsign.domain.money import Amount, read_amount, slate_gap
from qhsign.domain.problems import ProblemForUser
from qhsign.services import typed_values
from qhsign.services.activities import find as find_activity
from qhsign.services.choosing import choose, match
from qhsign.services.contract_records import SlateRow
from qhsign.services.desk import Desk
from qhsign.store.journal import JournaledSession
from qhsign.store.schema import Activity, Contract, Slate, SlateEntry


@dataclass(frozen=True, slots=True)
class _Counted:
    id: str
    amount: Amount | None


def list_slates(desk: Desk) -> list[SlateRow]:
    """Return every slate with its totals."""
    with desk.read() as session:
        return rows(session)


def find(session: Session, named: str) -> Slate:
    """Return the slate meant. Raises ProblemForUser ``slate-unknown`` or ``slate-ambiguous``."""
    return choose(named, _all(session), kind="slate", name=lambda slate: slate.name)


def find_or_make(session: JournaledSession, named: str) -> Slate:
    """Return the slate meant, or a new one of that name when there is none like it."""
    if match(named, _all(session), name=lambda slate: slate.name):
        return find(session, named)
    made = Slate(name=named.strip())
    session.add(made)
    session.flush()
    return made


def set_slate(desk: Desk, named: str, values: Mapping[str, str]) -> SlateRow:
    """Set a slate's declared figures and its ceremony; a name that fits none makes a new slate.

    ``activity`` is the occasion of the ceremony, by number, name or part; ``day`` its day;
    ``opening_words`` and ``closing_words`` are what the host reads, and empty for the usual words.
    Raises ProblemForUser ``slate-ambiguous``, ``setting-unknown``, ``setting-wrong``,
    ``activity-unknown`` or ``activity-ambiguous``.
    """
    if not named.strip():
        raise ProblemForUser("setting-wrong", key="name", value=named)
    with desk.write("slate set") as session:
        return set_in(session, find_or_make(session, named), values)


def set_in(session: JournaledSession, slate: Slate, values: Mapping[str, str]) -> SlateRow:
    """Do what `set_slate` says to a slate inside a session that is already open."""
    for key, value in _read({k: text for k, text in values.items() if k != _ACTIVITY}).items():
        setattr(slate, key, value)
    if _ACTIVITY in values:
        named_activity = values[_ACTIVITY].strip()
        slate.activity_id = find_activity(session, named_activity).id if named_activity else None
    session.flush()
    return row(session, slate)


def read_declared(values: Mapping[str, str]) -> dict[str, int | None]:
    """Return the declared figures somebody wrote; what is empty declares nothing and is left out.

    Raises ProblemForUser ``setting-wrong``.
    """
    return _read({key: text for key, text in values.items() if text.strip()})


def _read(values: Mapping[str, str]) -> dict[str, Any]:
    read: dict[str, Any] = {}
    for key, text in values.items():
        if key not in _SETTINGS:
            keys = "、".join((*_SETTINGS, _ACTIVITY))
            raise ProblemForUser("setting-unknown", key=key, keys=keys)
        try:
            read[key] = _SETTINGS[key](text.strip())
        except ValueError:
            raise ProblemForUser("setting-wrong", key=key, value=text) from None
    return read


def _declared_amount(text: str) -> int | None:
    """Read an amount as the commands write it: a bare number is in 元, and only 人民币 declares."""
    if not text:
        return None
    reading = read_amount(text)
    if reading.amount is None or reading.amount.currency != "CNY":
        raise ValueError(text)
    return reading.amount.fen


_SETTINGS: Mapping[str, Callable[[str], Any]] = {
    "declared_contracts": typed_values.count,
    "declared_amount": _declared_amount,
    "day": typed_values.day,
    "opening_words": typed_values.on_lines,
    "closing_words": typed_values.on_lines,
}
_ACTIVITY = "activity"


def _all(session: Session) -> list[Slate]:
    return list(session.scalars(select(Slate).order_by(Slate.id)))


def rows(session: Session) -> list[SlateRow]:
    """Return what `list_slates` does, inside a session that is already open."""
    return [row(session, slate) for slate in _all(session)]


def row(session: Session, slate: Slate) -> SlateRow:
    """Return a slate with its totals over distinct contracts."""
    counted = totals(
        _Counted(contract, None if fen is None else Amount(fen, currency))
        for contract, fen, currency in session.execute(
            select(Contract.id, Contract.amount, Contract.currency)
            .join(SlateEntry, SlateEntry.contract_id == Contract.id)
            .where(SlateEntry.slate_id == slate.id)
        )
    )
    place = session.get(Activity, slate.activity_id) if slate.activity_id else None
    return SlateRow(
        name=slate.name,
        contracts=counted.contracts,
        amounts=counted.amounts,
        without_amount=counted.without_amount,
        declared_contracts=slate.declared_contracts,
        declared_amount=slate.declared_amount,
        gap=slate_gap(slate.declared_amount, counted.amounts.get("CNY", 0)),
        activity=place.name if place else "",
        activity_id=slate.activity_id or "",
        day=slate.day,
    )
