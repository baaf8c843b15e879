"""Pictures for tests: made, not kept, so that each test sees what it puts in."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw

RED, BLUE, WHITE = (255, 0, 0), (0, 0, 255), (255, 255, 255)


def portrait(width: int = 413, height: int = 579, shade: int = 180) -> Image.Image:
    """Return a head before a wall; ``shade`` makes one person's differ from another's."""
    image = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    head = (width * 0.25, height * 0.1, width * 0.75, height * 0.7)
    ImageDraw.Draw(image).ellipse(head, fill=(shade, 170, 150))
    return image


def corners(width: int = 200, height: int = 280) -> Image.Image:
    """Return a white picture with red above and blue at the left, to see how it lies."""
    image = Image.new("RGB", (width, height), "white")
    image.paste(RED, (0, 0, width, height // 4))
    image.paste(BLUE, (0, 0, width // 4, height))
    return image


def encoded(image: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    """Return a picture as a file of that kind."""
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def decoded(data: bytes) -> Image.Image:
    """Return a file's picture, read to its last pixel."""
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def jpeg_markers(data: bytes) -> list[int]:
    """Return the markers of a JPEG up to its pixels; fails for what is no JPEG."""
    assert data[:2] == b"\xff\xd8"
    markers, at = [], 2
    while data[at + 1] != 0xDA:
        assert data[at] == 0xFF
        markers.append(data[at + 1])
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return markers


def near(colour: Any, wanted: tuple[int, int, int], by: int = 12) -> bool:
    """Tell whether a pixel has a colour, as far as a JPEG keeps it."""
    return all(abs(one - other) <= by for one, other in zip(colour, wanted, strict=True))


def write_zip(path: Path, files: Mapping[str, bytes]) -> Path:
    """Write a zip as Python does: names in UTF-8, marked so."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def write_foreign_zip(path: Path, files: Iterable[tuple[bytes, bytes]], *, on_unix: bool) -> Path:
    """Write a zip whose names are bytes of some encoding the zip does not tell."""
    with zipfile.ZipFile(path, "w") as archive:
        for raw, data in files:
            entry = zipfile.ZipInfo(raw.decode("cp437"))
            entry.create_system = 3 if on_unix else 0
            entry.filename = _Unmarked(entry.filename)
            archive.writestr(entry, data)
    return path


class _Unmarked(str):
    """A name that goes into a zip as its bytes in code page 437, without the mark of UTF-8."""

    __slots__ = ()

    def encode(self, encoding: str = "utf-8", errors: str = "strict") -> bytes:
        return super().encode("cp437" if encoding == "ascii" else encoding, errors)
