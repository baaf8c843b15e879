"""One followed contract of the table: how it stands, and what it is found and filtered by."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from qhsign.domain.contract import LifeCycle
from qhsign.domain.search import matcher
from qhsign.services.contract_records import ContractRow
from qhsign.services.follow_up_records import FollowedContract
from qhsign.ui.follow_up.follow_up_provider import FollowUpRows

ANY, NONE = "", "\x00"
"""Choices of a filter: everything, and the contracts that name nothing."""


@dataclass(frozen=True, slots=True)
class FollowedRow:
    """``contract`` tells the follow-up of a contract, ``row`` the rest of it."""

    contract: FollowedContract
    row: ContractRow
    search_text: str

    @property
    def number(self) -> int:
        """The contract's number."""
        return self.contract.number

    @property
    def last_day(self) -> date | None:
        """The day of the latest step somebody gave a day for."""
        days = [step.day for step in self.contract.steps if step.day is not None]
        return max(days, default=None)

    @property
    def share(self) -> float | None:
        """The funds in place against the amount, of one currency; None without an amount."""
        amount = self.contract.amount
        if amount is None or not amount.fen:
            return None
        return self.contract.funds.get(amount.currency, 0) / amount.fen


def followed_rows(read: FollowUpRows) -> list[FollowedRow]:
    """Put how contracts stand beside the rest of them, by number.

    Both were read one after the other: a contract that came between them waits for the next time.
    """
    rest = {each.row.number: each for each in read.findable}
    return [
        FollowedRow(one, rest[one.number].row, rest[one.number].search_text)
        for one in read.followed
        if one.number in rest
    ]


@dataclass(frozen=True, slots=True)
class FollowedFilter:
    """What is looked for; an empty word looks for everything, ``NONE`` for what names nothing."""

    text: str = ""
    slate: str = ANY
    state: str = ANY
    industry: str = ANY
    region: str = ANY

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left out."""
        return self == FollowedFilter()

    def chosen(self, rows: Sequence[FollowedRow]) -> list[FollowedRow]:
        """Return the rows that fit, in their order."""
        tests = self._tests()
        return [row for row in rows if all(test(row) for test in tests)]

    def _tests(self) -> list[Callable[[FollowedRow], bool]]:
        tests: list[Callable[[FollowedRow], bool]] = []
        if self.slate:
            slate = self.slate
            tests.append(
                lambda one: not one.row.slates if slate == NONE else slate in one.row.slates
            )
        if self.state:
            state = LifeCycle(self.state)
            tests.append(lambda one: one.contract.state is state)
        if self.industry:
            industry = "" if self.industry == NONE else self.industry
            tests.append(lambda one: one.row.industry == industry)
        if self.region:
            region = "" if self.region == NONE else self.region
            tests.append(lambda one: one.row.region == region)
        if self.text.strip():
            meets = matcher(self.text)
            tests.append(lambda one: meets(one.search_text))
        return tests
