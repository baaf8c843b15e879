"""Which guests the screen shows: the guest book, what was asked of it, and what holds of each."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from qhsign.background.operation import Changed, Operation
from qhsign.background.runner import Runner
from qhsign.domain.guest_problems import GuestProblem
from qhsign.services.guest_facts import GuestFacts
from qhsign.ui.guests.facet_index import FacetIndex
from qhsign.ui.guests.guest_book import GuestBook
from qhsign.ui.guests.guest_table_provider import GuestTableProvider
from qhsign.ui.guests.wanted import VALUES, Facet, Found, Wanted


class FoundGuests(QObject):
    """``outdated`` says that ``find`` would give something else now.

    Facts are read when somebody looks, not with every change: a desk that checks people in has
    better things to do.
    """

    outdated = Signal()

    def __init__(
        self,
        book: GuestBook,
        runner: Runner,
        provider: GuestTableProvider | None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._book, self.runner, self._provider = book, runner, provider
        self.wanted = Wanted()
        self.found = Found(())
        self._index = FacetIndex()
        self._arrivals: Mapping[str, object] = {}
        self._facts: GuestFacts | None = None
        self._facts_are_old, self._is_asking = True, False
        runner.changed.connect(self._look_again)

    @property
    def facts(self) -> GuestFacts | None:
        """What holds of the guests; None before it was read."""
        return self._facts

    @property
    def activities(self) -> Mapping[str, str]:
        """The names of the activities by id, in their order."""
        return self._facts.activities if self._facts else {}

    def find(self) -> Found:
        """Return what is wanted of the guests as they stand."""
        if self._index.rows is not self._book.rows:
            self._index = FacetIndex(self._book.rows)
            self._index.know_facts(self._facts)
            self._arrivals = {}
        if self._arrivals is not self._book.arrivals:
            self._arrivals = self._book.arrivals
            self._index.know_arrivals(self._arrivals)
        self._read_facts()
        self.found = self._index.find(self.wanted)
        return self.found

    def offered(self) -> Mapping[Facet, Sequence[str]]:
        """Return the filters that tell these guests apart."""
        facts = self._facts
        offered = dict(VALUES)
        if not (facts and facts.vetting_required) and self._index.vetted_alike():
            offered[Facet.VETTING] = ()
        offered[Facet.PROBLEM] = tuple(filter(self._is_open, VALUES[Facet.PROBLEM]))
        offered[Facet.DELEGATION] = tuple(self._index.delegations)
        offered[Facet.ACTIVITY] = tuple(self.activities)
        return offered

    def _is_open(self, problem: str) -> bool:
        """Tell whether anybody has this problem; a ticked one stays in sight."""
        known = self._facts.problems if self._facts else {}
        ticked = (Facet.PROBLEM, problem) in self.wanted.ticks
        return ticked or bool(known.get(GuestProblem(problem)))

    def _look_again(self, changes: frozenset[Changed]) -> None:
        if changes & {Changed.GUESTS, Changed.ACTIVITIES}:
            self._facts_are_old = True
            if Changed.GUESTS not in changes:
                self.outdated.emit()

    def _read_facts(self) -> None:
        """Ask for the facts, once at a time; what was read stays in sight meanwhile."""
        if self._provider is None or self._is_asking or not self._facts_are_old:
            return
        if not self._book.is_loaded:
            return
        self._facts_are_old, self._is_asking = False, True

        def take(facts: GuestFacts) -> None:
            self._is_asking = False
            if facts != self._facts:
                self._facts = facts
                self._index.know_facts(facts)
                self.outdated.emit()

        def fail(_: object) -> None:
            # The guest list itself is read from the same file and tells what is wrong with it.
            self._is_asking = False

        self.runner.start(Operation(self._provider.facts, take, self, fail))
