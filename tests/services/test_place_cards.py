"""Place cards: for whom, on which layout, and in the ledger."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdf
import pytest
from sqlalchemy import select

from qhsign import wording
from qhsign.domain.guest import Category
from qhsign.domain.ordering import Order
from qhsign.domain.problems import ProblemForUser
from qhsign.services import activities, place_cards, print_history, verification
from qhsign.services.desk import Desk
from qhsign.services.place_cards import CardRun
from qhsign.store.schema import PrintItem, PrintRun
from support.desks import add_guest, fresh_desk
from support.printed import texts
from support.program import ask, run
from support.tables import dump

NO_FONT = "\U0010fffd"
OWN = {
    "name": "x",
    "piece": "place-card",
    "page": [200, 100],
    "elements": [
        {"kind": "text", "x": 15, "y": 17, "w": 170, "h": 64, "text": "{seat} {name}",
         "font": "kai", "size": 60, "min": 20, "name": "name"}
    ],
}  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with fresh_desk(tmp_path / "e.qhsign") as desk:
        yield desk


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "cards.pdf"


def found(run: CardRun) -> list[tuple[str, str]]:
    for finding in run.preflight:
        for language in wording.Language:
            assert wording.say(finding.code, language, **finding.parameters)
    return [(finding.guest, finding.code) for finding in run.preflight]


def ledger(desk: Desk) -> list[tuple[str, str, int, str]]:
    with desk.read() as session:
        runs = session.scalars(select(PrintRun).order_by(PrintRun.at, PrintRun.id)).all()
        return [(run.kind, run.layout, run.pieces, run.destination) for run in runs]


def test_each_guest_gets_the_card_that_suits(desk: Desk, out: Path) -> None:
    add_guest(desk, "张弘靓", "青海省数据局", title="副局长")
    add_guest(
        desk, "易卜雷", "", latin_name="Þórir Ibsen", country="IS",
        title="冰岛驻华大使", title_en="Ambassador of Iceland",
    )  # fmt: skip
    add_guest(desk, "李刚", "")
    add_guest(desk, "王冬", "青海大学", latin_name="Wang Dong", country="CN")
    add_guest(desk, "Jón Jónsson", "Alþingi", latin_name="JÓN JÓNSSON", country="IS")
    done = place_cards.print_place_cards(desk, out, order=Order.ARRANGED)
    assert (done.cards, done.pages, found(done)) == (5, 5, [])
    said = (
        ("张弘靓", "青海省数据局", "副局长"),
        ("易卜雷", "ÞórirIbsen", "冰岛驻华大使AmbassadorofIceland"),
        ("李刚",),
        ("王冬", "青海大学"),
        ("JónJónsson", "Alþingi"),
    )
    for text, parts in zip(texts(out), said, strict=True):
        assert len(text) == 2 * sum(map(len, parts))
        assert all(text.count(part) == 2 for part in parts)
    ((kind, layouts, pieces, destination),) = ledger(desk)
    assert (kind, pieces, destination) == ("place-cards", 5, "cards.pdf")
    assert layouts.split("、") == [
        "place-card-200x100-bilingual", "place-card-200x100-name", "place-card-200x100-title",
    ]  # fmt: skip
    assert all(check.ok for check in verification.verify(desk))


def test_a_card_printed_again_counts_its_version(desk: Desk, out: Path) -> None:
    add_guest(desk, "李刚")
    for _ in "ab":
        place_cards.print_place_cards(desk, out, layout="place-card-210x140-title")
    with desk.read() as session:
        assert sorted(session.scalars(select(PrintItem.version))) == [1, 2]
    box = pypdf.PdfReader(out).pages[0].mediabox
    assert [round(float(side) / 72 * 25.4) for side in (box.width, box.height)] == [210, 280]
    assert {layout for _, layout, _, _ in ledger(desk)} == {"place-card-210x140-title"}


def test_whom_a_run_is_for(desk: Desk, out: Path) -> None:
    add_guest(desk, "李刚", vip="yes")
    add_guest(desk, "王冬", category="media")
    add_guest(desk, "田富", status="proposed")
    activities.set_activity(desk, "开幕式", {"categories": "media"})

    def printed(**choice: Any) -> list[str]:
        place_cards.print_place_cards(desk, out, layout="place-card-200x100-name", **choice)
        return [text[: len(text) // 2] for text in texts(out)]

    assert printed(order=Order.PINYIN) == ["李刚", "王冬"]
    assert printed(vip=True) == ["李刚"]
    assert printed(category=Category.MEDIA) == ["王冬"]
    assert printed(activity="开幕式") == ["王冬"]
    assert printed(order=Order.PINYIN, limit=1) == ["李刚"]
    assert printed(guest_numbers=[2, 2]) == ["王冬"]


def test_a_named_guest_left_out_is_named(desk: Desk, out: Path) -> None:
    add_guest(desk, "李刚", status="invited")
    add_guest(desk, "王冬")
    one = place_cards.print_place_cards(desk, out, guest_numbers=[1, 2])
    assert (one.cards, found(one)) == (1, [("00001", "place-card-not-confirmed")])
    out.unlink()
    none = place_cards.print_place_cards(desk, out, guest_numbers=[1, 2], vip=True)
    assert (none.cards, none.pages, out.exists()) == (0, 0, False)
    assert sorted(found(none)) == [
        ("00001", "place-card-not-confirmed"), ("00002", "place-card-not-chosen"),
    ]  # fmt: skip
    assert len(ledger(desk)) == 1


def test_what_cannot_be_printed_changes_nothing(desk: Desk, out: Path, tmp_path: Path) -> None:
    with pytest.raises(ProblemForUser, match="place-cards-nobody"):
        place_cards.print_place_cards(desk, out)
    add_guest(desk, f"王{NO_FONT}")
    before = dump(desk)
    refused: list[tuple[str, dict[str, Any]]] = [
        ("place-cards-none-printable", {}),
        ("place-cards-nobody", {"limit": 0}),
        ("place-cards-nobody", {"limit": -3}),
        ("place-cards-nobody", {"vip": True}),
        ("guest-unknown", {"guest_numbers": [9]}),
        ("activity-unknown", {"activity": "茶歇"}),
        ("layout-missing", {"layout": "../place-card"}),
        ("layout-of-another", {"layout": "badge-cr80"}),
    ]
    for code, choice in refused:
        with pytest.raises(ProblemForUser, match=code):
            place_cards.print_place_cards(desk, out, **choice)
    add_guest(desk, "李刚")
    with pytest.raises(ProblemForUser, match="out-folder-missing"):
        place_cards.print_place_cards(desk, tmp_path / "nowhere" / "c.pdf")
    assert not out.exists()
    assert dump(desk, "print_run") == {"print_run": before["print_run"]}


def test_cards_that_could_not_take_their_name_count_as_none(desk: Desk, out: Path) -> None:
    add_guest(desk, "李刚")
    with pytest.raises(ProblemForUser, match="out-unwritable"):
        place_cards.print_place_cards(desk, out, progress=lambda *_: out.mkdir(exist_ok=True))
    out.rmdir()
    assert [line.outcome for line in print_history.prints(desk)] == ["failed"]
    assert not list(out.parent.glob("*.pdf"))
    assert place_cards.print_place_cards(desk, out).cards == 1
    (line,) = print_history.prints(desk, kind="place-cards", limit=1)
    assert (line.outcome, line.pieces, line.destination) == ("done", 1, "cards.pdf")
    assert all(check.ok for check in verification.verify(desk))


def test_a_name_no_font_has_is_named_and_the_others_are_printed(desk: Desk, out: Path) -> None:
    add_guest(desk, f"王{NO_FONT}")
    add_guest(desk, "李刚")
    done = place_cards.print_place_cards(desk, out)
    assert (done.cards, found(done)) == (1, [("00001", "print-glyph-missing")])
    assert [finding.field for finding in done.preflight] == ["name"]


def test_the_command_takes_an_office_s_own_layout(tmp_path: Path) -> None:
    event, out, own = (tmp_path / name for name in ("25.qhsign", "c.pdf", "省台席卡.json"))
    ask(event, "demo", "--guests", "40")
    number = ask(event, "guests", "--limit", "1")["guests"][0]["number"]
    ask(event, "guest", "set", number, "seat=A区3排12座")
    own.write_text(json.dumps(OWN, ensure_ascii=False), "utf-8")
    words = ("place-cards", "print", "--out", out, "--guest", number)
    assert ask(event, *words, "--layout", own) == {"cards": 1, "pages": 1, "preflight": []}
    assert "A区3排12座" in texts(out)[0]
    assert ask(event, *words, "--activity", "开幕式", "--vip", "--order", "pinyin")["pages"] <= 1
    refused = run("--event", event, *words, "--layout", tmp_path / "none.json")
    assert refused.status == 1
    assert "none.json" in refused.err
    entered = json.dumps(ask(event, "journal", "--limit", "50"), ensure_ascii=False)
    assert "省台席卡" in entered
    assert str(own) not in entered
