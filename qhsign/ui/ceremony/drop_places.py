"""Where what is dragged in the column goes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DropPlace:
    """Where contracts go: a batch ("" for none), and after which of its contracts (0: first)."""

    batch_id: str
    after: int = 0


@dataclass(frozen=True, slots=True)
class BatchPlace:
    """Where a batch goes: before which other one, "" for behind the last.

    The mark for it stands over or under the line ``row``.
    """

    before: str
    row: int
    is_over: bool
