"""What an import of contracts would do, row by row, before anybody decides (导入预览)."""

from collections.abc import Callable, Sequence

from qhsign.domain.amount import Amount
from qhsign.domain.contract_entry import ContractEntry, PartyEntry
from qhsign.services.contract_import import take_contracts
from qhsign.services.desk import Desk
from qhsign.services.import_preview import letters_of
from qhsign.services.import_records import ContractOutcome
from qhsign.services.list_records import (
    CONTRACTS,
    ImportPreview,
    ListChoice,
    PreviewRow,
    RowKind,
    Shown,
)

_PLAIN = ("amount", "kind", "industry", "region", "batch", "mode", "status", "slate", "number",
          "remark")  # fmt: skip


def preview_contracts(
    desk: Desk,
    choice: ListChoice,
    *,
    replaces: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> ImportPreview:
    """Return what importing a list would do; the event stays as it is.

    ``progress`` is told contracts done and contracts on the list. Raises as ``take_contracts``.
    """
    taken = take_contracts(desk, choice, replaces=replaces, dry_run=True, progress=progress)
    rows = sorted((_row(each) for each in taken.outcomes), key=lambda row: row.row)
    letters = letters_of(taken.headings)
    return ImportPreview(taken.report, rows, (), letters, CONTRACTS, taken.missing)


def parties_in_words(parties: Sequence[PartyEntry]) -> str:
    """Return the sides with their organizations: 甲方：西宁市；乙方：某公司."""
    return "；".join(f"{each.side}方：{each.organization}" for each in parties if each.organization)


def signatories_in_words(parties: Sequence[PartyEntry]) -> str:
    """Return who signs."""
    return "、".join(each.signatory for each in parties if each.signatory)


def _row(found: ContractOutcome) -> PreviewRow:
    entry = found.entry
    changes: dict[str, tuple[Shown, Shown]] = {}
    for name, (held, value) in found.changes.items():
        changes |= _change(name, held, value)
    kind = RowKind(found.outcome)
    if kind is RowKind.NEW and found.like is not None:
        kind = RowKind.SUSPECTED
    return PreviewRow(entry.row, kind, _flat(entry.title), _values(entry), changes, found.like)


def _values(entry: ContractEntry) -> dict[str, Shown]:
    values: dict[str, Shown] = {}
    for name in _PLAIN:
        value = getattr(entry, name)
        if value not in (None, ""):
            values[name] = value
    values["parties"] = parties_in_words(entry.parties)
    values["signatories"] = signatories_in_words(entry.parties)
    return {name: value for name, value in values.items() if value != ""}


def _change(name: str, held: object, value: object) -> dict[str, tuple[Shown, Shown]]:
    """Return a change by the fields a screen shows: parties are shown as two of them."""
    if name == "parties" and isinstance(held, tuple) and isinstance(value, tuple):
        merged = _merged(held, value)
        both = {
            "parties": (parties_in_words(held), parties_in_words(merged)),
            "signatories": (signatories_in_words(held), signatories_in_words(merged)),
        }
        return {field: (old, new) for field, (old, new) in both.items() if old != new}
    return {name: (_shown(held), _shown(value))}


def _merged(held: Sequence[PartyEntry], given: Sequence[PartyEntry]) -> list[PartyEntry]:
    """Return the sides as they will be: what a list leaves empty stays."""
    known = {each.side: each for each in held}
    for each in given:
        before = known.get(each.side, each)
        known[each.side] = PartyEntry(
            each.side,
            each.organization or before.organization,
            each.signatory or before.signatory,
            each.signatory_title or before.signatory_title,
        )
    return list(known.values())


def _shown(value: object) -> Shown:
    if value is None:
        return ""
    if isinstance(value, Amount | bool | str):
        return _flat(value) if type(value) is str else value
    return str(value)


def _flat(text: str) -> str:
    return text.replace("\n", "").replace("\u200b", "")
