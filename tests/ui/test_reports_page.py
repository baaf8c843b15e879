"""The report screen: exports with their page, the audit trail, the tables to be copied."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from qhsign.background.operation import Changed
from qhsign.domain.guest import Category
from qhsign.domain.ordering import Order
from qhsign.domain.problems import ProblemForUser
from qhsign.services.audit_records import AuditFilter, AuditPage
from qhsign.services.report_records import Report
from qhsign.services.verification_records import Check
from qhsign.ui.main_window import MainWindow
from qhsign.ui.reports.audit_filters import Part as FilterPart
from qhsign.ui.reports.audit_model import AuditModel
from qhsign.ui.reports.export_form import Part
from qhsign.ui.reports.figure_tables import FigureTable, shown_table
from qhsign.ui.reports.figure_view import FigureModel
from qhsign.ui.reports.report_commands import EXPORTS, FIGURES, TRAIL
from qhsign.ui.reports.reports_page import ReportsPage
from qhsign.ui.shared.progress_dialog import ProgressDialog
from qhsign.ui.theme import Look
from qhsign.wording import Language
from support.report_fakes import FIGURES as TABLES
from support.report_fakes import NOTHING, ReportingEvent, entry, past

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def event() -> ReportingEvent:
    return ReportingEvent(guests=40)


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> Iterator[ReportsPage]:
    assert window.frame is not None
    window.frame.show_page("reports")
    made = window.frame.screens.screen_of("reports")
    assert isinstance(made, ReportsPage)
    settle(made, qtbot)
    yield made
    window._choose_language(Language.CHINESE)


def settle(page: ReportsPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page._parts.runner.running == 0)
    QApplication.processEvents()


def answer(monkeypatch: pytest.MonkeyPatch, path: Path | str) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))


def choose(page: ReportsPage, qtbot: QtBot, report: Report) -> None:
    page.exports.reports.choose(report)
    settle(page, qtbot)


# --- exports -------------------------------------------------------------------------------------


def test_the_first_page_is_there_at_once(page: ReportsPage, event: ReportingEvent) -> None:
    assert event.report_wishes[-1].what is Report.ROSTER
    assert event.report_wishes[-1].columns == ("number", "full_name", "organization")
    assert page.exports.preview._place.text() == "第1页，共3页"
    assert page.exports._rows.text() == "6,096行"
    assert page.exports.reports.hasFocus()


def test_arrow_keys_walk_through_the_reports(
    page: ReportsPage, event: ReportingEvent, qtbot: QtBot
) -> None:
    seen = [event.report_wishes[-1].what]
    for _ in range(len(Report) - 1):
        QTest.keyClick(page.exports.reports, Qt.Key.Key_Down)
        qtbot.waitUntil(lambda: event.report_wishes[-1].what is not seen[-1])
        seen.append(event.report_wishes[-1].what)
    assert seen == list(Report)
    assert not page.exports.form.columns.isVisible()
    assert [b.text() for b in page.exports.form.format_buttons if b.isVisible()] == ["docx", "pdf"]


def test_what_is_chosen_is_what_is_written(
    page: ReportsPage,
    event: ReportingEvent,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    choose(page, qtbot, Report.ATTENDANCE)
    form = page.exports.form
    form.choosers[Part.ACTIVITY].choose("a2")
    form.choosers[Part.ARRIVED].choose("missing")
    form.choosers[Part.CATEGORY].choose("media")
    form.choosers[Part.DELEGATION].choose("西宁代表团")
    form.choosers[Part.ORDER].choose("pinyin")
    form.format_buttons[2].click()
    settle(page, qtbot)
    answer(monkeypatch, tmp_path / "签到表")
    page.exports.button.click()
    settle(page, qtbot)
    ((wish, out),) = event.reports_written
    assert out == tmp_path / "签到表.pdf"
    assert (wish.what, wish.activity, wish.arrived) == (Report.ATTENDANCE, "a2", False)
    assert (wish.category, wish.delegation) == (Category.MEDIA, "西宁代表团")
    assert wish.order is Order.PINYIN
    assert page.notice.sentence == "已写出6,096行，共12页：签到表.pdf。"
    assert page.notice._button.text() == "打开文件夹"
    assert page.exports.past.list.rows.rows[0].destination == "签到表.pdf"


def test_a_sensitive_column_asks_for_a_purpose(
    page: ReportsPage, event: ReportingEvent, qtbot: QtBot, tmp_path: Path
) -> None:
    part = page.exports
    assert not part.form.purpose.isEnabled()
    part.form.columns.tick("phone", ticked=True)
    assert part.form.purpose.isEnabled()
    assert not part.button.isEnabled()
    assert "带锁" in part._rows.text()
    qtbot.waitUntil(lambda: event.report_wishes[-1].columns[-1] == "phone")  # type: ignore[index] # columns are chosen
    part.form.purpose.setText("接站")
    assert part.button.isEnabled()
    part.write_to(tmp_path / "r.csv")
    settle(page, qtbot)
    assert event.reports_written[0][0].purpose == "接站"
    part.form.columns.tick("phone", ticked=False)
    assert part.form.wish().purpose == ""


def test_no_column_at_all_is_told_in_place(page: ReportsPage, qtbot: QtBot) -> None:
    part = page.exports
    for name in ("number", "full_name", "organization"):
        part.form.columns.tick(name, ticked=False)
    qtbot.waitUntil(lambda: part.preview.sentence == "请至少勾选一栏。")
    assert not part.button.isEnabled()


def test_an_address_list_shows_phones_for_a_purpose(
    page: ReportsPage, event: ReportingEvent, qtbot: QtBot
) -> None:
    choose(page, qtbot, Report.ADDRESS_LIST)
    form = page.exports.form
    assert form.purpose.isEnabled()
    assert page.exports.button.isEnabled()
    form.choosers[Part.GROUP].choose("organization")
    settle(page, qtbot)
    assert event.report_wishes[-1].group == "organization"


def test_only_the_first_page_of_a_long_report_can_be_seen(
    page: ReportsPage, event: ReportingEvent, qtbot: QtBot
) -> None:
    part = page.exports
    part.preview.on.click()
    settle(page, qtbot)
    assert part.preview._place.text() == "第2页，共3页"
    event.is_cut = True
    choose(page, qtbot, Report.SEATING)
    assert part.preview._place.text() == "第一页"
    assert part._rows.text() == "6,096行；预览只有第一页。"
    assert not part.preview.on.isEnabled()


def test_a_problem_stands_in_place_of_the_page(
    page: ReportsPage, event: ReportingEvent, qtbot: QtBot, tmp_path: Path
) -> None:
    event.report_problem = ProblemForUser("slate-unknown", named="x", candidates="—")
    choose(page, qtbot, Report.CONTRACT_LIST)
    assert "x" in page.exports.preview.sentence
    event.report_problem = ProblemForUser("out-no-room", path="U盘")
    page.exports.write_to(tmp_path / "r.xlsx")
    settle(page, qtbot)
    assert "U盘" in page.notice.sentence
    assert page.exports.button.isEnabled()


def test_a_long_export_can_be_cancelled(
    page: ReportsPage, event: ReportingEvent, qtbot: QtBot, tmp_path: Path
) -> None:
    event.report_go_on.clear()
    page.exports.write_to(tmp_path / "r.xlsx")
    qtbot.waitUntil(lambda: any(d.isVisible() for d in page.findChildren(ProgressDialog)))
    assert not page.exports.button.isEnabled()
    next(d for d in page.findChildren(ProgressDialog) if d.isVisible()).reject()
    settle(page, qtbot)
    assert event.reports_written == []
    assert "取消" in page.notice.sentence
    assert page.exports.button.isEnabled()


def test_the_last_exports_are_told(page: ReportsPage, event: ReportingEvent, qtbot: QtBot) -> None:
    assert page.exports.past._none.isVisible()
    event.past = [past("address-list", rows=None, pages=12), past("x-ray", outcome="failed")]
    page.read_again()
    settle(page, qtbot)
    model = page.exports.past.list.rows
    told = [str(model.data(model.index(row))) for row in range(2)]
    assert told[0].startswith("通讯录  12页")
    assert told[1].startswith("x-ray  ")


# --- the audit trail -----------------------------------------------------------------------------


@pytest.fixture
def trail(page: ReportsPage, qtbot: QtBot) -> ReportsPage:
    page.go_to(TRAIL)
    settle(page, qtbot)
    return page


def test_the_models_keep_their_promises(look: Look) -> None:
    model, figures = AuditModel(), FigureModel(look)
    testers = QAbstractItemModelTester(model, FATAL), QAbstractItemModelTester(figures, FATAL)
    model.show_page(AuditPage([entry(1), entry(2)], None))
    model.add_page(AuditPage([entry(3)], None))
    assert "职务 副秘书长 → " in str(model.data(model.index(2)))
    for table in FigureTable:
        figures.show_table(shown_table(table, TABLES, Language.CHINESE))
    assert [tester.model() for tester in testers] == [model, figures]


def test_the_journal_is_read_on_as_somebody_scrolls(
    trail: ReportsPage, event: ReportingEvent, qtbot: QtBot
) -> None:
    part = trail.trail
    assert part.model.rowCount() == 200
    assert part.bar._count.text() == "1,000条"
    for _ in range(10):
        part.list.scrollToBottom()
        settle(trail, qtbot)
    assert part.model.rowCount() == 1_000
    assert [place.sequence for place in event.places if place] == [200, 400, 600, 800]
    assert len({each.id for each in part.model.entries}) == 1_000


def test_filters_search_anew(trail: ReportsPage, event: ReportingEvent, qtbot: QtBot) -> None:
    part = trail.trail
    part.filters.choosers[FilterPart.OPERATOR].choose("\0")
    settle(trail, qtbot)
    assert event.filters[-1] == AuditFilter(operator="")
    assert part.model.rowCount() == 7
    part.filters.choosers[FilterPart.KIND].choose("guest")
    part.filters.text.input.setText("处长")
    qtbot.waitUntil(lambda: event.filters[-1].text == "处长")
    assert event.filters[-1] == AuditFilter(operator="", kinds=("guest",), text="处长")
    settle(trail, qtbot)
    part.filters.clear.click()
    settle(trail, qtbot)
    assert event.filters[-1].wants_all
    assert not part.filters.clear.isVisible()


def test_days_are_typed_and_wrong_ones_told(
    trail: ReportsPage, event: ReportingEvent, qtbot: QtBot
) -> None:
    filters = trail.trail.filters
    filters.choosers[FilterPart.SPAN].choose("days")
    first, last = filters.days
    first.setText("2026-07-11")
    last.setText("2026-07-12")
    qtbot.waitUntil(lambda: event.filters[-1].end is not None)
    wanted = event.filters[-1]
    assert wanted.begin is not None
    assert wanted.end is not None
    assert (wanted.begin.day, wanted.end.day, wanted.end.hour) == (11, 13, 0)
    last.setText("2026-07-1")
    qtbot.waitUntil(lambda: "早于" in filters._days_error.text())
    last.setText("明天")
    qtbot.waitUntil(lambda: "2026-07-11" in filters._days_error.text())


def test_entries_of_one_guest_or_contract(
    trail: ReportsPage, event: ReportingEvent, qtbot: QtBot
) -> None:
    subject = trail.trail.filters.subject
    subject.search.input.setText("ligang")
    QTest.keyClick(subject.search.input, Qt.Key.Key_Return)
    settle(trail, qtbot)
    assert event.filters[-1].guest == next(r.id for r in event.rows if r.full_name == "李刚")
    subject.take_everybody()
    subject.search.input.setText("青海湖")
    QTest.keyClick(subject.search.input, Qt.Key.Key_Return)
    settle(trail, qtbot)
    assert (event.filters[-1].guest, event.filters[-1].contract) == ("", "c1")


def test_an_entry_is_told_in_full_and_leads_to_its_operation(
    trail: ReportsPage, event: ReportingEvent, qtbot: QtBot
) -> None:
    part = trail.trail
    QTest.keyClick(part.list, Qt.Key.Key_Down)
    text = part.details.text.toPlainText()
    assert "修改嘉宾" in text
    assert "00001 李刚" in text
    assert "副秘书长" in text
    part.details.together.click()
    settle(trail, qtbot)
    assert event.filters[-1] == AuditFilter(operation="o0")


def test_nothing_found_offers_to_clear(
    trail: ReportsPage, event: ReportingEvent, qtbot: QtBot
) -> None:
    part = trail.trail
    part.filters.text.input.setText("没有")
    qtbot.waitUntil(part.empty.isVisible)
    part.empty._button.click()
    settle(trail, qtbot)
    assert part.list.isVisible()


def test_the_chain_is_verified_now(trail: ReportsPage, event: ReportingEvent, qtbot: QtBot) -> None:
    bar = trail.trail.bar
    assert "尚未校验" in bar._chain.text()
    bar.verify.click()
    settle(trail, qtbot)
    assert bar._chain.text().startswith("日志链19,612条完整")
    event.checks = (Check("journal", ok=False, found="e17"),)
    bar.verify.click()
    settle(trail, qtbot)
    assert "不符" in bar._chain.text()
    assert "e17" in trail.notice.sentence


def test_what_is_shown_is_written_for_a_purpose(
    trail: ReportsPage,
    event: ReportingEvent,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    bar = trail.trail.bar
    answer(monkeypatch, tmp_path / "审计")
    QTest.keyClick(trail.window(), Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert bar.purpose.hasFocus()
    assert not bar.write.isEnabled()
    QTest.keyClicks(bar.purpose, "year")
    bar.format_buttons[1].click()
    bar.write.click()
    settle(trail, qtbot)
    assert event.trails == [(AuditFilter(), tmp_path / "审计.csv", "year")]
    assert not bar.purpose.isVisible()
    assert trail.notice.sentence == "已写出1,000条：审计.csv。"


def test_a_search_that_fails_is_told(
    trail: ReportsPage, event: ReportingEvent, qtbot: QtBot
) -> None:
    event.report_problem = ProblemForUser("guest-unknown", number=7)
    trail.trail.filters.choosers[FilterPart.SPAN].choose("today")
    settle(trail, qtbot)
    assert "7" in trail.notice.sentence
    assert trail.trail.model.rowCount() == 200, "what was read stays"


# --- statistics ----------------------------------------------------------------------------------


@pytest.fixture
def figures(page: ReportsPage, qtbot: QtBot) -> ReportsPage:
    page.go_to(FIGURES)
    settle(page, qtbot)
    return page


def test_tables_are_copied_as_a_spreadsheet_takes_them(figures: ReportsPage) -> None:
    part = figures.figures
    part.choose(list(FigureTable).index(FigureTable.SLATES))
    QTest.keyClick(part.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]
    assert lines[0][:3] == ["清单", "项数", "公布"]
    assert lines[1] == ["重点项目现场签约", "17", "18", "-1", "1", "500亿元", "536亿元", "-36亿元"]
    assert lines[2][0] == "全部项目（不重复）"
    assert "2" in figures.notice.sentence


def test_every_table_shows_its_rows(figures: ReportsPage) -> None:
    part = figures.figures
    counts = []
    for place in range(len(FigureTable)):
        part.choose(place)
        assert part.view.isVisible()
        counts.append(part.view.figures.rowCount())
    assert counts == [5, 2, 1, 1, 2]
    part.choose(0)
    rows = part.view.figures.table.rows
    assert rows[0] == ["开幕式", "07-11 09:00", "全部类别", "1,286", "742", "57.70%"]
    assert rows[2][2:] == ["本机未收录的证件", "", "2", ""]


def test_one_activity_alone(figures: ReportsPage, event: ReportingEvent, qtbot: QtBot) -> None:
    part = figures.figures
    assert not part.activity.isVisible()
    part.choose(list(FigureTable).index(FigureTable.DAYS))
    assert part.activity.isVisible()
    part.activity.choose("a2")
    settle(figures, qtbot)
    assert event.figures_asked == ["", "a2"]


def test_an_event_without_anybody_says_what_to_do(
    figures: ReportsPage, event: ReportingEvent, qtbot: QtBot
) -> None:
    event.figures_given = NOTHING
    figures.read_again()
    settle(figures, qtbot)
    part = figures.figures
    part.choose(list(FigureTable).index(FigureTable.DAYS))
    assert part.empty.isVisible()
    assert part.empty.sentence == "还没有人到场。"
    assert not part.copy.isEnabled()


def test_the_brief_is_shown_and_saved(
    figures: ReportsPage,
    event: ReportingEvent,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    part = figures.figures
    part.choose(len(FigureTable))
    settle(figures, qtbot)
    assert part.brief.preview._place.text() == "第1页，共3页"
    answer(monkeypatch, tmp_path / "统计简报")
    part.brief.buttons["docx"].click()
    settle(figures, qtbot)
    ((wish, out),) = event.reports_written
    assert (wish.what, out.name) == (Report.BRIEF, "统计简报.docx")


# --- the screen ----------------------------------------------------------------------------------


def test_keys_go_to_the_parts(page: ReportsPage, qtbot: QtBot) -> None:
    alt = Qt.KeyboardModifier.AltModifier
    for key, part in ((Qt.Key.Key_2, TRAIL), (Qt.Key.Key_3, FIGURES), (Qt.Key.Key_1, EXPORTS)):
        QTest.keyClick(page.window(), key, alt)
        settle(page, qtbot)
        assert page.switch.current == part
    QTest.keyClick(page.window(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    settle(page, qtbot)
    assert page.switch.current == TRAIL
    qtbot.waitUntil(page.trail.filters.text.input.hasFocus)


def test_changes_are_read_when_a_part_is_next_looked_at(
    page: ReportsPage, event: ReportingEvent, qtbot: QtBot
) -> None:
    page.go_to(FIGURES)
    settle(page, qtbot)
    page.go_to(EXPORTS)
    page.go_to(FIGURES)
    settle(page, qtbot)
    assert len(event.figures_asked) == 1
    page._parts.runner.announce(frozenset({Changed.CHECK_INS}))
    page.go_to(EXPORTS)
    page.go_to(FIGURES)
    settle(page, qtbot)
    assert len(event.figures_asked) == 2
