"""Drawing alone: badges with two-line organizations, with photographs, and by the hundred thousand.

Each run is a process of its own, so that its peak memory is its own.
"""

import random
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from pathlib import Path

from PIL import Image

from benchmarks.measuring import Figure, nearly_empty_pages, peak_megabytes, timed
from qhsign.printing.badge_sheet import render_badges
from qhsign.printing.faces import BadgeFace, EventFace, Photo
from qhsign.printing.layouts.layout_file import load_layout

EVENT = EventFace("第25届中国·青海\u200b绿色发展投资贸易洽谈会", "The 25th China-Qinghai Fair")
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英文辉玲建国华红梅鑫宇晨欣"
CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CATEGORIES = ("guest", "delegate", "exhibitor", "media", "signatory", "staff")
PHOTO_PIXELS = (350, 490)
PHOTO_BYTES = 30_000


def photo_bytes() -> bytes:
    """Return a JPEG of about 30 KB: noise, so that it packs no better than a face."""
    noise = Image.effect_noise((PHOTO_PIXELS[0] // 3, PHOTO_PIXELS[1] // 3), 90).convert("RGB")
    picture = noise.resize(PHOTO_PIXELS, Image.Resampling.BICUBIC)
    for quality in range(95, 20, -2):
        stream = BytesIO()
        picture.save(stream, "JPEG", quality=quality)
        if stream.tell() <= PHOTO_BYTES:
            break
    return stream.getvalue()


def marked(jpeg: bytes, number: int) -> bytes:
    """Return the photograph with a comment of its own: no two of a run are the same."""
    comment = b"%08d" % number
    return jpeg[:2] + b"\xff\xfe" + (len(comment) + 2).to_bytes(2, "big") + comment + jpeg[2:]


def badges(count: int, jpeg: bytes | None) -> Iterator[BadgeFace]:
    """Give badges one by one; nothing of them stays."""
    chance = random.Random(25)
    for number in range(count):
        name = chance.choice(SURNAMES) + "".join(chance.choices(GIVEN, k=2))
        office = f"青海省海西蒙古族藏族自治州第{number % 700}工业园区管理委员会办公室"
        photo = None if jpeg is None else Photo(*PHOTO_PIXELS, partial(marked, jpeg, number))
        yield BadgeFace(
            guest_number=f"{number:05d}",
            full_name=name,
            qr_text="QH1QY5" + "".join(chance.choices(CROCKFORD, k=32)),
            short_code="171 271-7",
            category=CATEGORIES[number % len(CATEGORIES)],
            organization=office,
            title="副主任",
            zones=tuple("ABCD"),
            photo=photo,
        )


def draw(kind: str, count: int, out: Path) -> None:
    """Draw into a file; write seconds and peak memory for the process that asked."""
    if kind == "empty":
        with timed() as watch:
            nearly_empty_pages(out, count)
    else:
        jpeg = photo_bytes() if kind == "photos" else None
        layout = load_layout("badge-90x130-photo" if jpeg else "badge-90x130")
        with out.open("wb") as stream:
            render_badges(BytesIO(), badges(5, jpeg), layout, EVENT)  # opens the fonts
            with timed() as watch:
                run = render_badges(stream, badges(count, jpeg), layout, EVENT)
        if run.pages != count or run.findings:
            raise SystemExit(f"{run.pages} pages, {run.findings[:2]}")
    sys.stdout.write(f"{watch.seconds} {peak_megabytes()}\n")


def drawn(kind: str, count: int, folder: Path) -> tuple[float, float, float]:
    """Return seconds, peak megabytes and the file's megabytes of one run in a fresh process."""
    out = folder / f"{kind}-{count}.pdf"
    done = subprocess.run(
        [sys.executable, __file__, folder, str(count), kind],
        check=True,
        capture_output=True,
        text=True,
    )
    seconds, memory = map(float, done.stdout.split())
    size = out.stat().st_size / 1e6
    out.unlink()
    return seconds, memory, size


def main(folder: Path, guests: int) -> None:
    """Measure each kind of run beside as many nearly empty pages."""
    pages = "as many nearly empty pages"
    floor, floor_memory, floor_size = drawn("empty", guests, folder)
    seconds, memory, size = drawn("plain", guests, folder)
    name = f"{guests} badges drawn, organization on two lines"
    Figure(name, seconds, "s", 3.0, pages, floor).say()
    Figure(f"{name}, peak memory", memory, "MB", 350, pages, floor_memory).say()
    Figure(f"{name}, file", size, "MB", 10, pages, floor_size).say()
    many = guests * 100_000 // 6096
    each = seconds / guests * 1000
    seconds_of_many, memory_of_many, _ = drawn("plain", many, folder)
    name = f"{many} badges drawn"
    each_of_many = seconds_of_many / many * 1000
    Figure(f"{name}, each", each_of_many, "ms", 0.5, f"each of {guests}", each).say()
    Figure(f"{name}, peak memory", memory_of_many, "MB", 350, f"{guests} badges", memory).say()
    few = max(guests // 6, 1)
    seconds, memory, _ = drawn("photos", guests, folder)
    _, memory_of_few, _ = drawn("photos", few, folder)
    name = f"{guests} badges drawn with photographs of 30 KB"
    Figure(name, seconds, "s", 8.0, pages, floor).say()
    Figure(f"{name}, peak memory", memory, "MB", 150, f"{few} of them", memory_of_few).say()


if __name__ == "__main__":
    if len(sys.argv) > 3:
        draw(sys.argv[3], int(sys.argv[2]), Path(sys.argv[1]) / f"{sys.argv[3]}-{sys.argv[2]}.pdf")
    else:
        main(Path(sys.argv[1]), int(sys.argv[2]))
