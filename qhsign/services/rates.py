"""The rates of the follow-up (落实率 履约率 资金到位率 完成率) and the targets behind the last."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain.currency import HOME
from qhsign.domain.follow_up import Followed, TargetMeasure, tally
from qhsign.domain.money import read_amount
from qhsign.domain.problems import ProblemForUser
from qhsign.services import contract_steps, contracts, typed_values
from qhsign.services.desk import Desk
from qhsign.services.follow_up_records import LeftOutRow, RateGroup, RateRow, RatesReport
from qhsign.services.slates import find as find_slate
from qhsign.store.schema import Contract, Slate, SlateEntry, Target

_WHOLE, _SLATE, _INDUSTRY, _REGION = "whole", "slate", "industry", "region"
GROUPINGS = (_WHOLE, _SLATE, _INDUSTRY, _REGION)
"""What a target is set for; all but the first are named."""
_Targets = Mapping[tuple[str, str], Mapping[TargetMeasure, int]]


def rates(desk: Desk, slate: str | None = None) -> RatesReport:
    """Return the rates of all contracts, or of those on one slate, with their groups.

    Contracts on several slates count once in the whole and once on each slate. Raises
    ProblemForUser ``slate-unknown`` or ``slate-ambiguous``.
    """
    with desk.read() as session:
        return rates_in(session, slate)


def rates_in(session: Session, slate: str | None = None, region: str | None = None) -> RatesReport:
    """Return the same inside a session that is already open.

    With a ``region``, by the very words of the contracts, only its contracts are counted.
    """
    chosen = None if slate is None else find_slate(session, slate)
    if chosen is None:
        found = list(session.scalars(select(Contract).order_by(Contract.number)))
    else:
        found = contracts.on_slate(session, chosen.id)
    found = [one for one in found if region in {None, one.region}]
    seen = followed_of(session, found)
    targets = _targets(session)
    of_whole = (_WHOLE, "") if chosen is None else (_SLATE, chosen.name)
    if region is not None:
        # The targets of a region are those of all its contracts, whatever the slate.
        of_whole = (_REGION, region) if chosen is None else ("", "")
    groups = [] if chosen is not None else [_by_slate(session, found, seen, targets)]
    groups += [
        _by(_INDUSTRY, found, seen, targets, lambda contract: contract.industry),
        _by(_REGION, found, seen, targets, lambda contract: contract.region),
    ]
    return RatesReport(
        slate=chosen.name if chosen else None,
        whole=_row(of_whole, "" if chosen is None else chosen.name, seen.values(), targets),
        groups=groups,
        left_out=[
            LeftOutRow(contract.number, contract.title, reasons)
            for contract in found
            if (reasons := seen[contract.id].left_out)
        ],
    )


def followed_of(session: Session, found: Iterable[Contract]) -> dict[str, Followed]:
    """Return contracts (by id) as the rates see them."""
    funds, ended = contract_steps.funds(session), contract_steps.before_end(session)
    return {
        contract.id: Followed(
            contract.id, contracts.amount_of(contract), contract.status,
            ended.get(contract.id), funds.get(contract.id, {}),
        )
        for contract in found
    }  # fmt: skip


def set_target(
    desk: Desk, values: Mapping[str, str], *, grouping: str = _WHOLE, name: str = ""
) -> RateRow:
    """Set targets: ``contracts`` and ``implemented`` as counts, ``amount`` and ``funds`` as money.

    Bare money is in 元, only 人民币 is a target, and nothing takes a target away. A slate is meant
    by any unambiguous part of its name; an industry or region by the very words of the contracts.
    Raises ProblemForUser ``setting-unknown``, ``setting-wrong``, ``slate-unknown``,
    ``slate-ambiguous`` or ``target-name-missing``.
    """
    read = {measure: value for key, text in values.items() for measure, value in [_read(key, text)]}
    with desk.write("target set") as session:
        if grouping == _SLATE:
            name = find_slate(session, name).name
        name = name.strip()
        if (grouping == _WHOLE) == bool(name):
            raise ProblemForUser("target-name-missing")
        held = {
            target.measure: target
            for target in session.scalars(
                select(Target).where(Target.grouping == grouping, Target.name == name)
            )
        }
        for measure, value in read.items():
            target = held.get(measure)
            if value is None:
                if target is not None:
                    session.delete(target)
            elif target is None:
                session.add(Target(grouping=grouping, name=name, measure=measure, value=value))
            else:
                target.value = value
        session.flush()
        found = _members(session, grouping, name)
        seen = followed_of(session, found).values()
        row = _row((grouping, name), name, seen, _targets(session))
        return replace(row, operation=session.pen.operation)


def _read(key: str, text: str) -> tuple[TargetMeasure, int | None]:
    if key not in set(TargetMeasure):
        raise ProblemForUser("setting-unknown", key=key, keys="、".join(TargetMeasure))
    measure = TargetMeasure(key)
    try:
        if measure in {TargetMeasure.CONTRACTS, TargetMeasure.IMPLEMENTED}:
            return measure, typed_values.count(text.strip())
        return measure, _money(text.strip())
    except ValueError:
        raise ProblemForUser("setting-wrong", key=key, value=text) from None


def _money(text: str) -> int | None:
    if not text:
        return None
    amount = read_amount(text).amount
    if amount is None or amount.currency != HOME:
        raise ValueError(text)
    return amount.fen


def _members(session: Session, grouping: str, name: str) -> list[Contract]:
    if grouping == _SLATE:
        return contracts.on_slate(session, find_slate(session, name).id)
    query = select(Contract).order_by(Contract.number)
    if grouping == _INDUSTRY:
        query = query.where(Contract.industry == name)
    elif grouping == _REGION:
        query = query.where(Contract.region == name)
    return list(session.scalars(query))


def _targets(session: Session) -> _Targets:
    found: dict[tuple[str, str], dict[TargetMeasure, int]] = {}
    for target in session.scalars(select(Target).order_by(Target.id)):
        measure = TargetMeasure(target.measure)
        found.setdefault((target.grouping, target.name), {})[measure] = target.value
    return found


def _row(of: tuple[str, str], name: str, members: Iterable[Followed], targets: _Targets) -> RateRow:
    counted = tally(members)
    own = targets.get(of, {})
    return RateRow(name, counted, own, counted.completion(own))


def _by_slate(
    session: Session,
    found: Sequence[Contract],
    seen: Mapping[str, Followed],
    targets: _Targets,
) -> RateGroup:
    """Return the rates of each slate, then of the contracts on none."""
    on: dict[str, list[Followed]] = {}
    for slate, contract in session.execute(select(SlateEntry.slate_id, SlateEntry.contract_id)):
        on.setdefault(slate, []).append(seen[contract])
    rows = [
        _row((_SLATE, slate.name), slate.name, on.get(slate.id, ()), targets)
        for slate in session.scalars(select(Slate).order_by(Slate.id))
    ]
    listed = {each.id for members in on.values() for each in members}
    rest = [seen[contract.id] for contract in found if contract.id not in listed]
    if rest:
        rows.append(_row((_SLATE, ""), "", rest, targets))
    return RateGroup(_SLATE, overlapping=True, rows=rows)


def _by(
    grouping: str,
    found: Sequence[Contract],
    seen: Mapping[str, Followed],
    targets: _Targets,
    of: Callable[[Contract], str],
) -> RateGroup:
    """Return the rates by what ``of`` gives, the largest amounts first, those with nothing last."""
    members: dict[str, list[Followed]] = {}
    for contract in found:
        members.setdefault(of(contract), []).append(seen[contract.id])
    rows = [_row((grouping, name), name, each, targets) for name, each in members.items()]
    rows.sort(
        key=lambda row: (
            not row.name, -row.tally.amounts.get(HOME, 0), -row.tally.contracts, row.name,
        )
    )  # fmt: skip
    return RateGroup(grouping, overlapping=False, rows=rows)
