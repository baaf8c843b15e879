"""How to call who looks after a guest (联络员).

A list names the liaison in one cell. Their number stands in that cell too ("韩雪 13812345678"), or
they are on the list themselves, with a number of their own.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qhsign.domain import names
from qhsign.domain.phone import numbers_among_words, phones_in
from qhsign.domain.problems import ProblemForUser
from qhsign.services.desk import Desk
from qhsign.services.guest_edits import by_id
from qhsign.services.one_person import STANDING
from qhsign.store import journal
from qhsign.store.schema import Guest

_AROUND = re.compile(r"(?:联系)?(?:电话|手机|tel|phone|mobile)[号码]*", re.IGNORECASE)
_MARKS = " \t\n,，、;；:：/()（）-—."


@dataclass(frozen=True, slots=True)
class Liaison:
    """Who looks after a guest.

    ``phone`` is the whole number, "" where none is known; ``guest`` is the id of the liaison as a
    guest, whose number it is, "" where it stands in the cell.
    """

    name: str
    phone: str = ""
    guest: str = ""


@dataclass(frozen=True, slots=True)
class _Holder:
    id: str
    delegation: str | None
    phone: str


def split_liaison(text: str) -> tuple[str, str]:
    """Return name and phone numbers of a cell ("韩雪 13812345678" gives both)."""
    numbers = numbers_among_words(text)
    if not numbers:
        return text.strip(), ""
    name = text
    for number in numbers:
        name = name.replace(number, " ")
    name = " ".join(_AROUND.sub(" ", name).split())
    phones = dict.fromkeys(phone for each in numbers for phone in phones_in(each))
    return name.strip(_MARKS), "、".join(phones)


def liaisons_of(session: Session, guests: Iterable[str]) -> Mapping[str, Liaison]:
    """Return who looks after guests, by guest id; nobody for who has none.

    Of several guests of the liaison's name only one of the same delegation is meant; where that
    leaves more than one, no number is given rather than a stranger's.
    """
    query = select(Guest.id, Guest.delegation_id, Guest.liaison).where(
        Guest.id.in_(list(guests)), Guest.liaison != ""
    )
    cells = {
        guest: (delegation, *split_liaison(text))
        for guest, delegation, text in session.execute(query)
    }
    holders = _holders(session, {name for _, name, phone in cells.values() if name and not phone})
    found = {}
    for guest, (delegation, name, phone) in cells.items():
        holder = None if phone else _meant(holders.get(names.name_key(name), ()), delegation)
        found[guest] = (
            Liaison(name, holder.phone, holder.id) if holder is not None else Liaison(name, phone)
        )
    return found


def reveal_liaison(desk: Desk, guest: str, purpose: str) -> str:
    """Return in full the number of who looks after a guest (by id), "" where none is known.

    The view is journaled with its purpose, at the record that holds the number. Raises
    ProblemForUser ``purpose-missing`` or ``guest-gone``.
    """
    if not purpose.strip():
        raise ProblemForUser("purpose-missing")
    with desk.write("guest reveal") as session:
        found = liaisons_of(session, [by_id(session, guest).id]).get(guest, Liaison(""))
        if found.phone:
            holder, field = (found.guest, "phone") if found.guest else (guest, "liaison")
            journal.note(session, "guest", holder, field=field, purpose=purpose.strip())
        return found.phone


def _holders(session: Session, called: set[str]) -> Mapping[str, Sequence[_Holder]]:
    """Return the guests of these names, by the key of the name."""
    if not called:
        return {}
    wanted = {names.name_key(name) for name in called}
    query = select(Guest.id, Guest.full_name, Guest.delegation_id, Guest.phone).where(
        # Of many thousand guests only those who may be meant get a key.
        STANDING,
        func.lower(func.substr(Guest.full_name, 1, 1)).in_({name[0].lower() for name in called}),
    )
    found: dict[str, list[_Holder]] = {}
    for guest, name, delegation, phone in session.execute(query):
        key = names.name_key(name)
        if key in wanted:
            found.setdefault(key, []).append(_Holder(guest, delegation, phone))
    return found


def _meant(holders: Sequence[_Holder], delegation: str | None) -> _Holder | None:
    if len(holders) > 1 and delegation is not None:
        holders = [each for each in holders if each.delegation == delegation]
    return holders[0] if len(holders) == 1 and holders[0].phone else None
