"""The emblem: a mountain over its reflection in a lake, in a unit square with y downwards."""

_MOUNTAIN = "0.03 0.555 m 0.367 0.05 l 0.56 0.34 l 0.674 0.2 l 0.97 0.555 l h f"
_REFLECTION = "0.03 0.635 0.94 0.058 re 0.165 0.768 0.67 0.058 re 0.318 0.898 0.364 0.058 re f"


def emblem(first: str, second: str) -> str:
    """Return the PDF operators of the emblem; the colours are operators that set the fill."""
    return f"{first} {_MOUNTAIN} {second} {_REFLECTION}"
