"""The layouts a person can choose for a piece, with what tells them apart."""

from functools import cache

from qhsign.domain.problems import ProblemForUser
from qhsign.printing.layouts import layout_file
from qhsign.printing.layouts.layout import Layout
from qhsign.services.print_records import LayoutChoice
from qhsign.shipped_files import shipped

_NO_LAYOUTS = frozenset({"categories"})
_SAID_BY_NAME = ("bilingual", "name", "title", "roll")


@cache
def layout_choices() -> tuple[LayoutChoice, ...]:
    """Return the shipped layouts, smaller ones first; those a layout brings along are left out."""
    folder = shipped("resources", "layouts")
    names = sorted(path.stem for path in folder.glob("*.json") if path.stem not in _NO_LAYOUTS)
    layouts = [layout_file.load_layout(name) for name in names]
    brought = {each for layout in layouts for each in _brought(layout)}
    chosen = [_choice(layout) for layout in layouts if layout.name not in brought]
    return tuple(sorted(chosen, key=lambda each: ("sheet" in each.traits, each.size, each.name)))


def own_layout(path: str, piece: str) -> LayoutChoice:
    """Return the office's own layout in a file.

    Raises ProblemForUser ``layout-missing``, ``layout-wrong`` or ``layout-of-another``.
    """
    layout = layout_file.load_layout(path, piece)
    if not layout.piece:
        raise ProblemForUser("layout-of-another", layout=layout.name)
    return LayoutChoice(path, layout.piece, layout.page, ("own", *_traits(layout)))


def _choice(layout: Layout) -> LayoutChoice:
    said = layout.name.split("-")
    named = tuple(word for word in _SAID_BY_NAME if word in said)
    return LayoutChoice(layout.name, layout.piece, layout.page, (*named, *_traits(layout)))


def _traits(layout: Layout) -> tuple[str, ...]:
    traits = []
    if "photo" in layout.fields:
        traits.append("photo")
    if layout.then is not None:
        traits.append("folded")
    if layout.sheet is not None and not layout.sheet.is_folded:
        traits.append("sheet")
    return tuple(traits)


def _brought(layout: Layout) -> set[str]:
    """Return the names of the layouts one takes for more parties, languages or pages."""
    names = {each.name for each in layout.variants}
    return names | ({layout.then.name} if layout.then else set())
