"""Badges as they come out of the printer."""

import math
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdf
import pypdfium2
import pytest
import zxingcpp
from pyzbar import pyzbar

from qhsign.printing.faces import BadgeFace, EventFace
from qhsign.printing.layouts.layout import Layout
from qhsign.printing.layouts.layout_file import load_layout, parse_layout
from qhsign.printing.preflight import check_badges
from qhsign.printing.shapes import SHAPES
from qhsign.printing.shipped_categories import CategoryLook, shipped_looks
from qhsign.wording import Language, say
from support.layout_samples import shipped_names
from support.print_samples import (
    EVENT,
    LONG_ORGANIZATION,
    NAMES,
    ZONES,
    badge,
    forty_badges,
    pages_as_pictures,
    photo,
    printed_badges,
)

LAYOUTS = ("badge-90x130", "badge-90x130-bilingual", "badge-90x130-photo", "badge-cr80")
UNKNOWN = "\U0010fffd"


@pytest.fixture(scope="module")
def layout() -> Layout:
    return load_layout("badge-90x130")


def texts(pdf: bytes) -> list[str]:
    """Return the text of each page, lines and blanks between them dropped."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return ["".join(page.split()) for page in pages]


def said(text: str) -> str:
    return "".join(text.replace("\u200b", "").split())


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_code_is_read_from_a_rendering_at_150_dpi(name: str, tmp_path: Path) -> None:
    badges = forty_badges()
    run = printed_badges(badges, load_layout(name), EVENT)
    assert run.printed == tuple(face.guest_number for face in badges)
    pictures = pages_as_pictures(run.pdf, tmp_path)
    for face, picture in zip(badges, pictures, strict=True):
        assert [found.text for found in zxingcpp.read_barcodes(picture)] == [face.qr_text]
        assert [found.data.decode() for found in pyzbar.decode(picture)] == [face.qr_text]


def test_the_text_read_back_is_the_data(layout: Layout) -> None:
    badges = forty_badges()
    run = printed_badges(badges, layout, EVENT)
    for face, text in zip(badges, texts(run.pdf), strict=True):
        look = EVENT.look(face.category, vip=face.vip)
        for part in (face.full_name, face.organization, face.title, look.word, EVENT.title):
            assert said(part) in text
        assert said(face.short_code) in text


def test_a_two_character_name_keeps_its_space_for_other_readers(layout: Layout) -> None:
    run = printed_badges([badge(1, "李　刚")], layout, EVENT)
    assert "李　刚" in pypdf.PdfReader(BytesIO(run.pdf)).pages[0].extract_text()


def test_poppler_reads_names_as_they_are(layout: Layout, tmp_path: Path) -> None:
    names = [name for name in NAMES if len(name) <= len("欧阳文静")]
    run = printed_badges([badge(n, name) for n, name in enumerate(names)], layout, EVENT)
    tmp_path.joinpath("print.pdf").write_bytes(run.pdf)
    command = ["pdftotext", "-enc", "UTF-8", "print.pdf", "-"]
    read = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True).stdout
    lines = read.decode().splitlines()
    assert [line for line in lines if line in names] == names


def test_the_page_is_the_trimmed_badge(layout: Layout) -> None:
    run = printed_badges([badge(1, "李　刚")], layout, EVENT)
    box = pypdf.PdfReader(BytesIO(run.pdf)).pages[0].mediabox
    assert math.isclose(float(box.width), 90 * 72 / 25.4, abs_tol=0.01)
    assert math.isclose(float(box.height), 130 * 72 / 25.4, abs_tol=0.01)


def test_the_same_badges_are_the_same_bytes(layout: Layout) -> None:
    assert (
        printed_badges(forty_badges(), layout, EVENT).pdf
        == printed_badges(forty_badges(), layout, EVENT).pdf
    )


def test_only_embedded_fonts_are_in_the_file(layout: Layout) -> None:
    run = printed_badges(forty_badges(), layout, EVENT)
    reader = pypdf.PdfReader(BytesIO(run.pdf))
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            assert "/FontFile2" in font.get_object()["/FontDescriptor"]


def test_each_category_shows_its_colour_and_word(layout: Layout, tmp_path: Path) -> None:
    badges = [badge(number, "欧阳文静", code) for number, code in enumerate(ZONES)]
    badges.append(badge(9, "袁嘉诺", vip=True, zones=tuple("ABCDSV")))
    run = printed_badges(badges, layout, EVENT)
    pictures = pages_as_pictures(run.pdf, tmp_path)
    for face, picture, text in zip(badges, pictures, texts(run.pdf), strict=True):
        look = shipped_looks()["vip" if face.vip else face.category]
        colour = picture.convert("RGB").getpixel((3, 3))
        assert isinstance(colour, tuple)
        assert "#{:02X}{:02X}{:02X}".format(*colour) == look.band
        assert look.word in text
        assert look.word_en in text


def test_vip_keeps_the_zones_of_the_guest(layout: Layout) -> None:
    run = printed_badges([badge(1, "袁嘉诺", vip=True, zones=("A", "S"))], layout, EVENT)
    (text,) = texts(run.pdf)
    assert "主题" in text
    assert "签约" in text
    assert "专题" not in text


def test_an_event_may_change_words_colours_and_zones(layout: Layout) -> None:
    look = CategoryLook("来宾", "VISITOR", "#112233", "#FFFFFF", "square")
    event = replace(EVENT, categories={"guest": look}, zones=(("X", "东馆"),))
    run = printed_badges(
        [badge(1, "李　刚", zones=("X",)), badge(2, "李　刚", "media")], layout, event
    )
    first, second = texts(run.pdf)
    assert "来宾" in first
    assert "东馆" in first
    assert "媒体" in second
    assert "东馆" not in second


@pytest.mark.parametrize("name", shipped_names("badge"))
def test_demonstration_data_is_marked_on_every_badge(name: str) -> None:
    for is_demo in (True, False):
        event = replace(EVENT, is_demo=is_demo)
        run = printed_badges(forty_badges()[:7], load_layout(name), event)
        assert all(("演示数据" in text) is is_demo for text in texts(run.pdf))


def test_a_name_no_font_has_is_refused_and_named(layout: Layout) -> None:
    badges = [badge(1, "李　刚"), badge(2, f"王{UNKNOWN}"), badge(3, "王　冬")]
    run = printed_badges(badges, layout, EVENT)
    assert run.printed == ("G0001", "G0003")
    (finding,) = run.findings
    assert (finding.subject, finding.field) == ("G0002", "name")
    assert "U+10FFFD" in say(finding.code, Language.CHINESE, **finding.parameters)
    assert len(texts(run.pdf)) == 2


def test_a_character_missing_in_what_badges_share_refuses_all(layout: Layout) -> None:
    event = EventFace(f"青{UNKNOWN}")
    run = printed_badges([badge(1, "李　刚"), badge(2, "王　冬")], layout, event)
    assert (run.run.pages, run.printed) == (0, ())
    assert [finding.subject for finding in run.findings] == ["G0001", "G0002"]


def test_a_badge_without_a_code_is_refused(layout: Layout) -> None:
    faces = [badge(1, "李　刚", qr_text=""), badge(2, "王　冬", qr_text="qh1")]
    run = printed_badges(faces, layout, EVENT)
    assert run.printed == ()
    assert {finding.code for finding in run.findings} == {"print-code-missing"}
    assert check_badges(faces, layout, EVENT, issued=False) == []


def test_too_long_a_text_is_printed_and_named(layout: Layout) -> None:
    face = badge(7, "扎" * 90, organization=LONG_ORGANIZATION * 3)
    run = printed_badges([face], layout, EVENT)
    assert run.printed == ("G0007",)
    assert {finding.field for finding in run.findings} == {"name", "org"}
    assert not any(finding.refuses for finding in run.findings)
    (text,) = texts(run.pdf)
    assert face.organization in text
    assert face.full_name in text


@pytest.mark.parametrize("name", shipped_names("badge"))
def test_preflight_finds_nothing_in_the_hard_names(name: str) -> None:
    badges = [badge(number, name, latin_name="Þórir") for number, name in enumerate(NAMES)]
    badges.append(badge(99, "扎西", organization=LONG_ORGANIZATION))
    assert check_badges(badges, load_layout(name), EVENT) == []


def test_the_title_moves_up_when_there_is_no_organization(layout: Layout) -> None:
    def top_of_title(face: BadgeFace) -> float:
        document = pypdfium2.PdfDocument(printed_badges([face], layout, EVENT).pdf)
        page = document[0].get_textpage()
        position = page.get_text_range().index("副局长")
        return float(page.get_charbox(position)[3])

    tall = top_of_title(badge(1, "李　刚"))
    short = top_of_title(badge(1, "李　刚", organization="青海省商务厅"))
    none = top_of_title(badge(1, "李　刚", organization=""))
    assert tall < short < none


def test_a_photograph_fills_its_box(tmp_path: Path) -> None:
    own = parse_layout(
        {
            "name": "own",
            "piece": "badge",
            "page": [90, 130],
            "elements": [
                {
                    "kind": "image",
                    "image": "photo",
                    "x": 6,
                    "y": 40,
                    "w": 20,
                    "h": 28,
                    "if": "photo",
                },
                {
                    "kind": "text",
                    "x": 30,
                    "y": 40,
                    "w": 50,
                    "h": 9,
                    "text": "{name}",
                    "font": "bold",
                    "size": 20,
                },
            ],
        }
    )
    faces = [badge(1, "李　刚", photo=photo(300, 100)), badge(2, "王　冬")]
    first, second = pages_as_pictures(printed_badges(faces, own, EVENT).pdf, tmp_path)
    inside = (round(7 * 150 / 25.4), round(42 * 150 / 25.4))
    outside = (round(4 * 150 / 25.4), round(42 * 150 / 25.4))
    assert first.convert("RGB").getpixel(inside) != (255, 255, 255)
    assert first.convert("RGB").getpixel(outside) == (255, 255, 255)
    assert second.convert("RGB").getpixel(inside) == (255, 255, 255)


def test_progress_is_told_and_may_stop(layout: Layout) -> None:
    told: list[int] = []
    printed_badges((badge(n, "李　刚") for n in range(120)), layout, EVENT, progress=told.append)
    assert told == [50, 100, 120]

    class StopError(Exception):
        pass

    def stop(done: int) -> None:
        raise StopError

    def endless() -> Iterator[BadgeFace]:
        while True:
            yield badge(1, "李　刚")

    with pytest.raises(StopError):
        printed_badges(endless(), layout, EVENT, progress=stop)


def test_every_look_has_a_shape_that_can_be_drawn() -> None:
    looks = shipped_looks()
    assert {look.shape for look in looks.values()} == set(SHAPES) - {"arrow"}
    assert len({look.band for look in looks.values()}) == len(looks)
