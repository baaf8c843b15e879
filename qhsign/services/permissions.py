"""Which role each use case asks for, by the action the journal keeps of it."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain.problems import ProblemForUser
from qhsign.domain.roles import LEAST_ROLE, NOBODY, Act, Role, may
from qhsign.services.shift import Shift
from qhsign.store.schema import Operator
from qhsign.wording import Word

ACTS: Mapping[str, Act] = {
    "check-in": Act.CHECK_IN,
    "check-in by hand": Act.CHECK_IN,
    "walk-in": Act.CHECK_IN,
    "late sign-ins": Act.CHECK_IN,
    "number tag": Act.CHECK_IN,
    "print failed": Act.CHECK_IN,
    "operator sign in": Act.CHECK_IN,
    "guest add": Act.EDIT,
    "guest set": Act.EDIT,
    "guests change": Act.EDIT,
    "guest join": Act.EDIT,
    "guest photo": Act.EDIT,
    "delegation set": Act.EDIT,
    "delegation remove": Act.EDIT,
    "delegations merge": Act.EDIT,
    "take back": Act.EDIT,
    "undo": Act.EDIT,
    "photos remove": Act.EDIT,
    "contract set": Act.EDIT,
    "slate set": Act.EDIT,
    "contract move": Act.EDIT,
    "contract step-back": Act.EDIT,
    "payment add": Act.EDIT,
    "payment set": Act.EDIT,
    "payment remove": Act.EDIT,
    "target set": Act.EDIT,
    "edition set": Act.EDIT,
    "edition published": Act.EDIT,
    "batches propose": Act.EDIT,
    "batch set": Act.EDIT,
    "batch lock": Act.EDIT,
    "batch move": Act.EDIT,
    "batch reorder": Act.EDIT,
    "batch place": Act.EDIT,
    "stage undo": Act.EDIT,
    "undo follow-up": Act.EDIT,
    "texts tick": Act.EDIT,
    "remote check-in": Act.CHECK_IN,
    "stage plan make": Act.EDIT,
    "presidium arrange": Act.EDIT,
    "stage plan exchange": Act.EDIT,
    "stage plan freeze": Act.EDIT,
    "stage plan sign": Act.EDIT,
    "run of show sign": Act.EDIT,
    "slate words": Act.EDIT,
    "show step set": Act.EDIT,
    "show step add": Act.EDIT,
    "show step move": Act.EDIT,
    "show step remove": Act.EDIT,
    "ceremony start": Act.EDIT,
    "ceremony next": Act.EDIT,
    "ceremony back": Act.EDIT,
    "ceremony end": Act.EDIT,
    "ceremony resume": Act.EDIT,
    "ceremony screen": Act.EDIT,
    "import guests": Act.IMPORT,
    "import contracts": Act.IMPORT,
    "import photos": Act.IMPORT,
    "import follow-up": Act.IMPORT,
    "undo import": Act.IMPORT,
    "badges issue": Act.PRINT,
    "badges print": Act.PRINT,
    "badges reissue": Act.PRINT,
    "certificates issue": Act.PRINT,
    "certificates print": Act.PRINT,
    "place-cards print": Act.PRINT,
    "sign-in-sheet print": Act.PRINT,
    "badge-collection print": Act.PRINT,
    "address-list print": Act.PRINT,
    "contract-list print": Act.PRINT,
    "follow-up-list print": Act.PRINT,
    "statistics-brief print": Act.PRINT,
    "stage-plan print": Act.PRINT,
    "call-list print": Act.PRINT,
    "run-of-show print": Act.PRINT,
    "floor-marks print": Act.PRINT,
    "change-slip print": Act.PRINT,
    "presidium print": Act.PRINT,
    "export": Act.EXPORT,
    "check-in override": Act.OVERRIDE,
    "annul": Act.ANNUL,
    "annul late sign-ins": Act.ANNUL,
    "remote check-in annul": Act.ANNUL,
    "guest reveal": Act.REVEAL,
    "badges revoke": Act.REVOKE,
    "contract approve": Act.APPROVE,
    "contract agree": Act.APPROVE,
    "substitute": Act.APPROVE,
    "new event": Act.SETTINGS,
    "demo": Act.SETTINGS,
    "demo arrivals": Act.SETTINGS,
    "event set": Act.SETTINGS,
    "activity set": Act.SETTINGS,
    "activity remove": Act.SETTINGS,
    "category set": Act.SETTINGS,
    "zone set": Act.SETTINGS,
    "zone remove": Act.SETTINGS,
    "figure add": Act.SETTINGS,
    "figure set": Act.SETTINGS,
    "figure remove": Act.SETTINGS,
    "operator add": Act.OPERATORS,
    "operator set": Act.OPERATORS,
    "operator remove": Act.OPERATORS,
    "operator put back": Act.OPERATORS,
}
"""What each action of ``Desk.write`` is; a test holds it against the services."""


def act_of(action: str) -> Act:
    """Return what an action is; one that is not named asks for as much as an edit."""
    return ACTS.get(action, Act.EDIT)


def require(session: Session, shift: Shift, act: Act) -> None:
    """Refuse what the operator of a shift may not do.

    Raises ProblemForUser ``role-may-not``. The role is what the event says now, so that who was
    given another role or was removed has it at once, at every desk.
    """
    role = role_of(session, shift)
    if role is not None and not may(role, act):
        raise refusal(act)


def refusal(act: Act) -> ProblemForUser:
    """Return the sentence that says who may do this."""
    return ProblemForUser(
        "role-may-not", act=Word(f"act-{act}"), who=Word(f"role-{LEAST_ROLE[act]}")
    )


def role_of(session: Session, shift: Shift) -> Role | None:
    """Return the role of who works on a shift; None where the event has no operators."""
    query = select(Operator.id, Operator.role).where(Operator.removed.is_(False))
    roles: dict[str, Role] = {row.id: row.role for row in session.execute(query)}
    return roles.get(shift.operator, NOBODY) if roles else None
