"""Columns of the guest table beyond what every line of the list has; read only when shown."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain.document import mask_phone
from qhsign.services import print_ledger, reference
from qhsign.services.desk import Desk
from qhsign.store.schema import Badge, Guest, PrintItem
from qhsign.wording import Language, say

_PLAIN: Mapping[str, Any] = {
    "seat": Guest.seat,
    "liaison": Guest.liaison,
    "phone": Guest.phone,
    "remark": Guest.remark,
    "rank": Guest.rank,
    "country": Guest.country,
    "photo": Guest.photo,
}
BADGE = "badge"
COLUMNS: tuple[str, ...] = (*_PLAIN, BADGE)
"""The columns ``column_values`` reads."""


def column_values(
    desk: Desk, columns: Collection[str], language: Language
) -> Mapping[str, Mapping[str, str]]:
    """Return the words of these columns by guest id; who has nothing there is left out.

    Phones come masked, countries by their name in ``language``; photo and badge hold a word where
    there is a photo and where the active badge was printed.
    """
    with desk.read() as session:
        found: dict[str, Mapping[str, str]] = {
            name: _plain(session, name, _shown(name, language))
            for name in columns
            if name in _PLAIN
        }
        if BADGE in columns:
            found[BADGE] = _printed(session, say("guest-badge-printed", language))
    return found


def _plain(session: Session, name: str, shown: Callable[[str], str]) -> Mapping[str, str]:
    column = _PLAIN[name]
    held = session.execute(select(Guest.id, column).where(column.is_not(None), column != ""))
    return {guest: shown(value) for guest, value in held}


def _shown(name: str, language: Language) -> Callable[[str], str]:
    if name == "phone":
        return mask_phone
    if name == "country":
        table = reference.country_table()
        names = table.chinese if language is Language.CHINESE else table.english
        return lambda code: names.get(code, code)
    if name == "photo":
        yes = say("guest-has-photo", language)
        return lambda _: yes
    return str


def _printed(session: Session, yes: str) -> Mapping[str, str]:
    query = (
        select(Badge.guest_id)
        .join(PrintItem, PrintItem.entity_id == Badge.id)
        .where(Badge.status == "active", PrintItem.outcome == print_ledger.DONE)
    )
    return dict.fromkeys(session.scalars(query), yes)
