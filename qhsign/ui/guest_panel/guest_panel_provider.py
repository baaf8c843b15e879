"""What the side panel is given: plain functions over the open event, filled in by ``launch``.

Each blocks and is called on a worker; none touches Qt. Each may raise ``ProblemForUser``, which
the panel shows in place. Guests are named by their ids; ``desk`` is this desk's name.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from qhsign.background.progress import Progress
from qhsign.services.guest_detail_records import GuestDetails
from qhsign.services.guest_edit_records import Edited, ReadyPhoto, UndoneOperation
from qhsign.services.guest_joining_records import Comparison, Joining
from qhsign.services.photo_records import PhotoReport


@dataclass(frozen=True, slots=True)
class JoiningProvider:
    """Two guests side by side, and making them one.

    ``compare`` takes who remains and who is joined; ``join`` what was chosen, and the desk.
    """

    compare: Callable[[str, str], Comparison]
    join: Callable[[Joining, str], Edited]


@dataclass(frozen=True, slots=True)
class PhotoFolderProvider:
    """Photos of many guests from one folder; both report their progress and may be cancelled.

    ``look`` tells what would happen; ``take`` does it, as one import that one undo takes back.
    """

    look: Callable[[Path, Progress], PhotoReport]
    take: Callable[[Path, Progress], PhotoReport]


@dataclass(frozen=True, slots=True)
class GuestPanelProvider:
    """Everything about one guest, and mending it.

    ``edit`` takes guest, field, text, desk; ``reveal`` guest, field, purpose, desk and returns the
    full value; ``undo`` operation, guest, desk. ``read_photo`` makes a photo of a picture and its
    name without the event; ``put_photo`` takes guest, photo, desk; ``take_photo_away`` guest, desk.
    """

    details: Callable[[str], GuestDetails]
    edit: Callable[[str, str, str, str], Edited]
    reveal: Callable[[str, str, str, str], str]
    undo: Callable[[str, str, str], UndoneOperation]
    read_photo: Callable[[bytes | Path, str], ReadyPhoto]
    put_photo: Callable[[str, ReadyPhoto, str], Edited]
    take_photo_away: Callable[[str, str], Edited]
    joining: JoiningProvider
    folder: PhotoFolderProvider
