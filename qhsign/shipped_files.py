"""The only finder of the files that travel with the program: resources/ and db/."""

from functools import cache
from pathlib import Path

_HERE = Path(__file__).resolve().parent
# An installed program carries them inside the package; a checkout has them beside it.
_PLACES = (_HERE / "_shipped", _HERE.parent)


@cache
def shipped(*parts: str) -> Path:
    """Return the path of a shipped file or folder, for example ``shipped("resources", "layouts")``.

    Raises FileNotFoundError naming every place that was searched: the installation is incomplete.
    """
    for place in _PLACES:
        path = place.joinpath(*parts)
        if path.exists():
            return path
    searched = ", ".join(str(place.joinpath(*parts)) for place in _PLACES)
    raise FileNotFoundError(f"qhsign is not completely installed; looked for {searched}")
