"""Pieces on sheets: several to cut, folded cards, and the sheets that part groups."""

from io import BytesIO
from typing import Any

import pypdf
import pypdfium2
import pytest
import zxingcpp
from PIL import ImageChops

from qhsign.printing.layouts.layout import Layout
from qhsign.printing.layouts.layout_file import load_layout, parse_layout
from qhsign.printing.press_sheet import SlugNote, pages_needed
from qhsign.printing.separator_sheet import Separator
from support.print_samples import EVENT, badge, printed_badges

SHEET = {
    "page": [210, 297],
    "places": [[12, 15.5], [108, 15.5], [12, 151.5], [108, 151.5]],
    "bleed": 2,
    "marks": [3, 8],
    "slug": True,
}


@pytest.fixture
def four_up() -> Layout:
    return parse_layout({"name": "four", "of": "badge-90x130", "sheet": SHEET})


def texts(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    pages = ["".join(page.get_textpage().get_text_range().split()) for page in document]
    document.close()
    return pages


def test_four_badges_share_a_sheet_and_every_code_reads(four_up: Layout) -> None:
    faces = [badge(number, "李　刚") for number in range(6)]
    note = SlugNote("第25届青洽会", "P-0042", 2)
    run = printed_badges(faces, four_up, EVENT, note=note)
    assert (run.run.pages, len(run.printed)) == (2, 6)
    document = pypdfium2.PdfDocument(run.pdf)
    seen = []
    for page in document:
        picture = page.render(scale=150 / 72).to_pil()
        seen.append({code.text for code in zxingcpp.read_barcodes(picture)})
    document.close()
    assert seen == [{face.qr_text for face in faces[:4]}, {face.qr_text for face in faces[4:]}]
    first, second = texts(run.pdf)
    assert "第25届青洽会证件90×130打印批次P-0042第1页，共2页" in first
    assert "第2页，共2页" in second
    assert "出血2mm" in first


def test_crop_marks_stand_outside_the_trims(four_up: Layout) -> None:
    run = printed_badges([badge(1, "李　刚")], four_up, EVENT)
    document = pypdfium2.PdfDocument(run.pdf)
    page: Any = document[0]
    picture = page.render(scale=300 / 72).to_pil().convert("L")
    document.close()

    def darkest(x: float, y: float, w: float, h: float) -> int:
        k = 300 / 25.4
        box = (int(x * k), int(y * k), int((x + w) * k) + 1, int((y + h) * k) + 1)
        return int(picture.crop(box).getextrema()[0])

    for trim_x in (12, 102, 108, 198):
        assert darkest(trim_x - 0.2, 9, 0.4, 2) < 128  # the mark
        assert darkest(trim_x - 0.2, 13, 0.4, 0.4) > 200  # and the room before the bleed
    for trim_y in (15.5, 145.5, 151.5, 281.5):
        assert darkest(5, trim_y - 0.2, 2, 0.4) < 128
    assert darkest(103.5, 60, 3, 10) > 200  # nothing in the gutter


def test_the_outermost_cuts_are_told(four_up: Layout) -> None:
    run = printed_badges([badge(1, "李　刚")], four_up, EVENT)
    box = pypdf.PdfReader(BytesIO(run.pdf)).pages[0].trimbox
    told = [round(float(side) / 72 * 25.4, 2) for side in box]
    assert told == [12, 297 - 281.5, 198, 297 - 15.5]


def test_a_group_begins_with_its_separator_on_a_new_sheet(four_up: Layout) -> None:
    items: list[Any] = [
        Separator("代表团", "青海省代表团", 1, "联络员 李刚"),
        badge(1, "李　刚"),
        Separator("代表团", "四川省代表团", 2),
        badge(2, "王　冬"),
        badge(3, "欧阳文静"),
    ]
    run = printed_badges(items, four_up, EVENT)
    pages = texts(run.pdf)
    assert run.run.pages == len(pages) == pages_needed(four_up, [1, 2], separated=True) == 4
    assert "青海省代表团" in pages[0]
    assert "共1张" in pages[0]
    assert "联络员李刚" in pages[0]
    assert "李刚" in pages[1].replace("　", "")
    assert "四川省代表团" in pages[2]
    outline: Any = pypdf.PdfReader(BytesIO(run.pdf)).outline
    titles = [item.title for item in outline if not isinstance(item, list)]
    assert titles == ["青海省代表团", "四川省代表团"]
    inside = [[item.title for item in part] for part in outline if isinstance(part, list)]
    assert inside == [["李刚　G0001"], ["王冬　G0002", "欧阳文静　G0003"]]


def test_a_folded_card_shows_both_faces() -> None:
    data = {
        "name": "card",
        "piece": "badge",
        "page": [200, 100],
        "faces": ["upside-down", "upright"],
        "elements": [
            {"kind": "text", "x": 15, "y": 17, "w": 170, "h": 64, "text": "{name}", "font": "kai",
             "size": 172, "min": 60, "align": "c", "valign": "m", "name": "name"},
            {"kind": "rect", "x": 0, "y": 95, "w": 200, "h": 5, "fill": "#000000"},
        ],
    }  # fmt: skip
    run = printed_badges([badge(1, "张弘靓")], parse_layout(data), EVENT)
    document = pypdfium2.PdfDocument(run.pdf)
    page: Any = document[0]
    assert [round(side / 72 * 25.4) for side in page.get_size()] == [200, 200]
    picture = page.render(scale=2).to_pil().convert("L")
    document.close()
    assert run.run.pages == 1
    middle, height = picture.width // 2, picture.height
    assert picture.getpixel((middle, 3)) == 0  # the foot of the upper face, turned away
    assert picture.getpixel((middle, height - 3)) == 0
    upper = picture.crop((0, 0, picture.width, height // 2)).rotate(180)
    lower = picture.crop((0, height // 2, picture.width, height))
    different = ImageChops.difference(upper, lower).point(lambda grey: 255 if grey > 100 else 0)
    assert different.histogram()[255] < upper.width * upper.height / 500
    assert texts(run.pdf)[0].count("张弘靓") == 2


def test_pages_are_counted_before_they_are_printed(four_up: Layout) -> None:
    one_a_page = load_layout("badge-90x130")
    assert pages_needed(one_a_page, [5, 3], separated=False) == 8
    assert pages_needed(four_up, [5, 3], separated=False) == 3
    assert pages_needed(four_up, [5, 3], separated=True) == 5
