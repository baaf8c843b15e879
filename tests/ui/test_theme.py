import re
import xml.etree.ElementTree as ET

import pytest
from PySide6.QtGui import QColor, QFontInfo
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from qhsign.domain.guest import Category
from qhsign.shipped_files import shipped
from qhsign.ui.theme import Look, Theme

BODY, LARGE = 4.5, 3.0
# Text on ground; the second group is large, or an edge one must see.
READ = [
    *((f"cat-{each}", f"cat-{each}-tint") for each in Category),
    *((text, ground) for text in ("text", "text-2", "text-3") for ground in (
        "bg", "surface", "sunken", "selected")),
    ("text", "hover"), ("text", "mark"), ("accent-text", "surface"), ("accent-text", "selected"),
    ("on-accent", "accent"), ("vip", "vip-tint"), ("text", "vip-tint"),
    *((text, f"{tone}-tint") for tone in ("ok", "warn", "bad") for text in ("text", tone)),
    *((tone, "surface") for tone in ("ok", "warn", "bad")),
    *(("on-fill", f"{tone}-fill") for tone in ("ok", "warn", "bad")),
    ("rail-text", "rail"), ("rail-active-text", "rail-active"),
]  # fmt: skip
SEEN = [("control", "surface"), ("focus", "surface"), ("rail-mark", "rail"), ("focus", "bg")]


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", Theme)
def test_every_text_can_be_read_on_its_ground(look: Look, theme: Theme) -> None:
    look.set_theme(theme)
    for pairs, least in ((READ, BODY), (SEEN, LARGE)):
        for text, ground in pairs:
            found = contrast(look.colour(text), look.colour(ground))
            assert found >= least, f"{text} on {ground}: {found:.2f}"


def test_all_themes_name_the_same_colours(qapp: object) -> None:
    names = [set(Look(theme)._colours) for theme in Theme]
    assert all(each == names[0] for each in names)


def test_the_style_sheet_uses_only_known_colours(qapp: object) -> None:
    template = shipped("resources", "themes", "window.qss").read_text("utf-8")
    known = set(Look()._colours) | {"edge"}
    assert set(re.findall(r"\{([a-z0-9-]+)\}", template)) <= known


def test_icons_take_the_colour_of_the_theme() -> None:
    for path in shipped("resources", "icons").glob("*.svg"):
        drawing = path.read_text("utf-8")
        ET.fromstring(drawing)  # noqa: S314 - a file of ours
        if path.stem != "qhsign":
            assert "currentColor" in drawing
            assert 'viewBox="0 0 22 22"' in drawing


def test_an_icon_is_drawn_again_for_another_theme(look: Look, qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    look.put_icon(button, "tick", "text")
    before = button.icon().pixmap(22, 22).toImage()
    look.set_theme(Theme.DARK)
    assert button.icon().pixmap(22, 22).toImage() != before
    look.set_theme(Theme.LIGHT)
    assert button.icon().pixmap(22, 22).toImage() == before


def test_the_text_font_is_the_shipped_one(look: Look) -> None:
    assert QFontInfo(look.font()).family().startswith("Noto Sans")
    assert QFontInfo(look.font(20, bold=True)).bold()
