"""The names of the records the audit trail tells of: a person, a contract, a slate, never an id."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.services.print_ledger import run_label
from qhsign.store.schema import (
    Activity,
    Badge,
    Batch,
    Ceremony,
    CeremonyStep,
    Certificate,
    CheckIn,
    CheckInAnnulment,
    CheckInOverride,
    Contract,
    ContractStep,
    ContractText,
    DeclaredFigure,
    Delegation,
    EditionFigure,
    Guest,
    Invited,
    ListImport,
    NumberTag,
    Operator,
    Organization,
    Party,
    Payment,
    PendingActivity,
    Presidium,
    PrintRun,
    RemoteCheckIn,
    ShowStep,
    Slate,
    SlateEntry,
    StageApproval,
    StagePlace,
    StagePlan,
    Substitution,
    TextCheck,
    Zone,
)

_AT_ONCE = 500
_ID = re.compile(r"[0-9a-f]{32}")


def is_id(text: str) -> bool:
    """Tell whether a text is the id of a record, which says nothing to a person."""
    return _ID.fullmatch(text) is not None


class Names:
    """The names of records by id, read for many entries at once.

    What belongs to another record, as a party to its contract, is called by that one.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._known: dict[tuple[str, str], str] = {}

    def read(self, wanted: Iterable[tuple[str, str]]) -> None:
        """Look up records by kind and id; those that are gone get no name."""
        by_kind: dict[str, set[str]] = {}
        for kind, entity in wanted:
            if (kind, entity) not in self._known:
                by_kind.setdefault(kind, set()).add(entity)
        for kind, entities in by_kind.items():
            ordered = sorted(entities)
            for start in range(0, len(ordered), _AT_ONCE):
                self._read(kind, ordered[start : start + _AT_ONCE])

    def name(self, kind: str, entity: str) -> str:
        """Return a record's name, "" where it has none any more."""
        return self._known.get((kind, entity), "")

    def _read(self, kind: str, ids: list[str]) -> None:
        if kind in _NAMING:
            found = _NAMING[kind](self._session, ids)
            self._known.update(((kind, entity), name) for entity, name in found.items())
        elif kind in _OWNED:
            model, column, owner = _OWNED[kind]
            query = select(model.id, getattr(model, column)).where(model.id.in_(ids))
            owners = {each: of for each, of in self._session.execute(query) if of}
            self.read((owner, of) for of in owners.values())
            self._known.update(((kind, each), self.name(owner, of)) for each, of in owners.items())


def _guest_names(session: Session, ids: list[str]) -> dict[str, str]:
    query = select(Guest.id, Guest.number, Guest.full_name).where(Guest.id.in_(ids))
    return {each: f"{number:05d} {name}" for each, number, name in session.execute(query)}


def _contract_names(session: Session, ids: list[str]) -> dict[str, str]:
    query = select(Contract.id, Contract.number, Contract.title).where(Contract.id.in_(ids))
    return {
        each: f"{number:04d} {title}".replace("\n", "")
        for each, number, title in session.execute(query)
    }


def _badge_names(session: Session, ids: list[str]) -> dict[str, str]:
    query = (
        select(Badge.id, Badge.serial, Guest.full_name)
        .join(Guest, Guest.id == Badge.guest_id)
        .where(Badge.id.in_(ids))
    )
    return {each: f"{serial:05d} {name}" for each, serial, name in session.execute(query)}


def _check_in_names(session: Session, ids: list[str]) -> dict[str, str]:
    query = (
        select(CheckIn.id, Guest.number, Guest.full_name)
        .join(Guest, Guest.id == CheckIn.guest_id)
        .where(CheckIn.id.in_(ids))
    )
    return {each: f"{number:05d} {name}" for each, number, name in session.execute(query)}


def _run_names(session: Session, ids: list[str]) -> dict[str, str]:
    query = select(PrintRun.id, PrintRun.number).where(PrintRun.id.in_(ids))
    return {each: run_label(number) for each, number in session.execute(query)}


def _named(model: type[Any], column: str) -> Callable[[Session, list[str]], dict[str, str]]:
    def names(session: Session, ids: list[str]) -> dict[str, str]:
        query = select(model.id, getattr(model, column)).where(model.id.in_(ids))
        return {each: str(name) for each, name in session.execute(query)}

    return names


def _occasion_names(session: Session, ids: list[str]) -> dict[str, str]:
    """Name what a presidium or a signature is for: a slate, or a batch that is on none."""
    return {**_named(Batch, "name")(session, ids), **_named(Slate, "name")(session, ids)}


def _step_names(session: Session, ids: list[str]) -> dict[str, str]:
    """Name a step of a run of show; a usual one has no title of its own, but the slate's."""
    query = (
        select(ShowStep.id, ShowStep.title, Slate.name)
        .join(Slate, Slate.id == ShowStep.slate_id)
        .where(ShowStep.id.in_(ids))
    )
    return {each: title or slate for each, title, slate in session.execute(query)}


def _figure_names(session: Session, ids: list[str]) -> dict[str, str]:
    query = select(
        EditionFigure.id,
        EditionFigure.edition,
        EditionFigure.year,
        EditionFigure.place,
        EditionFigure.measure,
    ).where(EditionFigure.id.in_(ids))
    return {
        each: " ".join(str(part) for part in (edition or year, place, measure) if part)
        for each, edition, year, place, measure in session.execute(query)
    }


_NAMING: Mapping[str, Callable[[Session, list[str]], dict[str, str]]] = {
    "guest": _guest_names,
    "contract": _contract_names,
    "badge": _badge_names,
    "check_in": _check_in_names,
    "activity": _named(Activity, "name"),
    "delegation": _named(Delegation, "name"),
    "organization": _named(Organization, "legal_name"),
    "print_run": _run_names,
    "batch": _named(Batch, "name"),
    "slate": _named(Slate, "name"),
    "occasion": _occasion_names,
    "show_step": _step_names,
    "zone": _named(Zone, "word"),
    "operator": _named(Operator, "name"),
    "list_import": _named(ListImport, "file_name"),
    "declared_figure": _named(DeclaredFigure, "subject"),
    "edition_figure": _figure_names,
}
_OWNED: Mapping[str, tuple[type[Any], str, str]] = {
    "invited": (Invited, "guest_id", "guest"),
    "pending_activity": (PendingActivity, "guest_id", "guest"),
    "number_tag": (NumberTag, "guest_id", "guest"),
    "check_in_annulment": (CheckInAnnulment, "check_in_id", "check_in"),
    "check_in_override": (CheckInOverride, "check_in_id", "check_in"),
    "party": (Party, "contract_id", "contract"),
    "slate_entry": (SlateEntry, "contract_id", "contract"),
    "contract_text": (ContractText, "contract_id", "contract"),
    "contract_step": (ContractStep, "contract_id", "contract"),
    "payment": (Payment, "contract_id", "contract"),
    "text_check": (TextCheck, "contract_id", "contract"),
    "certificate": (Certificate, "contract_id", "contract"),
    "remote_check_in": (RemoteCheckIn, "party_id", "party"),
    "substitution": (Substitution, "party_id", "party"),
    "stage_plan": (StagePlan, "batch_id", "batch"),
    "stage_place": (StagePlace, "plan_id", "stage_plan"),
    "stage_approval": (StageApproval, "subject", "occasion"),
    "presidium": (Presidium, "subject", "occasion"),
    "ceremony": (Ceremony, "slate_id", "slate"),
    "ceremony_step": (CeremonyStep, "ceremony_id", "ceremony"),
}
"""Kinds of records without a name of their own: the field that holds the id of the one they belong
to, and its kind."""
