"""What is built when it is first asked for, so that the window need not wait for it."""

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Later(Generic[T_co]):
    """Called, gives the thing: built at the first call, the same one ever after."""

    def __init__(self, build: Callable[[], T_co]) -> None:
        self._build = build
        self._kept: list[T_co] = []

    def __call__(self) -> T_co:
        """Return the thing, building it if nobody has asked before."""
        if not self._kept:
            self._kept.append(self._build())
        return self._kept[0]

    @property
    def is_built(self) -> bool:
        """Whether somebody has asked before."""
        return bool(self._kept)

    def tells(self, question: Callable[[T_co], bool], *, unbuilt: bool) -> bool:
        """Ask the thing a question without building it for that; ``unbuilt`` is the answer then."""
        return question(self._kept[0]) if self._kept else unbuilt


def there_already(thing: T) -> Later[T]:
    """Return something that is built, for who takes what may not be yet."""
    later = Later(lambda: thing)
    later()
    return later
