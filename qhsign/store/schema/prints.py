"""The ledger of everything printed: who, when, what, which version, outcome."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from qhsign.store.schema.base import Base, Instant, Journaled


class PrintRun(Journaled):
    """One run of prints into one file or onto one printer."""

    __tablename__ = "print_run"

    kind: Mapped[str] = mapped_column(String(32))
    layout: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(Instant)
    operator: Mapped[str] = mapped_column(Text)
    destination: Mapped[str] = mapped_column(Text)
    """The file's name without its folder."""
    pieces: Mapped[int]
    reason: Mapped[str] = mapped_column(Text, default="")


class PrintItem(Base):
    """One piece of a run. Insert-only and chained through its run's journal entry."""

    __tablename__ = "print_item"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    run_id: Mapped[str] = mapped_column(ForeignKey("print_run.id"), index=True)
    entity_id: Mapped[str] = mapped_column(String(32), index=True)
    """The badge, the certificate, or the working paper."""
    version: Mapped[int]
    outcome: Mapped[str] = mapped_column(String(16))
