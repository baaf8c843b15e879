"""Guests: finding, showing, changing, and registering at the door."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from sqlalchemy import Integer, String, select, type_coerce
from sqlalchemy.orm import Session

from qhsign.domain import document, names, phone, search
from qhsign.domain.guest import Category, Invitation, Vetting
from qhsign.domain.name_reading import reading_of
from qhsign.domain.ordering import Order
from qhsign.domain.problems import ProblemForUser
from qhsign.services import category_looks, events, reference
from qhsign.services.activities import find as find_activity
from qhsign.services.desk import Desk
from qhsign.services.guest_fields import FIELDS, SENSITIVE, read_field
from qhsign.services.guest_order import Unranked, in_order, unranked
from qhsign.services.guest_records import GuestRow, ReadGuests, RegisteredGuest
from qhsign.services.named_records import id_of
from qhsign.services.one_person import STANDING, who_remains
from qhsign.store import journal, numbers
from qhsign.store.journal import JournaledSession
from qhsign.store.packed_columns import packed_columns
from qhsign.store.schema import (
    Badge,
    Delegation,
    Guest,
    GuestSearch,
    Invited,
    Organization,
    Photo,
)

_CATEGORIES = {str(each): each for each in Category}
_INVITATIONS = {str(each): each for each in Invitation}
_VETTINGS = {str(each): each for each in Vetting}


@dataclass(frozen=True, slots=True)
class GuestList:
    """The guests found, in order; ``total`` counts all matches, not only those returned."""

    total: int
    guests: Sequence[GuestRow]
    order: Order
    unranked: Sequence[Unranked] = ()
    """Those returned that a stroke order could not place."""


def list_guests(
    desk: Desk,
    *,
    searched: str = "",
    order: Order | None = None,
    category: Category | None = None,
    status: Invitation | None = None,
    limit: int | None = None,
) -> GuestList:
    """Find guests by any of their names, their organization, number or phone tail.

    ``order`` is the event's own when none is given.
    """
    with desk.read() as session:
        chosen = order or Order(events.facts_in(session).guest_order)
        matches = search.matcher(searched)
        found = [
            row
            for row in rows(session)
            if (category is None or row.category is category)
            and (status is None or row.status is status)
            and matches(row.search_text)
        ]
        ordered = in_order(session, found, chosen)
        shown = ordered if limit is None else ordered[:limit]
        lacking = unranked(session, shown, chosen)
    return GuestList(len(ordered), shown, chosen, lacking)


def read_guests(desk: Desk, order: Order) -> ReadGuests:
    """Return every guest in an order, as the window shows and searches them."""
    with desk.read() as session:
        found = rows(session)
        return ReadGuests(in_order(session, found, order), [row.search_text for row in found])


def liaisons(desk: Desk, ids: Sequence[str]) -> Mapping[str, str]:
    """Return who looks after these guests (联络员), by guest id; nobody for who has none.

    A phone number in the liaison's cell is masked, as every phone on a screen.
    """
    with desk.read() as session:
        query = select(Guest.id, Guest.liaison).where(Guest.id.in_(ids), Guest.liaison != "")
        return {row.id: phone.mask_among_words(row.liaison) for row in session.execute(query)}


def by_number(session: Session, number: int) -> Guest:
    """Return the guest with this number, or whom that record was joined into.

    Raises ProblemForUser ``guest-unknown``.
    """
    guest = session.scalars(select(Guest).where(Guest.number == number)).one_or_none()
    if guest is None:
        raise ProblemForUser("guest-unknown", number=number)
    return who_remains(session, guest)


def show_guest(desk: Desk, number: int) -> dict[str, object]:
    """Return everything about a guest; sensitive fields are masked."""
    with desk.read() as session:
        return _shown(session, by_number(session, number))


def reveal(desk: Desk, number: int, field: str, purpose: str) -> dict[str, object]:
    """Return a guest with one sensitive field in full; the view is journaled with its purpose.

    Raises ProblemForUser ``purpose-missing`` or ``field-not-sensitive``.
    """
    if not purpose.strip():
        raise ProblemForUser("purpose-missing")
    if field not in SENSITIVE:
        raise ProblemForUser("field-not-sensitive", field=field, fields="、".join(SENSITIVE))
    with desk.write("guest reveal") as session:
        guest = by_number(session, number)
        journal.note(session, "guest", guest.id, field=field, purpose=purpose.strip())
        return {**_shown(session, guest), field: getattr(guest, FIELDS[field].attribute)}


def set_guest(
    desk: Desk, number: int, values: Mapping[str, str], reason: str = ""
) -> dict[str, object]:
    """Change fields of a guest.

    Raises ProblemForUser ``field-unknown`` or ``field-wrong``; then nothing is changed.
    """
    with desk.write("guest set") as session:
        guest = by_number(session, number)
        for field, text in values.items():
            write_field(session, guest, field, text)
        if reason:
            journal.note(session, "guest", guest.id, reason=reason)
        session.flush()
        return _shown(session, guest)


def walk_in(
    desk: Desk,
    *,
    name: str,
    organization: str,
    title: str = "",
    category: Category = Category.GUEST,
) -> dict[str, object]:
    """Register somebody at the door (现场登记): a confirmed guest at once.

    Raises ProblemForUser ``walk-in-name-missing``.
    """
    with desk.write("walk-in") as session:
        return _shown(session, written_down(session, name, organization, title, category))


def register_at_door(
    desk: Desk, *, name: str, organization: str, title: str, category: Category
) -> RegisteredGuest:
    """Register as ``walk_in`` and return whom to check in and to print a badge for."""
    with desk.write("walk-in") as session:
        guest = written_down(session, name, organization, title, category)
        return RegisteredGuest(guest.id, guest.number, guest.full_name)


def written_down(
    session: JournaledSession, name: str, organization: str, title: str, category: Category
) -> Guest:
    """Make a guest of what somebody wrote, with the next number, confirmed.

    Raises ProblemForUser ``walk-in-name-missing``.
    """
    attributes = names.split_attributes(name)
    if not attributes.name:
        raise ProblemForUser("walk-in-name-missing")
    (number,) = numbers.take(session, "guest")
    guest = Guest(
        number=number,
        full_name=attributes.name,
        gender=attributes.gender,
        title=title.strip(),
        category=category,
        invitation=Invitation.CONFIRMED,
    )
    session.add(guest)
    set_organization(session, guest, organization.strip())
    session.flush()
    return guest


def write_field(session: JournaledSession, guest: Guest, field: str, text: str) -> None:
    """Read ``text`` as the field's kind and set it on the guest."""
    if field not in FIELDS:
        raise ProblemForUser("field-unknown", field=field, fields="、".join(FIELDS))
    value = _category(session, text) if field == "category" else read_field(field, text)
    if field == "organization":
        set_organization(session, guest, str(value))
    elif field == "delegation":
        guest.delegation_id = delegation(session, str(value)) if value else None
    elif field == "document_number":
        _write_document(guest, str(value))
    elif field == "phone":
        guest.phone = phone.clean_phone(str(value))[0] or ""
    elif field == "activities":
        _invite(session, guest, [part.strip() for part in text.split(",") if part.strip()])
    else:
        setattr(guest, FIELDS[field].attribute, value)


def _category(session: Session, text: str) -> Category:
    """Read a category by its code, its word, or the word this event has for it."""
    try:
        return category_looks.meant_category(session, text)
    except ValueError:
        raise ProblemForUser("field-wrong", field="category", value=text) from None


def _write_document(guest: Guest, text: str) -> None:
    reading = document.check_document(text, guest.document_kind or None)
    if text and reading.number is None:
        raise ProblemForUser(
            "field-wrong", field="document_number", value=document.mask_document(text)
        )
    guest.document_number = reading.number or ""
    guest.document_kind = (reading.kind or "") if reading.number else ""


def set_organization(session: JournaledSession, guest: Guest, printed: str) -> None:
    """Give the guest an organization as printed, and link the organization of that name."""
    guest.organization = printed
    guest.organization_id = organization(session, printed) if printed else None


def organization(session: JournaledSession, printed: str) -> str:
    """Return the id of the organization of this name; it is made when new."""
    key = names.normalized_organization(printed)
    return id_of(session, Organization, {"key": key}, legal_name=printed)


def delegation(session: JournaledSession, name: str) -> str:
    """Return the id of the delegation of this name; it is made when new."""
    return id_of(session, Delegation, {"name": name})


def _invite(session: JournaledSession, guest: Guest, activities: Sequence[str]) -> None:
    wanted = {find_activity(session, named).id for named in activities}
    for invited in session.scalars(select(Invited).where(Invited.guest_id == guest.id)):
        if invited.activity_id in wanted:
            wanted.discard(invited.activity_id)
        else:
            session.delete(invited)
    session.add_all(Invited(guest_id=guest.id, activity_id=activity) for activity in sorted(wanted))


def rows(session: Session) -> Sequence[GuestRow]:
    """Return the lines of the guest list by number.

    They are put in order here and not by the query: at a hundred thousand guests that takes longer
    than reading them.
    """
    query = (
        select(
            Guest.id, Guest.number, Guest.full_name, Guest.latin_name, GuestSearch.reading,
            Guest.organization, Guest.title, Delegation.name, type_coerce(Guest.category, String),
            type_coerce(Guest.vip, Integer), type_coerce(Guest.invitation, String),
            type_coerce(Guest.vetting, String), GuestSearch.text,
        )
        .join(GuestSearch, GuestSearch.guest_id == Guest.id)
        .join(Delegation, Delegation.id == Guest.delegation_id, isouter=True)
        .where(STANDING)
    )  # fmt: skip
    found: list[GuestRow] = []
    for columns in packed_columns(session.connection(), query, Guest.__table__):
        ids, figures, *texts, categories, marks, states, vettings, searched = columns
        found += map(
            GuestRow._make,
            zip(
                ids,
                map(int, figures),
                *texts,
                map(_CATEGORIES.__getitem__, categories),
                map("1".__eq__, marks),
                map(_INVITATIONS.__getitem__, states),
                map(_VETTINGS.__getitem__, vettings),
                searched,
                strict=True,
            ),
        )
    # As a rule they lie in the file as they were entered, and then this only looks.
    found.sort(key=attrgetter("number"))
    return found


def _shown(session: Session, guest: Guest) -> dict[str, object]:
    reading = str(
        reading_of(
            guest.full_name, guest.country, reference.reading_tables(), guest.reading or None
        )
    )
    badges = session.scalars(
        select(Badge).where(Badge.guest_id == guest.id).order_by(Badge.issued_at)
    ).all()
    from_delegation = session.get(Delegation, guest.delegation_id) if guest.delegation_id else None
    shown: dict[str, object] = {"number": f"{guest.number:05d}", "pinyin": reading}
    for name, field in FIELDS.items():
        if name not in {"delegation", "activities", "reading"}:
            value = getattr(guest, field.attribute)
            shown[name] = field.masked(value) if field.masked and value else value
    photo = session.execute(
        select(Photo.width, Photo.height).where(Photo.digest == guest.photo)
    ).one_or_none()
    shown["photo"] = {"width": photo.width, "height": photo.height} if photo else None
    shown["delegation"] = from_delegation.name if from_delegation else ""
    shown["badges"] = [
        {"serial": badge.serial, "short_code": badge.short_code, "status": badge.status}
        for badge in badges
    ]
    return shown
