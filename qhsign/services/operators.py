"""Operators (值班人员): who works at this event, in which role, and who works at this desk now."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain.problems import ProblemForUser
from qhsign.domain.roles import LONGEST_NAME, LONGEST_PIN, SHORTEST_PIN, Act, Role, is_a_pin, may
from qhsign.services import permissions, pins
from qhsign.services.desk import Desk
from qhsign.services.setting_records import OnShift, OperatorRow
from qhsign.services.shift import Approval, Shift
from qhsign.store import journal
from qhsign.store.journal import JournaledSession
from qhsign.store.schema import Operator
from qhsign.wording import meant

_TRIES = 5
_LOCKED_FOR = timedelta(seconds=30)
_APPROVAL_HOLDS = timedelta(seconds=60)


def list_operators(desk: Desk) -> Sequence[OperatorRow]:
    """Return who works at this event, in the order they were entered."""
    with desk.read() as session:
        return [_row(each) for each in _all(session)]


def add_operator(desk: Desk, name: str, role: Role, pin: str = "") -> OperatorRow:
    """Enter somebody who works at this event.

    The first must be an administrator, and works at this desk from then on. Raises ProblemForUser
    ``operator-name-wrong``, ``operator-known``, ``operator-pin-form`` or
    ``operator-first-administrator``.
    """
    hashed = _hashed(pin)
    with desk.write("operator add") as session:
        others = _all(session)
        if not others and role is not Role.ADMINISTRATOR:
            raise ProblemForUser("operator-first-administrator")
        made = Operator(name=_free_name(name, others), role=role, pin_hash=hashed)
        session.add(made)
        session.flush()
        row = _row(made)
    if not others and desk.shift is not None:
        desk.shift.operator, desk.shift.name = row.id, row.name
    return row


def set_operator(desk: Desk, operator: str, values: Mapping[str, str]) -> OperatorRow:
    """Change an operator's ``name``, ``role`` or ``pin``; an empty PIN takes it away.

    Raises ProblemForUser ``operator-unknown``, ``operator-last-administrator``,
    ``setting-unknown``, ``setting-wrong``, or as ``add_operator`` does.
    """
    hashed = _hashed(values.get("pin", ""))
    with desk.write("operator set") as session:
        found = _find(session, operator)
        for key, text in values.items():
            if key == "name":
                found.name = _free_name(text, [e for e in _all(session) if e is not found])
            elif key == "role":
                found.role = _role(text)
            elif key == "pin":
                found.pin_hash = hashed
            else:
                raise ProblemForUser("setting-unknown", key=key, keys="name、role、pin")
        session.flush()
        _keep_an_administrator(session)
        if desk.shift is not None and desk.shift.operator == found.id:
            desk.shift.name = found.name
        return _row(found)


def enter(desk: Desk, name: str, values: Mapping[str, str]) -> OperatorRow:
    """Change the operator of that name, or enter them; without a role the first is administrator.

    Raises as ``add_operator`` and ``set_operator`` do.
    """
    everybody = list_operators(desk)
    if any(row.name == name.strip() for row in everybody):
        return set_operator(desk, name.strip(), values)
    unknown = next((key for key in values if key not in {"role", "pin"}), None)
    if unknown is not None:
        raise ProblemForUser("setting-unknown", key=unknown, keys="role、pin")
    usual = Role.CHECK_IN if everybody else Role.ADMINISTRATOR
    role = _role(values["role"]) if "role" in values else usual
    return add_operator(desk, name, role, values.get("pin", ""))


def remove_operator(desk: Desk, operator: str) -> OperatorRow:
    """Take somebody from the list; what they did stays under their name.

    Raises ProblemForUser ``operator-unknown`` or ``operator-last-administrator``. With the last of
    all operators the roles go too: everybody may do everything again.
    """
    with desk.write("operator remove") as session:
        found = _find(session, operator)
        found.removed = True
        session.flush()
        _keep_an_administrator(session)
        return _row(found)


def put_back(desk: Desk, operator: str) -> OperatorRow:
    """Take a removal back: role and PIN are as before. Raises as ``add_operator`` does."""
    with desk.write("operator put back") as session:
        found = session.get(Operator, operator)
        if found is None:
            raise ProblemForUser("operator-unknown")
        _free_name(found.name, _all(session))
        found.removed = False
        session.flush()
        return _row(found)


def who_works(desk: Desk) -> OnShift:
    """Return who works at this desk now and who else could."""
    with desk.read() as session:
        return _on_shift(session, desk)


def sign_in(desk: Desk, operator: str, pin: str = "") -> OnShift:
    """Have somebody work at this desk from now on; the journal keeps the change of shift.

    Raises ProblemForUser ``operator-unknown``, ``pin-wrong`` or ``pin-wait``.
    """
    found = _checked(desk, operator, pin)
    shift = _shift(desk)
    shift.operator, shift.name, shift.approval = found.id, found.name, None
    with desk.write("operator sign in") as session:
        journal.note(session, "operator", found.id, signed_in=found.name)
        return _on_shift(session, desk)


def sign_out(desk: Desk) -> OnShift:
    """Have nobody work at this desk: only what the door needs can be done."""
    shift = _shift(desk)
    shift.operator, shift.name, shift.approval = "", "", None
    return who_works(desk)


def resume(desk: Desk, name: str) -> OnShift:
    """Take up the shift of who worked here last, where no PIN is asked for.

    Without operators the name stands in the journal as it is, or this computer's user for none.
    """
    with desk.read() as session:
        everybody = _all(session)
        found = next((each for each in everybody if each.name == name), None)
        shift = _shift(desk)
        if not everybody:
            shift.operator, shift.name = "", name or desk.operator
        elif found is not None and not found.pin_hash:
            shift.operator, shift.name = found.id, found.name
        return _on_shift(session, desk)


def approve(desk: Desk, operator: str, pin: str, act: Act) -> str:
    """Give a supervisor's word for one act at this desk, whoever works at it; return their name.

    It holds for the next such act, and a minute at most. Raises ProblemForUser
    ``operator-unknown``, ``pin-wrong``, ``pin-wait`` or ``role-may-not``.
    """
    found = _checked(desk, operator, pin)
    if not may(found.role, act):
        raise permissions.refusal(act)
    _shift(desk).approval = Approval(found.name, act, desk.now() + _APPROVAL_HOLDS)
    return found.name


def _checked(desk: Desk, operator: str, pin: str) -> Operator:
    """Return the operator whose PIN this is."""
    shift, now = _shift(desk), desk.now()
    if shift.locked_until is not None and now < shift.locked_until:
        left = int((shift.locked_until - now).total_seconds()) + 1
        raise ProblemForUser("pin-wait", seconds=left)
    with desk.read() as session:
        found = _find(session, operator)
    if found.pin_hash and not pins.fits(pin, found.pin_hash):
        shift.wrong_pins += 1
        if shift.wrong_pins % _TRIES == 0:
            shift.locked_until = now + _LOCKED_FOR
        raise ProblemForUser("pin-wrong", name=found.name)
    shift.wrong_pins = 0
    return found


def _shift(desk: Desk) -> Shift:
    if desk.shift is None:
        raise ValueError("nobody signs in at a desk without a shift")
    return desk.shift


def _on_shift(session: Session, desk: Desk) -> OnShift:
    shift = _shift(desk)
    everybody = tuple(_row(each) for each in _all(session))
    current = next((row for row in everybody if row.id == shift.operator), None)
    role = permissions.role_of(session, shift)
    return OnShift(current, shift.name if current or not everybody else "", role, everybody)


def _all(session: Session) -> list[Operator]:
    query = select(Operator).where(Operator.removed.is_(False)).order_by(Operator.id)
    return list(session.scalars(query))


def _find(session: Session, operator: str) -> Operator:
    """Return the operator of that id, or of that name as a command gives it."""
    found = session.get(Operator, operator)
    named = [each for each in _all(session) if each.name == operator]
    if found is None and named:
        found = named[0]
    if found is None or found.removed:
        raise ProblemForUser("operator-unknown")
    return found


def _free_name(name: str, others: Sequence[Operator]) -> str:
    name = name.strip()
    if not 0 < len(name) <= LONGEST_NAME:
        raise ProblemForUser("operator-name-wrong", most=LONGEST_NAME)
    if any(each.name == name for each in others):
        raise ProblemForUser("operator-known", name=name)
    return name


def _hashed(pin: str) -> str:
    if not pin:
        return ""
    if not is_a_pin(pin):
        raise ProblemForUser("operator-pin-form", least=SHORTEST_PIN, most=LONGEST_PIN)
    return pins.hashed(pin)


def _role(text: str) -> Role:
    try:
        return meant(Role, "role", text)
    except ValueError:
        raise ProblemForUser("setting-wrong", key="role", value=text) from None


def _keep_an_administrator(session: JournaledSession) -> None:
    left = _all(session)
    if left and not any(each.role is Role.ADMINISTRATOR for each in left):
        raise ProblemForUser("operator-last-administrator")


def _row(operator: Operator) -> OperatorRow:
    return OperatorRow(operator.id, operator.name, operator.role, bool(operator.pin_hash))
