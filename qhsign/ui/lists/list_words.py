"""The words for a list's fields and values, in the window's language."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from qhsign.domain.contract import ContractKind, LifeCycle, SigningMode
from qhsign.domain.money import Amount, written, written_foreign
from qhsign.services.list_records import GUESTS, Shown
from qhsign.ui.shared.words import empty_word, vip_word
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
_CONTRACT_FIELDS = {
    "full_name": QT_TRANSLATE_NOOP("ListWords", "Contract"),
    "title": QT_TRANSLATE_NOOP("ListWords", "Contract"),
    "number": QT_TRANSLATE_NOOP("ListWords", "Certificate number"),
    "parties": QT_TRANSLATE_NOOP("ListWords", "Parties"),
    "party_list": QT_TRANSLATE_NOOP("ListWords", "All parties"),
    "amount": QT_TRANSLATE_NOOP("ListWords", "Amount"),
    "amount_unit": QT_TRANSLATE_NOOP("ListWords", "Unit of the amount"),
    "currency": QT_TRANSLATE_NOOP("ListWords", "Currency"),
    "signatories": QT_TRANSLATE_NOOP("ListWords", "Signatories"),
    "signatory": QT_TRANSLATE_NOOP("ListWords", "Signatory"),
    "signatory_list": QT_TRANSLATE_NOOP("ListWords", "All signatories"),
    "signatory_title_list": QT_TRANSLATE_NOOP("ListWords", "Titles of all signatories"),
    "kind": QT_TRANSLATE_NOOP("ListWords", "Kind of agreement"),
    "industry": QT_TRANSLATE_NOOP("ListWords", "Industry"),
    "region": QT_TRANSLATE_NOOP("ListWords", "Region"),
    "mode": QT_TRANSLATE_NOOP("ListWords", "Way of signing"),
    "status": QT_TRANSLATE_NOOP("ListWords", "Stage"),
    "slate": QT_TRANSLATE_NOOP("ListWords", "Slate"),
    "batch": QT_TRANSLATE_NOOP("ListWords", "Batch"),
    "witness": QT_TRANSLATE_NOOP("ListWords", "Witness"),
    "remark": QT_TRANSLATE_NOOP("ListWords", "Remark"),
    "serial": QT_TRANSLATE_NOOP("ListWords", "Serial number"),
}
_SIDED = {
    "party": QT_TRANSLATE_NOOP("ListWords", "Party {side}"),
    "signatory": QT_TRANSLATE_NOOP("ListWords", "Signatory of {side}"),
    "signatory_title": QT_TRANSLATE_NOOP("ListWords", "Title of {side}'s signatory"),
}
_SIDES = QT_TRANSLATE_NOOP("ListWords", "ABCDEFGH")
_LETTERS = "abcdefgh"
_CONTRACT_WORDS = {
    ContractKind: "contract-kind",
    SigningMode: "contract-mode",
    LifeCycle: "contract-status",
}


def field_word(field: str, kind: str = GUESTS) -> str:
    """Return what a field of such a list is called; KeyError for a field nobody named."""
    if kind == GUESTS:
        return _word(_FIELDS[field])
    if field in _CONTRACT_FIELDS:
        return _word(_CONTRACT_FIELDS[field])
    base, _, letter = field.rpartition("_")
    return _word(_SIDED[base]).format(side=_word(_SIDES)[_LETTERS.index(letter)])


def fields_in_order(fields: "tuple[str, ...] | list[str]", kind: str = GUESTS) -> list[str]:
    """Return fields in the order people think of them."""
    if kind == GUESTS:
        return [field for field in _FIELDS if field in fields]
    sided = [f"{base}_{letter}" for letter in _LETTERS for base in _SIDED]
    order = [*_CONTRACT_FIELDS][:4] + sided + [*_CONTRACT_FIELDS][4:]
    return [field for field in order if field in fields]


def value_word(field: str, value: Shown, language: Language) -> str:
    """Return a value as people read it; 空 for an empty one."""
    if isinstance(value, Amount):
        return written(value) if language is Language.CHINESE else written_foreign(value)
    if isinstance(value, StrEnum):
        return say(f"{_CONTRACT_WORDS.get(type(value), field)}-{value}", language)
    if isinstance(value, bool):
        return vip_word() if value else empty_word()
    return value or empty_word()


def _word(source: str) -> str:
    return QCoreApplication.translate("ListWords", source)
