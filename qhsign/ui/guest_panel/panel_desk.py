"""Brings what belongs to single guests into the guest screen: joining, photos from a folder."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from qhsign.background.runner import Runner
from qhsign.domain.problems import ProblemForUser
from qhsign.services.guest_edit_records import Edited
from qhsign.services.guest_joining_records import Joining
from qhsign.services.photo_records import PhotoReport
from qhsign.ui.guest_panel.guest_panel import GuestPanel
from qhsign.ui.guest_panel.guest_panel_provider import GuestPanelProvider
from qhsign.ui.guests.guest_book import GuestBook
from qhsign.ui.later import Later
from qhsign.ui.lists.list_desk import ListDesk
from qhsign.ui.theme import Look

if TYPE_CHECKING:
    from collections.abc import Callable

    from qhsign.ui.camera.camera_panel import CameraParts
    from qhsign.ui.guest_joining.joining_page import JoiningPage
    from qhsign.ui.guest_panel.camera_page import CameraPage
    from qhsign.ui.photo_folder.photo_folder_page import PhotoFolderPage


class PanelDesk(QObject):
    """Lies over ``page``; what lies there is built when it is first asked for."""

    def __init__(
        self,
        look: Look,
        runner: Runner,
        provider: GuestPanelProvider,
        page: QWidget,
        book: GuestBook,
        panel: GuestPanel,
        camera: "Callable[[], CameraParts] | None" = None,
    ) -> None:
        super().__init__(page)
        self._look, self._runner, self._provider = look, runner, provider
        self._page, self._book, self._panel = page, book, panel
        self._agreed: Joining | None = None
        self._lists: ListDesk | None = None
        self._joining = Later(self._build_joining)
        self._photos = Later(self._build_photos)
        self._camera_parts, self._camera = camera, Later(self._build_camera)
        panel.offers_camera = camera is not None
        panel.camera_asked.connect(self._open_camera)
        panel.join_asked.connect(self._open_joining)
        panel.work.edited.connect(self._edited)
        panel.work.refused.connect(self._refused)

    @property
    def joining(self) -> "JoiningPage":
        """Two guests side by side."""
        return self._joining()

    @property
    def photos(self) -> "PhotoFolderPage":
        """Photos from a folder."""
        return self._photos()

    @property
    def camera(self) -> "CameraPage":
        """The camera, for one guest's photo."""
        return self._camera()

    @property
    def covers(self) -> bool:
        """Whether one of the pages lies over the guest screen."""
        pages = (self._joining, self._photos, self._camera)
        return any(each.tells(lambda page: page.is_open, unbuilt=False) for each in pages)

    def take_lists(self, lists: ListDesk) -> None:
        """Know who takes an import back: a folder of photos is one."""
        self._lists = lists

    def _open_joining(self, guest: str, other: str) -> None:
        self.joining.open_for(guest, other)

    def _build_joining(self) -> "JoiningPage":
        from qhsign.ui.guest_joining.joining_page import JoiningPage

        provider = self._provider.joining
        page = JoiningPage(self._look, self._runner, provider, self._book, self._page)
        page.agreed.connect(self._join)
        page.closed.connect(self._go_back)
        return page

    def _build_photos(self) -> "PhotoFolderPage":
        from qhsign.ui.photo_folder.photo_folder_page import PhotoFolderPage

        page = PhotoFolderPage(self._look, self._runner, self._provider.folder, self._page)
        page.closed.connect(self._go_back)
        page.taken.connect(self._tell_photos)
        return page

    def _open_camera(self) -> None:
        details = self._panel.details
        if details is not None and self._camera_parts is not None:
            self.camera.open_for(details.full_name)

    def _build_camera(self) -> "CameraPage":
        from qhsign.ui.guest_panel.camera_page import CameraPage

        if self._camera_parts is None:
            raise LookupError("there is no camera to open")
        page = CameraPage(self._look, self._camera_parts(), self._page)
        page.taken.connect(self._panel.work.put_photo)
        page.closed.connect(self._go_back)
        return page

    def _go_back(self) -> None:
        """Go back to the side panel; where a narrow window hides it, to the list."""
        if self._panel.isVisible():
            self._panel.take_focus()
        else:
            self._panel.closed.emit()

    def _join(self, joining: Joining) -> None:
        self._agreed = joining
        self._panel.work.join(joining)

    def _edited(self, field: str, edited: Edited) -> None:
        """Go to who remains once two guests are joined."""
        del edited
        agreed = self._agreed
        if field == "joined_into" and agreed is not None:
            self._agreed = None
            self.joining.put_away()
            self._panel.guest_asked.emit(agreed.remains)

    def _refused(self, field: str, problem: ProblemForUser) -> None:
        del field
        if self._agreed is not None:
            self._agreed = None
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
