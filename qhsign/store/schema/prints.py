"""The ledger of everything printed: who, when, what, which version, outcome."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from qhsign.store.schema.base import SECRET, Base, Instant, Journaled


class PrintRun(Journaled):
    """One run of prints into one file or onto one printer."""

    __tablename__ = "print_run"

    number: Mapped[int] = mapped_column(unique=True, index=True)
    """The number people read (P-0042), from the blocks leased to each desk."""
    kind: Mapped[str] = mapped_column(String(32))
    layout: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(Instant)
    """When the run began."""
    desk: Mapped[str] = mapped_column(Text, default="")
    operator: Mapped[str] = mapped_column(Text)
    destination: Mapped[str] = mapped_column(Text)
    """The file's name without its folder."""
    pieces: Mapped[int]
    """How many were printed; of a run that never ended, how many were meant to be."""
    pages: Mapped[int | None]
    reason: Mapped[str] = mapped_column(Text, default="")
    outcome: Mapped[str] = mapped_column(String(16), default="begun")
    """``begun`` until the file lies whole on the disk, then ``done``; or ``failed``."""
    ended_at: Mapped[datetime | None] = mapped_column(Instant)
    salt: Mapped[bytes | None] = mapped_column(LargeBinary(16), info=SECRET)
    """What the texts printed are hashed with: once a purge empties it, the hashes say nothing."""


class PrintItem(Base):
    """One piece of a run. Insert-only and chained through its run's journal entry."""

    __tablename__ = "print_item"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    run_id: Mapped[str] = mapped_column(ForeignKey("print_run.id"), index=True)
    entity_id: Mapped[str] = mapped_column(String(32), index=True)
    """The badge, certificate, card or working paper; of a badge left out, the guest, who may have
    none."""
    version: Mapped[int]
    """Counts how often the piece was printed; 0 where this run did not print it."""
    outcome: Mapped[str] = mapped_column(String(16))
    """``done``, ``left-out`` by preflight, or ``failed`` with the run."""
    code: Mapped[str] = mapped_column(String(48), default="")
    """Why it was left out: the finding's code."""
    printed: Mapped[dict[str, str] | None] = mapped_column(JSON(none_as_null=True))
    """A hash of each text the piece shows, by field, salted by its run: tells what was changed
    since, and never what it was."""
