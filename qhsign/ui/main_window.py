"""The window: either the start page or the frame of one open event."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import (
    QByteArray,
    QEvent,
    QMimeData,
    QSize,
    QStandardPaths,
    Qt,
    QTimer,
    QTranslator,
)
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QIcon
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow

from qhsign.background.operation import Operation, Pool
from qhsign.background.progress import Progress
from qhsign.background.runner import Runner
from qhsign.domain.problems import ProblemForUser
from qhsign.preferences.desk_preferences import DeskPreferences
from qhsign.preferences.recent_events import RecentEvents
from qhsign.services.setting_records import CategoryLookRow
from qhsign.shipped_files import shipped
from qhsign.ui.commands.table import WindowActs
from qhsign.ui.event_frame import EventFrame
from qhsign.ui.garbage_rounds import look_at_all
from qhsign.ui.providers import WindowProviders
from qhsign.ui.shared.progress_dialog import ProgressDialog
from qhsign.ui.shared.words import own_words
from qhsign.ui.start.new_event_form import SUFFIX, MakeEvent, NewEvent
from qhsign.ui.start.start_page import StartActs, StartPage
from qhsign.ui.theme import Look, Theme
from qhsign.ui.translation import translators
from qhsign.wording import Language

OpenEvent = Callable[[Path], WindowProviders]
MakeDemo = Callable[[Path, Progress], None]
_SIZE, _LEAST = (1366, 768), (911, 480)


@dataclass(frozen=True, slots=True)
class WindowParts:
    """What ``launch`` hands to the window: ways to open and make events, the desk's settings."""

    open_event: OpenEvent
    make_demo: MakeDemo
    make_event: MakeEvent | None
    demo_path: Path
    preferences: DeskPreferences
    recent: RecentEvents


class MainWindow(QMainWindow):
    """Owns the runner, the look and the language; the screens get only what they need."""

    def __init__(self, parts: WindowParts, look: Look, runner: Runner) -> None:
        super().__init__()
        self.setObjectName("window")
        self._parts, self._look, self.runner = parts, look, runner
        self._translators: Sequence[QTranslator] = ()
        self._providers: WindowProviders | None = None
        self._looks: tuple[CategoryLookRow, ...] = ()
        self.frame: EventFrame | None = None
        self.start: StartPage | None = None
        self._set_language(look.language)
        self.setWindowIcon(QIcon(str(shipped("resources", "icons", "qhsign.svg"))))
        self.setMinimumSize(*_LEAST)
        self.setAcceptDrops(True)
        self._restore_size()
        self._show_start()

    def open_path(self, path: Path) -> None:
        """Open an event file; a problem is shown on the start page or over the open event."""
        if self.start is not None:
            self.start.be_busy(busy=True)

        def done(providers: WindowProviders) -> None:
            self._take(providers)
            self._parts.preferences.change(last_event=str(path))
            self._parts.recent.note(path, providers.event_facts.short_title, datetime.now(UTC))

        self.runner.start(
            Operation(lambda: self._parts.open_event(path), done, self, self._not_opened)
        )

    def open_demo(self) -> None:
        """Open the demonstration event, making it first where there is none."""
        path = self._parts.demo_path
        if path.exists():
            self.open_path(path)
            return
        if self.start is not None:
            self.start.be_busy(busy=True)
        progress = Progress()
        dialog = ProgressDialog(self.tr("Making the demo event…"), progress, self)

        def work() -> None:
            _make_whole(path, lambda beside: self._parts.make_demo(beside, progress), progress)

        def done(_: None) -> None:
            dialog.finish()
            self.open_path(path)

        def failed(problem: ProblemForUser) -> None:
            dialog.finish()
            self._not_opened(problem)

        def stopped() -> None:
            dialog.finish()
            if self.start is not None:
                self.start.be_busy(busy=False)

        self.runner.start(
            Operation(work, done, self, failed, stopped, Pool.FILES, progress=progress)
        )

    def make_event(self, wanted: NewEvent) -> None:
        """Make an event file and open it; a problem is shown in the form."""
        start, make = self.start, self._parts.make_event
        if start is None or make is None:
            return
        start.be_busy(busy=True)

        def failed(problem: ProblemForUser) -> None:
            start.be_busy(busy=False)
            start.form.notice.show_problem(problem)

        self.runner.start(
            Operation(
                lambda: make(wanted),
                lambda _: self.open_path(wanted.path),
                self,
                failed,
            )
        )

    def leave_event(self) -> None:
        """Close the open event and show the start page."""
        self._leave_event()
        self.frame = None
        self._show_start()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one event file and nothing else."""
        if _event_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the event file that was dropped."""
        path = _event_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.open_path(path)

    def ask_for_file(self) -> None:
        """Let the person choose an event file."""
        last = self._parts.preferences.settings.last_event
        folder = str(Path(last).parent) if last else ""
        kind = self.tr("Event files")
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Open an event file"), folder, f"{kind} (*{SUFFIX})"
        )
        if chosen:
            self.open_path(Path(chosen))

    def changeEvent(self, event: QEvent) -> None:
        """Name the window in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_title()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Finish what is being recorded, then leave; guests cannot close their own screen."""
        if self.frame is not None and self.frame.kiosk_is_on:
            event.ignore()
            self.frame.kiosk.show_hint()
            return
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self._parts.preferences.change(window=geometry)
        self._leave_event()
        super().closeEvent(event)

    def _take(self, providers: WindowProviders) -> None:
        """Show another event in place of what was there."""
        self._leave_event()
        self._providers = providers
        self._take_looks(providers.event_facts.categories)
        frame = EventFrame(
            self._look,
            self.runner,
            providers,
            self._parts.preferences,
            WindowActs(self.ask_for_file, self.leave_event, self.close_window),
        )
        frame.language_chosen.connect(self._choose_language)
        frame.theme_chosen.connect(self._choose_theme)
        frame.event_renamed.connect(self._set_title)
        frame.category_looks_changed.connect(self._take_looks)
        self.frame, self.start = frame, None
        self.setCentralWidget(frame)
        self._set_title()
        frame.show_page(frame.page)
        # The screen asked for the cursor before it was visible; then nothing has it.
        QTimer.singleShot(0, frame, self._place_cursor)
        frame.kiosk_switched.connect(self._fill_screen)
        if frame.kiosk_is_on:
            self._fill_screen(full=True)

    def _place_cursor(self) -> None:
        wanted = self.focusWidget()
        if wanted is not None and QApplication.focusWidget() is None:
            wanted.setFocus()

    def _fill_screen(self, full: bool) -> None:  # noqa: FBT001 - a signal's value
        """Give guests the whole screen, or take it back."""
        self.setAcceptDrops(not full)
        before = self.windowState()
        state = Qt.WindowState.WindowFullScreen
        self.setWindowState(before | state if full else before & ~state)
        if full and self.frame is not None:
            self.frame.kiosk.view.setFocus()

    def close_window(self) -> None:
        """Close as the window's own button does."""
        self.close()

    def _leave_event(self) -> None:
        """Close the open event after the work that was asked of it."""
        if self._providers is not None:
            providers, self._providers = self._providers, None
            self.runner.start(Operation(providers.close, lambda _: None, self))
            look_at_all()

    def _not_opened(self, problem: ProblemForUser) -> None:
        if self.start is not None:
            self.start.be_busy(busy=False)
            self.start.notice.show_problem(problem)
        elif self.frame is not None:
            self.frame.notice.show_problem(problem)

    def _take_looks(self, looks: Sequence[CategoryLookRow]) -> None:
        """Name and colour categories as the open event does."""
        self._look.take_bands(
            {str(each.category): each.band for each in looks if "band" in each.chosen}
        )
        if tuple(looks) != self._looks:
            self._looks = tuple(looks)
            self._set_language(self._look.language)

    def _show_start(self) -> None:
        self._take_looks(())
        acts = StartActs(
            self.ask_for_file,
            self.open_demo,
            self.open_path,
            self.make_event if self._parts.make_event is not None else None,
            self._folder(),
        )
        self.start = StartPage(self._look, self.runner, acts, self._parts.recent)
        self.setCentralWidget(self.start)
        self._set_title()

    def _folder(self) -> Path:
        """Return where a new event is offered to lie: with the last one, or in the documents."""
        last = self._parts.preferences.settings.last_event
        if last and Path(last) != self._parts.demo_path:
            return Path(last).parent
        place = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(place) or Path.home())

    def _choose_language(self, language: str) -> None:
        self._set_language(Language(language))
        self._parts.preferences.change(language=language)
        if self.frame is not None:
            self.frame.words_changed()

    def _set_language(self, language: Language) -> None:
        """Translate everything that is open; texts are English where no catalogue is needed."""
        application = QApplication.instance()
        if application is None:
            return
        self._look.language = language
        for earlier in self._translators:
            application.removeTranslator(earlier)
        self._translators = translators(language, self, own_words(self._looks, language))
        for each in self._translators:
            application.installTranslator(each)

    def _choose_theme(self, theme: str) -> None:
        self._look.set_theme(Theme(theme))
        self._parts.preferences.change(theme=theme)

    def _restore_size(self) -> None:
        kept = self._parts.preferences.settings.window
        if not (kept and self.restoreGeometry(QByteArray.fromBase64(kept.encode()))):
            self.resize(QSize(*_SIZE).boundedTo(self.screen().availableSize()))

    def _set_title(self, title: str = "") -> None:
        if not title and self._providers is not None:
            title = self._providers.event_facts.short_title
        self.setWindowTitle(f"{title} — qhsign" if title else "qhsign")


def _event_file(dragged: QMimeData) -> Path | None:
    """Return the one event file that is dragged, None for anything else."""
    files = [Path(url.toLocalFile()) for url in dragged.urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 and files[0].suffix == SUFFIX else None


def _make_whole(path: Path, make: Callable[[Path], None], progress: Progress) -> None:
    """Make a file beside its place and move it there when whole, so that no half one is opened."""
    beside = path.with_name(f"{path.stem}-being-made{path.suffix}")
    path.parent.mkdir(parents=True, exist_ok=True)
    leftovers = [beside.with_name(beside.name + end) for end in ("", "-wal", "-shm", "-journal")]
    made = False
    try:
        for each in leftovers:
            each.unlink(missing_ok=True)
        make(beside)
        progress.stop_if_cancelled()
        made = True
    finally:
        if not made:
            for each in leftovers:
                each.unlink(missing_ok=True)
    beside.replace(path)
