"""The print screen: what is wished for, what is shown, what is printed, and every way it fails."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from qhsign.domain.guest import Category
from qhsign.domain.ordering import Order
from qhsign.domain.problems import ProblemForUser
from qhsign.services.print_records import LayoutChoice, PreflightLine, Printable, PrintWish
from qhsign.ui.main_window import MainWindow
from qhsign.ui.prints.ledger_list import LedgerModel
from qhsign.ui.prints.preflight_list import PreflightModel
from qhsign.ui.prints.print_page import PrintPage
from qhsign.ui.prints.print_words import layout_words
from qhsign.ui.prints.wish_form import OWN_FILE, Part
from qhsign.ui.shared.progress_dialog import ProgressDialog
from qhsign.ui.theme import Look
from qhsign.wording import Language
from support.print_fakes import PrintingEvent, ledger_line

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
MISSING = PreflightLine(
    3, "00003", "易卜雷", "print-glyph-missing",
    {"subject": "00003", "text": "易卜雷", "characters": "雷"}, refuses=True,
)  # fmt: skip
NO_ORGANIZATION = PreflightLine(5, "00005", "单雄信", "organization-missing", {"name": "单雄信"})
OUTSIDE = PreflightLine(7, "00007", "吕布", "not-vetted", {"name": "吕布"}, refuses=True)


@pytest.fixture
def event() -> PrintingEvent:
    return PrintingEvent(guests=40)


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> Iterator[PrintPage]:
    made = shown(window, qtbot)
    yield made
    window._choose_language(Language.CHINESE)


def shown(window: MainWindow, qtbot: QtBot) -> PrintPage:
    assert window.frame is not None
    window.frame.show_page("print")
    page = window.frame.screens.screen_of("print")
    assert isinstance(page, PrintPage)
    settle(page, qtbot)
    return page


def settle(page: PrintPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page._parts.runner.running == 0)


def choose(page: PrintPage, qtbot: QtBot, what: Printable) -> None:
    page.what.choose(what)
    settle(page, qtbot)


def answer(monkeypatch: pytest.MonkeyPatch, path: Path | str, kind: str = "") -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), kind))


def test_the_models_keep_their_promises(look: Look) -> None:
    found, ledger = PreflightModel(look), LedgerModel(look)
    testers = QAbstractItemModelTester(found, FATAL), QAbstractItemModelTester(ledger, FATAL)
    found.show_lines([MISSING, NO_ORGANIZATION])
    found.show_lines([])
    ledger.show_lines([ledger_line(1, "badges"), ledger_line(2, "follow-up-list", "failed")])
    assert ledger.head(ledger_line(2, "follow-up-list")) == "P-0002  签约项目跟踪表"
    assert ledger.head(ledger_line(2, "something")) == "P-0002  something"
    ledger.show_lines([])
    assert [tester.model() for tester in testers] == [found, ledger]


def test_the_first_look_shows_the_stack_and_its_first_piece(
    page: PrintPage, event: PrintingEvent
) -> None:
    assert event.wishes[-1] == PrintWish(
        layout="badge-90x130", order=Order("surname-strokes"), language=Language.CHINESE
    )
    assert page.preview._place.text() == "第1份，共40份"
    assert "樊娅楠" in page.preview._whose.text()
    assert event.previews == [1]
    assert page.foot.summary == "40份可印"
    assert page.check.sentence == "各页都没有问题。"
    assert page.foot.button.isEnabled()


def test_nothing_is_read_before_the_screen_is_shown(
    window: MainWindow, event: PrintingEvent
) -> None:
    assert event.wishes == []
    assert event.previews == []


def test_choices_make_another_wish(page: PrintPage, event: PrintingEvent, qtbot: QtBot) -> None:
    page.form.chooser(Part.CATEGORY).choose("media")
    page.form.chooser(Part.GROUP).choose("delegation")
    page.form.chooser(Part.ORDER).choose("pinyin")
    page.form.chooser(Part.AGAIN).choose("again")
    page.form.chooser(Part.LAYOUT).choose("badge-90x130-photo-a4")
    settle(page, qtbot)
    assert event.wishes[-1] == PrintWish(
        layout="badge-90x130-photo-a4", category=Category.MEDIA, again=True,
        order=Order.PINYIN, group="delegation",
    )  # fmt: skip
    choose(page, qtbot, Printable.ADDRESS_LIST)
    page.form.purpose.setText("会务联络")
    wish = page.form.wish()
    assert (wish.what, wish.layout, wish.group) == (Printable.ADDRESS_LIST, "", "delegation")
    assert wish.purpose == "会务联络"
    choose(page, qtbot, Printable.BADGES)
    assert page.form.wish().layout == "badge-90x130-photo-a4"


def test_keys_walk_through_the_stack(
    page: PrintPage, event: PrintingEvent, window: MainWindow, qtbot: QtBot
) -> None:
    view = page.preview.view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Right)
    settle(page, qtbot)
    assert page.preview._place.text() == "第2份，共40份"
    QTest.keyClick(view, Qt.Key.Key_End)
    settle(page, qtbot)
    assert page.work.number == 40
    assert not page.preview.on.isEnabled()
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    settle(page, qtbot)
    assert page.work.number == 40
    QTest.keyClick(view, Qt.Key.Key_Home)
    settle(page, qtbot)
    assert not page.preview.back.isEnabled()
    QTest.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    settle(page, qtbot)
    assert page.work.number == 2


def test_pages_come_before_the_next_piece(
    page: PrintPage, event: PrintingEvent, qtbot: QtBot
) -> None:
    event.pages = 2
    choose(page, qtbot, Printable.CERTIFICATES)
    seen = []
    for _ in range(4):
        seen.append((page.work.number, page.work.page))
        page.work.step(1)
        settle(page, qtbot)
    assert seen == [(1, 1), (1, 2), (2, 1), (2, 2)]
    page.work.step(-1)
    settle(page, qtbot)
    page.work.step(-1)
    settle(page, qtbot)
    assert (page.work.number, page.work.page) == (1, 2)
    assert page.preview._whose.text().startswith("第2页，共2页")


def test_papers_are_leafed_through_page_by_page(
    page: PrintPage, event: PrintingEvent, qtbot: QtBot
) -> None:
    event.pages = 3
    choose(page, qtbot, Printable.SIGN_IN_SHEET)
    assert page.form.wish().activity == "a1"
    assert page.preview._place.text() == "第1页，共3页"
    page.work.step_to_end(1)
    settle(page, qtbot)
    assert page.preview._place.text() == "第3页，共3页"
    assert page.check.sentence == "这类材料不用预检：翻看各页即可。"
    assert page.foot.button.text() == "存为文件…"


def test_a_sheet_is_asked_for_as_sharp_as_it_is_shown(page: PrintPage, qtbot: QtBot) -> None:
    fitted = page.preview.view.dots_per_mm
    page.preview.zoom.choose("3.0")
    assert page.preview.view.dots_per_mm > fitted
    assert page.preview.view.verticalScrollBar().maximum() > 0
    with qtbot.waitSignal(page.work.shown) as answer_of:
        pass
    assert answer_of.args is not None
    assert answer_of.args[0].width == round(90 * page.preview.view.dots_per_mm)


def test_findings_are_counted_filtered_and_lead_to_the_guest(
    window: MainWindow, event: PrintingEvent, qtbot: QtBot
) -> None:
    event.lines = [MISSING, NO_ORGANIZATION, OUTSIDE]
    event.printed = {7}
    page = shown(window, qtbot)
    texts = [page.check._kinds.button(place).text() for place in range(3)]
    assert texts == ["全部3", "暂缓2", "提醒1"]
    assert page.foot.summary == "38份可印，2份暂缓"
    page.check._kinds.button(1).click()
    assert page.check.shown == 2
    page.check._kinds.button(0).click()
    page.check.search.input.setText("单雄信")
    assert page.check.shown == 1
    page.check.search.input.setText("没有这人")
    assert page.check.sentence == "没有符合筛选的结果。"
    page.check.search.input.clear()
    page.check.list.setCurrentIndex(page.check.model.index(1))
    QTest.keyClick(page.check.list, Qt.Key.Key_Return)
    settle(page, qtbot)
    assert event.previews[-1] == 5
    assert page.preview._place.text() == "第5份，共39份"
    page.check.opened.emit(OUTSIDE)
    settle(page, qtbot)
    assert event.previews[-1] == 7
    assert page.preview._place.text() == "不在本次打印中"
    assert "吕布" in page.preview._whose.text()


def test_one_guest_is_found_by_pinyin_and_left_again(
    page: PrintPage, event: PrintingEvent, qtbot: QtBot
) -> None:
    one = page.form.one
    QTest.keyClicks(one.search.input, "zhl")
    assert one.list.count() > 0
    QTest.keyClick(one.search.input, Qt.Key.Key_Down)
    QTest.keyClick(one.list, Qt.Key.Key_Return)
    settle(page, qtbot)
    assert list(event.wishes[-1].numbers) == [13]
    assert page.preview._place.text() == "第1份，共1份"
    one._back.click()
    settle(page, qtbot)
    assert list(event.wishes[-1].numbers) == []
    QTest.keyClicks(one.search.input, "qqqq")
    assert one.list.item(0).text() == "没有找到"
    QTest.keyClick(one.search.input, Qt.Key.Key_Return)
    assert not one.pieces


def test_the_badges_of_ticked_guests_are_prepared_from_the_list(
    window: MainWindow, event: PrintingEvent, qtbot: QtBot
) -> None:
    frame = window.frame
    assert frame is not None
    guests, footer = frame.guests, frame.guests.middle.footer
    assert footer.badges.isHidden()
    guests.model.tick({row.id for row in frame.book.rows if row.number in {3, 7}})
    assert not footer.badges.isHidden()
    footer.badges.setFocus()
    QTest.keyClick(footer.badges, Qt.Key.Key_Return)
    page = frame.screens.screen_of("print")
    assert isinstance(page, PrintPage)
    assert page.isVisible()
    settle(page, qtbot)
    assert sorted(event.wishes[-1].numbers) == [3, 7]
    assert event.wishes[-1].what is Printable.BADGES
    assert event.wishes[-1].again, "who is ticked gets a badge, printed before or not"
    assert page.preview._place.text() == "第1份，共2份"
    assert page.form.one._name.text().startswith("2位嘉宾：")
    page.form.one.take_everybody()
    settle(page, qtbot)
    assert list(event.wishes[-1].numbers) == []


def test_one_contract_is_found_by_its_title(
    page: PrintPage, event: PrintingEvent, qtbot: QtBot
) -> None:
    choose(page, qtbot, Printable.CERTIFICATES)
    page.form.one.search.input.setText("零碳")
    QTest.keyClick(page.form.one.search.input, Qt.Key.Key_Return)
    settle(page, qtbot)
    assert list(event.wishes[-1].numbers) == [2]
    choose(page, qtbot, Printable.BADGES)
    assert list(event.wishes[-1].numbers) == []


def test_printing_writes_the_file_and_tells_the_ledger(
    page: PrintPage,
    event: PrintingEvent,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answer(monkeypatch, tmp_path / "证件")
    page.foot.button.click()
    settle(page, qtbot)
    ((wish, path),) = event.runs
    assert wish == page.form.wish()
    assert path == tmp_path / "证件.pdf"
    assert page.notice._sentence.text() == "已存为证件.pdf，共40页。"
    assert page.ledger.model.rowCount() == 1
    assert "P-0001  证件" in str(page.ledger.model.index(0).data())


def test_a_file_dialog_left_prints_nothing(
    page: PrintPage, event: PrintingEvent, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, "")
    page.print_out()
    settle(page, qtbot)
    assert event.runs == []


def test_papers_take_the_format_chosen(
    page: PrintPage,
    event: PrintingEvent,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    choose(page, qtbot, Printable.CONTRACT_LIST)
    answer(monkeypatch, tmp_path / "清单.pdf", "工作簿 (*.xlsx)")
    page.print_out()
    settle(page, qtbot)
    answer(monkeypatch, tmp_path / "第2.5版", "Word文档 (*.docx)")
    page.print_out()
    settle(page, qtbot)
    assert [path.name for _, path in event.runs] == ["清单.xlsx", "第2.5版.docx"]


def test_printing_again_needs_a_reason_given_in_place(
    page: PrintPage,
    event: PrintingEvent,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    event.printed = {1, 2}
    answer(monkeypatch, tmp_path / "b.pdf")
    page.form.chooser(Part.AGAIN).choose("again")
    settle(page, qtbot)
    assert page.foot._again.text() == "其中2份以前印过。"
    page.print_out()
    assert event.runs == []
    assert page.foot.reason.hasFocus()
    assert page.notice._sentence.text() == "请写明重印原因，台账会留存。"
    page.foot._choices[0].click()
    QTest.keyClick(page.foot.reason, Qt.Key.Key_Return)
    settle(page, qtbot)
    assert event.runs[0][0].reason == "证件损坏"
    page.form.chooser(Part.AGAIN).choose("")
    settle(page, qtbot)
    assert not page.foot._asking.isVisible()
    assert page.foot.given_reason == ""


def test_long_printing_shows_its_progress_and_can_be_cancelled(
    page: PrintPage,
    event: PrintingEvent,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    event.go_on.clear()
    answer(monkeypatch, tmp_path / "b.pdf")
    page.print_out()
    assert not page.foot.button.isEnabled()
    page.print_out()
    (dialog,) = page.findChildren(ProgressDialog)
    qtbot.waitUntil(dialog.isVisible)
    qtbot.waitUntil(lambda: "/ 1,000" in dialog._state.text())
    dialog.reject()
    settle(page, qtbot)
    assert page.notice._sentence.text() == "已取消打印，没有留下文件。"
    assert event.runs == []
    assert page.foot.button.isEnabled()


def test_problems_are_said_in_place(
    page: PrintPage,
    event: PrintingEvent,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    event.print_problem = ProblemForUser("out-unwritable", path="b.pdf")
    answer(monkeypatch, tmp_path / "b.pdf")
    page.print_out()
    settle(page, qtbot)
    assert "b.pdf" in page.notice._sentence.text()
    event.preview_problem = ProblemForUser("guest-unknown", number=2)
    page.work.step(1)
    settle(page, qtbot)
    assert page.preview.sentence
    event.preview_problem = None
    page.work.step(1)
    settle(page, qtbot)
    assert page.preview.sentence == ""
    event.stack_problem = ProblemForUser("guest-unknown", number=7)
    page._ask()
    settle(page, qtbot)
    assert not page.foot.button.isEnabled()
    assert page.preview.sentence
    event.stack_problem = None
    page._ask()
    settle(page, qtbot)
    assert page.foot.button.isEnabled()
    assert page.preview.sentence == ""


def test_a_layout_of_ones_own_is_taken_or_refused(
    page: PrintPage, event: PrintingEvent, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("wrong.json", "/家/窄卡.json"):
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, name=name: (name, ""))
        page.form.chooser(Part.LAYOUT).choose(OWN_FILE)
        settle(page, qtbot)
        if "wrong" in name:
            assert "wrong" in page.notice._sentence.text()
            assert page.form.wish().layout == "badge-90x130"
    assert event.wishes[-1].layout == "/家/窄卡.json"
    assert page.form.chooser(Part.LAYOUT).word == "窄卡，80×120毫米，自备版式"


def test_an_event_without_guests_says_what_to_do(
    window: MainWindow, event: PrintingEvent, qtbot: QtBot
) -> None:
    event.rows.clear()
    event.signed = ()
    page = shown(window, qtbot)
    assert page.preview.sentence == "还没有嘉宾。先导入名单。"
    assert not page.foot.button.isEnabled()
    assert page.check.sentence == "还没有要检查的。"
    assert page.ledger._none.isVisible()
    page.preview._saying._button.click()
    assert window.frame is not None
    assert window.frame.page == "guests"
    window.frame.show_page("print")
    choose(page, qtbot, Printable.CERTIFICATES)
    assert page.preview.sentence == "还没有签约项目。先导入清单。"


def test_nobody_left_to_print_for(window: MainWindow, event: PrintingEvent, qtbot: QtBot) -> None:
    event.printed = {row.number for row in event.rows}
    page = shown(window, qtbot)
    assert page.preview.sentence == "按这些条件，没有要打印的嘉宾。"
    assert not page.foot.button.isEnabled()


def test_a_sign_in_sheet_needs_an_activity(
    window: MainWindow, event: PrintingEvent, qtbot: QtBot
) -> None:
    event.activities.clear()
    assert window.frame is not None
    window.frame._load_activities()
    qtbot.waitUntil(lambda: window.runner.running == 0)
    page = shown(window, qtbot)
    choose(page, qtbot, Printable.SIGN_IN_SHEET)
    assert page.preview.sentence == "还没有活动。先添加一个活动。"
    assert not page.foot.button.isEnabled()


def test_every_word_changes_with_the_language(
    window: MainWindow, event: PrintingEvent, qtbot: QtBot
) -> None:
    event.lines = [MISSING]
    event.ledger = [ledger_line(1, "badges", left_out=2), ledger_line(2, "badges", "begun")]
    page = shown(window, qtbot)
    window._choose_language(Language.ENGLISH)
    qtbot.waitUntil(lambda: page.preview._place.text() == "1 of 40")
    settle(page, qtbot)
    assert page.foot.button.text() == "Print to PDF…"
    assert page.form.chooser(Part.LAYOUT).word == "90×130 mm"
    assert "no font has" in str(page.check.model.index(0).data())
    assert "2 left out" in str(page.ledger.model.index(0).data())
    assert "not finished" in str(page.ledger.model.index(1).data())
    assert event.wishes[-1].language is Language.ENGLISH
    window._choose_language(Language.CHINESE)
    qtbot.waitUntil(lambda: page.preview._place.text() == "第1份，共40份")
    settle(page, qtbot)


def test_layouts_have_names_people_read(look: Look, window: MainWindow) -> None:
    sheet = LayoutChoice("badge-cr80-photo-a4", "badge", (86, 54), ("photo", "sheet"))
    assert layout_words(sheet) == "CR80 86×54毫米，带照片，A4拼版"


def test_a_narrow_window_shows_preview_or_check(page: PrintPage, window: MainWindow) -> None:
    window.resize(911, 512)
    assert page.switch.isVisible()
    assert page.preview.isVisible()
    assert not page.check.isVisible()
    page.show_findings()
    assert page.check.isVisible()
    page.check.opened.emit(NO_ORGANIZATION)
    assert page.preview.isVisible()


def test_every_control_has_a_name(page: PrintPage) -> None:
    for what in Printable:
        page.what.choose(what)
        for part in Part:
            if part not in {Part.ONE, Part.PURPOSE}:
                assert page.form.chooser(part).accessibleName()
    for widget in (
        page.what, page.preview.back, page.preview.on, page.preview.view, page.check.list,
        page.ledger.list, page.foot.reason, page.form.purpose, page.form.one.search.input,
    ):  # fmt: skip
        assert widget.accessibleName()
