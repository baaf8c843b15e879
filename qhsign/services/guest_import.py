"""Taking a guest list into the event: new guests, changed fields, nothing removed."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign import wording
from qhsign.domain import names
from qhsign.domain.guest import Invitation
from qhsign.domain.guest_entry import GuestEntry
from qhsign.domain.guest_list import ReadGuests
from qhsign.domain.list_sheet import Headings, ListProblem
from qhsign.domain.matching import GuestMatch, KnownGuest, changed_fields, match_guests
from qhsign.domain.problems import Severity
from qhsign.services.choosing import match as match_name
from qhsign.services.desk import Desk
from qhsign.services.guest_fields import FIELDS
from qhsign.services.import_record_keeping import (
    Predecessor,
    Provenance,
    as_said,
    find_predecessor,
    record,
    report,
    said,
    try_or_keep,
    without_collecting,
)
from qhsign.services.import_records import (
    GuestOutcome,
    GuestsTaken,
    ImportReport,
    MissingGuest,
)
from qhsign.services.list_reading import read_guest_list
from qhsign.services.list_records import ListChoice
from qhsign.services.list_source import name_of
from qhsign.services.same_rows import find_same_rows
from qhsign.store import numbers
from qhsign.store.journal import JournaledSession
from qhsign.store.many_records import add_many
from qhsign.store.schema import (
    Activity,
    Delegation,
    Guest,
    Invited,
    Journaled,
    Organization,
    PendingActivity,
    new_id,
)

_ATTRIBUTES = {
    "full_name": "full_name", "latin_name": "latin_name", "gender": "gender",
    "salutation": "salutation", "organization": "organization", "title": "title",
    "rank_level": "rank", "category": "category", "country": "country", "phone": "phone",
    "document_type": "document_kind", "document_number": "document_number",
    "arrival": "arrival", "departure": "departure", "lodging": "lodging", "vehicle": "vehicle",
    "seat": "seat", "liaison": "liaison", "diet": "diet", "remark": "remark",
    "status": "invitation", "vip": "vip",
}  # fmt: skip
"""Fields of a list's entry and the guest's attributes they set; the rest are linked records."""
_MASKS = {field.attribute: field.masked for field in FIELDS.values() if field.masked}
_TOLD_EVERY = 64  # guests between two words of progress
_ENTRY_FIELDS = tuple(each.name for each in fields(GuestEntry) if each.name != "row")


def import_guests(
    desk: Desk,
    path: Path,
    *,
    sheet: str | None = None,
    mapping: Mapping[str, str] | None = None,
    replaces: int | None = None,
    dry_run: bool = False,
) -> ImportReport:
    """Read a guest list into the event in one transaction, which one undo takes back.

    ``mapping`` names headings for fields and overrules what is found; ``replaces`` is the number
    of the import this list supersedes, 0 for none, None to find it. A value that staff changed
    since the last list stays unless the list itself changed it too. Raises ProblemForUser for a
    file that cannot be read; a bad row is a problem in the report and stops nothing. A list in
    which nothing could be read leaves no trace.
    """
    choice = ListChoice(path, sheet, mapping or {})
    return take_guests(desk, choice, replaces=replaces, dry_run=dry_run).report


@without_collecting()
def take_guests(
    desk: Desk,
    choice: ListChoice,
    *,
    leave_out: Collection[int] = (),
    cancel: Collection[int] = (),
    replaces: int | None = None,
    dry_run: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> GuestsTaken:
    """Do what ``import_guests`` says and tell it guest by guest.

    ``leave_out`` are rows of the file that are not taken: their new guests are not added and
    their changes not made, but whoever they name is not missing, and the same list sent again
    does not change them either. ``cancel`` are numbers of guests to set to cancelled; those who are
    not missing on this list stay as they are. ``progress`` is told guests done and guests on the
    list, and may stop the import by raising: then nothing is changed.
    """
    _, headings, read = read_guest_list(desk, choice)
    keep = not dry_run and bool(read.entries or read.delegations)

    def work(session: JournaledSession) -> GuestsTaken:
        taking = _GuestImport(session, desk, read, headings)
        taking.leave_out, taking.cancel = frozenset(leave_out), frozenset(cancel)
        taking.progress = progress
        return taking.run(name_of(choice.source), replaces, keep=keep)

    done: GuestsTaken = try_or_keep(desk, "import guests", work, keep=keep)
    return done


@dataclass(slots=True)
class _Linked:
    """Records guests lean on, by the name a list gives them; missing ones are made."""

    organizations: dict[str, str]
    delegations: dict[str, Delegation]
    activities: Sequence[Activity]
    invited: set[tuple[str, str]]
    pending: dict[str, list[str]]
    """The words for activities nobody knew, by guest."""
    made: dict[type[Journaled], list[dict[str, Any]]] = field(default_factory=dict)
    """Records to add, by model, as their fields; in the order they refer to each other."""

    def make(self, model: type[Journaled], **values: Any) -> str:
        """Note a record to add and return its id."""
        values["id"] = new_id()
        self.made.setdefault(model, []).append(values)
        return str(values["id"])


class _GuestImport:
    """One list on its way into the event."""

    def __init__(
        self, session: JournaledSession, desk: Desk, read: ReadGuests, headings: Headings
    ) -> None:
        self._session = session
        self._desk = desk
        self._read = read
        self._headings = headings
        self.leave_out: frozenset[int] = frozenset()
        self.cancel: frozenset[int] = frozenset()
        self.progress: Callable[[int, int], None] | None = None
        self._problems: list[ListProblem] = list(read.problems)
        self._outcomes: list[GuestOutcome] = []
        self._guests: dict[str, Guest] = {
            guest.id: guest for guest in session.scalars(select(Guest))
        }
        self._linked = _linked(session)
        self._meant: dict[str, str | None] = {}
        self._delegation_names = {
            delegation.id: name for name, delegation in self._linked.delegations.items()
        }

    def run(self, name: str, replaces: int | None, *, keep: bool) -> GuestsTaken:
        matches = match_guests(
            self._read.entries, [_known(guest) for guest in self._guests.values()]
        )
        said_by_place = {
            place: said(_given(match.entry))
            for place, match in enumerate(matches)
            if match.suspected
        }
        matches = find_same_rows(self._session, matches, said_by_place, replaces)
        matched = {match.guest for match in matches if match.guest}
        before = find_predecessor(
            self._session, "guests", matched, len(self._read.entries), replaces
        )
        rows = [*self._change(matches, before), *self._add(matches)]
        self._declare()
        for model, made in self._linked.made.items():
            add_many(self._session, model, made)
        number = record(
            self._session, self._desk, kind="guests", name=name, headings=self._headings,
            before=before, rows=rows,
        )  # fmt: skip
        done = report(
            rows,
            number=number if keep else None,
            read_rows=self._read.rows,
            headings=self._headings,
            before=before,
            suspected=sum(bool(match.suspected) for match in matches),
            delegations=self._read.delegations,
            problems=self._problems,
        )
        missing = self._missing(before, rows)
        cancelled = self._cancel(missing)
        return GuestsTaken(done, self._headings, self._outcomes, missing, cancelled)

    def _missing(self, before: Predecessor, rows: Sequence[Provenance]) -> list[MissingGuest]:
        """Return whom the list's predecessor held and this list does not, by number."""
        gone = [self._guests[each] for each in before.missing({row.entity for row in rows})]
        return [
            MissingGuest(
                guest.number, guest.full_name, guest.organization, guest.title, guest.invitation
            )
            for guest in sorted(gone, key=lambda guest: guest.number)
        ]

    def _cancel(self, missing: Sequence[MissingGuest]) -> int:
        """Set those to cancelled who are missing and were ticked; return how many."""
        ticked = {each.number for each in missing if each.may_cancel} & self.cancel
        for guest in self._guests.values():
            if guest.number in ticked:
                guest.invitation = Invitation.CANCELLED
        self._session.flush()
        return len(ticked)

    def _note(
        self,
        match: GuestMatch,
        outcome: str,
        changes: Mapping[str, tuple[object, object]] | None = None,
    ) -> None:
        """Keep what became of one guest, and tell how far the import has come."""
        like = self._guests[match.suspected[0]].number if match.suspected else None
        self._outcomes.append(GuestOutcome(match.entry, outcome, changes or {}, like))
        done = len(self._outcomes)
        if self.progress is not None and done % _TOLD_EVERY == 0:
            self.progress(done, len(self._read.entries))

    def _is_left_out(self, match: GuestMatch) -> bool:
        return match.entry.row in self.leave_out

    def _add(self, matches: Sequence[GuestMatch]) -> Iterable[Provenance]:
        fresh = []
        for match in matches:
            if match.guest is None and self._is_left_out(match):
                self._note(match, "left-out")
            elif match.guest is None:
                fresh.append(match)
        rows = []
        for match, number in zip(
            fresh, numbers.take(self._session, "guest", len(fresh)), strict=True
        ):
            entry, given = match.entry, _given(match.entry)
            values = {
                _ATTRIBUTES[name]: value for name, value in given.items() if name in _ATTRIBUTES
            }
            if entry.organization:
                values["organization_id"] = self._organization(entry.organization)
            if entry.delegation:
                values["delegation_id"] = self._delegation(entry.delegation).id
            values.setdefault("invitation", self._read.default_status)
            guest = self._linked.make(Guest, number=number, **values)
            for activity in entry.activities:
                self._invite(guest, activity, entry.row)
            self._tell_doubts(match)
            self._note(match, "new")
            rows.append(Provenance(guest, entry.row, "new", given))
        return rows

    def _change(self, matches: Sequence[GuestMatch], before: Predecessor) -> Iterable[Provenance]:
        rows = []
        for match in matches:
            if match.guest is None:
                continue
            guest, entry = self._guests[match.guest], match.entry
            outcome, changes = "left-out", {}
            if not self._is_left_out(match):
                changes = self._take_changes(guest, entry, before.said.get(guest.id, {}))
                outcome = "changed" if changes else "unchanged"
            self._tell_doubts(match)
            self._note(match, outcome, changes)
            rows.append(Provenance(guest.id, entry.row, outcome, _given(entry)))
        return rows

    def _take_changes(
        self, guest: Guest, entry: GuestEntry, earlier: Mapping[str, Any]
    ) -> dict[str, tuple[object, object]]:
        """Give a guest what the list changes; return it by field, as it was and as it is."""
        taken = {}
        known = replace(entry, activities=self._known_activities(entry.activities))
        for name, (held, value) in changed_fields(known, self._held(guest)).items():
            said_before = name in earlier and earlier[name] == as_said(getattr(entry, name))
            if said_before and not (name == "activities" and self._made_since(guest.id)):
                self._tell_kept(entry.row, name, held)
            else:
                self._set(guest, name, value, entry.row)
                taken[name] = (held, value)
        return taken

    def _held(self, guest: Guest) -> dict[str, object]:
        held: dict[str, object] = {
            name: getattr(guest, attribute) for name, attribute in _ATTRIBUTES.items()
        }
        held["delegation"] = self._delegation_names.get(guest.delegation_id or "", "")
        invited = [
            a.name for a in self._linked.activities if (guest.id, a.id) in self._linked.invited
        ]
        words = self._linked.pending.get(guest.id, ())
        pending = [name for name in words if self._activity(name) is None]
        held["activities"] = (*invited, *pending)
        return held

    def _set(self, guest: Guest, name: str, value: Any, row: int) -> None:
        if name == "activities":
            for activity in value:
                self._invite(guest.id, activity, row)
        elif name == "delegation":
            guest.delegation_id = self._delegation(value).id
        else:
            setattr(guest, _ATTRIBUTES[name], value)
            if name == "organization":
                guest.organization_id = self._organization(value)

    def _organization(self, printed: str) -> str:
        key = names.normalized_organization(printed)
        if key not in self._linked.organizations:
            made = self._linked.make(Organization, legal_name=printed, key=key)
            self._linked.organizations[key] = made
        return self._linked.organizations[key]

    def _delegation(self, name: str) -> Delegation:
        if name not in self._linked.delegations:
            made = Delegation(name=name)
            self._linked.delegations[name] = made
            self._delegation_names[made.id] = name
            self._session.add(made)
        return self._linked.delegations[name]

    def _invite(self, guest: str, name: str, row: int) -> None:
        activity = self._activity(name)
        if activity is not None:
            if (guest, activity) not in self._linked.invited:
                self._linked.invited.add((guest, activity))
                self._linked.make(Invited, guest_id=guest, activity_id=activity)
        elif name not in self._linked.pending.setdefault(guest, []):
            self._linked.pending[guest].append(name)
            self._linked.make(PendingActivity, guest_id=guest, name=name)
            self._tell(row, "activities", Severity.WARNING, "activity-unknown-on-list", name=name)

    def _activity(self, name: str) -> str | None:
        """Return the id of the one activity a list's word means; each word is looked up once."""
        if name not in self._meant:
            found = match_name(
                name, self._linked.activities, name=lambda a: a.name, number=lambda a: a.number
            )
            self._meant[name] = found[0].id if len(found) == 1 else None
        return self._meant[name]

    def _known_activities(self, named: Sequence[str]) -> tuple[str, ...]:
        """Return a list's words for activities as the event's own names, where it knows them."""
        own = {activity.id: activity.name for activity in self._linked.activities}
        known = (own.get(self._activity(name) or "", name) for name in named)
        return tuple(dict.fromkeys(known))

    def _made_since(self, guest: str) -> bool:
        """Tell whether an activity a list named for the guest was made after that list."""
        return any(self._activity(name) for name in self._linked.pending.get(guest, ()))

    def _declare(self) -> None:
        for name, count in self._read.delegations.items():
            self._delegation(name).declared_count = count

    def _tell_doubts(self, match: GuestMatch) -> None:
        entry = match.entry
        for other in match.suspected[:1]:
            known = self._guests[other]
            self._tell(
                entry.row, "full_name", Severity.WARNING, "suspected-duplicate",
                name=entry.full_name, other=f"{known.number:05d}", organization=known.organization,
            )  # fmt: skip
        for other in match.document_clashes:
            self._tell(
                entry.row, "document_number", Severity.WARNING, "document-clash",
                name=entry.full_name, other=self._guests[other].full_name,
            )  # fmt: skip

    def _tell_kept(self, row: int, name: str, held: object) -> None:
        self._tell(row, name, Severity.NOTE, "list-value-kept", kept=_words(name, held))

    def _tell(
        self, row: int, name: str, severity: Severity, code: str, /, **parameters: object
    ) -> None:
        self._problems.append(
            ListProblem(row, self._headings.heading(name), severity, code, parameters)
        )


def _given(entry: GuestEntry) -> dict[str, Any]:
    """Return what the list says of a guest: the fields that hold something."""
    values = ((name, getattr(entry, name)) for name in _ENTRY_FIELDS)
    return {name: value for name, value in values if value not in (None, "", ())}


def _words(name: str, held: object) -> str:
    """Say a value staff gave a guest, as screens show it: what is sensitive stays masked."""
    if isinstance(held, StrEnum):
        return wording.say(f"{name}-{held}")
    if isinstance(held, tuple):
        return "、".join(held)
    text = "" if held is None else str(held)
    mask = _MASKS.get(_ATTRIBUTES.get(name, ""))
    return mask(text) if mask and text else text


def _known(guest: Guest) -> KnownGuest:
    return KnownGuest(
        guest.id, guest.full_name, guest.organization, guest.phone, guest.document_number
    )


def _linked(session: Session) -> _Linked:
    pending: dict[str, list[str]] = {}
    for guest, name in session.execute(select(PendingActivity.guest_id, PendingActivity.name)):
        pending.setdefault(guest, []).append(name)
    return _Linked(
        organizations={row.key: row.id for row in session.scalars(select(Organization))},
        delegations={
            delegation.name: delegation for delegation in session.scalars(select(Delegation))
        },
        activities=session.scalars(select(Activity).order_by(Activity.number)).all(),
        invited={
            (guest, activity)
            for guest, activity in session.execute(select(Invited.guest_id, Invited.activity_id))
        },
        pending=pending,
    )
