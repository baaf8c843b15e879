"""Setting a name into a card: as large as it fits, in more lines before it gets smaller than 12."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QFont, QFontMetricsF

from qhsign.ui.shared.fitted_name import Fit

LINE = 1.14
_SMALLEST = 12
_PAUSES = "·.•- 　"
Measure = Callable[[str], float]


def set_name(
    name: str, width: float, height: float, sizes: Sequence[int], font: Callable[[int], QFont]
) -> Fit:
    """Return the largest setting that fits, from one of ``sizes`` on one line to many lines at 12.

    Lines are broken where a name pauses, else evenly. What does not fit even so comes in as many
    lines as it needs: the card shows those it has room for, and a sign that there are more.
    """
    for pixels in sizes:
        if QFontMetricsF(font(pixels)).horizontalAdvance(name) <= width:
            return Fit(pixels, (name,))
    for pixels in range(min(sizes), _SMALLEST - 1, -1):
        measure = QFontMetricsF(font(pixels)).horizontalAdvance
        most = int((height + 1) // (pixels * LINE))
        for count in range(1, most + 1):
            lines = _at_pauses(name, count, width, measure) or _evenly(name, count, width, measure)
            if lines is not None:
                return Fit(pixels, lines)
    return Fit(_SMALLEST, _filled(name, width, QFontMetricsF(font(_SMALLEST)).horizontalAdvance))


def _at_pauses(name: str, count: int, width: float, measure: Measure) -> tuple[str, ...] | None:
    """Break into so many lines where the name pauses; None where that does not fit."""
    lines = [""]
    for word in _words(name):
        if lines[-1] and measure((lines[-1] + word).rstrip()) > width:
            lines.append("")
        lines[-1] += word
    lines = [line.strip() for line in lines]
    if len(lines) != count or any(measure(line) > width for line in lines):
        return None
    return tuple(lines)


def _words(name: str) -> list[str]:
    words = [""]
    for each in name:
        words[-1] += each
        if each in _PAUSES:
            words.append("")
    return [word for word in words if word]


def _evenly(name: str, count: int, width: float, measure: Measure) -> tuple[str, ...] | None:
    """Break a name without pauses into lines of even length; None where that does not fit."""
    if any(each in _PAUSES for each in name) or count > len(name):
        return None
    each, more = divmod(len(name), count)
    lines, at = [], 0
    for line in range(count):
        end = at + each + (line < more)
        lines.append(name[at:end])
        at = end
    return tuple(lines) if all(measure(line) <= width for line in lines) else None


def _filled(name: str, width: float, measure: Measure) -> tuple[str, ...]:
    lines = [""]
    for each in name:
        if lines[-1] and measure(lines[-1] + each) > width:
            lines.append("")
        lines[-1] += each
    return tuple(line.strip() for line in lines)
