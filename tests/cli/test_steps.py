"""The commands of the run of show, one process each, over a real file."""

from pathlib import Path
from typing import Any

import pytest

from qhsign.services import batch_proposals
from support.program import run
from support.stages import SLATE, stage_desk


@pytest.fixture
def event(tmp_path: Path) -> Path:
    with stage_desk(tmp_path, 2) as desk:
        batch_proposals.apply(desk, SLATE, 2)
        return desk.file.path


def step(event: Path, *words: str) -> Any:
    answer = run("--event", event, "--json", "step", *words, "--slate", "重点")
    assert answer.status == 0, answer.err
    return answer.json


def test_steps_are_planned_and_taken_back(event: Path) -> None:
    listed = step(event, "list")
    assert [each["key"] for each in listed["steps"]][:3] == ["gather", "seating", "opening"]
    added = step(event, "add", "title=推介片", "minutes=8", "--after", "opening")
    assert added["steps"][3]["title"] == "推介片"
    assert added["minutes"] == listed["minutes"] + 8
    own = added["step"]
    assert step(event, "move", own, "--earlier")["steps"][2]["key"] == own
    assert step(event, "words", own, "请看\\n大屏幕。")["steps"][2]["words"] == "请看\n大屏幕。"
    removed = step(event, "remove", own)
    assert own not in [each["key"] for each in removed["steps"]]
    undone = run("--event", event, "batch", "undo", removed["operation"])
    assert undone.status == 0, undone.err
    changed = step(event, "set", "opening", "minutes=10", "responsible=张三")
    opening = next(each for each in changed["steps"] if each["key"] == "opening")
    assert (opening["minutes"], opening["responsible"]) == (10, "张三")


def test_what_is_wrong_is_one_sentence_and_a_status(event: Path) -> None:
    answer = run("--event", event, "step", "set", "opening", "minutes=ten", "--slate", "重点")
    assert answer.status != 0
    assert "“ten”不是用时" in answer.err
    assert "step list" in run("step", "--help").out + run("step", "set", "--help").out
