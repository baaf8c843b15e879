"""The check-in screen: scan field, verdict, last scans; nothing modal, nothing waits."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent

from qhsign.domain.check_in import Verdict
from qhsign.domain.number_tag import TagRule
from qhsign.domain.problems import ProblemForUser
from qhsign.preferences.desk_preferences import DeskPreferences
from qhsign.services.check_in_records import ActivityRow, Attendance, ScanResult
from qhsign.services.guest_records import GuestRow
from qhsign.ui.check_in.camera_desk import CameraDesk, camera_parts
from qhsign.ui.check_in.check_in_commands import (
    KIOSK,
    LATE_SHEET,
    REHEARSAL,
    SOUNDS,
    check_in_commands,
)
from qhsign.ui.check_in.counter import Counter
from qhsign.ui.check_in.counter_work import CounterWork
from qhsign.ui.check_in.desk_layout import DeskLayout, DeskWidgets
from qhsign.ui.check_in.desk_work import DeskWork
from qhsign.ui.check_in.key_burst import KeyBurst
from qhsign.ui.check_in.key_button import KeyButton
from qhsign.ui.check_in.key_row import KeyRow
from qhsign.ui.check_in.more_menu import MenuEntry, MoreMenu
from qhsign.ui.check_in.scan_field import ScanField
from qhsign.ui.check_in.side_column import SideColumn
from qhsign.ui.check_in.stray_keys import StrayKeys
from qhsign.ui.check_in.verdict_faces import face_of, may_be_overridden, not_recorded_face
from qhsign.ui.check_in.verdict_panel import VerdictPanel
from qhsign.ui.guests.guest_book import GuestBook
from qhsign.ui.kiosk.kiosk_start_panel import KioskStartPanel
from qhsign.ui.later import there_already
from qhsign.ui.screen import Screen
from qhsign.ui.shared.plain_parts import label
from qhsign.ui.shared.segmented_switch import SegmentedSwitch
from qhsign.ui.sounds.verdict_sounds import VerdictSounds
from qhsign.ui.theme import Look

_EXIT = 1
_COUNT_EVERY_MS = 15_000


class CheckInPage(Screen):
    """Given the desk's work and the guest book; knows no service.

    ``changed`` says that what the commands may do has changed, ``rehearsal_changed`` whether a
    rehearsal (演练) is on. ``kiosk_asked`` carries a new PIN, or "", and whether to use a camera.
    """

    changed = Signal()
    rehearsal_changed = Signal(bool)
    kiosk_asked = Signal(str, bool)

    def __init__(
        self,
        look: Look,
        book: GuestBook,
        work: DeskWork,
        sounds: VerdictSounds,
        preferences: DeskPreferences,
        counter: CounterWork | None = None,
    ) -> None:
        super().__init__()
        self._look, self._book, self._work, self.sounds = look, book, work, sounds
        self.field = ScanField(look)
        self.direction = SegmentedSwitch(look, ("arrow-in", "arrow-out"), 56)
        if preferences.settings.direction == "out":
            self.direction.choose(_EXIT)
        self.field.be_exit(leaving=self.is_exit)
        self.verdict = VerdictPanel(look)
        self.side = SideColumn(look, book)
        self.override_key, self.no_badge_key = KeyButton("F9"), KeyButton("F3")
        self.scans_key = KeyButton("F2")
        self._short = label("second")
        self.more = MoreMenu(look)
        self.camera = CameraDesk(look, camera_parts(preferences))
        self.counter = Counter(look, book, self.side, work, counter) if counter else None
        self.kiosk = KioskStartPanel(look)
        self.side.add_panel(self.kiosk)
        self._preferences = preferences
        self._timer = QTimer(self)
        self._timer.setInterval(_COUNT_EVERY_MS)
        self._lay_out()
        self._connect()
        self._set_words()
        self.more.offer(self._menu())
        self._stray = StrayKeys(self, self.field, self.isVisible)
        self._stray.install()
        self._show_keys()

    @property
    def may_override(self) -> bool:
        """Whether there is a refusal on the screen that a supervisor may overrule."""
        return may_be_overridden(self.verdict.result)

    @property
    def is_exit(self) -> bool:
        """Whether this desk stands at an exit."""
        return self.direction.current == _EXIT

    @property
    def may_scan(self) -> bool:
        """Whether an activity is chosen."""
        return bool(self._work.activity)

    def show_activity(self, activity: ActivityRow | None) -> None:
        """Check in to another activity."""
        self.verdict.show_no_activity(missing=activity is None)
        self.verdict.tag_rule = activity.tags if activity else TagRule.NONE
        self.field.setEnabled(activity is not None)
        self._work.show_activity(activity.id if activity else "")
        if self.counter is not None:
            self.counter.show_activity()
        self._show_keys()

    @property
    def desk_counter(self) -> Counter | None:
        """The work beside scanning, where the event has any."""
        return self.counter

    def be_shown(self) -> None:
        """Be ready for the next badge."""
        self.focus_scan()

    def focus_scan(self) -> None:
        """Be ready for the next badge."""
        self.field.input.setFocus()

    def ask_override(self) -> None:
        """Ask for the reason to let in after a refusal (F9)."""
        self._places.show_side(shown=False)
        self.verdict.foot.open_override()
        self._show_keys()

    @property
    def may_tag(self) -> bool:
        """Whether a number tag may be typed for the person on the screen."""
        return self.verdict.result is not None and self.verdict.foot.tag.may_type

    def ask_tag(self) -> None:
        """Have the number tag of the person on the screen typed, or mended (F5)."""
        self._places.show_side(shown=False)
        self.verdict.foot.tag.ask()

    def find_guest(self) -> None:
        """Search for a guest without a badge (F3)."""
        self._close_panel()
        self._places.show_side(shown=True)
        self.side.search.input.setFocus()
        self.side.search.input.selectAll()

    def show_scans(self) -> None:
        """Go to the last scans (F2); in a narrow window show or hide them."""
        if (
            self._places.is_narrow
            and self._places.side_is_open
            and not (self.side.search.text or self.side.panel)
        ):
            self._places.show_side(shown=False)
            self.focus_scan()
            return
        self._close_panel()
        self.side.close_search()
        self._places.show_side(shown=True)
        self.side.scan_list.setFocus()
        if not self.side.scan_list.currentIndex().isValid():
            self.side.scan_list.setCurrentIndex(self.side.scans.index(0))

    def switch_direction(self) -> None:
        """Change between entry and exit (F4)."""
        self.direction.choose(1 - self.direction.current)

    @property
    def is_rehearsing(self) -> bool:
        """Whether what is scanned now is a rehearsal's."""
        return self.counter is not None and self.counter.is_rehearsing

    def share_burst(self, burst: KeyBurst) -> None:
        """Follow keys together with who follows them on the other screens."""
        self._stray.burst = burst

    def end_rehearsal(self) -> None:
        """Scan for the record again."""
        if self.counter is not None and self.counter.is_rehearsing:
            self.counter.switch_rehearsal()

    def _rehearsal_switched(self) -> None:
        self._close_panel()
        self.verdict.forget()
        self.focus_scan()
        self._show_keys()
        self.rehearsal_changed.emit(self.is_rehearsing)

    def switch_camera(self) -> None:
        """Open the camera, or release it (F7)."""
        self.camera.switch()

    def open_kiosk(self) -> None:
        """Ask how self check-in is to begin."""
        kept = self._preferences.settings
        self.side.show_panel(self.kiosk)
        self._places.show_side(shown=True)
        self.kiosk.open(has_pin=bool(kept.kiosk_pin), camera=kept.kiosk_camera == "on")

    def switch_sounds(self) -> None:
        """Let verdicts be heard, or not."""
        self.sounds.switch(on=not self.sounds.is_on)
        self.sounds.prepare(lambda: self.sounds.play("ok"))

    def showEvent(self, event: QShowEvent) -> None:
        """Be ready for the next badge."""
        super().showEvent(event)
        self.sounds.prepare()
        self._timer.start()
        self.camera.go_on()
        self.focus_scan()

    def hideEvent(self, event: QEvent) -> None:
        """Stop looking while another screen is in front."""
        self._timer.stop()
        self.camera.pause()
        super().hideEvent(event)  # type: ignore[arg-type]  # QHideEvent is what Qt hands in

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange for the window's size."""
        super().resizeEvent(event)
        self._places.arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to scanning with Esc; a second Esc releases the camera."""
        if event.key() == Qt.Key.Key_Escape:
            self._go_back()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language; be ready when the window comes back."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
            self._show_keys()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        counter = self.counter
        first = (counter.walk_in_key, self.camera.key, counter.print_key) if counter else ()
        keys = (*(first or (self.camera.key,)), self.override_key, self.no_badge_key)
        self._keys = KeyRow((*keys, self.scans_key), (self._short, self.more))
        widgets = DeskWidgets(
            self.field,
            self.direction,
            self.verdict,
            self.side,
            self.camera.panel,
            (counter.late_notice, counter.notice) if counter else (),
            self._keys,
            self.more,
            (self.no_badge_key, self.scans_key, self._short),
        )
        self._places = DeskLayout(self, widgets, self.focus_scan)

    def _menu(self) -> Sequence[MenuEntry]:
        commands = check_in_commands(there_already(self), counter=self.counter is not None)
        by_id = {command.id: command for command in commands}
        entries = [MenuEntry(by_id[KIOSK]), MenuEntry(by_id[SOUNDS], lambda: self.sounds.is_on)]
        if self.counter is not None:
            rehearsal = MenuEntry(by_id[REHEARSAL], lambda: self.is_rehearsing)
            entries = [MenuEntry(by_id[LATE_SHEET]), rehearsal, *entries]
        return entries

    def _connect(self) -> None:
        work, side = self._work, self.side
        self.camera.read.connect(self.field.submit)
        self.camera.switched.connect(self._camera_switched)
        self.kiosk.closed.connect(self._close_kiosk)
        self.kiosk.begun.connect(self._begin_kiosk)
        self.field.scanned.connect(self._scanned)
        self.direction.chosen.connect(self._direction_chosen)
        self.verdict.overridden.connect(self._override)
        self.verdict.override_bar.closed.connect(self._closed_override)
        side.by_hand.connect(self._check_in)
        side.scan_list.annulled.connect(self._annul)
        work.answered.connect(self._answered)
        work.not_recorded.connect(self._not_recorded)
        work.annulled.connect(side.scans.mark_annulled)
        work.attendance.connect(self._count)
        work.recent.connect(side.scans.show_results)
        tag = self.verdict.foot.tag
        tag.given.connect(self._give_tag)
        tag.left.connect(self.focus_scan)
        work.tagged.connect(self._tagged)
        work.tag_refused.connect(self._tag_refused)
        work.photo.connect(self.verdict.show_photo)
        self.override_key.clicked.connect(self.ask_override)
        self.no_badge_key.clicked.connect(self.find_guest)
        self.scans_key.clicked.connect(self.show_scans)
        self._timer.timeout.connect(work.count)
        if self.counter is not None:
            self.counter.opened.connect(lambda: self._places.show_side(shown=True))
            self.counter.left.connect(self._leave_side)
            self.counter.changed.connect(self.changed)
            self.counter.rehearsal_switched.connect(self._rehearsal_switched)

    def _direction_chosen(self, place: int) -> None:
        """Remember at which kind of door this desk stands, and say it where badges are scanned."""
        self._preferences.change(direction="out" if place == _EXIT else "in")
        self.field.be_exit(leaving=place == _EXIT)
        self.focus_scan()

    def _scanned(self, line: str) -> None:
        if self.may_scan:
            self._work.scan(line, leaving=self.is_exit)

    def _check_in(self, guest: GuestRow) -> None:
        if self.may_scan:
            self._work.check_in(guest.id, leaving=self.is_exit)
            self.side.close_search()
            self.focus_scan()

    def _override(self, reason: str) -> None:
        result = self.verdict.result
        if result is not None:
            self._work.override(result, reason)
        self.focus_scan()

    def _give_tag(self, text: str) -> None:
        result = self.verdict.result
        if result is not None:
            self._work.give_tag(result, text)

    def _tagged(self, scan: str, tag: str) -> None:
        at_field = self.verdict.foot.tag.has_focus
        self.verdict.show_tag(scan, tag)
        self.side.scans.mark_tag(scan, tag)
        if at_field:
            self.focus_scan()

    def _tag_refused(self, scan: str, problem: ProblemForUser) -> None:
        result = self.verdict.result
        if result is not None and result.scan == scan:
            self.verdict.foot.tag.show_problem(problem)

    def _annul(self, result: ScanResult, reason: str) -> None:
        self._work.annul(result, reason)
        self.focus_scan()

    def _answered(self, result: ScanResult, activity: str) -> None:
        if activity != self._work.activity:
            return
        self._leave_reason()
        self._places.show_side(shown=False)
        vip = result.guest is not None and result.guest.vip
        self.sounds.play(face_of(result, self._look.language).tone, vip=vip)
        self.verdict.show_result(result)
        if result.guest is not None and result.guest.photo:
            self._work.read_photo(result.guest.photo)
        self.side.scans.add(result)
        self._book.note(result)
        if self.counter is not None:
            self.counter.note(result)
        self._offer_guest(result)
        if self.field.input.hasFocus() and not result.tag:
            self.verdict.foot.tag.ask()
        self._show_keys()

    def _not_recorded(self, problem: ProblemForUser) -> None:
        self._leave_reason()
        self._places.show_side(shown=False)
        self.sounds.play(not_recorded_face().tone)
        self.verdict.show_not_recorded(problem)
        self._show_keys()

    def _leave_reason(self) -> None:
        """Bring the focus back if the next answer takes a field of the foot away."""
        if self.verdict.override_bar.is_open or self.verdict.foot.tag.has_focus:
            self.focus_scan()

    def _offer_guest(self, result: ScanResult) -> None:
        """Have the person a bare number belongs to ready for a look and a check-in by hand."""
        if result.verdict is Verdict.UNKNOWN and result.guest is not None:
            self._close_panel()
            self.side.show_guest(f"{result.guest.number:05d}")
        elif not self.side.search.input.hasFocus():
            self.side.close_search()

    def _camera_switched(self) -> None:
        self._places.place_camera()
        self.focus_scan()

    def _begin_kiosk(self, pin: str, camera: bool) -> None:  # noqa: FBT001 - a signal's values
        self._close_kiosk()
        self.camera.close_camera()
        self.kiosk_asked.emit(pin, camera)

    def _close_kiosk(self) -> None:
        self.side.show_panel(None)
        self._leave_side()

    def _closed_override(self) -> None:
        self.focus_scan()
        self._show_keys()

    def _count(self, attendance: Attendance | None) -> None:
        self.side.counters.show_attendance(attendance)
        self._short.setText(self.side.counters.short)
        self._keys.fit()

    def _go_back(self) -> None:
        """Put away what was opened last: a search or panel first, then the camera."""
        search = self.side.search
        was_open = search.input.hasFocus() or bool(
            search.text or self.side.panel or self._places.side_is_open
        )
        self.side.close_search()
        self._close_panel()
        self._leave_side()
        if not was_open:
            self.camera.close_camera()

    def _leave_side(self) -> None:
        self._places.show_side(shown=False)
        self.focus_scan()

    def _close_panel(self) -> None:
        self.side.show_panel(None)
        if self.counter is not None:
            self.counter.close_panel()

    def _show_keys(self) -> None:
        can = self.may_override
        self.override_key.setEnabled(can)
        tip = "" if can else self.tr("There is no refusal to overrule")
        self.override_key.set_words(self.tr("Supervisor lets in"), tip)
        self.changed.emit()

    def _set_words(self) -> None:
        self.direction.set_words(self.tr("Entry"), self.tr("Exit"))
        self.no_badge_key.set_words(self.tr("No badge"))
        self.scans_key.set_words(self.tr("Last scans"))
        self.camera.set_words()
        if self.counter is not None:
            self.counter.set_words()
        self._short.setText(self.side.counters.short)
        self._keys.fit()
