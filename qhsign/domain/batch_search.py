"""Finding the best parting of contracts into batches: exchanges first, then a search.

Exchanging two contracts at a time nearly always finds a parting without faults. Where it does not,
a search with a bound tries every place; a small slate is searched through.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

_TRIES = 20_000
"""How many places are tried before the search gives up."""
_SWEEPS = 10
_CLASH, _IN_A_ROW = 10**9, 10**6
_FIRST_HALF = 20  # no gathering of hosts is worth one of the first in rank going later


@dataclass(frozen=True, slots=True)
class ToSign:
    """A contract to be signed on stage, with everybody it brings there.

    ``people`` are signatories, assistants and witnesses by an identity of theirs; ``shared`` are
    those who may serve several contracts of a batch at once: witnesses, who stand behind all
    tables. ``host`` is the organization of the host.
    """

    id: str
    people: frozenset[str] = frozenset()
    shared: frozenset[str] = frozenset()
    host: str = ""

    @property
    def bound(self) -> frozenset[str]:
        """Who can be at one table only."""
        return self.people - self.shared


def standing(contracts: Sequence[ToSign]) -> frozenset[str]:
    """Return the witnesses of more than half of the contracts: they stay on stage throughout."""
    behind = Counter(who for contract in contracts for who in contract.shared)
    signing = {who for contract in contracts for who in contract.bound}
    half = len(contracts) / 2
    return frozenset(who for who, count in behind.items() if count > half) - signing


class Parting:
    """Contracts by rank in batches; those in ``locked`` batches stay."""

    def __init__(
        self, contracts: Sequence[ToSign], batches: Sequence[Sequence[str]], locked: Collection[int]
    ) -> None:
        self._known = {contract.id: contract for contract in contracts}
        self._rank = {contract.id: rank for rank, contract in enumerate(contracts)}
        self._batches = [[each for each in batch if each in self._known] for batch in batches]
        self._locked = frozenset(locked)
        self._natural = {each: place for place, batch in enumerate(batches) for each in batch}
        self._where = dict(self._natural)
        self._open = [
            each for each in self._known if self._natural.get(each, -1) not in self._locked
        ]
        self._home = {place: len(batch) for place, batch in enumerate(self._batches)}
        self._hosts: dict[str, Counter[int]] = {}
        self._around: dict[int, int] = {}
        self._split_cost = len(self._rank) + 2
        wanted = Counter(who for contract in contracts for who in contract.people)
        again = {who for who, count in wanted.items() if count > 1} - standing(contracts)
        # Who comes for one contract only is in nobody's way.
        self._bound = {contract.id: contract.bound & again for contract in contracts}
        self._coming = {contract.id: contract.people & again for contract in contracts}

    def settle(self) -> list[list[str]]:
        """Return the best batches found, in no order within a batch."""
        by_rank = [list(batch) for batch in self._batches]
        self._improve()
        best, least = self._copy(), self._cost_of_all()
        for strict in (True, False):
            if least < (_IN_A_ROW if strict else _CLASH):
                break
            self._start(by_rank)
            if self._search(strict=strict):
                self._improve()
                cost = self._cost_of_all()
                if cost < least:
                    best, least = self._copy(), cost
        return best

    def _copy(self) -> list[list[str]]:
        return [list(batch) for batch in self._batches]

    def _start(self, batches: Sequence[Sequence[str]]) -> None:
        self._batches = [list(batch) for batch in batches]

    # What a parting costs

    def _cost_of_all(self) -> int:
        everywhere = range(len(self._batches))
        return self._cost_of(everywhere) + sum(map(self._displaced, self._open)) + self._splits()

    def _cost_of(self, places: Iterable[int]) -> int:
        """Return the cost of clashes in these batches and of people in a row around them."""
        pairs = {(p, p + 1) for place in places for p in (place - 1, place)}
        return _CLASH * sum(map(self._clashes, places)) + _IN_A_ROW * sum(
            self._repeats(first, second) for first, second in pairs
        )

    def _clashes(self, place: int) -> int:
        seats = [who for each in self._batches[place] for who in self._bound[each]]
        return len(seats) - len(set(seats))

    def _repeats(self, first: int, second: int) -> int:
        if first < 0 or second >= len(self._batches):
            return 0
        return len(self._people(first) & self._people(second))

    def _people(self, place: int) -> set[str]:
        return {who for each in self._batches[place] for who in self._coming[each]}

    def _displaced(self, contract: str) -> int:
        return self._displaced_at(contract, self._where[contract])

    def _displaced_at(self, contract: str, place: int) -> int:
        """Return what a contract costs outside its rank's batch: the first must not go later."""
        gone = place - self._natural[contract]
        if gone <= 0:
            return -gone
        count, rank = len(self._rank), self._rank[contract]
        first = _FIRST_HALF * count if 2 * rank < count else 0
        return (first + 2 * (count - rank)) * gone**2

    def _splits(self) -> int:
        return sum(map(self._split, self._hosts))

    def _split(self, host: str) -> int:
        """Return what it costs that a host's contracts are in several batches.

        It is worth moving contracts of the lower half in rank by a batch, never the first ones.
        """
        batches = len(+self._hosts[host]) if host else 1
        return (batches - 1) * self._split_cost

    # Exchanges

    def _improve(self) -> None:
        """Exchange contracts of two batches as long as that makes the parting better."""
        self._where = {each: p for p, batch in enumerate(self._batches) for each in batch}
        self._hosts, self._around = {}, {}
        for each, place in self._where.items():
            self._hosts.setdefault(self._known[each].host, Counter())[place] += 1
        for _ in range(_SWEEPS):
            # The last in rank are moved first: the first shall stay where they are.
            exchanged = sum(map(self._exchange_best, reversed(self._open)))
            if not exchanged:
                return

    def _exchange_best(self, contract: str) -> bool:
        """Exchange a contract with the one that gains most; tell whether any gains."""
        here, best = self._where[contract], (0, 0, "")
        for other in self._open:
            there = self._where[other]
            if there == here:
                continue
            gain = self._gain_of_rank(contract, other) + self._gain_of_hosts(contract, other)
            if self._coming[contract] or self._coming[other]:
                # Where nobody is in the way, an exchange can only bring somebody into it.
                if gain < best[0] and not (self._cost_around(here) or self._cost_around(there)):
                    continue
                gain += self._gain_of_people(contract, other)
            best = max(best, (gain, -self._rank[other], other)) if gain > 0 else best
        gain, _, other = best
        if gain > 0:
            self._exchange(contract, other)
            self._around.clear()
        return gain > 0

    def _gain_of_rank(self, first: str, second: str) -> int:
        here, there = self._where[first], self._where[second]
        now = self._displaced_at(first, here) + self._displaced_at(second, there)
        return now - self._displaced_at(first, there) - self._displaced_at(second, here)

    def _gain_of_hosts(self, first: str, second: str) -> int:
        """Return what is gained by batches in which one of the two hosts has nothing any more."""
        hosts = self._known[first].host, self._known[second].host
        if hosts[0] == hosts[1]:
            return 0
        here, there = self._where[first], self._where[second]
        fewer = 0
        for host, gone, come in ((hosts[0], here, there), (hosts[1], there, here)):
            if host:
                fewer += (self._hosts[host][gone] == 1) - (self._hosts[host][come] == 0)
        return fewer * self._split_cost

    def _gain_of_people(self, first: str, second: str) -> int:
        """Return what is gained by clashes and people in a row."""
        places = {self._where[first], self._where[second]}
        before = self._cost_of(places)
        self._exchange(first, second)
        after = self._cost_of(places)
        self._exchange(first, second)
        return before - after

    def _cost_around(self, place: int) -> int:
        """Return the cost of people in and around a batch, known until the next exchange."""
        if place not in self._around:
            self._around[place] = self._cost_of((place,))
        return self._around[place]

    def _exchange(self, first: str, second: str) -> None:
        here, there = self._where[first], self._where[second]
        self._put(first, here, there)
        self._put(second, there, here)

    def _put(self, contract: str, here: int, there: int) -> None:
        self._batches[here].remove(contract)
        self._batches[there].append(contract)
        self._where[contract] = there
        at = self._hosts[self._known[contract].host]
        at[here] -= 1
        at[there] += 1

    # The search

    def _search(self, *, strict: bool) -> bool:
        """Fill the open batches anew with nobody twice in one or, if strict, in two in a row.

        The contracts whose people are wanted most go first. Gives up after so many tries.
        """
        room = [p for p in range(len(self._batches)) if p not in self._locked]
        for place in room:
            self._batches[place] = []
        wanted = Counter(who for coming in self._coming.values() for who in coming)

        def most_wanted(contract: str) -> tuple[int, int]:
            return (-sum(wanted[who] for who in self._coming[contract]), self._rank[contract])

        waiting = sorted(self._open, key=most_wanted)
        return _Search(self, room, strict=strict).place(waiting)

    def suits(self, contract: str, place: int, *, strict: bool) -> bool:
        """Tell whether a batch has room for a contract without a fault."""
        if len(self._batches[place]) >= self._home[place]:
            return False
        if any(self._bound[contract] & self._bound[each] for each in self._batches[place]):
            return False
        beside = [p for p in (place - 1, place + 1) if 0 <= p < len(self._batches)]
        return not strict or not any(self._coming[contract] & self._people(each) for each in beside)

    def near(self, contract: str, room: Iterable[int]) -> list[int]:
        """Return the batches in the order they are tried for a contract."""
        return sorted(room, key=lambda place: (abs(place - self._natural[contract]), place))

    def fill(self, contract: str, place: int) -> None:
        """Put a contract into a batch during the search."""
        self._batches[place].append(contract)

    def empty(self, place: int) -> None:
        """Take the contract put in last out of a batch again."""
        self._batches[place].pop()


class _Search:
    """One search with its bound on tries."""

    def __init__(self, parting: Parting, room: Sequence[int], *, strict: bool) -> None:
        self._parting, self._room, self._strict = parting, room, strict
        self._left = _TRIES

    def place(self, waiting: Sequence[str]) -> bool:
        """Place every waiting contract; tell whether that could be done."""
        if not waiting:
            return True
        first, others = waiting[0], waiting[1:]
        for batch in self._parting.near(first, self._room):
            self._left -= 1
            if self._left < 0:
                return False
            if not self._parting.suits(first, batch, strict=self._strict):
                continue
            self._parting.fill(first, batch)
            if self.place(others):
                return True
            self._parting.empty(batch)
        return False
