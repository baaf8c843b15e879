"""The window's fonts: the shipped ones only, so that it looks alike on every computer."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from qhsign.shipped_files import shipped

# Which shipped face helps out when the first lacks a character (䶮 𬱖 𫖯 㛃, Kyrgyz, rare Han).
_HELPERS = ("serif", "kai", "song")
BODY_PX = 14


def load_text_fonts() -> str:
    """Make the two text weights known to Qt and return their family."""
    families: list[str] = []
    for role in ("sans", "bold"):
        families += _load(role)
    return families[0]


def load_helping_fonts() -> list[str]:
    """Make the fonts for rare characters known to Qt; return their families in order of use.

    They are large and seldom needed, so the window shows first and asks for them afterwards.
    """
    families: list[str] = []
    for role in _HELPERS:
        families += [family for family in _load(role) if family not in families]
    return families


def text_font(families: list[str], pixels: int, *, bold: bool = False) -> QFont:
    """Return a font of ``pixels`` height in the first family that has each character."""
    font = QFont(families)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return font


@cache
def _load(role: str) -> tuple[str, ...]:
    """Load one shipped font, once for the whole program.

    A font for rare characters that this installation was built without gives no family.
    """
    try:
        path = shipped("resources", "fonts", f"{role}.ttf")
    except FileNotFoundError:
        if role in _HELPERS:
            return ()
        raise
    number = QFontDatabase.addApplicationFont(str(path))
    return tuple(QFontDatabase.applicationFontFamilies(number))
