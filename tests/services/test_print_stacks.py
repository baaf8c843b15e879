"""What the print screen is told: the stack, its check, previews and runs, on a real event."""

import json
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest

from qhsign import wording
from qhsign.domain.guest import Category
from qhsign.domain.ordering import Order
from qhsign.domain.problems import ProblemForUser
from qhsign.services import (
    badges,
    contracts,
    layout_choices,
    paper_previews,
    print_history,
    print_stacks,
)
from qhsign.services.desk import Desk
from qhsign.services.print_records import PreflightLine, Printable, PrintWish
from qhsign.store.schema import Contract
from support.desks import add_guest, fresh_desk
from support.printed import set_text, texts
from support.tables import dump

NO_FONT = "\U0010fffd"
BADGES = PrintWish(order=Order.PRECEDENCE)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with fresh_desk(tmp_path / "e.qhsign") as desk:
        yield desk


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out.pdf"


def told(lines: list[PreflightLine]) -> list[tuple[str, str, bool]]:
    for line in lines:
        for language in wording.Language:
            assert wording.say(line.code, language, **line.parameters)
    return [(line.name, line.code, line.refuses) for line in lines]


def test_an_empty_event_says_so_and_meets_nothing(desk: Desk) -> None:
    for what in (Printable.BADGES, Printable.PLACE_CARDS, Printable.CERTIFICATES):
        stack = print_stacks.stack(desk, PrintWish(what))
        assert (list(stack.pieces), stack.is_empty_event) == ([], True)
        assert print_stacks.check(desk, PrintWish(what)) == []


def test_a_stack_lists_whom_a_run_prints_for(desk: Desk, out: Path) -> None:
    add_guest(desk, "李刚", category="media")
    add_guest(desk, "欧阳文", category="staff")
    stack = print_stacks.stack(desk, PrintWish(category=Category.MEDIA))
    assert [(piece.number, piece.name) for piece in stack.pieces] == [(1, "李　刚")]
    assert stack.pieces[0].detail == "青海省商务厅"
    badges.print_badges(desk, out, guest_numbers=[1])
    left = print_stacks.stack(desk, BADGES)
    assert ([piece.number for piece in left.pieces], left.printed_before) == ([2], 0)
    again = print_stacks.stack(desk, PrintWish(again=True))
    assert (len(again.pieces), again.printed_before) == (2, 1)
    cards = print_stacks.stack(desk, PrintWish(Printable.PLACE_CARDS, numbers=(2,)))
    assert [piece.name for piece in cards.pieces] == ["欧阳文"]


def test_the_check_names_guests_and_tells_refused_from_noted(desk: Desk, out: Path) -> None:
    add_guest(desk, f"王{NO_FONT}")
    add_guest(desk, "李刚", organization="")
    add_guest(desk, "单雄信")
    badges.print_badges(desk, out, guest_numbers=[3])
    before = dump(desk)
    found = told(print_stacks.check(desk, BADGES))
    assert sorted(found, key=lambda each: each[1]) == [
        ("李　刚", "organization-missing", False),
        (f"王{NO_FONT}", "print-glyph-missing", True),
        ("单雄信", "printed-before", False),
    ]
    cards = told(print_stacks.check(desk, PrintWish(Printable.PLACE_CARDS)))
    assert cards == [(f"王{NO_FONT}", "print-glyph-missing", True)]
    assert dump(desk) == before


def test_many_printed_before_are_told_in_one_line(desk: Desk, out: Path) -> None:
    for number in range(6):
        add_guest(desk, f"李{'一二三四五六'[number]}")
    badges.print_badges(desk, out)
    lines = print_stacks.check(desk, BADGES)
    assert told(lines) == [("", "printed-before-many", False)]
    assert lines[0].parameters == {"count": "6"}


def test_a_reprint_without_a_reason_is_refused_and_with_one_entered(desk: Desk, out: Path) -> None:
    add_guest(desk, "李刚")
    add_guest(desk, "欧阳文")
    first = print_stacks.print_stack(desk, out, BADGES)
    assert (first.pieces, first.pages) == (2, 2)
    for wish in (PrintWish(again=True), PrintWish(numbers=(1,))):
        with pytest.raises(ProblemForUser, match="reason-missing"):
            print_stacks.print_stack(desk, out, wish)
    again = print_stacks.print_stack(desk, out, PrintWish(again=True, reason="证件损坏"))
    assert again.pieces == 2
    assert print_history.prints(desk, limit=1)[0].reason == "证件损坏"


def test_a_reason_left_over_prints_nobody_again(desk: Desk, out: Path) -> None:
    add_guest(desk, "李刚")
    print_stacks.print_stack(desk, out, BADGES)
    add_guest(desk, "欧阳文")
    done = print_stacks.print_stack(desk, out, PrintWish(reason="证件损坏"))
    assert done.pieces == 1
    assert set_text("欧阳文") in texts(out)[0]


def test_certificates_come_once_until_all_are_asked_for(desk: Desk, out: Path) -> None:
    made = _contract(desk)
    wish = PrintWish(Printable.CERTIFICATES)
    stack = print_stacks.stack(desk, wish)
    assert [(each.number, each.name) for each in stack.pieces] == [(made, "盐湖镁业合作")]
    assert print_stacks.print_stack(desk, out, wish).pages == 2
    assert list(print_stacks.stack(desk, wish).pieces) == []
    assert print_stacks.check(desk, wish) == []
    with pytest.raises(ProblemForUser, match="contracts-none"):
        print_stacks.print_stack(desk, out, wish)
    again = PrintWish(Printable.CERTIFICATES, again=True)
    assert print_stacks.stack(desk, again).printed_before == 1
    codes = [line.code for line in print_stacks.check(desk, again)]
    assert "certificate-printed-before" in codes


def test_previews_of_each_piece(desk: Desk, out: Path) -> None:
    add_guest(desk, "李刚")
    made = _contract(desk)
    before = dump(desk)
    for wish, number, pages in (
        (BADGES, 1, 1),
        (PrintWish(Printable.PLACE_CARDS), 1, 1),
        (PrintWish(Printable.CERTIFICATES), made, 2),
    ):
        out.write_bytes(print_stacks.preview(desk, wish, number))
        assert len(pypdf.PdfReader(out).pages) == pages
    with pytest.raises(ProblemForUser, match="guest-unknown"):
        print_stacks.preview(desk, PrintWish(Printable.PLACE_CARDS), 99)
    assert dump(desk) == before


@pytest.mark.parametrize(
    "what", [each for each in Printable if not (each.on_layouts or each.on_stage)]
)
def test_a_paper_previewed_is_the_paper_printed(desk: Desk, out: Path, what: Printable) -> None:
    add_guest(desk, "李刚", phone="13809711234")
    wish = PrintWish(what, activity="开幕式", purpose="会务联络")
    before = dump(desk)
    out.write_bytes(paper_previews.preview(desk, wish))
    shown = texts(out)
    assert dump(desk) == before
    assert not any("13809711234" in page for page in shown)
    seen: list[tuple[int, int]] = []
    written = paper_previews.print_paper(
        desk, out, wish, lambda done, total: seen.append((done, total))
    )
    assert written.pages == len(shown) == len(texts(out))
    assert seen[-1] == (written.pages, written.pages)
    assert print_history.prints(desk, limit=1)[0].kind == what


def test_pieces_are_no_papers(desk: Desk, out: Path) -> None:
    with pytest.raises(ValueError, match="badges"):
        paper_previews.print_paper(desk, out, BADGES)


def test_a_paper_stopped_leaves_no_file(desk: Desk, out: Path) -> None:
    class StoppedError(Exception):
        pass

    def stop(done: int, total: int) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        paper_previews.print_paper(desk, out, PrintWish(Printable.CONTRACT_LIST), stop)
    assert list(out.parent.glob("*.pdf")) == []
    assert print_history.prints(desk, limit=1)[0].outcome == "failed"


def test_layouts_to_choose_leave_out_what_others_bring_along() -> None:
    choices = layout_choices.layout_choices()
    names = [each.name for each in choices]
    assert "certificate-a4" in names
    assert "certificate-a4-six-parties" not in names
    assert "certificate-a3-folded-inside" not in names
    by_name = {each.name: each for each in choices}
    assert list(by_name["badge-90x130-photo-a4"].traits) == ["photo", "sheet"]
    assert by_name["badge-90x130"].size == (90.0, 130.0)
    told_apart = {(each.piece, each.size, each.traits) for each in choices}
    assert len(told_apart) == len(choices)


def test_a_layout_of_ones_own_is_read_or_refused(tmp_path: Path) -> None:
    own = tmp_path / "窄卡.json"
    line = {"kind": "line", "x1": 0, "y1": 0, "x2": 9, "y2": 9, "color": "#000000", "lw": 1}
    layout = {"name": "x", "piece": "badge", "page": [80, 120], "elements": [line]}
    own.write_text(json.dumps(layout), "utf-8")
    choice = layout_choices.own_layout(str(own), "badge")
    assert (choice.name, choice.size) == (str(own), (80, 120))
    assert list(choice.traits) == ["own"]
    with pytest.raises(ProblemForUser, match="layout-of-another"):
        layout_choices.own_layout(str(own), "certificate")
    own.write_text("{", "utf-8")
    with pytest.raises(ProblemForUser, match="layout-wrong"):
        layout_choices.own_layout(str(own), "badge")


def _contract(desk: Desk) -> int:
    """Add an approved contract of two parties and return its number."""
    with desk.write("test") as session:
        session.add(Contract(number=1, title="盐湖镁业合作"))
    parties = {
        "甲": "海西州人民政府",
        "乙": "镁业公司",
        "甲.signatory": "李刚",
        "乙.signatory": "王丹",
    }
    contracts.set_contract(desk, 1, {**parties, "amount": "5亿元"})
    contracts.approve(desk, [1], "韩秋月")
    return 1
