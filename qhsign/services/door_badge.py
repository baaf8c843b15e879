"""One guest's badge at the door: a file of its own in the desk's print folder."""

import re
from pathlib import Path

from qhsign.domain.problems import ProblemForUser
from qhsign.domain.roles import Act
from qhsign.services import badges
from qhsign.services.desk import Desk
from qhsign.services.guest_records import DoorBadge


def print_door_badge(desk: Desk, number: int, folder: Path) -> DoorBadge:
    """Print the badge of one guest, again if it was printed before, and return where it lies.

    The folder is made where it is missing. No earlier file is written over: each badge printed
    stays as it was handed out. Whoever checks people in may print it. Raises ProblemForUser
    ``guest-unknown``, ``out-folder-missing``, ``out-unwritable``, or the finding for which this
    guest gets no badge (``not-confirmed`` …).
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ProblemForUser("out-unwritable", path=folder) from error
    out = _free_name(folder, number)
    run = badges.print_badges(desk.doing(Act.CHECK_IN), out, guest_numbers=(number,))
    if not run.badges:
        first = run.preflight[0]
        raise ProblemForUser(first.code, **first.parameters)
    return DoorBadge(out, run.preflight)


def _free_name(folder: Path, number: int) -> Path:
    """Return badge-00012.pdf, or badge-00012-2.pdf after it, and so on."""
    stem = f"badge-{number:05d}"
    taken = [0]
    for path in folder.glob(f"{stem}*.pdf"):
        match = re.fullmatch(rf"{stem}(?:-(\d+))?\.pdf", path.name)
        if match:
            taken.append(int(match[1] or 1))
    following = max(taken) + 1
    return folder / (f"{stem}.pdf" if following == 1 else f"{stem}-{following}.pdf")
