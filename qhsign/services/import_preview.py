"""What an import of guests would do, row by row, before anybody decides (导入预览)."""

from collections.abc import Callable
from enum import StrEnum

from qhsign.domain import document
from qhsign.domain.list_sheet import Headings
from qhsign.exchange.xlsx_sheets import column_letters
from qhsign.services.desk import Desk
from qhsign.services.guest_fields import FIELDS
from qhsign.services.guest_import import take_guests
from qhsign.services.import_records import GuestOutcome
from qhsign.services.list_records import (
    ImportPreview,
    ListChoice,
    PreviewRow,
    RowKind,
    Shown,
)

SHOWN_FIELDS = (
    "organization", "title", "phone", "category", "status", "delegation", "activities", "arrival",
    "departure", "latin_name", "gender", "salutation", "rank_level", "country", "document_type",
    "document_number", "seat", "liaison", "lodging", "vehicle", "diet", "vip", "remark",
)  # fmt: skip
"""Fields of a list beside the name, in the order a screen shows them."""
_HELD_MASKS = {
    {"document_kind": "document_type"}.get(field.attribute, field.attribute): field.masked
    for field in FIELDS.values()
    if field.masked
}
_DOCUMENT_WORDS = {"None": ""} | {each.value: word for each, word in document.KIND_WORDS.items()}
_LIST_MASKS = {"phone": document.mask_phone, "document_number": document.mask_document}


def preview_guests(
    desk: Desk,
    choice: ListChoice,
    *,
    replaces: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> ImportPreview:
    """Return what importing a list would do; the event stays as it is.

    ``progress`` is told guests done and guests on the list. Raises as ``import_guests``.
    """
    taken = take_guests(desk, choice, replaces=replaces, dry_run=True, progress=progress)
    rows = sorted((_row(each) for each in taken.outcomes), key=lambda row: row.row)
    return ImportPreview(taken.report, rows, taken.missing, letters_of(taken.headings))


def letters_of(headings: Headings) -> dict[str, str]:
    """Return the letter of the column of each heading, of all tables on the sheet."""
    letters: dict[str, str] = {}
    for part in (headings, *headings.further):
        for column, heading in sorted(part.names.items()):
            letters.setdefault(heading, column_letters(column))
    return letters


def _row(found: GuestOutcome) -> PreviewRow:
    entry = found.entry
    values = {
        name: _of_list(name, value)
        for name in SHOWN_FIELDS
        if (value := getattr(entry, name)) not in (None, "", ())
    }
    changes = {
        name: (_of_event(name, held), _of_list(name, value))
        for name, (held, value) in found.changes.items()
    }
    kind = RowKind(found.outcome)
    if kind is RowKind.NEW and found.like is not None:
        kind = RowKind.SUSPECTED
    return PreviewRow(entry.row, kind, entry.full_name, values, changes, found.like)


def _of_list(name: str, value: object) -> Shown:
    shown = _plain(name, value)
    mask = _LIST_MASKS.get(name)
    return mask(shown) if mask and isinstance(shown, str) else shown


def _of_event(name: str, value: object) -> Shown:
    shown = _plain(name, value)
    mask = _HELD_MASKS.get(name)
    return mask(shown) if mask and shown and isinstance(shown, str) else shown


def _plain(name: str, value: object) -> Shown:
    if name == "document_type":
        return _DOCUMENT_WORDS.get(str(value), str(value))
    if isinstance(value, (bool, StrEnum)):
        return value
    if isinstance(value, tuple):
        return "、".join(value)
    return "" if value is None else str(value)
