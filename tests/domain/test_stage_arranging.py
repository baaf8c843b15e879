from qhsign.domain.seating import GapPolicy, Place, PlaceKind
from qhsign.domain.stage_arranging import Arranged, AtTable, arranged, exchanged
from qhsign.domain.stage_terms import Side

ONE = AtTable("c1", [("沈江", "石兰"), ("乙丙", "")], [("王晓静", "陈华")])
TWO = AtTable("c2", [("秦杰", "")], [("方海", "")])
WITNESSES = {Side.GUEST: ["顾", "于", "何"], Side.HOST: ["杨", "姚"]}


def signer(table: int, side: Side, rank: int = 1) -> Place:
    return Place(PlaceKind.SIGNER, table, side, rank)


def witness(side: Side, rank: int) -> Place:
    return Place(PlaceKind.WITNESS, 0, side, rank)


def test_contracts_lie_on_tables_in_order() -> None:
    plan = arranged([ONE, TWO], WITNESSES)
    assert plan.tables == {1: "c1", 2: "c2"}
    assert plan.seats[signer(1, Side.GUEST)] == "沈江"
    assert plan.seats[signer(1, Side.GUEST, 2)] == "乙丙"
    assert plan.seats[Place(PlaceKind.ASSISTANT, 1, Side.HOST, 1)] == "陈华"
    assert plan.seats[witness(Side.GUEST, 3)] == "何"
    assert len(plan.seats) == 5 + 2 + 5


def test_what_staff_moved_stays_while_the_same_people_are_there() -> None:
    plan = exchanged(
        arranged([ONE, TWO], WITNESSES), witness(Side.GUEST, 1), witness(Side.GUEST, 2)
    )
    assert arranged([ONE, TWO], WITNESSES, plan) == plan
    fewer = {**WITNESSES, Side.GUEST: ["顾", "何"]}
    kept = arranged([ONE, TWO], fewer, plan)
    assert [kept.seats.get(witness(Side.GUEST, rank)) for rank in (1, 2, 3)] == [None, "顾", "何"]
    closed = arranged([ONE, TWO], fewer, plan, policy=GapPolicy.CLOSE)
    assert [closed.seats.get(witness(Side.GUEST, rank)) for rank in (1, 2)] == ["顾", "何"]
    more = {**WITNESSES, Side.GUEST: ["新", "顾", "于", "何"]}
    assert arranged([ONE, TWO], more, plan).seats[witness(Side.GUEST, 1)] == "新"


def test_places_moved_at_a_table_go_with_its_contract() -> None:
    plan = exchanged(arranged([ONE, TWO], {}), signer(1, Side.GUEST), signer(1, Side.GUEST, 2))
    moved = arranged([TWO, ONE], {}, plan)
    assert moved.tables == {1: "c2", 2: "c1"}
    assert moved.seats[signer(2, Side.GUEST)] == "乙丙"
    other = AtTable("c1", [("替补", "石兰"), ("乙丙", "")], [("王晓静", "陈华")])
    assert arranged([other, TWO], {}, plan).seats[signer(1, Side.GUEST)] == "替补"


def test_nobody_who_stays_moves_in_a_frozen_plan() -> None:
    plan = arranged([ONE, TWO], WITNESSES)
    three = AtTable("c3", [("江", "")], [("贺", "")])
    people = {Side.GUEST: ["新", "何", "顾"], Side.HOST: ["姚"]}
    frozen = arranged([three, TWO], people, plan, frozen=True)
    assert frozen.tables == {2: "c2", 3: "c3"}
    assert frozen.seats[signer(2, Side.GUEST)] == "秦杰"
    row = [frozen.seats.get(witness(Side.GUEST, rank), "") for rank in (1, 2, 3, 4)]
    assert row == ["顾", "", "何", "新"]
    assert frozen.seats[witness(Side.HOST, 2)] == "姚"
    assert witness(Side.HOST, 1) not in frozen.seats


def test_a_free_place_takes_who_comes() -> None:
    plan = Arranged({witness(Side.HOST, 1): "杨"}, {})
    moved = exchanged(plan, witness(Side.HOST, 1), witness(Side.HOST, 2))
    assert moved.seats == {witness(Side.HOST, 2): "杨"}
    assert exchanged(moved, witness(Side.HOST, 5), witness(Side.HOST, 6)) == moved
