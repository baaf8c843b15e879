"""How the window looks: colours by name, icons tinted with them, fonts, the style sheet."""

import json
import re
from collections.abc import Callable, Hashable, Mapping
from enum import StrEnum

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from qhsign.domain.colours import NEAR_BLACK, WHITE, as_text_colour, contrast, mixed
from qhsign.shipped_files import shipped
from qhsign.ui.fonts import BODY_PX, load_helping_fonts, load_text_fonts, text_font
from qhsign.wording import Language

ICON_PX = 22
_LIGHT_TINT, _DARK_TINT = 0.1, 0.25
"""How much of a category's colour the ground of its chip has."""
_PLACE = re.compile(r"\{([a-z0-9-]+)\}")


class Theme(StrEnum):
    """The themes a person can choose, by file name."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST_LIGHT = "contrast-light"
    CONTRAST_DARK = "contrast-dark"


class Look(QObject):
    """The current theme and language.

    ``changed`` tells painters and icons to draw themselves again.
    """

    changed = Signal()

    def __init__(self, theme: Theme = Theme.LIGHT, language: Language = Language.CHINESE) -> None:
        super().__init__()
        self.language = language
        self._families = [load_text_fonts()]
        self._fonts: dict[tuple[int, bool], QFont] = {}
        self._colours: dict[str, QColor] = {}
        self._icons: dict[tuple[str, str, int, float], QPixmap] = {}
        self._pixmaps: dict[Hashable, QPixmap] = {}
        self._bands: Mapping[str, str] = {}
        self.theme = theme
        self.edge = 1
        self._read()
        _application().screenAdded.connect(self._draw_again)

    def on_paper(self) -> "Look":
        """Return the light look with the same fonts, for pictures that are printed."""
        made = Look(Theme.LIGHT, self.language)
        made._families = list(self._families)
        made.take_bands(self._bands)
        return made

    def colour(self, name: str) -> QColor:
        """Return the colour called ``name`` in look.md's table; KeyError for a wrong name."""
        return self._colours[name]

    def font(self, pixels: int = BODY_PX, *, bold: bool = False) -> QFont:
        """Return the text font at a height in logical pixels."""
        key = (pixels, bold)
        if key not in self._fonts:
            self._fonts[key] = text_font(self._families, pixels, bold=bold)
        return self._fonts[key]

    def pixmap(self, icon: str, colour: str, size: int = ICON_PX, ratio: float = 1.0) -> QPixmap:
        """Return a line icon in a colour of the theme, sharp at the screen's pixel ratio."""
        key = (icon, colour, size, ratio)
        found = self._icons.get(key)
        if found is None:
            found = self._icons[key] = self._draw(icon, self.colour(colour), size, ratio)
        return found

    def drawn(
        self, key: Hashable, size: QSizeF, ratio: float, draw: Callable[[QPainter], object]
    ) -> QPixmap:
        """Return a small picture on a clear ground that comes back often, drawn once a theme.

        ``key`` tells it from all others, with the words in it; ``size`` is in logical pixels.
        """
        found = self._pixmaps.get((key, ratio))
        if found is None:
            found = QPixmap((size * ratio).toSize())
            found.setDevicePixelRatio(ratio)
            found.fill(Qt.GlobalColor.transparent)
            painter = QPainter(found)
            draw(painter)
            painter.end()
            self._pixmaps[key, ratio] = found
        return found

    def icon(self, name: str, colour: str = "text-2", size: int = ICON_PX) -> QIcon:
        """Return a line icon, greyed where its button is disabled; sharp on every screen."""
        icon = QIcon()
        for ratio in {screen.devicePixelRatio() for screen in _application().screens()}:
            icon.addPixmap(self.pixmap(name, colour, size, ratio))
            icon.addPixmap(self.pixmap(name, "disabled", size, ratio), QIcon.Mode.Disabled)
        return icon

    def put_icon(
        self, button: QAbstractButton, name: str, colour: str = "text-2", size: int = ICON_PX
    ) -> None:
        """Give a button an icon that follows the theme for as long as the button lives."""
        keeper = button.findChild(_IconKeeper) or _IconKeeper(self, button)
        keeper.keep(name, colour, size)

    def set_theme(self, theme: Theme) -> None:
        """Change to another theme while the window is open."""
        if theme == self.theme:
            return
        self.theme = theme
        self._read()
        self.dress(_application())
        self.changed.emit()

    def take_bands(self, bands: Mapping[str, str]) -> None:
        """Colour categories as the event chose: by code, the ``#RRGGBB`` of the badge's band.

        Words and shapes take the nearest colour that reads in each theme.
        """
        if bands != self._bands:
            icons = self._icons
            self._bands = dict(bands)
            self._read()
            self._icons = {key: icons[key] for key in icons if not key[1].startswith("cat-")}
            self.changed.emit()

    def dress(self, application: QApplication) -> None:
        """Give the application this look."""
        application.setFont(self.font())
        application.setPalette(self._palette())
        template = shipped("resources", "themes", "window.qss").read_text("utf-8")
        application.setStyleSheet(_PLACE.sub(self._fill, template))

    def load_rare_characters(self) -> None:
        """Add the fonts for characters the text font lacks, after the window has shown."""
        helpers = [each for each in load_helping_fonts() if each not in self._families]
        if helpers:
            self._families += helpers
            self._fonts.clear()
            self._pixmaps.clear()
            _application().setFont(self.font())
            self.changed.emit()

    def _draw_again(self) -> None:
        """Have icons drawn for a screen that was plugged in, too."""
        self.changed.emit()

    def _read(self) -> None:
        path = shipped("resources", "themes", f"{self.theme}.json")
        theme = json.loads(path.read_text("utf-8"))
        self._colours = {name: QColor(value) for name, value in theme["colours"].items()}
        self.edge = int(theme["edge"])
        for category, band in self._bands.items():
            self._colour_category(f"cat-{category}", band)
        self._icons = {}
        self._pixmaps.clear()

    def _colour_category(self, name: str, band: str) -> None:
        surface, selected = (self._colours[each].name() for each in ("surface", "selected"))
        tint = surface
        if self.edge == 1:
            is_dark = contrast(surface, WHITE) > contrast(surface, NEAR_BLACK)
            tint = mixed(surface, band, _DARK_TINT if is_dark else _LIGHT_TINT)
        self._colours[name] = QColor(as_text_colour(band, tint, surface, selected))
        self._colours[f"{name}-tint"] = QColor(tint)

    def _fill(self, place: re.Match[str]) -> str:
        name = place[1]
        return f"{self.edge}px" if name == "edge" else self._colours[name].name()

    def _palette(self) -> QPalette:
        palette = QPalette()
        roles = QPalette.ColorRole
        for role, name in (
            (roles.Window, "bg"),
            (roles.WindowText, "text"),
            (roles.Base, "surface"),
            (roles.AlternateBase, "sunken"),
            (roles.Text, "text"),
            (roles.Button, "surface"),
            (roles.ButtonText, "text"),
            (roles.PlaceholderText, "text-3"),
            (roles.Highlight, "accent"),
            (roles.HighlightedText, "on-accent"),
            (roles.ToolTipBase, "surface"),
            (roles.ToolTipText, "text"),
            (roles.Accent, "accent"),
        ):
            palette.setColor(role, self._colours[name])
        for role in (roles.WindowText, roles.Text, roles.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self._colours["disabled"])
        return palette

    @staticmethod
    def _draw(icon: str, colour: QColor, size: int, ratio: float) -> QPixmap:
        drawing = shipped("resources", "icons", f"{icon}.svg").read_bytes()
        renderer = QSvgRenderer(
            QByteArray(drawing.replace(b"currentColor", colour.name().encode()))
        )
        pixmap = QPixmap(QSize(size, size) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        return pixmap


class _IconKeeper(QObject):
    """Sets a button's icon again whenever the theme changes; dies with the button."""

    def __init__(self, look: Look, button: QAbstractButton) -> None:
        super().__init__(button)
        self._look, self._button = look, button
        self._icon: tuple[str, str, int] = ("", "", 0)
        look.changed.connect(self.set_icon)

    def keep(self, name: str, colour: str, size: int) -> None:
        """Take another icon."""
        self._icon = (name, colour, size)
        self._button.setIconSize(QSize(size, size))
        self.set_icon()

    def set_icon(self) -> None:
        """Draw the icon in the present theme's colour."""
        self._button.setIcon(self._look.icon(*self._icon))


def restyle(widget: QWidget, **properties: object) -> None:
    """Set style sheet properties and have the widget drawn by them, if one has changed."""
    changed = False
    for name, value in properties.items():
        if widget.property(name) != value:
            widget.setProperty(name, value)
            changed = True
    if changed:
        for each in (widget, *widget.findChildren(QWidget)):
            each.style().unpolish(each)
            each.style().polish(each)


def restyle_with(widget: QWidget, sheet: str) -> None:
    """Give a widget its own style sheet, unless it has it: Qt works as long on the same again."""
    if widget.styleSheet() != sheet:
        widget.setStyleSheet(sheet)


def _application() -> QApplication:
    """Return the running application; there is one wherever there is a Look."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise TypeError("a Look needs a QApplication")
    return application
