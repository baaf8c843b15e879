"""Names of files the program makes, safe on every system."""

import re

from qhsign.domain.names import clean_name

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]')
"""What Windows takes in no file name, control characters, and halves of characters."""
_LONGEST_NAME = 60  # characters; of four bytes each they still fit the 255 bytes Linux allows


def guest_file_name(number: int, full_name: str, ending: str) -> str:
    """Return such as ``00012 李刚.jpg``; what no file name may hold becomes ``_``."""
    return f"{number:05d} {_whole(clean_name(full_name))}".rstrip() + ending


def file_name(words: str, ending: str) -> str:
    """Return a file's name made of words, such as ``到场-开幕式.png``."""
    return _whole(words) + ending


def _whole(words: str) -> str:
    return _FORBIDDEN.sub("_", words)[:_LONGEST_NAME].rstrip(" .")
