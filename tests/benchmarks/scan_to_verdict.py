"""One scan to its verdict, the durable commit included, over 2,000 badges and more."""

import sys
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite_driver
from sqlalchemy import select

from benchmarks.large_event import event_with
from benchmarks.measuring import Figure, percentile, timed
from qhsign.services import activities, badges, check_ins, events
from qhsign.services.desk import Desk
from qhsign.store.event_file import EventFile
from qhsign.store.schema import Guest

SCANS = 2_000


def bare_commits(path: Path, times: int) -> list[float]:
    """Return the milliseconds of single-row commits, with the settings of an event file."""
    connection = sqlite_driver.connect(str(path), isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE scan (number INTEGER PRIMARY KEY, code TEXT)")
    taken = []
    for number in range(times):
        with timed() as watch:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("INSERT INTO scan VALUES (?, ?)", (number, "QH1" * 12))
            connection.execute("COMMIT")
        taken.append(watch.seconds * 1000)
    connection.close()
    return taken


def badge_codes(event: Path, most: int | None = None) -> list[str]:
    """Issue a badge for every guest, or for some; return what their codes say."""
    with Desk(EventFile.open(event), name="东门1号台") as desk:
        with desk.read() as session:
            wanted = list(session.scalars(select(Guest.id).order_by(Guest.number).limit(most)))
        return [badge.code for badge in badges.issue(desk, wanted)]


def scans(event: Path, most: int) -> list[float]:
    """Have so many guests enter, half as many again a second time; return milliseconds each."""
    codes, taken = badge_codes(event, most), []
    with Desk(EventFile.open(event), name="东门1号台") as desk:
        opening = activities.list_activities(desk)[0]
        facts = events.facts(desk)
        at = activities.local_moment(f"{facts.start}T09:10", facts.zone)
        # Who comes a second time is told so.
        for code in [*codes, *codes[: most // 2]]:
            with timed() as watch:
                check_ins.record_scan(desk, code, opening.name, at=at)
            taken.append(watch.seconds * 1000)
    return taken


def main(folder: Path, guests: int) -> None:
    """Measure into ``folder``: every guest enters, and some are scanned twice."""
    taken = scans(event_with(guests, folder), min(SCANS, guests))
    floor = bare_commits(folder / "bare.db", len(taken))
    for share, word in ((0.5, "p50"), (0.99, "p99")):
        name = f"scan to verdict, {word} of {len(taken)}"
        value, least = percentile(taken, share), percentile(floor, share)
        Figure(name, value, "ms", 10.0, f"bare durable commit, {word}", least).say()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
