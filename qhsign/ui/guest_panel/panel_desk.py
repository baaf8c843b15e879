"""Brings what belongs to single guests into the guest screen: joining, photos from a folder."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from qhsign.background.runner import Runner
from qhsign.domain.problems import ProblemForUser
from qhsign.services.guest_edit_records import Edited
from qhsign.services.guest_joining_records import Joining
from qhsign.services.photo_records import PhotoReport
from qhsign.ui.commands.command import Command
from qhsign.ui.guest_joining.joining_page import JoiningPage
from qhsign.ui.guest_panel.guest_panel import GuestPanel
from qhsign.ui.guest_panel.guest_panel_provider import GuestPanelProvider
from qhsign.ui.guests.guest_book import GuestBook
from qhsign.ui.guests.guest_commands import GUESTS
from qhsign.ui.lists.list_desk import ListDesk
from qhsign.ui.photo_folder.photo_folder_page import PhotoFolderPage
from qhsign.ui.theme import Look
from qhsign.ui.translation import QT_TRANSLATE_NOOP


class PanelDesk(QObject):
    """Lies over ``page``; ``show_guest`` brings a guest (by id) to the front of it."""

    def __init__(
        self,
        look: Look,
        runner: Runner,
        provider: GuestPanelProvider,
        page: QWidget,
        book: GuestBook,
        panel: GuestPanel,
        show_guest: Callable[[str], None],
    ) -> None:
        super().__init__(page)
        self._panel, self._show_guest = panel, show_guest
        self._joining: Joining | None = None
        self._lists: ListDesk | None = None
        self.joining = JoiningPage(look, runner, provider.joining, book, page)
        self.photos = PhotoFolderPage(look, runner, provider.folder, page)
        panel.join_asked.connect(self.joining.open_for)
        self.joining.agreed.connect(self._join)
        self.joining.closed.connect(panel.take_focus)
        self.photos.closed.connect(panel.take_focus)
        self.photos.taken.connect(self._tell_photos)
        panel.work.edited.connect(self._joined)
        panel.work.refused.connect(self._refused)

    def take_lists(self, lists: ListDesk) -> None:
        """Know who takes an import back: a folder of photos is one."""
        self._lists = lists

    @property
    def covers(self) -> bool:
        """Whether one of the pages lies over the guest screen."""
        return self.joining.is_open or self.photos.is_open

    def commands(self, is_free: Callable[[], bool]) -> Sequence[Command]:
        """Return what a person can ask for."""

        def on_a_guest() -> bool:
            return is_free() and self._panel.details is not None

        return (
            Command(
                "photos-from-folder", QT_TRANSLATE_NOOP("Commands", "Take photos from a folder"),
                "Ctrl+Shift+P", "picture", GUESTS, is_free, self.photos.ask_folder,
            ),
            Command(
                "join-guests", QT_TRANSLATE_NOOP("Commands", "Join with another guest"),
                "Ctrl+J", "join", GUESTS, on_a_guest, lambda: self._panel.ask_to_join(""),
            ),
        )  # fmt: skip

    def _join(self, joining: Joining) -> None:
        self._joining = joining
        self._panel.work.join(joining)

    def _joined(self, field: str, edited: Edited) -> None:
        del edited
        joining, self._joining = self._joining if field == "joined_into" else None, None
        if joining is not None:
            self.joining.put_away()
            self._show_guest(joining.remains)

    def _refused(self, field: str, problem: ProblemForUser) -> None:
        del field
        if self.joining.is_open:
            self._joining = None
            self.joining.show_problem(problem)

    def _tell_photos(self, report: PhotoReport) -> None:
        number, lists = report.number, self._lists
        if number is None:
            return
        words = self.tr("{count} photos are taken in.")
        told = words.format(count=report.matched - report.unchanged)
        if lists is None:
            self._panel.undo_bar.show_done(told, "", None)
        else:
            lists.undo_bar.show_done(told, self.tr("Undo"), lambda: lists.undo(number))
