"""Check-ins: facts that are never edited; annulments and overrides stand beside them."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from qhsign.store.schema import event, guest  # noqa: F401 - referred to by their keys
from qhsign.store.schema.base import Instant, Journaled


class CheckIn(Journaled):
    """One scan or entry by hand at an activity (签到), stored with the verdict shown."""

    __tablename__ = "check_in"
    __table_args__ = (Index("ix_check_in_activity_id_guest_id", "activity_id", "guest_id"),)

    activity_id: Mapped[str] = mapped_column(ForeignKey("activity.id"))
    guest_id: Mapped[str | None] = mapped_column(ForeignKey("guest.id"), index=True)
    badge_id: Mapped[str | None] = mapped_column(ForeignKey("badge.id"))
    code: Mapped[str] = mapped_column(Text, index=True)
    """The badge's payload, or what was scanned, cut to 64 characters; empty when by hand."""
    at: Mapped[datetime] = mapped_column(Instant, index=True)
    recorded_at: Mapped[datetime] = mapped_column(Instant)
    desk: Mapped[str] = mapped_column(Text, default="")
    leaving: Mapped[bool] = mapped_column(default=False)
    by_hand: Mapped[bool] = mapped_column(default=False)
    rehearsal: Mapped[bool] = mapped_column(default=False)
    verdict: Mapped[str] = mapped_column(String(16))
    message: Mapped[str] = mapped_column(Text)
    """Code of the sentence shown, with its parameters, as JSON: a repeated scan says the same."""
    first_at: Mapped[datetime | None] = mapped_column(Instant)
    first_desk: Mapped[str] = mapped_column(Text, default="")
    nonce: Mapped[str] = mapped_column(Text, unique=True)


class CheckInAnnulment(Journaled):
    """A check-in taken back with a reason; the record stays."""

    __tablename__ = "check_in_annulment"

    check_in_id: Mapped[str] = mapped_column(ForeignKey("check_in.id"), unique=True)
    reason: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(Instant)


class CheckInOverride(Journaled):
    """A refusal let through by a supervisor with a reason; the refused verdict stays."""

    __tablename__ = "check_in_override"

    check_in_id: Mapped[str] = mapped_column(ForeignKey("check_in.id"), unique=True)
    reason: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(Instant)
    approved_by: Mapped[str] = mapped_column(Text, default="")
    """The supervisor who gave their PIN in place, where somebody else works at the desk."""


class NumberTag(Journaled):
    """The number tag (号码牌) a person has at an activity, since the check-in it was given at."""

    __tablename__ = "number_tag"
    __table_args__ = (
        Index("ix_number_tag_activity_id_guest_id", "activity_id", "guest_id"),
        Index("ix_number_tag_activity_id_tag", "activity_id", "tag"),
    )

    activity_id: Mapped[str] = mapped_column(ForeignKey("activity.id"))
    guest_id: Mapped[str | None] = mapped_column(ForeignKey("guest.id"))
    code: Mapped[str] = mapped_column(Text, default="")
    """The badge's payload where this desk did not know the guest yet."""
    check_in_id: Mapped[str] = mapped_column(ForeignKey("check_in.id"), index=True)
    tag: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(Instant)
