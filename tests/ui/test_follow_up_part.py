"""跟踪: contracts after the fair, over a real event, by the ways a person has."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from qhsign.background.operation import Changed
from qhsign.domain.contract import LifeCycle
from qhsign.domain.roles import Role
from qhsign.services import life_cycle
from qhsign.services.follow_up_records import FollowedContract
from qhsign.services.setting_records import OnShift
from qhsign.ui.follow_up.follow_up_commands import CONTRACTS, EDITIONS, RATES
from qhsign.ui.follow_up.follow_up_part import FollowUpPart
from qhsign.ui.follow_up.followed_model import FollowedColumn
from qhsign.ui.follow_up.followed_row import NONE
from qhsign.ui.main_window import MainWindow, OpenEvent
from support.follow_ups import (
    TITLES,
    desk_at,
    followed_event,
    open_follow_up,
    plain_event,
    told,
)
from support.list_files import write_xlsx
from support.real_windows import RealEvent, settle, write

Opened = tuple[MainWindow, FollowUpPart]
OpenWindow = Callable[[OpenEvent], MainWindow]


@pytest.fixture
def event(tmp_path: Path) -> RealEvent:
    return followed_event(tmp_path / "e.qhsign")


@pytest.fixture
def opened(open_window: OpenWindow, qtbot: QtBot) -> Opened:
    return open_follow_up(open_window, qtbot)


def state(event: RealEvent, number: int) -> FollowedContract:
    with desk_at(event.path) as desk:
        return life_cycle.followed(desk, number)


def cells(part: FollowUpPart, column: FollowedColumn) -> list[str]:
    model = part.contracts.model
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def choose(part: FollowUpPart, number: int) -> None:
    part.contracts.table.go_to(number)


def press(window: MainWindow, command: str) -> None:
    frame = window.frame
    assert frame is not None
    frame.run_command(next(each for each in frame.commands if each.id == command))


def test_the_table_tells_how_each_contract_stands(opened: Opened) -> None:
    _, part = opened
    assert cells(part, FollowedColumn.TITLE) == list(TITLES)
    assert cells(part, FollowedColumn.STATE) == ["落实", "落实", "签约", "终止", "签约"]
    assert cells(part, FollowedColumn.AMOUNT) == ["1亿元", "2亿元", "3亿元", "4亿元", "—"]
    assert cells(part, FollowedColumn.FUNDS) == ["2500万元", "3亿元", "—", "—", "—"]
    shares = [row.share for row in part.contracts.model.shown]
    assert shares == [0.25, 1.5, 0.0, 0.0, None]
    panel = part.contracts.panel
    assert panel.isVisibleTo(part)
    assert panel.title.text() == TITLES[0]
    assert "签约 2024-07-11" in panel.line.accessibleDescription()
    assert "开工令" in panel.line.accessibleDescription()
    assert "开工 尚未" in panel.line.accessibleDescription()


def test_search_and_filters_narrow_the_table(opened: Opened, qtbot: QtBot) -> None:
    window, part = opened
    view = part.contracts
    view.filter.region.choose("海西州")
    assert cells(part, FollowedColumn.NUMBER) == ["0001", "0002"]
    view.filter.industry.choose("新材料")
    assert cells(part, FollowedColumn.NUMBER) == ["0002"]
    view.filter.clear_all()
    view.filter.state.choose("terminated")
    assert cells(part, FollowedColumn.NUMBER) == ["0004"]
    view.filter.clear_all()
    view.filter.slate.choose("重点项目")
    assert cells(part, FollowedColumn.NUMBER) == ["0001", "0002"]
    view.filter.clear_all()
    press(window, "follow-up-search")
    assert view.filter.search.input.hasFocus()
    view.filter.search.input.insert("lvse")
    qtbot.waitUntil(lambda: view.model.rowCount() == 1)
    assert cells(part, FollowedColumn.NUMBER) == ["0003"]
    view.filter.search.input.setText("没有这个")
    qtbot.waitUntil(lambda: view.model.rowCount() == 0)
    assert view.no_hit.isVisibleTo(part)
    view.no_hit.acted.emit()
    assert view.model.rowCount() == len(TITLES)


def test_headings_order_and_what_has_no_value_stands_last(opened: Opened) -> None:
    _, part = opened
    header = part.contracts.table.horizontalHeader()
    header.sectionClicked.emit(FollowedColumn.FUNDS)
    assert cells(part, FollowedColumn.NUMBER) == ["0003", "0004", "0001", "0002", "0005"]
    header.sectionClicked.emit(FollowedColumn.FUNDS)
    assert cells(part, FollowedColumn.NUMBER) == ["0002", "0001", "0003", "0004", "0005"]
    header.sectionClicked.emit(FollowedColumn.STATE)
    assert cells(part, FollowedColumn.STATE)[0] == "签约"


def test_a_step_is_taken_told_and_undone(opened: Opened, event: RealEvent, qtbot: QtBot) -> None:
    window, part = opened
    choose(part, 3)
    form = part.contracts.panel.form
    assert form.chosen is LifeCycle.IMPLEMENTED
    form.day.setText("2024-07-11")
    write(form.reason, "州里报送")
    settle(window, qtbot)
    after = state(event, 3)
    assert (after.state, after.steps[-1].reason) == (LifeCycle.IMPLEMENTED, "州里报送")
    assert "落实" in told(part)
    assert cells(part, FollowedColumn.STATE)[2] == "落实"
    assert form.reason.text() == "", "the next step gets its own reason"
    assert part.contracts.panel.history.rows[0].done.can_undo
    QTest.keyClick(part.contracts.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(window, qtbot)
    assert state(event, 3).state is LifeCycle.SIGNED
    assert cells(part, FollowedColumn.STATE)[2] == "签约"


def test_a_refused_step_is_one_sentence_and_loses_nothing(
    opened: Opened, event: RealEvent, qtbot: QtBot
) -> None:
    window, part = opened
    choose(part, 3)
    form = part.contracts.panel.form
    form.to.choose("operating")
    write(form.reason, "听说已投产")
    settle(window, qtbot)
    assert form.error.isVisibleTo(part)
    assert "不能直接改为“建成投产”" in form.error.text()
    assert form.reason.text() == "听说已投产"
    assert state(event, 3).state is LifeCycle.SIGNED
    form.to.choose("implemented")
    write(form.day, "2999-01-01")
    settle(window, qtbot)
    assert "2999-01-01" in form.error.text()
    choose(part, 4)
    assert not form.take.isEnabled(), "nothing follows the end"
    assert "终止" in form.hint.text()


def test_a_step_back_asks_for_a_reason(opened: Opened, event: RealEvent, qtbot: QtBot) -> None:
    window, part = opened
    choose(part, 1)
    form = part.contracts.panel.form
    form.back.click()
    settle(window, qtbot)
    assert form.error.isVisibleTo(part)
    assert state(event, 1).state is LifeCycle.IMPLEMENTED
    form.reason.setText("误登")
    form.back.click()
    settle(window, qtbot)
    assert state(event, 1).state is LifeCycle.SIGNED
    part.contracts.panel.history.rows[0].button.click()
    settle(window, qtbot)
    assert state(event, 1).state is LifeCycle.IMPLEMENTED


def test_payments_are_entered_corrected_and_taken_away(
    opened: Opened, event: RealEvent, qtbot: QtBot
) -> None:
    window, part = opened
    choose(part, 3)
    section = part.contracts.panel.payments
    press(window, "follow-up-payment")
    assert section.form.fields["amount"].hasFocus()
    section.form.fields["source"].setText("海东市")
    write(section.form.fields["amount"], "$5")
    settle(window, qtbot)
    assert section.form.error.isVisibleTo(part)
    assert section.form.fields["source"].text() == "海东市"
    write(section.form.fields["amount"], "6000万元")
    settle(window, qtbot)
    assert not section.form.isVisibleTo(part)
    assert state(event, 3).funds == {"CNY": 6000 * 10**4 * 100}
    section.rows[0].edit.click()
    assert section.form.fields["amount"].text() == "6000万元"
    write(section.form.fields["amount"], "9000万元")
    settle(window, qtbot)
    assert [row.payment.amount.fen for row in section.rows] == [9000 * 10**4 * 100]
    section.rows[0].remove.click()
    assert not section.reason.go.isEnabled(), "what is taken away needs a reason"
    write(section.reason.input, "重复登记")
    settle(window, qtbot)
    assert not state(event, 3).payments
    assert "9000万元" in told(part)
    part._parts.bar.take_back()
    settle(window, qtbot)
    assert state(event, 3).funds == {"CNY": 9000 * 10**4 * 100}


def test_a_contract_without_an_amount_takes_any_currency(
    opened: Opened, event: RealEvent, qtbot: QtBot
) -> None:
    window, part = opened
    choose(part, 5)
    section = part.contracts.panel.payments
    section.button.click()
    assert "任何币种" in section.form.hint.text()
    write(section.form.fields["amount"], "$120万")
    settle(window, qtbot)
    assert state(event, 5).funds == {"USD": 1_200_000 * 100}
    assert "120万美元" in part.contracts.panel._money.text()


def test_several_are_moved_at_once_or_none(opened: Opened, event: RealEvent, qtbot: QtBot) -> None:
    window, part = opened
    view = part.contracts
    view.table.setFocus()
    for number in (3, 4):
        choose(part, number)
        QTest.keyClick(view.table, Qt.Key.Key_Space)
    assert view.bar.isVisibleTo(part)
    view.bar.to.choose("implemented")
    write(view.bar.reason, "州里报送")
    settle(window, qtbot)
    assert "0004" in view.bar.error.text(), "all of them or none"
    assert state(event, 3).state is LifeCycle.SIGNED
    QTest.keyClick(view.table, Qt.Key.Key_Space)
    choose(part, 5)
    QTest.keyClick(view.table, Qt.Key.Key_Space)
    view.bar.move_them.click()
    settle(window, qtbot)
    assert [state(event, number).state for number in (3, 5)] == [LifeCycle.IMPLEMENTED] * 2
    assert not view.bar.isVisibleTo(part)
    part._parts.bar.take_back()
    settle(window, qtbot)
    assert [state(event, number).state for number in (3, 5)] == [LifeCycle.SIGNED] * 2


def test_ticks_by_mouse_and_all_at_once(opened: Opened) -> None:
    _, part = opened
    view = part.contracts
    box = view.table.visualRect(view.model.index(1, FollowedColumn.TICK)).center()
    QTest.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=box)
    last = view.table.visualRect(view.model.index(3, FollowedColumn.TICK)).center()
    QTest.mouseClick(
        view.table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier,
        QPoint(last.x(), last.y()),
    )  # fmt: skip
    assert view.model.ticked == {2, 3, 4}
    QTest.keyClick(view.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert view.model.ticks_of_shown() is Qt.CheckState.Checked
    view.filter.region.choose("海西州")
    assert len(view.model.ticked) == len(TITLES), "ticks stay while a filter hides their rows"
    view.bar.given_up.emit()
    assert not view.model.ticked


def test_a_list_from_an_office_is_looked_at_taken_and_undone(
    opened: Opened, event: RealEvent, tmp_path: Path, qtbot: QtBot
) -> None:
    window, part = opened
    listed = write_xlsx(
        tmp_path / "跟踪表.xlsx",
        [
            ("项目编号", "进展", "到位资金（万元）"),
            ("0003", "已开工", 500),
            ("0001", "在谈", ""),
            ("0099", "落实", 1),
        ],
    )
    press(window, "follow-up-import")
    page = part.import_page
    assert page.is_open
    page.look_at(listed)
    settle(window, qtbot)
    (row,) = page.changes.figures.table.rows
    assert row[:4] == [TITLES[2], "0003", "签约 → 开工", "0元 → 500万元"]
    problems = page.problems.figures.table.rows
    assert any("0099" in line[0] for line in problems)
    assert state(event, 3).state is LifeCycle.SIGNED, "looking changes nothing"
    page.apply.click()
    settle(window, qtbot)
    assert page.isHidden()
    assert state(event, 3).state is LifeCycle.STARTED
    assert cells(part, FollowedColumn.STATE)[2] == "开工"
    part._parts.bar.take_back()
    settle(window, qtbot)
    assert state(event, 3).state is LifeCycle.SIGNED


def test_a_list_can_be_dropped_on_it(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    window, part = opened
    listed = write_xlsx(tmp_path / "跟踪.xlsx", [("项目编号", "进展"), ("0003", "落实")])
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(listed))])
    where, copied = QPointF(40, 40), Qt.DropAction.CopyAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    part.dragEnterEvent(QDragEnterEvent(where.toPoint(), copied, data, left, none))
    part.dropEvent(QDropEvent(where, copied, data, left, none))
    settle(window, qtbot)
    assert part.import_page.is_open
    assert [row[1] for row in part.import_page.changes.figures.table.rows] == ["0003"]


def test_a_file_that_is_no_list_is_one_sentence(
    opened: Opened, tmp_path: Path, qtbot: QtBot
) -> None:
    window, part = opened
    (tmp_path / "x.xlsx").write_text("no workbook", "utf-8")
    part.import_list()
    part.import_page.look_at(tmp_path / "x.xlsx")
    settle(window, qtbot)
    assert part.import_page.notice.isVisibleTo(part)
    assert part.import_page.choose.isVisibleTo(part)


def test_the_list_of_a_region_is_written(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    window, part = opened
    out = tmp_path / "海西州.xlsx"
    part.writer.write(out, None, "海西州")
    settle(window, qtbot)
    sheet = openpyxl.load_workbook(out).active
    assert sheet is not None
    written = {str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell}
    assert {TITLES[0], TITLES[1]} <= written
    assert TITLES[2] not in written
    assert "海西州.xlsx" in told(part)
    part.contracts.filter.slate.choose(NONE)
    part.print_list()
    assert "不在清单上" in told(part), "no list of something else is written in its place"
    part.writer.write(tmp_path / "nowhere" / "f.pdf", None, None)
    settle(window, qtbot)
    assert "nowhere" in told(part)


def test_every_view_has_its_key_and_is_read_when_looked_at(opened: Opened, qtbot: QtBot) -> None:
    window, part = opened
    for command, view in (
        ("follow-up-rates", RATES), ("follow-up-editions", EDITIONS),
        ("follow-up-contracts", CONTRACTS),
    ):  # fmt: skip
        press(window, command)
        settle(window, qtbot)
        assert part.switch.current == view
        focused = QApplication.focusWidget()
        assert focused is not None
        assert part.isAncestorOf(focused)


def test_a_narrow_window_shows_table_or_panel(opened: Opened, qtbot: QtBot) -> None:
    window, part = opened
    view = part.contracts
    window.resize(911, 512)
    qtbot.waitUntil(lambda: not view.panel.isVisibleTo(part))
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    assert view.panel.isVisibleTo(part)
    assert not view.table.isVisibleTo(part)
    QTest.keyClick(view.panel, Qt.Key.Key_Escape)
    assert view.table.isVisibleTo(part)
    assert view.table.hasFocus()


def test_who_only_checks_in_changes_nothing(opened: Opened, qtbot: QtBot) -> None:
    window, part = opened
    part._parts.rights.take(OnShift(None, "", Role.CHECK_IN))
    view = part.contracts
    for each in (view.panel.form, view.panel.payments, view.bar, part.take_in, part.give_out):
        assert not each.isEnabled()
    assert view.table.isEnabled(), "to look is everybody's"
    press(window, "follow-up-import")
    press(window, "follow-up-print")
    settle(window, qtbot)
    assert not part.writer.is_running
    part._parts.rights.take(OnShift(None, "", Role.EDITOR))
    assert view.panel.form.isEnabled()


def test_the_contract_chosen_in_another_part_is_the_current_one(opened: Opened) -> None:
    _, part = opened
    part._parts.book.choose_contract(3)
    current = part.contracts.table.current
    assert current is not None
    assert current.number == 3


def test_a_long_history_shows_its_end_first(opened: Opened, event: RealEvent, qtbot: QtBot) -> None:
    window, part = opened
    with desk_at(event.path) as desk:
        for _ in range(4):
            life_cycle.step_back(desk, [3], "误登")
            life_cycle.move(desk, [3], LifeCycle.SIGNED)
    window.runner.changed.emit(frozenset({Changed.CONTRACTS}))
    settle(window, qtbot)
    choose(part, 3)
    settle(window, qtbot)
    history = part.contracts.panel.history
    few = len(history.rows)
    assert history.button.isVisibleTo(history)
    history.button.click()
    assert len(history.rows) > few
    assert not history.button.isVisibleTo(history)
    words = [row.done.word for row in history.rows]
    assert words[:2] == ["推进项目进展", "撤回一步进展"]
    assert "误登" in " ".join(history.rows[1].done.changes)


class TestWithoutContracts:
    @pytest.fixture
    def event(self, tmp_path: Path) -> RealEvent:
        return plain_event(tmp_path / "e.qhsign", 0)

    def test_the_way_to_the_first_contract_is_shown(self, opened: Opened, qtbot: QtBot) -> None:
        window, part = opened
        assert part.contracts.empty.isVisibleTo(part)
        assert not part.contracts.filter.isVisibleTo(part)
        part.show_view(RATES)
        settle(window, qtbot)
        assert part.rates.empty.isVisibleTo(part)
        part.contracts.empty.acted.emit()
        assert window.frame is not None
        assert window.frame.screens.front == "guests"


class TestWithThousandContracts:
    @pytest.fixture
    def event(self, tmp_path: Path) -> RealEvent:
        return plain_event(tmp_path / "e.qhsign", 1000)

    def test_rows_are_painted_not_built(self, opened: Opened, qtbot: QtBot) -> None:
        window, part = opened
        view = part.contracts
        assert view.model.rowCount() == 1000
        before = len(view.findChildren(QWidget))
        view.table.scrollToBottom()
        view.table.go_to(1000)
        view.filter.search.input.setText("光伏")
        qtbot.waitUntil(lambda: view.model.rowCount() == 200)
        settle(window, qtbot)
        assert len(view.findChildren(QWidget)) <= before + 10
        view.table.setFocus()
        QTest.keyClick(view.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        view.bar.to.choose("signed")
        view.bar.move_them.click()
        settle(window, qtbot)
        assert {row.contract.state for row in view.model.shown} == {LifeCycle.SIGNED}
        assert "200" in told(part)
