"""Every guest's badge in one PDF, issued and journaled; seconds, peak memory, size of the file."""

import subprocess
import sys
from pathlib import Path

from benchmarks.measuring import Figure, best, nearly_empty_pages, peak_megabytes, timed
from qhsign.services import badges
from qhsign.services.desk import Desk
from qhsign.store.event_file import EventFile


def size(path: Path) -> float:
    """Return a file's size in megabytes."""
    return path.stat().st_size / 1e6


def main(folder: Path, guests: int) -> None:
    """Measure into ``folder``; another process makes the event, not to count its memory."""
    event, out, empty = folder / "badges.qhsign", folder / "badges.pdf", folder / "empty.pdf"
    # Some guests of the demonstration have not confirmed and get no badge.
    invited = guests * 11 // 10 + 1
    subprocess.run(
        [sys.executable, "-m", "qhsign", "--event", event, "demo", "--guests", str(invited)],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    loaded = peak_megabytes()
    with Desk(EventFile.open(event)) as desk, timed() as watch:
        run = badges.print_badges(desk, out, limit=guests)
    memory = peak_megabytes()
    floor = best(lambda: nearly_empty_pages(empty, run.pages), 1)
    name = f"{run.pages} badges to one PDF"
    pages = "as many nearly empty pages"
    Figure(name, watch.seconds, "s", 3.0, pages, floor).say()
    Figure(f"{name}, peak memory", memory, "MB", 350, "the program loaded", loaded).say()
    Figure(f"{name}, file", size(out), "MB", 10, pages, size(empty)).say()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
