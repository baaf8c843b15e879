"""The commands ``prints``, ``preflight badges`` and the groups of ``badges print``."""

from pathlib import Path

import pytest

from qhsign.services.desk import Desk
from qhsign.store.event_file import EventFile
from support.desks import add_guest, make_desk
from support.program import ask, run


@pytest.fixture
def event(tmp_path: Path) -> Path:
    path = tmp_path / "25.qhsign"
    with make_desk(path) as desk:
        for name in ("李刚", "王冬2"):
            add_guest(desk, name, delegation="西宁市代表团")
    return path


def test_the_check_before_the_print_is_one_document(event: Path) -> None:
    answer = ask(event, "preflight", "badges", "--order", "pinyin")
    (finding,) = answer["preflight"]
    assert set(finding) == {"guest", "field", "code", "message"}
    assert (finding["guest"], finding["field"], finding["code"]) == (
        "00002", "name", "name-doubtful"
    )  # fmt: skip
    assert "王冬2" in finding["message"]
    said = run("--event", event, "preflight", "badges", "--guest", "2")
    assert said.out.startswith("00002  ")
    assert run("--event", event, "preflight", "badges", "--guest", "1").out == (
        "检查完毕，没有发现问题。\n"
    )
    assert run("--event", event, "preflight", "badges", "--layout", "none").status == 1
    assert run("--event", event, "preflight").status == 2


def test_the_ledger_is_one_document(event: Path, tmp_path: Path) -> None:
    assert ask(event, "prints") == {"prints": []}
    done = ask(
        event, "badges", "print", "--out", tmp_path / "b.pdf", "--group", "delegation",
        "--operator", "韩秋月",
    )  # fmt: skip
    assert (done["badges"], done["pages"], done["run"]) == (2, 3, "P-0001")
    ask(event, "badges", "print", "--out", tmp_path / "c.pdf", "--guest", "1")
    newest, first = ask(event, "prints")["prints"]
    assert newest["run"] == "P-0002"
    assert set(first) == {
        "run", "at", "operator", "desk", "kind", "layout", "destination", "pieces", "left_out",
        "pages", "reason", "outcome",
    }  # fmt: skip
    assert (first["operator"], first["kind"], first["destination"], first["pieces"]) == (
        "韩秋月", "badges", "b.pdf", 2
    )  # fmt: skip
    assert first["outcome"] == "done"
    assert first["at"].endswith("+08:00")
    (only,) = ask(event, "prints", "--guest", "2")["prints"]
    assert only["items"] == [{"version": 1, "outcome": "done", "code": "", "serial": 2}]
    assert ask(event, "prints", "--kind", "certificates") == {"prints": []}
    assert len(ask(event, "prints", "--limit", "1")["prints"]) == 1
    heading, *lines = run("--event", event, "prints").out.splitlines()
    assert heading.split()[:2] == ["批次", "时间"]
    assert [line.split()[0] for line in lines] == ["P-0002", "P-0001"]
    assert "完成" in lines[0]
    assert "not finished" not in run("--event", event, "--language", "en", "prints").out


def test_what_cannot_be_asked_is_refused(event: Path) -> None:
    assert run("--event", event, "prints", "--guest", "1", "--contract", "1").status == 2
    for words in (("--guest", "99"), ("--contract", "99"), ("--guest", "x")):
        assert run("--event", event, "prints", *words).status == 1
    assert run(
        "--event", event, "badges", "print", "--out", "b.pdf", "--group", "hotel"
    ).status == 2  # fmt: skip


def test_a_person_reads_a_few_of_many_findings_and_their_number(
    event: Path, tmp_path: Path
) -> None:
    with Desk(EventFile.open(event)) as desk:
        for number in range(30):
            add_guest(desk, f"王{number}")
    said = run("--event", event, "badges", "print", "--out", tmp_path / "b.pdf").out.splitlines()
    assert len(said) == 1 + 20 + 1
    assert "11" in said[-1]
    assert len(ask(event, "preflight", "badges")["preflight"]) == 32
    again = run("--event", event, "badges", "print", "--out", tmp_path / "c.pdf").out.splitlines()
    assert again[0] == "没有要打印的证件，没有写入文件。"
    assert len(again) == 1 + 20 + 1
    assert not (tmp_path / "c.pdf").exists()


def test_a_number_stands_once_before_a_sentence(event: Path) -> None:
    with Desk(EventFile.open(event)) as desk:
        add_guest(desk, "王\U0010fffd")
    said = run("--event", event, "preflight", "badges", "--guest", "3").out
    assert said.count("00003") == 1
