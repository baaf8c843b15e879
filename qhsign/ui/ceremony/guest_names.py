"""Suggesting guests for the names a contract is written with, also by pinyin."""

from collections.abc import Sequence
from itertools import islice

from qhsign.ui.guests.guest_book import GuestBook
from qhsign.ui.palette.findings import GuestSearch

_MOST = 12
_PART = "、"


class GuestNames:
    """Looks only among what was found before while letters are added."""

    def __init__(self, book: GuestBook) -> None:
        self._book = book
        self._search = GuestSearch(())

    def suggest(self, typed: str) -> Sequence[tuple[str, str]]:
        """Return guests for the last name of what was typed, with the whole text as it would be."""
        before, _, last = typed.rpartition(_PART)
        if not last.strip():
            return ()
        if self._search.rows is not self._book.rows:
            self._search = GuestSearch(self._book.rows)
        head = f"{before}{_PART}" if before else ""
        return [
            ("　".join(filter(None, (row.full_name, row.organization, row.title))),
             head + row.full_name)
            for row in islice(self._search.find(last), _MOST)
        ]  # fmt: skip
