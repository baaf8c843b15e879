"""A row is painted once and its picture wherever it goes, and looks no different for it."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from qhsign.ui.shared.row_pictures import MOST, RowPictures
from qhsign.ui.theme import Look, Theme

GROUND = QColor("#ffffff")


class Rows:
    """Paints rows that are their word, and counts how often."""

    def __init__(self, look: Look) -> None:
        self.pictures = RowPictures(look)
        self.drawn: list[str] = []
        self.look = look

    def painted(
        self, row: str, *, top: int = 0, ratio: float = 1.0, state: object = None
    ) -> QImage:
        image = QImage(int(200 * ratio), int(200 * ratio), QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(Qt.GlobalColor.white)

        def draw(pen: QPainter, box: QRect) -> None:
            self.drawn.append(row)
            pen.setFont(self.look.font(14))
            pen.setPen(QColor("#202020"))
            pen.drawText(box, Qt.AlignmentFlag.AlignCenter, row)

        painter = QPainter(image)
        self.pictures.paint(painter, QRect(0, top, 120, 54), row, state, GROUND, draw)
        painter.end()
        return image


@pytest.fixture
def rows(look: Look) -> Rows:
    return Rows(look)


def test_a_row_that_moved_is_not_painted_again(rows: Rows) -> None:
    first, moved = rows.painted("李悦娇"), rows.painted("李悦娇", top=54)
    assert rows.drawn == ["李悦娇"]
    assert first.copy(0, 0, 120, 54) == moved.copy(0, 54, 120, 54)


def test_what_looks_different_is_painted_anew(rows: Rows) -> None:
    rows.painted("李悦娇")
    rows.painted("李悦娇", state="annulled")
    rows.painted("李悦娇", ratio=1.5)
    assert rows.drawn == ["李悦娇"] * 3


def test_another_theme_forgets_the_pictures(rows: Rows, look: Look) -> None:
    rows.painted("李悦娇")
    before = look.theme
    try:
        look.set_theme(Theme.DARK if before is not Theme.DARK else Theme.LIGHT)
        rows.painted("李悦娇")
    finally:
        look.set_theme(before)
    assert len(rows.drawn) == 2


def test_between_two_pixels_of_the_screen_the_row_itself_is_painted(rows: Rows) -> None:
    rows.painted("李悦娇", top=1, ratio=1.5)
    rows.painted("李悦娇", top=1, ratio=1.5)
    assert len(rows.drawn) == 2


def test_a_picture_equals_the_row_painted_in_place(rows: Rows) -> None:
    pictured = rows.painted("李悦娇", top=2, ratio=1.5)
    rows.pictures = RowPictures(rows.look)
    in_place = QImage(pictured.size(), pictured.format())
    in_place.setDevicePixelRatio(1.5)
    in_place.fill(Qt.GlobalColor.white)
    painter = QPainter(in_place)
    painter.setFont(rows.look.font(14))
    painter.setPen(QColor("#202020"))
    painter.drawText(QRect(0, 2, 120, 54), Qt.AlignmentFlag.AlignCenter, "李悦娇")
    painter.end()
    assert pictured == in_place


def test_only_a_screen_full_of_pictures_is_kept(rows: Rows) -> None:
    words = [f"第{number}位" for number in range(MOST + 1)]
    for word in words:
        rows.painted(word)
    rows.painted(words[-1])
    assert len(rows.drawn) == MOST + 1
    rows.painted(words[0])
    assert len(rows.drawn) == MOST + 2
