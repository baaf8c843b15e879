"""Which ceremonies run: asked when a file is opened, so it brings nothing else along."""

from sqlalchemy import text

from qhsign.services.desk import Desk

# In plain SQL: the models of the ceremony are not needed before somebody goes there.
_RUNNING = text(
    "SELECT slate.name FROM slate JOIN ceremony ON ceremony.slate_id = slate.id "
    "WHERE ceremony.ended_at IS NULL ORDER BY slate.id"
)


def running(desk: Desk) -> list[str]:
    """Return the names of the slates whose ceremony was begun and not ended."""
    with desk.read() as session:
        return list(session.scalars(_RUNNING))
