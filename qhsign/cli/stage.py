"""Commands of the stage: plan, call list, run of show, floor marks, presidium."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qhsign.cli.arguments import Parser, Run, add, group, help_of
from qhsign.cli.batches import stage_findings
from qhsign.cli.guests import number_of
from qhsign.cli.output import table
from qhsign.cli.papers import findings_of
from qhsign.cli.preflight import findings_answer, findings_lines

if TYPE_CHECKING:
    import argparse

    from qhsign.services.presidium_records import PresidiumLook
    from qhsign.services.stage_approvals import Approval
    from qhsign.services.stage_plans import PlanRow
    from qhsign.services.stage_prints import StagePrinted

_STEPS = ("entered", "checked", "approved")


def add_commands(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add this module's commands."""
    plan = group(commands, "stage-plan")
    sheet = _printed(add(plan, "print", _plan_print), "F.pdf")
    sheet.add_argument(
        "--viewpoint",
        choices=("audience", "stage"),
        default="audience",
        help=help_of("stage-viewpoint"),
    )
    _one_batch(add(plan, "show", _plan_show))
    exchange = _one_batch(add(plan, "exchange", _plan_exchange))
    exchange.add_argument("places", nargs=2, metavar="PLACE", help=help_of("stage-place"))
    freeze = _one_batch(add(plan, "freeze", _plan_freeze))
    freeze.add_argument("--off", action="store_true", help=help_of("stage-off"))
    _signing(_one_batch(add(plan, "sign-off", _plan_sign)))
    calls = group(commands, "call-list")
    _printed(add(calls, "print", _call_list), "F.pdf|F.docx|F.xlsx")
    show = group(commands, "run-of-show")
    paper = add(show, "print", _run_of_show)
    paper.add_argument("--out", required=True, metavar="F.pdf|F.docx", help=help_of("option-out"))
    paper.add_argument("--slate", metavar="SLATE", help=help_of("option-slate"))
    signed = _signing(add(show, "sign-off", _show_sign))
    signed.add_argument("--slate", required=True, metavar="SLATE", help=help_of("option-slate"))
    marks = group(commands, "floor-marks")
    mark = add(marks, "print", _floor_marks)
    mark.add_argument("--out", required=True, metavar="F.pdf", help=help_of("option-out"))
    mark.add_argument("--batch", metavar="BATCH", help=help_of("option-batch"))
    mark.add_argument(
        "--layout", default="floor-mark-a4", metavar="LAYOUT", help=help_of("option-layout")
    )
    kept = group(commands, "presidium-plan")
    arrange = _one_batch(add(kept, "set", _presidium_set))
    arrange.add_argument("guests", nargs="*", metavar="NUMBER", help=help_of("guest-number"))
    arrange.add_argument("--international", action="store_true", help=help_of("presidium-custom"))
    _one_batch(add(kept, "show", _presidium_show))
    sheet = _one_batch(add(kept, "print", _presidium_print))
    sheet.add_argument("--out", required=True, metavar="F.pdf", help=help_of("option-out"))
    row = add(commands, "presidium", _presidium)
    row.add_argument("guests", nargs="+", metavar="NUMBER", help=help_of("guest-number"))
    row.add_argument("--international", action="store_true", help=help_of("presidium-custom"))


def _printed(command: Parser, formats: str) -> Parser:
    command.add_argument("--out", required=True, metavar=formats, help=help_of("option-out"))
    of_one = command.add_mutually_exclusive_group()
    of_one.add_argument("--batch", metavar="BATCH", help=help_of("option-batch"))
    of_one.add_argument("--slate", metavar="SLATE", help=help_of("option-slate"))
    return command


def _one_batch(command: Parser) -> Parser:
    command.add_argument("--batch", required=True, metavar="BATCH", help=help_of("option-batch"))
    return command


def _signing(command: Parser) -> Parser:
    command.add_argument("--step", required=True, choices=_STEPS, help=help_of("stage-step"))
    command.add_argument("--by", required=True, metavar="NAME", help=help_of("stage-by"))
    return command


def _plan_print(run: Run) -> None:
    from qhsign.domain.stage_terms import Viewpoint
    from qhsign.services import stage_prints

    arguments = run.arguments
    with run.desk() as desk:
        done = stage_prints.print_stage_plans(
            desk,
            Path(arguments.out),
            batch=arguments.batch,
            slate=arguments.slate,
            viewpoint=Viewpoint(arguments.viewpoint),
            language=run.output.language,
        )
    tell_printed(run, "stage-plan", done)


def _call_list(run: Run) -> None:
    from qhsign.services import stage_prints

    arguments = run.arguments
    with run.desk() as desk:
        done = stage_prints.print_call_lists(
            desk,
            Path(arguments.out),
            batch=arguments.batch,
            slate=arguments.slate,
            language=run.output.language,
        )
    tell_printed(run, "call-list", done)


def _run_of_show(run: Run) -> None:
    from qhsign.services import stage_prints

    arguments = run.arguments
    with run.desk() as desk:
        done = stage_prints.print_run_of_show(
            desk, Path(arguments.out), slate=arguments.slate, language=run.output.language
        )
    tell_printed(run, "run-of-show", done)


def _floor_marks(run: Run) -> None:
    from qhsign.services import stage_marks

    arguments = run.arguments
    with run.desk() as desk:
        done = stage_marks.print_floor_marks(
            desk, Path(arguments.out), batch=arguments.batch, layout=arguments.layout
        )
    findings = findings_answer(run, done.findings)
    said = run.output.say(
        "floor-marks-printed", marks=done.marks, pages=done.pages, out=arguments.out
    )
    run.output.document(
        {"marks": done.marks, "pages": done.pages, "run": done.run, "preflight": findings},
        [said, *findings_lines(run, findings)],
    )


def _presidium(run: Run) -> None:
    from qhsign.services import presidium

    numbers = [number_of(number) for number in run.arguments.guests]
    with run.desk() as desk:
        seats = presidium.seat(desk, numbers, international=run.arguments.international)
    answer = [
        {"rank": seat.rank, "number": seat.guest.label, "full_name": seat.guest.full_name}
        for seat in seats
    ]
    lines = table(
        [run.output.say(f"column-{column}") for column in ("rank", "number", "full_name")],
        [list(each.values()) for each in answer],
    )
    run.output.document({"seats": answer}, lines)


def _presidium_set(run: Run) -> None:
    from qhsign.services import presidium

    arguments = run.arguments
    numbers = [number_of(number) for number in arguments.guests]
    with run.desk() as desk:
        found = presidium.arrange(
            desk, arguments.batch, numbers, international=arguments.international
        )
    _tell_presidium(run, found)


def _presidium_show(run: Run) -> None:
    from qhsign.services import presidium

    with run.desk() as desk:
        found = presidium.look(desk, run.arguments.batch)
    _tell_presidium(run, found)


def _presidium_print(run: Run) -> None:
    from qhsign.services import presidium_prints

    arguments = run.arguments
    with run.desk() as desk:
        done = presidium_prints.print_presidium(
            desk, Path(arguments.out), arguments.batch, language=run.output.language
        )
    tell_printed(run, "presidium", done)


def _tell_presidium(run: Run, found: "PresidiumLook") -> None:
    seats = [
        {"rank": seat.rank, "number": seat.guest.label, "full_name": seat.guest.full_name}
        for seat in found.seats
    ]
    said = "presidium-said" if found.is_kept else "presidium-unkept"
    lines = table(
        [run.output.say(f"column-{column}") for column in ("rank", "number", "full_name")],
        [list(each.values()) for each in seats],
    )
    run.output.document(
        {
            "of": found.of,
            "version": found.version,
            "printed": found.is_printed,
            "international": found.international,
            "seats": seats,
            "operation": found.operation or None,
        },
        [run.output.say(said, of=found.of, version=found.version), *lines],
    )


def _plan_show(run: Run) -> None:
    from qhsign.services import stage_plans

    with run.desk() as desk:
        row = stage_plans.show(desk, run.arguments.batch)
    _show_plan(run, row)


def _plan_exchange(run: Run) -> None:
    from qhsign.services import stage_plans

    with run.desk() as desk:
        row = stage_plans.exchange(desk, run.arguments.batch, *run.arguments.places)
    _show_plan(run, row)


def _plan_freeze(run: Run) -> None:
    from qhsign.services import stage_plans

    with run.desk() as desk:
        row = stage_plans.freeze(desk, run.arguments.batch, frozen=not run.arguments.off)
    _show_plan(run, row)


def _plan_sign(run: Run) -> None:
    from qhsign.services import stage_sign_off
    from qhsign.services.stage_approvals import ApprovalStep

    arguments = run.arguments
    with run.desk() as desk:
        done = stage_sign_off.sign_plan(
            desk, arguments.batch, ApprovalStep(arguments.step), arguments.by
        )
    _show_approval(run, done)


def _show_sign(run: Run) -> None:
    from qhsign.services import stage_sign_off
    from qhsign.services.stage_approvals import ApprovalStep

    arguments = run.arguments
    with run.desk() as desk:
        done = stage_sign_off.sign_show(
            desk, arguments.slate, ApprovalStep(arguments.step), arguments.by
        )
    _show_approval(run, done)


def _show_approval(run: Run, approval: "Approval") -> None:
    from qhsign.services import events

    with run.desk() as desk:
        zone = events.facts(desk).zone
    steps = {
        step.value: {"by": signed.by, "at": signed.at.astimezone(zone).isoformat()}
        for step, signed in approval.steps.items()
    }
    lines = [
        run.output.say(
            "sign-off-done",
            step=run.output.say(f"sign-off-{step}"),
            by=signed.by,
            at=f"{signed.at.astimezone(zone):%m-%d %H:%M}",
        )
        for step, signed in approval.steps.items()
    ]
    run.output.document({"approval": steps}, lines)


def _show_plan(run: Run, row: "PlanRow") -> None:
    from qhsign.services import stage_sheets

    places = [
        {
            "place": each.place.key,
            "kind": each.place.kind.value,
            "table": each.place.table,
            "side": each.place.side.value,
            "rank": each.place.rank,
            "name": each.name,
            "contract": each.contract,
        }
        for each in row.places
    ]
    moved = [
        {
            "name": each.name,
            "was": each.was.key if each.was else None,
            "now": each.now.key if each.now else None,
        }
        for each in row.moved
    ]
    answer: dict[str, Any] = {
        "batch": row.batch,
        "version": row.version,
        "frozen": row.frozen,
        "printed": row.is_printed,
        "places": places,
        "since": row.since,
        "moved": moved,
        "operation": row.operation or None,
    }
    lines = [run.output.say("plan-said", batch=row.batch, version=row.version)]
    for each in row.places:
        words = stage_sheets.place_words(each.place, run.output.language)
        lines.append(f"{each.place.key}  {words}  {each.name}")
    if moved:
        names = run.output.say("stage-list-comma").join(each.name for each in row.moved)
        lines.append(run.output.say("plan-moved", since=row.since, changes=names))
    run.output.document(answer, lines)


def tell_printed(run: Run, kind: str, done: "StagePrinted") -> None:
    """Tell which papers of the stage were printed, and what was wrong with them."""
    findings = findings_of(run, done.findings)
    problems = stage_findings(run, done.problems)
    papers = run.output.say("stage-list-comma").join(
        run.output.say("stage-paper-version", of=paper.of, version=paper.version)
        for paper in done.papers
    )
    said = {
        "paper": run.output.say(f"document-{kind}"),
        "papers": papers,
        "out": run.arguments.out,
    }
    words = (
        run.output.say("stage-written", **said)
        if done.pages is None
        else run.output.say("stage-printed", **said, pages=done.pages)
    )
    run.output.document(
        {
            "pages": done.pages,
            "papers": [{"of": paper.of, "version": paper.version} for paper in done.papers],
            "run": done.run,
            "preflight": findings,
            "findings": problems,
        },
        [words, *(each["message"] for each in (*findings, *problems))],
    )
