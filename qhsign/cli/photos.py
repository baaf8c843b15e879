"""Commands about pictures of guests: photos import, remove, missing, export; qr-codes export."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qhsign.cli.arguments import Parser, Run, add, group, help_of
from qhsign.cli.guests import category_of, number_of
from qhsign.cli.output import table
from qhsign.domain.problems import ProblemForUser

if TYPE_CHECKING:
    import argparse

    from qhsign.services.photo_records import PhotoFinding
    from qhsign.services.qr_codes import QrSize


def add_commands(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add this module's commands."""
    photos = group(commands, "photos")
    taken = add(photos, "import", _import)
    taken.add_argument("file", metavar="FILE|FOLDER|F.zip", help=help_of("photos-file"))
    taken.add_argument("--guest", metavar="NUMBER", help=help_of("photos-guest"))
    taken.add_argument("--dry-run", action="store_true", help=help_of("import-dry-run"))
    away = add(photos, "remove", _remove)
    away.add_argument("--guest", required=True, metavar="NUMBER", help=help_of("guest-number"))
    without = add(photos, "missing", _missing)
    _category(without)
    given = add(photos, "export", _export)
    _where_to(given)
    codes = group(commands, "qr-codes")
    pictures = add(codes, "export", _export_codes)
    _where_to(pictures)
    _category(pictures)
    pictures.add_argument(
        "--guest", action="append", default=[], metavar="NUMBER", help=help_of("option-guest")
    )
    size = pictures.add_mutually_exclusive_group()
    size.add_argument("--pixels", type=int, metavar="N", help=help_of("qr-codes-pixels"))
    size.add_argument("--size-mm", type=float, metavar="MM", help=help_of("qr-codes-size-mm"))


def _category(command: Parser) -> None:
    command.add_argument(
        "--category", type=category_of, metavar="CATEGORY", help=help_of("option-category")
    )


def _where_to(command: Parser) -> None:
    command.add_argument(
        "--out", required=True, metavar="FOLDER|F.zip", help=help_of("option-out-pictures")
    )
    command.add_argument("--purpose", default="", metavar="PURPOSE", help=help_of("option-purpose"))


def _import(run: Run) -> None:
    from qhsign.services.photo_import import import_photos

    arguments = run.arguments
    with run.desk() as desk:
        done = import_photos(
            desk,
            Path(arguments.file),
            guest=number_of(arguments.guest) if arguments.guest else None,
            dry_run=arguments.dry_run,
        )
    if arguments.guest and done.refused:
        (refused,) = done.refused
        raise ProblemForUser(refused.code, **refused.parameters)
    found = {
        "refused": [_finding(run, finding) for finding in done.refused],
        "unmatched": [_finding(run, finding) for finding in done.unmatched],
        "low_resolution": [_finding(run, finding) for finding in done.low_resolution],
    }
    lines = [
        run.output.say(
            "photos-tried" if done.number is None else "photos-imported",
            number=done.number,
            matched=done.matched,
            replaced=done.replaced,
            unchanged=done.unchanged,
            **{name: len(findings) for name, findings in found.items()},
        )
    ]
    lines += [finding["message"] for findings in found.values() for finding in findings]
    answer = {
        "import": done.number,
        "matched": done.matched,
        "replaced": done.replaced,
        "unchanged": done.unchanged,
        **found,
    }
    run.output.document(answer, lines)
    if not done.matched:
        raise ProblemForUser("photos-none-taken", file=Path(arguments.file).name)


def _finding(run: Run, finding: "PhotoFinding") -> dict[str, Any]:
    return {
        "file": finding.file,
        "code": finding.code,
        "message": run.output.say(finding.code, **finding.parameters),
        "guests": [
            {
                "number": guest.number,
                "full_name": guest.full_name,
                "organization": guest.organization,
            }
            for guest in finding.guests
        ],
    }


def _remove(run: Run) -> None:
    from qhsign.services import photos

    with run.desk() as desk:
        number = number_of(run.arguments.guest)
        name = photos.remove(desk, number)
    run.output.document(
        {"number": f"{number:05d}", "full_name": name},
        [run.output.say("photo-removed", number=f"{number:05d}", name=name)],
    )


def _missing(run: Run) -> None:
    from qhsign.services import category_looks, photos

    with run.desk() as desk:
        words = category_looks.category_words(desk, run.output.language)
        found = photos.missing(desk, category=run.arguments.category)
    rows = [
        {
            "number": row.label,
            "full_name": row.full_name,
            "organization": row.organization,
            "category": row.category.value,
        }
        for row in found.guests
    ]
    columns = ("number", "full_name", "organization", "category")
    lines = table(
        [run.output.say(f"column-{column}") for column in columns],
        [[row.label, row.full_name, row.organization, words[row.category]] for row in found.guests],
    )
    lines.append(run.output.say("photos-missing", missing=len(rows), confirmed=found.confirmed))
    run.output.document({"missing": len(rows), "confirmed": found.confirmed, "guests": rows}, lines)


def _export(run: Run) -> None:
    from qhsign.services import photos

    arguments = run.arguments
    with run.desk() as desk:
        count = photos.export(desk, Path(arguments.out), purpose=arguments.purpose)
    run.output.document(
        {"photos": count}, [run.output.say("photos-exported", count=count, out=arguments.out)]
    )


def _export_codes(run: Run) -> None:
    from qhsign.services import qr_codes

    arguments = run.arguments
    size = _size(run)
    with run.desk() as desk:
        done = qr_codes.export(
            desk,
            Path(arguments.out),
            category=arguments.category,
            guest_numbers=[number_of(number) for number in arguments.guest],
            size=size,
            purpose=arguments.purpose,
        )
    findings = [
        {
            "guest": finding.guest,
            "code": finding.code,
            "message": run.output.say(finding.code, **finding.parameters),
        }
        for finding in done.findings
    ]
    lines = []
    if done.written:
        lines.append(run.output.say("qr-codes-exported", count=done.written, out=arguments.out))
    lines += [f"{finding['guest']}  {finding['message']}" for finding in findings]
    run.output.document({"qr_codes": done.written, "findings": findings}, lines)
    if not done.written:
        raise ProblemForUser("qr-codes-none")


def _size(run: Run) -> "QrSize | None":
    from qhsign.services.qr_codes import QrSize

    if run.arguments.pixels is not None:
        return QrSize.of_pixels(run.arguments.pixels)
    if run.arguments.size_mm is not None:
        return QrSize.of_millimetres(run.arguments.size_mm)
    return None
