"""The papers of the ceremony on the print screen, over a real event: shown, checked, printed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from qhsign.services import batches, stage_marks, stage_prints, stage_sign_off, substitution
from qhsign.services.contracts import set_contract
from qhsign.services.desk import Desk
from qhsign.services.print_records import Printable
from qhsign.services.stage_approvals import ApprovalStep
from qhsign.store.event_file import EventFile
from qhsign.ui.main_window import MainWindow, OpenEvent
from qhsign.ui.prints.print_page import PrintPage
from qhsign.ui.prints.wish_form import Part
from qhsign.wording import Language
from support.ceremony_windows import staged_event
from support.clipping import SIZES, cut
from support.desks import add_guest
from support.printed import texts
from support.real_windows import RealEvent, opening, settle
from support.stages import SLATE, number_of

OpenWindow = Callable[[OpenEvent], MainWindow]


@pytest.fixture
def event(tmp_path: Path) -> RealEvent:
    return staged_event(tmp_path, 4, 2)


def at_prints(open_window: OpenWindow, qtbot: QtBot) -> tuple[MainWindow, PrintPage]:
    window = open_window(opening())
    assert window.frame is not None
    window.frame.show_page("print")
    page = window.frame.screens.screen_of("print")
    assert isinstance(page, PrintPage)
    settle(window, qtbot)
    return window, page


def choose(window: MainWindow, page: PrintPage, qtbot: QtBot, what: Printable) -> None:
    page.what.choose(what)
    settle(window, qtbot)
    QApplication.processEvents()
    settle(window, qtbot)


def place(page: PrintPage) -> str:
    return page.preview._place.text()


def on_disk(event: RealEvent, work: Callable[[Desk], object]) -> None:
    with EventFile.open(event.path) as file:
        work(Desk(file, operator="马文"))


def save_as(monkeypatch: pytest.MonkeyPatch, path: Path, kind: str = "") -> list[str]:
    asked: list[str] = []

    def answer(*given: str) -> tuple[str, str]:
        asked.append(str(given[-1]))
        return str(path), kind

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return asked


def test_a_plan_is_chosen_by_slate_and_batch_and_printed(
    open_window: OpenWindow,
    qtbot: QtBot,
    event: RealEvent,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    entered = ApprovalStep.ENTERED
    on_disk(event, lambda desk: stage_sign_off.sign_plan(desk, "第二批", entered, "马文"))
    window, page = at_prints(open_window, qtbot)
    choose(window, page, qtbot, Printable.STAGE_PLAN)
    batch = page.form.chooser(Part.BATCH)
    assert [page.form.chooser(part).isVisibleTo(page) for part in (Part.SLATE, Part.VIEWPOINT)] == [
        True, True,
    ]  # fmt: skip
    assert place(page).startswith("第1页，共2页")
    assert "样张：未签批" in page.preview._whose.text()
    assert page.foot.summary == "第一批：还没有签发\n第二批：马文已录入，未签批"
    batch.choose(batch.keys[2])
    settle(window, qtbot)
    qtbot.waitUntil(lambda: place(page) == "第1页，共1页")
    asked = save_as(monkeypatch, tmp_path / "plan.pdf")
    page.print_out()
    settle(window, qtbot)
    assert ".docx" not in asked[0]
    assert "第二批" in "".join(texts(tmp_path / "plan.pdf"))
    assert "plan.pdf" in page.notice.sentence


def test_what_the_check_finds_stands_beside_and_keeps_nothing_back(
    open_window: OpenWindow, qtbot: QtBot, event: RealEvent
) -> None:
    on_disk(event, lambda desk: set_contract(desk, 1, {"乙.signatory": ""}))
    window, page = at_prints(open_window, qtbot)
    choose(window, page, qtbot, Printable.CALL_LIST)
    assert page.check.shown == 1
    assert "0001" in str(page.check.model.index(0).data())
    assert page.may_print
    choose(window, page, qtbot, Printable.SIGN_IN_SHEET)
    assert page.check.shown == 0


def test_change_slips_are_printed_by_batch(
    open_window: OpenWindow,
    qtbot: QtBot,
    event: RealEvent,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window, page = at_prints(open_window, qtbot)
    choose(window, page, qtbot, Printable.CHANGE_SLIP)
    assert "没有变更单可打" in page.preview.sentence
    assert not page.may_print

    def stand_in(desk: Desk) -> None:
        add_guest(desk, "替补\U0010fffd", "第1新能源有限公司")
        guest = number_of(desk, "替补\U0010fffd")
        substitution.substitute(desk, 1, "乙", guest, authorised=True, approver="马骏")

    on_disk(event, stand_in)
    choose(window, page, qtbot, Printable.CALL_LIST)
    choose(window, page, qtbot, Printable.CHANGE_SLIP)
    assert place(page).startswith("第1页，共1页")
    assert "U+10FFFD" in str(page.check.model.index(0).data())
    save_as(monkeypatch, tmp_path / "slip.pdf")
    page.print_out()
    settle(window, qtbot)
    assert "马骏" in "".join(texts(tmp_path / "slip.pdf"))


@pytest.mark.parametrize(
    ("what", "ending", "kind"),
    [
        (Printable.CALL_LIST, ".xlsx", "(*.xlsx)"),
        (Printable.RUN_OF_SHOW, ".docx", "(*.docx)"),
        (Printable.FLOOR_MARKS, ".pdf", "(*.pdf)"),
    ],
)
def test_each_paper_has_its_formats(
    open_window: OpenWindow,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    what: Printable,
    ending: str,
    kind: str,
) -> None:
    window, page = at_prints(open_window, qtbot)
    choose(window, page, qtbot, what)
    if what is Printable.CALL_LIST:
        page.form.chooser(Part.BATCH).choose(page.form.chooser(Part.BATCH).keys[1])
        settle(window, qtbot)
    asked = save_as(monkeypatch, tmp_path / "paper.pdf", f"x {kind}")
    page.print_out()
    settle(window, qtbot)
    assert kind in asked[0]
    assert (tmp_path / f"paper{ending}").stat().st_size > 1000


def test_a_workbook_of_several_batches_is_refused_in_one_sentence(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, page = at_prints(open_window, qtbot)
    choose(window, page, qtbot, Printable.CALL_LIST)
    save_as(monkeypatch, tmp_path / "paper.xlsx", "(*.xlsx)")
    page.print_out()
    settle(window, qtbot)
    assert "一个文档只放一批" in page.notice.sentence
    assert not (tmp_path / "paper.xlsx").exists()


def test_what_a_change_slip_names_is_wished_for_with_one_press(
    open_window: OpenWindow,
    qtbot: QtBot,
    event: RealEvent,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def prepare(desk: Desk) -> None:
        stage_prints.print_stage_plans(desk, tmp_path / "a.pdf", batch="第二批")
        stage_marks.print_floor_marks(desk, tmp_path / "b.pdf", batch="第二批")
        number = (
            next(r for r in batches.list_batches(desk) if r.name == "第二批").contracts[0].number
        )
        instead = add_guest(desk, "替补", "某公司")
        substitution.substitute(desk, number, "乙", instead, authorised=True, approver="周主任")

    on_disk(event, prepare)
    window, page = at_prints(open_window, qtbot)
    slip = page.choices.slip
    assert [button.text() for button in slip.buttons] == ["台位图 第二批", "站位地贴 第二批"]
    slip.buttons[0].click()
    settle(window, qtbot)
    assert page.what.current is Printable.STAGE_PLAN
    assert page.form.chooser(Part.BATCH).word == "第二批"
    qtbot.waitUntil(lambda: place(page) == "第1页，共1页")
    save_as(monkeypatch, tmp_path / "again.pdf")
    page.print_out()
    settle(window, qtbot)
    assert "替补" in "".join(texts(tmp_path / "again.pdf"))
    assert [button.text() for button in slip.buttons] == ["站位地贴 第二批"]
    slip.buttons[0].click()
    settle(window, qtbot)
    save_as(monkeypatch, tmp_path / "marks.pdf")
    page.print_out()
    settle(window, qtbot)
    assert not slip.isVisible()


def test_place_cards_are_printed_for_a_batch(open_window: OpenWindow, qtbot: QtBot) -> None:
    window, page = at_prints(open_window, qtbot)
    choose(window, page, qtbot, Printable.PLACE_CARDS)
    everybody = len(page.work.stack.pieces)
    batch = page.form.chooser(Part.BATCH)
    batch.choose(batch.keys[1])
    settle(window, qtbot)
    assert 0 < len(page.work.stack.pieces) < everybody


def test_the_other_language_draws_the_paper_again(open_window: OpenWindow, qtbot: QtBot) -> None:
    window, page = at_prints(open_window, qtbot)
    choose(window, page, qtbot, Printable.RUN_OF_SHOW)
    window._choose_language(Language.ENGLISH)
    settle(window, qtbot)
    qtbot.waitUntil(lambda: page.work.wish.language is Language.ENGLISH)
    qtbot.waitUntil(lambda: page.foot.summary == f"{SLATE}: not signed off")
    window._choose_language(Language.CHINESE)
    settle(window, qtbot)


@pytest.mark.parametrize("size", SIZES)
def test_no_word_is_cut_off(
    open_window: OpenWindow, qtbot: QtBot, event: RealEvent, tmp_path: Path, size: tuple[int, int]
) -> None:
    def prepare(desk: Desk) -> None:
        name = "重点项目现场签约第二批（绿色算力与数字经济专场）"
        batches.set_batch(desk, "第二批", {"name": name})
        stage_prints.print_stage_plans(desk, tmp_path / "a.pdf")
        stage_prints.print_run_of_show(desk, tmp_path / "b.pdf")
        instead = add_guest(desk, "替补", "某公司")
        substitution.substitute(desk, 2, "乙", instead, authorised=True, approver="周主任")

    on_disk(event, prepare)
    window, page = at_prints(open_window, qtbot)
    window.resize(*size)
    for language in (Language.ENGLISH, Language.CHINESE):
        window._choose_language(language)
        settle(window, qtbot)
        for what in (Printable.STAGE_PLAN, Printable.RUN_OF_SHOW, Printable.FLOOR_MARKS):
            choose(window, page, qtbot, what)
            assert cut(page) == []
