"""Guests, the organizations and delegations they come from, and their badges."""

from datetime import date, datetime

from sqlalchemy import JSON, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from qhsign.domain.guest import Category, Gender, Invitation, Vetting
from qhsign.store.schema.base import Base, Instant, Journaled, words


class Organization(Journaled):
    """A 单位; ``key`` is its normalized name, by which lists find it again."""

    __tablename__ = "organization"

    legal_name: Mapped[str] = mapped_column(Text)
    key: Mapped[str] = mapped_column(Text, unique=True)
    aliases: Mapped[list[str]] = mapped_column(JSON, default=list)
    """Short names; search finds its guests by them."""
    kind: Mapped[str] = mapped_column(Text, default="")
    country: Mapped[str | None] = mapped_column(String(2))
    region: Mapped[str] = mapped_column(Text, default="")


class Delegation(Journaled):
    """A 代表团; ``declared_count`` (“一行8人”) may differ from the guests named."""

    __tablename__ = "delegation"

    name: Mapped[str] = mapped_column(Text, unique=True)
    declared_count: Mapped[int | None]


class Guest(Journaled):
    """A person (嘉宾): one full name, never split into family and given name."""

    __tablename__ = "guest"
    __table_args__ = (
        Index("ix_guest_document_number", "document_number"),
        Index("ix_guest_full_name", "full_name"),
    )

    number: Mapped[int] = mapped_column(unique=True)
    full_name: Mapped[str] = mapped_column(Text)
    latin_name: Mapped[str] = mapped_column(Text, default="")
    reading: Mapped[str] = mapped_column(Text, default="")
    """Pinyin with tone marks that staff confirmed; empty means the computed one serves."""
    stroke_stand_in: Mapped[str] = mapped_column(Text, default="")
    """Characters that lend their strokes to unranked ones of the name, such as ``𬱖=颐``."""
    gender: Mapped[Gender | None] = mapped_column(words(Gender))
    salutation: Mapped[str] = mapped_column(Text, default="")
    organization: Mapped[str] = mapped_column(Text, default="")
    """The organization as printed."""
    organization_id: Mapped[str | None] = mapped_column(ForeignKey("organization.id"), index=True)
    delegation_id: Mapped[str | None] = mapped_column(ForeignKey("delegation.id"), index=True)
    title: Mapped[str] = mapped_column(Text, default="")
    title_en: Mapped[str] = mapped_column(Text, default="")
    category: Mapped[Category] = mapped_column(words(Category), default=Category.GUEST)
    vip: Mapped[bool] = mapped_column(default=False)
    invitation: Mapped[Invitation] = mapped_column(words(Invitation), default=Invitation.CONFIRMED)
    vetting: Mapped[Vetting] = mapped_column(words(Vetting), default=Vetting.PENDING)
    country: Mapped[str | None] = mapped_column(String(2))
    rank: Mapped[str] = mapped_column(Text, default="")
    """The rank as a list gave it (职级); staff set ``rank_level`` from it."""
    rank_level: Mapped[int | None]
    rank_seq: Mapped[int | None]
    credentials_date: Mapped[date | None]
    arranged: Mapped[int | None]
    """Place in the order arranged by hand."""
    phone: Mapped[str] = mapped_column(Text, default="")
    document_kind: Mapped[str] = mapped_column(Text, default="")
    document_number: Mapped[str] = mapped_column(Text, default="")
    arrival: Mapped[str] = mapped_column(Text, default="")
    departure: Mapped[str] = mapped_column(Text, default="")
    lodging: Mapped[str] = mapped_column(Text, default="")
    vehicle: Mapped[str] = mapped_column(Text, default="")
    seat: Mapped[str] = mapped_column(Text, default="")
    liaison: Mapped[str] = mapped_column(Text, default="")
    diet: Mapped[str] = mapped_column(Text, default="")
    remark: Mapped[str] = mapped_column(Text, default="")
    photo: Mapped[str] = mapped_column(String(64), default="")
    """Digest of the photo; empty for none."""
    joined_into: Mapped[str | None] = mapped_column(ForeignKey("guest.id"), index=True)
    """The guest this record turned out to be: another name for that person, listed nowhere.

    Always one step long: whom it names is joined into nobody.
    """


class GuestSearch(Base):
    """What search looks in, derived from the guest and rebuilt at will; not journaled."""

    __tablename__ = "guest_search"

    guest_id: Mapped[str] = mapped_column(
        ForeignKey("guest.id", ondelete="CASCADE"), primary_key=True
    )
    reading: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)


class Badge(Journaled):
    """One issued card (证件)."""

    __tablename__ = "badge"

    guest_id: Mapped[str] = mapped_column(ForeignKey("guest.id"), index=True)
    serial: Mapped[int] = mapped_column(unique=True)
    token: Mapped[str] = mapped_column(String(16), unique=True)
    """The 80 random bits of the code as 16 Crockford characters."""
    code: Mapped[str] = mapped_column(String(38))
    """The whole payload, kept so that a lost key needs no reprint."""
    short_code: Mapped[str] = mapped_column(String(7), index=True)
    category: Mapped[Category] = mapped_column(words(Category))
    status: Mapped[str] = mapped_column(String(16), default="active")
    """``active``, ``revoked`` or ``replaced``."""
    replaced_by: Mapped[str | None] = mapped_column(ForeignKey("badge.id"))
    issued_at: Mapped[datetime] = mapped_column(Instant)
    ended_at: Mapped[datetime | None] = mapped_column(Instant)
    end_reason: Mapped[str] = mapped_column(Text, default="")
