"""Where the system keeps fonts that may show what the shipped ones do not."""

import os
import sys
from functools import cache
from pathlib import Path
from typing import NamedTuple

from qhsign.printing.text.scripts import Script


class FontFile(NamedTuple):
    """A font of the system: its file, and which font in the file (more than 0 in collections)."""

    path: Path
    number: int = 0


# Files with TrueType outlines and many Chinese characters by kind of writing, the widest in reach
# first: those of Windows, of Office, of Linux, of macOS. Fonts with CFF outlines cannot be
# embedded; a search through all fonts of a system would take seconds.
_SONG = (
    "simsun.ttc",
    "simsunb.ttf",
    "SimsunExtG.ttf",
    "STSONG.TTF",
    "uming.ttc",
    "HanaMinA.ttf",
    "HanaMinB.ttf",
    "Jigmo.ttf",
    "Jigmo2.ttf",
    "Jigmo3.ttf",
    "TW-Sung-98_1.ttf",
    "TW-Sung-Ext-B-98_1.ttf",
    "TW-Sung-Plus-98_1.ttf",
)
_KAI = (
    "simkai.ttf",
    "STKAITI.TTF",
    "LXGWWenKai-Regular.ttf",
    "LXGWWenKaiGB-Regular.ttf",
    "Kaiti.ttc",
    "ukai.ttc",
    "TW-Kai-98_1.ttf",
    "TW-Kai-Ext-B-98_1.ttf",
    "TW-Kai-Plus-98_1.ttf",
)
_FANGSONG = ("simfang.ttf", "STFANGSO.TTF")
_SANS = (
    "simhei.ttf",
    "msyh.ttc",
    "Deng.ttf",
    "STXIHEI.TTF",
    "wqy-zenhei.ttc",
    "wqy-microhei.ttc",
    "DroidSansFallbackFull.ttf",
    "PlangothicP1-Regular.ttf",
    "PlangothicP2-Regular.ttf",
    "Arial Unicode.ttf",
)
_BOLD = ("msyhbd.ttc", "Dengb.ttf")
_LETTERS_AND_SIGNS = (
    "segoeui.ttf",
    "seguisym.ttf",
    "NotoSans-Regular.ttf",
    "NotoSansSymbols2-Regular.ttf",
    "DejaVuSans.ttf",
    "FreeSerif.ttf",
)
_LATER = (*_SONG, *_FANGSONG, *_SANS, *_KAI, *_LETTERS_AND_SIGNS)
_OWN_KIND = {
    "song": (*_SONG, *_FANGSONG),
    "serif": (*_SONG, *_FANGSONG),
    "kai": (*_KAI, *_FANGSONG),
    "bold": (*_BOLD, *_SANS),
    "letters-bold": (*_BOLD, *_SANS),
}
_SCRIPTS = {
    Script.ARABIC: (
        "msuighur.ttf",
        "NotoNaskhArabic-Regular.ttf",
        "NotoSansArabic-Regular.ttf",
        "segoeui.ttf",
        "tahoma.ttf",
        "DejaVuSans.ttf",
    ),
    Script.HEBREW: (
        "NotoSansHebrew-Regular.ttf",
        "segoeui.ttf",
        "arial.ttf",
        "DejaVuSans.ttf",
    ),
    Script.TIBETAN: (
        "NotoSerifTibetan-Regular.ttf",
        "Jomolhari-Regular.ttf",
        "Jomolhari.ttf",
        "DDC_Uchen.ttf",
        "Monlam Uni OuChan2.ttf",
        "TibetanMachineUni.ttf",
        "himalaya.ttf",
    ),
}


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


@cache
def _files(names: tuple[str, ...], folders: tuple[Path, ...]) -> tuple[FontFile, ...]:
    known = _files_by_name(folders)
    return tuple(FontFile(known[name]) for name in map(str.lower, names) if name in known)


def rare_character_files(role: str) -> tuple[FontFile, ...]:
    """Return font files that may have rare characters, those of the role's own kind first."""
    names = tuple(dict.fromkeys((*_OWN_KIND.get(role, _SANS), *_LATER)))
    return _files(names, font_folders())


def kai_files() -> tuple[FontFile, ...]:
    """Return font files of Kai writing."""
    return _files(_KAI, font_folders())


def script_files(script: Script) -> tuple[FontFile, ...]:
    """Return font files of a script that is shaped."""
    return _files(_SCRIPTS[script], font_folders())
