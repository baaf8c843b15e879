"""The people who work at the event's desks."""

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from qhsign.domain.roles import Role
from qhsign.store.schema.base import SECRET, Journaled, words


class Operator(Journaled):
    """Somebody who works at this event; where there are none, everybody may do everything."""

    __tablename__ = "operator"

    name: Mapped[str] = mapped_column(Text)
    role: Mapped[Role] = mapped_column(words(Role))
    pin_hash: Mapped[str] = mapped_column(Text, default="", info=SECRET)
    """Argon2 hash of the PIN; empty where none is asked for."""
    removed: Mapped[bool] = mapped_column(default=False)
    """Whether they no longer work here; the record stays, so that it can be taken back."""
