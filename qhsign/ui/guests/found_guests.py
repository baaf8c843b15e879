"""Which guests the screen shows: the guest book, what was asked of it, and what holds of each."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from qhsign.background.operation import Changed
from qhsign.background.runner import Runner
from qhsign.domain.open_questions import OpenQuestion
from qhsign.services.guest_facts import GuestFacts
from qhsign.ui.guests.answer import Answer
from qhsign.ui.guests.facet_index import FacetIndex
from qhsign.ui.guests.guest_book import GuestBook
from qhsign.ui.guests.guest_table_provider import GuestTableProvider
from qhsign.ui.guests.table_columns import AT_FIRST, READ_LATER, Column
from qhsign.ui.guests.table_order import Beside, TableOrder, in_order, names_of
from qhsign.ui.guests.wanted import VALUES, Facet, Found, Wanted
from qhsign.wording import Language

_QUIET_MS, _STEP_MS = 300, 10
"""How long after new rows the search gets ready, and how long it rests between two steps."""
_AT_LATEST_MS = 2_000
"""When facts are read for the first time, even if the workers never had a pause before."""


class FoundGuests(QObject):
    """``outdated`` says that ``find`` would give something else now.

    ``more_read`` says that columns have come that are read only when shown. Facts and columns are
    read when somebody looks, not with every change: a desk that checks people in has better
    things to do.
    """

    outdated = Signal()
    more_read = Signal()

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
        self.order = TableOrder(book.order)
        self.columns: Sequence[Column] = AT_FIRST
        self.language = Language.CHINESE
        self.found = Found(())
        self._index = FacetIndex()
        self._arrivals: Mapping[str, object] = {}
        self._known_facts: GuestFacts | None = None
        self._ordered_by: tuple[object, ...] = ()
        self._names: frozenset[str] = frozenset()
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.timeout.connect(self._get_ready)
        self._opening = QTimer(self)
        self._opening.setSingleShot(True)
        self._opening.timeout.connect(self._open_up)
        self._has_opened = False
        self._facts: Answer[GuestFacts | None] = Answer(runner, self, None, self.outdated.emit)
        self._more: Answer[Mapping[str, Mapping[str, str]]] = Answer(
            runner, self, {}, self._take_more
        )
        self._places: Answer[Mapping[str, int]] = Answer(runner, self, {}, self.outdated.emit)
        runner.changed.connect(self._look_again)
        runner.idle.connect(self._open_up)

    @property
    def facts(self) -> GuestFacts | None:
        """What holds of the guests; None before it was read."""
        return self._facts.value

    @property
    def more(self) -> Mapping[str, Mapping[str, str]]:
        """The columns read only when shown, as far as they have come."""
        return self._more.value

    @property
    def activities(self) -> Mapping[str, str]:
        """The names of the activities by id, in their order."""
        return self.facts.activities if self.facts else {}

    @property
    def delegations(self) -> Sequence[str]:
        """The delegations of the guests, the largest first."""
        return [name for name in self._index.delegations if name]

    @property
    def is_at_rest(self) -> bool:
        """Whether everything is read and the search is as fast as it gets."""
        return self.runner.running == 0 and not self._quiet.isActive()

    def find(self) -> Found:
        """Return what is wanted of the guests as they stand."""
        self._put_in_order()
        if self._arrivals is not self._book.arrivals:
            self._arrivals = self._book.arrivals
            self._index.know_arrivals(self._arrivals)
        if self._known_facts is not self.facts:
            self._known_facts = self.facts
            self._index.know_facts(self.facts)
        self._ask()
        self.found = self._index.find(self.wanted)
        return self.found

    def offered(self) -> Mapping[Facet, Sequence[str]]:
        """Return the filters that tell these guests apart."""
        offered = dict(VALUES)
        if not (self.facts and self.facts.vetting_required) and self._index.vetted_alike():
            offered[Facet.VETTING] = ()
        offered[Facet.PROBLEM] = tuple(filter(self._is_open, VALUES[Facet.PROBLEM]))
        offered[Facet.DELEGATION] = tuple(self._index.delegations)
        offered[Facet.ACTIVITY] = tuple(self.activities)
        return offered

    def _is_open(self, problem: str) -> bool:
        """Tell whether anybody has this problem; a ticked one stays in sight."""
        known = self.facts.problems if self.facts else {}
        ticked = (Facet.PROBLEM, problem) in self.wanted.ticks
        return ticked or bool(known.get(OpenQuestion(problem)))

    def _put_in_order(self) -> None:
        """Order the guests anew where what the order looks at has changed."""
        column = self.order.column
        looked_at = (
            self._book.rows,
            self.order,
            self._book.arrivals if column is Column.ARRIVAL else None,
            self.more if column in READ_LATER else None,
            self._places.value,
        )
        if len(self._ordered_by) == len(looked_at) and all(
            before is now or (before == now and isinstance(now, TableOrder))
            for before, now in zip(self._ordered_by, looked_at, strict=True)
        ):
            return
        self._ordered_by = looked_at
        rows = in_order(self._book.rows, self.order, self._beside())
        self._index = FacetIndex(rows, self._book.texts)
        self._quiet.start(_QUIET_MS)
        self._names = names_of(rows, self.order, self._beside())
        self._arrivals, self._known_facts = {}, None

    def _get_ready(self) -> None:
        """Make the search fast, a little at a time: somebody may be typing already."""
        if self._index.get_ready():
            self._quiet.start(_STEP_MS)

    def _beside(self) -> Beside:
        return Beside(self._book.arrivals, self.more, self._places.value)

    def _ask(self) -> None:
        """Ask for what is lacking or old; the answers make the screen look again."""
        provider = self._provider
        if provider is None or not self._book.is_loaded:
            return
        if not self._has_opened and self.runner.running:
            # While the window opens others have more need of the workers.
            if not self._opening.isActive():
                self._opening.start(_AT_LATEST_MS)
            return
        self._has_opened = True
        self._facts.ask("facts", provider.facts)
        wanted = frozenset(
            READ_LATER[column]
            for column in (*self.columns, self.order.column)
            if column in READ_LATER
        )
        if wanted:
            language = self.language
            self._more.ask((wanted, language), lambda: provider.columns(wanted, language))
        if self._names:
            names, by = self._names, self.order.names_by
            self._places.ask((names, by), lambda: provider.name_places(names, by))

    def _open_up(self) -> None:
        """Ask for the first time, now that the window has opened."""
        if not self._has_opened and self._book.is_loaded:
            self._has_opened = True
            self._opening.stop()
            self._ask()

    def _take_more(self) -> None:
        self.more_read.emit()
        if self.order.column in READ_LATER:
            self.outdated.emit()

    def _look_again(self, changes: frozenset[Changed]) -> None:
        if changes & {Changed.GUESTS, Changed.ACTIVITIES}:
            self._facts.grow_old()
        if changes & {Changed.GUESTS, Changed.PRINTS}:
            self._more.grow_old()
        if changes & {Changed.ACTIVITIES, Changed.PRINTS} and Changed.GUESTS not in changes:
            self.outdated.emit()
