"""Place cards stand folded on tables, floor marks lie on the stage."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import pypdf
import pytest
from PIL import Image, ImageChops

from qhsign.printing.faces import FloorMarkFace, PlaceCardFace
from qhsign.printing.floor_mark import check_floor_marks, render_floor_marks
from qhsign.printing.layouts.layout import Layout
from qhsign.printing.layouts.layout_file import load_layout, parse_layout
from qhsign.printing.page_texts import PrintRun
from qhsign.printing.pdf_file import DocumentInformation
from qhsign.printing.place_card import check_place_cards, render_place_cards
from qhsign.wording import Language, say
from support.layout_samples import cut_out, darkest, greys, pictures, shipped_names, texts_of_pages
from support.print_samples import EVENT, pages_as_pictures

UNKNOWN = "\U0010fffd"
CARD = PlaceCardFace("00007", "张弘靓", organization="青海省数据局", title="副局长")
AMBASSADOR = PlaceCardFace(
    "00009", "易卜雷", "Þórir Ibsen", title="冰岛驻华大使", title_en="Ambassador of Iceland"
)
MARK = FloorMarkFace("3", "3号台 · 客方主签", "guest", "李　刚", "青海省人民政府", "第2批 · 第3版")


def cards(*pairs: tuple[PlaceCardFace, Layout], **options: Any) -> tuple[bytes, PrintRun]:
    stream = BytesIO()
    run = render_place_cards(stream, pairs, **options)
    return stream.getvalue(), run


def marks(*faces: FloorMarkFace, layout: str = "floor-mark-a4", **event: Any) -> bytes:
    stream = BytesIO()
    render_floor_marks(stream, faces, load_layout(layout), replace(EVENT, **event))
    return stream.getvalue()


def name_size(pdf: bytes, name: str) -> float:
    """Return the size in points in which a name is set."""
    sizes: list[float] = []

    def look(text: str, _cm: Any, matrix: Any, _font: Any, size: float) -> None:
        if name in text:
            sizes.append(size * abs(matrix[3]))

    pypdf.PdfReader(BytesIO(pdf)).pages[0].extract_text(visitor_text=look)
    return max(sizes)


def turned_difference(page: Image.Image) -> Image.Image:
    """Return what differs between the lower half and the upper one, turned round."""
    half = page.height // 2
    upper = page.crop((0, 0, page.width, half)).rotate(180)
    lower = page.crop((0, page.height - half, page.width, page.height))
    return ImageChops.difference(upper, lower)


@pytest.mark.parametrize("name", shipped_names("place-card"))
def test_both_sides_of_the_table_read_the_same(name: str) -> None:
    layout = load_layout(name)
    pdf, run = cards((CARD, layout), (AMBASSADOR, layout))
    assert (run.pages, run.printed) == (2, ("00007", "00009"))
    for text, card in zip(texts_of_pages(pdf), (CARD, AMBASSADOR), strict=True):
        assert text.count(card.full_name) == 2
    for page in pictures(pdf, 144):
        assert greys(page)[0] < 100
        different = turned_difference(page).point([255 * (level > 96) for level in range(256)])
        assert different.histogram()[255] < 0.002 * page.width * page.height


@pytest.mark.parametrize(("size", "fold"), [("200x100", 100), ("210x140", 140)])
def test_the_fold_is_marked_at_the_edges_only(size: str, fold: int) -> None:
    layout = load_layout(f"place-card-{size}-name")
    pdf, _ = cards((CARD, layout))
    box = pypdf.PdfReader(BytesIO(pdf)).pages[0].mediabox
    width = float(box.width) / 72 * 25.4
    assert (round(width), round(float(box.height) / 72 * 25.4)) == (layout.page[0], 2 * fold)
    (page,) = pictures(pdf, 300)
    for x in (0.0, width - 4):
        assert darkest(page, [(x, fold - 0.3, 4, 0.6)], 300) < 230
    assert darkest(page, [(5, fold - 2, width - 10, 4)], 300) == 255


def test_a_bilingual_card_says_the_title_twice_on_one_line() -> None:
    pdf, _ = cards((AMBASSADOR, load_layout("place-card-200x100-bilingual")))
    read = pypdf.PdfReader(BytesIO(pdf)).pages[0].extract_text()
    assert read.count("冰岛驻华大使　Ambassador of Iceland") == 2
    assert read.count("Þórir Ibsen") == 2


def test_without_a_title_a_bilingual_card_names_the_organization() -> None:
    guest = replace(AMBASSADOR, title="", title_en="", organization="冰岛外交部")
    pdf, _ = cards((guest, load_layout("place-card-200x100-bilingual")))
    assert "冰岛外交部" in texts_of_pages(pdf)[0]


@pytest.mark.parametrize("size", ["200x100", "210x140"])
def test_a_bilingual_card_without_a_second_name_has_no_hole(size: str) -> None:
    card = replace(CARD, full_name="古丽努尔·阿合买提")
    heights = []
    for kind in ("bilingual", "title"):
        pdf, _ = cards((card, load_layout(f"place-card-{size}-{kind}")))
        heights.append(name_size(pdf, "古丽努尔"))
        assert texts_of_pages(pdf)[0].count(card.full_name) == 2
    assert heights[0] >= heights[1]


def test_nothing_but_the_name_stands_on_the_plain_card() -> None:
    pdf, _ = cards((CARD, load_layout("place-card-200x100-name")))
    assert texts_of_pages(pdf) == [CARD.full_name * 2]


def test_the_rule_parts_the_name_from_something() -> None:
    layout = load_layout("place-card-200x100-title")
    rule = (90.0, 165.0, 20.0, 0.8)
    seen = [
        darkest(pictures(cards((card, layout))[0], 200)[0], [rule], 200)
        for card in (CARD, replace(CARD, organization="", title=""))
    ]
    assert seen[0] < 200
    assert seen[1] == 255


def test_cards_of_one_size_share_a_file_in_their_order() -> None:
    plain, title, both = (
        load_layout(f"place-card-200x100-{kind}") for kind in ("name", "title", "bilingual")
    )
    pairs = [(CARD, title), (AMBASSADOR, both), (replace(CARD, full_name="李　刚"), plain)]
    pdf, run = cards(*pairs, information=DocumentInformation(title="席卡"))
    assert run.printed == ("00007", "00009", "00007")
    reader = pypdf.PdfReader(BytesIO(pdf))
    outline: Any = reader.outline
    assert [each.title for each in outline] == ["张弘靓　00007", "易卜雷　00009", "李刚　00007"]
    assert reader.metadata is not None
    assert reader.metadata.title == "席卡"
    assert pdf == cards(*pairs, information=DocumentInformation(title="席卡"))[0]


def test_cards_to_cut_begin_a_sheet_with_each_layout() -> None:
    sheet = {"page": [210, 297], "places": [[5, 10], [5, 120]], "marks": [1, 4], "slug": False}
    plain, title = (
        parse_layout({"name": kind, "of": f"place-card-200x100-{kind}", "sheet": sheet})
        for kind in ("name", "title")
    )
    pdf, run = cards((CARD, plain), (CARD, plain), (CARD, plain), (CARD, title), (CARD, plain))
    assert (run.pages, len(run.printed)) == (4, 5)
    assert [text.count("张弘靓") for text in texts_of_pages(pdf)] == [2, 1, 1, 1]


def test_a_card_no_font_can_set_is_left_out_and_named() -> None:
    layout = load_layout("place-card-200x100-title")
    broken = replace(CARD, full_name=f"王{UNKNOWN}", guest_number="00008")
    pdf, run = cards((broken, layout), (CARD, layout))
    assert run.printed == ("00007",)
    assert [(each.subject, each.field, each.code) for each in run.findings] == [
        ("00008", "name", "print-glyph-missing")
    ]
    assert list(run.findings) == check_place_cards([(broken, layout), (CARD, layout)])
    assert len(texts_of_pages(pdf)) == 1
    _, run = cards((broken, layout))
    assert (run.pages, run.printed) == (0, ())


def test_progress_is_told() -> None:
    told: list[int] = []
    layout = load_layout("place-card-200x100-name")
    cards(*[(CARD, layout)] * 60, progress=told.append)
    assert told == [50, 60]


# On the floor


@pytest.mark.parametrize("name", shipped_names("floor-mark"))
def test_hosts_are_filled_and_guests_outlined(name: str) -> None:
    sides: tuple[Any, ...] = ("host", "guest", "")
    pdf = marks(*(replace(MARK, side=side) for side in sides), layout=name)
    width, height = load_layout(name).page
    inside = (width * 0.08, height * 0.3, 2, 2)
    colour = [
        cut_out(page.convert("RGB"), inside, 72).getpixel((1, 1))
        for page in pictures(pdf, 72, grey=False)
    ]
    assert colour == [(0xD8, 0xE8, 0xE9), (255, 255, 255), (255, 255, 255)]
    words = ["主方" in text for text in texts_of_pages(pdf)]
    assert words == [True, False, False]
    assert "客方" in texts_of_pages(marks(replace(MARK, position=""), layout=name))[0]


@pytest.mark.parametrize("name", shipped_names("floor-mark"))
def test_the_mark_is_seen_standing(name: str) -> None:
    (page,) = pictures(marks(MARK, layout=name), 72)
    width, height = load_layout(name).page
    middle = cut_out(page, (width * 0.3, height * 0.19, width * 0.4, height * 0.45), 72)
    box = middle.point([255 * (level < 128) for level in range(256)]).getbbox()
    assert box is not None
    assert (box[3] - box[1]) / 72 * 25.4 > 0.33 * height
    text = texts_of_pages(marks(MARK, layout=name))[0]
    for said in ("3号台·客方主签", "李刚", "青海省人民政府", "第2批·第3版", "面向观众"):
        assert said in text


def test_a_mark_from_a_demonstration_says_so() -> None:
    for is_demo in (True, False):
        (text,) = texts_of_pages(marks(MARK, is_demo=is_demo))
        assert ("演示数据" in text) is is_demo


def test_marks_lead_from_their_bookmarks() -> None:
    pdf = marks(MARK, FloorMarkFace("主1", "见证人", "host"))
    outline: Any = pypdf.PdfReader(BytesIO(pdf)).outline
    assert [each.title for each in outline] == ["3　3号台 · 客方主签　李　刚", "主1　见证人"]


def test_a_mark_no_font_can_set_is_named_by_its_position() -> None:
    broken = replace(MARK, full_name=UNKNOWN)
    nameless = replace(broken, position="")
    found = check_floor_marks([broken, nameless, MARK], load_layout("floor-mark-a5"), EVENT)
    assert [each.subject for each in found] == ["3号台 · 客方主签", "3"]
    assert all(say(each.code, Language.CHINESE, **each.parameters) for each in found)


def test_poppler_draws_what_pdfium_draws(tmp_path: Any) -> None:
    pdf = marks(MARK)
    (one,), (other,) = pages_as_pictures(pdf, tmp_path, 50), pictures(pdf, 50)
    small = [page.convert("L").resize((74, 52)) for page in (one, other)]
    assert greys(ImageChops.difference(*small))[1] < 110
