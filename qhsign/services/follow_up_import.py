"""Taking a follow-up list into the event: states and funds of contracts it has, none added."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import select

from qhsign.domain.contract import LIFE_CYCLE_WORDS, LifeCycle
from qhsign.domain.follow_up_list import (
    DAY_FIELDS,
    FollowUpEntry,
    FollowUpMatch,
    KnownTitle,
    ReadFollowUp,
    match_follow_up,
    read_follow_up,
)
from qhsign.domain.list_sheet import Headings, ListProblem
from qhsign.domain.money import Amount, Qualifier, written
from qhsign.domain.problems import Severity
from qhsign.exchange.heading_words import heading_words
from qhsign.exchange.headings import find_headings
from qhsign.exchange.workbook_reader import read_workbook
from qhsign.services import contract_steps, payments
from qhsign.services.desk import Desk
from qhsign.services.import_record_keeping import (
    Predecessor,
    Provenance,
    as_said,
    find_predecessor,
    record,
    report,
    try_or_keep,
    without_collecting,
)
from qhsign.services.import_records import ImportReport
from qhsign.services.output_file import name_in_records
from qhsign.store.journal import JournaledSession
from qhsign.store.schema import Contract

KIND = "follow-up"


@dataclass(frozen=True, slots=True)
class FollowUpOutcome:
    """What becomes of one contract on a list: ``changed`` or ``unchanged``.

    ``changes`` gives what the event held and what the list brought: ``status`` as states, ``funds``
    as amounts.
    """

    row: int
    number: int
    title: str
    outcome: str
    changes: Mapping[str, tuple[LifeCycle | Amount, LifeCycle | Amount]]


@dataclass(frozen=True, slots=True)
class FollowUpTaken:
    """All that a follow-up list did, or would do."""

    report: ImportReport
    outcomes: Sequence[FollowUpOutcome]


def import_follow_up(
    desk: Desk,
    path: Path,
    *,
    sheet: str | None = None,
    mapping: Mapping[str, str] | None = None,
    replaces: int | None = None,
    dry_run: bool = False,
) -> ImportReport:
    """Do as `take_follow_up`, and return the report alone."""
    return take_follow_up(
        desk, path, sheet=sheet, mapping=mapping, replaces=replaces, dry_run=dry_run
    ).report


@without_collecting()
def take_follow_up(
    desk: Desk,
    path: Path,
    *,
    sheet: str | None = None,
    mapping: Mapping[str, str] | None = None,
    replaces: int | None = None,
    dry_run: bool = False,
) -> FollowUpTaken:
    """Read states, days and funds of contracts from a list in one transaction.

    A contract goes forward through every state up to the one the list tells; a state behind the
    one it has is reported, not taken. 到位资金 is all that is in place: what is more than the event
    has becomes one payment. Contracts the event does not have are reported, never added. One undo
    takes all of it back; otherwise as ``import_guests``.
    """
    found, headings = find_headings(read_workbook(path), KIND, sheet=sheet, chosen=mapping)
    read = read_follow_up(found, headings, desk.now().year)
    keep = not dry_run and bool(read.entries)

    def work(session: JournaledSession) -> FollowUpTaken:
        return _FollowUpImport(session, desk, read, headings, path).run(replaces, keep=keep)

    done: FollowUpTaken = try_or_keep(desk, "import follow-up", work, keep=keep)
    return done


class _FollowUpImport:
    """One follow-up list on its way into the event."""

    def __init__(
        self,
        session: JournaledSession,
        desk: Desk,
        read: ReadFollowUp,
        headings: Headings,
        path: Path,
    ) -> None:
        self._session, self._desk, self._read, self._headings = session, desk, read, headings
        self._file = name_in_records(path)
        self._today = contract_steps.today(session, desk)
        self._problems = [each for each in read.problems if not _of_contract_list(each)]
        self._contracts = {contract.id: contract for contract in session.scalars(select(Contract))}
        self._funds = contract_steps.funds(session)
        self._outcomes: list[FollowUpOutcome] = []

    def run(self, replaces: int | None, *, keep: bool) -> FollowUpTaken:
        matches = match_follow_up(
            self._read.entries,
            [
                KnownTitle(each.id, each.number, each.title, each.certificate_number or "")
                for each in self._contracts.values()
            ],
        )
        matched = {match.contract for match in matches if match.contract}
        before = find_predecessor(self._session, KIND, matched, len(matches), replaces)
        rows = [row for match in matches for row in self._take(match, before)]
        self._session.flush()
        number = record(
            self._session, self._desk, kind=KIND, name=self._file, headings=self._headings,
            before=before, rows=rows,
        )  # fmt: skip
        told = report(
            rows,
            number=number if keep else None,
            read_rows=len(matches),
            headings=self._headings,
            before=before,
            suspected=0,
            delegations={},
            problems=self._problems,
        )
        return FollowUpTaken(told, self._outcomes)

    def _take(self, match: FollowUpMatch, before: Predecessor) -> Iterator[Provenance]:
        entry = match.entry
        if match.contract is None:
            named = " ".join(filter(None, (entry.number, entry.title)))
            column = "title" if entry.title else "number"
            self._tell(entry, column, Severity.ERROR, match.code, named=named)
            return
        contract, said = self._contracts[match.contract], before.said.get(match.contract, {})
        takes: Sequence[tuple[str, Callable[[Contract, FollowUpEntry, Any], bool]]] = (
            ("status", self._take_status),
            ("funds", self._take_funds),
        )
        held: dict[str, LifeCycle | Amount] = {
            "status": contract.status,
            "funds": self._held(contract, entry),
        }
        changes = {
            name: (held[name], getattr(entry, name))
            for name, take in takes
            if getattr(entry, name) is not None and take(contract, entry, said.get(name))
        }
        changed = self._take_days(contract, entry) or bool(changes)
        outcome = "changed" if changed else "unchanged"
        self._outcomes.append(
            FollowUpOutcome(entry.row, contract.number, contract.title, outcome, changes)
        )
        yield Provenance(contract.id, entry.row, outcome, _said(entry))

    def _take_status(self, contract: Contract, entry: FollowUpEntry, said: Any) -> bool:
        state = entry.status
        if state is None or state is contract.status:
            return False
        held = LIFE_CYCLE_WORDS[contract.status]
        if said == state.value:
            self._tell(entry, "status", Severity.NOTE, "list-value-kept", kept=held)
            return False
        reached = contract_steps.follow(
            self._session, self._desk, contract, state,
            days=self._past(entry), reason=self._reason(entry),
        )  # fmt: skip
        if not reached:
            self._tell(
                entry, "status", Severity.WARNING, "life-cycle-backward",
                held=held, told=LIFE_CYCLE_WORDS[state],
            )  # fmt: skip
        elif len(reached) > 1:
            self._tell(
                entry, "status", Severity.NOTE, "life-cycle-passed",
                states="→".join(LIFE_CYCLE_WORDS[each] for each in reached), held=held,
            )  # fmt: skip
        return bool(reached)

    def _take_funds(self, contract: Contract, entry: FollowUpEntry, said: Any) -> bool:
        told = entry.funds
        if told is None:
            return False
        code = self._why_not(contract, entry, told)
        if code:
            self._tell(entry, "funds", Severity.WARNING, code, told=written(told))
            return False
        held = self._held(contract, entry).fen
        if told.fen == held:
            return False
        words = written(Amount(held, told.currency))
        if said == as_said([told.fen, told.currency, told.qualifier]):
            self._tell(entry, "funds", Severity.NOTE, "list-value-kept", kept=words)
            return False
        if told.fen < held:
            self._tell(
                entry, "funds", Severity.WARNING, "funds-less", told=written(told), held=words
            )
            return False
        payments.enter(
            self._session, contract, Amount(told.fen - held, told.currency),
            entry.funds_on or self._today, source=self._reason(entry),
        )  # fmt: skip
        if contract.amount is not None and told.fen > contract.amount:
            self._tell(entry, "funds", Severity.WARNING, "funds-pass-amount", told=written(told))
        return True

    def _held(self, contract: Contract, entry: FollowUpEntry) -> Amount:
        """Return the funds the event has in the currency the list tells."""
        currency = entry.funds.currency if entry.funds else contract.currency
        return Amount(self._funds.get(contract.id, {}).get(currency, 0), currency)

    def _why_not(self, contract: Contract, entry: FollowUpEntry, told: Amount) -> str:
        """Return the code of why funds cannot be taken, or nothing."""
        if contract.amount is not None and told.currency != contract.currency:
            return "funds-other-currency"
        if told.qualifier is not Qualifier.EXACT:
            return "funds-not-exact"
        if entry.funds_on is not None and entry.funds_on > self._today:
            return "funds-to-come"
        return ""

    def _take_days(self, contract: Contract, entry: FollowUpEntry) -> bool:
        """Give steps the days they lack; a day to come is a plan, and told."""
        for state, day in entry.days.items():
            if day > self._today:
                name = next(name for name in DAY_FIELDS if DAY_FIELDS[name] is state)
                self._tell(entry, name, Severity.NOTE, "day-planned", day=day.isoformat())
        days = self._past(entry)
        if not days:
            return False
        self._session.flush()
        changed = False
        for step in contract_steps.steps_of(self._session, contract.id):
            if step.day is None and step.reached in days:
                step.day = days[step.reached]
                changed = True
        signed = days.get(LifeCycle.SIGNED)
        if signed is not None and contract.signed_on is None and _has_been_signed(contract):
            contract.signed_on = signed
            changed = True
        return changed

    def _past(self, entry: FollowUpEntry) -> dict[LifeCycle, date]:
        return {state: day for state, day in entry.days.items() if day <= self._today}

    def _reason(self, entry: FollowUpEntry) -> str:
        return f"{self._file} {entry.row}"

    def _tell(
        self, entry: FollowUpEntry, name: str, severity: Severity, code: str, /, **said: object
    ) -> None:
        heading = self._headings.heading(name)
        self._problems.append(ListProblem(entry.row, heading, severity, code, said))


def _of_contract_list(problem: ListProblem) -> bool:
    """Tell whether a column is one of contract lists, which a follow-up list repeats."""
    return problem.code == "heading-unknown" and bool(
        heading_words("contracts").read(problem.column)
    )


def _has_been_signed(contract: Contract) -> bool:
    return contract.status not in {LifeCycle.TALKS, LifeCycle.TO_SIGN, LifeCycle.TERMINATED}


def _said(entry: FollowUpEntry) -> dict[str, Any]:
    """Return what the list says of a contract, for the record of the import."""
    said: dict[str, Any] = {"title": entry.title}
    if entry.status is not None:
        said["status"] = entry.status.value
    if entry.funds is not None:
        said["funds"] = entry.funds
    return said
