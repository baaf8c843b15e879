"""The 对账表: what was published beside what is recorded, never forced to agree."""

from collections.abc import Iterator, Sequence

from sqlalchemy import func, select

from qhsign.domain.currency import HOME
from qhsign.domain.guest import Invitation
from qhsign.domain.money import Amount, read_amount
from qhsign.services import paper_frame, slates
from qhsign.services.check_in_records import Attendance
from qhsign.services.contract_paper import amount_words, signed, signed_amount
from qhsign.services.desk import Desk
from qhsign.services.one_person import STANDING
from qhsign.services.overview_records import Reconciled
from qhsign.services.paper_frame import Frame
from qhsign.services.presence import first_entries
from qhsign.services.statistics import attendance_in
from qhsign.store.schema import Activity, DeclaredFigure, Delegation, Guest, Slate, Zone
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
    """Return the lines of the event, its zones, delegations and slates that declared something.

    What stands on the event, the zone or the slate itself goes before a published figure of the
    same subject and measure.
    """
    return [
        *_of_event(frame, everybody),
        *_of_zones(frame),
        *_of_delegations(frame),
        *_of_slates(frame),
    ]


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
    published = _Published(frame)
    guests = published.count(facts.declared_guests, event, _GUESTS)
    activities = published.count(facts.declared_activities, event, _ACTIVITIES)
    if guests is not None:
        yield Reconciled(
            event,
            say("brief-measure-guests"),
            published.qualifier(event, _GUESTS),
            say("brief-unit-people", count=guests),
            say("brief-unit-people", count=everybody.expected),
            say("brief-unit-people", count=everybody.arrived),
            signed(everybody.expected - guests),
            everybody.expected == guests,
        )
    if activities is not None:
        entered = frame.session.scalar(select(func.count()).select_from(Activity)) or 0
        yield Reconciled(
            event,
            say("brief-measure-activities"),
            published.qualifier(event, _ACTIVITIES),
            say("brief-unit-activities", count=activities),
            say("brief-unit-activities", count=entered),
            _NOT_COUNTED,
            signed(entered - activities),
            entered == activities,
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


def _of_zones(frame: Frame) -> Iterator[Reconciled]:
    """Give a line for each zone that declared how many places there are in it."""
    say = frame.say
    for zone in frame.session.scalars(select(Zone).order_by(Zone.letter)):
        if zone.declared_count is None:
            continue
        entered = len(zone.names)
        yield Reconciled(
            zone.kind or zone.word,
            say("brief-measure-places"),
            _EXACT,
            say("brief-unit-places", count=zone.declared_count),
            say("brief-unit-places", count=entered),
            _NOT_COUNTED,
            signed(entered - zone.declared_count),
            entered == zone.declared_count,
        )


def _of_slates(frame: Frame) -> Iterator[Reconciled]:
    say = frame.say
    published = _Published(frame)
    for each in frame.session.scalars(select(Slate).order_by(Slate.id)):
        slate = slates.row(frame.session, each)
        contracts = published.count(slate.declared_contracts, slate.name, _CONTRACTS)
        amount = published.amount(slate.declared_amount, slate.name)
        if contracts is not None:
            yield Reconciled(
                slate.name,
                say("brief-measure-contracts"),
                published.qualifier(slate.name, _CONTRACTS),
                say("brief-unit-contracts", count=contracts),
                say("brief-unit-contracts", count=slate.contracts),
                _NOT_COUNTED,
                signed(slate.contracts - contracts),
                slate.contracts == contracts,
            )
        if amount is not None:
            entered = slate.amounts.get(HOME, 0)
            yield Reconciled(
                slate.name,
                say("brief-measure-amount"),
                published.qualifier(slate.name, _AMOUNT),
                amount_words(frame, Amount(amount)),
                amount_words(frame, Amount(entered)),
                _NOT_COUNTED,
                signed_amount(frame, entered - amount),
                entered == amount,
            )


class _Published:
    """The published figures by subject and measure; the one entered last holds."""

    def __init__(self, frame: Frame) -> None:
        query = select(DeclaredFigure).order_by(DeclaredFigure.id)
        self._figures = {
            (figure.subject, figure.measure): figure for figure in frame.session.scalars(query)
        }

    def qualifier(self, subject: str, measure: str) -> str:
        """Return how exact the figure was said to be."""
        figure = self._figures.get((subject, measure))
        return figure.qualifier if figure else _EXACT

    def count(self, declared: int | None, subject: str, measure: str) -> int | None:
        """Return what was declared, else the published whole number, else None."""
        figure = self._figures.get((subject, measure))
        if declared is not None or figure is None or not figure.value.isdecimal():
            return declared
        return int(figure.value)

    def amount(self, declared: int | None, subject: str) -> int | None:
        """Return the declared amount in 分, else the published one where it can be read."""
        figure = self._figures.get((subject, _AMOUNT))
        if declared is not None or figure is None:
            return declared
        amount = read_amount(f"{figure.value}{figure.unit}").amount
        return amount.fen if amount is not None and amount.currency == HOME else None
