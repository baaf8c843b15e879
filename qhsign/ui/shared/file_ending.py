"""The ending of a file somebody is asked a name for."""

from pathlib import Path


def with_ending(path: Path, ending: str) -> Path:
    """Return the path with an ending such as ``xlsx``: “名单7.10” keeps its date before it."""
    wanted = f".{ending}"
    return path if path.suffix.casefold() == wanted else path.with_name(f"{path.name}{wanted}")
