"""Records known by one name: an organization, a delegation, a batch."""

from typing import Any

from sqlalchemy import select

from qhsign.store.journal import JournaledSession
from qhsign.store.schema import Journaled


def id_of(
    session: JournaledSession, model: type[Journaled], known_by: dict[str, str], **more: Any
) -> str:
    """Return the id of the record ``known_by`` one field's value; it is made when new.

    ``more`` are the other fields of a record that has to be made.
    """
    ((field, value),) = known_by.items()
    column = getattr(model, field)
    found = session.scalars(select(model.id).where(column == value)).one_or_none()
    if found is not None:
        return found
    made = model(**known_by, **more)
    session.add(made)
    session.flush()
    return made.id
