"""The plan of the chosen batch in the middle of the screen."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout

from qhsign.background.operation import Changed
from qhsign.domain.readiness import Light
from qhsign.domain.roles import Act
from qhsign.domain.seating import Place
from qhsign.services.readiness import ReadyBatch
from qhsign.ui.ceremony.ceremony_parts import CeremonyParts
from qhsign.ui.later import Later
from qhsign.ui.notices import Notice
from qhsign.ui.shared.empty_state import EmptyState
from qhsign.ui.stage.compare_panel import ComparePanel
from qhsign.ui.stage.findings_strip import FindingsStrip
from qhsign.ui.stage.make_line import MakeLine
from qhsign.ui.stage.plan_sill import PlanSill
from qhsign.ui.stage.presence import Presence
from qhsign.ui.stage.sign_panel import SignPanel
from qhsign.ui.stage.stage_foot import StageFoot
from qhsign.ui.stage.stage_head import PLAN, StageHead
from qhsign.ui.stage.stage_print import StagePrint
from qhsign.ui.stage.stage_provider import StageProvider
from qhsign.ui.stage.stage_view import StageView
from qhsign.ui.stage.stage_words import batch_word
from qhsign.ui.stage.stage_work import StageWork
from qhsign.ui.stage.strips import Strips

if TYPE_CHECKING:
    from qhsign.ui.stage.presidium_page import PresidiumPage

_NOTHING, _PLAN = range(2)
_LEAST_PX, _LOW_PX = 300, 480


class StageColumn(QFrame):
    """Shows and arranges the chosen batch.

    ``substitute_asked`` and ``contact_asked`` carry a contract's number and a party's letter. Who
    knows how ready the batch is gives it to `show_readiness`, or the lights alone to `show_lights`.
    ``planned`` tells that there is a plan now, or none any more.
    """

    planned = Signal()
    substitute_asked = Signal(int, str)
    contact_asked = Signal(int, str)

    def __init__(self, parts: CeremonyParts) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.setMinimumWidth(_LEAST_PX)
        self._parts = parts
        self._is_filled = self._has_shown = False
        ceremony = parts.providers.ceremony
        provider = ceremony.stage if ceremony is not None else None
        if provider is None:
            return
        self._presence = Presence()
        self._lights: Mapping[int, Light] = {}
        self._build(provider)
        self._lay_out()
        self._connect()
        self._is_filled = True
        self._set_words()
        self._show_batch()

    # What others of the screen ask

    def show_readiness(self, ready: ReadyBatch) -> None:
        """Show how ready a batch is: its lights, and who has arrived."""
        self._presence = Presence(ready)
        self._lights = self._presence.lights
        self._show_known()

    def show_lights(self, lights: Mapping[int, Light]) -> None:
        """Show how ready contracts are, by their numbers."""
        self._lights = lights
        self._show_known()

    # What a person asks

    @property
    def has_plan(self) -> bool:
        """Whether a plan is shown."""
        return self._is_filled and self.work.plan is not None and bool(self.work.plan.tables)

    def turn_viewpoint(self) -> None:
        """See the stage from the other side."""
        self.head.turn()

    def turn_frozen(self) -> None:
        """Freeze the plan, or let it change again."""
        if self.head.freeze.isEnabled():
            self.work.turn_frozen()

    def turn_compare(self) -> None:
        """Compare with the version printed last, or stop comparing."""
        if self.head.compare.isEnabled():
            self.head.compare.toggle()

    def ask_print(self, what: str = PLAN) -> None:
        """Print the plan of the batch shown, its marks or its call list."""
        plan, batch = self.work.plan, self.work.batch
        if plan is not None and batch is not None and self.head.print_button.isEnabled():
            self.printing.ask(what, batch, plan, self.head.chosen_viewpoint)

    def show_presidium(self) -> None:
        """Show the presidium of the batch's ceremony."""
        batch = self.work.batch
        if batch is not None:
            self.presidium().show_batch(batch)

    def go_to_plan(self) -> None:
        """Bring the keyboard to the plan."""
        if self.work.plan is not None and self.view.stage.cards:
            self.view.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the plan what little height there is."""
        super().resizeEvent(event)
        if self._is_filled:
            self.foot.be_low(low=self.height() < _LOW_PX)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange and self._is_filled:
            self._set_words()
            self.work.read()
        super().changeEvent(event)

    # Building

    def _build(self, provider: StageProvider) -> None:
        parts = self._parts
        look, zone = parts.look, parts.providers.event_facts.time_zone
        self.work = StageWork(parts, provider, self)
        self.head = StageHead(look, parts.rights, zone)
        self.notice = Notice(look)
        self.findings = FindingsStrip(look)
        self.make_line = MakeLine(look)
        self.compare = ComparePanel(look, zone)
        self.sign = SignPanel(look, parts.rights, zone)
        self.view = StageView(look)
        self.empty = EmptyState(look, "contract")
        self.sill = PlanSill(look, zone)
        self.foot = StageFoot(look)
        self.presidium = Later(lambda: self._build_presidium(provider))
        parts.rights.keep(self.make_line.button, Act.EDIT)
        parts.rights.keep(self.foot.move_to, Act.EDIT)
        self.printing = StagePrint(parts, provider, self.notice, self)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self.view)

    def _build_presidium(self, provider: StageProvider) -> "PresidiumPage":
        from qhsign.ui.stage.presidium_page import PresidiumPage

        parts, page = self._parts, self.parentWidget() or self
        return PresidiumPage(parts, provider, page)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.compare)
        column.addWidget(self.sign)
        column.addWidget(Strips(self.notice, self.make_line, self.findings))
        column.addWidget(self._pages, 1)
        column.addWidget(self.sill)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        book, work = self._parts.book, self.work
        book.read.connect(self._show_batch)
        book.slate_chosen.connect(self._show_batch)
        book.batch_chosen.connect(self._show_batch)
        book.contract_chosen.connect(self._show_contract)
        self._parts.runner.changed.connect(self._look_again)
        work.looked.connect(self._show_plan)
        work.moved.connect(lambda _, other: self.view.choose_place(other))
        self.head.batches.chosen.connect(book.choose_batch)
        self.head.viewpoint_chosen.connect(lambda _: self._show_plan())
        self.head.versions.chosen.connect(work.show_version)
        self.head.compare_asked.connect(self._show_comparing)
        self.head.freeze_asked.connect(work.turn_frozen)
        self.head.print_asked.connect(self.ask_print)
        self.make_line.asked.connect(work.make)
        self.findings.opened.connect(book.choose_contract)
        self.compare.against_chosen.connect(work.compare_with)
        self.compare.place_chosen.connect(self._show_place)
        self.compare.closed.connect(lambda: self.head.compare.setChecked(False))
        self.sign.signed.connect(work.sign)
        self.sign.closed.connect(self._close_sign)
        self.sill.sign_asked.connect(self._open_sign)
        self.sill.zoomed.connect(self.view.zoom_by)
        self.sill.presidium_asked.connect(self.show_presidium)
        self.sill.whole_asked.connect(self.view.turn_whole)
        self.view.contract_chosen.connect(book.choose_contract)
        self.view.place_chosen.connect(self._tell_foot)
        self.view.exchange_asked.connect(work.exchange)
        self.foot.substitute_asked.connect(self.substitute_asked)
        self.foot.contact_asked.connect(self.contact_asked)
        self.foot.move_asked.connect(self._move)

    # Showing

    def _look_again(self, changes: frozenset[Changed]) -> None:
        if Changed.PRINTS in changes and Changed.CONTRACTS not in changes and self.isVisible():
            self.work.read()

    def _show_batch(self) -> None:
        book = self._parts.book
        batch = book.batch
        self.head.show_batches(book.batches, batch.id if batch else "")
        self.work.show_batch(batch)
        if batch is None or not book.is_loaded:
            self._show_plan()  # otherwise the plan before stays until the next one is read

    def _show_plan(self) -> None:
        plan, viewpoint = self.work.plan, self.head.chosen_viewpoint
        has_plan = plan is not None and bool(plan.tables)
        shown = plan if has_plan else None
        self._pages.setCurrentIndex(_PLAN if has_plan else _NOTHING)
        self.head.show_plan(plan)
        self.findings.show_findings(plan.findings if plan else ())
        self.make_line.show_plan(shown)
        self.compare.show_plan(plan)
        self.sign.show_plan(plan)
        self.sill.show_plan(shown, viewpoint)
        if plan is None or not plan.versions:
            self.head.show_comparing(comparing=False)
        self._set_words()
        self._show_known()
        self._show_contract()
        if has_plan is not self._has_shown:
            self._has_shown = has_plan
            self.planned.emit()

    def _show_known(self) -> None:
        plan = self.work.plan
        ready, batch = self._presence.ready, self.work.batch
        is_ours = ready is not None and batch is not None and ready.batch.id == batch.id
        presence = self._presence if is_ours else Presence()
        shown = plan if plan is not None and plan.tables else None
        self.view.show_plan(shown, self.head.chosen_viewpoint, presence, self._lights)
        self.foot.show_presence(presence)

    def _show_contract(self) -> None:
        book = self._parts.book
        if self.work.plan is None and self.work.batch is not None:
            return
        contract = book.contract
        self.view.choose_contract(contract.number if contract else 0)
        self.foot.show_contract(contract, self.work.plan, self.head.chosen_viewpoint, book.batches)
        self.foot.offer(
            substitute=self._is_heard("substitute_asked"), contact=self._is_heard("contact_asked")
        )
        self._tell_foot(self.view.current)

    def _is_heard(self, name: str) -> bool:
        """Tell whether anybody does what a signal asks for: without, its button is not there."""
        meta = self.metaObject()
        return self.isSignalConnected(meta.method(meta.indexOfSignal(f"{name}(int,QString)")))

    def _tell_foot(self, place: Place | None) -> None:
        plan = self.work.plan
        if plan is not None and place is not None:
            for standing in plan.standings:
                if standing.place == place:
                    self.foot.show_place(standing)

    def _show_place(self, place: Place) -> None:
        self.view.choose_place(place)
        self._tell_foot(place)

    def _show_comparing(self, comparing: bool) -> None:  # noqa: FBT001 - as the signal has it
        self.compare.setVisible(comparing)
        if comparing:
            self._close_sign()
        elif self.work.against is not None:
            self.work.against = None
            self.work.read()

    def _open_sign(self) -> None:
        if self.sign.isVisible():
            self._close_sign()
            return
        self.head.show_comparing(comparing=False)
        self.sign.show()
        self.sign.be_ready()

    def _close_sign(self) -> None:
        self.sign.hide()

    def _move(self, number: int, batch_id: str) -> None:
        batch = next((each for each in self._parts.book.batches if each.id == batch_id), None)
        if batch is not None:
            self.work.move_contract(number, batch)

    def _set_words(self) -> None:
        book = self._parts.book
        if not book.is_loaded:
            words = ""
        elif book.batch is None:
            words = self.tr("No batches yet. Part the slate into batches at the left.")
        elif self.work.plan is None:
            words = ""
        else:
            words = self.tr("No contract is in this batch yet.")
        self.empty.set_words(words)
        batch = batch_word(book.batch) if book.batch else ""
        self.view.setAccessibleName(self.tr("Plan of the stage {batch}").format(batch=batch))
