"""The side panel: everything about a guest, mended by mouse or keyboard, taken back."""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from qhsign.domain.problems import ProblemForUser
from qhsign.launch.window import window_providers
from qhsign.services import guests
from qhsign.services.desk import Desk
from qhsign.services.guest_joining_records import Joining, Side
from qhsign.store.event_file import EventFile
from qhsign.ui.guest_panel.guest_panel import GuestPanel
from qhsign.ui.guest_panel.masked_row import MaskedRow
from qhsign.ui.guests.guests_page import GuestsPage
from qhsign.ui.main_window import MainWindow, OpenEvent
from qhsign.wording import Language
from support.camera_fakes import Cameras
from support.clipping import SIZES, StretchedWords, cut
from support.desks import add_guest, fresh_desk
from support.pictures import encoded, portrait
from support.window_fakes import FakeEvent

Key = Qt.Key


def page_of(window: MainWindow) -> GuestsPage:
    assert window.frame is not None
    return window.frame.guests


@pytest.fixture
def page(window: MainWindow) -> GuestsPage:
    return page_of(window)


@pytest.fixture
def panel(page: GuestsPage, qtbot: QtBot) -> GuestPanel:
    qtbot.waitUntil(lambda: page.panel.details is not None)
    return page.panel


def settle(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.runner.running == 0)


def go_to(page: GuestsPage, qtbot: QtBot, guest: str) -> GuestPanel:
    page.show_guest(guest)
    panel = page.panel
    qtbot.waitUntil(lambda: panel.details is not None and panel.details.id == guest)
    return panel


def asked(event: FakeEvent, what: str) -> list[tuple[object, ...]]:
    return [each for each in event.panel.asked if each[0] == what]


def line_of(panel: GuestPanel, field: str) -> QLineEdit:
    line = panel.sheet.facts.rows[field].findChild(QLineEdit)
    assert line is not None
    return line


def purpose_of(row: MaskedRow) -> QLineEdit:
    assert row.purpose is not None
    line = row.purpose.findChild(QLineEdit)
    assert line is not None
    return line


def test_rows_run_through_are_not_looked_up_and_what_was_shown_stays(
    event: FakeEvent, page: GuestsPage, panel: GuestPanel, qtbot: QtBot
) -> None:
    before = len(asked(event, "details"))
    page.table.setFocus()
    for _ in range(12):
        QTest.keyClick(page.table, Key.Key_Down)
        assert panel.details is not None
    last = page.model.guest_at(12).id
    qtbot.waitUntil(lambda: panel.details is not None and panel.details.id == last)
    assert len(asked(event, "details")) - before <= 2
    assert panel.sheet.head._name.name == page.model.guest_at(12).full_name


def test_a_stale_answer_is_dropped(panel: GuestPanel, qtbot: QtBot) -> None:
    loaded: list[str] = []
    panel.work.loaded.connect(lambda details: loaded.append(details.id))
    for guest in ("g5", "g6"):
        panel.work.show(guest)
        panel.work._wait.stop()
        panel.work._load()
    qtbot.waitUntil(lambda: panel.work.shown == "g6")
    assert loaded == ["g6"]


def test_the_keyboard_alone_edits_and_undoes(
    event: FakeEvent, window: MainWindow, page: GuestsPage, panel: GuestPanel, qtbot: QtBot
) -> None:
    page.table.setFocus()
    QTest.keyClick(page.table, Key.Key_Return)
    title, organization = (panel.sheet.facts.rows[name] for name in ("title", "organization"))
    assert title.hasFocus()
    QTest.keyClick(title, Key.Key_Down)
    assert organization.hasFocus()
    QTest.keyClick(organization, Key.Key_Up)
    QTest.keyClick(title, Key.Key_F2)
    line = line_of(panel, "title")
    assert line.hasFocus()
    line.selectAll()
    line.insert("局长")
    QTest.keyClick(line, Key.Key_Return)
    qtbot.waitUntil(lambda: not title.is_editing)
    assert asked(event, "edit") == [("edit", "g1", "title", "局长", "1号台")]
    assert title.hasFocus()
    assert panel.undo_bar.isVisible()
    assert "局长" in panel.undo_bar.sentence
    panel.undo_bar._button.click()
    settle(window, qtbot)
    assert asked(event, "undo") == [("undo", "o2", "g1", "1号台")]
    QTest.keyClick(title, Key.Key_Escape)
    assert page.table.hasFocus()


def test_esc_leaves_an_editor_and_changes_nothing(event: FakeEvent, panel: GuestPanel) -> None:
    panel.edit("title")
    line = line_of(panel, "title")
    line.insert("不要")
    QTest.keyClick(line, Key.Key_Escape)
    row = panel.sheet.facts.rows["title"]
    assert not row.is_editing
    assert row.hasFocus()
    assert asked(event, "edit") == []


def test_a_click_elsewhere_keeps_what_was_typed(
    event: FakeEvent, window: MainWindow, page: GuestsPage, panel: GuestPanel, qtbot: QtBot
) -> None:
    panel.edit("remark")
    line_of(panel, "remark").insert("！")
    page.table.setFocus()
    settle(window, qtbot)
    assert [each[2] for each in asked(event, "edit")] == ["remark"]
    panel.edit("title")
    page.table.setFocus()
    assert not panel.sheet.facts.rows["title"].is_editing
    assert len(asked(event, "edit")) == 1


def test_a_wrong_value_gets_its_sentence_under_the_field_and_stays(
    window: MainWindow, panel: GuestPanel, qtbot: QtBot
) -> None:
    panel.edit("rank_level")
    row, line = panel.sheet.facts.rows["rank_level"], line_of(panel, "rank_level")
    line.insert("错")
    QTest.keyClick(line, Key.Key_Return)
    qtbot.waitUntil(lambda: bool(row.error))
    assert row.error == "请填整数，例如3，或留空。"
    assert line.text() == "错"
    assert line.hasFocus()
    QTest.keyClick(line, Key.Key_Escape)
    assert row.error == ""


def test_a_closed_list_is_chosen_from(
    event: FakeEvent, window: MainWindow, panel: GuestPanel, qtbot: QtBot
) -> None:
    for field, value in (("category", "media"), ("vip", "yes"), ("gender", "female")):
        panel.edit(field)
        editor = panel.sheet.facts.rows[field]._editor
        assert editor is not None
        assert editor._box is not None
        place = editor._box.findData(value)
        editor._box.setCurrentIndex(place)
        editor._box.hidePopup()
        editor._box.activated.emit(place)
        settle(window, qtbot)
        assert asked(event, "edit")[-1][2:4] == (field, value)


def test_a_masked_value_is_shown_for_a_purpose_and_goes_away(
    event: FakeEvent, window: MainWindow, panel: GuestPanel, qtbot: QtBot
) -> None:
    row = panel.sheet.facts.rows["phone"]
    assert isinstance(row, MaskedRow)
    row._time.setInterval(200)
    QGuiApplication.clipboard().clear()
    row.button.click()
    line = purpose_of(row)
    QTest.keyClick(line, Key.Key_Return)
    qtbot.waitUntil(lambda: "用途" in row.error)
    line.insert("接机")
    QTest.keyClick(line, Key.Key_Return)
    qtbot.waitUntil(lambda: row.value.text() == "13897541234")
    assert asked(event, "reveal")[-1] == ("reveal", "g1", "phone", "接机", "1号台")
    assert QGuiApplication.clipboard().text() == ""
    assert not row.value.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    qtbot.waitUntil(lambda: row.value.text() == "138****0001")
    row.button.click()
    QTest.keyClick(purpose_of(row), Key.Key_Escape)
    assert row.purpose is None


def test_another_guest_hides_what_was_shown_in_full(
    page: GuestsPage, panel: GuestPanel, qtbot: QtBot
) -> None:
    row = panel.sheet.facts.rows["phone"]
    assert isinstance(row, MaskedRow)
    row.show_full("13897541234")
    go_to(page, qtbot, "g4")
    assert (row.value.text(), row.is_full) == ("138****0004", False)


def test_empty_fields_are_hidden_until_all_are_asked_for(panel: GuestPanel) -> None:
    assert panel.sheet.facts.rows["diet"].isHidden()
    assert panel.sheet.facts.rows["full_name"].isHidden()
    panel.sheet.facts.more.click()
    assert not any(row.isHidden() for row in panel.sheet.facts.rows.values())
    panel.sheet.facts.more.click()
    assert panel.sheet.facts.rows["diet"].isHidden()


def test_photos_are_pasted_dropped_refused_and_taken_away(
    event: FakeEvent, window: MainWindow, panel: GuestPanel, qtbot: QtBot, tmp_path: Path
) -> None:
    image = QImage(30, 42, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(image)
    panel.take_focus()
    QTest.keyClick(panel, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(asked(event, "photo")) == 1)
    path = tmp_path / "a.jpg"
    path.write_bytes(b"x")
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(path))])
    none = Qt.KeyboardModifier.NoModifier
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    drop = QDropEvent(QPointF(9, 9), copy, held, left, none)
    panel.sheet.head.photo.dropEvent(drop)
    qtbot.waitUntil(lambda: len(asked(event, "photo")) == 2)
    panel.sheet.head.photo.brought.emit(b"", "坏.jpg")
    qtbot.waitUntil(lambda: "坏.jpg" in panel.sheet.head.error.text())
    assert not panel.sheet.head.error.isHidden()
    panel.sheet.head.photo.taken_away.emit()
    settle(window, qtbot)
    assert asked(event, "no photo") == [("no photo", "g1", "1号台")]
    actions = panel.sheet.head.photo.menu().actions()
    assert [action.isEnabled() for action in actions] == [True, True, True, False]


def test_problems_lead_to_what_mends_them(page: GuestsPage, qtbot: QtBot) -> None:
    panel = go_to(page, qtbot, "g2")
    assert panel.sheet.problems.lines[0].words.text() == "没有填写职务。"
    QTest.keyClick(panel.sheet.problems.lines[1], Key.Key_Return)
    assert panel.sheet.facts.rows["stroke_stand_in"].is_editing
    assert line_of(panel, "stroke_stand_in").placeholderText() == "䶮="


def test_a_namesake_is_gone_to(page: GuestsPage, panel: GuestPanel, qtbot: QtBot) -> None:
    row = panel.sheet.namesakes.rows[0]
    QTest.keyClick(row, Key.Key_Return)
    qtbot.waitUntil(lambda: panel.details is not None and panel.details.id == row.guest.id)
    assert page.table.hasFocus()


def test_the_history_undoes_and_shows_all(
    event: FakeEvent, window: MainWindow, panel: GuestPanel, qtbot: QtBot
) -> None:
    first, second = panel.sheet.history.rows[:2]
    assert first.button.isVisibleTo(first)
    assert not second.button.isVisibleTo(second)
    first.button.click()
    qtbot.waitUntil(panel.undo_bar.isVisible)
    assert asked(event, "undo") == [("undo", "o1", "g1", "1号台")]
    assert panel.undo_bar.sentence == "已撤销。"


def test_activities_are_ticked(
    event: FakeEvent, window: MainWindow, panel: GuestPanel, qtbot: QtBot
) -> None:
    (action,) = panel.sheet.activities.menu().actions()
    assert not action.isChecked()
    action.trigger()
    settle(window, qtbot)
    assert asked(event, "edit") == [("edit", "g1", "activities", "a2", "1号台")]


def test_two_guests_are_compared_and_joined(
    event: FakeEvent, window: MainWindow, page: GuestsPage, panel: GuestPanel, qtbot: QtBot
) -> None:
    assert page.panel_desk is not None
    joining = page.panel_desk.joining
    panel.sheet.namesakes.rows[0].join.click()
    qtbot.waitUntil(lambda: joining.comparison is not None)
    assert not page.is_free
    other = panel.sheet.namesakes.rows[0].guest.id
    QTest.keyClick(joining.rows[0], Key.Key_Right)
    joining.join.click()
    qtbot.waitUntil(lambda: not joining.is_open)
    taken = {"title": Side.JOINED, "phone": Side.JOINED, "remark": Side.JOINED}
    assert asked(event, "join") == [("join", Joining("g1", other, taken), "1号台")]
    assert panel.undo_bar.isVisible()


def test_the_key_joins_the_two_ticked_guests_also_without_the_panel(
    window: MainWindow, page: GuestsPage, qtbot: QtBot
) -> None:
    window.resize(911, 512)
    qtbot.waitUntil(lambda: not page.panel.isVisible())
    first, second = (page.model.guest_at(row).id for row in (1, 3))
    page.table.go_to(3)
    page.model.tick(frozenset({first, second}))
    QTest.keyClick(page, Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert page.panel_desk is not None
    joining = page.panel_desk.joining
    qtbot.waitUntil(lambda: joining.comparison is not None)
    assert joining.comparison is not None
    pair = (joining.comparison.remains.id, joining.comparison.joined.id)
    assert pair == (second, first), "the current one remains"
    joining.put_away()
    assert page.table.hasFocus(), "the list has the keyboard again, not a hidden panel"


def test_nobody_else_of_a_name_is_said_not_left_blank(
    window: MainWindow, page: GuestsPage, panel: GuestPanel
) -> None:
    panel.ask_to_join("")
    assert page.panel_desk is not None
    other = page.panel_desk.joining.other
    other.search.input.setText("qqqq")
    QTest.keyClick(other.search.input, Key.Key_Return)
    assert other.nobody.isVisible()
    assert not other.list.isVisible()
    assert "qqqq" in other.nobody.sentence
    other.search.input.setText("00007")
    QTest.keyClick(other.search.input, Key.Key_Return)
    assert not other.nobody.isVisible()


def test_the_other_guest_is_looked_for_and_may_be_the_one_who_remains(
    event: FakeEvent, window: MainWindow, page: GuestsPage, panel: GuestPanel, qtbot: QtBot
) -> None:
    assert page.panel_desk is not None
    joining = page.panel_desk.joining
    panel.ask_to_join("")
    field = joining.other.search.input
    assert field.hasFocus()
    field.setText("00007")
    QTest.keyClick(field, Key.Key_Return)
    qtbot.waitUntil(lambda: joining.comparison is not None)
    joining.turn.click()
    qtbot.waitUntil(
        lambda: joining.comparison is not None and joining.comparison.remains.id == "g7"
    )
    event.panel.refuses = ProblemForUser("join-gone")
    joining.join.click()
    qtbot.waitUntil(joining.notice.isVisible)
    assert joining.is_open
    QTest.keyClick(joining, Key.Key_Escape)
    qtbot.waitUntil(lambda: page.is_free)


def test_photos_of_a_folder_are_looked_at_first(
    event: FakeEvent, window: MainWindow, page: GuestsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    assert page.panel_desk is not None
    photos = page.panel_desk.photos
    photos.look_at(tmp_path)
    qtbot.waitUntil(lambda: photos.report is not None)
    assert photos.list.count() == 2
    assert photos.take.text() == "导入3张"
    photos.take.click()
    qtbot.waitUntil(lambda: not photos.is_open)
    assert asked(event, "take") == [("take", tmp_path)]


def test_the_camera_makes_the_photo_and_is_released(
    event: FakeEvent, page: GuestsPage, panel: GuestPanel, qtbot: QtBot
) -> None:
    cameras = Cameras()
    assert page.panel_desk is not None
    page.panel_desk._camera_parts = lambda: replace(cameras.parts(), find_reader=None)
    panel.sheet.head.photo.menu().actions()[0].trigger()
    over = page.panel_desk.camera
    assert over.is_open
    assert not over.take.isEnabled()
    picture = QImage(30, 42, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    cameras.newest.show(picture)
    qtbot.waitUntil(over.take.isEnabled)
    over.take.click()
    qtbot.waitUntil(lambda: len(asked(event, "photo")) == 1)
    qtbot.waitUntil(over.isHidden)
    assert cameras.newest.running == ""


@pytest.fixture(params=["zh", "en", "stretched"])
def speaking(
    request: pytest.FixtureRequest, window: MainWindow, qapp: QApplication
) -> Iterator[MainWindow]:
    if request.param != "stretched":
        window._choose_language(request.param)
        yield window
        window._choose_language(Language.CHINESE)
        return
    words = StretchedWords()
    window._set_language(Language.ENGLISH)
    qapp.installTranslator(words)
    yield window
    qapp.removeTranslator(words)
    window._set_language(Language.CHINESE)


def nothing_is_cut(widget: QWidget, qtbot: QtBot) -> None:
    """Wait for the lines to settle: heights follow widths in a second pass."""
    with contextlib.suppress(qtbot.TimeoutError):
        qtbot.waitUntil(lambda: not cut(widget), timeout=2_000)
    assert cut(widget) == []


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_no_word_of_the_panel_is_cut_off(
    speaking: MainWindow, qtbot: QtBot, size: tuple[int, int], tmp_path: Path
) -> None:
    window, page = speaking, page_of(speaking)
    window.resize(*size)
    qtbot.waitUntil(lambda: (window.width(), window.height()) == size)
    for guest in ("g1", "g10", "g36"):
        panel = go_to(page, qtbot, guest)
        nothing_is_cut(window, qtbot)
    panel.sheet.facts.turn_over()
    panel.sheet.history._turn_over()
    panel.sheet.papers._turn_over()
    panel.edit("rank_level")
    panel.sheet.facts.rows["rank_level"].show_error("请填整数，例如3，或留空。" * 3)
    nothing_is_cut(window, qtbot)
    panel.sheet.facts.rows["rank_level"].close_editor()
    assert page.panel_desk is not None
    joining, photos = page.panel_desk.joining, page.panel_desk.photos
    joining.open_for("g10", "")
    nothing_is_cut(window, qtbot)
    joining.compare("g7")
    settle(window, qtbot)
    nothing_is_cut(joining, qtbot)
    joining.put_away()
    photos.look_at(tmp_path)
    settle(window, qtbot)
    nothing_is_cut(photos, qtbot)
    photos.put_away()


def test_an_event_without_guests_says_what_to_do(
    qtbot: QtBot, open_window: Callable[[OpenEvent], MainWindow]
) -> None:
    window = open_window(FakeEvent(guests=0).open)
    panel = page_of(window).panel
    assert panel._nobody.isVisible()
    assert panel.details is None


def test_a_real_event_is_edited_joined_and_undone(
    qtbot: QtBot, open_window: Callable[[OpenEvent], MainWindow], tmp_path: Path
) -> None:
    path = tmp_path / "e.qhsign"
    with fresh_desk(path) as desk:
        for place in ("青海省商务厅", "华电集团"):
            add_guest(desk, "李刚", place, phone="13897541234")
    window = open_window(lambda _: window_providers(Desk(EventFile.open(path), operator="周敏")))
    page = page_of(window)
    panel = page.panel
    qtbot.waitUntil(lambda: panel.details is not None)
    panel.sheet.head.photo.brought.emit(encoded(portrait()), "李刚.jpg")
    qtbot.waitUntil(lambda: panel.sheet.head.photo.has_photo)
    panel.edit("title")
    line = line_of(panel, "title")
    line.insert("处长")
    QTest.keyClick(line, Key.Key_Return)
    qtbot.waitUntil(lambda: panel.details is not None and panel.details.facts["title"] == "处长")
    assert page.panel_desk is not None
    joining = page.panel_desk.joining
    panel.sheet.namesakes.rows[0].join.click()
    qtbot.waitUntil(lambda: joining.comparison is not None)
    joining.join.click()
    qtbot.waitUntil(lambda: len(page.found.rows) == 1)
    qtbot.waitUntil(lambda: panel.details is not None and list(panel.details.also) == ["00002"])
    panel.undo_bar._button.click()
    qtbot.waitUntil(lambda: len(page.found.rows) == 2)
    settle(window, qtbot)
    with Desk(EventFile.open(path)) as desk:
        assert len(guests.list_guests(desk).guests) == 2
        assert guests.show_guest(desk, 1)["title"] == "处长"
