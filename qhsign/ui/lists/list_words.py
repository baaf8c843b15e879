"""The words for a list's fields and values, in the window's language."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from qhsign.services.list_records import Shown
from qhsign.ui.shared.words import vip_word
from qhsign.ui.translation import QT_TRANSLATE_NOOP
from qhsign.wording import Language, say

_FIELDS = {
    "full_name": QT_TRANSLATE_NOOP("ListWords", "Name"),
    "latin_name": QT_TRANSLATE_NOOP("ListWords", "Latin name"),
    "family_name": QT_TRANSLATE_NOOP("ListWords", "Family name"),
    "given_name": QT_TRANSLATE_NOOP("ListWords", "Given name"),
    "gender": QT_TRANSLATE_NOOP("ListWords", "Sex"),
    "salutation": QT_TRANSLATE_NOOP("ListWords", "Form of address"),
    "organization": QT_TRANSLATE_NOOP("ListWords", "Organization"),
    "title": QT_TRANSLATE_NOOP("ListWords", "Title"),
    "organization_and_title": QT_TRANSLATE_NOOP("ListWords", "Organization and title"),
    "post_and_name": QT_TRANSLATE_NOOP("ListWords", "Title and name"),
    "rank_level": QT_TRANSLATE_NOOP("ListWords", "Rank"),
    "category": QT_TRANSLATE_NOOP("ListWords", "Category"),
    "status": QT_TRANSLATE_NOOP("ListWords", "Invitation"),
    "vip": QT_TRANSLATE_NOOP("ListWords", "VIP"),
    "delegation": QT_TRANSLATE_NOOP("ListWords", "Delegation"),
    "count": QT_TRANSLATE_NOOP("ListWords", "Number of people"),
    "country": QT_TRANSLATE_NOOP("ListWords", "Country"),
    "phone": QT_TRANSLATE_NOOP("ListWords", "Phone"),
    "document_type": QT_TRANSLATE_NOOP("ListWords", "Document"),
    "document_number": QT_TRANSLATE_NOOP("ListWords", "Document number"),
    "activities": QT_TRANSLATE_NOOP("ListWords", "Activities"),
    "arrival": QT_TRANSLATE_NOOP("ListWords", "Arrival"),
    "departure": QT_TRANSLATE_NOOP("ListWords", "Departure"),
    "lodging": QT_TRANSLATE_NOOP("ListWords", "Lodging"),
    "vehicle": QT_TRANSLATE_NOOP("ListWords", "Vehicle"),
    "seat": QT_TRANSLATE_NOOP("ListWords", "Seat"),
    "liaison": QT_TRANSLATE_NOOP("ListWords", "Liaison"),
    "diet": QT_TRANSLATE_NOOP("ListWords", "Diet"),
    "remark": QT_TRANSLATE_NOOP("ListWords", "Remark"),
    "serial": QT_TRANSLATE_NOOP("ListWords", "Serial number"),
}


def field_word(field: str) -> str:
    """Return what a field is called; KeyError for a field nobody named."""
    return QCoreApplication.translate("ListWords", _FIELDS[field])


def fields_in_order(fields: "tuple[str, ...] | list[str]") -> list[str]:
    """Return fields in the order people think of them."""
    return [field for field in _FIELDS if field in fields]


def value_word(field: str, value: Shown, language: Language) -> str:
    """Return a value as people read it; 空 for an empty one."""
    if isinstance(value, StrEnum):
        return say(f"{field}-{value}", language)
    if isinstance(value, bool):
        return vip_word() if value else empty_word()
    return value or empty_word()


def empty_word() -> str:
    """Return the word for a field that holds nothing."""
    return QCoreApplication.translate("ListWords", "empty")
