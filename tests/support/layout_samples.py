"""Every shipped layout with the people who are hardest to set; the persons are invented."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO
from typing import Any, cast

import pypdfium2
from PIL import Image, ImageFilter

from qhsign.domain.alternat import OtherLanguage
from qhsign.printing.certificate_sheet import render_certificates
from qhsign.printing.faces import (
    BadgeFace,
    CertificateFace,
    EventFace,
    FloorMarkFace,
    PlaceCardFace,
)
from qhsign.printing.floor_mark import render_floor_marks
from qhsign.printing.layouts.fields import (
    FIELDS_OF_PIECE,
    BadgeSubject,
    CertificateSubject,
    FloorMarkSubject,
)
from qhsign.printing.layouts.layout import Layout, Place, PressSheet, Text
from qhsign.printing.layouts.layout_file import load_layout
from qhsign.printing.page_texts import is_printed
from qhsign.printing.place_card import render_place_cards
from qhsign.printing.press_sheet import SlugNote
from qhsign.shipped_files import shipped
from support.bilingual_samples import bilingual
from support.print_samples import (
    CERTIFICATE,
    EVENT,
    LONG_ORGANIZATION,
    PARTIES,
    ZONES,
    Printed,
    badge,
    photo,
    printed_badges,
    token,
)
from support.printed import set_text

POINTS = 72
MM_PER_INCH = 25.4
NOTE = SlugNote("第25届青洽会", "P-0042", 12)
ROOM = 20
"""Millimetres of paper around a piece in `on_large_paper`."""


@dataclass(frozen=True)
class Person:
    """Somebody whose name, organization or title is hard to set."""

    name: str
    latin: str = ""
    organization: str = "海西蒙古族藏族自治州人民政府"
    title: str = "市长助理"
    title_en: str = ""


PEOPLE = (
    Person("李　刚"),
    Person("扎西才让多杰·旦增罗布仁青卓玛措吉·索南达杰尼玛次仁拉姆卓"),
    Person("努尔买买提江·阿卜杜热合曼", organization="新疆生产建设兵团\u200b第八师石河子市商务局"),
    Person("䶮𬱖𫖯㛃", organization="", title=""),
    Person("易卜雷", "Þórir Ibsen", "", "冰岛驻华大使", "Ambassador of Iceland to China"),
    Person("Þórir Ibsen", organization="Ministry for Foreign Affairs of Iceland", title="Chairman"),
    Person(
        "Жапаров Садыр Нургожоевич",
        "Zhaparov Sadyr",
        "Ысык-Көл облусунун Мамлекеттик администрациясы",
        "Ысык-Көл облусунун губернатору",
        "Governor of Issyk-Kul Region",
    ),
    Person("欧阳文静", organization=LONG_ORGANIZATION, title="副主任（主持工作）"),
)


def shipped_names(piece: str = "") -> list[str]:
    """Return the names of the shipped layouts, of one piece or of all."""
    paths = shipped("resources", "layouts").glob("*.json")
    names = sorted(path.stem for path in paths if path.stem != "categories")
    return [name for name in names if piece in {"", load_layout(name).piece}]


def badges_of_people() -> list[BadgeFace]:
    """Return a badge for each of the people; every category is among them, and a VIP."""
    categories = [*ZONES, "guest", "delegate"]
    return [
        badge(
            number,
            person.name,
            categories[number],
            organization=person.organization,
            title=person.title,
            latin_name=person.latin,
            title_en=person.title_en,
            vip=number == len(ZONES),
            photo=photo(250, 350) if number % 2 else None,
        )
        for number, person in enumerate(PEOPLE)
    ]


def badges_of_categories() -> list[BadgeFace]:
    """Return one badge of each category, and a VIP's."""
    faces = [badge(number, "欧阳文静", code) for number, code in enumerate(ZONES)]
    return [*faces, badge(len(faces), "袁嘉诺", vip=True, zones=tuple("ABCDSV"))]


def cards_of_people() -> list[PlaceCardFace]:
    """Return a place card for each of the people."""
    return [
        PlaceCardFace(
            guest_number=f"{number:05d}",
            full_name=person.name,
            latin_name=person.latin,
            organization=person.organization,
            title=person.title,
            title_en=person.title_en,
        )
        for number, person in enumerate(PEOPLE)
    ]


def marks_of_people() -> list[FloorMarkFace]:
    """Return floor marks of both sides and of none, with and without a name."""
    sides: tuple[Any, ...] = ("host", "guest", "")
    marks = [
        FloorMarkFace(
            mark=str(number + 1),
            position=f"{number + 1}号台 · 客方主签",
            side=sides[number % len(sides)],
            full_name=person.name,
            organization=person.organization,
            note="第2批 · 第3版",
        )
        for number, person in enumerate(PEOPLE)
    ]
    return [*marks, FloorMarkFace("客12", "见证人", "guest"), FloorMarkFace("主1", "", "host")]


def certificates_of_people(layout: Layout) -> list[CertificateFace]:
    """Return certificates in the languages of a layout, each of the people a signatory of one."""
    if layout.first:
        usual = bilingual(OtherLanguage.KYRGYZ, chinese_first=layout.first == "chinese")
    else:
        usual = replace(CERTIFICATE, parties=PARTIES[: layout.parties])
    return [
        replace(
            usual,
            number=f"QH25-QY-{number:04}",
            qr_text=token("QC1", number),
            parties=(
                replace(
                    usual.parties[0],
                    name=person.organization or "青海省商务厅",
                    signatory=person.name,
                    post=person.title,
                ),
                *usual.parties[1:],
            ),
        )
        for number, person in enumerate(PEOPLE)
    ]


@dataclass(frozen=True)
class Case:
    """A layout printed with hard data: the PDF, and what each piece should say."""

    layout: Layout
    printed: Printed
    subjects: tuple[Any, ...]
    codes: tuple[str, ...]

    @property
    def per_page(self) -> int:
        sheet = self.layout.sheet
        return 1 if sheet is None or sheet.is_folded else len(sheet.places)

    def said(self, piece: int) -> list[str]:
        """Return what one piece says as `texts_of_pages` gives it, each stored line by itself."""
        values = values_of(self.layout, self.subjects[piece])
        return [
            set_text(line)
            for element in self.layout.elements
            if isinstance(element, Text) and is_printed(element, values)
            for line in element.filled(values).split("\n")
        ]


def values_of(layout: Layout, subject: Any) -> Mapping[str, str]:
    """Return the values of a layout's fields for one piece."""
    fields = FIELDS_OF_PIECE[layout.piece]
    return {name: fields[name].value(subject) for name in layout.fields}


def case_of(layout: Layout, event: EventFace = EVENT) -> Case:
    """Print a layout with everybody."""
    match layout.piece:
        case "badge":
            return badge_case(layout, badges_of_people(), event)
        case "place-card":
            cards = cards_of_people()
            stream = BytesIO()
            run = render_place_cards(stream, [(card, layout) for card in cards], note=NOTE)
            return Case(layout, Printed(stream.getvalue(), run), tuple(cards), ())
        case "floor-mark":
            marks = marks_of_people()
            stream = BytesIO()
            run = render_floor_marks(stream, marks, layout, event, note=NOTE)
            subjects = tuple(FloorMarkSubject(mark, event) for mark in marks)
            return Case(layout, Printed(stream.getvalue(), run), subjects, ())
        case _:
            sheets = certificates_of_people(layout)
            stream = BytesIO()
            # One page at a time: those that follow are layouts of their own.
            run = render_certificates(stream, sheets, replace(layout, then=None), event)
            return Case(
                layout,
                Printed(stream.getvalue(), run),
                tuple(CertificateSubject(sheet, event) for sheet in sheets),
                tuple(sheet.qr_text or "" for sheet in sheets),
            )


def badge_case(layout: Layout, faces: list[BadgeFace], event: EventFace = EVENT) -> Case:
    """Print badges on a layout."""
    subjects = tuple(
        BadgeSubject(face, event, event.look(face.category, vip=face.vip)) for face in faces
    )
    printed = printed_badges(faces, layout, event, note=NOTE)
    return Case(layout, printed, subjects, tuple(face.qr_text for face in faces))


@cache
def case_named(name: str) -> Case:
    """Print a shipped layout with everybody, once."""
    return case_of(load_layout(name))


def on_large_paper(layout: Layout) -> Layout:
    """Return a layout on paper larger than its trim, where nothing is cut away."""
    width, height = layout.page
    page = (width + 2 * ROOM, height + 2 * ROOM)
    return replace(layout, sheet=PressSheet(page=page, places=(Place(ROOM, ROOM),)))


def texts_of_pages(pdf: bytes) -> list[str]:
    """Return the text of each page without lines and blanks."""
    with pypdfium2.PdfDocument(pdf) as document:
        return ["".join(page.get_textpage().get_text_range().split()) for page in document]


def pictures(pdf: bytes, dpi: int, *, grey: bool = True) -> list[Image.Image]:
    """Return the pages as pdfium draws them."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [
            page.render(scale=dpi / POINTS, grayscale=grey).to_pil().copy() for page in document
        ]


def as_a_label_printer_prints(page: Image.Image) -> Image.Image:
    """Return a grey rendering as one bit a dot, seen a little out of focus at three times the size.

    The page must be drawn at the printer's resolution.
    """
    dots = page.point([0 if level < 128 else 255 for level in range(256)])
    seen = dots.resize((dots.width * 3, dots.height * 3), Image.Resampling.NEAREST)
    return seen.filter(ImageFilter.GaussianBlur(2))


def pixels(millimetres: float, dpi: int) -> float:
    """Return a length in pixels of a rendering."""
    return millimetres * dpi / MM_PER_INCH


def cut_out(page: Image.Image, box: tuple[float, float, float, float], dpi: int) -> Image.Image:
    """Return a part of a rendering, given as x, y, width and height in millimetres."""
    x, y, w, h = (pixels(side, dpi) for side in box)
    return page.crop((math.floor(x), math.floor(y), math.ceil(x + w), math.ceil(y + h)))


def greys(page: Image.Image) -> tuple[int, int]:
    """Return the darkest and the lightest grey of a rendering."""
    return cast("tuple[int, int]", page.getextrema())


def darkest(page: Image.Image, boxes: Iterable[tuple[float, float, float, float]], dpi: int) -> int:
    """Return the darkest grey in some boxes."""
    return min(greys(cut_out(page, box, dpi))[0] for box in boxes)
