"""The plan of the stage at its sizes: twenty contracts, none at all, long names, small windows."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QGraphicsRectItem
from pytestqt.qtbot import QtBot

from qhsign.domain.seating import place_of
from qhsign.domain.stage_terms import Viewpoint
from qhsign.services import batch_proposals, batches, contracts
from qhsign.ui.theme import Theme
from qhsign.wording import Language
from support.ceremony_windows import OpenWindow, open_ceremony, staged_event
from support.clipping import SIZES, cut
from support.desks import Clock
from support.real_windows import RealEvent
from support.stage_plans_shown import WITNESSES, settled, stage_of
from support.stages import DOORS, SLATE, stage_desk

LONG = "诺尔布占堆·多杰才让卓玛"
LATIN = "Alexander Konstantinopolsky-Rimskij"


@pytest.fixture
def event(tmp_path: Path, request: pytest.FixtureRequest) -> RealEvent:
    count, size = getattr(request, "param", (6, 6))
    if not size:
        return staged_event(tmp_path, count, 0)
    desk = stage_desk(tmp_path, count, Clock(DOORS))
    batch_proposals.apply(desk, SLATE, size)
    batches.set_batch(desk, "1", WITNESSES)
    contracts.set_contract(desk, 2, {"乙.signatory": LATIN, "乙.country": "KZ"})
    contracts.set_contract(desk, 3, {"乙.signatory": LONG})
    path = desk.file.path
    desk.file.close()
    return RealEvent(path)


@pytest.mark.parametrize("event", [(20, 20)], indirect=True)
def test_twenty_contracts_stay_legible_and_can_be_seen_whole(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window, page = open_ceremony(open_window, qtbot)
    window.resize(1000, 768)
    column = stage_of(page, qtbot)
    view = column.view
    assert len(view.stage.floor.tables) == 20
    assert view.scale_now >= 0.8
    rects = [card.rect for card in view.stage.cards.values()]
    assert not any(
        one.intersects(other) for place, one in enumerate(rects) for other in rects[:place]
    )
    last = view.stage.floor.tables[-1]
    contract = column.work.plan.tables[-1].contract if column.work.plan else None
    assert contract is not None
    column._parts.book.choose_contract(contract.number)
    seen = view.mapToScene(view.viewport().rect()).boundingRect()
    assert seen.contains(QRectF(last.bar))
    QTest.mouseClick(column.sill.whole, Qt.MouseButton.LeftButton)
    seen = view.mapToScene(view.viewport().rect()).boundingRect()
    assert all(seen.contains(rect) for rect in rects)
    QTest.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.scale_now >= 0.8
    before = view.scale_now
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.scale_now > before


@pytest.mark.parametrize("event", [(3, 0)], indirect=True)
def test_without_batches_it_says_what_to_do(open_window: OpenWindow, qtbot: QtBot) -> None:
    _, page = open_ceremony(open_window, qtbot)
    column = stage_of(page, qtbot)
    assert "分批" in column.empty.sentence
    assert column.empty.isVisible()
    assert not column.foot.isVisible()
    assert not column.head.print_button.isEnabled()
    column.ask_print()
    column.turn_frozen()
    column.go_to_plan()


def test_long_names_are_set_whole(open_window: OpenWindow, qtbot: QtBot) -> None:
    _, page = open_ceremony(open_window, qtbot)
    cards = stage_of(page, qtbot).view.stage.cards.values()
    for name in (LATIN, LONG):
        card = next(each for each in cards if each.shown.standing.name == name)
        set_as = "".join(card.fit.lines).replace(" ", "")
        assert set_as == name.replace(" ", "")
        assert card.fit.pixels >= 12
        assert card.fit.height <= card.rect.height() - 27
        assert name in card.toolTip()


def test_flags_stand_on_the_side_of_their_country(open_window: OpenWindow, qtbot: QtBot) -> None:
    _, page = open_ceremony(open_window, qtbot)
    column = stage_of(page, qtbot)
    for viewpoint in Viewpoint:
        assert column.head.chosen_viewpoint is viewpoint
        (box,) = [each for each in column.view.stage.floor.tables if each.flags]
        for side, rect in box.flags.items():
            seats = [
                card.rect
                for place, card in column.view.stage.cards.items()
                if place.table == box.number and place.side is side
            ]
            assert all(abs(seat.center().x() - rect.center().x()) < 1 for seat in seats)
        column.turn_viewpoint()


def test_whose_flag_stands_there_is_said_and_pointed_out(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    _, page = open_ceremony(open_window, qtbot)
    column = stage_of(page, qtbot)
    stage = column.view.stage
    number = next(
        table.number
        for table in (stage.plan.tables if stage.plan else ())
        if table.contract is not None and table.contract.number == 2
    )
    assert "旗：哈萨克斯坦" in stage.words_of(place_of(f"signer/{number}/guest/1"))
    assert "旗：中国" in stage.words_of(place_of(f"signer/{number}/host/1"))
    assert "旗" not in stage.words_of(place_of(f"assistant/{number}/guest/1"))
    assert "旗" not in stage.words_of(place_of("witness/0/guest/1"))
    told = [item.toolTip() for item in stage.items() if isinstance(item, QGraphicsRectItem)]
    assert sum("哈萨克斯坦" in each and "中国" in each for each in told) == 1


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("size", SIZES)
def test_no_word_is_cut(
    open_window: OpenWindow, qtbot: QtBot, language: Language, size: tuple[int, int]
) -> None:
    window, page = open_ceremony(open_window, qtbot)
    window._choose_language(language)
    column = stage_of(page, qtbot)
    window.resize(*size)
    column._parts.book.choose_contract(3)
    column.turn_compare()
    settled(column, qtbot)
    assert cut(column) == []
    column.turn_compare()
    column.sill.sign.click()
    assert cut(column) == []


def test_every_theme_paints_the_plan_in_its_own_colours(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window, page = open_ceremony(open_window, qtbot)
    column = stage_of(page, qtbot)
    look = column._parts.look
    for theme in Theme:
        look.set_theme(theme)
        settled(column, qtbot)
        picture = column.view.grab().toImage()
        place = column.view.mapFromScene(column.view.stage.floor.backdrop.topLeft())
        ground = picture.pixelColor(place.x() - 6, place.y() - 6)
        assert ground == look.colour("surface")
    look.set_theme(Theme.LIGHT)
    assert window.isVisible()
