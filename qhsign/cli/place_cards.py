"""Commands about place cards: print."""

from pathlib import Path
from typing import TYPE_CHECKING

from qhsign.cli.arguments import Parser, Run, add, group, help_of
from qhsign.cli.guests import ORDERS, category_of, number_of, order_of
from qhsign.cli.preflight import findings_answer, findings_lines

if TYPE_CHECKING:
    import argparse


def add_commands(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add this module's commands."""
    cards = group(commands, "place-cards")
    sheet = add(cards, "print", _print)
    sheet.add_argument("--out", required=True, metavar="F.pdf", help=help_of("option-out"))
    sheet.add_argument("--layout", default="", metavar="LAYOUT", help=help_of("place-cards-layout"))
    sheet.add_argument("--activity", metavar="ACTIVITY", help=help_of("place-cards-activity"))
    sheet.add_argument(
        "--category", type=category_of, metavar="CATEGORY", help=help_of("option-category")
    )
    sheet.add_argument(
        "--guest", action="append", default=[], metavar="NUMBER", help=help_of("option-guest")
    )
    sheet.add_argument("--vip", action="store_true", help=help_of("place-cards-vip"))
    sheet.add_argument("--order", choices=ORDERS, metavar="ORDER", help=help_of("option-order"))
    sheet.add_argument("--limit", type=int, metavar="N", help=help_of("place-cards-limit"))


def _print(run: Run) -> None:
    from qhsign.services import place_cards

    arguments = run.arguments
    with run.desk() as desk:
        done = place_cards.print_place_cards(
            desk,
            Path(arguments.out),
            layout=arguments.layout,
            activity=arguments.activity,
            category=arguments.category,
            guest_numbers=[number_of(number) for number in arguments.guest],
            vip=arguments.vip,
            order=order_of(arguments.order),
            limit=arguments.limit,
        )
    findings = findings_answer(run, done.preflight)
    said = (
        run.output.say("place-cards-printed", cards=done.cards, pages=done.pages, out=arguments.out)
        if done.cards
        else run.output.say("place-cards-not-written")
    )
    lines = [said, *findings_lines(run, findings)]
    run.output.document({"cards": done.cards, "pages": done.pages, "preflight": findings}, lines)
