"""Photos: the pictures themselves. Which guest has which is a field of the guest."""

from sqlalchemy import LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from qhsign.store.schema.base import Base


class Photo(Base):
    """A photo's bytes by their digest. Insert-only; the journal holds the digest, not the bytes.

    A photo no guest bears any more stays, so that history and undo can bring it back; a purge of
    personal data is what removes it.
    """

    __tablename__ = "photo"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    """SHA-256 of ``jpeg``, in hexadecimal digits."""
    jpeg: Mapped[bytes] = mapped_column(LargeBinary)
    width: Mapped[int]
    height: Mapped[int]
    """In pixels, as ``width``."""
