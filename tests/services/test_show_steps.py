"""What the office decides of a run of show: minutes, texts, steps of its own, and the way back."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from qhsign.domain.batching import BatchState
from qhsign.domain.problems import ProblemForUser
from qhsign.services import (
    batch_proposals,
    batches,
    console,
    guest_edits,
    show_steps,
    show_view,
    slates,
    stage_cast,
    stage_prints,
    stage_sign_off,
    undo,
)
from qhsign.services.contracts import set_contract
from qhsign.services.desk import Desk
from qhsign.services.show_records import ShowLine, ShowTable
from qhsign.services.stage_approvals import ApprovalStep
from qhsign.store.event_file import EventFile
from qhsign.wording import Language
from support.desks import Clock, add_guest
from support.printed import texts
from support.stages import DOORS, SLATE, id_of, stage_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with stage_desk(tmp_path, 4, Clock(DOORS)) as desk:
        batch_proposals.apply(desk, SLATE, 2)
        yield desk


def table(desk: Desk) -> ShowTable:
    return show_view.table(desk, SLATE)


def line(desk: Desk, title: str) -> ShowLine:
    return next(each for each in table(desk).lines if each.title == title)


def titles(desk: Desk) -> list[str]:
    return [each.title for each in table(desk).lines]


def add(desk: Desk, title: str, after: str = "开场", **values: str) -> str:
    behind = line(desk, after).key if after else ""
    return show_steps.add_step(desk, SLATE, behind, {"title": title, **values}).key


# --- minutes and times ---------------------------------------------------------------------------


def test_minutes_move_everything_before_and_after(desk: Desk) -> None:
    before = {each.key: each for each in table(desk).lines}
    done = show_steps.set_step(desk, SLATE, "opening", {"minutes": "10"})
    after = {each.key: each for each in table(desk).lines}
    # The activity opens at the same time: with a longer opening the batches go on later.
    assert after["gather"].begins == before["gather"].begins
    first = next(key for key in after if key.startswith("enter"))
    assert after[first].begins == before[first].begins + timedelta(minutes=7)
    assert after["opening"].written == {"minutes": "10"} | dict.fromkeys(
        ("title", "content", "screen", "sound", "responsible"), ""
    )
    assert after["opening"].usual["minutes"] == "3"
    batches.undo(desk, done.operation)
    assert [each.begins for each in table(desk).lines] == [e.begins for e in before.values()]


def test_a_batch_goes_on_when_staff_say(desk: Desk) -> None:
    entering = line(desk, "第二批上台")
    assert not entering.is_planned
    done = show_steps.set_step(desk, SLATE, entering.key, {"starts": "15:30"})
    now = line(desk, "第二批上台")
    assert (now.begins.hour, now.begins.minute, now.is_planned) == (15, 30, True)
    assert now.begins.astimezone(UTC) == datetime(2024, 7, 11, 7, 30, tzinfo=UTC)
    show_steps.set_step(desk, SLATE, entering.key, {"starts": ""})
    assert line(desk, "第二批上台") == entering
    with pytest.raises(ProblemForUser, match="stage-undo-nothing"):
        batches.undo(desk, done.operation)


@pytest.mark.parametrize("text", ["half past", "25:00", "9", "15:61", "2024-13-01T09:00", "-"])
def test_a_time_nobody_can_read_is_refused(desk: Desk, text: str) -> None:
    key = line(desk, "第二批上台").key
    with pytest.raises(ProblemForUser, match="show-time-wrong"):
        show_steps.set_step(desk, SLATE, key, {"starts": text})
    assert not line(desk, "第二批上台").is_planned


@pytest.mark.parametrize("text", ["-1", "601", "ten", "2.5", "9" * 30])
def test_minutes_nobody_can_keep_are_refused(desk: Desk, text: str) -> None:
    with pytest.raises(ProblemForUser, match="show-minutes-wrong"):
        show_steps.set_step(desk, SLATE, "opening", {"minutes": text})
    assert line(desk, "开场").minutes == 3


def test_only_a_batch_has_a_time_of_its_own(desk: Desk) -> None:
    with pytest.raises(ProblemForUser, match="setting-unknown"):
        show_steps.set_step(desk, SLATE, "opening", {"starts": "15:30"})
    with pytest.raises(ProblemForUser, match="setting-unknown"):
        show_steps.set_step(desk, SLATE, "opening", {"colour": "red"})
    with pytest.raises(ProblemForUser, match="show-step-unknown"):
        show_steps.set_step(desk, SLATE, "sign:gone", {"minutes": "3"})


def test_texts_are_the_offices_own_until_they_are_emptied(desk: Desk) -> None:
    show_steps.set_step(desk, SLATE, "gather", {"responsible": "张三", "screen": "倒计时"})
    gather = line(desk, "签约代表候场")
    assert (gather.responsible, gather.screen, gather.sound) == ("张三", "倒计时", "暖场音乐")
    assert gather.usual["responsible"] == "签到组"
    show_steps.set_step(desk, SLATE, "gather", {"responsible": "", "screen": " "})
    assert line(desk, "签约代表候场").written == {}


# --- steps of the office's own -------------------------------------------------------------------


def test_own_steps_stand_where_they_were_put(desk: Desk, tmp_path: Path) -> None:
    film = add(desk, "推介片", minutes="8", content="《开放合作》7分40秒", screen="播放推介片")
    add(desk, "致辞", "推介片", responsible="礼宾组")
    add(desk, "暖场表演", "")
    add(desk, "合影", "第一批撤下")
    assert titles(desk)[:6] == ["暖场表演", "签约代表候场", "嘉宾入席", "开场", "推介片", "致辞"]
    assert titles(desk)[9:12] == ["第一批撤下", "合影", "第二批上台"]
    shown = line(desk, "推介片")
    assert (shown.key, shown.minutes, shown.is_own, shown.screen) == (film, 8, True, "播放推介片")
    assert shown.words is not None
    assert shown.words.words.text == ""
    every = table(desk).lines
    assert all(
        first.begins + timedelta(minutes=first.minutes) == second.begins
        for first, second in pairwise(every)
    )
    out = tmp_path / "s.pdf"
    stage_prints.print_run_of_show(desk, out)
    said = "".join(texts(out))
    assert "推介片" in said
    assert "《开放合作》7分40秒" in said


def test_the_first_own_steps_lengthen_the_way_to_the_stage(desk: Desk) -> None:
    first = line(desk, "第一批上台").begins
    add(desk, "推介片", minutes="8")
    assert line(desk, "第一批上台").begins == first + timedelta(minutes=8)
    batches.set_batch(desk, "第一批", {"starts": "2024-07-11T15:20"})
    assert table(desk).lines[0].begins.strftime("%H:%M") == "14:39"


def test_an_own_step_moves_past_everything_but_the_end(desk: Desk) -> None:
    key = add(desk, "推介片")
    usual = [title for title in titles(desk) if title != "推介片"]
    for place in range(4, len(usual)):
        show_steps.move_step(desk, SLATE, key, 1)
        assert titles(desk).index("推介片") == place
        assert [title for title in titles(desk) if title != "推介片"] == usual
    assert show_steps.move_step(desk, SLATE, key, 1).operation == ""
    for _ in usual:
        show_steps.move_step(desk, SLATE, key, -1)
    assert titles(desk) == ["推介片", *usual]


def test_own_steps_behind_one_another_change_places(desk: Desk) -> None:
    a, b, c = add(desk, "甲", "开场"), add(desk, "乙", "甲"), add(desk, "丙", "乙")
    show_steps.move_step(desk, SLATE, c, -1)
    assert titles(desk)[3:6] == ["甲", "丙", "乙"]
    done = show_steps.move_step(desk, SLATE, a, 1)
    assert titles(desk)[3:6] == ["丙", "甲", "乙"]
    batches.undo(desk, done.operation)
    assert titles(desk)[3:6] == ["甲", "丙", "乙"]
    taken = show_steps.remove_step(desk, SLATE, b)
    assert "乙" not in titles(desk)
    batches.undo(desk, taken.operation)
    assert titles(desk)[3:6] == ["甲", "丙", "乙"]


def test_a_step_behind_a_batch_that_is_gone_comes_before_the_end(desk: Desk) -> None:
    add(desk, "合影", "第二批撤下")
    for number in (3, 4):
        batches.move(desk, number, "第一批")
    assert "第二批上台" not in titles(desk)
    assert titles(desk)[-2:] == ["合影", "结束"]


def test_what_belongs_to_every_ceremony_stays(desk: Desk) -> None:
    with pytest.raises(ProblemForUser, match="show-step-fixed"):
        show_steps.remove_step(desk, SLATE, "opening")
    with pytest.raises(ProblemForUser, match="show-step-fixed"):
        show_steps.move_step(desk, SLATE, "opening", 1)
    with pytest.raises(ProblemForUser, match="show-title-missing"):
        show_steps.add_step(desk, SLATE, "opening", {"minutes": "8"})
    own = add(desk, "致辞")
    with pytest.raises(ProblemForUser, match="show-title-missing"):
        show_steps.set_step(desk, SLATE, own, {"title": " "})
    assert "致辞" in titles(desk)


def test_the_console_goes_through_own_steps_and_keeps_the_batches(desk: Desk) -> None:
    add(desk, "推介片")
    add(desk, "抽奖", "第一批撤下")
    console.start(desk)
    for _ in range(3):
        console.go_on(desk)
    state = console.state(desk)
    assert state.current is not None
    assert state.current.title == "推介片"
    assert (state.batch, state.next_batch.name if state.next_batch else "") == (None, "第一批")
    for _ in range(5):
        console.go_on(desk)
    state = console.state(desk)
    assert state.current is not None
    assert state.current.title == "抽奖"
    assert state.next_batch is not None
    assert state.next_batch.name == "第二批"
    assert [row.state for row in batches.list_batches(desk)] == [
        BatchState.LEFT, BatchState.WAITING,
    ]  # fmt: skip


# --- words ---------------------------------------------------------------------------------------


def test_words_are_written_and_come_back(desk: Desk) -> None:
    sign = line(desk, "第一批签约")
    assert sign.words is not None
    usual = sign.words.usual
    done = show_steps.set_words(desk, SLATE, sign.key, "请主1上台。\n××先生致辞。")
    words = line(desk, "第一批签约").words
    assert words is not None
    assert (words.words.text, words.usual) == ("请主1上台。\n××先生致辞。", usual)
    assert [(each.code, each.parameters) for each in words.doubts] == [
        ("stage-words-gap", {"step": "第一批签约", "gap": "××"}),
        ("stage-words-without", {"step": "第一批签约", "names": "客1、主2、客2"}),
    ]
    batches.undo(desk, done.operation)
    again = line(desk, "第一批签约").words
    assert again is not None
    assert again.written == ""
    for key in ("opening", "closing"):
        show_steps.set_words(desk, SLATE, key, "各位来宾")
        said = next(each for each in table(desk).lines if each.key == key).words
        assert said is not None
        assert said.written == "各位来宾"
    own = add(desk, "致辞")
    show_steps.set_words(desk, SLATE, own, "请客3致辞。")
    spoken = line(desk, "致辞").words
    assert spoken is not None
    assert spoken.words.text == "请客3致辞。"
    with pytest.raises(ProblemForUser, match="show-words-nowhere"):
        show_steps.set_words(desk, SLATE, "gather", "x")


def test_readings_to_confirm_stand_with_their_steps(desk: Desk) -> None:
    add_guest(desk, "仇和", "别的单位")
    set_contract(desk, 1, {"乙.signatory": "仇和"})
    batches.set_batch(desk, "第一批", {"host_witnesses": "单志远"})
    chou, shan = sorted(table(desk).readings, key=lambda each: each.guest == "")
    assert (chou.name, chou.pinyin, chou.guest) == ("仇和", "qiú hé", id_of(desk, "仇和"))
    assert chou.steps == [line(desk, "第一批签约").key]
    assert (shan.name, shan.guest) == ("单志远", "")
    words = line(desk, "第一批签约").words
    assert words is not None
    assert words.words.text.index("仇和") in words.unconfirmed
    edited = guest_edits.edit(desk, chou.guest, "reading", "qiú hé")
    words = line(desk, "第一批签约").words
    assert words is not None
    assert words.words.text.index("仇和") not in words.unconfirmed
    assert "仇和" not in [each.name for each in table(desk).readings]
    undo.undo(desk, edited.operation, chou.guest)
    assert "仇和" in [each.name for each in table(desk).readings]


# --- sign-off ------------------------------------------------------------------------------------


def test_a_signature_stands_until_something_the_paper_says_changes(desk: Desk) -> None:
    done = stage_sign_off.sign_show(desk, SLATE, ApprovalStep.ENTERED, "韩秋月")
    stage_sign_off.sign_show(desk, SLATE, ApprovalStep.CHECKED, "马文")
    now = table(desk)
    assert [now.approval.by(step) for step in ApprovalStep] == ["韩秋月", "马文", ""]
    assert now.before is None
    # What the run of show does not speak of changes nothing.
    add_guest(desk, "不相干", "别的单位")
    set_contract(desk, 1, {"remark": "x"})
    assert table(desk).approval == now.approval
    show_steps.set_step(desk, SLATE, "opening", {"minutes": "10"})
    set_contract(desk, 2, {"title": "改过的项目"})
    add(desk, "致辞")
    changed = table(desk)
    assert changed.approval.steps == {}
    assert changed.before is not None
    assert (changed.before.step, changed.before.signed.by) == ("checked", "马文")
    kinds = [(each.kind, each.change) for each in changed.before.changes]
    assert kinds == [("show_step", "insert"), ("contract", "update"), ("show_step", "update")]
    first = changed.before.changes[-1]
    assert first.subject == "开场"
    assert [(each.word, each.new) for each in first.changes] == [("分钟", "10")]
    batches.undo(desk, done.operation)


def test_a_step_taken_out_is_among_the_changes(desk: Desk) -> None:
    own = add(desk, "致辞")
    stage_sign_off.sign_show(desk, SLATE, ApprovalStep.ENTERED, "韩秋月")
    show_steps.remove_step(desk, SLATE, own)
    before = table(desk).before
    assert before is not None
    assert [(each.change, each.subject) for each in before.changes] == [("delete", "致辞")]


def test_everything_is_kept_in_the_file(desk: Desk) -> None:
    add(desk, "推介片", minutes="8")
    show_steps.set_step(desk, SLATE, "closing", {"minutes": "4"})
    expected = table(desk)
    with EventFile.open(desk.file.path) as file:
        assert show_view.table(desk.over(file), SLATE) == expected
    english = show_view.table(desk, SLATE, Language.ENGLISH)
    assert english.lines[0].title == "Signatories gather"
    assert english.approval == expected.approval


def test_a_slate_without_batches_or_time_says_so(desk: Desk) -> None:
    slates.set_slate(desk, "空清单", {})
    with pytest.raises(ProblemForUser, match="batch-none-on-slate"):
        show_view.table(desk, "空清单")
    slates.set_slate(desk, SLATE, {"activity": ""})
    with pytest.raises(ProblemForUser, match="stage-start-unknown"):
        table(desk)


def test_all_batches_are_read_together_as_each_alone(desk: Desk) -> None:
    batches.set_batch(desk, "第一批", {"host_witnesses": "主4、外人", "guest_witnesses": "客3"})
    with desk.read() as session:
        every = batches.in_order(session)
        together = stage_cast.of_batches(session, every)
        for batch in every:
            alone = stage_cast.of_batch(session, batch)
            assert list(together[batch.id].contracts) == list(alone.contracts)
            assert stage_cast.witnesses_of(together[batch.id], batch) == stage_cast.witnesses_of(
                alone, batch
            )
