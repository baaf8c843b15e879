"""The words for what is printed, for layouts and for groups, in the window's language."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from qhsign.services.guest_records import GuestRow
from qhsign.services.print_records import LayoutChoice, PaperStanding, Printable, StackPiece
from qhsign.ui.translation import QT_TRANSLATE_NOOP

_WHAT = {
    Printable.BADGES: QT_TRANSLATE_NOOP("Printing", "Badges"),
    Printable.PLACE_CARDS: QT_TRANSLATE_NOOP("Printing", "Place cards"),
    Printable.CERTIFICATES: QT_TRANSLATE_NOOP("Printing", "Certificates"),
    Printable.SIGN_IN_SHEET: QT_TRANSLATE_NOOP("Printing", "Sign-in sheet"),
    Printable.BADGE_COLLECTION: QT_TRANSLATE_NOOP("Printing", "Badge collection"),
    Printable.ADDRESS_LIST: QT_TRANSLATE_NOOP("Printing", "Address list"),
    Printable.CONTRACT_LIST: QT_TRANSLATE_NOOP("Printing", "Contract list"),
    Printable.STATISTICS_BRIEF: QT_TRANSLATE_NOOP("Printing", "Statistics brief"),
    Printable.STAGE_PLAN: QT_TRANSLATE_NOOP("Printing", "Plan of the stage"),
    Printable.CALL_LIST: QT_TRANSLATE_NOOP("Printing", "Call list"),
    Printable.RUN_OF_SHOW: QT_TRANSLATE_NOOP("Printing", "Run of show"),
    Printable.FLOOR_MARKS: QT_TRANSLATE_NOOP("Printing", "Floor marks"),
    Printable.CHANGE_SLIP: QT_TRANSLATE_NOOP("Printing", "Change slip"),
}
_TRAITS = {
    "photo": QT_TRANSLATE_NOOP("Printing", "with photo"),
    "bilingual": QT_TRANSLATE_NOOP("Printing", "two languages"),
    "name": QT_TRANSLATE_NOOP("Printing", "name alone"),
    "title": QT_TRANSLATE_NOOP("Printing", "organization and title"),
    "roll": QT_TRANSLATE_NOOP("Printing", "for a roll printer"),
    "folded": QT_TRANSLATE_NOOP("Printing", "folded"),
    "sheet": QT_TRANSLATE_NOOP("Printing", "several on A4"),
    "own": QT_TRANSLATE_NOOP("Printing", "own file"),
}
_GROUPS = {
    "": QT_TRANSLATE_NOOP("Printing", "One stack"),
    "delegation": QT_TRANSLATE_NOOP("Printing", "By delegation"),
    "liaison": QT_TRANSLATE_NOOP("Printing", "By liaison"),
    "organization": QT_TRANSLATE_NOOP("Printing", "By organization"),
}
_STANDINGS = {
    "": QT_TRANSLATE_NOOP("Printing", "{of}: not signed off"),
    "entered": QT_TRANSLATE_NOOP("Printing", "{of}: entered by {name}, not approved"),
    "checked": QT_TRANSLATE_NOOP("Printing", "{of}: checked by {name}, not approved"),
    "approved": QT_TRANSLATE_NOOP("Printing", "{of}: approved by {name}"),
}
_LAPSED = QT_TRANSLATE_NOOP("Printing", "{of}: signed off once, but changed since")
_SPECIMEN = QT_TRANSLATE_NOOP("Printing", "Specimen: not approved yet")
_MORE = QT_TRANSLATE_NOOP("Printing", "and {count} more")
_MOST_STANDINGS = 3
_SIZE = QT_TRANSLATE_NOOP("Printing", "{wide}×{high} mm")
_AND = QT_TRANSLATE_NOOP("Printing", ", ")
_SIZES = {(297.0, 210.0): "A4", (420.0, 297.0): "A3", (105.0, 148.0): "A6", (86.0, 54.0): "CR80"}


def what_word(what: Printable) -> str:
    """Return what something printed is called (证件)."""
    return _word(_WHAT[what])


def group_word(group: str) -> str:
    """Return how pieces are laid together (按代表团)."""
    return _word(_GROUPS[group])


def standing_words(standings: Sequence[PaperStanding]) -> str:
    """Say how far papers have come, a line for each of the first few."""
    lines = [
        _word(_LAPSED if each.lapsed and not each.step else _STANDINGS[each.step]).format(
            of=each.of, name=each.by
        )
        for each in standings[:_MOST_STANDINGS]
    ]
    more = len(standings) - len(lines)
    return "\n".join([*lines, _word(_MORE).format(count=more)] if more else lines)


def specimen_word(standings: Sequence[PaperStanding]) -> str:
    """Return the mark of papers that nobody has approved as they are, "" where all are."""
    return _word(_SPECIMEN) if any(each.step != "approved" for each in standings) else ""


def layout_words(layout: LayoutChoice) -> str:
    """Return a name a person knows a layout by: its size, then what it has."""
    wide, high = layout.size
    size = _word(_SIZE).format(wide=f"{wide:g}", high=f"{high:g}")
    paper = _SIZES.get(layout.size)
    traits = [_word(_TRAITS[trait]) for trait in layout.traits if trait in _TRAITS]
    if "own" in layout.traits:
        stem = layout.name.replace("\\", "/").rsplit("/", 1)[-1].removesuffix(".json")
        return _joined(stem, size, *traits)
    return _joined(f"{paper} {size}" if paper else size, *traits)


def guest_piece(guest: GuestRow) -> StackPiece:
    """Return a guest as a piece of a stack, with the organization beside the name."""
    return StackPiece(guest.number, guest.label, guest.full_name, guest.organization)


def piece_words(piece: StackPiece) -> str:
    """Return whose a piece is: name, number, and what stands beside it."""
    return "  ".join(part for part in (piece.name, piece.label, piece.detail) if part)


def _joined(*parts: str) -> str:
    return _word(_AND).join(parts)


def _word(source: str) -> str:
    return QCoreApplication.translate("Printing", source)
