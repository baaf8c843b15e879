"""The words of the audit trail: actions, records, fields and values as people read them."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from qhsign.domain.amount_writing import written, written_foreign
from qhsign.domain.money import Amount, Qualifier
from qhsign.services import reference
from qhsign.services.audit_names import Names, is_id
from qhsign.services.guest_fields import SHOWN_MASKED
from qhsign.wording import Language, catalogue, say

_UNTOLD = frozenset(
    {
        "token", "code", "nonce", "fingerprint", "operation", "key", "message", "id", "undone",
        "invited", "uninvited", "after", "held_step",
    }
)  # fmt: skip
"""What a person cannot read, or what would let somebody in."""
_AT_ONCE = 500
_REFERENCES: Mapping[str, str] = {
    "guest_id": "guest", "signatory_id": "guest", "activity_id": "activity",
    "contract_id": "contract", "delegation_id": "delegation", "organization_id": "organization",
    "batch_id": "batch", "slate_id": "slate", "badge_id": "badge", "replaced_by": "badge",
    "check_in_id": "check_in", "joined_into": "guest", "plan_id": "stage_plan",
    "party_id": "party", "ceremony_id": "ceremony", "substitute_id": "guest",
}  # fmt: skip
_REFERENCES_OF: Mapping[tuple[str, str], str] = {
    ("presidium", "subject"): "occasion", ("stage_approval", "subject"): "occasion",
    ("stage_place", "person"): "guest", ("remote_check_in", "person"): "guest",
    ("substitution", "replaced"): "guest",
}  # fmt: skip
"""Fields that hold the id of a record on these kinds only; of a person, the mere name where the
person is no guest."""
_LISTED: Mapping[str, str] = {"people": "guest"}
"""Fields that hold the ids of several records, and of which kind."""
_OWNERS: Mapping[str, tuple[str, ...]] = {
    "presidium": ("subject",), "stage_approval": ("subject",), "stage_plan": ("batch_id",),
    "stage_place": ("plan_id",), "substitution": ("party_id",), "remote_check_in": ("party_id",),
    "ceremony_step": ("ceremony_id",),
}  # fmt: skip
"""What a record is named by that is gone itself."""
_WORDED: Mapping[tuple[str, str], str] = {
    ("guest", "category"): "category", ("badge", "category"): "category",
    ("category_look", "category"): "category", ("guest", "invitation"): "status",
    ("guest", "vetting"): "vetting", ("guest", "gender"): "gender",
    ("contract", "kind"): "contract-kind", ("contract", "status"): "contract-status",
    ("contract", "mode"): "contract-mode", ("contract_step", "left"): "contract-status",
    ("contract_step", "reached"): "contract-status", ("check_in", "verdict"): "verdict",
    ("badge", "status"): "audit-state", ("certificate", "state"): "audit-state",
    ("print_run", "outcome"): "audit-state", ("event", "guest_order"): "order",
    ("activity", "reentry"): "audit-reentry", ("activity", "tags"): "audit-tags",
    ("batch", "state"): "batch-state", ("operator", "role"): "role",
    ("ceremony", "screen"): "audit-screen", ("stage_plan", "viewpoint"): "audit-viewpoint",
    ("contract", "qualifier"): "audit-qualifier", ("contract", "language"): "audit-language",
    ("contract_text", "language"): "audit-language", ("list_import", "kind"): "audit-import",
    ("guest", "document_kind"): "audit-document", ("text_check", "step"): "text-step",
    ("event", "gap_policy"): "audit-gap", ("event", "even_presidium"): "audit-even",
    ("presidium", "even"): "audit-even", ("print_run", "layout"): "audit-viewpoint",
    ("stage_approval", "step"): "sign-off", ("stage_approval", "paper"): "document",
    ("target", "measure"): "target-measure", ("target", "grouping"): "audit-grouping",
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


def references(kind: str, entity: str, values: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    """Give the records an entry's words need: itself, and what its values point at."""
    yield kind, entity
    for field, value in values.items():
        named = _refers(kind, field)
        if named and isinstance(value, str) and value:
            yield named, value
        elif field in _LISTED and isinstance(value, list):
            yield from ((_LISTED[field], str(each)) for each in value)


def subject(kind: str, entity: str, values: Mapping[str, Any], names: Names) -> str:
    """Name the record of an entry: by what it is now, else by what the entry says of it."""
    known = names.name(kind, entity)
    if known:
        return known
    for field in ("full_name", "title", "legal_name", "name", "file_name", "word", "subject"):
        if isinstance(values.get(field), str) and values[field] and not _refers(kind, field):
            return str(values[field]).replace("\n", "").replace("\u200b", "")
    for field in ("guest_id", "contract_id", "check_in_id", "slate_id", *_OWNERS.get(kind, ())):
        if isinstance(values.get(field), str):
            return names.name(_refers(kind, field), values[field])
    return ""


def _refers(kind: str, field: str) -> str:
    """Return of which kind the record is whose id a field holds, "" where it holds none."""
    return _REFERENCES.get(field) or _REFERENCES_OF.get((kind, field), "")


class Values:
    """Writes values as words in one language; moments in the event's own zone."""

    def __init__(self, names: Names, zone: ZoneInfo, language: Language) -> None:
        self._names, self._zone, self._language = names, zone, language

    def word(self, kind: str, field: str, value: Any, others: Mapping[str, Any]) -> str:
        """Return a value as people read it; ``others`` are the entry's values of the same side."""
        if value is None or value in ("", []):
            return ""
        mask = SHOWN_MASKED.get(field)
        if mask is not None and isinstance(value, str):
            return mask(value)
        named = _refers(kind, field)
        if named:
            return self._names.name(named, str(value)) or self._gone(str(value))
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
        if field == "field":
            of = "contract" if kind == "contract_text" else ""
            return field_word(str(value), self._language, of)
        text = str(value)
        return self._moment(text) if _looks_like_moment(text) else text.replace("\u200b", "")

    def _of_list(self, field: str, value: Any, others: Mapping[str, Any]) -> str:
        if field in _LISTED:
            return self._names.name(_LISTED[field], str(value)) or self._gone(str(value))
        if isinstance(value, dict):
            # A line of a change slip: what is to print again, and whose it is.
            return f"{document_word(str(value.get('print')), self._language)} {value.get('of')}"
        if field == "columns":
            known = field_word(str(value), self._language)
            return _word(f"export-{others.get('export')}-{value}", self._language, known)
        if field == "categories":
            return _word(f"category-{value}", self._language, str(value))
        return str(value)

    def _gone(self, value: str) -> str:
        """Return what is said in place of a name: a person who is no guest stands as a name."""
        return say("audit-gone", self._language) if is_id(value) else value

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
