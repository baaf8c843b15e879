"""Import, scan and search with ten times as many guests: no more than ten times the work."""

import sys
from datetime import date
from pathlib import Path

from benchmarks.large_event import event_with, many
from benchmarks.measuring import Figure, percentile, timed
from benchmarks.sample_list import write_list
from benchmarks.scan_to_verdict import scans
from qhsign.domain.text_search import TextSearch
from qhsign.services import events, guests, imports
from qhsign.services.desk import Desk
from qhsign.store.event_file import EventFile

TIMES = 10
SLACK = 1.25
"""What caches and a shared machine may add to work that grows with the guests."""
SCANS = 500
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


def searched(event: Path) -> float:
    """Return the milliseconds of a query typed a letter at a time, as the window searches.

    That is after it got ready. Before, it looks at every text, and a hundred thousand of them lie
    in slower memory than ten thousand.
    """
    with Desk(EventFile.open(event)) as desk:
        texts = [row.search_text for row in guests.list_guests(desk).guests]
    searches = []
    for _ in range(3):
        search = TextSearch(texts)
        while search.get_ready():
            pass
        with timed() as watch:
            for query in TYPED:
                search.places(query)
        searches.append(watch.seconds / len(TYPED) * 1000)
    return min(searches)


def main(folder: Path, usual: int) -> None:
    """Measure a tenth of the large number of guests, then all of them."""
    most = many(usual)
    few = most // TIMES
    name = f"ten times the one of {few}"
    grown = imported(folder, few) * TIMES, imported(folder, most)
    Figure(f"import of {most} guests", grown[1], "s", grown[0] * SLACK, name, grown[0]).say()
    small, large = event_with(few, folder), event_with(most, folder)
    grown = searched(small) * TIMES, searched(large)
    Figure(f"search among {most} guests", grown[1], "ms", grown[0] * SLACK, name, grown[0]).say()
    each = [percentile(scans(event, min(SCANS, few)), 0.5) for event in (small, large)]
    what = f"scan to verdict among {most} guests, p50"
    Figure(what, each[1], "ms", each[0] * SLACK, f"among {few}", each[0]).say()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
