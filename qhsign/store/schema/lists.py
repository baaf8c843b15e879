"""Imported lists and where each guest or contract came from."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from qhsign.store.schema.base import Base, Instant, Journaled


class ListImport(Journaled):
    """One list, or one lot of photos, read into the event (导入)."""

    __tablename__ = "list_import"

    number: Mapped[int] = mapped_column(unique=True)
    kind: Mapped[str] = mapped_column(String(16))
    """``guests``, ``contracts`` or ``photos``."""
    file_name: Mapped[str] = mapped_column(Text)
    sheet: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(Instant)
    operation: Mapped[str] = mapped_column(String(32))
    """The journal's operation, by which the import is undone."""
    replaces: Mapped[int | None]
    """Number of the import this list supersedes."""
    undone_at: Mapped[datetime | None] = mapped_column(Instant)


class ListRow(Base):
    """Row provenance: which file row a guest or contract came from; not journaled."""

    __tablename__ = "list_row"
    __table_args__ = (Index("ix_list_row_import_id_entity_id", "import_id", "entity_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    import_id: Mapped[str] = mapped_column(ForeignKey("list_import.id"))
    entity_id: Mapped[str] = mapped_column(String(32), index=True)
    row: Mapped[int]
    outcome: Mapped[str] = mapped_column(String(16))
    """``new``, ``changed``, ``unchanged``, or ``left-out`` where staff did not take the row."""
    content: Mapped[str | None] = mapped_column(Text)
    """What the list said, as JSON by field: tells next time whether the list or the staff changed
    a value. Null after a purge."""
