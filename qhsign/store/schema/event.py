"""The event itself and what it chooses: keys, categories, zones, activities, figures."""

from datetime import date, datetime

from sqlalchemy import JSON, ForeignKey, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from qhsign.domain.guest import Category
from qhsign.store.schema import guest  # noqa: F401 - referred to by their keys
from qhsign.store.schema.base import SECRET, Base, Instant, Journaled, words


class Event(Journaled):
    """One edition of the fair (届); exactly one row in every event file."""

    __tablename__ = "event"

    code: Mapped[str] = mapped_column(String(3))
    """Three Crockford characters that every badge of this event carries."""
    edition: Mapped[int | None]
    title: Mapped[str] = mapped_column(Text)
    title_en: Mapped[str] = mapped_column(Text, default="")
    title_ky: Mapped[str] = mapped_column(Text, default="")
    title_ru: Mapped[str] = mapped_column(Text, default="")
    badge_title: Mapped[str] = mapped_column(Text, default="")
    """The title as badges set it, with its line end; empty for the title itself."""
    short_title: Mapped[str] = mapped_column(Text, default="")
    theme: Mapped[str] = mapped_column(Text, default="")
    city: Mapped[str] = mapped_column(Text, default="")
    venue: Mapped[str] = mapped_column(Text, default="")
    place_en: Mapped[str] = mapped_column(Text, default="")
    """City and venue as a certificate in two languages names them."""
    place_ky: Mapped[str] = mapped_column(Text, default="")
    place_ru: Mapped[str] = mapped_column(Text, default="")
    organizer: Mapped[str] = mapped_column(Text, default="")
    """主办单位, as certificates name it."""
    co_organizer: Mapped[str] = mapped_column(Text, default="")
    """承办单位; lines are parted by a line break."""
    sealer: Mapped[str] = mapped_column(Text, default="")
    """Whose seal stands on certificates."""
    start: Mapped[date | None]
    end: Mapped[date | None]
    time_zone: Mapped[str] = mapped_column(String(64), default="Asia/Shanghai")
    is_demonstration: Mapped[bool] = mapped_column(default=False)
    vetting_required: Mapped[bool] = mapped_column(default=False)
    guest_order: Mapped[str] = mapped_column(String(32), default="surname-strokes")
    jiao_with_whole: Mapped[bool] = mapped_column(default=True)
    """Whether 大写 that ends in 角 takes 整 (setting)."""
    declared_guests: Mapped[int | None]
    declared_activities: Mapped[int | None]
    alarm_minutes: Mapped[str] = mapped_column(Text, default="30,15,5")
    """Minutes before a batch goes on stage at which those absent are looked for (setting)."""
    even_presidium: Mapped[str] = mapped_column(String(16), default="second-right")
    """Where the second of an even 主席台 sits (setting)."""
    gap_policy: Mapped[str] = mapped_column(String(8), default="keep")
    """Whether a place stays free when somebody drops out, or the others close up (setting)."""


class EventKey(Journaled):
    """A key that badges are signed with; retired ones still verify badges on the desk's list."""

    __tablename__ = "event_key"

    secret: Mapped[bytes] = mapped_column(LargeBinary(32), info=SECRET)
    made_at: Mapped[datetime] = mapped_column(Instant)
    retired_at: Mapped[datetime | None] = mapped_column(Instant)


class CategoryLook(Journaled):
    """What an event changed about a badge category: words and colours; empty keeps the default."""

    __tablename__ = "category_look"

    category: Mapped[Category] = mapped_column(words(Category), unique=True)
    word: Mapped[str] = mapped_column(Text, default="")
    word_en: Mapped[str] = mapped_column(Text, default="")
    band: Mapped[str] = mapped_column(String(7), default="")
    zones: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    """Letters of the zones the category opens; null keeps the default."""


class Zone(Journaled):
    """A place that badge categories open (展区 / 区域), shown on the badge by its letter."""

    __tablename__ = "zone"

    letter: Mapped[str] = mapped_column(String(1), unique=True)
    word: Mapped[str] = mapped_column(Text)
    """Two characters, as printed under the letter."""
    kind: Mapped[str] = mapped_column(Text, default="")
    names: Mapped[list[str]] = mapped_column(JSON, default=list)
    declared_count: Mapped[int | None]


class Activity(Journaled):
    """An occasion inside the event (活动) with its own check-in and rules."""

    __tablename__ = "activity"

    number: Mapped[int] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(Text, unique=True)
    place: Mapped[str] = mapped_column(Text, default="")
    opens: Mapped[datetime | None] = mapped_column(Instant)
    closes: Mapped[datetime | None] = mapped_column(Instant)
    reentry: Mapped[str] = mapped_column(String(16), default="once")
    invited: Mapped[str] = mapped_column(String(8), default="all")
    """``all`` confirmed guests, or only those ``listed`` in invitations."""
    categories: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    zones: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    tags: Mapped[str] = mapped_column(String(8), default="none", server_default="none")
    """How number tags are given: ``none``, ``next`` or ``typed``."""


class DeclaredFigure(Journaled):
    """A published number with its measure, qualifier and source; never forced to agree."""

    __tablename__ = "declared_figure"

    subject: Mapped[str] = mapped_column(Text)
    measure: Mapped[str] = mapped_column(Text)
    value: Mapped[str] = mapped_column(Text)
    """A decimal number as text."""
    unit: Mapped[str] = mapped_column(Text)
    qualifier: Mapped[str] = mapped_column(Text, default="整")
    source: Mapped[str] = mapped_column(Text, default="")


class NumberBlock(Base):
    """A range of readable numbers leased to one replica, so that two desks never collide."""

    __tablename__ = "number_block"
    __table_args__ = (UniqueConstraint("kind", "first"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(16))
    replica: Mapped[str] = mapped_column(String(32))
    first: Mapped[int]
    last: Mapped[int]
    next_free: Mapped[int]
    """The next number to give out; ``last + 1`` when the block is used up. Never goes back."""


class Invited(Journaled):
    """A guest's invitation to one activity, where the activity keeps a list."""

    __tablename__ = "invited"
    __table_args__ = (UniqueConstraint("guest_id", "activity_id"),)

    guest_id: Mapped[str] = mapped_column(ForeignKey("guest.id"), index=True)
    activity_id: Mapped[str] = mapped_column(ForeignKey("activity.id"), index=True)


class PendingActivity(Journaled):
    """An activity a list named that the event does not know yet: kept as text, never invented."""

    __tablename__ = "pending_activity"

    guest_id: Mapped[str] = mapped_column(ForeignKey("guest.id"), index=True)
    name: Mapped[str] = mapped_column(Text)
