"""What the side panel is given; what is heavy is imported when it is first used."""

from pathlib import Path
from typing import TYPE_CHECKING

from qhsign.services.desk import Desk
from qhsign.ui.guest_panel.guest_panel_provider import (
    GuestPanelProvider,
    JoiningProvider,
    PhotoFolderProvider,
)

if TYPE_CHECKING:
    from qhsign.background.progress import Progress
    from qhsign.services.guest_detail_records import GuestDetails
    from qhsign.services.guest_edit_records import Edited, ReadyPhoto, UndoneOperation
    from qhsign.services.guest_joining_records import Comparison, Joining
    from qhsign.services.photo_records import PhotoReport


def guest_panel_provider(opened: Desk) -> GuestPanelProvider:
    """Give the panel the use cases of one guest."""
    panel = _Panel(opened)
    return GuestPanelProvider(
        panel.details,
        panel.edit,
        panel.reveal,
        panel.undo,
        _read_photo,
        panel.put_photo,
        panel.take_photo_away,
        JoiningProvider(panel.compare, panel.join),
        PhotoFolderProvider(panel.look_at_photos, panel.take_photos),
    )


def _read_photo(picture: bytes | Path, name: str) -> "ReadyPhoto":
    from qhsign.services import guest_photo

    return guest_photo.read(picture, name)


class _Panel:
    """The use cases over the open event; a folder of photos opens the file for itself."""

    def __init__(self, opened: Desk) -> None:
        self._opened = opened

    def details(self, guest: str) -> "GuestDetails":
        from qhsign.services import guest_details

        return guest_details.details(self._opened, guest)

    def edit(self, guest: str, field: str, text: str, desk: str) -> "Edited":
        from qhsign.services import guest_edits

        return guest_edits.edit(self._opened.named(desk), guest, field, text)

    def reveal(self, guest: str, field: str, purpose: str, desk: str) -> str:
        from qhsign.services import guest_edits

        return guest_edits.reveal(self._opened.named(desk), guest, field, purpose)

    def undo(self, operation: str, guest: str, desk: str) -> "UndoneOperation":
        from qhsign.services import undo

        return undo.undo(self._opened.named(desk), operation, guest)

    def put_photo(self, guest: str, photo: "ReadyPhoto", desk: str) -> "Edited":
        from qhsign.services import guest_photo

        return guest_photo.put(self._opened.named(desk), guest, photo)

    def take_photo_away(self, guest: str, desk: str) -> "Edited":
        from qhsign.services import guest_photo

        return guest_photo.take_away(self._opened.named(desk), guest)

    def compare(self, remains: str, joined: str) -> "Comparison":
        from qhsign.services import guest_joining

        return guest_joining.compare(self._opened, remains, joined)

    def join(self, joining: "Joining", desk: str) -> "Edited":
        from qhsign.services import guest_joining

        return guest_joining.join(self._opened.named(desk), joining)

    def look_at_photos(self, folder: Path, progress: "Progress") -> "PhotoReport":
        return self._photos(folder, progress, dry_run=True)

    def take_photos(self, folder: Path, progress: "Progress") -> "PhotoReport":
        return self._photos(folder, progress, dry_run=False)

    def _photos(self, folder: Path, progress: "Progress", *, dry_run: bool) -> "PhotoReport":
        from qhsign.services.photo_import import import_photos
        from qhsign.store.event_file import EventFile

        opened = self._opened
        # Minutes of pictures must not keep a scan waiting.
        with EventFile.open(opened.file.path) as file:
            desk = Desk(file, name=opened.name, operator=opened.operator, now=opened.now)
            return import_photos(desk, folder, dry_run=dry_run, progress=progress)
