"""The list that opens under the search field of the top bar, and where its lines lead."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QApplication, QFrame, QListView, QVBoxLayout, QWidget

from qhsign.background.operation import Operation
from qhsign.background.runner import Runner
from qhsign.domain.name_reading import Reading
from qhsign.services.contract_records import ContractRow, FindableContract, PartyRow
from qhsign.services.guest_records import GuestRow
from qhsign.ui.commands.command import Command
from qhsign.ui.guests.guest_book import GuestBook
from qhsign.ui.palette.findings import (
    FindableCommand,
    Findings,
    GuestSearch,
    Recent,
    Where,
    findable,
    look_for,
)
from qhsign.ui.palette.palette_delegate import HEADING_PX, LINE_PX, PaletteDelegate
from qhsign.ui.palette.palette_field import PaletteField
from qhsign.ui.palette.palette_lines import (
    Heading,
    Line,
    PaletteModel,
    contract_sheet,
    kind_of,
    lines_of,
)
from qhsign.ui.palette.palette_provider import PaletteProvider
from qhsign.ui.shared.plain_parts import label
from qhsign.ui.theme import Look
from qhsign.ui.translation import chinese

_WIDEST, _EDGE = 560, 8


@dataclass(frozen=True, slots=True)
class PaletteParts:
    """What the palette is given: where it looks, and how to go to what it finds.

    Without ``show_contract`` what is known of a contract is shown in the list itself.
    """

    provider: PaletteProvider
    runner: Runner
    book: GuestBook
    commands: Sequence[Command]
    show_guest: Callable[[str], None]
    run_command: Callable[[Command], None]
    show_contract: Callable[[int], None] | None = None


class Palette(QFrame):
    """Lies over the pages under the field; the cursor stays in the field."""

    def __init__(
        self, look: Look, field: PaletteField, parts: PaletteParts, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("palette")
        self._field, self._parts, self._frame = field, parts, parent
        self._contracts: Sequence[FindableContract] = ()
        self._commands: Sequence[FindableCommand] = ()
        self._guests = GuestSearch(())
        self._recent = Recent()
        self._sheet: ContractRow | None = None
        self._came_from: QWidget | None = None
        self.model = PaletteModel(self)
        self.list = QListView()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setModel(self.model)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._delegate = PaletteDelegate(look, self.list)
        self.list.setItemDelegate(self._delegate)
        self._nothing, self._hint = label("second", wrap=True), label("caption", wrap=True)
        self._nothing.setContentsMargins(12, 12, 12, 12)
        self._hint.setContentsMargins(12, 6, 12, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)
        column.addWidget(self._hint)
        self.hide()
        self._connect(look)
        self._set_words()

    def be_placed(self) -> None:
        """Lie under the field, as wide as is good to read, as high as there is room."""
        frame = self._frame
        field = self._field.search
        corner = field.mapTo(frame, QPoint(0, field.height() + 4))
        width = min(_WIDEST, frame.width() - 2 * _EDGE)
        left = min(corner.x(), frame.width() - width - _EDGE)
        self.setFixedWidth(width)
        foot = self._hint.heightForWidth(width - 2)
        wanted = sum(
            HEADING_PX if isinstance(each, Heading) else LINE_PX for each in self.model.lines
        )
        nothing = self._nothing.heightForWidth(width - 2) if not self.model.lines else 0
        height = min(wanted + nothing + foot + 4, frame.height() - corner.y() - _EDGE)
        self.setFixedHeight(height)
        self.move(max(left, _EDGE), corner.y())

    def read_again(self) -> None:
        """Read the contracts again, the next time the list opens."""
        self._parts.runner.start(
            Operation(self._parts.provider.contracts, self._take_contracts, self)
        )

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
            self._look()
        super().changeEvent(event)

    def _connect(self, look: Look) -> None:
        look.changed.connect(self.list.viewport().update)
        self._field.left.connect(self._left)
        self._field.moved.connect(self._move)
        self._field.escaped.connect(self._escape)
        self._field.search.searched.connect(self._searched)
        self._field.search.entered.connect(self._enter)
        self.list.clicked.connect(self._clicked)
        self.list.entered.connect(self._point_at)
        self._parts.book.loaded.connect(self._look)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    def be_opened(self) -> None:
        """Open under the field, which the cursor has just come to."""
        if self.isVisible():
            return
        if not self._commands:
            self._read_commands()
        self.read_again()
        self._sheet = None
        self.show()
        self.raise_()
        self._look()

    def _focus_moved(self, before: QWidget | None, now: QWidget | None) -> None:
        """Remember where the cursor came from."""
        if now is self._field.search.input:
            self._came_from = before

    def _left(self) -> None:
        if QApplication.activePopupWidget() is None:
            self.hide()
            self._field.fold()

    def _close(self) -> None:
        """Give the cursor back to where it was."""
        self.hide()
        came_from = self._came_from
        if came_from is not None and came_from.isVisible():
            came_from.setFocus()
        else:
            self._field.search.input.clearFocus()
        self._field.fold()

    def _escape(self) -> None:
        if self._sheet is not None:
            self._sheet = None
            self._look()
        else:
            self._close()

    def _searched(self, _: str) -> None:
        self._sheet = None
        if self._field.search.input.hasFocus() and not self.isVisible():
            self.be_opened()
        self._look()

    def _look(self) -> None:
        """Show what the field asks for now."""
        if not self.isVisible():
            return
        query = self._field.search.text
        if self._sheet is not None:
            self._delegate.query = ""
            lines = contract_sheet(self._sheet, [self._guest_of(p) for p in self._sheet.parties])
        else:
            found = self._find(query)
            self._delegate.query = query.strip()
            lines = lines_of(found, query)
        self.model.show_lines(lines)
        self._nothing.setVisible(not lines)
        self.list.setVisible(bool(lines))
        self._nothing.setText(self.tr("Nothing is found for “{query}”.").format(query=query[:40]))
        self.be_placed()
        self._point(self.model.next_from(-1, 1))

    def _find(self, query: str) -> Findings:
        if self._guests.rows is not self._parts.book.rows:
            self._guests = GuestSearch(self._parts.book.rows)
        where = Where(self._guests, self._contracts, self._commands)
        return look_for(query, where, self._recent)

    def _guest_of(self, party: PartyRow) -> GuestRow | None:
        """Return the guest who signs for a party, where the book has one who is meant."""
        if not party.is_guest:
            return None
        named = [row for row in self._parts.book.rows if row.full_name == party.signatory]
        same = [row for row in named if row.organization == party.organization]
        meant = named if len(named) == 1 else same
        return meant[0] if len(meant) == 1 else None

    def _move(self, step: int) -> None:
        row = self.list.currentIndex().row()
        for _ in range(abs(step)):
            after = self.model.next_from(row, step)
            if abs(step) > 1 and (after - row) * step < 0:
                break  # a page stops at the end, a line goes round
            row = after
        self._point(row)

    def _point(self, row: int) -> None:
        index = self.model.index(row) if row >= 0 else QModelIndex()
        self.list.setCurrentIndex(index)
        if row == self.model.next_from(-1, 1):
            self.list.scrollToTop()
        line = self.model.lines[row] if row >= 0 else None
        spoken = line.spoken if isinstance(line, Line) else ""
        self._field.search.input.setAccessibleDescription(spoken)

    def _point_at(self, index: QModelIndex) -> None:
        if self.model.target(index.row()) is not None:
            self.list.setCurrentIndex(index)

    def _clicked(self, index: QModelIndex) -> None:
        if self.model.target(index.row()) is not None:
            self._go(index.row())

    def _enter(self) -> None:
        if self.isVisible():
            self._go(self.list.currentIndex().row())

    def _go(self, row: int) -> None:
        target = self.model.target(row)
        if target is None:
            return
        self._recent.note(kind_of(target), target.id)
        show_contract = self._parts.show_contract
        if isinstance(target, ContractRow) and show_contract is None:
            self._sheet = target
            self._look()
            return
        self._close()
        if isinstance(target, GuestRow):
            self._parts.show_guest(target.id)
        elif isinstance(target, ContractRow):
            if show_contract is not None:
                show_contract(target.number)
        else:
            self._parts.run_command(target)

    def _read_commands(self) -> None:
        words = [chinese("Commands", each.words) for each in self._parts.commands]

        def take(readings: Sequence[Reading]) -> None:
            self._commands = findable(self._parts.commands, words, readings)
            self._look()

        self._commands = findable(self._parts.commands, words, [Reading(()) for _ in words])
        self._parts.runner.start(
            Operation(lambda: self._parts.provider.readings(words), take, self)
        )

    def _take_contracts(self, contracts: Sequence[FindableContract]) -> None:
        if contracts != self._contracts:
            self._contracts = contracts
            self._look()

    def _set_words(self) -> None:
        self.list.setAccessibleName(self.tr("Found"))
        self._hint.setText(self.tr("↑ ↓ choose    Enter go there    Esc close"))
