"""Nothing of the follow-up is cut off, at every size, in every language, however long words are."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from qhsign.domain.contract import LifeCycle
from qhsign.services import contracts, editions, life_cycle
from qhsign.ui.follow_up.follow_up_commands import CONTRACTS, EDITIONS, RATES
from qhsign.ui.main_window import MainWindow, OpenEvent
from qhsign.wording import Language
from support.clipping import SIZES, StretchedWords, cut
from support.follow_ups import desk_at, followed_event, open_follow_up
from support.list_files import write_xlsx
from support.real_windows import RealEvent, settle

_LONG = (
    "海西蒙古族藏族自治州柴达木循环经济试验区格尔木工业园新能源装备制造与绿色算力一体化基地建设项目"
)


@pytest.fixture
def event(tmp_path: Path) -> RealEvent:
    made = followed_event(tmp_path / "e.qhsign")
    with desk_at(made.path) as desk:
        editions.take_published(desk)
        contracts.set_contract(
            desk, 1, {"title": _LONG, "region": _LONG[:20], "甲": _LONG, "乙": _LONG}
        )
        life_cycle.move(desk, [1], LifeCycle.STARTED, reason=_LONG)
    return made


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", [*Language, None], ids=["zh", "en", "stretched"])
def test_nothing_is_cut_off(
    open_window: Callable[[OpenEvent], MainWindow],
    qtbot: QtBot,
    qapp: QApplication,
    tmp_path: Path,
    size: tuple[int, int],
    language: Language | None,
) -> None:
    window, part = open_follow_up(open_window, qtbot)
    stretched = StretchedWords()
    window._choose_language(language or Language.ENGLISH)
    if language is None:
        qapp.installTranslator(stretched)
    window.resize(*size)
    settle(window, qtbot)

    def look(what: QWidget, name: str) -> None:
        settle(window, qtbot)
        assert cut(what) == [], name

    part.show_view(CONTRACTS)
    part.contracts.model.toggle([0, 1], ticked=True)
    look(part, "table")
    part.contracts.open_panel()
    part.contracts.panel.payments.open_form(None)
    look(part, "panel")
    part.contracts.close_panel()
    part.contracts.bar.given_up.emit()
    part.show_view(RATES)
    look(part, "rates")
    part.rates.open_targets()
    look(part, "targets")
    part.show_view(EDITIONS)
    look(part, "editions")
    part.editions.page.open_for(None)
    look(part, "figure")
    part.editions.page.put_away()
    part.import_list()
    look(part, "file")
    listed = write_xlsx(
        tmp_path / "跟踪.xlsx", [("项目编号", "进展"), ("0003", "落实"), ("0088", "落实")]
    )
    part.import_page.look_at(listed)
    look(part, "import")
    qapp.removeTranslator(stretched)
    window._choose_language(Language.CHINESE)
