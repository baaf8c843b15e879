"""What the window is given about the people at the desks of one open event."""

from qhsign.domain.roles import Act, Role
from qhsign.services import operators
from qhsign.services.desk import Desk
from qhsign.services.setting_records import OnShift, OperatorRow
from qhsign.ui.shift.shift_provider import ShiftProvider, Texts


def shift_provider(opened: Desk) -> ShiftProvider:
    """Give the window the use cases of operators; who worked here last goes on where they may."""

    def sign_in(operator: str, pin: str) -> OnShift:
        return operators.sign_in(opened, operator, pin)

    def approve(operator: str, pin: str, act: Act) -> str:
        return operators.approve(opened, operator, pin, act)

    def add(name: str, role: Role, pin: str) -> OperatorRow:
        return operators.add_operator(opened, name, role, pin)

    def write(operator: str, values: Texts) -> OperatorRow:
        return operators.set_operator(opened, operator, values)

    return ShiftProvider(
        initial=operators.resume(opened, opened.operator),
        read=lambda: operators.who_works(opened),
        sign_in=sign_in,
        sign_out=lambda: operators.sign_out(opened),
        be_named=lambda name: operators.resume(opened, name),
        approve=approve,
        add=add,
        write=write,
        remove=lambda operator: operators.remove_operator(opened, operator),
        put_back=lambda operator: operators.put_back(opened, operator),
    )
