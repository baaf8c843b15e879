"""Where a use case runs: the open event file, this desk, who works at it, and the clock."""

import contextlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Self

from sqlalchemy.orm import Session

from qhsign.domain.roles import Act
from qhsign.services import guest_search, permissions
from qhsign.services.shift import Shift
from qhsign.store.event_file import EventFile
from qhsign.store.journal import JournaledSession


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Desk:
    """One desk at one open event file; every use case takes it first.

    ``shift`` says who works here now and what they may do; without one nothing is refused, as on
    the command line, whose user holds the file itself. ``act`` stands for what this desk is used
    for, where that is not what the action of a change says by itself.
    """

    file: EventFile
    name: str = ""
    operator: str = ""
    now: Callable[[], datetime] = field(default=_now)
    shift: Shift | None = None
    act: Act | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.file.close()

    @property
    def who(self) -> str:
        """The name of who works here now, as the journal and the ledger keep it.

        Empty where operators sign in and nobody has: a name nobody vouched for would accuse.
        """
        return self.operator if self.shift is None else self.shift.name

    def named(self, name: str) -> Self:
        """Return the same desk under another label."""
        return replace(self, name=name)

    def over(self, file: EventFile) -> Self:
        """Return the same desk over another connection to its event file."""
        return replace(self, file=file)

    def doing(self, act: Act) -> Self:
        """Return the same desk, whose changes ask for the role of ``act``, whatever they are."""
        return replace(self, act=act)

    def read(self) -> AbstractContextManager[Session]:
        """Give a fresh session on one consistent view of the event."""
        return self.file.read()

    @contextlib.contextmanager
    def write(self, action: str, operation: str | None = None) -> Iterator[JournaledSession]:
        """Give a fresh journaled session; what search looks in follows the guests by itself.

        ``operation`` is what several transactions of one use case share. Raises ProblemForUser
        ``role-may-not`` where who works here may not do what ``action`` does.
        """
        with self.file.write(
            action,
            desk=self.name,
            operator=self.who,
            operation=operation,
            before_commit=guest_search.refresh,
        ) as session:
            self.require(session, self.act or permissions.act_of(action))
            yield session

    def require(self, session: Session, act: Act) -> None:
        """Refuse what who works here may not do: raises ProblemForUser ``role-may-not``."""
        if self.shift is not None:
            permissions.require(session, self.shift, act)
