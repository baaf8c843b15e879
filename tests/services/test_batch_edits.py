"""The order of whole batches on a real file: names and numbers stay, estimated times follow."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from qhsign import wording
from qhsign.domain.problems import ProblemForUser
from qhsign.services import (
    audit_words,
    batch_edits,
    batch_proposals,
    batches,
    ceremony_rows,
    console,
    contracts,
    slates,
)
from qhsign.services.desk import Desk
from support.stages import SLATE, stage_desk
from support.tables import dump


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with stage_desk(tmp_path, 8) as desk:
        batch_proposals.apply(desk, SLATE, 2)
        yield desk


def order(desk: Desk) -> list[str]:
    return [row.name for row in batches.list_batches(desk, SLATE, empty=True)]


def refused(desk: Desk, named: str, at: int) -> str:
    before = dump(desk)
    with pytest.raises(ProblemForUser) as caught:
        batch_edits.place(desk, named, at)
    assert dump(desk) == before
    for language in wording.Language:
        assert wording.say(caught.value.code, language, **caught.value.parameters)
    return caught.value.code


@pytest.mark.parametrize(
    ("named", "at", "wanted"),
    [
        ("第三批", 1, ["第三批", "第一批", "第二批", "第四批"]),
        ("1", 3, ["第二批", "第三批", "第一批", "第四批"]),
        ("第一批", 99, ["第二批", "第三批", "第四批", "第一批"]),
        ("第四批", -5, ["第四批", "第一批", "第二批", "第三批"]),
    ],
)
def test_a_batch_goes_to_a_place_and_back(
    desk: Desk, named: str, at: int, wanted: list[str]
) -> None:
    before = {row.name: row for row in batches.list_batches(desk)}
    times = sorted(row.starts for row in before.values() if row.starts is not None)
    assert len(times) == 4
    done = batch_edits.place(desk, named, at)
    assert order(desk) == wanted
    after = batches.list_batches(desk)
    assert {row.name: row.number for row in after} == {
        name: row.number for name, row in before.items()
    }
    assert {row.name: row.contracts for row in after} == {
        name: row.contracts for name, row in before.items()
    }
    assert [row.starts for row in after] == times, "estimated times follow the order"
    assert batches.undo(desk, done.operation).undone > 0
    assert batches.list_batches(desk) == list(before.values())


def test_a_planned_time_stays_with_its_batch(desk: Desk) -> None:
    planned = batches.set_batch(desk, "第四批", {"starts": "2024-07-11T17:00"}).batch.starts
    batch_edits.place(desk, "第四批", 2)
    row = batches.list_batches(desk)[1]
    assert (row.name, row.starts, row.is_planned) == ("第四批", planned, True)


def test_where_it_stands_already_nothing_is_written(desk: Desk) -> None:
    before = dump(desk)
    assert batch_edits.place(desk, "第二批", 2).operation == ""
    assert dump(desk) == before


def test_an_empty_batch_and_one_of_another_slate_keep_to_themselves(desk: Desk) -> None:
    slates.set_slate(desk, "另一清单", {})
    other = batch_edits.add(desk, "另一清单").batch.name
    empty = batch_edits.add(desk, SLATE).batch.name
    batch_edits.place(desk, empty, 1)
    assert order(desk) == [empty, "第一批", "第二批", "第三批", "第四批"]
    batch_edits.place(desk, other, 1)
    assert order(desk) == [empty, "第一批", "第二批", "第三批", "第四批"]


def test_what_is_locked_or_was_on_stage_keeps_its_place(desk: Desk) -> None:
    batches.lock(desk, "第三批")
    assert refused(desk, "第三批", 1) == "batch-place-locked"
    assert refused(desk, "没有", 1) == "batch-unknown"
    console.start(desk, SLATE)
    while (console.state(desk, SLATE).batch or batches.list_batches(desk)[1]).name != "第一批":
        console.go_on(desk, SLATE)
    while not batches.list_batches(desk)[0].state.is_fixed:
        console.go_on(desk, SLATE)
    assert refused(desk, "第一批", 4) == "batch-place-fixed"
    assert refused(desk, "第四批", 1) == "batch-place-past"
    batch_edits.place(desk, "第四批", 2)
    assert order(desk) == ["第一批", "第四批", "第二批", "第三批"], "one that is locked gives way"
    console.go_on(desk, SLATE)


def test_the_trail_says_it_in_words(desk: Desk) -> None:
    batch_edits.place(desk, "第三批", 1)
    for language in wording.Language:
        assert audit_words.action_word("batch place", language) not in {"", "batch place"}


def test_the_screen_reads_the_same_rows_at_once(desk: Desk) -> None:
    batch_edits.add(desk, SLATE)
    shown, held, staged = ceremony_rows.read(desk)
    assert list(shown) == slates.list_slates(desk)
    assert list(held) == contracts.list_contracts(desk)
    assert list(staged) == batches.list_batches(desk, empty=True)
    rows = {id(row) for row in held}
    assert all(id(row) in rows for batch in staged for row in batch.contracts)
