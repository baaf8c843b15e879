"""Taking a list of contracts into the event."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import select

from qhsign.domain.contract import KIND_WORDS, LIFE_CYCLE_WORDS, MODE_WORDS, LifeCycle
from qhsign.domain.contract_entry import SIDES, ContractEntry, PartyEntry
from qhsign.domain.contract_list import ReadContracts
from qhsign.domain.list_sheet import Headings, ListProblem
from qhsign.domain.matching import ContractMatch, KnownContract, match_contracts
from qhsign.domain.money import Amount, slate_warning, written
from qhsign.domain.problems import ProblemForUser, Severity
from qhsign.services import contract_steps, contract_texts, contracts, slates
from qhsign.services.desk import Desk
from qhsign.services.guests import organization
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
from qhsign.services.import_records import (
    ContractOutcome,
    ContractsTaken,
    ImportReport,
    MissingContract,
)
from qhsign.services.list_reading import read_contract_list
from qhsign.services.list_records import CONTRACTS, ListChoice
from qhsign.services.list_source import name_of
from qhsign.store import numbers
from qhsign.store.journal import JournaledSession
from qhsign.store.schema import Contract, Party, Slate, SlateEntry

_TOLD_EVERY = 16  # contracts between two words of progress
_PLAIN = ("title", "kind", "industry", "region", "mode", "status", "remark")


def import_contracts(
    desk: Desk,
    path: Path,
    *,
    sheet: str | None = None,
    mapping: Mapping[str, str] | None = None,
    replaces: int | None = None,
    dry_run: bool = False,
    slate: str | None = None,
) -> ImportReport:
    """Read a list of contracts into the event in one transaction, which one undo takes back.

    With ``slate`` the contracts go onto that slate, which is made when there is none like it.
    A changed contract loses its approval. Otherwise as ``import_guests``.
    """
    choice = ListChoice(path, sheet, mapping or {}, kind=CONTRACTS, slate=slate or "")
    return take_contracts(desk, choice, replaces=replaces, dry_run=dry_run).report


@without_collecting()
def take_contracts(
    desk: Desk,
    choice: ListChoice,
    *,
    leave_out: Collection[int] = (),
    replaces: int | None = None,
    dry_run: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> ContractsTaken:
    """Do what ``import_contracts`` says and tell it contract by contract.

    ``leave_out`` are rows of the file that are not taken: their new contracts are not added, their
    changes not made and they go onto no slate, but what they name is not missing. The slate of the
    choice declares its numbers in the same transaction. ``progress`` is told contracts done and
    contracts on the list, and may stop the import by raising: then nothing is changed. Raises
    ProblemForUser as ``import_contracts``, and ``setting-wrong`` for a declared number that is
    none.
    """
    _, headings, read = read_contract_list(choice)
    declared = slates.read_declared(
        {"declared_contracts": choice.declared_contracts, "declared_amount": choice.declared_amount}
    )
    keep = not dry_run and bool(read.entries)

    def work(session: JournaledSession) -> ContractsTaken:
        taking = _ContractImport(session, desk, read, headings, choice.slate)
        taking.leave_out, taking.progress = frozenset(leave_out), progress
        taking.declared = declared if choice.slate else {}
        return taking.run(name_of(choice.source), replaces, keep=keep)

    done: ContractsTaken = try_or_keep(desk, "import contracts", work, keep=keep)
    return done


class _ContractImport:
    """One list of contracts on its way into the event."""

    def __init__(
        self,
        session: JournaledSession,
        desk: Desk,
        read: ReadContracts,
        headings: Headings,
        slate: str,
    ) -> None:
        self.leave_out: frozenset[int] = frozenset()
        self.progress: Callable[[int, int], None] | None = None
        self.declared: Mapping[str, int | None] = {}
        self._outcomes: list[ContractOutcome] = []
        self._session = session
        self._desk = desk
        self._read = read
        self._headings = headings
        self._slate = slate
        self._problems: list[ListProblem] = list(read.problems)
        self._contracts = {contract.id: contract for contract in session.scalars(select(Contract))}
        self._parties: dict[str, dict[str, Party]] = {}
        for party in session.scalars(select(Party)):
            self._parties.setdefault(party.contract_id, {})[party.side] = party

    def run(self, name: str, replaces: int | None, *, keep: bool) -> ContractsTaken:
        matches = match_contracts(self._read.entries, self._known())
        matched = {match.contract for match in matches if match.contract}
        before = find_predecessor(
            self._session, "contracts", matched, len(self._read.entries), replaces
        )
        rows = [*self._change(matches, before), *self._add(matches)]
        self._session.flush()
        self._put_on_slates(rows)
        number = record(
            self._session, self._desk, kind="contracts", name=name,
            headings=self._headings, before=before, rows=rows,
        )  # fmt: skip
        done = report(
            rows,
            number=number if keep else None,
            read_rows=self._read.rows,
            headings=self._headings,
            before=before,
            suspected=sum(bool(match.suspected) for match in matches),
            delegations={},
            problems=self._problems,
        )
        missing = self._missing(before, rows)
        return ContractsTaken(done, self._headings, self._outcomes, missing)

    def _missing(self, before: Predecessor, rows: Sequence[Provenance]) -> list[MissingContract]:
        """Return what the list's predecessor held and this list does not, by number."""
        gone = before.missing({row.entity for row in rows})
        found = [self._contracts[each] for each in gone if each in self._contracts]
        return [
            MissingContract(
                contract.number,
                contract.title,
                self._held(contract, "parties"),
                contracts.amount_of(contract),
            )
            for contract in sorted(found, key=lambda contract: contract.number)
        ]

    def _note(
        self,
        match: ContractMatch,
        outcome: str,
        changes: Mapping[str, tuple[object, object]] | None = None,
    ) -> None:
        """Keep what became of one contract, and tell how far the import has come."""
        like = self._contracts[match.suspected[0]].number if match.suspected else None
        self._outcomes.append(ContractOutcome(match.entry, outcome, changes or {}, like))
        done = len(self._outcomes)
        if self.progress is not None and done % _TOLD_EVERY == 0:
            self.progress(done, len(self._read.entries))

    def _is_left_out(self, match: ContractMatch) -> bool:
        return match.entry.row in self.leave_out

    def _known(self) -> list[KnownContract]:
        return [
            KnownContract(
                contract.id,
                contract.title,
                contract.certificate_number or "",
                tuple(party.organization for party in self._parties.get(contract.id, {}).values()),
            )
            for contract in self._contracts.values()
        ]

    def _add(self, matches: Sequence[ContractMatch]) -> Iterable[Provenance]:
        fresh = []
        for match in matches:
            if match.contract is None and self._is_left_out(match):
                self._note(match, "left-out")
            elif match.contract is None:
                fresh.append(match)
        taken = numbers.take(self._session, "contract", len(fresh))
        rows = []
        for match, number in zip(fresh, taken, strict=True):
            contract = Contract(number=number, title=match.entry.title)
            self._session.add(contract)
            self._contracts[contract.id] = contract
            for name, value in _given(match.entry).items():
                if name == "status":
                    contract_steps.begin(self._session, self._desk, contract, value)
                else:
                    self._set(contract, name, value, match.entry.row)
            for other in match.suspected[:1]:
                known = self._contracts[other]
                self._tell(
                    match.entry.row, "title", Severity.WARNING, "suspected-duplicate-contract",
                    title=match.entry.title, other=f"{known.number:04d}",
                )  # fmt: skip
            self._note(match, "new")
            rows.append(Provenance(contract.id, match.entry.row, "new", _said(match.entry)))
        return rows

    def _change(
        self, matches: Sequence[ContractMatch], before: Predecessor
    ) -> Iterable[Provenance]:
        rows = []
        matched = [(self._contracts[match.contract], match) for match in matches if match.contract]
        approved = contracts.rows(self._session, [contract for contract, _ in matched])
        for contract, match in matched:
            entry, outcome = match.entry, "left-out"
            changes: dict[str, tuple[object, object]] = {}
            if not self._is_left_out(match):
                changes = self._take_changes(contract, entry, before.said.get(contract.id, {}))
                outcome = "changed" if changes else "unchanged"
            self._note(match, outcome, changes)
            rows.append(Provenance(contract.id, entry.row, outcome, _said(entry)))
        self._session.flush()
        row_of = {row.entity: row.row for row in rows}
        for changed_row in contracts.withdraw_where_changed(self._session, approved):
            self._tell(
                row_of[changed_row.id], "title", Severity.WARNING, "approval-withdrawn",
                title=changed_row.title,
            )  # fmt: skip
        return rows

    def _follow(self, contract: Contract, state: LifeCycle, row: int) -> bool:
        """Go to the state the list tells; tell where no way leads there."""
        if contract_steps.follow(self._session, self._desk, contract, state):
            return True
        self._tell(
            row, "status", Severity.WARNING, "life-cycle-backward",
            held=LIFE_CYCLE_WORDS[contract.status], told=LIFE_CYCLE_WORDS[state],
        )  # fmt: skip
        return False

    def _take_changes(
        self, contract: Contract, entry: ContractEntry, said: Mapping[str, Any]
    ) -> dict[str, tuple[object, object]]:
        """Give a contract what the list changes; return it by field, as it was and as it is."""
        taken: dict[str, tuple[object, object]] = {}
        for name, value in _given(entry).items():
            held = self._held(contract, name)
            if _same(name, value, held):
                continue
            if name in said and said[name] == as_said(_sayable(name, value)):
                self._tell(
                    entry.row, name, Severity.NOTE, "list-value-kept", kept=_words(name, held)
                )
                continue
            if name == "status" and not self._follow(contract, value, entry.row):
                continue
            if name == "declared_none":
                taken["amount"] = (contracts.amount_of(contract), None)
            else:
                taken[name] = (held, value)
            self._set(contract, name, value, entry.row)
        return taken

    def _held(self, contract: Contract, name: str) -> Any:
        if name == "amount":
            return contracts.amount_of(contract)
        if name == "declared_none":
            return contract.amount is None
        if name == "parties":
            held = self._parties.get(contract.id, {})
            return tuple(
                PartyEntry(side, party.organization, party.signatory, party.signatory_title)
                for side, party in sorted(held.items(), key=lambda item: SIDES.index(item[0]))
            )
        if name == "batch":
            return self._batch_name(contract)
        return getattr(contract, name)

    def _batch_name(self, contract: Contract) -> str:
        if contract.batch_id is None:
            return ""
        return contracts.batch_name(self._session, contract.batch_id)

    def _set(self, contract: Contract, name: str, value: Any, row: int) -> None:
        if name == "amount":
            contract.amount, contract.currency = value.fen, value.currency
            contract.qualifier = value.qualifier.value
        elif name == "declared_none":
            contract.amount = None
        elif name == "parties":
            self._set_parties(contract, value, row)
        elif name == "batch":
            self._move(contract, value, row)
        elif name in _PLAIN:
            setattr(contract, name, value)

    def _move(self, contract: Contract, name: str, row: int) -> None:
        """Put a contract into the batch a list names, unless the stage has been arranged since."""
        try:
            contracts.move(self._session, contract, contracts.batch(self._session, name))
        except ProblemForUser as problem:
            self._tell(row, "batch", Severity.WARNING, problem.code, **problem.parameters)

    def _set_parties(self, contract: Contract, entries: Sequence[PartyEntry], row: int) -> None:
        held = self._parties.setdefault(contract.id, {})
        for entry in entries:
            party = held.get(entry.side)
            if party is None:
                party = Party(
                    contract_id=contract.id, side=entry.side, is_host=entry.side == SIDES[0],
                    organization=entry.organization, signatory="", signatory_title="",
                )  # fmt: skip
                held[entry.side] = party
                self._session.add(party)
            if entry.organization and (
                party.organization_id is None or party.organization != entry.organization
            ):
                party.organization = entry.organization
                party.organization_id = organization(self._session, entry.organization)
            if entry.signatory:
                if party.signatory != entry.signatory:
                    # A post belongs to the person who held it, and so do their names abroad.
                    party.signatory, party.signatory_title = entry.signatory, ""
                    contract_texts.forget_signatory(self._session, contract.id, entry.side)
                party.signatory_id = contracts.guest_named(
                    self._session, entry.signatory, party.organization
                )
                if party.signatory_id is None:
                    self._tell(
                        row, self._signatory_field(entry.side), Severity.WARNING,
                        "signatory-not-a-guest", name=entry.signatory,
                        organization=entry.organization,
                    )  # fmt: skip
            party.signatory_title = entry.signatory_title or party.signatory_title

    def _signatory_field(self, side: str) -> str:
        of_side = f"signatory_{'abcdefgh'[SIDES.index(side)]}"
        return of_side if of_side in self._headings.columns else "signatory"

    def _put_on_slates(self, rows: Sequence[Provenance]) -> None:
        row_of = {row.entity: row.row for row in rows if row.outcome != "left-out"}
        named = {entry.row: entry.slate for entry in self._read.entries if entry.slate}
        chosen: dict[str, Slate] = {}
        for entity in sorted(row_of, key=lambda entity: row_of[entity]):
            name = self._slate or named.get(row_of[entity])
            if not name:
                continue
            if name not in chosen:
                chosen[name] = slates.find_or_make(self._session, name)
            self._put_on(chosen[name], entity)
        for field, number in self.declared.items():
            for slate in chosen.values():
                setattr(slate, field, number)
        self._session.flush()
        for slate in chosen.values():
            self._compare(slate)

    def _put_on(self, slate: Slate, contract: str) -> None:
        there = self._session.scalars(
            select(SlateEntry.id).where(
                SlateEntry.slate_id == slate.id, SlateEntry.contract_id == contract
            )
        ).first()
        if there is None:
            position = contracts.next_position(self._session, slate.id)
            self._session.add(
                SlateEntry(slate_id=slate.id, contract_id=contract, position=position)
            )
            self._session.flush()

    def _compare(self, slate: Slate) -> None:
        if slate.declared_amount is None:
            return
        computed = slates.row(self._session, slate).amounts.get("CNY", 0)
        problem = slate_warning(slate.name, Amount(slate.declared_amount), computed)
        if problem is not None:
            self._problems.append(
                ListProblem(
                    0,
                    self._headings.heading("amount"),
                    problem.severity,
                    problem.code,
                    problem.parameters,
                )
            )

    def _tell(
        self, row: int, name: str, severity: Severity, code: str, /, **parameters: object
    ) -> None:
        self._problems.append(
            ListProblem(row, self._headings.heading(name), severity, code, parameters)
        )


def _given(entry: ContractEntry) -> dict[str, Any]:
    """Return what the list says of a contract: the fields that hold something."""
    names = (*_PLAIN, "amount", "parties", "batch")
    given = {name: value for name in names if (value := getattr(entry, name)) not in (None, "", ())}
    if entry.declared_none:
        given["declared_none"] = True
    return given


def _said(entry: ContractEntry) -> dict[str, Any]:
    """Return the same for the record of the import."""
    return {name: _sayable(name, value) for name, value in _given(entry).items()}


def _same(name: str, value: Any, held: Any) -> bool:
    """Tell whether the list says what the event has; a blank in it says nothing."""
    if name != "parties":
        return bool(value == held)
    by_side = {party.side: party for party in held}
    return all(
        entry.side in by_side
        and all(
            not part or part == getattr(by_side[entry.side], attribute)
            for attribute, part in (
                ("organization", entry.organization),
                ("signatory", entry.signatory),
                ("signatory_title", entry.signatory_title),
            )
        )
        for entry in value
    )


def _sayable(name: str, value: Any) -> Any:
    if name == "parties":
        return [
            [party.side, party.organization, party.signatory, party.signatory_title]
            for party in value
        ]
    return value


_WORDS: Mapping[str, Mapping[Any, str]] = {
    "kind": KIND_WORDS,
    "mode": MODE_WORDS,
    "status": LIFE_CYCLE_WORDS,
}


def _words(name: str, held: Any) -> str:
    """Say a value staff gave a contract."""
    if name in _WORDS:
        return _WORDS[name][held]
    if name == "amount":
        return written(held) if held else "—"
    if name == "declared_none":
        return "—"
    if name == "parties":
        return "；".join(
            f"{party.side}方：" + " ".join(filter(None, (party.organization, party.signatory)))
            for party in held
        )
    return str(held)
