"""Checking every guest's badge before a run, and previews of single badges and certificates."""

import subprocess
import sys
from functools import partial
from itertools import cycle
from pathlib import Path

from benchmarks.measuring import Figure, best, nearly_empty_pages
from qhsign.services import badge_preflight, badges, contracts, guests, previews
from qhsign.services.desk import Desk
from qhsign.store.event_file import EventFile

_LAYOUTS = ("badge-90x130", "badge-90x130-bilingual", "badge-90x130-photo", "badge-cr80")
_PREVIEWS = 100


def slowest_preview(desk: Desk) -> float:
    """Return the seconds of the slowest preview among guests of every layout and contracts.

    Each was shown once before, so that every font it takes is open.
    """
    listed = guests.list_guests(desk).guests
    some = [listed[place * len(listed) // _PREVIEWS].number for place in range(_PREVIEWS)]
    signed = [row.number for row in contracts.list_contracts(desk)]
    taken = [
        best(partial(previews.badge, desk, number, layout), 2)
        for number, layout in zip(some, cycle(_LAYOUTS), strict=False)
    ]
    taken += [best(partial(previews.certificate, desk, number), 2) for number in signed]
    return max(taken)


def main(folder: Path, count: int) -> None:
    """Measure into ``folder``: before anything is printed, and once everything is."""
    event = folder / "preflight.qhsign"
    subprocess.run(
        [sys.executable, "-m", "qhsign", "--event", event, "demo", "--guests", str(count)],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    pages = "as many nearly empty pages"
    floor = best(lambda: nearly_empty_pages(folder / "empty.pdf", count), 1)
    with Desk(EventFile.open(event)) as desk:
        before = best(lambda: badge_preflight.preflight(desk), 1)
        Figure(f"{count} guests checked before the print", before, "s", 1.0, pages, floor).say()
        badges.print_badges(desk, folder / "badges.pdf")
        after = best(lambda: badge_preflight.preflight(desk), 1)
        name = f"{count} guests checked who were printed"
        Figure(name, after, "s", 1.0, pages, floor).say()
        one = best(lambda: nearly_empty_pages(folder / "one.pdf", 1)) * 1000
        slowest = slowest_preview(desk) * 1000
    name = "preview of one badge or certificate, the slowest"
    Figure(name, slowest, "ms", 50.0, "one nearly empty page", one).say()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
