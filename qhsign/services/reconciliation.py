"""The 对账表: what was published beside what is recorded, never forced to agree."""

from collections.abc import Iterator, Sequence

from sqlalchemy import func, select

from qhsign.domain.currency import HOME
from qhsign.domain.guest import Invitation
from qhsign.domain.money import Amount
from qhsign.services import paper_frame, slates
from qhsign.services.check_in_records import Attendance
from qhsign.services.contract_paper import amount_words, signed, signed_amount
from qhsign.services.desk import Desk
from qhsign.services.one_person import STANDING
from qhsign.services.overview_records import Reconciled
from qhsign.services.paper_frame import Frame
from qhsign.services.presence import first_entries
from qhsign.services.statistics import attendance_in
from qhsign.store.schema import Activity, DeclaredFigure, Delegation, Guest, Slate
from qhsign.wording import Language

_EXACT = "整"
_GUESTS, _ACTIVITIES = "嘉宾", "活动"
_CONTRACTS, _AMOUNT = "签约项目", "签约额"
_NOT_COUNTED = "—"


def lines(desk: Desk, language: Language) -> Sequence[Reconciled]:
    """Return the 对账表 as of now, in words."""
    now = desk.now()
    with desk.read() as session:
        everybody = attendance_in(session, None, now=now)
        return tuple(reconciled(paper_frame.frame(session, now, language), everybody))


def reconciled(frame: Frame, everybody: Attendance) -> list[Reconciled]:
    """Return the lines of the event, its delegations and its slates that declared something."""
    return [*_of_event(frame, everybody), *_of_delegations(frame), *_of_slates(frame)]


def unmatched(frame: Frame) -> Sequence[DeclaredFigure]:
    """Return what was published of this event and has no counterpart among the records."""
    names = {frame.facts.short_title, frame.facts.title}
    counted = {_GUESTS, _ACTIVITIES, _CONTRACTS, _AMOUNT}
    query = select(DeclaredFigure).where(DeclaredFigure.subject.in_(names))
    return [
        figure
        for figure in frame.session.scalars(query.order_by(DeclaredFigure.id))
        if figure.measure not in counted
    ]


def with_unit(value: str, unit: str) -> str:
    """Return a figure with its unit: 50000 平方米, but 3000万元 and 55%."""
    return f"{value}{unit}" if unit == "%" or unit.endswith("元") else f"{value} {unit}"


def _of_event(frame: Frame, everybody: Attendance) -> Iterator[Reconciled]:
    facts, say = frame.facts, frame.say
    event = facts.short_title or facts.title
    qualifiers = _qualifiers(frame)
    if facts.declared_guests is not None:
        yield Reconciled(
            event,
            say("brief-measure-guests"),
            qualifiers.get((event, _GUESTS), _EXACT),
            say("brief-unit-people", count=facts.declared_guests),
            say("brief-unit-people", count=everybody.expected),
            say("brief-unit-people", count=everybody.arrived),
            signed(everybody.expected - facts.declared_guests),
            everybody.expected == facts.declared_guests,
        )
    if facts.declared_activities is not None:
        entered = frame.session.scalar(select(func.count()).select_from(Activity)) or 0
        yield Reconciled(
            event,
            say("brief-measure-activities"),
            qualifiers.get((event, _ACTIVITIES), _EXACT),
            say("brief-unit-activities", count=facts.declared_activities),
            say("brief-unit-activities", count=entered),
            _NOT_COUNTED,
            signed(entered - facts.declared_activities),
            entered == facts.declared_activities,
        )


def _of_delegations(frame: Frame) -> Iterator[Reconciled]:
    """Give one line for all delegations that declared how many they are (一行8人)."""
    declared = {
        row.id: row.declared_count
        for row in frame.session.execute(
            select(Delegation.id, Delegation.declared_count).where(
                Delegation.declared_count.is_not(None)
            )
        )
    }
    if not declared:
        return
    members = set(
        frame.session.scalars(
            select(Guest.id)
            .join(Delegation, Delegation.id == Guest.delegation_id)
            .where(
                Guest.invitation == Invitation.CONFIRMED,
                Delegation.declared_count.is_not(None),
                STANDING,
            )
        )
    )
    total = sum(declared.values())
    came = len(members & first_entries(frame.session).keys())
    say = frame.say
    yield Reconciled(
        say("brief-measure-delegations", count=len(declared)),
        say("brief-measure-guests"),
        _EXACT,
        say("brief-unit-people", count=total),
        say("brief-unit-people", count=len(members)),
        say("brief-unit-people", count=came),
        signed(len(members) - total),
        len(members) == total,
    )


def _of_slates(frame: Frame) -> Iterator[Reconciled]:
    say = frame.say
    qualifiers = _qualifiers(frame)
    for each in frame.session.scalars(select(Slate).order_by(Slate.id)):
        slate = slates.row(frame.session, each)
        if slate.declared_contracts is not None:
            yield Reconciled(
                slate.name,
                say("brief-measure-contracts"),
                qualifiers.get((slate.name, _CONTRACTS), _EXACT),
                say("brief-unit-contracts", count=slate.declared_contracts),
                say("brief-unit-contracts", count=slate.contracts),
                _NOT_COUNTED,
                signed(slate.contracts - slate.declared_contracts),
                slate.contracts == slate.declared_contracts,
            )
        if slate.declared_amount is not None and slate.gap is not None:
            yield Reconciled(
                slate.name,
                say("brief-measure-amount"),
                qualifiers.get((slate.name, _AMOUNT), _EXACT),
                amount_words(frame, Amount(slate.declared_amount)),
                amount_words(frame, Amount(slate.amounts.get(HOME, 0))),
                _NOT_COUNTED,
                signed_amount(frame, slate.gap),
                not slate.gap,
            )


def _qualifiers(frame: Frame) -> dict[tuple[str, str], str]:
    """Return the qualifier each figure was published with, by its subject and measure."""
    query = select(DeclaredFigure.subject, DeclaredFigure.measure, DeclaredFigure.qualifier)
    return {
        (subject, measure): qualifier
        for subject, measure, qualifier in frame.session.execute(query)
    }
