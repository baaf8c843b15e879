"""Import, scan and search with ten times as many guests: no more than ten times the work."""

import gc
import sys
from datetime import date
from pathlib import Path

from benchmarks.large_event import event_with, many
from benchmarks.measuring import Figure, percentile, timed
from benchmarks.sample_list import write_list
from benchmarks.scan_to_verdict import scans
from qhsign.domain.ordering import Order
from qhsign.services import events, guests, imports
from qhsign.services.desk import Desk
from qhsign.store.event_file import EventFile
from qhsign.ui.guests.facet_index import FacetIndex
from qhsign.ui.guests.wanted import Wanted

TIMES = 10
SLACK = 1.25
"""What caches and a shared machine may add to work that grows with the guests."""
SCANS, ROUNDS = 500, 3
TYPED = ("l", "li", "liu", "liu y", "青", "青海", "经理", "1", "12", "00012")


def imported(folder: Path, count: int) -> float:
    """Return the seconds from a list of so many guests to the commit with its journal."""
    path = folder / f"list-{count}.xlsx"
    write_list(path, count)
    desk = events.new_event(
        folder / f"import-{count}.qhsign", Desk, title="青洽会", edition=25, start=date(2026, 7, 10)
    )
    with desk, timed() as watch:
        report = imports.import_guests(desk, path)
    if report.new != count:
        raise ValueError(f"{report.new} of {count} guests were new: {report.problems[:3]}")
    return watch.seconds


def searched(event: Path, *, is_ready: bool) -> float:
    """Return the milliseconds of a query: of a few, each a letter on from the one before.

    ``is_ready`` is how the window searches a few seconds after it opened; otherwise each query is
    the first one that list of guests is asked, and looks at every guest.
    """
    with Desk(EventFile.open(event)) as desk:
        rows, texts = guests.read_guests(desk, Order.SURNAME_STROKES)
    # As in the window: what is read once is never looked through for garbage again.
    gc.freeze()
    searches = []
    for _ in range(ROUNDS):
        taken, index = 0.0, FacetIndex(rows, texts)
        while is_ready and index.get_ready():
            pass
        for query in TYPED:
            if not is_ready:
                index = FacetIndex(rows, texts)
            with timed() as watch:
                index.find(Wanted(query))
            taken += watch.seconds
        searches.append(taken / len(TYPED) * 1000)
    return min(searches)


def main(folder: Path, usual: int) -> None:
    """Measure a tenth of the large number of guests, then all of them."""
    most = many(usual)
    few = most // TIMES
    name = f"ten times the one of {few}"
    grown = imported(folder, few) * TIMES, imported(folder, most)
    Figure(f"import of {most} guests", grown[1], "s", grown[0] * SLACK, name, grown[0]).say()
    small, large = event_with(few, folder), event_with(most, folder)
    for is_ready, when in ((False, "just opened"), (True, "got ready")):
        before = searched(small, is_ready=is_ready) * TIMES
        now = searched(large, is_ready=is_ready)
        what = f"search among {most} guests, {when}"
        Figure(what, now, "ms", before * SLACK, name, before).say()
    each = [percentile(scans(event, min(SCANS, few)), 0.5) for event in (small, large)]
    what = f"scan to verdict among {most} guests, p50"
    Figure(what, each[1], "ms", each[0] * SLACK, f"among {few}", each[0]).say()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
