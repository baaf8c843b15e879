"""The lines of the list under the search field, as plain data and as a Qt model."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from qhsign.domain.amount_writing import written
from qhsign.services.contract_records import ContractRow, FindableContract, PartyRow
from qhsign.services.guest_records import GuestRow
from qhsign.ui.commands.command import Command
from qhsign.ui.palette.findings import Findings, Kind

LINE_ROLE = Qt.ItemDataRole.UserRole
_NOTHING = QModelIndex()


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a group."""

    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to go to; ``target`` is None for a fact that leads nowhere.

    ``reading`` is the pinyin of a name, for the marks on what was typed. ``shape`` is a guest's
    chip, in whose place other lines have ``icon``.
    """

    title: str
    detail: str
    icon: str = ""
    note: str = ""
    key: str = ""
    reading: str = ""
    guest: GuestRow | None = None
    target: "GuestRow | ContractRow | Command | None" = None

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return ", ".join(part for part in (self.title, self.detail, self.note, self.key) if part)


PaletteLine = Heading | Line


def lines_of(found: Findings, query: str) -> Sequence[PaletteLine]:
    """Return what was found, by groups; the groups of an empty query are the recent ones."""
    recent = not query.strip()
    groups: list[tuple[str, list[Line]]] = [
        (
            QCoreApplication.translate("Palette", "Recent guests")
            if recent
            else QCoreApplication.translate("Palette", "Guests"),
            [guest_line(row) for row in found.guests],
        ),
        (
            QCoreApplication.translate("Palette", "Recent contracts")
            if recent
            else QCoreApplication.translate("Palette", "Contracts"),
            [_contract_line(each) for each in found.contracts],
        ),
        (
            QCoreApplication.translate("Palette", "Commands"),
            [_command_line(command) for command in found.commands],
        ),
    ]
    made: list[PaletteLine] = []
    for heading, lines in groups:
        if lines:
            made += [Heading(heading), *lines]
    return made


def guest_line(row: GuestRow, note: str = "") -> Line:
    """Return the line of a guest; ``note`` stands in the place of the number."""
    places = "　".join(text for text in (row.organization, row.title) if text)
    return Line(
        row.full_name, places, note=note or row.label, reading=row.reading, guest=row, target=row
    )


def contract_sheet(
    row: ContractRow, signatories: Sequence[GuestRow | None]
) -> Sequence[PaletteLine]:
    """Return what is known of one contract; its signatories who are guests can be gone to.

    ``signatories`` holds the guest of each party, in the order of the parties.
    """
    amount = (
        written(row.amount) if row.amount else QCoreApplication.translate("Palette", "No amount")
    )
    approved = (
        QCoreApplication.translate("Palette", "Approved")
        if row.approved
        else QCoreApplication.translate("Palette", "Not approved yet")
    )
    facts = "　".join(text for text in (amount, *row.slates, row.batch) if text)
    parties = [
        _party_line(party, guest) for party, guest in zip(row.parties, signatories, strict=True)
    ]
    return [Heading(f"{row.label}　{row.title}"), Line(facts, "", "list", approved), *parties]


def _party_line(party: PartyRow, guest: GuestRow | None) -> Line:
    who = "　".join(text for text in (party.organization, party.signatory_title) if text)
    title = party.signatory or QCoreApplication.translate("Palette", "No signatory yet")
    if guest is None:
        return Line(title, who, "minus", party.side)
    return Line(title, who, note=party.side, reading=guest.reading, guest=guest, target=guest)


def _contract_line(each: FindableContract) -> Line:
    row = each.row
    parties = "、".join(party.organization for party in row.parties)
    return Line(row.title, parties, "contract", row.label, target=row)


def _command_line(command: Command) -> Line:
    return Line(command.text, "", command.icon, key=command.shortcut, target=command)


def kind_of(target: GuestRow | ContractRow | Command) -> Kind:
    """Return what kind of thing a line leads to."""
    if isinstance(target, GuestRow):
        return Kind.GUEST
    return Kind.CONTRACT if isinstance(target, ContractRow) else Kind.COMMAND


class PaletteModel(QAbstractListModel):
    """Holds the lines; headings and facts cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: Sequence[PaletteLine] = ()

    def show_lines(self, lines: Sequence[PaletteLine]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOTHING) -> int:
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the line, or what is said of it."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return line.text if isinstance(line, Heading) else line.spoken
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Say what can be chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.target(index.row()) is not None:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsEnabled

    def target(self, row: int) -> GuestRow | ContractRow | Command | None:
        """Return where a line leads."""
        if not 0 <= row < len(self.lines):
            return None
        line = self.lines[row]
        return line.target if isinstance(line, Line) else None

    def next_from(self, row: int, step: int) -> int:
        """Return the next line that leads somewhere, going round at the ends; -1 without one."""
        places = [place for place in range(len(self.lines)) if self.target(place) is not None]
        if not places:
            return -1
        after = [place for place in places if (place > row if step > 0 else place < row)]
        if after:
            return after[0] if step > 0 else after[-1]
        return places[0] if step > 0 else places[-1]
