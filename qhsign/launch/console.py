"""What the console of a ceremony is given of one open event."""

from functools import partial
from typing import TYPE_CHECKING

from qhsign.ui.console.console_provider import ConsoleProvider

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qhsign.domain.ceremony import Screen
    from qhsign.launch.second_reader import SecondReader
    from qhsign.services.console import CeremonyRow, ConsoleState
    from qhsign.services.desk import Desk
    from qhsign.services.readiness import ReadyBatch
    from qhsign.wording import Language


def console_provider(opened: "Desk", reader: "SecondReader") -> ConsoleProvider:
    """Give the use cases of the console; steps are written through ``opened``, in their turn."""
    return ConsoleProvider(
        running=partial(_running, opened),
        ceremonies=partial(_ceremonies, reader),
        state=partial(_state, reader),
        start=partial(_change, opened, "start"),
        go_on=partial(_move, opened, "go_on"),
        go_back=partial(_move, opened, "go_back"),
        end=partial(_change, opened, "end"),
        resume=partial(_change, opened, "resume"),
        choose_screen=partial(_choose_screen, opened),
        hold_screen=partial(_hold_screen, opened),
        readiness=partial(_readiness, reader),
    )


def _running(opened: "Desk") -> "Sequence[str]":
    from qhsign.services import running_ceremonies

    return running_ceremonies.running(opened)


def _ceremonies(reader: "SecondReader") -> "Sequence[CeremonyRow]":
    from qhsign.services import console

    return console.list_ceremonies(reader.desk())


def _state(reader: "SecondReader", slate: str, language: "Language") -> "ConsoleState":
    from qhsign.services import console

    return console.state(reader.desk(), slate, language)


def _change(opened: "Desk", what: str, slate: str, language: "Language") -> "ConsoleState":
    from qhsign.services import console

    acts = {"start": console.start, "end": console.end, "resume": console.resume}
    return acts[what](opened, slate, language)


def _move(opened: "Desk", what: str, slate: str, language: "Language", seen: str) -> "ConsoleState":
    from qhsign.services import console

    move = console.go_on if what == "go_on" else console.go_back
    return move(opened, slate, language, seen=seen)


def _choose_screen(
    opened: "Desk", slate: str, screen: "Screen | None", language: "Language"
) -> "ConsoleState":
    from qhsign.services import console

    return console.choose_screen(opened, screen, slate, language)


def _hold_screen(
    opened: "Desk",
    slate: str,
    held: bool,  # noqa: FBT001 - as the provider has it
    language: "Language",
) -> "ConsoleState":
    from qhsign.services import console

    return console.hold_screen(opened, held=held, slate=slate, language=language)


def _readiness(reader: "SecondReader", batch: int) -> "ReadyBatch":
    from qhsign.services import readiness

    return readiness.board(reader.desk(), str(batch))[0]
