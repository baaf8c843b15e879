"""The run of show and the console of a ceremony on a real file, through a crash."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from qhsign.domain.batching import BatchState
from qhsign.domain.ceremony import Screen
from qhsign.domain.contract import LifeCycle
from qhsign.domain.problems import ProblemForUser
from qhsign.services import (
    batch_proposals,
    batches,
    console,
    contracts,
    events,
    guests,
    show_steps,
    slates,
    stage_prints,
    stage_sign_off,
)
from qhsign.services.desk import Desk
from qhsign.services.stage_approvals import ApprovalStep
from qhsign.store.event_file import EventFile
from qhsign.wording import Language
from support.desks import Clock, add_guest
from support.printed import texts
from support.stages import DOORS, SLATE, number_of, row_of, stage_desk

LEAD = 33  # minutes before the first batch


@pytest.fixture
def clock() -> Clock:
    return Clock(DOORS)


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    with stage_desk(tmp_path, 4, clock) as desk:
        batch_proposals.apply(desk, SLATE, 2)
        yield desk


def states(desk: Desk) -> list[BatchState]:
    return [row.state for row in batches.list_batches(desk)]


def test_times_are_estimated_from_the_activity_or_planned(desk: Desk) -> None:
    first, second = batches.list_batches(desk)
    assert first.starts == DOORS + timedelta(minutes=LEAD)
    assert second.starts == DOORS + timedelta(minutes=LEAD + 3 + 4 + 2 + 2)
    assert not first.is_planned
    batches.set_batch(desk, "第一批", {"starts": "2024-07-11T15:20"})
    first, second = batches.list_batches(desk)
    assert (first.is_planned, second.is_planned) == (True, False)
    assert second.starts == datetime(2024, 7, 11, 7, 31, tzinfo=UTC)


def test_the_run_of_show_holds_the_words_with_pinyin(desk: Desk, tmp_path: Path) -> None:
    add_guest(desk, "单志远", "别的单位", gender="男")
    contracts.set_contract(desk, 1, {"乙.signatory": "单志远", "乙.signatory_title": "董事长"})
    batches.set_batch(desk, "1", {"host_witnesses": "主4"})
    slates.set_slate(desk, SLATE, {"closing_words": "礼成。\\n请单志远先生留步。"})
    done = stage_prints.print_run_of_show(desk, tmp_path / "s.pdf")
    assert (done.papers[0].of, done.papers[0].version) == (SLATE, 1)
    said = "".join(texts(tmp_path / "s.pdf"))
    for words in (
        "第一批签约", "共2个项目，总额", "请见证人主4上台就位", "第1新能源有限公司董事长单志远",
        "shàn", "礼成。", "签约代表候场", "14:33",
    ):  # fmt: skip
        assert words.replace(" ", "") in said, words
    assert ("stage-reading-unconfirmed", "单志远") in [
        (found.code, found.parameters.get("name")) for found in done.problems
    ]
    guests.set_guest(desk, number_of(desk, "单志远"), {"reading": "shàn zhì yuǎn"})
    batches.set_batch(desk, "1", {"host_words": "请单志远上台。"})
    again = stage_prints.print_run_of_show(desk, tmp_path / "s.docx", slate="重点")
    assert (again.pages, again.papers[0].version) == (None, 2)
    assert "stage-reading-unconfirmed" not in [found.code for found in again.problems]


def test_an_approved_run_of_show_says_so(desk: Desk, tmp_path: Path) -> None:
    for step, by in zip(ApprovalStep, ("韩秋月", "马骏", "李刚"), strict=True):
        stage_sign_off.sign_show(desk, SLATE, step, by)
    stage_prints.print_run_of_show(desk, tmp_path / "s.pdf")
    assert "第1版·已定版" in texts(tmp_path / "s.pdf")[0]
    batches.set_batch(desk, "1", {"host_words": "改了。"})
    stage_prints.print_run_of_show(desk, tmp_path / "s.pdf")
    assert "已定版" not in texts(tmp_path / "s.pdf")[0]


def test_a_call_list_names_who_is_called(desk: Desk, tmp_path: Path) -> None:
    done = stage_prints.print_call_lists(desk, tmp_path / "c.pdf", slate=SLATE)
    assert [paper.of for paper in done.papers] == ["第一批", "第二批"]
    first, second = texts(tmp_path / "c.pdf")
    assert "客1" in first.replace("\u3000", "")
    assert "14:03" in first
    assert "T−30" in second
    with pytest.raises(ProblemForUser, match="stage-one-batch"):
        stage_prints.print_call_lists(desk, tmp_path / "c.xlsx")
    assert stage_prints.print_call_lists(desk, tmp_path / "c.xlsx", batch="2").pages is None
    with pytest.raises(ProblemForUser, match="paper-format"):
        stage_prints.print_stage_plans(desk, tmp_path / "p.docx")
    slates.set_slate(desk, SLATE, {"activity": ""})
    for work in (stage_prints.print_call_lists, stage_prints.print_run_of_show):
        with pytest.raises(ProblemForUser, match="stage-start-unknown"):
            work(desk, tmp_path / "x.pdf")
    assert stage_prints.print_stage_plans(desk, tmp_path / "p.pdf").pages == 2


def test_the_console_goes_on_and_the_batches_follow(desk: Desk, clock: Clock) -> None:
    before = console.state(desk)
    assert (before.is_running, before.place, before.current) == (False, 0, None)
    assert before.following is not None
    assert before.following.key == "gather"
    begun = console.start(desk)
    assert (begun.place, states(desk)[0]) == (1, BatchState.WAITING)
    for _ in range(3):
        clock.forward(minutes=11)
        state = console.go_on(desk)
    assert state.current is not None
    assert state.current.title == "第一批上台"
    assert states(desk) == [BatchState.ON_STAGE, BatchState.WAITING]
    assert state.screen.screen is Screen.SIGNING
    assert [row.number for row in state.screen.rows] == [1, 2]
    assert state.late == timedelta()
    clock.forward(minutes=5)
    state = console.state(desk)
    assert state.late == timedelta(minutes=2)
    assert state.expected_end == state.steps[-1].planned + timedelta(minutes=2 + 2)
    state = console.go_on(desk)
    assert state.words is not None
    assert "第一批签约" in state.words.text
    assert console.go_on(desk).current is not None
    assert states(desk)[0] is BatchState.SIGNED
    assert row_of(desk, 1).status is LifeCycle.SIGNED
    back = console.go_back(desk)
    assert back.current is not None
    assert back.current.title == "第一批签约"
    assert back.current.ended is None
    assert row_of(desk, 1).status is LifeCycle.TO_SIGN


def test_a_console_that_died_finds_its_step(desk: Desk, clock: Clock, tmp_path: Path) -> None:
    console.start(desk)
    clock.forward(seconds=40)
    console.go_on(desk)
    with EventFile.open(tmp_path / "e.qhsign") as file:
        again = Desk(file, now=clock)
        clock.forward(seconds=20)
        state = console.state(again)
        assert state.current is not None
        assert state.current.began == state.at - timedelta(seconds=20)
        assert state.current.key == "seating"
        with pytest.raises(ProblemForUser, match="ceremony-running"):
            console.start(again)


def test_the_ceremony_has_ends(desk: Desk) -> None:
    with pytest.raises(ProblemForUser, match="ceremony-not-running"):
        console.go_on(desk)
    console.start(desk)
    with pytest.raises(ProblemForUser, match="ceremony-at-start"):
        console.go_back(desk)
    for _ in range(len(console.state(desk).steps) - 1):
        state = console.go_on(desk)
    assert (state.following, state.screen.screen) == (None, Screen.THANKS)
    assert states(desk) == [BatchState.LEFT, BatchState.LEFT]
    with pytest.raises(ProblemForUser, match="ceremony-at-end"):
        console.go_on(desk)
    ended = console.end(desk)
    assert (ended.is_running, ended.next_batch) == (False, None)
    assert states(desk) == [BatchState.LEFT, BatchState.LEFT]


def test_an_interrupted_ceremony_goes_on_with_what_is_not_signed(desk: Desk) -> None:
    console.start(desk)
    for _ in range(6):
        console.go_on(desk)
    assert states(desk)[0] is BatchState.LEFT
    console.end(desk)
    state = console.start(desk)
    assert state.current is not None
    assert state.current.title == "第二批上台"
    assert row_of(desk, 1).status is LifeCycle.SIGNED


def test_a_step_of_a_batch_that_is_gone_leads_on(desk: Desk) -> None:
    console.start(desk)
    for _ in range(2):
        console.go_on(desk)
    for row in batches.list_batches(desk)[0].contracts:
        batches.move(desk, row.number, "第二批")
    state = console.go_on(desk)
    assert state.current is not None
    assert state.current.title == "第二批上台"
    assert [row.number for row in state.screen.rows] == [1, 2, 3, 4]


def test_a_step_taken_out_while_it_runs_keeps_nobody_from_going_on(desk: Desk) -> None:
    film = show_steps.add_step(desk, SLATE, "opening", {"title": "宣传片"}).key
    console.start(desk)
    for _ in range(3):
        state = console.go_on(desk)
    assert state.current is not None
    assert state.current.key == film
    show_steps.remove_step(desk, SLATE, film)
    state = console.state(desk)
    assert state.current is not None
    assert (state.current.key, state.place) == ("opening", 3)
    assert state.following is not None
    assert state.following.title == "第一批上台"
    assert console.go_on(desk, seen="opening").place == 4
    assert console.go_back(desk).place == 3
    state = console.go_back(desk)
    assert state.current is not None
    assert (state.current.key, state.current.ended) == ("seating", None)


def test_what_goes_on_after_a_break_never_falls_back_to_its_beginning(desk: Desk) -> None:
    console.start(desk)
    for _ in range(6):
        console.go_on(desk)
    console.end(desk)
    console.start(desk)
    film = show_steps.add_step(desk, SLATE, console.state(desk).steps[7].key, {"title": "宣传片"})
    now = console.go_on(desk).current
    assert now is not None
    assert now.key == film.key
    show_steps.remove_step(desk, SLATE, film.key)
    state = console.go_on(desk)
    assert state.current is not None
    assert state.current.title == "第二批签约"
    assert states(desk) == [BatchState.LEFT, BatchState.ON_STAGE]


def test_the_chosen_picture_of_a_batch_is_that_of_the_last_one_on_stage(desk: Desk) -> None:
    steps = console.state(desk).steps
    show_steps.add_step(desk, SLATE, steps[10].key, {"title": "致辞"})
    console.start(desk)
    console.choose_screen(desk, Screen.SIGNING)
    assert console.state(desk).screen.batch == "第一批"
    for _ in range(11):
        state = console.go_on(desk)
    assert state.current is not None
    assert state.current.title == "致辞"
    assert state.screen.batch == "第二批"


def test_the_screen_follows_is_chosen_or_held(desk: Desk) -> None:
    console.start(desk)
    assert console.choose_screen(desk, Screen.ARRIVALS).screen.expected is not None
    assert not console.go_on(desk).follows
    assert console.choose_screen(desk, None).screen.screen is Screen.WELCOME
    for _ in range(2):
        console.go_on(desk)
    held = console.hold_screen(desk, held=True)
    assert held.screen.batch == "第一批"
    for _ in range(4):
        state = console.go_on(desk)
    assert (state.held, state.screen.batch) == (True, "第一批")
    assert console.hold_screen(desk, held=False).screen.batch == "第二批"


def test_the_screen_shows_names_organizations_and_titles_only(desk: Desk) -> None:
    console.start(desk)
    for _ in range(3):
        state = console.go_on(desk)
    row = state.screen.rows[0]
    assert row.title == "第1光伏项目"
    assert [(p.is_host, p.organization, p.signatory, p.title) for p in row.parties] == [
        (True, "海东市人民政府", "主1", ""), (False, "第1新能源有限公司", "客1", "董事长"),
    ]  # fmt: skip
    assert state.screen.total == "3亿元"
    assert (state.batch and state.batch.name, state.next_batch and state.next_batch.name) == (
        "第一批", "第二批",
    )  # fmt: skip


def test_the_screen_has_the_english_names_the_data_has(desk: Desk) -> None:
    events.change_event(desk, {"title_en": "The 25th Fair", "place_en": "Hall 1\nXining"})
    guests.set_guest(desk, number_of(desk, "客1"), {"latin_name": "KE Yi", "title_en": "Chairman"})
    contracts.set_contract(
        desk, 1, {"title_en": "Solar Park", "乙.organization_en": "No. 1 New Energy"}
    )
    console.start(desk)
    for _ in range(3):
        state = console.go_on(desk)
    screen, row = state.screen, state.screen.rows[0]
    assert (screen.event_en, screen.place_en) == ("The 25th Fair", "Hall 1, Xining")
    assert (screen.batch_en, screen.total_en) == ("Batch 1", "CNY 300 million")
    assert (row.title_en, row.amount_en) == ("Solar Park", "CNY 100 million")
    assert [(p.organization_en, p.signatory_en, p.title_en) for p in row.parties] == [
        ("", "", ""), ("No. 1 New Energy", "KE Yi", "Chairman"),
    ]  # fmt: skip
    contracts.set_contract(desk, 1, {"乙.signatory_en": "Mr Ke", "title_en": ""})
    row = console.state(desk).screen.rows[0]
    assert (row.title_en, row.parties[1].signatory_en) == ("", "Mr Ke")


def test_the_end_is_taken_back(desk: Desk, clock: Clock) -> None:
    console.start(desk)
    clock.forward(minutes=25)
    before = console.go_on(desk)
    with pytest.raises(ProblemForUser, match="ceremony-not-ended"):
        console.resume(desk)
    ended = console.end(desk)
    assert (ended.is_running, ended.place, ended.ended) == (False, 0, clock())
    assert ended.screen.screen is Screen.THANKS
    clock.forward(minutes=1)
    state = console.resume(desk)
    assert (state.is_running, state.place, state.ended) == (True, before.place, None)
    assert before.current is not None
    assert state.current == before.current
    assert state.screen.screen is Screen.WELCOME


def test_two_desks_that_say_next_at_once_take_one_step(desk: Desk) -> None:
    console.start(desk)
    assert console.go_on(desk, seen="gather").place == 2
    for move in (console.go_on, console.go_back):
        with pytest.raises(ProblemForUser, match="ceremony-moved"):
            move(desk, seen="gather")
    assert console.go_back(desk, seen="seating").place == 1


def test_what_is_late_grows_while_a_step_takes_too_long(desk: Desk, clock: Clock) -> None:
    clock.forward(minutes=1)
    state = console.start(desk)
    assert (state.late, state.late_at(clock())) == (timedelta(minutes=1),) * 2
    later = clock() + timedelta(minutes=22)
    assert state.late_at(later) == timedelta(minutes=3)
    assert state.expected_end_at(later) - state.expected_end == timedelta(minutes=2)
    clock.forward(minutes=22)
    assert console.state(desk).late == state.late_at(later)


def test_the_ceremonies_there_can_be(desk: Desk) -> None:
    slates.set_slate(desk, "绿色算力", {})
    (only,) = console.list_ceremonies(desk)
    assert (only.slate, only.batches, only.contracts) == (SLATE, 2, 4)
    assert (only.is_running, only.is_over) == (False, False)
    console.start(desk)
    assert console.list_ceremonies(desk)[0].is_running
    console.end(desk)
    assert console.list_ceremonies(desk)[0].is_over


def test_the_statistics_count_what_was_signed(desk: Desk) -> None:
    console.start(desk)
    assert console.choose_screen(desk, Screen.ARRIVALS).screen.contracts is None
    shown = console.choose_screen(desk, Screen.STATISTICS).screen
    assert (shown.contracts, shown.signed, shown.total) == (4, 0, "10亿元")
    for _ in range(5):
        state = console.go_on(desk)
    assert (state.screen.contracts, state.screen.signed) == (4, 2)


def test_the_console_speaks_the_language_it_is_asked_in(desk: Desk) -> None:
    state = console.start(desk, language=Language.ENGLISH)
    assert state.steps[0].title == "Signatories gather"
    assert console.go_on(desk, language=Language.ENGLISH).steps[2].title == "Opening"
