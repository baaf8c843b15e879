import csv
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from qhsign.domain.check_in import Verdict
from qhsign.domain.number_tag import TagRule
from qhsign.domain.problems import ProblemForUser
from qhsign.services import activities, check_ins, exports, number_tags
from qhsign.services.check_in_records import ScanResult
from qhsign.services.desk import Desk
from qhsign.store import numbers
from qhsign.store.schema import Guest, NumberBlock, NumberTag
from support.desks import add_guest, fresh_desk

Arrive = Callable[..., ScanResult]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with fresh_desk(tmp_path / "e.qhsign") as made:
        activities.set_activity(made, "开幕式", {"tags": "next"})
        activities.set_activity(made, "签约仪式", {"tags": "typed"})
        for name in ("李刚", "王菲菲", "苏玉秀"):
            add_guest(made, name)
        yield made


@pytest.fixture
def arrive(desk: Desk) -> Arrive:
    def come(
        name: str, activity: str = "开幕式", *, leaving: bool = False, rehearsal: bool = False
    ) -> ScanResult:
        with desk.read() as session:
            guest = session.scalars(select(Guest.id).where(Guest.full_name == name)).one()
        return check_ins.check_in_by_hand(
            desk, guest, activity, leaving=leaving, rehearsal=rehearsal
        )

    return come


def test_each_guest_gets_the_next_number_at_the_first_arrival(arrive: Arrive) -> None:
    assert [arrive(name).tag for name in ("李刚", "王菲菲", "苏玉秀")] == ["001", "002", "003"]


def test_a_second_scan_shows_the_same_tag(arrive: Arrive) -> None:
    first = arrive("李刚")
    again = arrive("李刚")
    assert (again.verdict, again.tag) == (Verdict.ALREADY, first.tag)
    assert arrive("李刚", leaving=True).tag == first.tag


def test_an_annulled_check_in_keeps_its_tag_and_no_other_guest_gets_it(
    desk: Desk, arrive: Arrive
) -> None:
    first = arrive("李刚")
    check_ins.annul(desk, first.scan, "扫错了人")
    assert arrive("王菲菲").tag == "002"
    back = arrive("李刚")
    assert (back.verdict, back.tag) == (Verdict.ADMITTED, "001")
    tags = [each.tag for each in check_ins.recent_scans(desk, "开幕式")]
    assert sorted(tags) == ["001", "001", "002"]


def test_who_was_refused_gets_a_tag_when_let_in(desk: Desk, arrive: Arrive) -> None:
    activities.set_activity(desk, "开幕式", {"invited": "listed"})
    refused = arrive("李刚")
    assert (refused.verdict, refused.tag) == (Verdict.NOT_INVITED, "")
    assert check_ins.override(desk, refused.scan, "已核对").tag == "001"


def test_a_rehearsal_gives_no_tag(arrive: Arrive) -> None:
    assert arrive("李刚", rehearsal=True).tag == ""
    assert arrive("李刚").tag == "001"


def test_every_activity_counts_for_itself_and_without_the_setting_there_are_none(
    desk: Desk, arrive: Arrive
) -> None:
    activities.set_activity(desk, "晚宴", {})
    activities.set_activity(desk, "推介会", {"tags": "next"})
    arrive("李刚")
    assert arrive("王菲菲", "推介会").tag == "001"
    assert arrive("王菲菲", "晚宴").tag == ""
    assert arrive("王菲菲", "签约仪式").tag == "", "a typed one is handed out by the desk"


def test_another_desk_counts_in_a_block_of_its_own(desk: Desk, arrive: Arrive) -> None:
    arrive("李刚")
    with desk.write("lease") as session:
        block = session.scalars(select(NumberBlock).where(NumberBlock.kind == "tag-1")).one()
        assert (block.first, block.last) == (1, number_tags.BLOCK)
        block.replica = "another"
    assert arrive("王菲菲").tag == "101"


def test_a_number_somebody_typed_before_is_passed_over(desk: Desk, arrive: Arrive) -> None:
    typed = arrive("李刚", "签约仪式")
    number_tags.give_tag(desk, typed.scan, "001")
    activities.set_activity(desk, "签约仪式", {"tags": "next"})
    assert arrive("王菲菲", "签约仪式").tag == "002"


def test_a_typed_tag_is_kept_shown_and_mended(desk: Desk, arrive: Arrive) -> None:
    came = arrive("李刚", "签约仪式")
    assert number_tags.give_tag(desk, came.scan, " a06 ") == "A06"
    again = arrive("李刚", "签约仪式")
    assert again.tag == "A06"
    assert number_tags.give_tag(desk, again.scan, "A60") == "A60", "misread at first"
    with desk.read() as session:
        (kept,) = session.scalars(select(NumberTag))
    assert (kept.tag, kept.check_in_id) == ("A60", came.scan)
    assert number_tags.give_tag(desk, arrive("王菲菲", "签约仪式").scan, "A06") == "A06"


def test_who_came_before_tags_were_given_gets_one_at_the_next_scan(
    desk: Desk, arrive: Arrive
) -> None:
    activities.set_activity(desk, "开幕式", {"tags": "none"})
    assert arrive("李刚").tag == ""
    activities.set_activity(desk, "开幕式", {"tags": "next"})
    again = arrive("李刚")
    assert (again.verdict, again.tag) == (Verdict.ALREADY, "001")
    arrive("王菲菲", "签约仪式")
    repeated = arrive("王菲菲", "签约仪式")
    assert number_tags.give_tag(desk, repeated.scan, "7") == "7"


def test_a_tag_of_somebody_else_is_refused_with_the_name(desk: Desk, arrive: Arrive) -> None:
    number_tags.give_tag(desk, arrive("李刚", "签约仪式").scan, "A06")
    other = arrive("王菲菲", "签约仪式")
    with pytest.raises(ProblemForUser) as problem:
        number_tags.give_tag(desk, other.scan, "a06")
    assert problem.value.code == "tag-taken"
    assert problem.value.parameters == {"tag": "A06", "name": "李刚"}


@pytest.mark.parametrize(
    ("code", "tag"), [("tag-wrong", "!"), ("tag-impossible", "A1"), ("scan-unknown", "A1")]
)
def test_what_cannot_be_has_one_sentence(desk: Desk, arrive: Arrive, code: str, tag: str) -> None:
    scan = arrive("李刚", "签约仪式", leaving=True).scan if code != "scan-unknown" else "nobody"
    with pytest.raises(ProblemForUser) as problem:
        number_tags.give_tag(desk, scan, tag)
    assert problem.value.code == code


def test_where_numbers_are_given_none_is_typed(desk: Desk, arrive: Arrive) -> None:
    with pytest.raises(ProblemForUser) as problem:
        number_tags.give_tag(desk, arrive("李刚").scan, "A06")
    assert problem.value.code == "tags-not-typed"


def test_a_wrong_setting_is_said(desk: Desk) -> None:
    assert activities.list_activities(desk)[0].tags is TagRule.NEXT
    with pytest.raises(ProblemForUser) as problem:
        activities.set_activity(desk, "开幕式", {"tags": "all"})
    assert problem.value.code == "setting-wrong"


def test_the_export_has_the_tags(desk: Desk, arrive: Arrive, tmp_path: Path) -> None:
    first = arrive("李刚")
    check_ins.annul(desk, first.scan, "扫错了人")
    arrive("王菲菲")
    arrive("李刚", "签约仪式")
    out = tmp_path / "c.csv"
    exports.export(desk, "check-ins", out, columns=("full_name", "activity", "tag"))
    with out.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.reader(lines))
    assert sorted(rows[1:]) == [
        ["李刚", "开幕式", "001"], ["李刚", "签约仪式", ""], ["王菲菲", "开幕式", "002"]
    ]  # fmt: skip


def test_blocks_of_other_numbers_keep_their_size(desk: Desk) -> None:
    with desk.write("lease") as session:
        assert numbers.take(session, "something", 2) == [1, 2]
        block = session.scalars(select(NumberBlock).where(NumberBlock.kind == "something")).one()
        assert block.last == numbers.BLOCK
