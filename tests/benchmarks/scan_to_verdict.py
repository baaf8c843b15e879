"""One scan to its verdict, the durable commit included, over 2,000 badges and more."""

import sys
from datetime import date
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite_driver
from sqlalchemy import select

from benchmarks.measuring import Figure, percentile, timed
from qhsign.services import activities, badges, check_ins, demonstration, events
from qhsign.services.desk import Desk
from qhsign.store.event_file import EventFile
from qhsign.store.schema import Guest

SCANS = 2_000
START = date(2026, 7, 10)


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


def main(folder: Path, guests: int) -> None:
    """Measure into ``folder``: every guest enters, and some are scanned twice."""
    event = folder / "scans.qhsign"
    demonstration.make(event, Desk, guests=guests, start=START)
    taken, most = [], min(SCANS, guests)
    with Desk(EventFile.open(event), name="东门1号台") as desk:
        with desk.read() as session:
            wanted = list(session.scalars(select(Guest.id)))
        codes = [badge.code for badge in badges.issue(desk, wanted)]
        opening = activities.list_activities(desk)[0]
        at = activities.local_moment(f"{START}T09:10", events.facts(desk).zone)
        # Half as many again come a second time and are told so.
        for code in [*codes[:most], *codes[: most // 2]]:
            with timed() as watch:
                check_ins.record_scan(desk, code, opening.name, at=at)
            taken.append(watch.seconds * 1000)
    floor = bare_commits(folder / "bare.db", len(taken))
    for share, word in ((0.5, "p50"), (0.99, "p99")):
        name = f"scan to verdict, {word} of {len(taken)}"
        value, least = percentile(taken, share), percentile(floor, share)
        Figure(name, value, "ms", 10.0, f"bare durable commit, {word}", least).say()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
