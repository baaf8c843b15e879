"""Who may do what at the desks (岗位): four roles, each with all that the ones before it may.

Where an event has entered no operators, everybody may do everything. The roles protect against
mistakes in the rush of the desk, not against somebody who holds the event file itself.
"""

from collections.abc import Mapping
from enum import StrEnum


class Role(StrEnum):
    """What an operator is at this event, the least first."""

    CHECK_IN = "check-in"  # 签到员
    EDITOR = "editor"  # 录入
    SUPERVISOR = "supervisor"  # 主管
    ADMINISTRATOR = "administrator"  # 管理员


class Act(StrEnum):
    """What is kept for a role."""

    CHECK_IN = "check-in"  # scans, walk-ins, a badge printed at the door
    EDIT = "edit"  # guests, contracts, slates
    IMPORT = "import"  # lists and photos, and taking an import back
    PRINT = "print"  # runs of badges, papers, certificates
    EXPORT = "export"
    OVERRIDE = "override"  # let somebody in whom the rules refuse
    ANNUL = "annul"  # take a check-in back
    REVEAL = "reveal"  # see a masked value in full
    REVOKE = "revoke"  # make a badge worthless
    APPROVE = "approve"  # approve a contract for its certificate
    SETTINGS = "settings"
    OPERATORS = "operators"


LEAST_ROLE: Mapping[Act, Role] = {
    Act.CHECK_IN: Role.CHECK_IN,
    Act.EDIT: Role.EDITOR,
    Act.IMPORT: Role.EDITOR,
    Act.PRINT: Role.EDITOR,
    Act.EXPORT: Role.EDITOR,
    Act.OVERRIDE: Role.SUPERVISOR,
    Act.ANNUL: Role.SUPERVISOR,
    Act.REVEAL: Role.SUPERVISOR,
    Act.REVOKE: Role.SUPERVISOR,
    Act.APPROVE: Role.SUPERVISOR,
    Act.SETTINGS: Role.ADMINISTRATOR,
    Act.OPERATORS: Role.ADMINISTRATOR,
}
"""The least role that may do each."""

NOBODY = Role.CHECK_IN
"""The role of a desk at which nobody has signed in yet: the queue at the door never waits."""

SHORTEST_PIN, LONGEST_PIN = 4, 12
LONGEST_NAME = 40

_LADDER = tuple(Role)


def may(role: Role, act: Act) -> bool:
    """Tell whether an operator of this role may do this."""
    return _LADDER.index(role) >= _LADDER.index(LEAST_ROLE[act])


def is_a_pin(text: str) -> bool:
    """Tell whether a PIN can be typed at a desk: digits, 4 to 12 of them."""
    return SHORTEST_PIN <= len(text) <= LONGEST_PIN and text.isascii() and text.isdecimal()
