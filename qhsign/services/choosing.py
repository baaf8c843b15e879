"""Finding the one thing a person named: by number, full name or an unambiguous part."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from qhsign.domain.problems import ProblemForUser

T = TypeVar("T")


def choose(
    named: str,
    candidates: Sequence[T],
    *,
    kind: str,
    name: Callable[[T], str],
    number: Callable[[T], int | None] = lambda _: None,
) -> T:
    """Return the candidate meant by ``named``.

    Raises ProblemForUser ``<kind>-ambiguous`` naming the candidates, or ``<kind>-unknown`` naming
    what there is.
    """
    found = match(named, candidates, name=name, number=number)
    if len(found) == 1:
        return found[0]
    shown = "、".join(name(item) for item in (found or candidates)[:12])
    raise ProblemForUser(
        f"{kind}-ambiguous" if found else f"{kind}-unknown", named=named, candidates=shown or "—"
    )


def match(
    named: str,
    candidates: Sequence[T],
    *,
    name: Callable[[T], str],
    number: Callable[[T], int | None] = lambda _: None,
) -> list[T]:
    """Return every candidate ``named`` may mean; an exact name or number beats a part."""
    wanted = named.strip()
    exact = [item for item in candidates if name(item) == wanted]
    if exact:
        return exact
    if wanted.isascii() and wanted.isdigit():
        counted = [item for item in candidates if number(item) == int(wanted)]
        if counted:
            return counted
    folded = wanted.casefold()
    return [item for item in candidates if folded and folded in name(item).casefold()]
