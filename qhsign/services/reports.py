"""Every report (报表) behind one call each: its columns, its first page, its file."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from sqlalchemy import select

from qhsign.domain.paper import Paper, Section, Table
from qhsign.printing.papers.paper_sheet import render_paper
from qhsign.services import exports, papers
from qhsign.services.contract_paper import contract_list
from qhsign.services.desk import Desk
from qhsign.services.export_columns import ExportColumn
from qhsign.services.export_content import chosen_columns, columns_of, content, roster
from qhsign.services.guest_fields import FIELDS, SHOWN_MASKED
from qhsign.services.guest_order import Unranked
from qhsign.services.guest_papers import Chosen, Grouping, address_list
from qhsign.services.guest_selection import GuestSelection
from qhsign.services.paper_files import PaperFinding
from qhsign.services.paper_frame import Frame, frame
from qhsign.services.report_records import (
    Report,
    ReportColumn,
    ReportPreview,
    ReportWish,
    ReportWritten,
)
from qhsign.services.roster_paper import roster_paper
from qhsign.services.statistics_brief import statistics_brief
from qhsign.store.schema import Delegation

PREVIEWED_ROWS = 150
"""Rows laid out for a preview: more than stand on one page, and quickly set."""
Progress = Callable[[int, int], None]


def report_columns(what: Report) -> Sequence[ReportColumn]:
    """Return the columns a report may have; none for a paper, which has its own."""
    if what.is_paper:
        return ()
    return [
        ReportColumn(name, column.usual, column.sensitive)
        for name, column in columns_of(what.value).items()
    ]


def delegation_names(desk: Desk) -> Sequence[str]:
    """Return the names of all delegations, to choose one."""
    with desk.read() as session:
        return list(session.scalars(select(Delegation.name).order_by(Delegation.name)))


def write_report(
    desk: Desk, wish: ReportWish, out: Path, progress: Progress | None = None
) -> ReportWritten:
    """Write a report into a file, journaled or entered in the ledger.

    ``progress`` is told what is done of how much, and may stop it by raising: then there is no
    file. Raises ProblemForUser as `exports.export` and the functions of `papers` do.
    """
    if not wish.what.is_paper:
        done = exports.export(
            desk,
            wish.what.value,
            out,
            order=wish.order,
            columns=wish.columns,
            purpose=wish.purpose,
            language=wish.language,
            selection=_selection(wish),
            progress=progress,
        )
        return ReportWritten(done.rows, done.pages, _doubts(done.unranked, done.findings))
    written = _WRITERS[wish.what](desk, out, wish, progress)
    return ReportWritten(written.rows, written.pages, _doubts(written.unranked, written.findings))


def preview_report(desk: Desk, wish: ReportWish) -> ReportPreview:
    """Return a report's first page as of now; nothing is entered, and it bears no version.

    Sensitive values and phone numbers are masked whatever the wish says. Raises ProblemForUser as
    writing does, but asks for no purpose.
    """
    with desk.read() as session:
        made_with = frame(session, desk.now(), wish.language)
        if wish.what.is_paper:
            paper = _MAKERS[wish.what](made_with, wish)
            rows = paper.rows
            paper = _cut(paper)
        else:
            paper, rows = _first_rows(made_with, desk, wish)
    is_cut = paper.rows < rows
    if is_cut:
        paper = replace(paper, page_number=made_with.say("report-preview-page", page="{page}"))
    stream = BytesIO()
    render_paper(stream, paper)
    return ReportPreview(stream.getvalue(), rows, is_cut)


def _first_rows(made_with: Frame, desk: Desk, wish: ReportWish) -> tuple[Paper, int]:
    """Return the first rows of an export as a paper, and how many rows there are in all."""
    session, what = made_with.session, wish.what.value
    masked = {
        name: _masked(name, column)
        for name, column in chosen_columns(what, wish.columns, "-").items()
    }
    held = content(session, what, made_with.say, order=wish.order, selection=_selection(wish))
    rows = [row for row, _ in zip(held.rows, range(PREVIEWED_ROWS), strict=False)]
    listed = roster(session, desk, what, masked, replace(held, rows=rows), made_with.say)
    paper = roster_paper(made_with, what, list(masked), listed, held.notes)
    figure = made_with.say(f"export-count-{what}", count=held.count)
    return replace(paper, head=replace(paper.head, figure=figure)), held.count


def _masked(name: str, column: ExportColumn) -> ExportColumn:
    """Return a column whose sensitive values are masked; a liaison's cell may hold a number."""
    field = FIELDS.get(name)
    mask = SHOWN_MASKED.get(field.attribute) if field else None
    if mask is None and not column.sensitive:
        return column
    hide = mask or (lambda value: "*" * min(len(value), 6))

    def value(row: object) -> str:
        shown = column.value(row)
        return hide(str(shown)) if shown else ""

    return replace(column, value=value)


def _cut(paper: Paper) -> Paper:
    """Return a paper with the first rows of each table only."""

    def section(each: Section) -> Section:
        if not isinstance(each, Table) or each.rows <= PREVIEWED_ROWS:
            return each
        left, groups = PREVIEWED_ROWS, []
        for group in each.groups:
            if left > 0:
                groups.append(replace(group, rows=list(group.rows)[:left]))
            left -= len(group.rows)
        return replace(each, groups=groups, totals=(), blank_rows=0)

    return replace(paper, sections=[section(each) for each in paper.sections])


def _selection(wish: ReportWish) -> GuestSelection:
    if not wish.what.is_of_guests:
        return GuestSelection()
    arrived = wish.arrived if wish.what.knows_arrivals else None
    return GuestSelection(wish.category, wish.delegation, wish.activity, arrived)


def _chosen(wish: ReportWish) -> Chosen:
    return Chosen(wish.order, wish.category, wish.delegation or None, wish.activity, wish.arrived)


def _doubts(
    unranked: Sequence[Unranked], findings: Sequence[PaperFinding]
) -> list[tuple[str, Mapping[str, object]]]:
    doubts: list[tuple[str, Mapping[str, object]]] = [
        ("stroke-unranked", {"name": each.full_name, "characters": each.characters})
        for each in unranked
    ]
    return doubts + [(each.code, each.parameters) for each in findings]


_MAKERS: Mapping[Report, Callable[[Frame, ReportWish], Paper]] = {
    Report.ADDRESS_LIST: lambda made, wish: (
        address_list(made, _chosen(wish), Grouping(wish.group), "").paper
    ),
    Report.CONTRACT_LIST: lambda made, wish: contract_list(made, wish.slate or None).paper,
    Report.BRIEF: lambda made, _: statistics_brief(made).paper,
}
_WRITERS: Mapping[
    Report, Callable[[Desk, Path, ReportWish, Progress | None], papers.PaperWritten]
] = {
    Report.ADDRESS_LIST: lambda desk, out, wish, progress: papers.print_address_list(
        desk,
        out,
        by=Grouping(wish.group),
        chosen=_chosen(wish),
        purpose=wish.purpose,
        language=wish.language,
        progress=progress,
    ),
    Report.CONTRACT_LIST: lambda desk, out, wish, progress: papers.print_contract_list(
        desk, out, slate=wish.slate or None, language=wish.language, progress=progress
    ),
    Report.BRIEF: lambda desk, out, wish, progress: papers.print_statistics_brief(
        desk, out, language=wish.language, progress=progress
    ),
}
