"""The command line as a whole: its parser, its exit status, and what happens to problems."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qhsign import wording
from qhsign.cli.arguments import Parser, Run, everywhere
from qhsign.cli.output import Output
from qhsign.domain.problems import ProblemForUser
from qhsign.wording import Language

if TYPE_CHECKING:
    from qhsign.services.desk import Desk


_FILES = frozenset({"event", "file", "layout", "out"})
"""Arguments that name files: their bytes must reach the system as they are."""


_OF_THE_WINDOW = frozenset({"--event", "--operator", "--language"})


def build_parser(language: Language, *, with_commands: bool = True) -> Parser:
    """Return the parser of the whole command line, or of what opens the window."""
    Parser.language = language
    parser = Parser(
        prog="qhsign",
        description=wording.say("help-qhsign", language),
        epilog=wording.say("help-qhsign-more", language),
    )
    everywhere(parser)
    parser.set_defaults(run=None)
    if with_commands:
        from qhsign.cli import commands

        commands.add_all(parser.add_subparsers(metavar="COMMAND", parser_class=Parser))
    return parser


def language_of(argv: Sequence[str]) -> Language:
    """Return the language asked for by ``--language`` or ``QHSIGN_LANGUAGE``; else Chinese."""
    wanted = os.environ.get("QHSIGN_LANGUAGE", "")
    for given, following in zip_longest(argv, argv[1:], fillvalue=""):
        if given == "--language":
            wanted = following
        elif given.startswith("--language="):
            wanted = given.partition("=")[2]
    return Language(wanted) if wanted in set(Language) else Language.CHINESE


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Read the arguments; wrong usage ends the program with status 2."""
    parser = build_parser(language_of(argv), with_commands=not _opens_the_window(argv))
    arguments = parser.parse_args(argv)
    for name, value in vars(arguments).items():
        if name not in _FILES:
            setattr(arguments, name, _as_text(value))
    return arguments


def _opens_the_window(argv: Sequence[str]) -> bool:
    """Say whether every word is an option of the window or the value of one."""
    words = iter(argv)
    for word in words:
        name, has_value, _ = word.partition("=")
        if name not in _OF_THE_WINDOW or (not has_value and next(words, None) is None):
            return False
    return True


def _as_text(value: Any) -> Any:
    """Put � for bytes that are no text, which Python keeps in arguments as lone surrogates."""
    if isinstance(value, list):
        return [_as_text(item) for item in value]
    # A word that was read into a category or a state is no longer plain text.
    if type(value) is str:
        return value.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return value


def refuse(arguments: argparse.Namespace, language: Language, problem: ProblemForUser) -> int:
    """Tell a problem and return the exit status that goes with it."""
    Output(as_json=arguments.json, language=language).problem(problem)
    return 1


def run(
    arguments: argparse.Namespace,
    language: Language,
    open_desk: "Callable[[Path, str], Desk]",
    log_bug: Callable[[BaseException], Path],
) -> int:
    """Run one command and return the exit status: 0 done, 1 a problem for the user."""
    output = Output(as_json=arguments.json, language=language)
    try:
        arguments.run(Run(arguments, output, open_desk))
    except ProblemForUser as problem:
        output.problem(problem)
        return 1
    except BrokenPipeError:
        # Whoever read the answers has gone; nothing is left to say to anybody.
        sys.stdout = None  # keeps Python from flushing into the pipe
        return 1
    except KeyboardInterrupt:
        output.message(output.say("interrupted"))
        return 1
    except Exception as bug:  # noqa: BLE001 - the last stop before a traceback in a clerk's face
        output.problem(ProblemForUser("bug", log=log_bug(bug), said=type(bug).__name__))
        return 1
    return 0
