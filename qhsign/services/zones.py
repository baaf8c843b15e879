"""The zones of an event (展区 / 区域), and which of them a guest's badge opens."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain.guest import ZONES_OPENED, Category
from qhsign.domain.problems import ProblemForUser
from qhsign.services import typed_values
from qhsign.services.desk import Desk
from qhsign.services.setting_records import LONGEST_ZONE, MOST_ZONES, ZoneRow
from qhsign.store.schema import Activity, CategoryLook, Zone

Opened = Mapping[Category, frozenset[str] | None]
ALL = "*"
"""Stands in a category's chosen zones for every zone, those added later too."""


def list_zones(desk: Desk) -> Sequence[ZoneRow]:
    """Return every zone of the event, by letter."""
    with desk.read() as session:
        return [_row(zone) for zone in session.scalars(select(Zone).order_by(Zone.letter))]


def set_zone(desk: Desk, letter: str, values: Mapping[str, str]) -> ZoneRow:
    """Change a zone's ``word``, ``kind``, ``names`` or ``declared_count``; a new letter adds one.

    ``names`` are parted by semicolons or lines. Raises ProblemForUser ``zone-letter-wrong``,
    ``zone-word-wrong``, ``zones-full``, ``setting-unknown`` or ``setting-wrong``; then nothing is
    changed.
    """
    letter = letter.strip().upper()
    if not (len(letter) == 1 and letter.isascii() and letter.isalnum()):
        raise ProblemForUser("zone-letter-wrong", letter=letter)
    read = _read(values)
    with desk.write("zone set") as session:
        zone = _find(session, letter)
        if zone is None:
            if len(session.scalars(select(Zone.id)).all()) >= MOST_ZONES:
                raise ProblemForUser("zones-full", most=MOST_ZONES)
            if "word" not in read:
                raise ProblemForUser("zone-word-wrong", word="", most=LONGEST_ZONE)
            zone = Zone(letter=letter, word=read["word"])
            session.add(zone)
        for key, value in read.items():
            setattr(zone, key, value)
        session.flush()
        return _row(zone)


def remove_unused(desk: Desk, letter: str) -> ZoneRow:
    """Take a zone away that no activity and no category's choice names; return what it was.

    Raises ProblemForUser ``zone-unknown``, ``zone-of-activity`` or ``zone-of-category``.
    """
    with desk.write("zone remove") as session:
        zone = _find(session, letter)
        if zone is None:
            raise ProblemForUser("zone-unknown", letter=letter)
        for activity in session.scalars(select(Activity).order_by(Activity.number)):
            if letter in (activity.zones or ()):
                raise ProblemForUser("zone-of-activity", letter=letter, name=activity.name)
        for look in session.scalars(select(CategoryLook)):
            if letter in (look.zones or ()):
                raise ProblemForUser("zone-of-category", letter=letter)
        was = _row(zone)
        session.delete(zone)
        return was


def put_back(desk: Desk, was: ZoneRow) -> ZoneRow:
    """Add a zone again as it was before it was taken away. Raises as ``set_zone`` does."""
    count = "" if was.declared_count is None else str(was.declared_count)
    values = {"word": was.word, "kind": was.kind, "names": "\n".join(was.names)}
    return set_zone(desk, was.letter, {**values, "declared_count": count})


def opened_by_category(session: Session) -> Opened:
    """Return the zone letters each category opens in this event; None opens all."""
    chosen = {
        category: opened_letters(zones)
        for category, zones in session.execute(select(CategoryLook.category, CategoryLook.zones))
        if zones is not None
    }
    return {**ZONES_OPENED, **chosen}


def opened_letters(chosen: Collection[str]) -> frozenset[str] | None:
    """Return the letters a category's chosen zones stand for; None for all of them."""
    return None if ALL in chosen else frozenset(chosen)


def opened_for(category: Category, *, vip: bool, opened: Opened) -> frozenset[str] | None:
    """Return the zone letters a guest's badge opens; None opens all, as a VIP's does."""
    return None if vip else opened[category]


def _find(session: Session, letter: str) -> Zone | None:
    return session.scalars(select(Zone).where(Zone.letter == letter)).one_or_none()


def _row(zone: Zone) -> ZoneRow:
    return ZoneRow(zone.letter, zone.word, zone.kind, tuple(zone.names), zone.declared_count)


def _word(text: str) -> str:
    if not 0 < len(text) <= LONGEST_ZONE:
        raise ProblemForUser("zone-word-wrong", word=text, most=LONGEST_ZONE)
    return text


def _names(text: str) -> list[str]:
    lines = text.replace("；", "\n").replace(";", "\n").splitlines()
    return [line.strip() for line in lines if line.strip()]


_SETTINGS: Mapping[str, Callable[[str], Any]] = {
    "word": _word,
    "kind": str,
    "names": _names,
    "declared_count": typed_values.count,
}


def _read(values: Mapping[str, str]) -> dict[str, Any]:
    read: dict[str, Any] = {}
    for key, text in values.items():
        if key not in _SETTINGS:
            raise ProblemForUser("setting-unknown", key=key, keys="、".join(_SETTINGS))
        try:
            read[key] = _SETTINGS[key](text.strip())
        except ValueError:
            raise ProblemForUser("setting-wrong", key=key, value=text) from None
    return read
