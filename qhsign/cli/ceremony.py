"""Commands of the running ceremony: show, start, next, back, end, resume, screen."""

from typing import TYPE_CHECKING, Any

from qhsign.cli.arguments import Command, Parser, Run, add, group, help_of

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from qhsign.services.big_screen import BigScreen
    from qhsign.services.console import ConsoleState
    from qhsign.services.desk import Desk

_SCREENS = ("follow", "hold", "go-on", "welcome", "arrivals", "statistics", "signing", "thanks")


def add_commands(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add this module's commands."""
    ceremony = group(commands, "ceremony")
    for name in ("show", "start", "next", "back", "end", "resume"):
        _of_slate(add(ceremony, name, _command(name)))
    screen = _of_slate(add(ceremony, "screen", _screen))
    screen.add_argument("what", choices=_SCREENS, help=help_of("ceremony-what"))


def _of_slate(command: Parser) -> Parser:
    command.add_argument("--slate", metavar="SLATE", help=help_of("option-slate"))
    return command


def _command(name: str) -> Command:
    def work(run: Run) -> None:
        from qhsign.services import console

        steps: dict[str, Callable[[Desk, str | None], ConsoleState]] = {
            "show": console.state,
            "start": console.start,
            "next": console.go_on,
            "back": console.go_back,
            "end": console.end,
            "resume": console.resume,
        }
        with run.desk() as desk:
            steps[name](desk, run.arguments.slate)
            state = console.state(desk, run.arguments.slate, run.output.language)
        _show(run, state)

    return work


def _screen(run: Run) -> None:
    from qhsign.domain.ceremony import Screen
    from qhsign.services import console

    what, slate = run.arguments.what, run.arguments.slate
    with run.desk() as desk:
        if what in {"hold", "go-on"}:
            console.hold_screen(desk, held=what == "hold", slate=slate)
        else:
            screen = None if what == "follow" else Screen(what)
            console.choose_screen(desk, screen, slate)
        state = console.state(desk, slate, run.output.language)
    _show(run, state)


def _show(run: Run, state: "ConsoleState") -> None:
    from qhsign.services import events

    with run.desk() as desk:
        zone = events.facts(desk).zone
    current, following = state.current, state.following

    def moment(at: Any) -> str | None:
        return at.astimezone(zone).isoformat() if at else None

    answer = {
        "slate": state.slate,
        "running": state.is_running,
        "step": current.key if current else None,
        "place": state.place,
        "next": following.key if following else None,
        "late_seconds": int(state.late.total_seconds()),
        "expected_end": moment(state.expected_end),
        "batch": state.batch.name if state.batch else None,
        "next_batch": state.next_batch.name if state.next_batch else None,
        "words": state.words.text if state.words else None,
        "readings": [
            {"start": reading.start, "length": reading.length, "pinyin": reading.pinyin}
            for reading in (state.words.readings if state.words else ())
        ],
        "steps": [
            {
                "key": step.key,
                "title": step.title,
                "planned": moment(step.planned),
                "minutes": step.minutes,
                "began": moment(step.began),
                "ended": moment(step.ended),
            }
            for step in state.steps
        ],
        "screen": screen_answer(state.screen),
        "follows": state.follows,
        "held": state.held,
    }
    lines = [
        run.output.say(
            "ceremony-step-line",
            mark="▶" if step is current else "✓" if step.ended else "　",
            clock=f"{step.planned.astimezone(zone):%H:%M}",
            title=step.title,
            minutes=step.minutes,
        )
        for step in state.steps
    ]
    lines.append(
        run.output.say(
            "ceremony-now",
            title=current.title if current else "—",
            next=following.title if following else "—",
            screen=run.output.say(f"big-screen-{state.screen.screen}"),
        )
    )
    run.output.document(answer, lines)


def screen_answer(screen: "BigScreen") -> dict[str, Any]:
    """Return the JSON of what the big screen shows."""
    return {
        "shows": screen.screen.value,
        "event": screen.event,
        "slate": screen.slate,
        "batch": screen.batch,
        "total": screen.total,
        "expected": screen.expected,
        "arrived": screen.arrived,
        "contracts": screen.contracts,
        "signed": screen.signed,
        "rows": [
            {
                "number": row.number,
                "title": row.title,
                "amount": row.amount,
                "kind": row.kind,
                "parties": [
                    {
                        "side": party.side,
                        "organization": party.organization,
                        "signatory": party.signatory,
                        "title": party.title,
                    }
                    for party in row.parties
                ],
            }
            for row in screen.rows
        ],
    }
