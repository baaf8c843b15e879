"""The table that tells a reader of a PDF which characters the codes of a font stand for.

reportlab 5.1 writes a character beyond U+FFFF as five hexadecimal digits: 𬱖 is then found and
copied as rubbish. The format (ISO 32000-1, 9.10.3 and Adobe's note 5411) wants UTF-16, and at most
100 entries in a block.
"""

from collections.abc import Sequence

_ENTRIES_IN_A_BLOCK = 100


def to_unicode_map(texts: Sequence[str]) -> str:
    """Return the ToUnicode table of a subset: what its codes read as, in their order.

    A code that reads as nothing gets no entry.
    """
    entries = [
        f"<{code:02X}> <{text.encode('utf-16-be').hex().upper()}>"
        for code, text in enumerate(texts)
        if text
    ]
    blocks = [
        "\n".join((f"{len(block)} beginbfchar", *block, "endbfchar"))
        for block in (
            entries[start : start + _ENTRIES_IN_A_BLOCK]
            for start in range(0, len(entries), _ENTRIES_IN_A_BLOCK)
        )
    ]
    return "\n".join(
        (
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *blocks,
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        )
    )
