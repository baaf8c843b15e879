"""What a use case changed, so that every screen can refresh from it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Ids of the records that changed, by kind (the table's name: ``guest``, ``check_in`` …)."""

    ids: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, changes: Iterable[tuple[str, str]]) -> "ChangeSet":
        """Return the change set of ``(kind, id)`` pairs."""
        gathered: dict[str, set[str]] = {}
        for kind, entity in changes:
            gathered.setdefault(kind, set()).add(entity)
        return cls({kind: frozenset(ids) for kind, ids in gathered.items()})

    def touches(self, *kinds: str) -> bool:
        """Tell whether any record of these kinds changed."""
        return any(kind in self.ids for kind in kinds)

    def __bool__(self) -> bool:
        return bool(self.ids)
