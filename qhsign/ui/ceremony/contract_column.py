"""Slates, batches and contracts at the left of the screen."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from qhsign.domain.search import matcher
from qhsign.services.contract_records import ContractRow
from qhsign.ui.ceremony.ask_line import AskLine
from qhsign.ui.ceremony.batch_work import BatchWork
from qhsign.ui.ceremony.ceremony_parts import CeremonyParts
from qhsign.ui.ceremony.column_bars import ColumnFoot, ColumnHead, TickBar
from qhsign.ui.ceremony.column_lines import (
    Chosen,
    Line,
    LineKind,
    Marks,
    found_lines,
    lines_of,
)
from qhsign.ui.ceremony.column_list import ColumnList
from qhsign.ui.ceremony.column_menus import ColumnMenus
from qhsign.ui.ceremony.column_model import ColumnModel
from qhsign.ui.ceremony.column_moves import batch_beside, neighbour, stepped
from qhsign.ui.ceremony.column_sheets import ColumnSheets
from qhsign.ui.ceremony.contract_provider import ColumnFindings, ContractProvider
from qhsign.ui.ceremony.contract_work import ContractWork
from qhsign.ui.ceremony.drop_places import DropPlace
from qhsign.ui.ceremony.finding_words import Found, in_order, marks_of
from qhsign.ui.shared.empty_state import EmptyState
from qhsign.ui.shared.latest import Latest

WIDE_PX, NARROW_PX = 284, 252


class ContractColumn(QFrame):
    """Chooses slate, batch and contract for all columns.

    ``import_asked`` is emitted where there is nothing yet to choose from.
    """

    import_asked = Signal()

    def __init__(self, parts: CeremonyParts, provider: ContractProvider, under: QWidget) -> None:
        """Take what its sheets lie over while one is open."""
        super().__init__()
        self.setObjectName("contract-column")
        self._parts, self._provider = parts, provider
        self.book, self.rights = parts.book, parts.rights
        self.work = ContractWork(parts, provider.writes, self)
        self.batches = BatchWork(parts, provider.batches, self)
        self.sheets = ColumnSheets(parts, provider, self.work, self.batches, under)
        self.found: Sequence[Found] = ()
        self._marks = Marks()
        self._texts: Mapping[int, str] = {}
        self._texts_of: object = None
        fail = parts.bar.show_problem
        self._finds = Latest[Mapping[int, str]](parts.runner, self._take_texts, fail, self)
        self._checks = Latest[ColumnFindings](parts.runner, self._take_findings, fail, self)
        self._shifted = ""
        self.model = ColumnModel(self)
        self.list = ColumnList(parts.look, self.model)
        self.head, self.foot = ColumnHead(parts.look), ColumnFoot(parts.look)
        self.question, self.ticks = AskLine(parts.look), TickBar(parts.look)
        self.empty = EmptyState(parts.look, "contract")
        self.menus = ColumnMenus(self)
        self.setFocusProxy(self.list)
        self._lay_out()
        self._connect()
        self._set_words()
        self._show()

    def focus_search(self) -> None:
        """Bring the keyboard to the search."""
        self.foot.search.input.setFocus()
        self.foot.search.input.selectAll()

    def go_to_contract(self, number: int) -> None:
        """Choose a contract and bring the list to it, once it is read."""
        self.foot.search.input.clear()
        self.book.want_contract(number)
        self._follow()
        self.list.setFocus()

    def open_contract(self, number: int) -> None:
        """Open a contract over the stage."""
        self.book.choose_contract(number)
        self.sheets.open_contract()

    def open_line(self, line: Line | None = None) -> None:
        """Open what a line stands for; the current one unless another is named."""
        line = line or self.list.line
        if line is None:
            return
        if line.contract is not None:
            self.open_contract(line.contract.number)
        elif line.batch is not None:
            self.book.choose_batch(line.batch.id)
            self.sheets.open_batch()
        elif line.slate is not None:
            self.edit_slate(line, "declared_contracts")

    def edit_slate(self, line: Line, key: str) -> None:
        """Edit a declared figure of a slate, or its name, where it stands."""
        if line.slate is not None:
            self.book.choose_slate(line.slate.name)
            self.list.opened_figure(line, key)

    def open_slate(self, line: Line | None = None) -> None:
        """Open a slate over the stage; the chosen one unless the line of another is named."""
        if line is not None and line.slate is not None:
            self.book.choose_slate(line.slate.name)
        if self.book.slate is not None:
            self.sheets.open_slate()

    def ask_contract(self) -> None:
        """Ask what a new contract is called; it goes onto the chosen slate."""
        slate = self.book.slate
        question = self.tr("Title of the new contract")
        if slate is not None:
            question = self.tr("Title of the new contract on “{slate}”").format(slate=slate.name)
        name = slate.name if slate is not None else ""
        self.question.ask(
            question,
            "",
            lambda text: self.work.add(text, name, self.question.refuse, self.question.put_away),
        )

    def ask_slate(self) -> None:
        """Ask what a new slate is called."""
        self.question.ask(
            self.tr("Name of the new slate"),
            "",
            lambda text: self.work.add_slate(text, self.question.refuse, self.question.put_away),
        )

    def add_batch(self) -> None:
        """Make a batch at the end of the chosen slate."""
        if self.book.slate is not None:
            self.batches.add(self.book.slate.name)

    def add_batch_to(self, line: Line) -> None:
        """Make a batch at the end of a slate."""
        if line.slate is not None:
            self.batches.add(line.slate.name)

    def propose(self) -> None:
        """Propose batches for the chosen slate."""
        self.sheets.propose()

    def propose_for(self, line: Line) -> None:
        """Propose batches for a slate."""
        if line.slate is not None:
            self.book.choose_slate(line.slate.name)
            self.sheets.propose()

    def show_findings(self, slate: str = "") -> None:
        """Show what looks wrong, of the chosen slate first."""
        chosen = self.book.slate.name if self.book.slate is not None else ""
        self.sheets.show_findings(self.found, slate or chosen)

    def step(self, by: int) -> None:
        """Move the current contract, or those ticked, up or down within their batch."""
        self._move(stepped(self.model, self.list.currentIndex().row(), by))

    def leap(self, by: int) -> None:
        """Move the current contract, or those ticked, to the batch above or below."""
        self._move(neighbour(self.model, self.list.currentIndex().row(), by))

    def shift_batch(self, by: int) -> None:
        """Have the chosen batch go on stage one place earlier or later."""
        batch = self.book.batch
        before = None if batch is None else batch_beside(self.book.rows.batches, batch, by)
        if batch is not None and before is not None:
            self._shifted = batch.id
            self.batches.place(batch.id, before)

    def ticked_rows(self) -> list[ContractRow]:
        """Return the ticked contracts by number."""
        return [row for row in self.book.rows.contracts if row.number in self.model.ticked]

    def agree(self, rows: Sequence[ContractRow]) -> None:
        """Ask who agreed to contracts to be signed, and record it."""
        numbers = [row.number for row in rows]
        self.ticks.question.ask(
            self.tr("Who agreed to them?"),
            self._provider.signer(),
            lambda text: self.work.agree(
                numbers, text, self.ticks.question.refuse, self._clear_ticks
            ),
        )

    def disagree(self, rows: Sequence[ContractRow]) -> None:
        """Ask why the agreement is withdrawn, and withdraw it."""
        numbers = [row.number for row in rows]
        self.ticks.question.ask(
            self.tr("Why is the agreement withdrawn?"),
            "",
            lambda text: self.work.disagree(
                numbers, text, self.ticks.question.refuse, self._clear_ticks
            ),
        )

    def approve(self, rows: Sequence[ContractRow]) -> None:
        """Ask who approves certificates, and approve them."""
        numbers = [row.number for row in rows]
        self.ticks.question.ask(
            self.tr("Who approves their certificates?"),
            self._provider.signer(),
            lambda text: self.work.approve(
                numbers, text, self.ticks.question.refuse, self._clear_ticks
            ),
        )

    def be_narrow(self, *, narrow: bool) -> None:
        """Take less room in a narrow window."""
        self.setFixedWidth(NARROW_PX if narrow else WIDE_PX)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
            self._show()
        super().changeEvent(event)

    def _clear_ticks(self) -> None:
        self.model.tick(frozenset())

    def _move(self, place: DropPlace | None) -> None:
        numbers = self.model.dragged(self.list.currentIndex().row())
        if place is not None and numbers:
            self.batches.put(numbers, place)

    def _choose(self, line: Line) -> None:
        if line.contract is not None:
            self.book.choose_contract(line.contract.number)
        elif line.batch is not None:
            self.book.choose_batch(line.batch.id)
        elif line.slate is not None:
            self.book.choose_slate(line.slate.name)
        elif line.kind is LineKind.APART:
            self.book.choose_slate("")

    def _read(self) -> None:
        self.model.keep_ticks([row.number for row in self.book.rows.contracts])
        self._show()
        self._follow_shifted()
        self._read_findings()
        if self.foot.search.text.strip():
            self._read_texts()

    def _show(self) -> None:
        """Show the lines anew, with the keyboard where it was."""
        rows, slate = self.book.rows, self.book.slate.name if self.book.slate else ""
        query = self.foot.search.text.strip()
        self.list.delegate.query = query
        if query:
            lines = found_lines(rows, self._search(query), self._marks, slate)
        else:
            lines = lines_of(rows, slate, self._marks)
        numbers = [each.contract.number for each in lines if each.contract is not None]
        self.list.delegate.digits = len(str(max(numbers, default=1)))
        self._say_nothing(query)
        before = self.list.line
        top = self.list.verticalScrollBar().value()
        self.model.show_lines(lines, self._chosen())
        self.list.may_drop = not query
        row = self.model.row_of(before)
        if row < 0:
            row = self.model.row_of_contract(self._chosen().contract)
        self.list.keep(row, follow=False)
        self.list.verticalScrollBar().setValue(top)
        is_empty = self.book.is_loaded and not rows.contracts and not rows.slates
        self.empty.setVisible(is_empty)
        self.list.setVisible(not is_empty)
        self.foot.setVisible(not is_empty)

    def _follow_shifted(self) -> None:
        """Keep a batch in sight that the keyboard has put elsewhere."""
        shifted, self._shifted = self._shifted, ""
        rows = [at for at, each in enumerate(self.model.lines) if each.batch_id == shifted]
        for row in (*rows[-1:], *rows[:1]) if shifted else ():
            self.list.scrollTo(self.model.index(row))

    def _say_nothing(self, query: str) -> None:
        words = ""
        if query:
            words = self.tr("Nothing is found for “{query}”.").format(query=query[:40])
        elif self.book.is_loaded and not self.book.rows.slates:
            words = self.tr("No slate yet: make one under “⋯”.")
        elif self.book.is_loaded:
            words = self.tr("No contract on this slate yet: add one, or import a list.")
        self.list.delegate.nothing = words

    def _chosen(self) -> Chosen:
        book = self.book
        return Chosen(
            book.slate.name if book.slate is not None else "",
            book.batch.id if book.batch is not None else "",
            book.contract.number if book.contract is not None else 0,
        )

    def _mark_chosen(self) -> None:
        self.model.choose(self._chosen())

    def _follow(self) -> None:
        """Bring the list to the chosen contract."""
        self._mark_chosen()
        self.list.keep(self.model.row_of_contract(self.model.chosen.contract), follow=True)

    def _searched(self) -> None:
        self._read_texts()
        self._show()

    def _search(self, query: str) -> frozenset[int]:
        meets = matcher(query)
        return frozenset(number for number, text in self._texts.items() if meets(text))

    def _read_texts(self) -> None:
        """Read what contracts are found by, when somebody searches and they have changed."""
        rows = self.book.rows
        if self._texts_of is rows:
            return
        self._texts_of = rows
        self._finds.ask(self._provider.reads.search_texts)

    def _take_texts(self, texts: Mapping[int, str]) -> None:
        self._texts = texts
        self._show()

    def _read_findings(self) -> None:
        self._checks.ask(self._provider.reads.findings)

    def _take_findings(self, findings: ColumnFindings) -> None:
        self.found, self._marks = in_order(findings), marks_of(findings)
        self.sheets.take_findings(self.found)
        self._show()

    def _added(self, number: int) -> None:
        """Go to a new contract and open it, as soon as it is read."""
        self.foot.search.input.clear()
        self.book.want_contract(number)
        self.sheets.open_when_read(number)

    def _connect(self) -> None:
        book = self.book
        book.read.connect(self._read)
        book.slate_chosen.connect(self._show)
        book.batch_chosen.connect(self._mark_chosen)
        book.contract_chosen.connect(self._follow)
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self.open_line)
        self.list.dropped.connect(self.batches.put)
        self.list.batch_dropped.connect(self.batches.place)
        self.list.written.connect(self.work.set_slate)
        self.list.findings_asked.connect(self.show_findings)
        self.foot.search.searched.connect(self._searched)
        self.foot.search.left_down.connect(self._enter_list)
        self.foot.search.entered.connect(self._enter_list)
        self.model.ticks_changed.connect(self._ticked)
        self.ticks.cleared.connect(self._clear_ticks)
        self.work.added.connect(self._added)
        self.sheets.led.connect(self.go_to_contract)
        self.sheets.closed.connect(self.list.setFocus)
        self.empty.acted.connect(self.import_asked)

    def _ticked(self) -> None:
        held = self.ticks.isAncestorOf(QApplication.focusWidget() or self)
        self.ticks.show_count(len(self.model.ticked))
        if held and not self.model.ticked:
            self.list.setFocus()  # the bar has gone with the keyboard

    def _enter_list(self) -> None:
        """Go from the search to the first contract found."""
        first = next((i for i, each in enumerate(self.model.lines) if each.contract), -1)
        self.list.setFocus()
        if first >= 0:
            self.list.go_to(first)

    def _lay_out(self) -> None:
        self.setFixedWidth(WIDE_PX)
        self.question.setContentsMargins(16, 8, 16, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.question)
        column.addWidget(self.list, 1)
        column.addWidget(self.empty, 1)
        column.addWidget(self.ticks)
        column.addWidget(self.foot)
        self.empty.hide()

    def _set_words(self) -> None:
        self.list.setAccessibleName(self.tr("Slates, batches and contracts"))
        self.empty.set_words(
            self.tr("No contracts yet. Import a list of them, or add one."),
            self.tr("Import contracts"),
        )
