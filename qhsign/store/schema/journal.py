"""The journal's two tables: chained entries, and the values a purge may empty."""

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from qhsign.store.schema.base import Base


class JournalEntry(Base):
    """One change of one record. ``hash`` covers everything here and the entry before it."""

    __tablename__ = "journal_entry"
    __table_args__ = (
        UniqueConstraint("replica", "sequence"),
        Index("ix_journal_entry_entity_id", "entity_id"),
        Index("ix_journal_entry_operation", "operation"),
        Index("ix_journal_entry_clock", "clock"),
    )

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    replica: Mapped[str] = mapped_column(String(32))
    sequence: Mapped[int] = mapped_column(BigInteger)
    clock: Mapped[str] = mapped_column(String(24))
    """Hybrid logical clock: milliseconds since 1970 and a counter, as sortable text."""
    desk: Mapped[str] = mapped_column(Text)
    operator: Mapped[str] = mapped_column(Text)
    action: Mapped[str] = mapped_column(String(48))
    operation: Mapped[str] = mapped_column(String(32))
    """Shared by all entries of one use case; an undo takes back one operation."""
    entity_kind: Mapped[str] = mapped_column(String(32))
    entity_id: Mapped[str] = mapped_column(String(32))
    change: Mapped[str] = mapped_column(String(8))
    """``insert``, ``update``, ``delete`` or ``view``."""
    fields: Mapped[list[str]] = mapped_column(JSON)
    values_hash: Mapped[str] = mapped_column(String(64))
    previous_hash: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))


class JournalValue(Base):
    """Old and new values of an entry, salted so that their hash gives nothing away."""

    __tablename__ = "journal_value"

    entry_id: Mapped[str] = mapped_column(ForeignKey("journal_entry.id"), primary_key=True)
    salt: Mapped[str] = mapped_column(String(32))
    content: Mapped[str | None] = mapped_column(Text)
    """JSON ``{"old": {...}, "new": {...}}`` as hashed; null after a purge."""
