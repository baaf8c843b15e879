"""The desk's work beside scanning: its keys, its panels in the side column, its notice."""

from collections.abc import Mapping
from datetime import date, datetime, time
from functools import partial

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from qhsign.domain.problems import ProblemForUser
from qhsign.services.check_in_records import ScannedGuest, ScanResult
from qhsign.services.guest_records import DoorBadge, GuestRow, RegisteredGuest
from qhsign.services.late_sheet_records import Sheet
from qhsign.ui.check_in.counter_provider import NewGuest
from qhsign.ui.check_in.counter_work import CounterWork
from qhsign.ui.check_in.desk_work import DeskWork
from qhsign.ui.check_in.key_button import KeyButton
from qhsign.ui.check_in.late_sheet_notice import LateSheetNotice
from qhsign.ui.check_in.late_sheet_panel import LateSheetPanel
from qhsign.ui.check_in.side_column import SideColumn
from qhsign.ui.check_in.verdict_faces import may_get_badge
from qhsign.ui.check_in.walk_in_panel import WalkInPanel
from qhsign.ui.guests.guest_book import GuestBook
from qhsign.ui.notices import Notice
from qhsign.ui.theme import Look
from qhsign.wording import say

NOTICE_MS = 20_000


class Counter(QObject):
    """``opened`` asks to show the side column, ``left`` to scan again.

    ``changed`` says that what the keys may do has changed, ``rehearsal_switched`` that a rehearsal
    (演练) has begun or ended.
    """

    opened = Signal()
    left = Signal()
    changed = Signal()
    rehearsal_switched = Signal()

    def __init__(
        self, look: Look, book: GuestBook, side: SideColumn, scans: DeskWork, work: CounterWork
    ) -> None:
        super().__init__()
        self._look, self._side, self._scans, self._work = look, side, scans, work
        self._last: ScanResult | None = None
        self.is_rehearsing = False
        self.walk_in_key, self.print_key = KeyButton("F6"), KeyButton("F8")
        self.walk_in_key.setCheckable(True)
        self.notice = Notice(look)
        self.walk_in = WalkInPanel(look, book)
        self.late_sheet = LateSheetPanel(look)
        self.late_notice = LateSheetNotice(look)
        for panel in (self.walk_in, self.late_sheet):
            side.add_panel(panel)
        self._notice_timer = QTimer(self)
        self._notice_timer.setSingleShot(True)
        self._notice_timer.setInterval(NOTICE_MS)
        self._notice_timer.timeout.connect(self.notice.put_away)
        self._connect()
        self.set_words()

    @property
    def guest(self) -> ScannedGuest | None:
        """Whom F8 would print a badge for: the person of the last answer."""
        last = self._last
        return last.guest if last is not None and may_get_badge(last) else None

    @property
    def has_guest(self) -> bool:
        """Whether F8 has somebody to print a badge for."""
        return self.guest is not None

    def switch_rehearsal(self) -> None:
        """Begin or end a rehearsal: its scans stand apart and never count."""
        self.is_rehearsing = not self.is_rehearsing
        self._last = None
        self.late_notice.hide()
        self._scans.use(self._work.rehearsal if self.is_rehearsing else self._work.real)
        self._show_keys()
        self.rehearsal_switched.emit()

    @property
    def panel_is_open(self) -> bool:
        """Whether a panel stands in the place of the last scans."""
        return self._side.panel is not None

    def show_activity(self) -> None:
        """Forget the last person: another activity has begun."""
        self._last = None
        if self._scans.activity:
            self.late_sheet.read_again()
        self._show_keys()

    def note(self, result: ScanResult) -> None:
        """Take over the newest answer; F8 is for its person from now on."""
        self._last = result
        self._show_keys()

    def open_walk_in(self) -> None:
        """Write somebody down who is on no list (F6); what was written before is still there."""
        self._side.show_panel(self.walk_in)
        self.opened.emit()
        self.walk_in.open()
        self._show_keys()

    def open_late_sheet(self) -> None:
        """Enter the evening's paper sheet; what was written before is still there."""
        self._side.show_panel(self.late_sheet)
        self.opened.emit()
        self.late_sheet.open(self._work.now())
        self._show_keys()

    def print_badge(self) -> None:
        """Print the badge of the last person (F8)."""
        guest = self.guest
        if guest is None:
            return
        sentence = self.tr("Printing the badge of {name}…").format(name=guest.full_name)
        self.notice.show_sentence(sentence)
        self._notice_timer.stop()
        self._work.print_badge(guest.number)

    def close_panel(self) -> None:
        """Show the last scans again."""
        self._side.show_panel(None)
        self._show_keys()

    def set_words(self) -> None:
        """Say it in the present language."""
        self._show_keys()

    def _connect(self) -> None:
        self.walk_in_key.clicked.connect(self._toggle_walk_in)
        self.print_key.clicked.connect(self.print_badge)
        self.walk_in.registered.connect(self._register)
        self.walk_in.by_hand.connect(self._by_hand)
        self.walk_in.closed.connect(self._close)
        self._work.registered.connect(self._registered)
        self._work.not_registered.connect(self.walk_in.show_problem)
        self.late_sheet.read_asked.connect(self._read_sheet)
        self.late_sheet.entered.connect(self._enter_sheet)
        self.late_sheet.closed.connect(self._close)
        self.late_notice.annulled.connect(self._work.annul_sheet)
        self.late_notice.closed.connect(self.left)
        self._work.sheet_read.connect(self.late_sheet.show_lines)
        self._work.sheet_entered.connect(self._entered)
        self._work.sheet_annulled.connect(self._annulled)
        self._work.sheet_failed.connect(self.late_sheet.show_problem)
        self._work.printed.connect(self._printed)
        self._work.not_printed.connect(self._not_printed)

    def _toggle_walk_in(self) -> None:
        if self._side.panel is self.walk_in:
            self._close()
        else:
            self.open_walk_in()

    def _close(self) -> None:
        self.close_panel()
        self.left.emit()

    def _register(self, guest: NewGuest) -> None:
        self._work.register(guest)

    def _registered(self, guest: RegisteredGuest) -> None:
        """Check the new guest in at once."""
        self.walk_in.clear()
        self._close()
        self._scans.check_in(guest.id)

    def _by_hand(self, guest: GuestRow) -> None:
        self._close()
        self._scans.check_in(guest.id)

    def _read_sheet(self, text: str, day: date, at: time) -> None:
        self._work.read_sheet(self._scans.activity, text, day, at)

    def _enter_sheet(self, arrivals: Mapping[str, datetime]) -> None:
        self._work.enter_sheet(self._scans.activity, arrivals)

    def _entered(self, sheet: Sheet) -> None:
        self.late_sheet.clear()
        self.notice.put_away()
        self.late_notice.offer(sheet)
        self._close()

    def _annulled(self, count: int) -> None:
        sentence = self.tr("{count} late sign-ins are annulled.").format(count=count)
        self.notice.show_sentence(sentence)
        self._notice_timer.start()

    def _printed(self, badge: DoorBadge) -> None:
        where = self.tr("The badge is printed to {path}.").format(path=badge.path)
        said = [
            say(each.code, self._look.language, **each.parameters) for each in badge.findings[:1]
        ]
        self._tell(" ".join([where, *said]), "warn" if said else "ok", badge)

    def _tell(self, sentence: str, tone: str, badge: DoorBadge) -> None:
        show = partial(_open, QUrl.fromLocalFile(str(badge.path)))
        self.notice.show_sentence(sentence, tone, self.tr("Open"), show)
        self._notice_timer.start()

    def _not_printed(self, problem: ProblemForUser) -> None:
        self._notice_timer.stop()
        self.notice.show_problem(problem)

    def _show_keys(self) -> None:
        self.walk_in_key.setEnabled(bool(self._scans.activity) and not self.is_rehearsing)
        self.walk_in_key.setChecked(self._side.panel is self.walk_in)
        nobody = self.tr("Nobody is registered in a rehearsal") if self.is_rehearsing else ""
        self.walk_in_key.set_words(self.tr("Register"), nobody)
        guest = self.guest
        self.print_key.setEnabled(guest is not None)
        tip = "" if guest else self.tr("Scan a guest first")
        if guest:
            tip = self.tr("Print the badge of {name}").format(name=guest.full_name)
        self.print_key.set_words(self.tr("Print badge"), tip)
        self.changed.emit()


def _open(path: QUrl) -> None:
    QDesktopServices.openUrl(path)
