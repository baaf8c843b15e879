"""Where the system keeps fonts that may show what the shipped ones do not."""

import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_COLLECTION_INDEX = 0
# Files with TrueType outlines and many Chinese characters, the widest in reach first. Fonts with
# CFF outlines cannot be embedded; a search through all fonts of a system would take seconds.
_RARE = (
    "simsun.ttc",
    "simsunb.ttf",
    "SimsunExtG.ttf",
    "simfang.ttf",
    "simhei.ttf",
    "simkai.ttf",
    "msyh.ttc",
    "HanaMinA.ttf",
    "HanaMinB.ttf",
    "LXGWWenKai-Regular.ttf",
    "uming.ttc",
    "ukai.ttc",
    "wqy-zenhei.ttc",
    "wqy-microhei.ttc",
    "DroidSansFallbackFull.ttf",
    "Arial Unicode.ttf",
    "segoeui.ttf",
    "seguisym.ttf",
    "NotoSans-Regular.ttf",
    "NotoSansSymbols2-Regular.ttf",
    "DejaVuSans.ttf",
    "FreeSerif.ttf",
)
_KAI = ("simkai.ttf", "LXGWWenKai-Regular.ttf", "stkaiti.ttf", "Kaiti.ttc", "ukai.ttc")


def font_folders() -> tuple[Path, ...]:
    """Return the folders in which the system and this user keep fonts."""
    home = Path.home()
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA", str(home / "AppData" / "Local"))
        windows = os.environ.get("WINDIR", "C:/Windows")
        return (Path(windows, "Fonts"), Path(local, "Microsoft", "Windows", "Fonts"))
    if sys.platform == "darwin":
        return (Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library" / "Fonts")
    data = os.environ.get("XDG_DATA_HOME", str(home / ".local" / "share"))
    return (
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        Path(data, "fonts"),
        home / ".fonts",
    )


@cache
def _files_by_name(folders: tuple[Path, ...]) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for folder in folders:
        for where, _, names in os.walk(folder):  # an unreadable folder counts as empty
            for name in names:
                found.setdefault(name.lower(), Path(where, name))
    return found


def _files(names: tuple[str, ...]) -> Iterator[tuple[Path, int]]:
    known = _files_by_name(font_folders())
    for name in names:
        path = known.get(name.lower())
        if path is not None:
            yield path, _COLLECTION_INDEX


def rare_character_files() -> Iterator[tuple[Path, int]]:
    """Give font files that may have rare characters, with the index of the font in the file."""
    yield from _files(_RARE)


def kai_files() -> Iterator[tuple[Path, int]]:
    """Give font files of Kai writing, with the index of the font in the file."""
    yield from _files(_KAI)
