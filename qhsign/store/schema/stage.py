"""The ceremony: plans of the stage, ticks, substitutions, approvals and the running console."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from qhsign.store.schema import contract, guest  # noqa: F401 - referred to by their keys
from qhsign.store.schema.base import Instant, Journaled


class StagePlan(Journaled):
    """One version of a batch's plan (台位图); a version once printed is never changed."""

    __tablename__ = "stage_plan"
    __table_args__ = (UniqueConstraint("batch_id", "version"),)

    batch_id: Mapped[str] = mapped_column(ForeignKey("batch.id"), index=True)
    version: Mapped[int]
    viewpoint: Mapped[str] = mapped_column(String(8), default="audience")
    frozen: Mapped[bool] = mapped_column(default=False)
    made_at: Mapped[datetime] = mapped_column(Instant)
    made_by: Mapped[str] = mapped_column(Text, default="")


class StagePlace(Journaled):
    """Who stands at one place of a plan."""

    __tablename__ = "stage_place"
    __table_args__ = (UniqueConstraint("plan_id", "place"),)

    plan_id: Mapped[str] = mapped_column(ForeignKey("stage_plan.id"), index=True)
    place: Mapped[str] = mapped_column(String(32))
    """As ``qhsign.domain.seating.Place.key`` names it."""
    person: Mapped[str] = mapped_column(Text)
    """The guest's id, or the name of somebody who is no guest."""
    contract_id: Mapped[str | None] = mapped_column(ForeignKey("contract.id"), index=True)
    """What is signed at the table; None for witnesses."""


class Presidium(Journaled):
    """One version of who sits at the presidium (主席台); one that was printed is never changed."""

    __tablename__ = "presidium"
    __table_args__ = (UniqueConstraint("subject", "version"),)

    subject: Mapped[str] = mapped_column(String(32), index=True)
    """The slate whose ceremony it is, or the batch where that is on no slate."""
    version: Mapped[int]
    international: Mapped[bool] = mapped_column(default=False)
    """Whether the right of those seated is the place of honour (右为上)."""
    even: Mapped[str] = mapped_column(String(16), default="second-right")
    """Where the second of an even row sits, as the event had it when this was made."""
    people: Mapped[list[str]] = mapped_column(JSON, default=list)
    """The ids of the guests, the first in precedence first."""
    made_at: Mapped[datetime] = mapped_column(Instant)
    made_by: Mapped[str] = mapped_column(Text, default="")


class TextCheck(Journaled):
    """A step a contract's texts have been through; no record, not yet."""

    __tablename__ = "text_check"
    __table_args__ = (UniqueConstraint("contract_id", "step"),)

    contract_id: Mapped[str] = mapped_column(ForeignKey("contract.id"), index=True)
    step: Mapped[str] = mapped_column(String(16))
    at: Mapped[datetime] = mapped_column(Instant)
    by: Mapped[str] = mapped_column(Text, default="")


class RemoteCheckIn(Journaled):
    """A signatory seen online before signing from elsewhere (云签约); annulled, never edited."""

    __tablename__ = "remote_check_in"

    party_id: Mapped[str] = mapped_column(ForeignKey("party.id"), index=True)
    person: Mapped[str] = mapped_column(Text)
    """Who was seen, as ``StagePlace.person``: a substitute has to be seen anew."""
    at: Mapped[datetime] = mapped_column(Instant)
    desk: Mapped[str] = mapped_column(Text, default="")
    by: Mapped[str] = mapped_column(Text, default="")
    annulled_at: Mapped[datetime | None] = mapped_column(Instant)
    annul_reason: Mapped[str] = mapped_column(Text, default="")


class Substitution(Journaled):
    """One substitution (替补), and what was printed wrong by it (变更单)."""

    __tablename__ = "substitution"

    party_id: Mapped[str] = mapped_column(ForeignKey("party.id"), index=True)
    replaced: Mapped[str] = mapped_column(Text)
    """Who was to sign, as ``StagePlace.person``."""
    substitute_id: Mapped[str] = mapped_column(ForeignKey("guest.id"), index=True)
    approver: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(Instant)
    change_slip: Mapped[list[dict[str, object]]] = mapped_column(JSON, default=list)
    """What has to be printed again: kind, of what (numbers, no names of people), which version."""


class StageApproval(Journaled):
    """One step of 录入 → 核对 → 签批 of a paper of the stage, for exactly what it said then."""

    __tablename__ = "stage_approval"

    subject: Mapped[str] = mapped_column(String(32), index=True)
    """The batch, or of a run of show the slate."""
    paper: Mapped[str] = mapped_column(String(16))
    step: Mapped[str] = mapped_column(String(8))
    by: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(Instant)
    fingerprint: Mapped[str] = mapped_column(String(64))
    """Hash of what the paper said: another content has to be approved anew."""


class ShowStep(Journaled):
    """What the office decided of one step of a run of show, or a step of its own.

    Empty texts and minutes are the usual ones.
    """

    __tablename__ = "show_step"

    slate_id: Mapped[str] = mapped_column(ForeignKey("slate.id"), index=True)
    key: Mapped[str] = mapped_column(String(64))
    """The step's key; ``own:<id>`` for a step of the office's own."""
    after: Mapped[str] = mapped_column(String(64), default="")
    """The key of the step an own one follows; empty for the beginning."""
    position: Mapped[int] = mapped_column(default=0)
    """Its place among those that follow the same step."""
    minutes: Mapped[int | None]
    title: Mapped[str] = mapped_column(Text, default="")
    content: Mapped[str] = mapped_column(Text, default="")
    screen: Mapped[str] = mapped_column(Text, default="")
    sound: Mapped[str] = mapped_column(Text, default="")
    responsible: Mapped[str] = mapped_column(Text, default="")
    host_words: Mapped[str] = mapped_column(Text, default="")


class Ceremony(Journaled):
    """The ceremony of a slate as the console runs it."""

    __tablename__ = "ceremony"

    slate_id: Mapped[str] = mapped_column(ForeignKey("slate.id"), unique=True)
    begun_at: Mapped[datetime] = mapped_column(Instant)
    ended_at: Mapped[datetime | None] = mapped_column(Instant)
    screen: Mapped[str] = mapped_column(String(16), default="")
    """What staff chose for the big screen; empty follows the steps."""
    held: Mapped[bool] = mapped_column(default=False)
    """Whether the big screen stays as it is (停住画面)."""
    held_step: Mapped[str] = mapped_column(String(64), default="")
    """The step whose screen is held."""


class CeremonyStep(Journaled):
    """When a step of a ceremony began and ended; the one without an end is running."""

    __tablename__ = "ceremony_step"

    ceremony_id: Mapped[str] = mapped_column(ForeignKey("ceremony.id"), index=True)
    key: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime] = mapped_column(Instant)
    left_at: Mapped[datetime | None] = mapped_column(Instant)
