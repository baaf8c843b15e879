"""Commands at the door: check-in, annul, number-tag, statistics."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from qhsign.cli.arguments import Parser, Run, add, help_of
from qhsign.cli.event import day
from qhsign.cli.output import table
from qhsign.domain.problems import ProblemForUser

if TYPE_CHECKING:
    import argparse
    from zoneinfo import ZoneInfo

    from qhsign.services.check_in_records import ScanResult

LONGEST_LINE = 4096
"""Bytes of one line of a stream; the rest of a longer one is thrown away, never the next code."""


def add_commands(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add this module's commands."""
    scan = add(commands, "check-in", _check_in)
    scan.add_argument("code", nargs="?", metavar="CODE", help=help_of("check-in-code"))
    scan.add_argument("--stdin", action="store_true", help=help_of("check-in-stdin"))
    scan.add_argument(
        "--activity", required=True, metavar="ACTIVITY", help=help_of("option-activity")
    )
    scan.add_argument("--desk", default="", metavar="DESK", help=help_of("option-desk"))
    scan.add_argument("--at", metavar="TIME", help=help_of("check-in-at"))
    scan.add_argument("--nonce", default="", metavar="NONCE", help=help_of("check-in-nonce"))
    scan.add_argument("--exit", action="store_true", help=help_of("check-in-exit"))
    scan.add_argument("--rehearsal", action="store_true", help=help_of("check-in-rehearsal"))
    scan.add_argument("--override", default="", metavar="REASON", help=help_of("check-in-override"))
    back = add(commands, "annul", _annul)
    back.add_argument("scan", metavar="SCAN", help=help_of("annul-scan"))
    back.add_argument("--reason", required=True, metavar="REASON", help=help_of("option-reason"))
    tag = add(commands, "number-tag", _number_tag)
    tag.add_argument("scan", metavar="SCAN", help=help_of("annul-scan"))
    tag.add_argument("tag", metavar="TAG", help=help_of("number-tag-tag"))
    count = add(commands, "statistics", _statistics)
    count.add_argument("--activity", metavar="ACTIVITY", help=help_of("option-activity"))
    count.add_argument("--day", metavar="DATE", help=help_of("statistics-day"))


def _check_in(run: Run) -> None:
    from qhsign.services import activities, check_ins, events

    arguments = run.arguments
    if arguments.stdin == (arguments.code is not None):
        raise ProblemForUser("check-in-code-or-stdin")
    with run.desk() as opened:
        desk = opened.named(arguments.desk)
        zone = events.facts(desk).zone
        try:
            at = activities.local_moment(arguments.at, zone) if arguments.at else None
        except ValueError:
            raise ProblemForUser("time-wrong", given=arguments.at) from None
        codes = _lines() if arguments.stdin else iter([arguments.code])
        for code in codes:
            result = check_ins.record_scan(
                desk,
                code,
                arguments.activity,
                at=at,
                nonce=arguments.nonce if not arguments.stdin else "",
                leaving=arguments.exit,
                override=arguments.override,
                rehearsal=arguments.rehearsal,
            )
            answer = scan_answer(run, result, zone)
            run.output.line(answer, _words(run, result, answer))


def _lines() -> Iterator[str]:
    """Read codes line by line; what is not text, or endless, is answered like any wrong code."""
    while line := sys.stdin.buffer.readline(LONGEST_LINE):
        yield line.rstrip(b"\r\n").decode("utf-8", "replace")
        while not line.endswith(b"\n") and (line := sys.stdin.buffer.readline(LONGEST_LINE)):
            pass


def scan_answer(run: Run, result: "ScanResult", zone: "ZoneInfo") -> dict[str, Any]:
    """Return the JSON of one scan."""
    guest = result.guest
    return {
        "scan": result.scan,
        "verdict": result.verdict.value,
        "counted": result.counted,
        "overridden": result.overridden,
        "guest": guest
        and {
            "number": f"{guest.number:05d}",
            "full_name": guest.full_name,
            "organization": guest.organization,
            "title": guest.title,
            "category": guest.category.value,
            "vip": guest.vip,
        },
        "first": result.first
        and {"at": result.first.at.astimezone(zone).isoformat(), "desk": result.first.desk},
        "rehearsal": result.rehearsal,
        "tag": result.tag or None,
        "message": run.output.say(result.message_code, **result.message_parameters),
    }


def _words(run: Run, result: "ScanResult", answer: dict[str, Any]) -> str:
    verdict = run.output.say(f"verdict-{result.verdict.value}")
    name = result.guest.full_name if result.guest else ""
    mark = run.output.say("note-rehearsal") if result.rehearsal else ""
    return "  ".join(part for part in (mark, verdict, name, str(answer["message"])) if part)


def _annul(run: Run) -> None:
    from qhsign.services import check_ins

    with run.desk() as desk:
        scan = check_ins.annul(desk, run.arguments.scan, run.arguments.reason)
    run.output.document({"annulled": scan}, [run.output.say("scan-annulled-now", scan=scan)])


def _number_tag(run: Run) -> None:
    from qhsign.services import number_tags

    with run.desk() as desk:
        tag = number_tags.give_tag(desk, run.arguments.scan, run.arguments.tag)
    run.output.document({"tag": tag}, [run.output.say("tag-given-now", tag=tag)])


def _statistics(run: Run) -> None:
    from qhsign.services import statistics

    arguments = run.arguments
    with run.desk() as desk:
        counted = statistics.attendance(desk, arguments.activity, day=day(arguments.day))
    by_category = {
        category.value: {"expected": expected, "arrived": arrived}
        for category, (expected, arrived) in counted.by_category.items()
    }
    lines = table(
        [run.output.say(f"column-{column}") for column in ("category", "expected", "arrived")],
        [
            *(
                [run.output.say(f"category-{word}"), row["expected"], row["arrived"]]
                for word, row in by_category.items()
            ),
            [run.output.say("column-total"), counted.expected, counted.arrived],
        ],
    )
    run.output.document(
        {"expected": counted.expected, "arrived": counted.arrived, "by_category": by_category},
        lines,
    )
