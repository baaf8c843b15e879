"""Every flag on the screen and in print: two painters, one drawing."""

import re
from io import BytesIO

import pypdf
import pytest
from PIL import Image, ImageChops, ImageStat
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from qhsign.domain.flag_drawing import FlagDrawing
from qhsign.printing.page_picture import draw_page
from qhsign.printing.pdf_file import POINTS_PER_MM, Page, PdfFile
from qhsign.printing.pen import Pen
from qhsign.services.reference import flag_drawing
from qhsign.services.stage_flags import flag_of
from qhsign.shipped_files import shipped
from qhsign.ui.stage.flag_painting import FLAGS_DEPTH, flag_image, flags_width, paint_flags
from qhsign.ui.theme import Look, Theme
from qhsign.wording import Language

CODES = sorted(path.stem for path in shipped("resources", "flags").glob("*.json"))
DOTS = 96
MARGIN = 2.5
NO_EDGE = "#FFFFFF"


def printed(drawing: FlagDrawing) -> bytes:
    """Return a page with a flag ten millimetres high."""
    stream = BytesIO()
    file = PdfFile(stream)
    height = 10 + 2 * MARGIN
    pen = Pen(file, height)
    drawn = pen.flag(drawing, MARGIN, MARGIN, 10, edge=NO_EDGE)
    width = 10 * drawing.ratio + 2 * MARGIN
    # A hair smaller: PDFium would begin another line of dots for the last bit of the figure.
    size = (width * POINTS_PER_MM - 0.02, height * POINTS_PER_MM - 0.02)
    file.add_page(Page(drawn), size)
    file.save()
    return stream.getvalue()


def on_paper(pdf: bytes, drawing: FlagDrawing) -> Image.Image:
    scale = 4 * DOTS / 10  # finer, as PDFium draws stripes from dot to dot
    raster = draw_page(pdf, 1, scale)
    page = Image.frombuffer(
        "RGB", (raster.width, raster.height), raster.pixels, "raw", "RGB", raster.stride
    )
    begins = round(MARGIN * scale)
    width, height = round(DOTS * drawing.ratio), DOTS
    flag = page.crop((begins, begins, begins + 4 * width, begins + 4 * height))
    return flag.resize((width, height), Image.Resampling.BOX)


def on_screen(drawing: FlagDrawing) -> Image.Image:
    image = flag_image(drawing, DOTS)
    ground = QImage(image.size(), QImage.Format.Format_RGB888)
    ground.fill(QColor("white"))
    painter = QPainter(ground)
    painter.drawImage(0, 0, image)
    painter.end()
    size = (ground.width(), ground.height())
    return Image.frombytes(
        "RGB", size, bytes(ground.constBits()), "raw", "RGB", ground.bytesPerLine()
    )


@pytest.mark.parametrize("code", CODES)
def test_the_screen_and_the_print_show_the_same_flag(qapp: QApplication, code: str) -> None:
    drawing = flag_drawing(code)
    assert drawing is not None
    pdf = printed(drawing)
    one, other = on_screen(drawing), on_paper(pdf, drawing)
    assert one.size == other.size
    away = ImageStat.Stat(ImageChops.difference(one, other)).mean
    assert max(away) < 4
    page = pypdf.PdfReader(BytesIO(pdf)).pages[0]
    assert not page.images
    operators = page.get_contents()
    assert operators is not None
    assert not re.search(rb"\bDo\b|\bBI\b", operators.get_data())
    colours = {colour for _, colour in one.getcolors(1 << 20) or ()}
    assert len(colours) > 1


@pytest.mark.parametrize("theme", list(Theme))
def test_a_white_flag_stands_out_of_every_ground(qapp: QApplication, theme: Theme) -> None:
    look = Look(theme)
    ground = look.colour("surface")
    flag = flag_of("JP", Language.CHINESE)
    for ratio in (1.0, 1.5, 2.0):
        width = flags_width(look, [flag])
        image = QImage(round(width * ratio), round(FLAGS_DEPTH * ratio), QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(ground)
        painter = QPainter(image)
        paint_flags(look, painter, QRectF(0, 0, width, FLAGS_DEPTH), [flag], ratio)
        painter.end()
        row = [image.pixelColor(x, round(12 * ratio)) for x in range(image.width())]
        edge = next(colour for colour in row if colour != ground)
        assert edge != QColor("white") or ground != QColor("white")
        assert QColor("white") in row
        assert any(colour.red() > 150 and colour.green() < 60 for colour in row)


def test_a_country_without_a_flag_has_its_name_on_a_plate(qapp: QApplication) -> None:
    look = Look()
    plate, flag = flag_of("TW", Language.CHINESE), flag_of("HK", Language.CHINESE)
    pictures = []
    for each in (plate, flag):
        width = flags_width(look, [each])
        image = QImage(round(width), round(FLAGS_DEPTH), QImage.Format.Format_RGB32)
        image.fill(look.colour("surface"))
        painter = QPainter(image)
        paint_flags(look, painter, QRectF(0, 0, width, FLAGS_DEPTH), [each], 1.0)
        painter.end()
        dots = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
        pictures.append(sum(dot.saturation() > 200 and dot.value() > 150 for dot in dots))
    assert pictures[0] == 0
    assert pictures[1] > 200


def test_several_flags_of_a_side_stand_side_by_side(qapp: QApplication) -> None:
    look = Look()
    flags = [flag_of(code, Language.CHINESE) for code in ("KG", "CN")]
    assert flags_width(look, flags) >= 2 * max(flags_width(look, [each]) for each in flags)
