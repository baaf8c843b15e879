"""Commands about badges: print, reissue, revoke."""

from pathlib import Path
from typing import TYPE_CHECKING

from qhsign.cli.arguments import Parser, Run, add, group, help_of
from qhsign.cli.guests import ORDERS, category_of, number_of, order_of
from qhsign.cli.preflight import findings_answer, findings_lines

if TYPE_CHECKING:
    import argparse


_GROUPS = ("delegation", "liaison")


def add_commands(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add this module's commands."""
    badges = group(commands, "badges")
    sheet = add(badges, "print", _print)
    sheet.add_argument("--out", required=True, metavar="F.pdf", help=help_of("option-out"))
    sheet.add_argument(
        "--layout", default="badge-90x130", metavar="LAYOUT", help=help_of("option-layout")
    )
    sheet.add_argument(
        "--category", type=category_of, metavar="CATEGORY", help=help_of("option-category")
    )
    sheet.add_argument(
        "--guest", action="append", default=[], metavar="NUMBER", help=help_of("option-guest")
    )
    sheet.add_argument("--order", choices=ORDERS, metavar="ORDER", help=help_of("option-order"))
    sheet.add_argument("--group", choices=_GROUPS, metavar="GROUP", help=help_of("badges-group"))
    sheet.add_argument("--limit", type=int, metavar="N", help=help_of("badges-limit"))
    sheet.add_argument("--reprint", default="", metavar="REASON", help=help_of("badges-reprint"))
    for name, run in (("reissue", _reissue), ("revoke", _revoke)):
        command = add(badges, name, run)
        command.add_argument(
            "--guest", required=True, metavar="NUMBER", help=help_of("guest-number")
        )
        command.add_argument(
            "--reason", required=True, metavar="REASON", help=help_of("option-reason")
        )


def _print(run: Run) -> None:
    from qhsign.services import badges
    from qhsign.services.badge_groups import Grouping

    arguments = run.arguments
    with run.desk() as desk:
        done = badges.print_badges(
            desk,
            Path(arguments.out),
            layout=arguments.layout,
            category=arguments.category,
            guest_numbers=[number_of(number) for number in arguments.guest],
            order=order_of(arguments.order),
            limit=arguments.limit,
            reprint=arguments.reprint,
            group=Grouping(arguments.group) if arguments.group else None,
        )
    findings = findings_answer(run, done.preflight)
    said = (
        run.output.say("badges-printed", badges=done.badges, pages=done.pages, out=arguments.out)
        if done.badges
        else run.output.say("badges-nobody")
    )
    run.output.document(
        {
            "badges": done.badges,
            "pages": done.pages,
            "seconds": round(done.seconds, 3),
            "run": done.run,
            "preflight": findings,
        },
        [said, *findings_lines(run, findings)],
    )


def _reissue(run: Run) -> None:
    from qhsign.services import badges

    with run.desk() as desk:
        done = badges.reissue(desk, number_of(run.arguments.guest), run.arguments.reason)
    run.output.document(
        {"serial": done.serial, "replaces": done.replaces},
        [run.output.say("badge-reissued", serial=done.serial, replaces=done.replaces)],
    )


def _revoke(run: Run) -> None:
    from qhsign.services import badges

    with run.desk() as desk:
        done = badges.revoke(desk, number_of(run.arguments.guest), run.arguments.reason)
    run.output.document(
        {"serial": done.serial, "replaces": done.replaces},
        [run.output.say("badge-revoked", serial=done.replaces)],
    )
