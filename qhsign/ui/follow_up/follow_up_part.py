"""跟踪: what became of the contracts, the rates, and the editions beside each other."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
)

from qhsign.background.operation import Changed, Operation, Pool
from qhsign.domain.file_names import file_name
from qhsign.domain.roles import Act
from qhsign.ui.ceremony.ceremony_parts import CeremonyPart, CeremonyParts
from qhsign.ui.follow_up.contracts_view import ContractsView
from qhsign.ui.follow_up.editions_view import EditionsView
from qhsign.ui.follow_up.follow_up_commands import CONTRACTS, EDITIONS, RATES
from qhsign.ui.follow_up.follow_up_provider import FollowUpProvider
from qhsign.ui.follow_up.follow_up_work import FollowUpWork
from qhsign.ui.follow_up.followed_row import ANY, NONE
from qhsign.ui.follow_up.import_page import ImportPage
from qhsign.ui.follow_up.list_writer import ListWriter
from qhsign.ui.follow_up.narrow_buttons import name_buttons
from qhsign.ui.follow_up.painted_chart import PictureHead, as_png, charts_picture
from qhsign.ui.follow_up.rates_view import RatesView
from qhsign.ui.guests.guest_commands import GUESTS
from qhsign.ui.later import Later
from qhsign.ui.lists.list_desk import dropped_files
from qhsign.ui.shared.segmented_switch import SegmentedSwitch

_READ_AGAIN = frozenset({Changed.CONTRACTS, Changed.SETTINGS, Changed.GUESTS})
_PICTURE = ".png"

View = ContractsView | RatesView | EditionsView


class FollowUpPart(CeremonyPart):
    """Each view is built when it is first turned to, and reads only while it is looked at."""

    def __init__(self, parts: CeremonyParts) -> None:
        super().__init__()
        self._parts = parts
        provider = self._provider = _provider(parts)
        self.work = FollowUpWork(parts, provider, self)
        self._contracts = Later(self._build_contracts)
        self._rates, self._editions = Later(self._build_rates), Later(self._build_editions)
        self._views: dict[int, Later[View]] = {
            CONTRACTS: self._contracts,
            RATES: self._rates,
            EDITIONS: self._editions,
        }
        self._stale = set(self._views)
        self.switch = SegmentedSwitch(parts.look, ("", "", ""), 32)
        self.take_in, self.give_out = QPushButton(), QPushButton()
        self._pages = QStackedWidget()
        self._import = Later(self._build_import)
        self.writer = ListWriter(parts, provider, self)
        self._lay_out()
        self.switch.chosen.connect(self._turn)
        self.take_in.clicked.connect(self.import_list)
        self.give_out.clicked.connect(self.print_list)
        parts.rights.keep(self.take_in, Act.IMPORT)
        parts.rights.keep(self.give_out, Act.PRINT)
        parts.runner.changed.connect(self._look_again)
        self.setAcceptDrops(True)
        self._turn(CONTRACTS)
        self._set_words()

    @property
    def view(self) -> View:
        """The view in front."""
        return self._views[self.switch.current]()

    @property
    def contracts(self) -> ContractsView:
        """The view of the contracts."""
        return self._contracts()

    @property
    def rates(self) -> RatesView:
        """The view of the rates."""
        return self._rates()

    @property
    def editions(self) -> EditionsView:
        """The view of the editions."""
        return self._editions()

    @property
    def import_page(self) -> ImportPage:
        """The page that takes a follow-up list in."""
        return self._import()

    def be_shown(self) -> None:
        """Be ready for the keyboard."""
        self.view.focus_first()

    def show_view(self, view: int) -> None:
        """Bring a view to the front and the keyboard to it."""
        self.switch.choose(view)
        self.view.focus_first()

    def search(self) -> None:
        """Put the cursor into the search of the contracts."""
        self.switch.choose(CONTRACTS)
        self.contracts.focus_search()

    def enter_payment(self) -> None:
        """Ask for a payment of the current contract."""
        self.switch.choose(CONTRACTS)
        self.contracts.enter_payment()

    def import_list(self) -> None:
        """Bring up the import of a follow-up list."""
        if self.take_in.isEnabled() and not self.import_page.is_open:
            self.import_page.begin()
            self.import_page.choose.setFocus()

    def print_list(self) -> None:
        """Ask where the list of the slate and the region in view shall be written."""
        if not self.give_out.isEnabled():
            return
        wanted = self.contracts.filter.wanted
        if wanted.slate == NONE:
            self._parts.bar.show_wrong(
                self.tr("There is no list of the contracts on no slate: choose a slate, or all.")
            )
            return
        slate = None if wanted.slate == ANY else wanted.slate
        region = None if wanted.region == ANY else wanted.region.replace(NONE, "")
        self.writer.ask_where(slate, region)

    def save_picture(self) -> None:
        """Ask for a file and keep the charts in front there as a PNG."""
        view = self.view
        charts = [] if isinstance(view, ContractsView) else view.charts
        if not charts:
            self._parts.bar.show_wrong(
                self.tr("There are no charts in front: go to the rates or the editions first.")
            )
            return
        event = self._parts.providers.event_facts
        name = self.tr("rates") if self.switch.current == RATES else self.tr("editions")
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Save the charts as a picture"),
            str(event.path.parent / file_name(f"{event.short_title}-{name}", _PICTURE)),
            f"{self.tr('Pictures')} (*{_PICTURE})",
        )
        if chosen:
            path = Path(chosen)
            self.keep_picture(path if path.suffix else path.with_suffix(_PICTURE))

    def keep_picture(self, path: Path) -> None:
        """Write the charts in front as a PNG; say where, or why not."""
        view = self.view
        if isinstance(view, ContractsView):
            return
        event = self._parts.providers.event_facts
        now = f"{datetime.now(event.time_zone):%Y-%m-%d %H:%M}"
        head = PictureHead(
            event.title,
            self.tr("as of {moment}").format(moment=now),
            self.tr("Demo data") if event.is_demo else "",
        )
        across = 2 if isinstance(view, EditionsView) else 1
        picture = charts_picture(self._parts.look, head, view.charts, across)
        provider, bar = self._provider, self._parts.bar
        self._parts.runner.start(
            Operation(
                lambda: provider.keep_picture(path, as_png(picture)),
                lambda _: bar.show_done(self.tr("Saved: {path}").format(path=path)),
                self,
                bar.show_problem,
                pool=Pool.FILES,
            )
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file of this machine."""
        if self.take_in.isEnabled() and len(dropped_files(event)) == 1:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """See what a list dropped here would change."""
        files = dropped_files(event)
        if len(files) == 1:
            event.acceptProposedAction()
            self.import_list()
            self.import_page.look_at(files[0])

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed while nobody looked."""
        super().showEvent(event)
        self._read_if_stale()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show icons alone where the window is narrow."""
        super().resizeEvent(event)
        self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _turn(self, which: int) -> None:
        view = self._views[which]()
        if self._pages.indexOf(view) < 0:
            self._pages.addWidget(view)
        self._pages.setCurrentWidget(view)
        self._read_if_stale()

    def _look_again(self, changes: frozenset[Changed]) -> None:
        if changes & _READ_AGAIN:
            self._stale = set(self._views)
            self._read_if_stale()

    def _read_if_stale(self) -> None:
        which = self.switch.current
        if self.isVisible() and which in self._stale:
            self._stale.discard(which)
            self._views[which]().refresh()

    def _build_contracts(self) -> ContractsView:
        view = ContractsView(self._parts, self._provider, self.work)
        view.lists_asked.connect(lambda: self._parts.show_page(GUESTS))
        return view

    def _build_rates(self) -> RatesView:
        view = RatesView(self._parts, self._provider, self.work)
        view.picture_asked.connect(self.save_picture)
        view.contracts_asked.connect(lambda: self.show_view(CONTRACTS))
        return view

    def _build_editions(self) -> EditionsView:
        view = EditionsView(self._parts, self._provider, self.work)
        view.picture_asked.connect(self.save_picture)
        return view

    def _build_import(self) -> ImportPage:
        page = ImportPage(self._parts, self._provider, self)
        page.closed.connect(self.be_shown)
        return page

    def _lay_out(self) -> None:
        bar = QFrame()
        bar.setObjectName("pane-head")
        bar.setFixedHeight(48)
        line = QHBoxLayout(bar)
        line.setContentsMargins(16, 0, 16, 0)
        line.setSpacing(8)
        line.addWidget(self.switch)
        line.addStretch(1)
        for button, icon in ((self.take_in, "import"), (self.give_out, "print")):
            self._parts.look.put_icon(button, icon, "text-2", 18)
            line.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._pages, 1)

    def _set_words(self) -> None:
        self.switch.set_words(self.tr("Contracts"), self.tr("Rates"), self.tr("Editions"))
        self.switch.setAccessibleName(self.tr("Views of the follow-up"))
        name_buttons(
            self,
            (
                self.take_in,
                self.tr("Import a follow-up list"),
                self.tr("States and funds as an office reports them (Alt+I)"),
            ),
            (
                self.give_out,
                self.tr("Follow-up list"),
                self.tr("Writes the slate and region in view as xlsx, docx or pdf (Alt+L)"),
            ),
        )


def _provider(parts: CeremonyParts) -> FollowUpProvider:
    """Return what the follow-up asks; an open event always has it."""
    ceremony = parts.providers.ceremony
    if ceremony is None or ceremony.follow_up is None:
        raise ValueError("the follow-up was given nothing to ask")
    return ceremony.follow_up
