"""What the search in the top bar finds: plain code over what the window holds in memory."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import TypeVar

from qhsign.domain.name_reading import Reading
from qhsign.domain.search import hit_spans, matcher, query_terms, search_text
from qhsign.services.contract_records import FindableContract
from qhsign.services.guest_records import GuestRow
from qhsign.ui.commands.command import Command

T = TypeVar("T")

_MOST = 6
"""Findings shown of each kind: what is not among them needs one more letter."""
_WEIGHED = 60
"""Guests whose hit is looked at to bring names before organizations."""


class Kind(Enum):
    """What is found; the order is that of the list."""

    GUEST = "guest"
    CONTRACT = "contract"
    COMMAND = "command"


@dataclass(frozen=True, slots=True)
class FindableCommand:
    """A command with the text it is found by: both languages, pinyin, initials."""

    command: Command
    search_text: str


@dataclass(frozen=True, slots=True)
class Where:
    """Everything that is searched."""

    guests: "GuestSearch" = field(default_factory=lambda: GuestSearch(()))
    contracts: Sequence[FindableContract] = ()
    commands: Sequence[FindableCommand] = ()


@dataclass(frozen=True, slots=True)
class Findings:
    """What is shown, each kind with the recent ones first."""

    guests: Sequence[GuestRow] = ()
    contracts: Sequence[FindableContract] = ()
    commands: Sequence[Command] = ()

    @property
    def are_none(self) -> bool:
        """Whether nothing was found."""
        return not (self.guests or self.contracts or self.commands)


class GuestSearch:
    """The guests as they are searched: a letter more looks only among what was found before."""

    def __init__(self, rows: Sequence[GuestRow]) -> None:
        self.rows = rows
        self._texts = [row.search_text for row in rows]
        self._terms: Sequence[str] = ()
        self._hits: Sequence[int] = range(len(rows))

    def find(self, query: str) -> Iterator[GuestRow]:
        """Give the guests that meet every term of the query, in the order of the rows.

        Whoever has enough of them stops asking, and the rest is not looked at.
        """
        terms, texts = query_terms(query), self._texts
        narrower = len(terms) >= len(self._terms) and all(
            before in now for before, now in zip(self._terms, terms, strict=False)
        )
        places = self._hits if narrower else range(len(texts))
        first, rest = terms[:1], terms[1:]
        hits: list[int] = []
        for place in places:
            text = texts[place]
            if first and first[0] not in text:
                continue
            if rest and not all(term in text for term in rest):
                continue
            hits.append(place)
            yield self.rows[place]
        self._terms, self._hits = terms, hits


@dataclass(slots=True)
class Recent:
    """What was gone to last, newest first, for as long as the event is open."""

    ids: list[tuple[Kind, str]] = field(default_factory=list)

    def note(self, kind: Kind, found: str) -> None:
        """Remember that somebody went there."""
        self.ids = [(kind, found), *(each for each in self.ids if each != (kind, found))][:24]

    def place(self, kind: Kind, found: str) -> int:
        """Return how long ago it was, from 0; what was never gone to comes after all."""
        wanted = (kind, found)
        return self.ids.index(wanted) if wanted in self.ids else len(self.ids)


def findable(
    commands: Sequence[Command], chinese: Sequence[str], readings: Sequence[Reading]
) -> Sequence[FindableCommand]:
    """Return the commands with what each is found by."""
    return [
        FindableCommand(
            command, search_text(full_name=words, reading=reading, latin_name=command.words)
        )
        for command, words, reading in zip(commands, chinese, readings, strict=True)
    ]


def look_for(query: str, where: Where, recent: Recent) -> Findings:
    """Return what a query finds; an empty one gives what was gone to last, then the commands."""
    if not query.strip():
        return _recently(where, recent)
    meets = matcher(query)
    guests = _likely_first(where.guests.find(query), query)
    contracts = [each for each in where.contracts if meets(each.search_text)]
    commands = _may_run(each.command for each in where.commands if meets(each.search_text))

    def guest_place(row: GuestRow) -> tuple[int, int]:
        by_name = hit_spans(query, row.full_name, Reading(tuple(row.reading.split())))
        return recent.place(Kind.GUEST, row.id), by_name[0][0] if by_name else len(row.full_name)

    return Findings(
        sorted(guests, key=guest_place)[:_MOST],
        sorted(contracts, key=lambda each: recent.place(Kind.CONTRACT, each.row.id))[:_MOST],
        sorted(commands, key=lambda each: recent.place(Kind.COMMAND, each.id))[:_MOST],
    )


def _likely_first(found: Iterable[GuestRow], query: str) -> list[GuestRow]:
    """Return guests whose name may begin with what was typed, then some of the others."""
    first = query.strip()[0].casefold()
    likely: list[GuestRow] = []
    others: list[GuestRow] = []
    for row in found:
        begins = row.reading[:1] == first or row.full_name[:1] == first
        if begins:
            likely.append(row)
            if len(likely) == _WEIGHED:
                break
        elif len(others) < _WEIGHED:
            others.append(row)
    return likely + others


def _recently(where: Where, recent: Recent) -> Findings:
    gone_to = {kind: [found for each, found in recent.ids if each is kind] for kind in Kind}
    guests = _by_id(where.guests.rows, gone_to[Kind.GUEST], lambda row: row.id)
    contracts = _by_id(where.contracts, gone_to[Kind.CONTRACT], lambda each: each.row.id)
    commands = _may_run(each.command for each in where.commands)
    return Findings(
        guests[:_MOST],
        contracts[:_MOST],
        sorted(commands, key=lambda each: recent.place(Kind.COMMAND, each.id)),
    )


def _by_id(rows: Iterable[T], wanted: Sequence[str], name: Callable[[T], str]) -> list[T]:
    found = {name(row): row for row in rows if name(row) in wanted} if wanted else {}
    return [found[each] for each in wanted if each in found]


def _may_run(commands: Iterable[Command]) -> list[Command]:
    return [command for command in commands if command.enabled_when()]
