"""The words of the side panel: fields, values of closed lists, what was done, moments."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from qhsign.services.guest_detail_records import YES, FieldChange, HistoryLine
from qhsign.ui.shared.words import empty_word, vip_word
from qhsign.ui.translation import QT_TRANSLATE_NOOP
from qhsign.wording import Language, say

MASKED = ("phone", "document_number", "arrival", "departure", "lodging", "vehicle")
"""Fields shown in full only to who says what for."""
_FIELDS = {
    "full_name": QT_TRANSLATE_NOOP("GuestWords", "Name"),
    "latin_name": QT_TRANSLATE_NOOP("GuestWords", "Latin name"),
    "reading": QT_TRANSLATE_NOOP("GuestWords", "Reading"),
    "stroke_stand_in": QT_TRANSLATE_NOOP("GuestWords", "Lent strokes"),
    "gender": QT_TRANSLATE_NOOP("GuestWords", "Sex"),
    "salutation": QT_TRANSLATE_NOOP("GuestWords", "Address as"),
    "organization": QT_TRANSLATE_NOOP("GuestWords", "Organization"),
    "delegation": QT_TRANSLATE_NOOP("GuestWords", "Delegation"),
    "title": QT_TRANSLATE_NOOP("GuestWords", "Title"),
    "title_en": QT_TRANSLATE_NOOP("GuestWords", "Title in English"),
    "category": QT_TRANSLATE_NOOP("GuestWords", "Category"),
    "vip": QT_TRANSLATE_NOOP("GuestWords", "VIP"),
    "status": QT_TRANSLATE_NOOP("GuestWords", "Invitation"),
    "vetting": QT_TRANSLATE_NOOP("GuestWords", "Vetting"),
    "country": QT_TRANSLATE_NOOP("GuestWords", "Country"),
    "rank": QT_TRANSLATE_NOOP("GuestWords", "Rank on the list"),
    "rank_level": QT_TRANSLATE_NOOP("GuestWords", "Rank level"),
    "rank_seq": QT_TRANSLATE_NOOP("GuestWords", "Place in the rank"),
    "credentials_date": QT_TRANSLATE_NOOP("GuestWords", "Credentials"),
    "arranged": QT_TRANSLATE_NOOP("GuestWords", "Arranged place"),
    "phone": QT_TRANSLATE_NOOP("GuestWords", "Phone"),
    "document_kind": QT_TRANSLATE_NOOP("GuestWords", "Document"),
    "document_number": QT_TRANSLATE_NOOP("GuestWords", "Document no."),
    "arrival": QT_TRANSLATE_NOOP("GuestWords", "Arrival"),
    "departure": QT_TRANSLATE_NOOP("GuestWords", "Departure"),
    "lodging": QT_TRANSLATE_NOOP("GuestWords", "Lodging"),
    "vehicle": QT_TRANSLATE_NOOP("GuestWords", "Vehicle"),
    "seat": QT_TRANSLATE_NOOP("GuestWords", "Seat"),
    "liaison": QT_TRANSLATE_NOOP("GuestWords", "Liaison"),
    "diet": QT_TRANSLATE_NOOP("GuestWords", "Diet"),
    "remark": QT_TRANSLATE_NOOP("GuestWords", "Remark"),
    "activities": QT_TRANSLATE_NOOP("GuestWords", "Activities"),
    "photo": QT_TRANSLATE_NOOP("GuestWords", "Photo"),
}
_ACTIONS = {
    "demo": QT_TRANSLATE_NOOP("GuestWords", "Demonstration data"),
    "guest add": QT_TRANSLATE_NOOP("GuestWords", "Added by hand"),
    "guest reveal": QT_TRANSLATE_NOOP("GuestWords", "For: {note}"),
    "import guests": QT_TRANSLATE_NOOP("GuestWords", "Import {note}, row {row}"),
    "import photos": QT_TRANSLATE_NOOP("GuestWords", "Photos from {note}"),
    "undo": QT_TRANSLATE_NOOP("GuestWords", "Undone"),
    "undo import": QT_TRANSLATE_NOOP("GuestWords", "Import undone"),
    "walk-in": QT_TRANSLATE_NOOP("GuestWords", "At the door"),
}
_CLOSED = {"category", "status", "vetting", "gender"}
_DOCUMENTS = {
    "identity-card": QT_TRANSLATE_NOOP("GuestWords", "Identity card"),
    "old-identity-card": QT_TRANSLATE_NOOP("GuestWords", "Identity card of 15 digits"),
    "hong-kong-macao-permit": QT_TRANSLATE_NOOP("GuestWords", "Hong Kong or Macao permit"),
    "taiwan-permit": QT_TRANSLATE_NOOP("GuestWords", "Taiwan permit"),
    "passport": QT_TRANSLATE_NOOP("GuestWords", "Passport"),
}


def field_word(field: str) -> str:
    """Return what a field is called; a field nobody named stands as it is."""
    source = _FIELDS.get(field)
    return _word(source) if source else field


def value_word(field: str, text: str, language: Language) -> str:
    """Return a value as people read it; "" for an empty one."""
    if not text:
        return ""
    if field == "vip":
        return vip_word() if text == YES else ""
    if field in _CLOSED:
        return say(f"{field}-{text}", language)
    if field == "document_kind" and text in _DOCUMENTS:
        return _word(_DOCUMENTS[text])
    return text


def typed_value(field: str, text: str) -> str:
    """Return what was typed as the field takes it: a kind of document by its code."""
    if field == "document_kind":
        return next((code for code, word in _DOCUMENTS.items() if _word(word) == text), text)
    return text


def change_words(change: FieldChange, language: Language) -> str:
    """Say one change: 职务：总监 → 副总裁."""
    field = change.field
    if field == "joined_into":
        if change.new:
            return _word(QT_TRANSLATE_NOOP("GuestWords", "Joined with {guest}")).format(
                guest=change.new
            )
        return _word(QT_TRANSLATE_NOOP("GuestWords", "Parted from {guest}")).format(
            guest=change.old
        )
    name = field_word(field)
    if field == "photo":
        source = (
            QT_TRANSLATE_NOOP("GuestWords", "Photo changed")
            if change.old and change.new
            else QT_TRANSLATE_NOOP("GuestWords", "Photo added")
            if change.new
            else QT_TRANSLATE_NOOP("GuestWords", "Photo taken away")
        )
        return _word(source)
    if not change.old and not change.new:
        return _word(QT_TRANSLATE_NOOP("GuestWords", "{field} seen in full")).format(field=name)
    old, new = (
        value_word(field, text, language) or empty_word() for text in (change.old, change.new)
    )
    return _word(QT_TRANSLATE_NOOP("GuestWords", "{field}: {old} → {new}")).format(
        field=name, old=old, new=new
    )


def done_words(line: HistoryLine) -> str:
    """Say how an operation came about and who did it: 导入，第37行，周敏."""
    source = _ACTIONS.get(line.action, "")
    how = _word(source).format(note=line.note, row=line.row) if source else line.note
    parts = (how, line.operator, line.desk)
    return _word(QT_TRANSLATE_NOOP("GuestWords", ", ")).join(filter(None, parts))


def day_word(moment: datetime) -> str:
    """Say a day: 今天, 7月10日, with the year where it is another."""
    now = datetime.now(moment.tzinfo)
    if moment.date() == now.date():
        return _word(QT_TRANSLATE_NOOP("GuestWords", "Today"))
    source = QT_TRANSLATE_NOOP("GuestWords", "{month}/{day}")
    if moment.year != now.year:
        source = QT_TRANSLATE_NOOP("GuestWords", "{month}/{day}/{year}")
    return _word(source).format(year=moment.year, month=moment.month, day=moment.day)


def moment_word(moment: datetime) -> str:
    """Say a day and the time of day."""
    return f"{day_word(moment)} {moment:%H:%M}"


def _word(source: str) -> str:
    return QCoreApplication.translate("GuestWords", source)
