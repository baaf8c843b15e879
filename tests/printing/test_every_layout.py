"""Every shipped layout with every kind of person: read back, scanned, and within its trim."""

from itertools import combinations, pairwise

import pytest
import zxingcpp
from PIL import Image, ImageChops

from qhsign.printing.layouts.layout import Image as Picture
from qhsign.printing.layouts.layout import Layout, QrCode, Rectangle, Text
from qhsign.printing.layouts.layout_file import load_layout
from qhsign.printing.qr_room import qr_problems
from qhsign.printing.shipped_categories import shipped_looks
from support.layout_samples import (
    PEOPLE,
    ROOM,
    as_a_label_printer_prints,
    badge_case,
    badges_of_categories,
    case_named,
    case_of,
    cut_out,
    darkest,
    greys,
    on_large_paper,
    pictures,
    shipped_names,
    texts_of_pages,
)
from support.printed import set_text

NAMES = shipped_names()
BADGES = shipped_names("badge")
ON_OTHERS = [name for name in NAMES if name.endswith("-a4") and name.startswith("badge")]
WITH_CODE = [name for name in NAMES if name.startswith(("badge", "certificate"))]
BLEED = {"badge": 2.0}
DOT = 25.4 / 203


def same_design(name: str) -> bool:
    """Tell whether a layout only puts another one on a sheet."""
    return name in ON_OTHERS


@pytest.mark.parametrize("name", NAMES)
def test_everybody_is_set_without_a_finding(name: str) -> None:
    case = case_named(name)
    assert [(each.subject, each.field, each.code) for each in case.printed.findings] == []
    assert len(case.printed.printed) == len(case.subjects)


@pytest.mark.parametrize("name", NAMES)
def test_the_text_read_back_is_the_data(name: str) -> None:
    case = case_named(name)
    pages = texts_of_pages(case.printed.pdf)
    for number in range(len(case.subjects)):
        page = pages[number // case.per_page]
        assert [said for said in case.said(number) if said not in page] == []


@pytest.mark.parametrize("name", shipped_names("badge") + shipped_names("place-card"))
def test_no_layout_forgets_the_person(name: str) -> None:
    case = case_named(name)
    for number, person in enumerate(PEOPLE):
        said = case.said(number)
        assert set_text(person.name) in said
        if name.startswith("badge"):
            assert set_text(person.organization) in said or not person.organization
            assert set_text(person.title) in said or not person.title
        if "bilingual" in name:
            assert set_text(person.latin) in said or not person.latin
            assert not person.title_en or any(set_text(person.title_en) in each for each in said)


@pytest.mark.parametrize("name", WITH_CODE)
def test_every_code_is_read_at_150_dpi(name: str) -> None:
    case = case_named(name)
    read = [
        {found.text for found in zxingcpp.read_barcodes(page)}
        for page in pictures(case.printed.pdf, 150)
    ]
    has_code = "token" in case.layout.fields
    codes = [
        set(case.codes[start : start + case.per_page]) if has_code else set()
        for start in range(0, len(case.codes), case.per_page)
    ]
    assert read == codes


@pytest.mark.parametrize("name", [name for name in BADGES if not same_design(name)])
def test_every_code_is_read_as_a_label_printer_prints_it(name: str) -> None:
    case = case_named(name)
    (place,) = (each for each in case.layout.elements if isinstance(each, QrCode))
    around = (place.x - 1, place.y - 1, 33 * place.module + 2, 33 * place.module + 2)
    for page, code in zip(pictures(case.printed.pdf, 203), case.codes, strict=True):
        seen = as_a_label_printer_prints(cut_out(page, around, 203))
        assert [found.text for found in zxingcpp.read_barcodes(seen)] == [code]


@pytest.mark.parametrize("name", [name for name in NAMES if not same_design(name)])
def test_nothing_is_drawn_beyond_the_bleed(name: str) -> None:
    layout = on_large_paper(load_layout(name))
    dpi, bleed = 100, BLEED.get(layout.piece, 0.0)
    width, height = layout.page
    allowed = bleed + 2 * 25.4 / dpi
    near, wide, high = ROOM - allowed, width + 2 * allowed, height + 2 * allowed
    outside = [
        (0, 0, width + 2 * ROOM, near),
        (0, near + high, width + 2 * ROOM, near),
        (0, 0, near, height + 2 * ROOM),
        (near + wide, 0, near, height + 2 * ROOM),
    ]
    for page in pictures(case_of(layout).printed.pdf, dpi):
        assert darkest(page, outside, dpi) > 250
        assert greys(page)[0] < 128


@pytest.mark.parametrize("name", NAMES)
def test_the_same_pieces_are_the_same_bytes(name: str) -> None:
    assert case_of(load_layout(name)).printed.pdf == case_named(name).printed.pdf


@pytest.mark.parametrize("name", WITH_CODE)
def test_every_code_has_its_room(name: str) -> None:
    found = qr_problems(load_layout(name))
    if name.startswith("certificate-a3"):
        # One page of a folded certificate carries the code for all.
        found = [each for each in found if each.code != "print-qr-none"]
    assert found == []


# Categories without colour


def shapes(layout: Layout, pages: list[Image.Image], dpi: int) -> list[Image.Image]:
    """Return the outline of each category: black where the shape is."""
    (box,) = (
        (each.x, each.y, each.w, each.h)
        for each in layout.elements
        if isinstance(each, Picture) and each.picture == "shape"
    )
    outlines = []
    for page in pages:
        part = cut_out(page, box, dpi)
        ground = greys(part.crop((0, 0, 1, 1)))[0]
        outlines.append(part.point([255 * (abs(level - ground) < 40) for level in range(256)]))
    return outlines


@pytest.mark.parametrize("name", [name for name in BADGES if not same_design(name)])
def test_categories_are_told_apart_in_grey(name: str) -> None:
    layout, dpi = load_layout(name), 100
    case = badge_case(layout, badges_of_categories())
    pages = pictures(case.printed.pdf, dpi)
    bands = [
        each for each in layout.elements if isinstance(each, Rectangle) and each.fill == "@band"
    ]
    if bands:
        x = max(band.x for band in bands) + 3
        steps = sorted(darkest(page, [(x, 0.5, 1, 1)], dpi) for page in pages)
        assert min(after - before for before, after in pairwise(steps)) >= 10
    else:
        for page in pictures(case.printed.pdf, dpi, grey=False):
            red, green, blue = page.convert("RGB").split()
            assert red.tobytes() == green.tobytes() == blue.tobytes()
    outlines = shapes(layout, pages, dpi)
    for one, other in combinations(outlines, 2):
        different = ImageChops.difference(one, other).histogram()[255]
        assert different > 0.05 * one.width * one.height
    said = [case.said(number) for number in range(len(pages))]
    for look, texts in zip(shipped_looks().values(), said, strict=True):
        assert {look.word, look.word_en} <= set(texts)


# The label roll


def test_a_label_is_black_on_the_dots_of_its_printer() -> None:
    layout = load_layout("badge-roll-100x70")
    (code,) = (each for each in layout.elements if isinstance(each, QrCode))
    dots = code.module / DOT
    assert abs(dots - round(dots)) < 0.001
    assert code.module * 25 >= 20
    for place in (code.x, code.y):
        assert abs(place / DOT - round(place / DOT)) < 0.01
    colours = {each.colour for each in layout.elements if isinstance(each, Text)}
    assert colours == {"#000000", "#FFFFFF"}
    assert not {"band", "on"} & layout.fields


# Sheets that are cut


@pytest.mark.parametrize(
    ("name", "places"), [("badge-90x130-a4", 4), ("badge-cr80-a4", 10), ("badge-cr80-photo-a4", 10)]
)
def test_sheets_hold_as_many_as_fit(name: str, places: int) -> None:
    case = case_named(name)
    sheet = case.layout.sheet
    assert sheet is not None
    assert (sheet.page, len(sheet.places)) == ((210, 297), places)
    assert case.printed.run.pages == -(-len(PEOPLE) // places)
    assert "打印批次P-0042第1页，共12页" in texts_of_pages(case.printed.pdf)[0]
