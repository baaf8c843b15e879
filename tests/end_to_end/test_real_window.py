"""A real window on a real screen, worked by keyboard and scanner; the event file tells the rest."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import openpyxl
import pytest

from support.list_files import LISTS
from support.printed import codes
from support.program import ask
from support.real_window import RealWindow, real_screen, until

BADGES = 172
"""Badges of the demonstration that are printed, all of guests who may come to the opening."""


@pytest.fixture
def screen() -> Iterator[dict[str, str]]:
    with real_screen() as made:
        yield made


def scanned(event: Path) -> list[str]:
    """Return the verdicts of every scan, the first one first."""
    entries = ask(event, "journal", "--limit", "5000")["entries"]
    found = [entry["new"]["verdict"] for entry in entries if entry["kind"] == "check_in"]
    return found[::-1]


def other_event(folder: Path) -> str:
    """Return a badge of another event."""
    path = folder / "other.qhsign"
    ask(path, "demo", "--guests", "120", "--seed", "7", "--start", "2024-07-11")
    ask(path, "badges", "print", "--limit", "1", "--out", folder / "other.pdf")
    return codes(folder / "other.pdf")[0]


def forged(code: str) -> str:
    """Return a code whose check does not fit."""
    return code[:-1] + ("0" if code[-1] != "0" else "1")


def with_wrong_ones(good: Sequence[str], foreign: str) -> list[tuple[str, str]]:
    """Return 200 scans with the verdict each must get: every badge, and wrong ones among them."""
    expected = [(code, "admitted") for code in good]
    wrong = [
        *((forged(code), "forged") for code in good[:8]),
        *((foreign, "other-event"),) * 4,
        *(("HELLO WORLD", "unknown"), (good[0][:20], "unknown")) * 4,
        *((code, "already") for code in good[:7]),
    ]
    wrong.append((good[1].lower(), "already"))
    for place, each in enumerate(wrong):
        expected.insert(20 + place * 6, each)
    return expected


@pytest.fixture
def event(tmp_path: Path) -> Path:
    path = tmp_path / "e.qhsign"
    ask(path, "demo", "--guests", "200", "--start", "2024-07-11")
    ask(path, "activity", "set", "开幕式", "opens=", "closes=")
    return path


def test_a_morning_at_the_desk(tmp_path: Path, event: Path, screen: dict[str, str]) -> None:
    ask(event, "badges", "print", "--limit", str(BADGES), "--out", tmp_path / "b.pdf")
    scans = with_wrong_ones(codes(tmp_path / "b.pdf"), other_event(tmp_path))
    assert len(scans) == 200
    window = RealWindow(event, screen)
    try:
        import_a_list(window, event)
        scan_a_queue(window, event, scans)
        register_somebody(window, event)
        take_one_back(window, event)
        sheet = write_the_list(window, tmp_path)
        assert window.close() == 0
    finally:
        window.kill()
    assert ask(event, "verify")["ok"]
    counted = ask(event, "statistics", "--activity", "开幕式")
    assert counted["arrived"] == BADGES + 1 - 1, "everybody, the walk-in, without the one annulled"
    assert sheet == ask(event, "guests")["total"] == 200 + 200 + 1


def import_a_list(window: RealWindow, event: Path) -> None:
    """Import a list through the wizard, without the mouse."""
    window.again_until(
        lambda: window.press("ctrl+2", "ctrl+i", "space"), lambda: window.has("选名单")
    )
    window.answer_file_dialog("选名单", LISTS / "01-standard.xlsx")
    window.again_until(
        lambda: window.press("ctrl+Return"), lambda: ask(event, "guests")["total"] == 400
    )
    found = ask(event, "guests", "--search", "林仁欣")
    assert found["total"] >= 1


def scan_a_queue(window: RealWindow, event: Path, scans: Sequence[tuple[str, str]]) -> None:
    """Scan at scanner speed; every scan is in the file, in order, with its verdict."""

    def probe() -> None:
        window.press("ctrl+3")
        window.scan(["probe"])

    window.again_until(probe, lambda: bool(scanned(event)))
    before = len(scanned(event))
    window.press("Return")  # a stray Enter does no harm
    window.scan([code for code, _ in scans])
    until(lambda: len(scanned(event)) >= before + len(scans))
    assert scanned(event)[before:] == [verdict for _, verdict in scans]


def register_somebody(window: RealWindow, event: Path) -> None:
    """Register somebody who is on no list (F6): checked in at once."""
    before = scanned(event)
    window.press("F6")
    window.type("Aisulu Nurbekova")
    window.press("Tab")
    window.type("Issyk-Kul Region")
    window.press("Tab")
    window.type("Envoy")
    window.press("Return")
    until(lambda: len(scanned(event)) == len(before) + 1)
    (guest,) = ask(event, "guests", "--search", "Aisulu")["guests"]
    assert (guest["organization"], guest["title"]) == ("Issyk-Kul Region", "Envoy")
    assert scanned(event)[-1] == "admitted"


def take_one_back(window: RealWindow, event: Path) -> None:
    """Annul the last scan with a reason: the record stays, the count does not."""
    arrived = ask(event, "statistics", "--activity", "开幕式")["arrived"]
    window.press("F2", "Delete")
    window.type("wrong person")
    window.press("Return")
    until(
        lambda: ask(event, "statistics", "--activity", "开幕式")["arrived"] == arrived - 1,
        "the check-in was not annulled",
    )


def write_the_list(window: RealWindow, folder: Path) -> int:
    """Export every guest and return how many stand in the sheet."""
    window.press("ctrl+2", "ctrl+e")
    window.turn_to("^导出$")
    window.again_until(lambda: window.press("Return"), lambda: window.has("写出文件"))
    path = folder / "guests.xlsx"
    window.answer_file_dialog("写出文件", path)
    until(path.exists)
    window.turn_to("^导出$")
    window.again_until(lambda: window.press("Escape"), lambda: not window.has("^导出$"))
    window.turn_to("qhsign")
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    numbers = [row[0] for row in sheet.iter_rows(values_only=True)]
    return len([number for number in numbers if str(number).isdecimal()])
