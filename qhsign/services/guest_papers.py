"""Papers that list guests: sign-in sheet 签到表, badge collection 领证签收单, addresses 通讯录."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select

from qhsign.domain import badge_token, document, names
from qhsign.domain.guest import Category
from qhsign.domain.ordering import Order, order_code
from qhsign.domain.paper import CellKind, Group, PageLine, Paper, PaperColumn, Row, Table
from qhsign.domain.phone import mask_among_words
from qhsign.services import guests
from qhsign.services.activities import find as find_activity
from qhsign.services.badge_guests import held_badges
from qhsign.services.choosing import choose
from qhsign.services.guest_order import in_order, names_in_order, unranked
from qhsign.services.guest_records import GuestRow
from qhsign.services.guest_selection import GuestSelection, selected
from qhsign.services.paper_frame import Frame, MadePaper
from qhsign.services.statistics import expected
from qhsign.store.schema import Activity, Delegation, Guest

_WALK_INS = 3
"""The least number of rows left for guests who come without being listed."""


class Grouping(StrEnum):
    """By whom a list of guests is grouped."""

    DELEGATION = "delegation"
    """Guests without a delegation by their organization."""
    LIAISON = "liaison"
    ORGANIZATION = "organization"


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which guests a paper lists, and in which order; None is everybody, the event's order.

    ``activity`` and ``arrived`` choose among those the paper lists, as a GuestSelection does.
    """

    order: Order | None = None
    category: Category | None = None
    delegation: str | None = None
    activity: str = ""
    arrived: bool | None = None


@dataclass(frozen=True, slots=True)
class _Listed:
    """The guests of a paper in order, with the words that say which they are."""

    rows: Sequence[GuestRow]
    order: Order
    said: Sequence[str]
    subject: str


def sign_in_sheet(frame: Frame, activity: str, chosen: Chosen) -> MadePaper:
    """Return the sheet for the day the power fails: everybody expected, and room for others.

    Raises ProblemForUser ``activity-unknown``, ``activity-ambiguous``, ``delegation-unknown`` or
    ``delegation-ambiguous``.
    """
    place = find_activity(frame.session, activity)
    listed = _listed(frame, expected(frame.session, place), chosen)
    say = frame.say
    columns = (
        PaperColumn(say("paper-ordinal"), 13, CellKind.ORDINAL),
        PaperColumn(say("export-guests-full_name"), 36, CellKind.NAME),
        PaperColumn(say("export-guests-organization"), 78),
        PaperColumn(say("export-guests-title"), 34),
        PaperColumn(say("export-guests-category"), 21, CellKind.MARK),
        PaperColumn(say("paper-signature"), 58, CellKind.BLANK),
        PaperColumn(say("paper-remark"), 29, CellKind.BLANK),
    )
    rows = [
        (
            number,
            names.display_name(row.full_name),
            row.organization,
            row.title,
            frame.mark(row.category, vip=row.vip),
            None,
            None,
        )
        for number, row in enumerate(listed.rows, start=1)
    ]
    table = Table(
        columns,
        [Group(rows)],
        empty=say("sign-in-none"),
        blank_rows=_WALK_INS,
        blank_heading=say("paper-walk-ins"),
    )
    paper = frame.paper(
        "document-sign-in-sheet",
        what_for=place.name,
        particulars=(*_when_and_where(frame, place), *listed.said, say(order_code(listed.order))),
        figure=say("paper-expected", count=len(rows)),
        sections=[table],
        footer=say("sign-in-footer"),
        page_line=_page_line(frame, "sign-in", "sign-in-by", "sign-in-handed-in"),
    )
    return _made(frame, paper, listed, f"{place.id}/{listed.subject}")


def badge_collection(frame: Frame, chosen: Chosen, by: Grouping) -> MadePaper:
    """Return the list on which badges are signed for, delegation by delegation or by liaison.

    Raises ProblemForUser ``delegation-unknown`` or ``delegation-ambiguous``.
    """
    listed = _listed(frame, expected(frame.session, None), chosen)
    say = frame.say
    columns = (
        PaperColumn(say("paper-ordinal"), 12, CellKind.ORDINAL),
        PaperColumn(say("export-guests-full_name"), 34, CellKind.NAME),
        PaperColumn(say("export-guests-organization"), 70),
        PaperColumn(say("export-guests-category"), 23, CellKind.MARK),
        PaperColumn(say("paper-short-code"), 24),
        PaperColumn(say("paper-collected-by"), 32, CellKind.BLANK),
        PaperColumn(say("paper-signature"), 46, CellKind.BLANK),
        PaperColumn(say("paper-time"), 28, CellKind.BLANK),
    )
    codes = _short_codes(frame)
    missing = say("paper-no-badge")

    def row_of(number: int, row: GuestRow) -> Row:
        return (
            number,
            names.display_name(row.full_name),
            row.organization,
            frame.mark(row.category, vip=row.vip),
            codes.get(row.id, missing),
            None,
            None,
            None,
        )

    def note_of(rows: Sequence[GuestRow]) -> str:
        made = sum(row.id in codes for row in rows)
        return say("paper-count-badges", guests=len(rows), badges=made)

    groups = _grouped(frame, listed, by, row_of, note_of, say("collection-closing"))
    made = sum(row.id in codes for row in listed.rows)
    paper = frame.paper(
        "document-badge-collection",
        what_for=frame.facts.short_title or frame.facts.title,
        particulars=(*listed.said, say(f"paper-by-{by}"), say(order_code(listed.order))),
        figure=say("paper-count-badges", guests=len(listed.rows), badges=made),
        sections=[
            Table(columns, groups, empty=say("collection-none"), continued=_continued(frame))
        ],
        footer=say("collection-footer"),
        page_line=_page_line(frame, "collection", "collection-by", "collection-date"),
    )
    return _made(frame, paper, listed, f"{by}/{listed.subject}")


def address_list(frame: Frame, chosen: Chosen, by: Grouping, purpose: str) -> MadePaper:
    """Return the address list; phones are masked unless there is a ``purpose``.

    Raises ProblemForUser ``delegation-unknown`` or ``delegation-ambiguous``.
    """
    listed = _listed(frame, expected(frame.session, None), chosen)
    say = frame.say
    by_unit = by is Grouping.ORGANIZATION
    unit = "export-guests-delegation" if by_unit else "export-guests-organization"
    more = {
        row.id: (
            (row.phone, row.liaison)
            if purpose
            else (document.mask_phone(row.phone), mask_among_words(row.liaison))
        )
        for row in frame.session.execute(select(Guest.id, Guest.phone, Guest.liaison))
    }
    liaisons = any(more[row.id][1] for row in listed.rows)
    columns = [
        PaperColumn(say("paper-ordinal"), 12, CellKind.ORDINAL),
        PaperColumn(say("export-guests-full_name"), 30, CellKind.NAME),
        PaperColumn(say(unit), 52 if liaisons else 66),
        PaperColumn(say("export-guests-title"), 36 if liaisons else 44),
        PaperColumn(say("export-guests-phone"), 30),
    ]
    if liaisons:
        columns.append(PaperColumn(say("export-guests-liaison"), 22))

    def row_of(number: int, row: GuestRow) -> Row:
        phone, liaison = more[row.id]
        place = row.delegation if by_unit else row.organization
        cells = (number, names.display_name(row.full_name), place, row.title, phone)
        return (*cells, names.display_name(liaison)) if liaisons else cells

    def note_of(rows: Sequence[GuestRow]) -> str:
        return say("paper-count-people", count=len(rows))

    groups = _grouped(frame, listed, by, row_of, note_of)
    table = Table(
        columns,
        groups,
        empty=say("address-none"),
        continued=_continued(frame),
        depth=8.0,
        text_size=9.0,
        name_size=11.0,
    )
    footer = say("address-footer-phones", purpose=purpose) if purpose else say("address-footer")
    paper = frame.paper(
        "document-address-list",
        what_for=frame.facts.short_title or frame.facts.title,
        particulars=(*listed.said, say(f"paper-by-{by}"), say(order_code(listed.order))),
        figure=say("paper-count-people", count=len(listed.rows)),
        sections=[table],
        footer=footer,
        wide=False,
    )
    return _made(frame, paper, listed, f"{by}/{listed.subject}")


def _listed(frame: Frame, expected_guests: Mapping[str, Category], chosen: Chosen) -> _Listed:
    order = chosen.order or Order(frame.facts.guest_order)
    said: list[str] = []
    delegation = None
    if chosen.delegation is not None:
        delegation = _delegation(frame, chosen.delegation)
        said.append(frame.say("paper-of-delegation", name=delegation))
    if chosen.category is not None:
        word = frame.mark(chosen.category, vip=False).word
        said.append(frame.say("paper-of-category", word=word))
    present = selected(
        frame.session, GuestSelection(activity=chosen.activity, arrived=chosen.arrived)
    )
    if chosen.activity:
        said.append(find_activity(frame.session, chosen.activity).name)
    if chosen.arrived is not None:
        said.append(frame.say("attendance-here" if chosen.arrived else "attendance-missing"))
    rows = [
        row
        for row in guests.rows(frame.session)
        if row.id in expected_guests
        and (present is None or row.id in present)
        and (chosen.category is None or row.category is chosen.category)
        and (delegation is None or row.delegation == delegation)
    ]
    subject = f"{chosen.category or ''}/{delegation or ''}"
    if chosen.activity or chosen.arrived is not None:
        subject += f"/{chosen.activity}/{chosen.arrived}"
    return _Listed(in_order(frame.session, rows, order), order, said, subject)


def _delegation(frame: Frame, named: str) -> str:
    known = list(frame.session.scalars(select(Delegation.name).order_by(Delegation.name)))
    return choose(named, known, kind="delegation", name=str)


def _made(frame: Frame, paper: Paper, listed: _Listed, subject: str) -> MadePaper:
    return MadePaper(paper, subject, unranked(frame.session, listed.rows, listed.order))


def _when_and_where(frame: Frame, place: Activity) -> list[str]:
    where = " ".join(filter(None, (frame.facts.venue, place.place)))
    if place.place.startswith(frame.facts.venue):
        where = place.place
    return [frame.day_and_time(place.opens) if place.opens else "", where]


def _continued(frame: Frame) -> str:
    return frame.say("paper-continued", heading="{heading}")


def _page_line(frame: Frame, paper: str, *parts: str) -> PageLine:
    return PageLine(
        counted=frame.say(f"{paper}-counted", count="{count}"),
        uncounted=frame.say(f"{paper}-uncounted"),
        whole=frame.say(f"{paper}-whole", count="{count}"),
        parts=tuple(map(frame.say, parts)),
    )


def _short_codes(frame: Frame) -> dict[str, str]:
    """Return the short code of each guest's active badge, grouped as people read it."""
    return {
        guest: badge_token.formatted_short_code(badge.short_code)
        for guest, badge in held_badges(frame.session).items()
    }


def _grouped(
    frame: Frame,
    listed: _Listed,
    by: Grouping,
    row_of: Callable[[int, GuestRow], Row],
    note_of: Callable[[Sequence[GuestRow]], str],
    closing: str = "",
) -> list[Group]:
    """Put rows in groups, delegations before single organizations, nobody's group last.

    The groups follow the names where these decide the order, else the first guest of each; the
    order of the rows is kept in each group, and every group counts from 1.
    """
    heading_of = _headings(frame, by)
    found: dict[tuple[int, str], list[GuestRow]] = {}
    for row in listed.rows:
        found.setdefault(heading_of(row), []).append(row)
    named = names_in_order(dict.fromkeys(heading for _, heading in found), listed.order)
    place_of = {heading: place for place, heading in enumerate(named)}
    return [
        Group(
            rows=[row_of(number, row) for number, row in enumerate(found[key], start=1)],
            heading=key[1],
            note=note_of(found[key]),
            closing=closing,
        )
        for key in sorted(found, key=lambda key: (key[0], place_of[key[1]]))
    ]


def _headings(frame: Frame, by: Grouping) -> Callable[[GuestRow], tuple[int, str]]:
    """Return what names a guest's group, after its rank among the kinds of groups."""
    say = frame.say
    if by is Grouping.LIAISON:
        cells = frame.session.execute(select(Guest.id, Guest.liaison))
        who = {row.id: mask_among_words(row.liaison) for row in cells}
        nobody = say("paper-no-liaison")
        return lambda row: (
            (0, say("paper-group-liaison", name=names.display_name(who[row.id])))
            if who[row.id]
            else (2, nobody)
        )
    alone = say("paper-no-organization" if by is Grouping.ORGANIZATION else "paper-no-delegation")

    def heading(row: GuestRow) -> tuple[int, str]:
        if row.delegation and by is Grouping.DELEGATION:
            return 0, row.delegation
        return (1, row.organization) if row.organization else (2, alone)

    return heading
