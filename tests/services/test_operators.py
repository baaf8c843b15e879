"""Operators, their PINs, and what each role may do, on a real event file."""

import ast
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

import qhsign.services
from qhsign.domain.problems import ProblemForUser
from qhsign.domain.roles import Act, Role
from qhsign.services import (
    activities,
    audit,
    badges,
    check_ins,
    door_badge,
    events,
    exports,
    guests,
    operators,
    permissions,
    verification,
)
from qhsign.services.desk import Desk
from qhsign.services.shift import Shift
from qhsign.store.schema import CheckInOverride, JournalValue, Operator
from support.desks import Clock, add_guest, fresh_desk

PIN, OTHER_PIN = "2580", "1379"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    """A desk of a window: it has a shift, and the event no operators yet."""
    with fresh_desk(tmp_path / "e.qhsign", clock) as opened:
        yield replace(opened, shift=Shift())


@pytest.fixture
def staffed(desk: Desk) -> Desk:
    """The same desk, with one operator of each role and a supervisor's PIN."""
    operators.add_operator(desk, "马管理", Role.ADMINISTRATOR, PIN)
    operators.add_operator(desk, "李主管", Role.SUPERVISOR, OTHER_PIN)
    operators.add_operator(desk, "王录入", Role.EDITOR)
    operators.add_operator(desk, "赵签到", Role.CHECK_IN)
    return desk


def refused(work: Callable[[], object]) -> str:
    with pytest.raises(ProblemForUser) as caught:
        work()
    return caught.value.code


def sign_in(desk: Desk, name: str, pin: str = "") -> None:
    operators.sign_in(desk, name, pin)


def guest_id(desk: Desk, number: int) -> str:
    with desk.read() as session:
        return guests.by_number(session, number).id


def refuse_at_the_door(desk: Desk, number: int) -> str:
    """Have a guest refused and return the scan: the activity takes only who is on its list."""
    activities.set_activity(replace(desk, shift=None), "1", {"invited": "listed"})
    return check_ins.check_in_by_hand(desk, guest_id(desk, number), "1").scan


def test_without_operators_everybody_may_do_everything(desk: Desk, tmp_path: Path) -> None:
    number = add_guest(desk, "韩秋月", phone="13897541234")
    assert operators.who_works(desk).role is None
    events.change_event(desk, {"city": "西宁"})
    assert guests.reveal(desk, number, "phone", "核对")["phone"] == "13897541234"
    assert check_ins.override(desk, refuse_at_the_door(desk, number), "本人").overridden


def test_the_first_operator_is_an_administrator_and_works_here_at_once(desk: Desk) -> None:
    assert refused(lambda: operators.add_operator(desk, "赵签到", Role.CHECK_IN)) == (
        "operator-first-administrator"
    )
    row = operators.add_operator(desk, " 马管理 ", Role.ADMINISTRATOR, PIN)
    assert (row.name, row.has_pin) == ("马管理", True)
    working = operators.who_works(desk)
    assert (working.operator, working.role) == (row, Role.ADMINISTRATOR)
    events.change_event(desk, {"city": "西宁"})
    assert audit.trail(desk, limit=1)[0].operator == "马管理"


@pytest.mark.parametrize(
    ("name", "may_not"),
    [
        ("", {"edit", "export", "print", "annul", "reveal", "revoke", "settings", "operators"}),
        (
            "赵签到",
            {"edit", "export", "print", "annul", "reveal", "revoke", "settings", "operators"},
        ),
        ("王录入", {"annul", "reveal", "revoke", "settings", "operators"}),
        ("李主管", {"settings", "operators"}),
        ("马管理", set()),
    ],
)
def test_each_role_may_what_it_may(
    staffed: Desk, tmp_path: Path, name: str, may_not: set[str]
) -> None:
    number = add_guest(replace(staffed, shift=None), "韩秋月")
    badges.issue(replace(staffed, shift=None), [guest_id(staffed, number)])
    operators.sign_out(staffed)
    if name:
        sign_in(staffed, name, {"马管理": PIN, "李主管": OTHER_PIN}.get(name, ""))
    scan = check_ins.check_in_by_hand(staffed, guest_id(staffed, number), "1").scan
    tries: dict[str, Callable[[], object]] = {
        "edit": lambda: guests.set_guest(staffed, number, {"title": "经理"}),
        "export": lambda: exports.export(staffed, "guests", tmp_path / "g.csv"),
        "print": lambda: badges.print_badges(staffed, tmp_path / "b.pdf", reprint="损坏"),
        "annul": lambda: check_ins.annul(staffed, scan, "误扫"),
        "reveal": lambda: guests.reveal(staffed, number, "phone", "核对"),
        "revoke": lambda: badges.revoke(staffed, number, "遗失"),
        "settings": lambda: events.change_event(staffed, {"city": "西宁"}),
        "operators": lambda: operators.add_operator(staffed, "新人", Role.CHECK_IN),
    }
    found = {}
    for act, work in tries.items():
        try:
            work()
        except ProblemForUser as problem:
            found[act] = problem.code
    assert found == dict.fromkeys(may_not, "role-may-not")
    walked_in = guests.walk_in(staffed, name="才让卓玛", organization="青海日报")
    made = door_badge.print_door_badge(staffed, int(str(walked_in["number"])), tmp_path / "door")
    assert made.path.exists(), "the door goes on whoever works there"


def test_a_refused_act_changes_nothing(staffed: Desk, tmp_path: Path) -> None:
    number = add_guest(replace(staffed, shift=None), "韩秋月")
    sign_in(staffed, "赵签到")
    before = audit.trail(staffed, limit=1)
    refused(lambda: guests.set_guest(staffed, number, {"title": "经理"}))
    refused(lambda: exports.export(staffed, "guests", tmp_path / "g.csv"))
    assert audit.trail(staffed, limit=1) == before
    assert not (tmp_path / "g.csv").exists()


def test_full_phones_leave_only_by_who_may_see_them(staffed: Desk, tmp_path: Path) -> None:
    add_guest(replace(staffed, shift=None), "韩秋月", phone="13897541234")
    out = tmp_path / "g.csv"

    def export() -> object:
        return exports.export(
            staffed, "guests", out, columns=["full_name", "phone"], purpose="接站"
        )

    sign_in(staffed, "王录入")
    assert refused(export) == "role-may-not"
    assert not out.exists()
    sign_in(staffed, "李主管", OTHER_PIN)
    export()
    assert "13897541234" in out.read_text("utf-8-sig")


def test_nobody_is_named_who_has_not_signed_in(staffed: Desk) -> None:
    operators.sign_out(staffed)
    guests.walk_in(staffed, name="才让卓玛", organization="青海日报")
    assert audit.trail(staffed, limit=1)[0].operator == ""


def test_the_command_line_is_not_held_to_roles(staffed: Desk) -> None:
    bare = replace(staffed, shift=None)
    assert events.change_event(bare, {"city": "西宁"}).city == "西宁"


def test_a_supervisor_approves_in_place_once_and_the_clerk_stays(
    staffed: Desk, clock: Clock
) -> None:
    number = add_guest(replace(staffed, shift=None), "韩秋月")
    sign_in(staffed, "赵签到")
    scan = refuse_at_the_door(staffed, number)
    assert refused(lambda: check_ins.override(staffed, scan, "本人")) == "role-may-not"
    assert refused(lambda: operators.approve(staffed, "王录入", "", Act.OVERRIDE)) == "role-may-not"
    assert (
        refused(lambda: operators.approve(staffed, "李主管", "0000", Act.OVERRIDE)) == "pin-wrong"
    )
    assert operators.approve(staffed, "李主管", OTHER_PIN, Act.OVERRIDE) == "李主管"
    assert check_ins.override(staffed, scan, "本人").overridden
    with staffed.read() as session:
        assert session.scalars(select(CheckInOverride)).one().approved_by == "李主管"
    assert audit.trail(staffed, limit=1)[0].operator == "赵签到"
    again = check_ins.check_in_by_hand(staffed, guest_id(staffed, number), "1").scan
    assert refused(lambda: check_ins.override(staffed, again, "本人")) == "role-may-not", "once"
    operators.approve(staffed, "李主管", OTHER_PIN, Act.OVERRIDE)
    clock.forward(seconds=61)
    assert refused(lambda: check_ins.override(staffed, again, "本人")) == "role-may-not", "a minute"


def test_an_override_with_the_scan_asks_for_the_role_too(staffed: Desk) -> None:
    number = add_guest(replace(staffed, shift=None), "韩秋月")
    badge = badges.issue(replace(staffed, shift=None), [guest_id(staffed, number)])[0]
    activities.set_activity(replace(staffed, shift=None), "1", {"invited": "listed"})
    sign_in(staffed, "赵签到")
    code = badge.code
    assert refused(lambda: check_ins.record_scan(staffed, code, "1", override="本人")) == (
        "role-may-not"
    )
    sign_in(staffed, "李主管", OTHER_PIN)
    assert check_ins.record_scan(staffed, code, "1", override="本人").overridden


def test_a_pin_is_asked_for_and_too_many_wrong_ones_wait(staffed: Desk, clock: Clock) -> None:
    assert refused(lambda: operators.sign_in(staffed, "李主管")) == "pin-wrong"
    for _ in range(4):
        assert refused(lambda: operators.sign_in(staffed, "李主管", "0000")) == "pin-wrong"
    assert refused(lambda: operators.sign_in(staffed, "李主管", OTHER_PIN)) == "pin-wait"
    clock.forward(seconds=31)
    working = operators.sign_in(staffed, "李主管", OTHER_PIN)
    assert (working.name, working.role) == ("李主管", Role.SUPERVISOR)
    assert audit.trail(staffed, limit=1)[0].new == {"signed_in": "李主管"}


def test_who_worked_here_last_takes_up_the_shift_unless_a_pin_is_asked(staffed: Desk) -> None:
    operators.sign_out(staffed)
    assert operators.resume(staffed, "王录入").name == "王录入"
    operators.sign_out(staffed)
    assert operators.resume(staffed, "李主管").operator is None
    assert operators.resume(staffed, "不在册").role is Role.CHECK_IN


def test_without_operators_any_name_may_stand_in_the_journal(desk: Desk) -> None:
    assert operators.resume(desk, "临时工").name == "临时工"
    events.change_event(desk, {"city": "西宁"})
    assert audit.trail(desk, limit=1)[0].operator == "临时工"


def test_a_forgotten_pin_is_set_anew_by_an_administrator(staffed: Desk) -> None:
    row = operators.set_operator(staffed, "李主管", {"pin": "4321"})
    assert row.has_pin
    assert refused(lambda: operators.sign_in(staffed, "李主管", OTHER_PIN)) == "pin-wrong"
    assert operators.sign_in(staffed, "李主管", "4321").name == "李主管"


def test_a_pin_never_lands_in_the_journal_or_in_clear(staffed: Desk) -> None:
    with staffed.read() as session:
        hashes = [each for each in session.scalars(select(Operator.pin_hash)) if each]
        written = "".join(each or "" for each in session.scalars(select(JournalValue.content)))
    assert len(hashes) == 2
    assert all(each.startswith("$argon2id$") for each in hashes)
    for secret in (*hashes, PIN, OTHER_PIN):
        assert secret not in written
    assert all(check.ok for check in verification.verify(staffed))


def test_a_command_enters_and_changes_by_name(desk: Desk) -> None:
    bare = replace(desk, shift=None)
    assert operators.enter(bare, "马管理", {}).role is Role.ADMINISTRATOR
    assert operators.enter(bare, "李主管", {"role": "主管", "pin": OTHER_PIN}).has_pin
    assert operators.enter(bare, "李主管", {"pin": ""}).has_pin is False
    assert operators.enter(bare, "赵签到", {}).role is Role.CHECK_IN
    assert refused(lambda: operators.enter(bare, "新人", {"role": "厨师"})) == "setting-wrong"
    assert refused(lambda: operators.enter(bare, "新人", {"age": "30"})) == "setting-unknown"
    assert refused(lambda: operators.enter(bare, "李主管", {"age": "30"})) == "setting-unknown"
    assert len(operators.list_operators(bare)) == 3


def test_one_administrator_stays_and_a_removal_is_taken_back(staffed: Desk) -> None:
    assert refused(lambda: operators.remove_operator(staffed, "马管理")) == (
        "operator-last-administrator"
    )
    last = operators.set_operator
    assert refused(lambda: last(staffed, "马管理", {"role": "editor"})) == (
        "operator-last-administrator"
    )
    gone = operators.remove_operator(staffed, "李主管")
    assert "李主管" not in {row.name for row in operators.list_operators(staffed)}
    assert refused(lambda: operators.sign_in(staffed, gone.id, OTHER_PIN)) == "operator-unknown"
    assert operators.put_back(staffed, gone.id) == gone
    assert operators.sign_in(staffed, gone.id, OTHER_PIN).name == "李主管"


def test_with_the_last_operator_the_roles_go_too(desk: Desk) -> None:
    row = operators.add_operator(desk, "马管理", Role.ADMINISTRATOR)
    operators.remove_operator(desk, row.id)
    assert operators.who_works(desk).role is None
    assert operators.put_back(desk, row.id).name == "马管理"


def test_who_is_removed_meanwhile_may_no_more(staffed: Desk) -> None:
    sign_in(staffed, "王录入")
    operators.remove_operator(replace(staffed, shift=None), "王录入")
    assert refused(lambda: guests.set_guest(staffed, 1, {})) == "role-may-not"


@pytest.mark.parametrize(
    ("name", "pin", "code"),
    [
        ("", "", "operator-name-wrong"),
        ("人" * 41, "", "operator-name-wrong"),
        ("李主管", "", "operator-known"),
        ("新人", "12", "operator-pin-form"),
        ("新人", "１２３４", "operator-pin-form"),
    ],
)
def test_names_and_pins_that_do_not_work_are_refused(
    staffed: Desk, name: str, pin: str, code: str
) -> None:
    assert refused(lambda: operators.add_operator(staffed, name, Role.CHECK_IN, pin)) == code
    assert len(operators.list_operators(staffed)) == 4


def test_every_action_of_the_services_is_kept_for_a_role() -> None:
    folder = Path(qhsign.services.__file__).parent
    found = set()
    for path in folder.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr == "write"
                and isinstance(node.func.value, ast.Name | ast.Attribute)
                and "desk" in ast.unparse(node.func.value)
                and node.args
                and isinstance(node.args[0], ast.Constant)
            ):
                found.add(str(node.args[0].value))
    assert found
    assert found <= set(permissions.ACTS)
