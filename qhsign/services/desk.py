"""Where a use case runs: the open event file, this desk, who works at it, and the clock."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Self

from sqlalchemy.orm import Session

from qhsign.services import guest_search
from qhsign.store.event_file import EventFile
from qhsign.store.journal import JournaledSession


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Desk:
    """One desk at one open event file; every use case takes it first."""

    file: EventFile
    name: str = ""
    operator: str = ""
    now: Callable[[], datetime] = field(default=_now)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.file.close()

    def named(self, name: str) -> Self:
        """Return the same desk under another label."""
        return replace(self, name=name)

    def read(self) -> AbstractContextManager[Session]:
        """Give a fresh session on one consistent view of the event."""
        return self.file.read()

    def write(
        self, action: str, operation: str | None = None
    ) -> AbstractContextManager[JournaledSession]:
        """Give a fresh journaled session; what search looks in follows the guests by itself.

        ``operation`` is what several transactions of one use case share.
        """
        return self.file.write(
            action,
            desk=self.name,
            operator=self.operator,
            operation=operation,
            before_commit=guest_search.refresh,
        )
