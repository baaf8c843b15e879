"""Names of files made for guests and events, safe on every system."""

import re

from qhsign.domain.names import clean_name

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]')
"""What Windows takes in no file name, control characters, and halves of characters."""
_LONGEST_NAME = 60  # characters; of four bytes each they still fit the 255 bytes Linux allows


def plain_name(text: str) -> str:
    """Return the text with ``_`` for what no file name may hold."""
    return _FORBIDDEN.sub("_", text)


def guest_file_name(number: int, full_name: str, ending: str) -> str:
    """Return such as ``00012 李刚.jpg``; what no file name may hold becomes ``_``."""
    name = plain_name(clean_name(full_name))[:_LONGEST_NAME].rstrip(" .")
    return f"{number:05d} {name}".rstrip() + ending
