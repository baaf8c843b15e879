"""What is wrong with batches before their papers are printed, each thing where it happens.

Nothing here keeps anybody from working: a paper is printed all the same.
"""

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy.orm import Session

from qhsign.domain import batching, host_text
from qhsign.domain.batching import BatchFault, Fault
from qhsign.domain.ceremony import Step
from qhsign.services import host_words
from qhsign.services.contract_findings import of_amounts, of_slate_totals
from qhsign.services.run_of_show import Show
from qhsign.services.stage_cast import Cast, CastContract, CastPerson, StageGuest
from qhsign.services.stage_records import StageFinding
from qhsign.store.schema import Batch, Slate

_FEWEST_PARTIES = 2
_CODES = {
    Fault.TWICE: "stage-person-twice",
    Fault.IN_A_ROW: "stage-person-in-a-row",
    Fault.TOO_LARGE: "stage-batch-too-large",
}


def of_batch(batch: Batch, cast: Cast) -> list[StageFinding]:
    """Return what is wrong with one batch and its contracts."""
    found = batching.faults(
        [each.to_sign() for each in cast.contracts],
        [[each.row.id for each in cast.contracts]],
        batch.size_limit,
    )
    return [
        *of_faults(found, [batch.name], cast),
        *(finding for each in cast.contracts for finding in of_contract(each, batch.name)),
        *of_amounts([each.row for each in cast.contracts], batch.name),
    ]


def of_slate(
    session: Session, slate: Slate, batches: Sequence[tuple[Batch, Cast]]
) -> list[StageFinding]:
    """Return what is wrong with a slate's batches, one after the other, and with its totals."""
    found = [finding for batch, cast in batches for finding in of_batch(batch, cast)]
    every = [each for _, cast in batches for each in cast.contracts]
    everybody = Cast(every, *_merged(cast for _, cast in batches))
    in_a_row = batching.faults(
        [each.to_sign() for each in every],
        [[each.row.id for each in cast.contracts] for _, cast in batches],
    )
    names = [batch.name for batch, _ in batches]
    rows_of_faults = [fault for fault in in_a_row if fault.fault is Fault.IN_A_ROW]
    return [
        *found, *of_faults(rows_of_faults, names, everybody), *of_slate_totals(session, slate),
    ]  # fmt: skip


def of_faults(faults: Iterable[BatchFault], names: Sequence[str], cast: Cast) -> list[StageFinding]:
    """Return the faults of a parting with their batches and people named."""
    labels = {each.row.id: each.row.label for each in cast.contracts}
    found = []
    for fault in faults:
        contracts = "、".join(dict.fromkeys(labels.get(each, "") for each in fault.contracts))
        found.append(
            StageFinding(
                _CODES[fault.fault],
                {
                    "name": cast.named(fault.person).name if fault.person else "",
                    "batch": names[fault.batch],
                    "contracts": contracts,
                    "count": len(fault.contracts),
                },
                names[fault.batch],
            )
        )
    return found


def of_contract(contract: CastContract, batch: str) -> Iterator[StageFinding]:
    """Find parties and people of a contract who cannot go on stage as things are."""
    row = contract.row
    known = {"number": row.label, "title": row.title}
    if len(row.parties) < _FEWEST_PARTIES:
        yield StageFinding("stage-one-party", known, batch, row.label)
    for party in contract.parties:
        side = {**known, "side": party.row.side, "organization": party.row.organization}
        if party.signatory is None:
            yield StageFinding("stage-signatory-missing", side, batch, row.label)
        elif party.signatory.guest is None:
            named = {**side, "name": party.signatory.name}
            yield StageFinding("stage-signatory-unknown", named, batch, row.label)
        for person in _not_coming(party.people):
            named = {**side, "name": person.name}
            yield StageFinding("stage-guest-cancelled", named, batch, row.label)


def _not_coming(people: Iterable[CastPerson]) -> Iterator[CastPerson]:
    for person in people:
        if person.guest is not None and not person.guest.is_coming:
            yield person


def _merged(
    casts: Iterable[Cast],
) -> tuple[dict[str, StageGuest], dict[str, Sequence[StageGuest]]]:
    by_id: dict[str, StageGuest] = {}
    by_name: dict[str, Sequence[StageGuest]] = {}
    for cast in casts:
        by_id |= cast.by_id
        by_name |= cast.by_name
    return by_id, by_name


def of_words(show: Show, step: Step) -> Iterator[StageFinding]:
    """Find what looks unfinished in the words staff wrote for a step: gaps, and who is left out.

    Somebody is left out who signs while others of the batch are named.
    """
    text = show.written_words(step)
    title, batch = show.title(step), show.batches[step.batch].name if step.batch else ""
    for gap in host_text.gaps(text):
        yield StageFinding("stage-words-gap", {"step": title, "gap": gap}, batch)
    if not text or not step.batch:
        return
    signing = [
        party.signatory.name
        for contract in show.batches[step.batch].cast.contracts
        for party in contract.parties
        if party.signatory
    ]
    left_out = [name for name in dict.fromkeys(signing) if name not in text]
    if left_out and len(left_out) < len(set(signing)):
        names = "、".join(left_out)
        yield StageFinding("stage-words-without", {"step": title, "names": names}, batch)


def of_readings(show: Show) -> list[StageFinding]:
    """Find names the host may misread whose reading nobody confirmed."""
    people: dict[str, CastPerson] = {}
    for staged in show.batches.values():
        for person in (p for contract in staged.cast.contracts for p in contract.people):
            people.setdefault(person.key, person)
    return [
        StageFinding(
            "stage-reading-unconfirmed",
            {
                "name": person.name,
                "number": person.guest.label if person.guest else "—",
                "pinyin": " ".join(each.pinyin for each in host_words.readings_of(person)),
            },
        )
        for person in people.values()
        if host_words.is_unconfirmed(person)
    ]
