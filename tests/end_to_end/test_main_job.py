"""The main job from outside: list, badge, scan, certificate, export, all on real files."""

import csv
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pypdfium2
import pytest
import zxingcpp

from support.program import ROOT, ask, demonstration, run, scan_all, surroundings

LISTS = ROOT / "tests" / "support" / "lists"
BADGES = 40


@pytest.fixture
def event(tmp_path: Path) -> Path:
    return demonstration(tmp_path / "25.qhsign", "--guests", "120", "--start", "2026-07-10")


def codes_in(pdf: Path, dpi: int = 150) -> Iterator[list[str]]:
    """Give what a phone would read on each page."""
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            picture = page.render(scale=dpi / 72).to_pil()
            yield [found.text for found in zxingcpp.read_barcodes(picture)]


def opening(event: Path) -> tuple[str, ...]:
    activity = ask(event, "activities")["activities"][0]
    return ("--activity", activity["name"], "--at", f"{activity['opens'][:10]}T09:10")


def test_every_printed_badge_opens_the_door(event: Path, tmp_path: Path) -> None:
    out = tmp_path / "badges.pdf"
    printed = ask(event, "badges", "print", "--out", out, "--limit", str(BADGES))
    assert (printed["badges"], printed["pages"]) == (BADGES, BADGES)
    read = list(codes_in(out))
    assert [len(page) for page in read] == [1] * BADGES
    codes = [code for (code,) in read]
    assert len(set(codes)) == BADGES
    at = opening(event)
    first = scan_all(event, codes, *at, "--desk", "东门1号台")
    assert [scan["verdict"] for scan in first] == ["admitted"] * BADGES
    assert all(scan["counted"] for scan in first)
    assert len({scan["guest"]["number"] for scan in first}) == BADGES
    again = scan_all(event, codes[:3], *at, "--desk", "西门")
    assert [scan["verdict"] for scan in again] == ["already"] * 3
    assert again[0]["first"]["desk"] == "东门1号台"
    assert ask(event, "statistics", *at[:2])["arrived"] == BADGES
    ask(event, "activity", "set", at[1], "tags=typed")
    assert ask(event, "number-tag", first[1]["scan"], "a06") == {"tag": "A06"}
    assert scan_all(event, codes[1:2], *at)[0]["tag"] == "A06"
    # Annulled, the guest may come in again; the record stays.
    ask(event, "annul", first[0]["scan"], "--reason", "误扫")
    assert ask(event, "statistics", *at[:2])["arrived"] == BADGES - 1
    assert scan_all(event, codes[:1], *at)[0]["verdict"] == "admitted"
    rest = ask(event, "badges", "print", "--out", tmp_path / "rest.pdf", "--limit", "10")
    assert rest["badges"] == 10
    assert not {code for page in codes_in(tmp_path / "rest.pdf") for code in page} & set(codes)


def test_a_reissued_badge_turns_the_old_one_away(event: Path, tmp_path: Path) -> None:
    out = tmp_path / "one.pdf"
    ask(event, "badges", "print", "--out", out, "--limit", "1")
    ((old,),) = codes_in(out)
    at = opening(event)
    number = scan_all(event, [old], *at)[0]["guest"]["number"]
    ask(event, "badges", "reissue", "--guest", number, "--reason", "遗失")
    ask(event, "badges", "print", "--out", out, "--guest", number)
    ((new,),) = codes_in(out)
    assert new != old
    assert scan_all(event, [old], *at)[0]["verdict"] == "revoked"
    ask(event, "badges", "revoke", "--guest", number, "--reason", "取消资格")
    assert scan_all(event, [new], *at)[0]["verdict"] == "revoked"


def test_certificates_carry_their_verification(event: Path, tmp_path: Path) -> None:
    out = tmp_path / "certificates.pdf"
    slates = ask(event, "slates")["slates"]
    printed = ask(event, "certificates", "print", "--out", out, "--slate", slates[0]["name"])
    assert printed["contracts"] == slates[0]["contracts"]
    read = list(codes_in(out))
    assert len(read) == printed["pages"] == printed["certificates"]
    for (code,) in read[:3]:
        assert code.startswith("QC1")
        assert ask(event, "certificates", "verify", code)["state"] == "valid"
    numbers = [ask(event, "certificates", "verify", page[0])["number"] for page in read[:3]]
    assert set(numbers) <= set(printed["numbers"])


def test_a_list_goes_in_comes_again_and_is_taken_back(tmp_path: Path) -> None:
    event = tmp_path / "own.qhsign"
    ask(event, "new", "--title", "第26届青洽会", "--edition", "26", "--start", "2027-07-10")
    expected = json.loads(LISTS.joinpath("expected.json").read_text("utf-8"))
    tried = ask(event, "import", "guests", LISTS / "01-standard.xlsx", "--dry-run")
    assert tried["import"] is None
    assert ask(event, "guests")["total"] == 0
    first = ask(event, "import", "guests", LISTS / "01-standard.xlsx")
    assert first["new"] == expected["01-standard.xlsx"]["new"] == ask(event, "guests")["total"]
    second = ask(event, "import", "guests", LISTS / "06-sent-again.xlsx")
    for count in ("new", "changed", "unchanged", "missing"):
        assert second[count] == expected["06-sent-again.xlsx"][count], count
    ask(event, "undo", str(second["import"]))
    assert ask(event, "guests")["total"] == first["new"]
    contracts = ask(
        event, "import", "contracts", LISTS / "04-contract-slate.xlsx", "--slate", "重点项目"
    )
    assert contracts["new"] == expected["04-contract-slate.xlsx"]["contracts"]
    assert ask(event, "verify")["ok"]


def test_exports_hold_what_the_event_holds(event: Path, tmp_path: Path) -> None:
    guests = ask(event, "guests", "--limit", "1000")["guests"]
    done = ask(event, "export", "guests", "--out", tmp_path / "g.csv")
    with tmp_path.joinpath("g.csv").open(encoding="utf-8-sig", newline="") as file:
        heading, *rows = list(csv.reader(file))
    assert len(heading) == len(done["columns"])
    assert len(rows) == done["rows"] == len(guests)
    cells = {cell for row in rows for cell in row}
    assert {guest["full_name"] for guest in guests} <= cells
    for what in ("guests", "contracts", "check-ins"):
        out = tmp_path / f"{what}.xlsx"
        done = ask(event, "export", what, "--out", out)
        sheet: Any = openpyxl.load_workbook(out).worksheets[0]
        assert sheet.max_row >= done["rows"] + 1


def test_the_walk_without_a_display_does_the_main_job(tmp_path: Path) -> None:
    done = subprocess.run(
        [
            *(sys.executable, ROOT / "packaging" / "demo_without_display.py"),
            *("--out", tmp_path / "demo", "--guests", "150"),
        ],
        env=surroundings(),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    written = {path.name for path in (tmp_path / "demo").iterdir()}
    assert {"badges.pdf", "certificates.pdf", "guests.xlsx", "guests.csv", "verify.json"} <= written
    assert [name for name in written if name.startswith("screen-")]


def test_a_second_language_says_the_same(event: Path) -> None:
    chinese = run("--event", event, "slates")
    english = run("--event", event, "--language", "en", "slates")
    assert chinese.status == english.status == 0
    assert chinese.out.splitlines()[0] != english.out.splitlines()[0]
