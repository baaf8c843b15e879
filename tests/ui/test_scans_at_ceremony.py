"""A badge scanned at the ceremony, wherever the keyboard is, is a check-in and nothing else."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from qhsign.domain.badge_token import issue
from qhsign.services import contracts, life_cycle
from qhsign.services.desk import Desk
from qhsign.store.event_file import EventFile
from qhsign.store.schema import JournalEntry
from qhsign.ui.ceremony.ceremony_commands import FOLLOW_UP, SHOW, STAGE, WORDS
from qhsign.ui.ceremony.ceremony_page import CeremonyPage
from qhsign.ui.ceremony.stage_part import StagePart
from qhsign.ui.follow_up.follow_up_part import FollowUpPart
from qhsign.ui.main_window import MainWindow, OpenEvent
from qhsign.ui.programme.show_part import ShowPart
from qhsign.ui.programme.step_form import TITLE
from qhsign.ui.programme.words_part import WordsPart
from support.ceremony_windows import open_ceremony, staged_event
from support.contract_columns import line_of
from support.desks import add_guest
from support.real_windows import RealEvent, settle

OpenWindow = Callable[[OpenEvent], MainWindow]
Prepare = Callable[[CeremonyPage], QWidget]
CODE = issue("25X", b"key", bytes(range(10)))


@pytest.fixture
def event(tmp_path: Path) -> RealEvent:
    """Give an event with a guest and contracts whose names begin as codes do."""
    made = staged_event(tmp_path, 4, 2)
    with EventFile.open(made.path) as file:
        desk = Desk(file, operator="韩秋月")
        add_guest(desk, "钱华", "别的单位")
        contracts.set_contract(desk, 2, {"title": "QH 氢能示范"})
        life_cycle.agree(desk, [1, 2, 3, 4], "韩秋月")
    return made


def stage(page: CeremonyPage) -> StagePart:
    page.go_to(STAGE)
    part = page.part(STAGE)
    assert isinstance(part, StagePart)
    return part


def show(page: CeremonyPage) -> ShowPart:
    page.go_to(SHOW)
    part = page.part(SHOW)
    assert isinstance(part, ShowPart)
    return part


def words(page: CeremonyPage) -> WordsPart:
    page.go_to(WORDS)
    part = page.part(WORDS)
    assert isinstance(part, WordsPart)
    return part


def follow_up(page: CeremonyPage) -> FollowUpPart:
    page.go_to(FOLLOW_UP)
    part = page.part(FOLLOW_UP)
    assert isinstance(part, FollowUpPart)
    return part


def in_contracts(page: CeremonyPage) -> QWidget:
    column = stage(page).contracts
    column.list.go_to(column.model.row_of_contract(1))
    return column.list


def in_search(page: CeremonyPage) -> QWidget:
    return stage(page).contracts.foot.search.input


def in_plan(page: CeremonyPage) -> QWidget:
    view = stage(page).stage.view
    view.zoom_by(2)
    view.choose_place(next(iter(view.stage.cards)))
    return view


def in_board(page: CeremonyPage) -> QWidget:
    return stage(page).readiness.list


def in_signatory(page: CeremonyPage) -> QWidget:
    column = stage(page).contracts
    column.open_contract(1)
    row = column.sheets.contract.parties["甲"].rows["甲.signatory"]
    row.edit()
    return line_of(row._editor)


def in_fact(page: CeremonyPage) -> QWidget:
    column = stage(page).contracts
    column.open_contract(1)
    return column.sheets.contract.contract.rows["title"]


def in_slate(page: CeremonyPage) -> QWidget:
    column = stage(page).contracts
    column.open_slate()
    row = column.sheets.slate.facts.rows["day"]
    row.edit()
    return line_of(row._editor)


def in_question(page: CeremonyPage) -> QWidget:
    column = stage(page).contracts
    column.ask_contract()
    return line_of(column.question.editor)


def in_substitution(page: CeremonyPage) -> QWidget:
    stage(page).readiness.open_substitution(1, "乙")
    return stage(page).readiness.substitution.stand_ins.search.input


def in_sign_off_of_plan(page: CeremonyPage) -> QWidget:
    column = stage(page).stage
    column.sill.sign_asked.emit()
    column.sign.name.setText("韩秋月")
    return column.sign.name


def in_steps(page: CeremonyPage) -> QWidget:
    return show(page).table


def in_step(page: CeremonyPage) -> QWidget:
    return show(page).form.fields[TITLE]


def in_sign_off_of_show(page: CeremonyPage) -> QWidget:
    return show(page).sign_off.name


def in_words(page: CeremonyPage) -> QWidget:
    part = words(page)
    part.write_words()
    return part.words.editor


def in_word_steps(page: CeremonyPage) -> QWidget:
    return words(page).steps


def in_followed(page: CeremonyPage) -> QWidget:
    return follow_up(page).contracts.table


def in_payment(page: CeremonyPage) -> QWidget:
    part = follow_up(page)
    part.contracts.table.go_to(1)
    part.enter_payment()
    return part.contracts.panel.payments.form.fields["amount"]


def in_console(page: CeremonyPage) -> QWidget:
    page.console.open()
    return page.console.page


PLACES: tuple[tuple[int, Prepare], ...] = (
    (STAGE, in_contracts), (STAGE, in_search), (STAGE, in_plan), (STAGE, in_board),
    (STAGE, in_signatory), (STAGE, in_fact), (STAGE, in_question), (STAGE, in_substitution),
    (STAGE, in_sign_off_of_plan), (STAGE, in_slate), (SHOW, in_steps), (SHOW, in_step),
    (SHOW, in_sign_off_of_show),
    (WORDS, in_words), (WORDS, in_word_steps), (FOLLOW_UP, in_followed), (FOLLOW_UP, in_payment),
    (STAGE, in_console),
)  # fmt: skip


def written(event: RealEvent) -> list[str]:
    """Return what was done to the event but for check-ins."""
    with EventFile.open(event.path) as file, Desk(file).read() as session:
        done = session.scalars(select(JournalEntry.action).order_by(JournalEntry.clock))
        return [each for each in done if not each.startswith("check-in")]


@pytest.mark.parametrize(("part", "prepare"), PLACES, ids=lambda v: getattr(v, "__name__", ""))
def test_a_badge_is_a_check_in_and_nothing_else(
    open_window: OpenWindow, event: RealEvent, qtbot: QtBot, part: int, prepare: Prepare
) -> None:
    window, page = open_ceremony(open_window, qtbot)
    page.go_to(part)
    settle(window, qtbot)
    widget = prepare(page)
    settle(window, qtbot)
    widget.setFocus()
    focus = QApplication.focusWidget()
    assert focus is not None
    before, chosen = written(event), page._parts.book.contract
    scale, text = stage_scale(page), text_in(focus)
    handle = window.windowHandle()
    for key in CODE:
        QTest.keyClick(handle, key)  # type: ignore[call-overload]  # the stubs forget text
    QTest.keyClick(handle, Qt.Key.Key_Return)
    settle(window, qtbot)
    assert window.frame is not None
    assert window.frame.page == "check-in"
    assert not window.frame.check_in.verdict.is_idle
    assert written(event) == before
    assert page._parts.book.contract == chosen
    if prepare is in_plan:
        assert stage_scale(page) == scale
    if prepare not in {in_question, in_signatory, in_slate}:  # whose line went away with its screen
        assert text_in(focus) == text


def text_in(widget: QWidget) -> str:
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText()
    return widget.text() if isinstance(widget, QLineEdit) else ""


def stage_scale(page: CeremonyPage) -> float:
    part = page.part(STAGE)
    assert isinstance(part, StagePart)
    return part.stage.view.scale_now
