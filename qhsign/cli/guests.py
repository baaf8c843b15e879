"""Commands about guests: guests, guest show, guest set, walk-in."""

import argparse
from dataclasses import asdict
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from qhsign.cli.arguments import Parser, Run, add, group, help_of, pairs
from qhsign.cli.output import table
from qhsign.domain.guest import Category, Invitation
from qhsign.domain.problems import ProblemForUser
from qhsign.wording import meant, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qhsign.domain.ordering import Order
    from qhsign.services.guest_order import Unranked

ORDERS = ("precedence", "surname-strokes", "full-name-strokes", "pinyin", "country", "arranged")

_ChoiceT = TypeVar("_ChoiceT", bound=StrEnum)


def add_commands(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add this module's commands."""
    find = add(commands, "guests", _guests)
    find.add_argument("--search", default="", metavar="TEXT", help=help_of("guests-search"))
    find.add_argument("--order", choices=ORDERS, metavar="ORDER", help=help_of("option-order"))
    find.add_argument(
        "--category", type=category_of, metavar="CATEGORY", help=help_of("option-category")
    )
    find.add_argument(
        "--status",
        type=status_of,
        metavar="STATUS",
        help=help_of("guests-status"),
    )
    find.add_argument("--limit", type=int, default=50, metavar="N", help=help_of("guests-limit"))
    one = group(commands, "guest")
    show = add(one, "show", _show)
    show.add_argument("number", metavar="NUMBER", help=help_of("guest-number"))
    show.add_argument("--reveal", metavar="FIELD", help=help_of("guest-reveal"))
    show.add_argument("--purpose", default="", metavar="PURPOSE", help=help_of("option-purpose"))
    change = add(one, "set", _set)
    change.add_argument("number", metavar="NUMBER", help=help_of("guest-number"))
    change.add_argument("values", nargs="+", metavar="FIELD=VALUE", help=help_of("guest-values"))
    change.add_argument("--reason", default="", metavar="REASON", help=help_of("option-reason"))
    door = add(commands, "walk-in", _walk_in)
    door.add_argument("--name", required=True, help=help_of("walk-in-name"))
    door.add_argument("--organization", required=True, help=help_of("walk-in-organization"))
    door.add_argument("--title", default="", help=help_of("walk-in-title"))
    door.add_argument(
        "--category",
        type=category_of,
        default=Category.GUEST,
        metavar="CATEGORY",
        help=help_of("option-category"),
    )


def category_of(word: str) -> Category:
    """Read a category by its code or its word: ``media``, 媒体."""
    return choice_of(Category, "category", word)


def status_of(word: str) -> Invitation:
    """Read an invitation's state by its code or its word: ``confirmed``, 已确认."""
    return choice_of(Invitation, "status", word)


def choice_of(kind: type[_ChoiceT], subject: str, word: str) -> _ChoiceT:
    """Read a member of a closed list by its code or its word in any language."""
    try:
        return meant(kind, subject, word)
    except ValueError:
        choices = "、".join(
            f"{member} {say(f'{subject}-{member}', Parser.language)}" for member in kind
        )
        sentence = say("choice-wrong", Parser.language, given=word, choices=choices)
        raise argparse.ArgumentTypeError(sentence) from None


def number_of(text: str) -> int:
    """Read a guest's number, with or without its leading zeros. Raises ``number-wrong``."""
    digits = text.strip()
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 9):  # noqa: PLR2004 - fits the database
        raise ProblemForUser("number-wrong", given=text[:40])
    return int(digits)


def order_of(name: str | None) -> "Order | None":
    """Return the order of that name; None is the event's own."""
    from qhsign.domain.ordering import Order

    return None if name is None else Order(name)


def _guests(run: Run) -> None:
    from qhsign.services import category_looks, guests

    arguments = run.arguments
    with run.desk() as desk:
        words = category_looks.category_words(desk, run.output.language)
        found = guests.list_guests(
            desk,
            searched=arguments.search,
            order=order_of(arguments.order),
            category=arguments.category,
            status=arguments.status,
            limit=max(arguments.limit, 0),
        )
    rows = [
        {
            "number": row.label,
            "full_name": row.full_name,
            "pinyin": row.reading,
            "organization": row.organization,
            "title": row.title,
            "category": row.category.value,
            "status": row.status.value,
            "vip": row.vip,
        }
        for row in found.guests
    ]
    columns = ("number", "full_name", "organization", "title", "category", "status")
    lines = table(
        [run.output.say(f"column-{column}") for column in columns],
        [
            [
                row.label, row.full_name, row.organization, row.title,
                words[row.category], run.output.say(f"status-{row.status}"),
            ]
            for row in found.guests
        ],
    )  # fmt: skip
    lines.append(run.output.say("guests-found", total=found.total, shown=len(rows)))
    answer = {
        "total": found.total,
        "order": found.order.value,
        "guests": rows,
        "unranked": tell_unranked(run, found.unranked),
    }
    run.output.document(answer, lines)


def tell_unranked(run: Run, unranked: "Sequence[Unranked]") -> list[dict[str, str]]:
    """Tell whom a stroke order could not place, and return them for the answer."""
    for guest in unranked:
        run.output.message(
            run.output.say("stroke-unranked", name=guest.full_name, characters=guest.characters)
        )
    return [asdict(guest) for guest in unranked]


def _show(run: Run) -> None:
    from qhsign.services import guests

    arguments = run.arguments
    with run.desk() as desk:
        number = number_of(arguments.number)
        if arguments.reveal:
            guest = guests.reveal(desk, number, arguments.reveal, arguments.purpose)
        else:
            guest = guests.show_guest(desk, number)
    _answer(run, guest)


def _set(run: Run) -> None:
    from qhsign.services import guests

    arguments = run.arguments
    with run.desk() as desk:
        guest = guests.set_guest(
            desk, number_of(arguments.number), pairs(arguments.values), arguments.reason
        )
    _answer(run, guest)


def _walk_in(run: Run) -> None:
    from qhsign.services import guests

    arguments = run.arguments
    with run.desk() as desk:
        guest = guests.walk_in(
            desk,
            name=arguments.name,
            organization=arguments.organization,
            title=arguments.title,
            category=arguments.category,
        )
    _answer(run, guest)


def _answer(run: Run, guest: dict[str, Any]) -> None:
    shown = {key: value for key, value in guest.items() if value not in (None, "", [], {})}
    if photo := guest.get("photo"):
        shown["photo"] = f"{photo['width']}×{photo['height']}"
    run.output.document(guest, table(("", ""), shown.items())[1:])
