"""The window at the screen of the ceremony, over a real event with a slate to be signed."""

from collections.abc import Callable
from pathlib import Path
from typing import cast

from pytestqt.qtbot import QtBot

from qhsign.services import batch_proposals
from qhsign.ui.ceremony.ceremony_commands import CEREMONY
from qhsign.ui.ceremony.ceremony_page import CeremonyPage
from qhsign.ui.main_window import MainWindow, OpenEvent
from support.copied_events import copied
from support.real_windows import RealEvent, opening, settle
from support.stages import SLATE, stage_desk

OpenWindow = Callable[[OpenEvent], MainWindow]


def staged_event(folder: Path, contracts: int = 18, size: int = 6) -> RealEvent:
    """Make an event file with contracts of one slate, in batches of ``size`` unless it is 0."""

    def make(path: Path) -> None:
        with stage_desk(path.parent, contracts) as desk:
            if size:
                batch_proposals.apply(desk, SLATE, size)

    path = folder / "e.qhsign"
    return RealEvent(copied(path, ("batched", contracts, size), make))


def open_ceremony(
    open_window: OpenWindow, qtbot: QtBot, open_event: OpenEvent | None = None
) -> tuple[MainWindow, CeremonyPage]:
    """Open the window at the ceremony of the test's ``event``, made by ``staged_event``."""
    window = open_window(open_event or opening())
    frame = window.frame
    if frame is None:
        raise AssertionError("the event is not open")
    frame.show_page(CEREMONY)
    page = cast("CeremonyPage", frame.screens.screen_of(CEREMONY))
    settle(window, qtbot)
    return window, page
