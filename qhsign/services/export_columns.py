"""Which columns each export may have, what they are called, and which are sensitive."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from qhsign.exchange.roster import ColumnKind, Value


@dataclass(frozen=True, slots=True)
class ExportColumn:
    """One column: its width in characters, how it is written, and whether it is sensitive.

    ``value`` takes it from a row of that export. ``usual`` columns are written when none are
    named; a sensitive one is written only when named, with a purpose.
    """

    value: Callable[[Any], Value]
    width: float = 12
    kind: ColumnKind = ColumnKind.TEXT
    usual: bool = True
    sensitive: bool = False


def _of(attribute: str) -> Callable[[Any], Value]:
    def value(row: Any) -> Value:
        found: Value = getattr(row, attribute)
        return found

    return value


GUEST_COLUMNS: Mapping[str, ExportColumn] = {
    "number": ExportColumn(_of("number"), 9),
    "full_name": ExportColumn(_of("full_name"), 16),
    "gender": ExportColumn(_of("gender"), 6),
    "organization": ExportColumn(_of("organization"), 36),
    "title": ExportColumn(_of("title"), 22),
    "category": ExportColumn(_of("category"), 10),
    "delegation": ExportColumn(_of("delegation"), 18),
    "status": ExportColumn(_of("status"), 9),
    "remark": ExportColumn(_of("remark"), 18),
    "latin_name": ExportColumn(_of("latin_name"), 20, usual=False),
    "pinyin": ExportColumn(_of("pinyin"), 20, usual=False),
    "salutation": ExportColumn(_of("salutation"), 8, usual=False),
    "country": ExportColumn(_of("country"), 10, usual=False),
    "rank": ExportColumn(_of("rank"), 10, usual=False),
    "vip": ExportColumn(_of("vip"), 7, usual=False),
    "vetting": ExportColumn(_of("vetting"), 9, usual=False),
    "seat": ExportColumn(_of("seat"), 12, usual=False),
    "liaison": ExportColumn(_of("liaison"), 12, usual=False),
    "diet": ExportColumn(_of("diet"), 10, usual=False),
    "phone": ExportColumn(_of("phone"), 16, usual=False, sensitive=True),
    "document_kind": ExportColumn(_of("document_kind"), 14, usual=False, sensitive=True),
    "document_number": ExportColumn(_of("document_number"), 22, usual=False, sensitive=True),
    "arrival": ExportColumn(_of("arrival"), 18, usual=False, sensitive=True),
    "departure": ExportColumn(_of("departure"), 18, usual=False, sensitive=True),
    "lodging": ExportColumn(_of("lodging"), 18, usual=False, sensitive=True),
    "vehicle": ExportColumn(_of("vehicle"), 12, usual=False, sensitive=True),
}

CONTRACT_COLUMNS: Mapping[str, ExportColumn] = {
    "number": ExportColumn(_of("number"), 8),
    "title": ExportColumn(_of("title"), 44),
    "kind": ExportColumn(_of("kind"), 18),
    "parties": ExportColumn(_of("parties"), 44),
    "signatories": ExportColumn(_of("signatories"), 20),
    "amount": ExportColumn(_of("amount"), 14, kind=ColumnKind.NUMBER),
    "industry": ExportColumn(_of("industry"), 12),
    "batch": ExportColumn(_of("batch"), 10),
    "certificate": ExportColumn(_of("certificate"), 16),
    "currency": ExportColumn(_of("currency"), 8, usual=False),
    "region": ExportColumn(_of("region"), 12, usual=False),
    "mode": ExportColumn(_of("mode"), 10, usual=False),
    "status": ExportColumn(_of("status"), 10, usual=False),
    "slates": ExportColumn(_of("slates"), 24, usual=False),
    "approved_by": ExportColumn(_of("approved_by"), 12, usual=False),
    "agreed_on": ExportColumn(_of("agreed_on"), 12, kind=ColumnKind.DATE, usual=False),
    "agreed_by": ExportColumn(_of("agreed_by"), 12, usual=False),
    "signed_on": ExportColumn(_of("signed_on"), 12, kind=ColumnKind.DATE, usual=False),
    "funds": ExportColumn(_of("funds"), 14, kind=ColumnKind.NUMBER, usual=False),
    "funding_rate": ExportColumn(_of("funding_rate"), 12, usual=False),
}

CHECK_IN_COLUMNS: Mapping[str, ExportColumn] = {
    "at": ExportColumn(_of("at"), 20),
    "activity": ExportColumn(_of("activity"), 26),
    "desk": ExportColumn(_of("desk"), 14),
    "number": ExportColumn(_of("number"), 9),
    "full_name": ExportColumn(_of("full_name"), 16),
    "organization": ExportColumn(_of("organization"), 36),
    "category": ExportColumn(_of("category"), 10),
    "direction": ExportColumn(_of("direction"), 7),
    "verdict": ExportColumn(_of("verdict"), 14),
    "note": ExportColumn(_of("note"), 24),
    "tag": ExportColumn(_of("tag"), 9, usual=False),
    "scan": ExportColumn(_of("scan"), 34, usual=False),
}

ATTENDANCE_COLUMNS: Mapping[str, ExportColumn] = {
    "number": ExportColumn(_of("number"), 9),
    "full_name": ExportColumn(_of("full_name"), 16),
    "organization": ExportColumn(_of("organization"), 36),
    "title": ExportColumn(_of("title"), 22),
    "category": ExportColumn(_of("category"), 10),
    "delegation": ExportColumn(_of("delegation"), 18),
    "state": ExportColumn(_of("state"), 9),
    "at": ExportColumn(_of("at"), 18),
    "desk": ExportColumn(_of("desk"), 14),
    "vip": ExportColumn(_of("vip"), 7, usual=False),
    "seat": ExportColumn(_of("seat"), 12, usual=False),
    "liaison": ExportColumn(_of("liaison"), 12, usual=False),
    "expected": ExportColumn(_of("expected"), 10, usual=False),
    "phone": ExportColumn(_of("phone"), 16, usual=False, sensitive=True),
}

SEATING_COLUMNS: Mapping[str, ExportColumn] = {
    "seat": ExportColumn(_of("seat"), 14),
    "full_name": ExportColumn(_of("full_name"), 16),
    "organization": ExportColumn(_of("organization"), 40),
    "title": ExportColumn(_of("title"), 26),
    "category": ExportColumn(_of("category"), 10),
    "number": ExportColumn(_of("number"), 9, usual=False),
    "latin_name": ExportColumn(_of("latin_name"), 20, usual=False),
    "salutation": ExportColumn(_of("salutation"), 8, usual=False),
    "delegation": ExportColumn(_of("delegation"), 18, usual=False),
    "vip": ExportColumn(_of("vip"), 7, usual=False),
    "liaison": ExportColumn(_of("liaison"), 12, usual=False),
    "diet": ExportColumn(_of("diet"), 10, usual=False),
    "phone": ExportColumn(_of("phone"), 16, usual=False, sensitive=True),
}
