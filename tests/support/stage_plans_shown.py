"""The plan of the stage in the real window: what it shows, and hands on the mouse."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from qhsign.domain.seating import Place, place_of
from qhsign.ui.ceremony.ceremony_commands import STAGE
from qhsign.ui.ceremony.ceremony_page import CeremonyPage
from qhsign.ui.ceremony.stage_part import StagePart
from qhsign.ui.stage.stage_column import StageColumn
from qhsign.ui.stage.stage_view import StageView

WITNESSES = {"guest_witnesses": "王光谦、安立佳、年洪恩", "host_witnesses": "袁嘉诺、杨忠"}


def stage_of(page: CeremonyPage, qtbot: QtBot) -> StageColumn:
    """Return the column of the plan, once it shows one or says that there is none."""
    part = page.part(STAGE)
    if not isinstance(part, StagePart):
        raise TypeError(part)
    settled(part.stage, qtbot)
    return part.stage


def settled(column: StageColumn, qtbot: QtBot) -> None:
    """Wait until nothing is asked of the event any more."""
    runner = column._parts.runner
    qtbot.waitUntil(lambda: runner.running == 0, timeout=30_000)


def names(column: StageColumn) -> dict[str, str]:
    """Return who stands at each place that is shown, by the place's key."""
    return {place.key: card.shown.standing.name for place, card in column.view.stage.cards.items()}


def centre(view: StageView, key: str) -> QPoint:
    """Return where the middle of a card lies, brought into sight."""
    place: Place = place_of(key)
    view.ensureVisible(view.stage.cards[place].rect)
    return view.card_centre(place)


def press(view: StageView, key: str) -> QPoint:
    """Press the mouse on a card; return where."""
    at = centre(view, key)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    return at


def drag(view: StageView, one: str, other: str) -> None:
    """Drag a card onto another place with the mouse."""
    begun, end = press(view, one), centre(view, other)
    for share in (0.2, 0.6, 1.0):
        QTest.mouseMove(view.viewport(), begun + (end - begun) * share)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)
