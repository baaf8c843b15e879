"""What pictures become, and which are refused without reading their pixels."""

import io
import random
import struct
import zlib

import pytest
from PIL import Image, ImageCms

from qhsign import wording
from qhsign.domain.problems import ProblemForUser
from qhsign.exchange.pictures import LARGEST_FILE, read_photo
from support.pictures import (
    BLUE,
    RED,
    WHITE,
    corners,
    decoded,
    encoded,
    jpeg_markers,
    near,
    portrait,
)

GPS = 0x8825
ORIENTATION = 0x0112
# What a camera must have done to a picture that lies as each EXIF orientation says.
LYING = {
    1: None, 2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM, 5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE, 8: Image.Transpose.ROTATE_270,
}  # fmt: skip


def refused(data: bytes) -> str:
    with pytest.raises(ProblemForUser) as problem:
        read_photo(data, "李刚.jpg")
    for language in wording.Language:
        said = wording.say(problem.value.code, language, **problem.value.parameters)
        assert "李刚.jpg" in said
    return problem.value.code


def test_a_telephone_s_picture_becomes_a_small_baseline_jpeg() -> None:
    photo = read_photo(encoded(portrait(3000, 4000), quality=92), "x")
    assert (photo.width, photo.height) == decoded(photo.jpeg).size == (350, 490)
    assert decoded(photo.jpeg).mode == "RGB"
    assert len(photo.jpeg) < 32_000
    assert 0xC0 in jpeg_markers(photo.jpeg)  # baseline; progressive is 0xC2


def test_nothing_but_pixels_survives() -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = 1
    exif[GPS] = {1: "N", 2: (36.0, 37.0, 12.0), 3: "E", 4: (101.0, 46.0, 0.0)}
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = encoded(
        portrait(),
        exif=exif,
        comment=b"Xining",
        icc_profile=srgb,
        xmp=b"<x:xmpmeta/>",
        dpi=(72, 72),
    )
    assert {0xE1, 0xE2, 0xFE} <= set(jpeg_markers(data))
    kept = jpeg_markers(read_photo(data, "x").jpeg)
    assert [marker for marker in kept if marker >= 0xE0] == [0xE0]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_picture_is_turned_upright(kind: str, orientation: int) -> None:
    turn = LYING[orientation]
    lying = corners() if turn is None else corners().transpose(turn)
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    photo = decoded(read_photo(encoded(lying, kind, exif=exif), "x").jpeg)
    assert photo.size == (200, 280)
    assert near(photo.getpixel((150, 30)), RED)
    assert near(photo.getpixel((20, 150)), BLUE)
    assert near(photo.getpixel((150, 200)), WHITE)


@pytest.mark.parametrize("mode", ["L", "P", "1", "RGBA", "LA", "CMYK", "I;16"])
def test_every_kind_of_colour_is_read(mode: str) -> None:
    grey = Image.linear_gradient("L").resize((200, 280))
    if mode == "I;16":
        data = encoded(grey.convert("I").point(lambda value: value * 257).convert(mode), "PNG")
    else:
        rich = grey if mode == "P" else grey.convert("RGB")
        data = encoded(rich.convert(mode), "JPEG" if mode == "CMYK" else "PNG")
    photo = decoded(read_photo(data, "x").jpeg)
    assert photo.mode == "RGB"
    if mode != "1":
        for y in (20, 140, 260):
            value = y * 255 // 280
            assert near(photo.getpixel((100, y)), (value, value, value), 16)


def test_what_is_transparent_becomes_white() -> None:
    image = portrait(200, 280).convert("RGBA")
    image.putalpha(0)
    image.paste((255, 0, 0, 255), (0, 0, 200, 100))
    photo = decoded(read_photo(encoded(image, "PNG"), "x").jpeg)
    assert near(photo.getpixel((100, 40)), RED)
    assert near(photo.getpixel((100, 200)), WHITE)
    palette = Image.new("P", (200, 280), 0)
    palette.putpalette([0, 0, 0, 255, 0, 0])
    photo = decoded(read_photo(encoded(palette, "PNG", transparency=0), "x").jpeg)
    assert near(photo.getpixel((100, 200)), WHITE)


def test_colours_of_another_profile_become_srgb() -> None:
    # A profile that says its green is sRGB's red: what it calls green must come out red.
    def fixed(value: float) -> bytes:
        return struct.pack(">i", round(value * 65536))

    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = bytearray(srgb)
    count = struct.unpack(">I", srgb[128:132])[0]
    tags = {srgb[132 + 12 * n : 136 + 12 * n]: 132 + 12 * n for n in range(count)}
    red, green = tags[b"rXYZ"], tags[b"gXYZ"]
    swapped[red + 4 : red + 12], swapped[green + 4 : green + 12] = (
        srgb[green + 4 : green + 12], srgb[red + 4 : red + 12],
    )  # fmt: skip
    image = Image.new("RGB", (200, 280), (0, 255, 0))
    photo = decoded(read_photo(encoded(image, "PNG", icc_profile=bytes(swapped)), "x").jpeg)
    assert near(photo.getpixel((100, 100)), RED, 20)
    plain = decoded(read_photo(encoded(image, "PNG", icc_profile=b"nonsense"), "x").jpeg)
    assert near(plain.getpixel((100, 100)), (0, 255, 0), 20)


def test_heads_stay_in_a_picture_that_is_too_high_or_too_wide() -> None:
    high = Image.new("RGB", (350, 890), "white")
    high.paste(RED, (0, 100, 350, 200))
    photo = decoded(read_photo(encoded(high), "x").jpeg)
    assert near(photo.getpixel((175, 50)), RED)
    wide = Image.new("RGB", (750, 490), "white")
    wide.paste(RED, (200, 0, 300, 490))
    photo = decoded(read_photo(encoded(wide), "x").jpeg)
    assert near(photo.getpixel((50, 200)), RED)
    assert near(photo.getpixel((150, 200)), WHITE)


def test_a_small_picture_is_never_enlarged() -> None:
    photo = read_photo(encoded(portrait(102, 126), "BMP"), "x")
    assert (photo.width, photo.height) == (90, 126)


def test_the_same_picture_gives_the_same_photo() -> None:
    data = encoded(portrait())
    assert read_photo(data, "x") == read_photo(data, "y")


def test_a_second_picture_behind_a_telephone_s_is_passed_over() -> None:
    data = encoded(portrait(), "MPO", save_all=True, append_images=[portrait(shade=10)])
    assert decoded(data).n_frames == 2  # type: ignore[attr-defined] # of a picture with frames
    assert read_photo(data, "x").width == 350


@pytest.mark.parametrize("kind", ["GIF", "PNG", "WEBP"])
def test_what_moves_is_refused(kind: str) -> None:
    still, moving = portrait(), portrait(shade=90)
    data = encoded(still, kind, save_all=True, append_images=[moving], duration=100)
    assert refused(data) == "photo-animated"
    assert read_photo(encoded(still, kind), "x").width == 350


def huge_png(width: int, height: int) -> bytes:
    """Return a PNG that claims a size; reading its pixels would fail at once."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        checksum = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + checksum

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"no pixels")


@pytest.mark.parametrize("side", [7_100, 9_600, 20_000, 60_000])
def test_the_enormous_is_refused_without_reading_a_pixel(side: int) -> None:
    assert refused(huge_png(side, side)) == "photo-too-many-pixels"


def test_too_many_bytes_are_refused() -> None:
    assert refused(b"\xff\xd8\xff" + bytes(LARGEST_FILE)) == "photo-file-too-large"


@pytest.mark.parametrize("size", [(40, 60), (5_000, 60), (40, 5_000), (1, 1)])
def test_what_shows_no_face_is_refused(size: tuple[int, int]) -> None:
    assert refused(encoded(Image.new("RGB", size), "PNG")) == "photo-too-small"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "photo-not-a-picture"),
        ("张弘靓,青海省商务厅\n".encode(), "photo-not-a-picture"),
        (b"%PDF-1.7", "photo-not-a-picture"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 200 280\n", "photo-not-a-picture"),
        (b"PK\x03\x04", "photo-not-a-picture"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", "photo-not-jpeg"),
        (b"\x00\x00\x00\x1cftypavif\x00\x00\x00\x00", "photo-not-jpeg"),
        (b"II*\x00\x08\x00\x00\x00", "photo-not-jpeg"),
        (b"\x89PNG\r\n\x1a\n", "photo-damaged"),
        (b"\xff\xd8\xff\xe0", "photo-damaged"),
    ],
    ids=["empty", "text", "pdf", "postscript", "zip", "heic", "avif", "tiff", "png", "jpeg"],
)
def test_what_is_no_picture_is_refused(data: bytes, code: str) -> None:
    assert refused(data) == code


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "BMP", "WEBP"])
def test_what_broke_off_is_refused(kind: str) -> None:
    data = encoded(portrait(), kind)
    for share in (0.3, 0.6, 0.95):
        assert refused(data[: int(len(data) * share)]) == "photo-damaged"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "BMP", "WEBP"])
def test_no_damage_is_a_bug(kind: str) -> None:
    chance = random.Random(25)
    whole = encoded(portrait(100, 140), kind)
    outcomes: set[str] = set()
    for _ in range(150):
        data = bytearray(whole)
        for _ in range(chance.randrange(1, 6)):
            data[chance.randrange(min(len(data), 300))] = chance.randrange(256)
        try:
            read_photo(bytes(data), "x")
            outcomes.add("read")
        except ProblemForUser as problem:
            outcomes.add(problem.code)
    assert len(outcomes) > 1


def test_a_damaged_note_of_how_it_lies_counts_as_upright() -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = 99
    assert read_photo(encoded(portrait(), exif=exif), "x").width == 350
    stream = io.BytesIO(encoded(portrait(), exif=b"Exif\x00\x00MM\x00*\xff\xff"))
    assert read_photo(stream.getvalue(), "x").width == 350
