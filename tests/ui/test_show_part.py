"""The run of show on the screen: steps, their times and texts, the way back, the sign-off."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from qhsign.domain.roles import Act, Role
from qhsign.services import (
    batch_proposals,
    batches,
    contracts,
    show_steps,
    show_view,
    slates,
    stage_sign_off,
)
from qhsign.services.desk import Desk
from qhsign.services.setting_records import OnShift
from qhsign.services.show_records import ShowLine
from qhsign.services.stage_approvals import ApprovalStep
from qhsign.store.event_file import EventFile
from qhsign.ui.ceremony.ceremony_commands import SHOW
from qhsign.ui.ceremony.ceremony_page import CeremonyPage
from qhsign.ui.main_window import MainWindow, OpenEvent
from qhsign.ui.programme.show_part import ShowPart
from qhsign.ui.programme.step_form import MINUTES, STARTS, TITLE
from qhsign.wording import Language
from support.ceremony_windows import open_ceremony, staged_event
from support.clipping import SIZES, StretchedWords, cut
from support.printed import texts
from support.real_windows import RealEvent, settle, write
from support.stages import ACTIVITY, SLATE
from support.typing_keys import type_into

OpenWindow = Callable[[OpenEvent], MainWindow]
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
LONG = "省委常委、常务副省长致辞并宣布签约仪式正式开始，同声传译，翻译提前到位" * 2


@pytest.fixture
def event(tmp_path: Path) -> RealEvent:
    return staged_event(tmp_path, 4, 2)


def at_show(open_window: OpenWindow, qtbot: QtBot) -> tuple[MainWindow, ShowPart]:
    window, page = open_ceremony(open_window, qtbot)
    page.go_to(SHOW)
    settle(window, qtbot)
    part = page.part(SHOW)
    assert isinstance(part, ShowPart)
    qtbot.waitUntil(lambda: part.book.is_read)
    return window, part


def page_of(window: MainWindow) -> CeremonyPage:
    assert window.frame is not None
    page = window.frame.screens.screen_of("ceremony")
    assert isinstance(page, CeremonyPage)
    return page


def titles(part: ShowPart) -> list[str]:
    return [line.title for line in part.table.steps.lines]


def line(part: ShowPart, title: str) -> ShowLine:
    return next(each for each in part.table.steps.lines if each.title == title)


def choose(part: ShowPart, title: str) -> None:
    part.table.go_to(line(part, title).key)


def on_disk(event: RealEvent, work: Callable[[Desk], object]) -> None:
    with EventFile.open(event.path) as file:
        work(Desk(file, operator="马文"))


def test_the_steps_stand_with_times_and_texts(open_window: OpenWindow, qtbot: QtBot) -> None:
    _, part = at_show(open_window, qtbot)
    QAbstractItemModelTester(part.table.steps, FATAL)
    assert titles(part)[:4] == ["签约代表候场", "嘉宾入席", "开场", "第一批上台"]
    cells = [
        part.table.steps.index(3, column).data() for column in range(part.table.steps.columnCount())
    ]
    assert cells == ["4", "14:33", "3", "第一批上台", "第一批项目名单", "上台音乐", "台口"]
    assert part.bar.summary.text() == "14:00—14:57，57分钟，12个环节"
    assert part.table.hasFocus()
    assert not part.form.fields[STARTS].isVisible()


def test_a_batch_is_given_its_time_and_loses_it_again(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window, part = at_show(open_window, qtbot)
    choose(part, "第二批上台")
    QTest.keyClick(part.table, Qt.Key.Key_Return)
    field = part.form.fields[STARTS]
    assert field.hasFocus()
    assert (field.text(), field.placeholderText()) == ("", "14:44")
    write(field, "15：30")
    settle(window, qtbot)
    assert f"{line(part, '第二批上台').begins:%H:%M}" == "15:30"
    assert part._parts.bar.sentence == "已修改：第二批上台"
    assert part.form.back.isVisible()
    page_of(window).undo()
    settle(window, qtbot)
    assert not line(part, "第二批上台").is_planned
    write(field, "15:30")
    settle(window, qtbot)
    part.form.back.click()
    settle(window, qtbot)
    assert not line(part, "第二批上台").is_planned
    assert part.table.line is not None
    assert part.table.line.title == "第二批上台"


def test_what_cannot_be_read_is_said_and_stays_written(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window, part = at_show(open_window, qtbot)
    choose(part, "第二批上台")
    write(part.form.fields[STARTS], "half past")
    settle(window, qtbot)
    assert "half past" in part._parts.bar.sentence
    assert "15:20" in part._parts.bar.sentence
    assert part.form.fields[STARTS].text() == "half past"
    write(part.form.fields[MINUTES], "ten")
    settle(window, qtbot)
    assert "“ten”不是用时" in part._parts.bar.sentence
    assert line(part, "第二批上台").minutes == 3


def test_what_is_being_typed_stays_with_its_slate(
    open_window: OpenWindow, qtbot: QtBot, event: RealEvent
) -> None:
    def second_slate(desk: Desk) -> None:
        slates.set_slate(desk, "绿色算力", {"activity": ACTIVITY, "day": "2024-07-11"})
        contracts.set_contract(desk, 4, {"slates": "绿色算力", "batch": ""})
        batch_proposals.apply(desk, "绿色算力", 2)

    on_disk(event, second_slate)
    window, part = at_show(open_window, qtbot)
    part._parts.book.choose_slate(SLATE)
    settle(window, qtbot)
    choose(part, "开场")
    field = part.form.fields[MINUTES]
    field.setFocus()
    type_into(field, "10")
    part._parts.book.choose_slate("绿色算力")
    settle(window, qtbot)
    assert part.book.shown == "绿色算力"
    assert line(part, "开场").minutes == 3
    assert field.text() == ""
    part._parts.book.choose_slate(SLATE)
    settle(window, qtbot)
    assert line(part, "开场").minutes == 10


def test_minutes_and_texts_are_changed_in_the_form(open_window: OpenWindow, qtbot: QtBot) -> None:
    window, part = at_show(open_window, qtbot)
    choose(part, "开场")
    assert part.form.fields[MINUTES].placeholderText() == "3"
    write(part.form.fields[MINUTES], "10")
    settle(window, qtbot)
    assert f"{line(part, '第一批上台').begins:%H:%M}" == "14:40"
    write(part.form.fields["responsible"], LONG)
    settle(window, qtbot)
    assert line(part, "开场").responsible == LONG
    part.form.fields["responsible"].selectAll()
    QTest.keyClick(part.form.fields["responsible"], Qt.Key.Key_Backspace)
    QTest.keyClick(part.form.fields["responsible"], Qt.Key.Key_Return)
    settle(window, qtbot)
    assert line(part, "开场").responsible == "主持人"


def test_a_step_of_ones_own_is_added_named_moved_and_taken_out(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window, part = at_show(open_window, qtbot)
    choose(part, "开场")
    part.add_button.click()
    settle(window, qtbot)
    field = part.form.fields[TITLE]
    qtbot.waitUntil(field.hasFocus)
    assert field.selectedText() == "新环节"
    write(field, "推介片")
    settle(window, qtbot)
    assert titles(part)[2:5] == ["开场", "推介片", "第一批上台"]
    assert part.table.line is not None
    assert part.table.line.title == "推介片"
    part.form.up.click()
    settle(window, qtbot)
    assert titles(part)[2:5] == ["推介片", "开场", "第一批上台"]
    part.form.down.click()
    settle(window, qtbot)
    part.form.remove.click()
    settle(window, qtbot)
    assert "推介片" not in titles(part)
    page_of(window).undo()
    settle(window, qtbot)
    assert "推介片" in titles(part)
    choose(part, "推介片")
    write(part.form.fields[TITLE], " ")
    settle(window, qtbot)
    assert "环节还没有名称" in part._parts.bar.sentence
    choose(part, "开场")
    assert not part.form.remove.isVisible()


def test_signing_off_needs_two_people_and_lapses_with_a_change(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window, part = at_show(open_window, qtbot)
    sign = part.sign_off
    assert (sign.button.text(), sign.name.text()) == ("录入", "韩秋月")
    sign.button.click()
    settle(window, qtbot)
    assert sign.button.text() == "核对"
    QTest.keyClick(sign.name, Qt.Key.Key_Return)
    settle(window, qtbot)
    assert "请由另一人核对" in part._parts.bar.sentence
    sign.name.setText("马文")
    sign.button.click()
    settle(window, qtbot)
    assert sign.button.text() == "签批"
    page_of(window).undo()
    settle(window, qtbot)
    assert sign.button.text() == "核对"
    sign.button.click()
    settle(window, qtbot)
    choose(part, "开场")
    write(part.form.fields[MINUTES], "10")
    settle(window, qtbot)
    assert sign.button.text() == "录入"
    assert "马文于" in sign.said
    assert "开场" in sign.said
    assert "10" in sign.said
    sign.name.setText("  ")
    assert not sign.button.isEnabled()


def test_what_another_desk_signed_and_changed_is_seen(
    open_window: OpenWindow, qtbot: QtBot, event: RealEvent
) -> None:
    on_disk(event, lambda desk: stage_sign_off.sign_show(desk, SLATE, ApprovalStep.ENTERED, "马文"))
    on_disk(event, lambda desk: batches.set_batch(desk, "第一批", {"host_witnesses": "主4"}))
    _, part = at_show(open_window, qtbot)
    assert part.sign_off.following is ApprovalStep.ENTERED
    assert "马文于" in part.sign_off.said
    assert "主4" in part.sign_off.said


def test_the_paper_is_printed_with_its_version(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, part = at_show(open_window, qtbot)
    part.add_step()
    settle(window, qtbot)
    write(part.form.fields[TITLE], "推介片")
    settle(window, qtbot)
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "流程单"), "PDF文件 (*.pdf)")
    )
    part.print_button.click()
    settle(window, qtbot)
    out = tmp_path / "流程单.pdf"
    assert "第1版" in part._parts.bar.sentence
    assert "推介片" in "".join(texts(out))
    monkeypatch.setattr(
        QFileDialog,
        "getSaveFileName",
        lambda *_: (str(tmp_path / "流程单.pdf"), "Word文档 (*.docx)"),
    )
    part.print_button.click()
    settle(window, qtbot)
    assert (tmp_path / "流程单.docx").read_bytes()[:2] == b"PK"
    assert "第2版" in part._parts.bar.sentence


def test_a_folder_that_is_gone_is_one_sentence(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window, part = at_show(open_window, qtbot)
    part.printing.print_into(tmp_path / "no" / "where.pdf")
    settle(window, qtbot)
    assert part._parts.bar.isVisible()
    assert "where.pdf" in part._parts.bar.sentence or "no" in part._parts.bar.sentence


def test_no_batches_and_no_time_say_what_to_do(
    open_window: OpenWindow, qtbot: QtBot, event: RealEvent
) -> None:
    on_disk(event, lambda desk: slates.set_slate(desk, SLATE, {"activity": ""}))
    on_disk(event, lambda desk: slates.set_slate(desk, "空清单", {}))
    window, part = at_show(open_window, qtbot)
    assert "什么时候上台" in part.nothing.sentence
    assert not part.print_button.isEnabled()
    write(part.nothing.start, "tomorrow")
    settle(window, qtbot)
    assert "“tomorrow”不是上台时间" in part._parts.bar.sentence
    write(part.nothing.start, "2024-07-11 15:20")
    settle(window, qtbot)
    assert f"{line(part, '第一批上台').begins:%H:%M}" == "15:20"
    part.bar.chooser.choose("空清单")
    settle(window, qtbot)
    assert "还没有分批" in part.nothing.sentence
    assert not part.nothing.start.isVisible()
    part.add_step()
    settle(window, qtbot)
    assert part.book.table is None


def test_the_other_language_reads_the_steps_again(open_window: OpenWindow, qtbot: QtBot) -> None:
    window, part = at_show(open_window, qtbot)
    window._choose_language(Language.ENGLISH)
    settle(window, qtbot)
    qtbot.waitUntil(lambda: titles(part)[0] == "Signatories gather")
    assert part.bar.summary.text() == "14:00–14:57, 57 min, 12 steps"
    window._choose_language(Language.CHINESE)
    settle(window, qtbot)
    qtbot.waitUntil(lambda: titles(part)[0] == "签约代表候场")


@pytest.mark.parametrize("language", ["zh", "en", "long"])
def test_no_word_is_cut_off(
    open_window: OpenWindow,
    qtbot: QtBot,
    qapp: QApplication,
    event: RealEvent,
    language: str,
) -> None:
    on_disk(event, _planned_and_signed)
    window, part = at_show(open_window, qtbot)
    stretched = StretchedWords()
    if language == "en":
        window._choose_language(Language.ENGLISH)
    elif language == "long":
        qapp.installTranslator(stretched)
    settle(window, qtbot)
    looked_at = [each.key for each in part.table.steps.lines if each.is_planned or each.is_own]
    for size in SIZES:
        window.resize(*size)
        for key in ("gather", *looked_at):
            part.table.go_to(key)
            for side in (0, 1):
                part.switch.choose(side)
                assert cut(part) == []
    qapp.removeTranslator(stretched)
    window._choose_language(Language.CHINESE)


def _planned_and_signed(desk: Desk) -> None:
    lines = {each.title: each.key for each in show_view.table(desk, SLATE).lines}
    show_steps.set_step(desk, SLATE, lines["第二批上台"], {"starts": "15:30", "title": LONG})
    show_steps.add_step(desk, SLATE, lines["开场"], {"title": LONG, "content": LONG})
    stage_sign_off.sign_show(desk, SLATE, ApprovalStep.ENTERED, "阿卜杜热合曼·买买提依明")
    show_steps.set_step(desk, SLATE, "closing", {"minutes": "12", "content": LONG})


def test_the_end_is_the_services_also_past_midnight(
    open_window: OpenWindow, qtbot: QtBot, event: RealEvent
) -> None:
    on_disk(event, lambda desk: batches.set_batch(desk, "第一批", {"starts": "2024-07-11T23:50"}))
    on_disk(event, lambda desk: slates.set_slate(desk, SLATE, {"activity": ""}))
    _, part = at_show(open_window, qtbot)
    table = part.book.table
    assert table is not None
    assert table.ends is not None
    last = table.lines[-1]
    assert table.ends == last.begins + timedelta(minutes=last.minutes)
    assert table.ends.date() > table.lines[0].begins.date()
    assert f"—{table.ends:%H:%M}，" in part.bar.summary.text()


def press(window: MainWindow, key: Qt.Key) -> None:
    QTest.keyClick(window, key, Qt.KeyboardModifier.AltModifier)


@pytest.mark.parametrize("key", [Qt.Key.Key_N, Qt.Key.Key_P])
def test_a_key_without_the_right_says_who_may(
    open_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, key: Qt.Key
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", never_asked)
    window, part = at_show(open_window, qtbot)
    rights, before = part._parts.rights, titles(part)
    rights.take(OnShift(None, "马文", Role.CHECK_IN))
    assert not part.add_button.isEnabled()
    press(window, key)
    settle(window, qtbot)
    act = Act.EDIT if key == Qt.Key.Key_N else Act.PRINT
    assert part._parts.bar.sentence == rights.why_not(act)
    assert part._parts.bar.isVisible()
    assert titles(part) == before


@pytest.mark.parametrize("key", [Qt.Key.Key_N, Qt.Key.Key_P])
def test_a_key_without_a_plan_says_what_is_lacking(
    open_window: OpenWindow,
    qtbot: QtBot,
    event: RealEvent,
    monkeypatch: pytest.MonkeyPatch,
    key: Qt.Key,
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", never_asked)
    on_disk(event, lambda desk: slates.set_slate(desk, SLATE, {"activity": ""}))
    window, part = at_show(open_window, qtbot)
    press(window, key)
    assert "什么时候上台" in part._parts.bar.sentence
    assert part._parts.bar.isVisible()


def test_a_key_while_the_plan_is_read_says_so(open_window: OpenWindow, qtbot: QtBot) -> None:
    window, part = at_show(open_window, qtbot)
    part.book.table, part.book.is_read = None, False
    press(window, Qt.Key.Key_N)
    assert part._parts.bar.sentence == "流程单还在读取：请稍等再试。"


def never_asked(*_: object) -> tuple[str, str]:
    raise AssertionError("nobody is asked for a file")
