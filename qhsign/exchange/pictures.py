"""Pictures people send, made into photos: upright, in sRGB, framed, small, and free of metadata."""

import io
import re
import struct
import warnings
import zlib
from dataclasses import dataclass
from functools import cache

from PIL import Image, ImageCms

from qhsign.domain.photo import Framing, framing, shows_a_face
from qhsign.domain.problems import ProblemForUser

LARGEST_FILE = 40 * 2**20
"""Bytes of one picture; a telephone's take under ten million."""
LARGEST_PIXELS = 50_000_000
_WANTED_BYTES = 32_000
_QUALITIES = (86, 76, 66, 55, 44, 35)

# Pillow knows many more, some of which run other programs.
_FORMATS = ("JPEG", "PNG", "GIF", "BMP", "WEBP")
# Telephones put a second picture (depth, brightness) behind a photo; nothing moves in it.
_STILL = "MPO"
_TURNED = 5  # from this EXIF orientation on, a picture lies on its side
_ORIENTATION = 0x0112
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What puts a picture upright, by its EXIF orientation."""
_SIXTEEN_TO_EIGHT_BITS = 1 / 257
_HEADS = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"RIFF")
_NOT_READ = {
    "HEIC": re.compile(rb".{4}ftyp(?:hei|hev|mif1|msf1)", re.DOTALL),
    "AVIF": re.compile(rb".{4}ftypavi", re.DOTALL),
    "TIFF": re.compile(rb"II\*\0|MM\0\*|II\+\0|MM\0\+"),
    "PSD": re.compile(rb"8BPS"),
}
"""Pictures that must be saved as JPEG first, by their first bytes."""
_DAMAGES = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    EOFError,
    OverflowError,
    struct.error,
    zlib.error,
)
"""What Pillow's readers raise for bytes that are not what they claim."""


@dataclass(frozen=True, slots=True)
class PhotoPicture:
    """A photo of 5:7 as it is kept: a baseline JPEG and its size in pixels."""

    jpeg: bytes
    width: int
    height: int


def read_photo(data: bytes, file: str) -> PhotoPicture:
    """Make a photo of a picture file's bytes; ``file`` names it in problems.

    The same bytes give the same photo. Raises ProblemForUser for what is no photo: another kind of
    file, HEIC or TIFF, more than one frame, enormous (told without reading a pixel), too small for
    a face, broken off or damaged.
    """
    if len(data) > LARGEST_FILE:
        raise ProblemForUser("photo-file-too-large", file=file, limit=LARGEST_FILE >> 20)
    # Pillow warns of oddities inside files; what of them matters is checked here.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        image, orientation, frame = _opened(data, file)
        try:
            return _photo(image, orientation, frame)
        except _DAMAGES as error:
            raise ProblemForUser("photo-damaged", file=file) from error


def _opened(data: bytes, file: str) -> tuple[Image.Image, int, Framing]:
    """Read a picture's head: the picture, how it lies, and how it will be framed."""
    for kind, head in _NOT_READ.items():
        if head.match(data):
            raise ProblemForUser("photo-not-jpeg", file=file, kind=kind)
    try:
        image = Image.open(io.BytesIO(data), formats=_FORMATS)
        is_moving = image.format != _STILL and getattr(image, "is_animated", False)
    except Image.DecompressionBombError as error:
        raise _too_many_pixels(file) from error
    except _DAMAGES as error:
        code = "photo-damaged" if data.startswith(_HEADS) else "photo-not-a-picture"
        raise ProblemForUser(code, file=file) from error
    width, height = image.size
    if width * height > LARGEST_PIXELS:
        raise _too_many_pixels(file)
    if is_moving:
        raise ProblemForUser("photo-animated", file=file)
    orientation = _orientation(image)
    frame = framing(*((height, width) if orientation >= _TURNED else (width, height)))
    if not shows_a_face(*frame.photo):
        raise ProblemForUser("photo-too-small", file=file, width=width, height=height)
    return image, orientation, frame


def _too_many_pixels(file: str) -> ProblemForUser:
    return ProblemForUser("photo-too-many-pixels", file=file, limit=LARGEST_PIXELS // 1_000_000)


def _orientation(image: Image.Image) -> int:
    """Return how the picture lies by EXIF, 1 to 8; a damaged note counts as upright."""
    try:
        noted = image.getexif().get(_ORIENTATION, 1)
    except _DAMAGES:
        return 1
    return noted if isinstance(noted, int) and 1 <= noted <= 8 else 1  # noqa: PLR2004 - EXIF's own range


def _photo(image: Image.Image, orientation: int, frame: Framing) -> PhotoPicture:
    width, height = frame.whole
    whole = (height, width) if orientation >= _TURNED else (width, height)
    # A JPEG of twice the size wanted is read in a fraction of the time and looks the same.
    image.draft(image.mode, (2 * whole[0], 2 * whole[1]))
    profile = image.info.get("icc_profile")
    plain = _in_plain_colours(image)
    if plain.size != whole:
        plain = plain.resize(whole, Image.Resampling.BICUBIC, reducing_gap=3)
    turn = _TURNS.get(orientation)
    upright = plain if turn is None else plain.transpose(turn)
    cut = upright.crop(
        (frame.left, frame.top, frame.left + frame.photo[0], frame.top + frame.photo[1])
    )
    return PhotoPicture(_as_jpeg(_as_srgb(_on_white(cut), profile)), *frame.photo)


def _in_plain_colours(image: Image.Image) -> Image.Image:
    """Return the picture in a mode that can be scaled: L, RGB, RGBA or CMYK."""
    if image.mode == "F":
        raise ValueError("numbers of any size are no colours")
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value * _SIXTEEN_TO_EIGHT_BITS).convert("L")
    if image.has_transparency_data:
        return image.convert("RGBA")
    if image.mode in {"L", "RGB", "CMYK"}:
        image.load()
        return image
    return image.convert("RGB")


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode != "RGBA":
        return image
    paper = Image.new("RGB", image.size, "white")
    paper.paste(image, mask=image.getchannel("A"))
    return paper


def _as_srgb(image: Image.Image, profile: object) -> Image.Image:
    """Return the colours as sRGB; a profile that does not fit the picture is passed over."""
    if isinstance(profile, bytes) and profile:
        try:
            converted = ImageCms.profileToProfile(
                image, io.BytesIO(profile), _srgb(), outputMode="RGB"
            )
        except (ImageCms.PyCMSError, *_DAMAGES):
            pass
        else:
            if converted is not None:
                return converted
    return image.convert("RGB")


@cache
def _srgb() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


def _as_jpeg(image: Image.Image) -> bytes:
    """Return a baseline JPEG of about 30 KB, as good as fits; nothing but pixels is in it."""
    image.info = {}  # a comment would be written again
    data = b""
    for quality in _QUALITIES:
        stream = io.BytesIO()
        image.save(stream, "JPEG", quality=quality, optimize=True, progressive=False)
        data = stream.getvalue()
        if len(data) <= _WANTED_BYTES:
            break
    return data
