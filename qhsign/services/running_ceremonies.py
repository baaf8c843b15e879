"""Which ceremonies run: asked when a file is opened, so it brings nothing else along."""

from sqlalchemy import select

from qhsign.services.desk import Desk
from qhsign.store.schema import Ceremony, Slate


def running(desk: Desk) -> list[str]:
    """Return the names of the slates whose ceremony was begun and not ended."""
    query = (
        select(Slate.name)
        .join(Ceremony, Ceremony.slate_id == Slate.id)
        .where(Ceremony.ended_at.is_(None))
        .order_by(Slate.id)
    )
    with desk.read() as session:
        return list(session.scalars(query))
