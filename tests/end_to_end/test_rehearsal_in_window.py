"""A ceremony rehearsed in a real window by keyboard and scanner, from the list to the last bow."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from support.list_files import LISTS, write_xlsx
from support.printed import codes, set_text, texts
from support.program import ask
from support.real_window import RealWindow, real_screen, until

SLATE, FIRST, SIZE = "Slate25", "第一批", 6
HEADINGS = (
    "序号", "项目名称", "甲方", "乙方", "投资总额（亿元）", "甲方签约代表", "乙方签约代表",
    "产业类别", "协议类型",
)  # fmt: skip
APPROVER = "Ma Jun"
BIG_SCREEN = "^大屏$"
"""The title of the window for the hall."""


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is called for the first batch, by number; one stays away and another signs instead."""

    away: dict[str, Any]
    stand_in: dict[str, Any]
    others: Sequence[dict[str, Any]]


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[dict[str, str]]:
    with real_screen() as made:
        yield {**made, "HOME": str(tmp_path / "home")}


@pytest.fixture
def event(tmp_path: Path) -> Path:
    """An event of today with guests and nothing to sign; the slate lies beside it as a list."""
    path = tmp_path / "e.qhsign"
    (tmp_path / "home").mkdir()
    today = datetime.now(ZoneInfo("Asia/Shanghai")).date().isoformat()
    ask(path, "new", "--title", "第25届青洽会", "--edition", "25", "--start", today, "--end", today)
    ask(path, "activity", "set", "开幕式", "opens=", "closes=")
    ask(path, "import", "guests", LISTS / "01-standard.xlsx")
    return path


def cast_of(event: Path) -> tuple[Cast, list[dict[str, Any]]]:
    """Choose the signatories of 18 contracts from the guests, two each, and one to stand in."""
    guests = ask(event, "guests", "--limit", "400")["guests"]
    names = [guest["full_name"] for guest in guests]
    known = [guest for guest in guests if names.count(guest["full_name"]) == 1]
    signing, stand_in = known[: 2 * 3 * SIZE], known[2 * 3 * SIZE]
    return Cast(signing[3], stand_in, [g for g in signing[: 2 * SIZE] if g != signing[3]]), signing


def slate_list(path: Path, signing: Sequence[dict[str, Any]]) -> Path:
    """Write a list of contracts, each between two guests."""
    rows = [list(HEADINGS)]
    for number, (host, guest) in enumerate(zip(signing[::2], signing[1::2], strict=True), start=1):
        rows.append([
            str(number), f"演练项目{number:02d}号", host["organization"], guest["organization"],
            str(20 + number), host["full_name"], guest["full_name"], "新能源", "项目合同",
        ])  # fmt: skip
    return write_xlsx(path, rows)


def test_a_ceremony_is_rehearsed(tmp_path: Path, event: Path, screen: dict[str, str]) -> None:
    cast, signing = cast_of(event)
    badges = print_badges(event, tmp_path, cast)
    listed = slate_list(tmp_path / "slate.xlsx", signing)
    window = RealWindow(event, screen)
    try:
        import_the_slate(window, event, listed)
        part_into_batches(window, event)
        approve_certificates(window, event)
        make_the_plan(window, event)
        print_papers(event, tmp_path, cast)
        gather_the_cast(window, event, badges)
        substitute(window, event, cast)
        print_what_changed(window, event, tmp_path)
        seen = lead_through(window, event)
        assert window.close() == 0
    finally:
        window.kill()
    compare(event, tmp_path, cast, seen)


def print_badges(event: Path, folder: Path, cast: Cast) -> dict[str, list[str]]:
    """Print badges of everybody called but the one who stays away; return codes to scan."""
    found = {}
    for name, guests in (("others", cast.others), ("stand-in", [cast.stand_in])):
        out = folder / f"{name}.pdf"
        words = [word for guest in guests for word in ("--guest", guest["number"])]
        ask(event, "badges", "print", *words, "--out", out)
        found[name] = codes(out)
    return found


def import_the_slate(window: RealWindow, event: Path, listed: Path) -> None:
    """Take the list in through the wizard; it lies in the event's folder, as it usually does."""
    window.again_until(
        lambda: window.press("ctrl+4", "ctrl+i", "space"), lambda: window.has("选名单")
    )
    window.answer_file_dialog("选名单", listed)

    def go_on() -> None:
        window.press("ctrl+a")
        window.type(SLATE)  # a letter does nothing in the preview
        window.press("ctrl+Return")

    window.again_until(go_on, lambda: bool(ask(event, "slates")["slates"]))
    (slate,) = ask(event, "slates")["slates"]
    assert (slate["name"], slate["contracts"]) == (SLATE, 18), slate


def part_into_batches(window: RealWindow, event: Path) -> None:
    """Take the proposal of batches over: 18 contracts at 6 tables."""
    window.in_turn_until(
        lambda: window.press("ctrl+shift+b", "Tab", "Tab", "space"),
        lambda: bool(ask(event, "batches")["batches"]),
    )
    batches = ask(event, "batches")["batches"]
    assert [len(batch["contracts"]) for batch in batches] == [SIZE] * 3
    assert batches[0]["name"] == FIRST


def approve_certificates(window: RealWindow, event: Path) -> None:
    """Tick every contract in the list, heading by heading, and approve the certificates."""

    def all_approved() -> bool:
        return all(contract["approved"] for contract in ask(event, "contracts")["contracts"])

    def approve() -> None:
        window.press("alt+1", "Escape", "Home")
        for _ in range(3):
            window.press("Down", *("Down", "space") * SIZE)
        window.press("Tab", "space", "Up", "Up", "Return", "ctrl+a")
        window.type(APPROVER)
        window.press("Return")

    window.in_turn_until(approve, all_approved)


def make_the_plan(window: RealWindow, event: Path) -> None:
    """Make the plan of the first batch, whose heading is under the slate."""
    window.in_turn_until(
        lambda: window.press("alt+1", "Home", "Down", "F6", "shift+Tab", "space"),
        lambda: plans(event) == 1,
    )


def plans(event: Path) -> int:
    """Return how many plans of the stage are stored."""
    entries = ask(event, "journal", "--limit", "200")["entries"]
    return len([entry for entry in entries if entry["kind"] == "stage_plan"])


def print_papers(event: Path, folder: Path, cast: Cast) -> None:
    """Print what a substitution will make wrong."""
    starts = f"{datetime.now(ZoneInfo('Asia/Shanghai')):%Y-%m-%dT}23:59"
    ask(event, "batch", "set", FIRST, f"starts={starts}")
    for paper in ("stage-plan", "call-list"):
        ask(event, paper, "print", "--batch", FIRST, "--out", folder / f"{paper}.pdf")
    ask(event, "run-of-show", "print", "--slate", SLATE, "--out", folder / "show.pdf")
    ask(event, "certificates", "print", "--slate", SLATE, "--out", folder / "certificates.pdf")
    number = cast.away["number"]
    ask(event, "place-cards", "print", "--guest", number, "--out", folder / "card.pdf")
    assert cast.away["full_name"] in "".join(texts(folder / "certificates.pdf"))


def ready(event: Path) -> dict[str, Any]:
    """Return how ready each contract of the first batch is, by number."""
    found = ask(event, "readiness", "--batch", FIRST)["contracts"]
    return {contract["number"]: contract for contract in found}


def absent(event: Path) -> list[str]:
    """Return which signatories the board of the first batch misses."""
    return [
        lack["name"]
        for contract in ready(event).values()
        for lack in contract["missing"]
        if lack["code"] == "signatory-absent"
    ]


def gather_the_cast(window: RealWindow, event: Path, badges: dict[str, list[str]]) -> None:
    """Scan everybody called but one, and then the one who will stand in."""
    assert len(absent(event)) == 2 * SIZE

    def scan_them() -> None:
        window.press("ctrl+3")
        window.scan(badges["others"])

    window.in_turn_until(scan_them, lambda: len(absent(event)) == 1)
    window.scan(badges["stand-in"])


def substitute(window: RealWindow, event: Path, cast: Cast) -> None:
    """Have somebody else sign for the one who is not there, letter seen and approved."""
    assert absent(event) == [cast.away["full_name"]]

    def ask_who() -> None:
        window.press("Escape", "ctrl+4", "alt+1", "Home", "Down", "ctrl+shift+s", "ctrl+a")
        window.type(cast.stand_in["number"])
        window.press("Return", "space", "Tab")
        window.type(APPROVER)
        window.press("Return")

    window.in_turn_until(ask_who, lambda: bool(slips(event)))
    (slip,) = slips(event)
    assert (slip["substitute"], slip["approver"]) == (cast.stand_in["full_name"], APPROVER)
    until(lambda: not absent(event), "the one who stands in is not seen")


def slips(event: Path) -> Any:
    return ask(event, "change-slip")["substitutions"]


def open_lines(event: Path) -> set[str]:
    """Return what still has to be printed again; the big screen follows by itself."""
    return {line["print"] for slip in slips(event) for line in slip["open"]}


def print_what_changed(window: RealWindow, event: Path, folder: Path) -> None:
    """Print everything on the change slip again, from the slip itself."""
    assert open_lines(event) == {
        "place-cards", "run-of-show", "stage-plan", "call-list", "certificates",
    }  # fmt: skip
    window.in_turn_until(
        lambda: window.press("Escape", "ctrl+shift+g", "Tab", "Tab", "Tab", "Tab", "space"),
        lambda: not open_lines(event),
    )
    assert len(list((folder / "home").rglob("*.pdf"))) == 5


def shown(event: Path) -> Any:
    """Return where the ceremony is: its step, the words of the host, the big screen."""
    return ask(event, "ceremony", "show")


def press_for_a_step(window: RealWindow, event: Path, key: str) -> Any:
    """Press a key of the console once and return where the ceremony is when it has moved."""
    before = shown(event)
    found = [before]

    def moved() -> bool:
        found.append(shown(event))
        return (found[-1]["running"], found[-1]["place"]) != (before["running"], before["place"])

    window.press(key)
    until(moved, f"{key} did not move the ceremony on from {before['step']}")
    return found[-1]


def lead_through(window: RealWindow, event: Path) -> list[Any]:
    """Lead the ceremony to its end, with the big screen open; return every step as shown."""
    window.press("Escape", "F10")
    window.in_turn_until(lambda: window.press("F12"), lambda: window.has(BIG_SCREEN))
    window.turn_to("— qhsign")
    seen = [press_for_a_step(window, event, "space")]
    while seen[-1]["next"]:
        seen.append(press_for_a_step(window, event, "space"))
        if str(seen[-1]["step"]).startswith("exchange:") and seen[-1]["batch"] == FIRST:
            back = press_for_a_step(window, event, "BackSpace")
            assert back["step"] == seen[-2]["step"]
            again = press_for_a_step(window, event, "space")
            assert again["step"] == seen[-1]["step"]
    ended = press_for_a_step(window, event, "space")
    assert not ended["running"]
    assert window.has(BIG_SCREEN)
    return seen


def compare(event: Path, folder: Path, cast: Cast, seen: Sequence[Any]) -> None:
    """Hold papers, words and the big screen against the contracts."""
    new, old = cast.stand_in["full_name"], cast.away["full_name"]
    contracts = {int(c["number"]): c for c in ask(event, "contracts")["contracts"]}
    assert len(contracts) == 18
    assert {contract["status"] for contract in contracts.values()} == {"signed"}
    keys = ("side", "organization", "signatory")
    # The list tells no titles: those of the guests are shown.
    guests = ask(event, "guests", "--limit", "400")["guests"]
    titles = {guest["full_name"]: guest["title"] for guest in guests}
    batches = ask(event, "batches")["batches"]
    assert [batch["state"] for batch in batches] == ["left"] * 3
    numbered: list[int] = []
    for batch in batches:
        rows, words = told(seen, batch["name"])
        numbered += [row["number"] for row in rows]
        for row, number in zip(rows, batch["contracts"], strict=True):
            contract = contracts[int(number)]
            assert row["title"] == contract["title"]
            assert row["parties"] == [
                {**{key: party[key] for key in keys}, "title": titles[party["signatory"]]}
                for party in contract["parties"]
            ]
            assert all(party["signatory"] in words for party in contract["parties"])
            assert contract["title"] in words
    assert numbered == list(range(1, 19)), "counted through the ceremony as they come"
    everything = str(seen) + str(contracts)
    assert new in everything
    assert old not in everything
    out = folder / "final.pdf"
    ask(event, "certificates", "print", "--slate", SLATE, "--out", out, "--reason", "rehearsal")
    pages = texts(out)
    for contract in contracts.values():
        of_contract = [page for page in pages if contract["certificate"] in page]
        assert len(of_contract) == len(contract["parties"])
        for page in of_contract:
            for party in contract["parties"]:
                assert set_text(party["signatory"]) in page
                assert set_text(party["organization"]) in page
            assert set_text(contract["title"]) in page
    assert new in "".join(pages)
    assert old not in "".join(pages)
    assert ask(event, "verify")["ok"]


def told(seen: Sequence[Any], batch: str) -> tuple[Any, str]:
    """Return the rows of the big screen and the host's words while a batch signs."""
    signing = next(
        each for each in seen if each["batch"] == batch and str(each["step"]).startswith("sign:")
    )
    assert signing["screen"]["shows"] == "signing"
    return signing["screen"]["rows"], signing["words"]
