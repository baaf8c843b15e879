"""Commands about the run of show: step list, set, add, move, remove and words."""

from typing import TYPE_CHECKING, Any

from qhsign.cli.arguments import Command, Parser, Run, add, group, help_of, pairs
from qhsign.cli.output import table

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from qhsign.services.desk import Desk
    from qhsign.services.show_records import ShowLine, StepSet


def add_commands(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add this module's commands."""
    step = group(commands, "step")
    _of_slate(add(step, "list", _list))
    change = _of_slate(add(step, "set", _changing(_set)))
    change.add_argument("key", metavar="STEP", help=help_of("step-key"))
    change.add_argument("values", nargs="+", metavar="KEY=VALUE", help=help_of("step-values"))
    new = _of_slate(add(step, "add", _changing(_add)))
    new.add_argument("--after", default="", metavar="STEP", help=help_of("step-after"))
    new.add_argument("values", nargs="+", metavar="KEY=VALUE", help=help_of("step-values"))
    move = _of_slate(add(step, "move", _changing(_move)))
    move.add_argument("key", metavar="STEP", help=help_of("step-key"))
    move.add_argument("--earlier", action="store_true", help=help_of("step-earlier"))
    remove = _of_slate(add(step, "remove", _changing(_remove)))
    remove.add_argument("key", metavar="STEP", help=help_of("step-key"))
    words = _of_slate(add(step, "words", _changing(_words)))
    words.add_argument("key", metavar="STEP", help=help_of("step-key"))
    words.add_argument("text", metavar="TEXT", help=help_of("step-text"))


def _of_slate(command: Parser) -> Parser:
    command.add_argument("--slate", metavar="SLATE", required=True, help=help_of("option-slate"))
    return command


def _list(run: Run) -> None:
    _show(run)


def _changing(change: "Callable[[Run, Desk, str], StepSet]") -> Command:
    def work(run: Run) -> None:
        with run.desk() as desk:
            done = change(run, desk, run.arguments.slate)
        _show(run, done)

    return work


def _set(run: Run, desk: "Desk", slate: str) -> "StepSet":
    from qhsign.services import show_steps

    return show_steps.set_step(desk, slate, run.arguments.key, pairs(run.arguments.values))


def _add(run: Run, desk: "Desk", slate: str) -> "StepSet":
    from qhsign.services import show_steps

    values = pairs(run.arguments.values)
    return show_steps.add_step(desk, slate, run.arguments.after, values)


def _move(run: Run, desk: "Desk", slate: str) -> "StepSet":
    from qhsign.services import show_steps

    return show_steps.move_step(desk, slate, run.arguments.key, -1 if run.arguments.earlier else 1)


def _remove(run: Run, desk: "Desk", slate: str) -> "StepSet":
    from qhsign.services import show_steps

    return show_steps.remove_step(desk, slate, run.arguments.key)


def _words(run: Run, desk: "Desk", slate: str) -> "StepSet":
    from qhsign.services import show_steps

    return show_steps.set_words(desk, slate, run.arguments.key, run.arguments.text)


def _show(run: Run, done: "StepSet | None" = None) -> None:
    from qhsign.services import show_view

    with run.desk() as desk:
        shown = show_view.table(desk, run.arguments.slate, run.output.language)
    answer: dict[str, Any] = {
        "slate": shown.slate,
        "minutes": shown.minutes,
        "steps": [_answer(line) for line in shown.lines],
    }
    if done is not None:
        answer |= {"step": done.key, "operation": done.operation or None}
    lines = table(
        [run.output.say(f"show-column-{name}") for name in ("clock", "minutes", "title", "content")]
        + [run.output.say("column-step-key")],
        [
            [f"{line.begins:%H:%M}", line.minutes, line.title, line.content, line.key]
            for line in shown.lines
        ],
    )
    run.output.document(answer, lines)


def _answer(line: "ShowLine") -> dict[str, Any]:
    return {
        "key": line.key,
        "begins": line.begins.isoformat(),
        "planned": line.is_planned,
        "minutes": line.minutes,
        "title": line.title,
        "content": line.content,
        "screen": line.screen,
        "sound": line.sound,
        "responsible": line.responsible,
        "batch": line.batch,
        "own": line.is_own,
        "words": line.words.words.text if line.words else None,
        "written": bool(line.words and line.words.written),
    }
