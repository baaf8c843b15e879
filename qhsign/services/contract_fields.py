"""The fields of a contract and its parties that may be set by name, and how each is read."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from qhsign.domain.alternat import read_other_language
from qhsign.domain.contract import (
    ContractKind,
    LifeCycle,
    SigningMode,
    read_kind,
    read_life_cycle,
    read_mode,
)


def _word(kind: type[StrEnum], read: Callable[[str], Any]) -> Callable[[str], Any]:
    """Read a value by its code or by the Chinese word; None when it is neither."""

    def reader(text: str) -> Any:
        return kind(text) if text in set(kind) else read(text)

    return reader


def _language(text: str) -> Any:
    """Read the language beside Chinese; a blank, 无 or none takes it away."""
    return "" if text.lower() in {"", "无", "none"} else read_other_language(text)


CONTRACT_FIELDS: Mapping[str, Callable[[str], Any]] = {
    "title": lambda text: text or None,
    "kind": _word(ContractKind, read_kind),
    "industry": str,
    "region": str,
    "mode": _word(SigningMode, read_mode),
    "status": _word(LifeCycle, read_life_cycle),
    "remark": str,
    "language": _language,
}
"""Plain fields: a reader gives None for a text it cannot read."""

PARTY_TICKS = ("authorised", "needs_authorisation")
"""Fields of a party that are yes or no."""

PARTY_FIELDS = (
    "organization",
    "signatory",
    "signatory_title",
    "assistant",
    "witnesses",
    "substitute",
    "host",
    "country",
    *PARTY_TICKS,
)
"""What may follow a side and a dot, such as ``乙.signatory``; ``甲.host=yes`` makes 甲 the host."""
