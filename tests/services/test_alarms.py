"""When the alarms of the waiting area go off, and who is missing then."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from qhsign.services import alarms, batch_proposals, batches, check_ins, contracts
from qhsign.services.alarms import Absence
from qhsign.services.desk import Desk
from support.desks import Clock
from support.stages import ACTIVITY, DOORS, SLATE, id_of, stage_desk
from support.waiting_windows import ON_STAGE


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with stage_desk(tmp_path, 4, Clock(ON_STAGE - timedelta(minutes=20))) as desk:
        batch_proposals.apply(desk, SLATE, 2)
        batches.set_batch(desk, "1", {"starts": "2024-07-11T15:20"})
        yield desk


def first(desk: Desk) -> str:
    return batches.list_batches(desk)[0].id


def come(desk: Desk, *names: str) -> None:
    for name in names:
        check_ins.check_in_by_hand(desk, id_of(desk, name), ACTIVITY, at=DOORS)


def test_every_batch_that_waits_has_its_alarms(desk: Desk) -> None:
    one, two = (each.id for each in batches.list_batches(desk))
    found = alarms.list_alarms(desk)
    assert [each.at for each in found] == sorted(each.at for each in found)
    assert [(each.minutes, each.at) for each in found if each.batch == one] == [
        (minutes, ON_STAGE - timedelta(minutes=minutes)) for minutes in (30, 15, 5)
    ]
    assert {each.minutes for each in found if each.batch == two} == {30, 15, 5}, "estimated"
    for state in ("候场", "上台"):
        batches.set_batch(desk, "1", {"state": state})
    assert {each.batch for each in alarms.list_alarms(desk)} == {two}


def test_who_is_absent_is_told_signatories_first(desk: Desk) -> None:
    batch = first(desk)
    numbers = [row.number for row in batches.list_batches(desk)[0].contracts]
    come(desk, f"主{numbers[0]}", f"客{numbers[0]}", f"助{numbers[0]}", f"主{numbers[1]}")
    found = alarms.absent(desk, batch)
    second = batches.list_batches(desk)[0].contracts[1].id
    assert found.contracts == {second}
    assert list(found.names) == [f"客{numbers[1]}", f"助{numbers[1]}"]
    come(desk, f"客{numbers[1]}", f"助{numbers[1]}")
    assert alarms.absent(desk, batch) == Absence(batch, found.name, names=[]), "papers are nobody"


def test_nobody_is_waited_for_of_a_batch_on_stage_or_gone(desk: Desk) -> None:
    batch = first(desk)
    for state in ("候场", "上台"):
        batches.set_batch(desk, "1", {"state": state})
    assert alarms.absent(desk, batch).contracts == frozenset()
    assert alarms.absent(desk, "no-such-batch") == Absence("no-such-batch")


def test_whoever_was_never_named_is_missing_too(desk: Desk) -> None:
    number = batches.list_batches(desk)[0].contracts[0].number
    contracts.set_contract(desk, number, {"乙.signatory": ""})
    come(desk, *(f"{who}{each.number}" for each in batches.list_batches(desk)[0].contracts
                 for who in ("主", "客", "助")))  # fmt: skip
    found = alarms.absent(desk, first(desk))
    assert (len(found.contracts), list(found.names)) == (1, [])
