"""Editions of the fair (历届): what was published of them, kept and compared, never forced."""

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain import editions
from qhsign.domain.currency import HOME
from qhsign.domain.editions import Figure, Period
from qhsign.domain.follow_up import tally
from qhsign.domain.problems import ProblemForUser
from qhsign.services import events, typed_values
from qhsign.services.desk import Desk
from qhsign.services.follow_up_records import Editions, FigureSet, PublishedTaken
from qhsign.services.rates import followed_of
from qhsign.shipped_files import shipped
from qhsign.store.journal import JournaledSession
from qhsign.store.schema import Contract, EditionFigure

_KEYS = ("edition", "year", "through", "place", "measure", "part")
"""What tells figures apart."""
_SETTINGS = (*_KEYS, "value", "unit", "qualifier", "source")
_FEN = Decimal(100)


def list_editions(desk: Desk) -> Editions:
    """Return the published figures with what they say: growth, rates, sums, series for charts.

    The series of this event's own edition tell beside the published figures what is recorded.
    """
    with desk.read() as session:
        figures = _figures(session)
        return Editions(
            figures=figures,
            growths=editions.growths(figures),
            rates=editions.published_rates(figures),
            parts=editions.parts_checks(figures),
            carried=editions.carried_checks(figures),
            series=editions.series(figures, _counted(session)),
        )


def set_figure(desk: Desk, values: Mapping[str, str]) -> FigureSet:
    """Enter a published figure or correct it; one without a ``value`` is taken away.

    It is known by ``edition`` or ``year``, ``through`` (yes for all editions up to that one),
    ``place``, ``measure`` and ``part``; beside the ``value`` stand ``unit``, ``qualifier`` (整 余
    近 超 约) and ``source``. Raises ProblemForUser ``setting-unknown``, ``setting-wrong``,
    ``edition-figure-of-what`` or ``edition-figure-unknown``; then nothing is changed.
    """
    read = {key: _read(key, text.strip()) for key, text in values.items()}
    of_edition, of_year = read.get("edition"), read.get("year")
    if (of_edition is None) == (of_year is None) or not read.get("measure"):
        raise ProblemForUser("edition-figure-of-what")
    if read.get("through") and of_edition is None:
        raise ProblemForUser("edition-figure-of-what")
    with desk.write("edition set") as session:
        held = _find(session, read)
        if not read.get("value"):
            if held is None:
                raise ProblemForUser("edition-figure-unknown", measure=read["measure"])
            session.delete(held)
            return FigureSet(None, session.pen.operation)
        if held is None:
            held = EditionFigure(**_key_of(read), value=read["value"])
            session.add(held)
        for key in ("value", "unit", "qualifier", "source"):
            if key in read:
                setattr(held, key, read[key])
        session.flush()
        return FigureSet(_figure(held), session.pen.operation)


def take_published(desk: Desk) -> PublishedTaken:
    """Enter the figures that come with the program and are not in the event yet.

    What somebody entered or corrected stays.
    """
    with desk.write("edition published") as session:
        return PublishedTaken(enter_published(session), session.pen.operation)


def enter_published(session: JournaledSession) -> int:
    """Do the same inside a session that is already open; return how many."""
    table = json.loads(shipped("resources", "reference", "editions.json").read_text("utf-8"))
    fresh = [
        EditionFigure(**{"source": table["source"], **figure})
        for figure in table["figures"]
        if _find(session, figure) is None
    ]
    session.add_all(fresh)
    session.flush()
    return len(fresh)


def _read(key: str, text: str) -> Any:
    if key not in _SETTINGS:
        raise ProblemForUser("setting-unknown", key=key, keys="、".join(_SETTINGS))
    try:
        if key in {"edition", "year"}:
            return typed_values.count(text)
        if key == "through":
            return bool(text) and typed_values.yes_or_no(text)
        if key == "value":
            return _decimal(text)
        if key == "qualifier":
            return editions.QUALIFIERS[editions.QUALIFIERS.index(text)]
    except (ValueError, InvalidOperation):
        raise ProblemForUser("setting-wrong", key=key, value=text) from None
    return text


def _decimal(text: str) -> str:
    plain = text.replace(",", "").replace("，", "").removesuffix("%")
    if not plain:
        return ""
    number = Decimal(plain)
    if not number.is_finite():
        raise ValueError(text)
    return f"{number:f}"


def _key_of(values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "edition": values.get("edition"),
        "year": values.get("year"),
        "through": bool(values.get("through")),
        "place": values.get("place", ""),
        "measure": values["measure"],
        "part": values.get("part", ""),
    }


def _find(session: Session, values: Mapping[str, Any]) -> EditionFigure | None:
    query = select(EditionFigure).filter_by(**_key_of(values))
    return session.scalars(query.order_by(EditionFigure.id)).first()


def _figures(session: Session) -> Sequence[Figure]:
    return [
        _figure(held) for held in session.scalars(select(EditionFigure).order_by(EditionFigure.id))
    ]


def _figure(held: EditionFigure) -> Figure:
    return Figure(
        of=Period(held.edition, held.year, held.through, held.place),
        measure=held.measure,
        value=Decimal(held.value),
        unit=held.unit,
        qualifier=held.qualifier,
        source=held.source,
        part=held.part,
    )


def _counted(session: Session) -> dict[str, dict[int, Decimal]]:
    """Return what this event's records say of its own edition, amounts in 元."""
    edition = events.facts_in(session).edition
    if edition is None:
        return {}
    counted = tally(followed_of(session, session.scalars(select(Contract))).values())
    return {
        editions.SIGNED: {edition: Decimal(counted.signed)},
        editions.IMPLEMENTED: {edition: Decimal(counted.implemented)},
        editions.AMOUNT: {edition: Decimal(counted.amounts.get(HOME, 0)) / _FEN},
        editions.FUNDS: {edition: Decimal(counted.all_funds.get(HOME, 0)) / _FEN},
    }
