"""Notices VIPs as they arrive, at this desk or at any other of the file."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QObject, Signal

from qhsign.background.operation import Operation
from qhsign.background.runner import Runner
from qhsign.services.guest_records import Arrival, GuestRow
from qhsign.ui.guests.guest_book import GuestBook

JUST = timedelta(minutes=15)
"""An arrival older than this when it becomes known is no news: the evening's paper sheet brings
many."""

Liaisons = Callable[[Sequence[str]], Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class VipNews:
    """A VIP who has just come in; ``liaison`` is who looks after them, or ""."""

    guest: GuestRow
    arrival: Arrival
    liaison: str = ""


class VipWatch(QObject):
    """``changed`` says that ``news``, the newest first, is another list.

    What was acknowledged is not told again; an annulled arrival is taken back by itself.
    """

    changed = Signal()

    def __init__(
        self,
        book: GuestBook,
        runner: Runner,
        liaisons: Liaisons | None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._book, self._runner, self._liaisons, self._now = book, runner, liaisons, now
        self._vips: Mapping[str, GuestRow] = {}
        self._seen: set[tuple[str, datetime]] = set()
        self._activity = ""
        self.news: Sequence[VipNews] = ()
        book.loaded.connect(self._take_guests)
        book.arrivals_loaded.connect(self._look)

    def show_activity(self, activity_id: str) -> None:
        """Watch another activity; what was told of the one before is over."""
        if activity_id != self._activity:
            self._activity = activity_id
            self._put(())

    def acknowledge(self) -> None:
        """Have everything that is told now for known."""
        self._seen |= {_key(each) for each in self.news}
        self._put(())

    def _take_guests(self) -> None:
        self._vips = {row.id: row for row in self._book.rows if row.vip}
        self._look()

    def _look(self) -> None:
        arrivals, told = self._book.arrivals, {_key(each): each for each in self.news}
        oldest = self._now() - JUST
        found = []
        for guest, row in self._vips.items():
            arrival = arrivals.get(guest)
            if arrival is None or (guest, arrival.at) in self._seen:
                continue
            known = told.get((guest, arrival.at))
            if known is not None or arrival.at >= oldest:
                found.append(known or VipNews(row, arrival))
        found.sort(key=lambda each: each.arrival.at, reverse=True)
        self._put(found)
        self._ask_liaisons([each.guest.id for each in found if _key(each) not in told])

    def _ask_liaisons(self, guests: Sequence[str]) -> None:
        ask = self._liaisons
        if not guests or ask is None:
            return

        def take(names: Mapping[str, str]) -> None:
            self._put(
                [
                    VipNews(each.guest, each.arrival, names.get(each.guest.id, each.liaison))
                    for each in self.news
                ]
            )

        self._runner.start(Operation(lambda: ask(guests), take, self))

    def _put(self, news: Sequence[VipNews]) -> None:
        if list(news) != list(self.news):
            self.news = tuple(news)
            self.changed.emit()


def _key(news: VipNews) -> tuple[str, datetime]:
    return news.guest.id, news.arrival.at
