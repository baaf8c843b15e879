"""The words of the audit trail: actions, records, fields and values as people read them."""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain.amount_writing import written, written_foreign
from qhsign.domain.money import Amount, Qualifier
from qhsign.services import reference
from qhsign.services.guest_fields import FIELDS
from qhsign.services.print_ledger import run_label
from qhsign.store.schema import (
    Activity,
    Badge,
    Batch,
    CheckIn,
    Contract,
    Delegation,
    Guest,
    Organization,
    PrintRun,
    Slate,
)
from qhsign.wording import Language, catalogue, say

_MASKS = {field.attribute: field.masked for field in FIELDS.values() if field.masked}
_UNTOLD = frozenset(
    {
        "token", "code", "nonce", "fingerprint", "operation", "key", "message", "id", "undone",
        "invited", "uninvited", "after",
    }
)  # fmt: skip
"""What a person cannot read, or what would let somebody in."""
_AT_ONCE = 500
_REFERENCES: Mapping[str, str] = {
    "guest_id": "guest", "signatory_id": "guest", "activity_id": "activity",
    "contract_id": "contract", "delegation_id": "delegation", "organization_id": "organization",
    "batch_id": "batch", "slate_id": "slate", "badge_id": "badge", "replaced_by": "badge",
    "check_in_id": "check_in", "joined_into": "guest",
}  # fmt: skip
_LISTED: Mapping[str, str] = {"people": "guest"}
"""Fields that hold the ids of several records, and of which kind."""
_WORDED: Mapping[tuple[str, str], str] = {
    ("guest", "category"): "category", ("badge", "category"): "category",
    ("category_look", "category"): "category", ("guest", "invitation"): "status",
    ("guest", "vetting"): "vetting", ("guest", "gender"): "gender",
    ("contract", "kind"): "contract-kind", ("contract", "status"): "contract-status",
    ("contract", "mode"): "contract-mode", ("contract_step", "left"): "contract-status",
    ("contract_step", "reached"): "contract-status", ("check_in", "verdict"): "verdict",
    ("badge", "status"): "audit-state", ("certificate", "state"): "audit-state",
    ("print_run", "outcome"): "audit-state", ("event", "guest_order"): "order",
}  # fmt: skip
"""Fields of closed lists, and what the codes of their words begin with."""
WORD_SUBJECTS = ("category", "status", "vetting", "gender", "verdict", "contract-kind")


def action_word(action: str, language: Language) -> str:
    """Return what an action is called; one this program does not know stays as it is."""
    return _word(f"audit-action-{action.replace(' ', '-')}", language, action)


def kind_word(kind: str, language: Language) -> str:
    """Return what a kind of record is called."""
    return _word(f"audit-kind-{kind}", language, kind)


def change_word(change: str, language: Language) -> str:
    """Return whether a record was added, changed, removed or only noted."""
    return _word(f"audit-change-{change}", language, change)


def field_word(field: str, language: Language, kind: str = "") -> str:
    """Return what a field is called, on a kind of record where that differs."""
    common = _word(f"audit-field-{field}", language, field)
    return _word(f"audit-field-{kind}-{field}", language, common)


def is_told(field: str) -> bool:
    """Tell whether a field says something to a person."""
    return field not in _UNTOLD


class Names:
    """The names of records by id, read for many entries at once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._known: dict[tuple[str, str], str] = {}

    def read(self, wanted: Iterable[tuple[str, str]]) -> None:
        """Look up records by kind and id; those that are gone get no name."""
        by_kind: dict[str, list[str]] = {}
        for kind, entity in wanted:
            if kind in _NAMING and (kind, entity) not in self._known:
                by_kind.setdefault(kind, []).append(entity)
        for kind, entities in by_kind.items():
            for start in range(0, len(entities), _AT_ONCE):
                found = _NAMING[kind](self._session, entities[start : start + _AT_ONCE])
                for entity, name in found.items():
                    self._known[kind, entity] = name

    def name(self, kind: str, entity: str) -> str:
        """Return a record's name, "" where it has none any more."""
        return self._known.get((kind, entity), "")


def references(kind: str, entity: str, values: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    """Give the records an entry's words need: itself, and what its values point at."""
    yield kind, entity
    for field, value in values.items():
        if field in _REFERENCES and isinstance(value, str) and value:
            yield _REFERENCES[field], value
        elif field in _LISTED and isinstance(value, list):
            yield from ((_LISTED[field], str(each)) for each in value)


def subject(kind: str, entity: str, values: Mapping[str, Any], names: Names) -> str:
    """Name the record of an entry: by what it is now, else by what the entry says of it."""
    known = names.name(kind, entity)
    if known:
        return known
    for field in ("full_name", "title", "legal_name", "name", "file_name", "word", "subject"):
        if isinstance(values.get(field), str) and values[field]:
            return str(values[field]).replace("\n", "").replace("\u200b", "")
    for field in ("guest_id", "contract_id", "check_in_id", "slate_id"):
        if isinstance(values.get(field), str):
            return names.name(_REFERENCES[field], values[field])
    return ""


class Values:
    """Writes values as words in one language; moments in the event's own zone."""

    def __init__(self, names: Names, zone: ZoneInfo, language: Language) -> None:
        self._names, self._zone, self._language = names, zone, language

    def word(self, kind: str, field: str, value: Any, others: Mapping[str, Any]) -> str:
        """Return a value as people read it; ``others`` are the entry's values of the same side."""
        if value is None or value in ("", []):
            return ""
        mask = _MASKS.get(field)
        if mask is not None and isinstance(value, str):
            return mask(value)
        if field in _REFERENCES:
            gone = say("audit-gone", self._language)
            return self._names.name(_REFERENCES[field], str(value)) or gone
        prefix = _WORDED.get((kind, field))
        if prefix is not None:
            return _word(f"{prefix}-{value}", self._language, str(value))
        if field in {"amount", "declared_amount"} and isinstance(value, int):
            return self._amount(value, others)
        return self._plain(kind, field, value, others)

    def _plain(self, kind: str, field: str, value: Any, others: Mapping[str, Any]) -> str:
        if isinstance(value, bool):
            return say("audit-yes" if value else "audit-no", self._language)
        if isinstance(value, list):
            return "、".join(self._of_list(field, each, others) for each in value)
        if field == "country":
            return reference.country_table().chinese.get(str(value), str(value))
        if field == "photo":
            return str(value)[:8]
        if field == "export" or (kind, field) == ("print_run", "kind"):
            return document_word(str(value), self._language)
        if kind != "contract_text" and field == "field":
            return field_word(str(value), self._language)
        text = str(value)
        return self._moment(text) if _looks_like_moment(text) else text.replace("\u200b", "")

    def _of_list(self, field: str, value: Any, others: Mapping[str, Any]) -> str:
        if field in _LISTED:
            gone = say("audit-gone", self._language)
            return self._names.name(_LISTED[field], str(value)) or gone
        if field == "columns":
            known = field_word(str(value), self._language)
            return _word(f"export-{others.get('export')}-{value}", self._language, known)
        if field == "categories":
            return _word(f"category-{value}", self._language, str(value))
        return str(value)

    def _amount(self, fen: int, others: Mapping[str, Any]) -> str:
        qualifier = str(others.get("qualifier") or "exact")
        known = qualifier in {each.value for each in Qualifier}
        amount = Amount(
            fen,
            str(others.get("currency") or "CNY"),
            Qualifier(qualifier) if known else Qualifier.EXACT,
        )
        if self._language is Language.CHINESE:
            return written(amount)
        return written_foreign(amount)

    def _moment(self, text: str) -> str:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is not None:
            moment = moment.astimezone(self._zone)
        return f"{moment:%Y-%m-%d %H:%M:%S}"


def document_word(what: str, language: Language) -> str:
    """Return what an export or a print is called, by the code records keep."""
    for code in (f"export-sheet-{what}", f"document-{what}"):
        if code in catalogue():
            return say(code, language)
    return what


def read_values(content: str | None) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the old and the new values of an entry; nothing where they were purged."""
    if not content:
        return {}, {}
    values = json.loads(content)
    return values["old"], values["new"]


def _looks_like_moment(text: str) -> bool:
    if len(text) < len("2024-07-11T01:00") or text[4:5] != "-" or text[10:11] != "T":
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _word(code: str, language: Language, otherwise: str) -> str:
    return say(code, language) if code in catalogue() else otherwise


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
}
