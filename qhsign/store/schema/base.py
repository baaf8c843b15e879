"""The ground all models stand on: naming, keys, times, and what the journal follows."""

import secrets
import threading
import time
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Dialect, Enum, MetaData, String, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

_LAST_ID = [0]
_ONE_AT_A_TIME = threading.Lock()


def new_id() -> str:
    """Return a UUIDv7 as 32 hexadecimal digits (RFC 9562): unique on every desk.

    Ids of one program rise with every call, also within a millisecond and when the clock goes
    back, so that records made in a row stay in a row.
    """
    stamp = time.time_ns() // 1_000_000
    tail = secrets.randbits(74)
    high = (stamp << 80) | (0x7 << 76) | ((tail >> 62) << 64)
    value = high | (0b10 << 62) | (tail & (1 << 62) - 1)
    with _ONE_AT_A_TIME:
        value = max(value, _LAST_ID[0] + 1)
        _LAST_ID[0] = value
    return f"{value:032x}"


class Instant(TypeDecorator[datetime]):
    """A moment in UTC, kept as ISO text with microseconds so that text order is time order."""

    impl = String(32)
    cache_ok = True

    @property
    def python_type(self) -> type[datetime]:
        """Tell what the column gives back."""
        return datetime

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Write a moment; one without a zone is a bug and raises ValueError."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - as above
        """Read a moment back, in UTC."""
        return None if value is None else datetime.fromisoformat(str(value))


def words(kind: type[StrEnum]) -> Enum:
    """Return the column type for an enumeration kept by its values."""
    return Enum(
        kind,
        native_enum=False,
        create_constraint=False,
        length=32,
        values_callable=lambda members: [member.value for member in members],
    )


class Base(DeclarativeBase):
    """Every table; constraint names follow one convention so that migrations can name them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class Journaled(Base):
    """A table whose every change the journal records; columns marked ``secret`` leave no value."""

    __abstract__ = True

    id: Mapped[str] = mapped_column(String(32), primary_key=True)

    def __init__(self, **values: Any) -> None:
        """Make a record; its id is known at once, before anything is written."""
        super().__init__(**{"id": new_id(), **values})


SECRET = {"secret": True}
"""Column info: the journal notes that the field changed, never what it holds."""
