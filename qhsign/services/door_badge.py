"""One guest's badge at the door: a file of its own in the desk's print folder."""

from pathlib import Path

from qhsign.domain.problems import ProblemForUser
from qhsign.domain.roles import Act
from qhsign.services import badges
from qhsign.services.desk import Desk
from qhsign.services.guest_records import DoorBadge
from qhsign.services.output_file import free_name, made_folder


def print_door_badge(desk: Desk, number: int, folder: Path) -> DoorBadge:
    """Print the badge of one guest, again if it was printed before, and return where it lies.

    The folder is made where it is missing. No earlier file is written over: each badge printed
    stays as it was handed out. Whoever checks people in may print it. Raises ProblemForUser
    ``guest-unknown``, ``out-folder-missing``, ``out-unwritable``, or the finding for which this
    guest gets no badge (``not-confirmed`` …).
    """
    out = free_name(made_folder(folder), f"badge-{number:05d}", ".pdf")
    run = badges.print_badges(desk.doing(Act.CHECK_IN), out, guest_numbers=(number,))
    if not run.badges:
        first = run.preflight[0]
        raise ProblemForUser(first.code, **first.parameters)
    return DoorBadge(out, run.preflight)
