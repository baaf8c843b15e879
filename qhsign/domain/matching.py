"""Finding again what a list sends: guests, contracts and the list's predecessor (notes §10).

Everything is looked up by keys, so the work grows with the lists and not with their product.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Protocol

from qhsign.domain.contract_entry import ContractEntry
from qhsign.domain.guest_entry import GuestEntry
from qhsign.domain.names import name_key, normalized_organization

_NOT_COMPARED = frozenset({"row"})


@dataclass(frozen=True, slots=True)
class KnownGuest:
    """A record of a guest the event has: what it is matched by.

    ``person`` is the id of the guest a joined record stands for, "" for the guest's own.
    """

    id: str
    full_name: str
    organization: str = ""
    phone: str = ""
    document_number: str = ""
    person: str = ""

    @property
    def who(self) -> str:
        """The id of the guest."""
        return self.person or self.id


@dataclass(frozen=True, slots=True)
class GuestMatch:
    """What became of one entry.

    ``guest`` is the id of the guest it is, or None for a new one; ``suspected`` the guests a new
    one may be (same name, nothing that tells them apart); ``document_clashes`` the guests who
    bear the same document under another name.
    """

    entry: GuestEntry
    guest: str | None = None
    suspected: tuple[str, ...] = ()
    document_clashes: tuple[str, ...] = ()


def match_guests(entries: Sequence[GuestEntry], known: Sequence[KnownGuest]) -> list[GuestMatch]:
    """Return a match for every entry, in their order.

    Same document number and compatible name; else same phone and name; else same name and
    organization. A stronger ground takes a guest first, whatever the order of the rows, and no
    guest is taken twice. On organization alone nobody is taken whose document tells another
    person, nor one of several namesakes there: those are suspected. Several records of one person
    are one guest, of whom a list may name each.
    """
    guests = {guest.id: guest for guest in known}
    keyed = {guest.id: name_key(guest.full_name) for guest in known}
    names = [name_key(entry.full_name) for entry in entries]
    taken: dict[int, str] = {}
    free = set(guests)
    for ground in (_document_ground, _phone_ground, _organization_ground):
        candidates: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for guest in known:
            if key := ground(guest, keyed[guest.id]):
                candidates[key].append(guest.id)
        for place, entry in enumerate(entries):
            if place in taken or not (key := ground(entry, names[place])):
                continue
            fitting = [
                guest
                for guest in candidates.get(key, ())
                if guest in free and _fits(ground, entry, guests[guest])
            ]
            if chosen := _chosen(ground, entry, [guests[guest] for guest in fitting]):
                taken[place] = chosen
                free.discard(chosen)
    return _matches(entries, names, known, keyed, taken)


class _Identified(Protocol):
    @property
    def organization(self) -> str: ...
    @property
    def phone(self) -> str: ...
    @property
    def document_number(self) -> str: ...


def _document_ground(person: _Identified, name: str) -> tuple[str, str] | None:
    return (name, person.document_number) if person.document_number else None


def _phone_ground(person: _Identified, name: str) -> tuple[str, str] | None:
    return (name, person.phone) if person.phone else None


def _organization_ground(person: _Identified, name: str) -> tuple[str, str] | None:
    return (name, normalized_organization(person.organization)) if person.organization else None


_Ground = Callable[[_Identified, str], tuple[str, str] | None]


def _fits(ground: _Ground, entry: GuestEntry, guest: KnownGuest) -> bool:
    """On organization alone, another document means another person."""
    return ground is not _organization_ground or not _documents_differ(entry, guest)


def _documents_differ(entry: GuestEntry, guest: KnownGuest) -> bool:
    return bool(
        entry.document_number
        and guest.document_number
        and entry.document_number != guest.document_number
    )


def _chosen(ground: _Ground, entry: GuestEntry, fitting: Sequence[KnownGuest]) -> str | None:
    if not fitting:
        return None
    if len({guest.who for guest in fitting}) == 1:
        return min(fitting, key=lambda guest: bool(guest.person)).id
    organization = normalized_organization(entry.organization)
    agreeing = [
        guest
        for guest in fitting
        if not _documents_differ(entry, guest)
        and normalized_organization(guest.organization) == organization
    ]
    if agreeing and len({guest.who for guest in agreeing}) == 1:
        return min(agreeing, key=lambda guest: bool(guest.person)).id
    return None if ground is _organization_ground else fitting[0].id


def _matches(
    entries: Sequence[GuestEntry],
    names: Sequence[str],
    known: Sequence[KnownGuest],
    keyed: Mapping[str, str],
    taken: Mapping[int, str],
) -> list[GuestMatch]:
    by_name: defaultdict[str, list[KnownGuest]] = defaultdict(list)
    by_document: defaultdict[str, list[KnownGuest]] = defaultdict(list)
    for guest in known:
        by_name[keyed[guest.id]].append(guest)
        if guest.document_number:
            by_document[guest.document_number].append(guest)
    who = {guest.id: guest.who for guest in known}
    used = {who[guest] for guest in taken.values()}
    matches = []
    for place, entry in enumerate(entries):
        name = names[place]
        own = who.get(taken.get(place, ""), "")
        clashes = tuple(
            guest.id
            for guest in by_document.get(entry.document_number, ())
            if keyed[guest.id] != name and guest.who != own
        )
        suspected: tuple[str, ...] = ()
        if place not in taken:
            suspected = tuple(
                guest.id
                for guest in by_name.get(name, ())
                if guest.who not in used and not _documents_differ(entry, guest)
            )
        matches.append(GuestMatch(entry, taken.get(place), suspected, clashes))
    return matches


def changed_fields(
    entry: GuestEntry, known: Mapping[str, object]
) -> dict[str, tuple[object, object]]:
    """Return what a list would change: field → (value the event has, value of the list).

    ``known`` holds the event's values by the fields of GuestEntry; a field it lacks is not
    compared. An empty cell never erases. Activities only ever add.
    """
    changes: dict[str, tuple[object, object]] = {}
    for each in fields(entry):
        name = each.name
        value = getattr(entry, name)
        if name in _NOT_COMPARED or name not in known or value in (None, "", ()):
            continue
        before = known[name]
        if name == "activities":
            held = tuple(before) if isinstance(before, (list, tuple)) else ()
            value = held + tuple(activity for activity in value if activity not in held)
            before = held
        if value != (before if before is not None else ""):
            changes[name] = (before, value)
    return changes


@dataclass(frozen=True, slots=True)
class EarlierImport:
    """An import the event remembers and the guests or contracts it held."""

    id: str
    held: frozenset[str] = field(default_factory=frozenset)


def predecessor(
    earlier: Sequence[EarlierImport], matched: Collection[str], rows: int
) -> EarlierImport | None:
    """Return the list this one replaces: it shares most, and at least half of the new rows.

    ``earlier`` stands in the order of import; of equals the latest is taken. ``rows`` counts the
    new list's records.
    """
    ids = frozenset(matched)
    best: EarlierImport | None = None
    most = 0
    for candidate in earlier:
        shared = len(candidate.held & ids)
        if shared and shared * 2 >= rows and shared >= most:
            best, most = candidate, shared
    return best


def missing(replaced: EarlierImport | None, present: Collection[str]) -> frozenset[str]:
    """Return what the predecessor held and the new list does not; nothing without one."""
    return frozenset() if replaced is None else replaced.held - frozenset(present)


@dataclass(frozen=True, slots=True)
class KnownContract:
    """A contract the event has: what it is matched by."""

    id: str
    title: str
    number: str = ""
    organizations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ContractMatch:
    """The contract an entry is, or None for a new one; ``suspected`` have the same title only."""

    entry: ContractEntry
    contract: str | None = None
    suspected: tuple[str, ...] = ()


def match_contracts(
    entries: Sequence[ContractEntry], known: Sequence[KnownContract]
) -> list[ContractMatch]:
    """Return a match for every entry, in their order: by number, else by title and parties."""
    by_number: defaultdict[str, list[str]] = defaultdict(list)
    by_content: defaultdict[tuple[str, frozenset[str]], list[str]] = defaultdict(list)
    by_title: defaultdict[str, list[str]] = defaultdict(list)
    for contract in known:
        if contract.number:
            by_number[contract.number.casefold()].append(contract.id)
        by_content[contract_key(contract.title, contract.organizations)].append(contract.id)
        by_title[normalized_organization(contract.title)].append(contract.id)
    free = {contract.id for contract in known}
    taken: dict[int, str] = {}
    for place, entry in enumerate(entries):
        _take_first(
            taken, free, place, by_number.get(entry.number.casefold(), ()) if entry.number else ()
        )
    for place, entry in enumerate(entries):
        if place not in taken:
            _take_first(taken, free, place, by_content.get(entry.key, ()))
    used = set(taken.values())
    return [
        ContractMatch(
            entry,
            taken.get(place),
            ()
            if place in taken
            else tuple(
                c for c in by_title.get(normalized_organization(entry.title), ()) if c not in used
            ),
        )
        for place, entry in enumerate(entries)
    ]


def contract_key(title: str, organizations: Collection[str]) -> tuple[str, frozenset[str]]:
    """Return the key of a contract without a number: its title and the set of its parties."""
    parties = frozenset(filter(None, map(normalized_organization, organizations)))
    return normalized_organization(title), parties


def _take_first(
    taken: dict[int, str], free: set[str], place: int, candidates: Sequence[str]
) -> None:
    for contract in candidates:
        if contract in free:
            taken[place] = contract
            free.discard(contract)
            return
