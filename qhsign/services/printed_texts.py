"""What a printed badge shows, kept as hashes: enough to tell that it was changed since.

The ledger outlives a purge of personal data. So it keeps no text, only a hash of each text the
layout prints, keyed with a salt of the run and bound to its piece. The salt lies in the run, where
a purge can empty it: without it the hashes can neither be looked up in a list of names nor be
compared with each other.
"""

import hashlib
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qhsign.printing.layouts.layout import Layout

_SIZE = 5  # bytes of a hash: two texts are taken for one once in a million million
_PARTED = "\0"

NAMES: Mapping[str, str] = {
    "name": "field-full-name",
    "latin": "field-latin-name",
    "org": "field-organization",
    "post": "field-title",
    "post_en": "field-title-en",
    "category": "field-category",
    "zones": "field-zones",
    "photo": "field-photo",
}
"""The texts of a badge that are told apart, and the words that name them."""

_ON_LAYOUTS: Mapping[str, Collection[str]] = {
    "category": ("word", "sub", "band", "shape"),
    "zones": ("zone_1",),
}
"""Where a text stands on layouts under other names."""


def shown_by(layout: "Layout") -> tuple[str, ...]:
    """Return which of the texts a layout prints: only these can be wrong on a printed badge."""
    return tuple(
        name for name in NAMES if not layout.fields.isdisjoint(_ON_LAYOUTS.get(name, (name,)))
    )


def hashed(
    texts: Mapping[str, str], names: Collection[str], *, piece: str, salt: bytes
) -> dict[str, str]:
    """Return the hash of each named text of one piece."""
    return {
        name: hashlib.blake2b(
            f"{piece}{_PARTED}{name}{_PARTED}{texts[name]}".encode(), key=salt, digest_size=_SIZE
        ).hexdigest()
        for name in names
    }


def changed(
    printed: Mapping[str, str], texts: Mapping[str, str], *, piece: str, salt: bytes
) -> list[str]:
    """Return the names of the texts that are no longer what was printed."""
    names = [name for name in printed if name in texts]
    now = hashed(texts, names, piece=piece, salt=salt)
    return [name for name in names if now[name] != printed[name]]
