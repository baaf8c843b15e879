"""What a list lacks that the list before held, as rows of the preview."""

from collections.abc import Sequence

from qhsign.services.import_records import MissingContract, MissingGuest
from qhsign.services.list_records import CONTRACTS, ImportPreview, PreviewRow, RowKind, Shown


def missing_rows(preview: ImportPreview) -> Sequence[PreviewRow]:
    """Return the missing guests or contracts; in place of the file's row stands their number."""
    if preview.kind == CONTRACTS:
        return [_contract(each) for each in preview.missing_contracts]
    return [_guest(each) for each in preview.missing]


def _guest(missing: MissingGuest) -> PreviewRow:
    values: dict[str, Shown] = {
        "organization": missing.organization,
        "title": missing.title,
        "status": missing.status,
    }
    return PreviewRow(missing.number, RowKind.UNCHANGED, missing.full_name, values, {})


def _contract(missing: MissingContract) -> PreviewRow:
    named = [f"{each.side}方：{each.organization}" for each in missing.parties]
    values: dict[str, Shown] = {"parties": "；".join(named)}
    if missing.amount is not None:
        values["amount"] = missing.amount
    title = missing.title.replace("\n", "").replace("\u200b", "")
    return PreviewRow(missing.number, RowKind.UNCHANGED, title, values, {})
