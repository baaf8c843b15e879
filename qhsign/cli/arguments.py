"""What commands share in reading their arguments."""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from qhsign import wording
from qhsign.cli.output import Output
from qhsign.domain.problems import ProblemForUser
from qhsign.wording import Language

if TYPE_CHECKING:
    from qhsign.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Run:
    """What a command gets: its arguments, where to answer, and the way to the event file."""

    arguments: argparse.Namespace
    output: Output
    open_desk: "Callable[[Path, str], Desk]"

    def event_path(self) -> Path:
        """Return the event file named by ``--event``. Raises ProblemForUser ``event-not-named``."""
        if self.arguments.event is None:
            raise ProblemForUser("event-not-named")
        return Path(self.arguments.event)

    def desk(self) -> "Desk":
        """Open the event file named by ``--event``."""
        return self.open_desk(self.event_path(), self.arguments.operator or "")


Command = Callable[[Run], None]


class Parser(argparse.ArgumentParser):
    """A parser that says wrong usage in the program's language; status 2."""

    language = Language.CHINESE

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and how the command is written."""
        self.exit(
            2, f"{wording.say('usage-wrong', self.language, said=message)}\n{self.format_usage()}"
        )


def add(
    parsers: "argparse._SubParsersAction[Parser]", name: str, run: Command | None = None
) -> Parser:
    """Add a command with the help of the catalogue, taking the options every command takes."""
    key = parsers.metavar
    words = wording.say(
        f"help-{key}-{name}" if key not in {None, "COMMAND"} else f"help-{name}", Parser.language
    )
    parser = parsers.add_parser(name, help=words, description=words)
    if run is not None:
        everywhere(parser, default=argparse.SUPPRESS)
        parser.set_defaults(run=run)
    return parser


def group(
    parsers: "argparse._SubParsersAction[Parser]", name: str
) -> "argparse._SubParsersAction[Parser]":
    """Add a command that has commands of its own, such as ``badges print``."""
    parser = add(parsers, name)
    return parser.add_subparsers(metavar=name, required=True, parser_class=Parser)


def everywhere(parser: argparse.ArgumentParser, default: object = None) -> None:
    """Add the options that may stand before or after the command."""
    parser.add_argument("--event", metavar="FILE", default=default, help=help_of("option-event"))
    parser.add_argument(
        "--json",
        action="store_true",
        default=default if default is argparse.SUPPRESS else False,
        help=help_of("option-json"),
    )
    parser.add_argument(
        "--operator", metavar="NAME", default=default, help=help_of("option-operator")
    )
    parser.add_argument(
        "--language",
        choices=[word.value for word in Language],
        default=default,
        help=help_of("option-language"),
    )


def help_of(code: str) -> str:
    """Return the help of an option, safe from argparse's percent signs."""
    return wording.say(f"help-{code}", Parser.language).replace("%", "%%")


def pairs(texts: Sequence[str]) -> dict[str, str]:
    """Read ``KEY=VALUE`` arguments. Raises ProblemForUser ``pair-wrong``."""
    read: dict[str, str] = {}
    for text in texts:
        key, sign, value = text.partition("=")
        if not sign or not key.strip():
            raise ProblemForUser("pair-wrong", given=text)
        read[key.strip()] = value
    return read
