"""A page of a PDF becomes the picture the screen shows."""

import io
from threading import Thread

from reportlab.pdfgen import canvas

from qhsign.printing.page_picture import Raster, draw_page

MM = 72 / 25.4


def pdf(pages: int = 2) -> bytes:
    stream = io.BytesIO()
    sheet = canvas.Canvas(stream, pagesize=(90 * MM, 130 * MM))
    for page in range(pages):
        sheet.setFillColorRGB(1, 0, 0) if page == 0 else sheet.setFillColorRGB(0, 0, 1)
        sheet.rect(0, 65 * MM, 90 * MM, 65 * MM, stroke=0, fill=1)
        sheet.showPage()
    sheet.save()
    return stream.getvalue()


def dot(raster: Raster, x: int, y: int) -> tuple[int, ...]:
    start = y * raster.stride + 3 * x
    return tuple(raster.pixels[start : start + 3])


def test_a_page_is_drawn_at_the_size_asked_for_in_red_green_blue() -> None:
    raster = draw_page(pdf(), 1, 4)
    assert (raster.width, raster.height) == (360, 520)
    assert [round(side, 2) for side in raster.size] == [90, 130]
    assert (raster.page, raster.pages) == (1, 2)
    assert dot(raster, 180, 100) == (255, 0, 0)
    assert dot(raster, 180, 400) == (255, 255, 255)
    assert dot(draw_page(pdf(), 2, 4), 180, 100) == (0, 0, 255)


def test_pages_beyond_the_ends_are_the_first_and_the_last() -> None:
    assert draw_page(pdf(), 0, 1).page == 1
    assert draw_page(pdf(), 10_000, 1).page == 2


def test_no_picture_is_larger_than_memory_can_hold() -> None:
    raster = draw_page(pdf(1), 1, 1_000)
    assert max(raster.width, raster.height) in {5_999, 6_000}


def test_two_threads_may_draw_at_once() -> None:
    file, drawn = pdf(), []
    threads = [
        Thread(target=lambda page=page: drawn.append(draw_page(file, page, 6)))
        for page in (1, 2) * 8
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(raster.page for raster in drawn) == [1] * 8 + [2] * 8
    assert all(dot(raster, 200, 100) in {(255, 0, 0), (0, 0, 255)} for raster in drawn)
