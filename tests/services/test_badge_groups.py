"""Badges laid together by delegation or liaison, each stack behind its separator."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdf
import pytest

from qhsign.domain.ordering import Order
from qhsign.services import badges, events
from qhsign.services.badge_groups import Grouping
from qhsign.services.desk import Desk
from support.desks import add_guest, fresh_desk
from support.printed import codes, texts

PEOPLE = (
    ("王冬", "西宁市代表团", "赵敏"),
    ("田富", "玉树州代表团", "孙丽"),
    ("丁达", "西宁市代表团", "赵敏"),
    ("李磊", "", ""),
    ("于龙", "西宁市代表团", "周杰"),
    ("方桂", "玉树州代表团", ""),
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with fresh_desk(tmp_path / "e.qhsign") as desk:
        for rank, (name, delegation, liaison) in enumerate(PEOPLE, start=1):
            add_guest(desk, name, delegation=delegation, liaison=liaison, rank_level=str(10 - rank))
        yield desk


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "badges.pdf"


def outline(path: Path) -> list[tuple[str, list[str]]]:
    """Return the groups of the bookmarks with the names in them."""
    found: list[tuple[str, list[str]]] = []
    outline: list[Any] = pypdf.PdfReader(path).outline
    for item in outline:
        if isinstance(item, list):
            found[-1][1].extend(str(one.title).split("　")[0] for one in item)
        else:
            found.append((str(item.title), []))
    return found


def test_groups_by_delegation_in_the_order_of_the_run(desk: Desk, out: Path) -> None:
    run = badges.print_badges(desk, out, group=Grouping.DELEGATION)
    assert (run.badges, run.pages) == (6, 9)
    assert outline(out) == [
        ("玉树州代表团", ["方桂", "田富"]),
        ("西宁市代表团", ["丁达", "于龙", "王冬"]),
        ("未编入代表团", ["李磊"]),
    ]
    pages = texts(out)
    assert "代表团西宁市代表团共3张联络员：赵敏、周杰首张丁达末张王冬" in pages[3]
    assert "共2张联络员：孙丽首张方桂末张田富" in pages[0]
    assert "共1张李磊" in pages[7]
    assert [bool(code) for code in codes(out)] == [
        False, True, True, False, True, True, True, False, True
    ]  # fmt: skip


def test_groups_by_liaison_and_by_rank(desk: Desk, out: Path) -> None:
    badges.print_badges(desk, out, group=Grouping.LIAISON, order=Order.PRECEDENCE)
    # Whoever looks after the guest of the highest rank comes first.
    assert outline(out) == [
        ("周杰", ["于龙"]),
        ("赵敏", ["丁达", "王冬"]),
        ("孙丽", ["田富"]),
        ("未指定联络员", ["方桂", "李磊"]),
    ]
    assert "联络员周杰共1张于龙" in texts(out)[0]


def test_a_limit_cuts_the_stacks_and_the_next_run_goes_on(desk: Desk, out: Path) -> None:
    badges.print_badges(desk, out, group=Grouping.DELEGATION, limit=3)
    assert outline(out) == [("玉树州代表团", ["方桂", "田富"]), ("西宁市代表团", ["丁达"])]
    assert "共1张" in texts(out)[3]
    badges.print_badges(desk, out, group=Grouping.DELEGATION)
    assert outline(out) == [("西宁市代表团", ["于龙", "王冬"]), ("未编入代表团", ["李磊"])]


@pytest.mark.parametrize("group", Grouping)
def test_a_separator_masks_the_number_of_a_liaison(desk: Desk, out: Path, group: Grouping) -> None:
    add_guest(desk, "石雪", delegation="海西州代表团", liaison="吴磊 13812345678")
    badges.print_badges(desk, out, group=group)
    said = "".join(texts(out))
    assert "吴磊138****5678" in said
    assert "13812345678" not in said


def test_many_liaisons_are_counted(desk: Desk, out: Path) -> None:
    for name, liaison in (("石雪", "吴磊"), ("冯远", "郑洁")):
        add_guest(desk, name, delegation="西宁市代表团", liaison=liaison)
    badges.print_badges(desk, out, group=Grouping.DELEGATION)
    assert "联络员：赵敏、周杰等4人" in texts(out)[3]


def test_without_groups_there_is_no_separator(desk: Desk, out: Path) -> None:
    assert badges.print_badges(desk, out).pages == 6


def test_sheets_to_cut_name_event_run_and_page(desk: Desk, out: Path) -> None:
    events.change_event(desk, {"short_title": "第25届青洽会"})
    run = badges.print_badges(desk, out, layout="badge-90x130-a4", limit=5)
    assert run.pages == 2
    first, second = texts(out)
    assert "第25届青洽会证件90×130打印批次P-0001第1页，共2页" in first
    assert "打印批次P-0001第2页，共2页" in second
    grouped = badges.print_badges(
        desk, out, layout="badge-90x130-a4", reprint="补打", group=Grouping.DELEGATION
    )
    pages = texts(out)
    assert (grouped.run, grouped.pages, len(pages)) == ("P-0002", 6, 6)
    assert "打印批次P-0002第2页，共6页" in pages[1]
    assert "代表团玉树州代表团" in pages[0]
