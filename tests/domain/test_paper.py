"""Papers as plain data."""

from decimal import Decimal

from qhsign.domain.paper import (
    CellKind,
    Group,
    Mark,
    PageLine,
    PaperColumn,
    Table,
    cell_text,
)
from support.paper_samples import paper, sheet


def test_a_cell_as_words() -> None:
    assert [cell_text(cell) for cell in (None, "李　刚", 7, Decimal("1E+2"), Decimal("0.50"))] == [
        "", "李　刚", "7", "100", "0.50",
    ]  # fmt: skip
    assert cell_text(Mark("diamonds", "签约代表")) == "◆◆ 签约代表"
    assert cell_text(Mark("of an event's own", "义工")) == "义工"


def test_rows_are_counted_without_blanks_and_totals() -> None:
    table = sheet(5, blank_rows=3, totals=[("合计", *[None] * 6)])
    assert table.rows == 5
    assert paper(table, sheet(2)).rows == 7


def test_the_line_of_a_page_counts_its_rows() -> None:
    line = PageLine("本页 {count} 人", "本页登记", "共 {count} 人", ("签到员 ___",))
    assert line.words(14) == "本页 14 人　　签到员 ___"
    assert line.words(0) == "本页登记　　签到员 ___"
    assert line.words_of_all(28) == "共 28 人　　签到员 ___"


def test_bars_leave_their_room_to_the_first_column() -> None:
    columns = (
        PaperColumn("类别", 30, CellKind.MARK),
        PaperColumn("", 50, CellKind.BAR),
        PaperColumn("人数", 20, CellKind.NUMBER),
    )
    mark = Mark("disc", "嘉宾")
    plain = Table(
        columns, [Group([(mark, Decimal(1), 3)])], totals=[("合计", Decimal(1), 3)]
    ).without_bars()
    assert [(column.heading, column.width) for column in plain.columns] == [
        ("类别", 80),
        ("人数", 20),
    ]
    assert [list(row) for group in plain.groups for row in group.rows] == [[mark, 3]]
    assert [list(row) for row in plain.totals] == [["合计", 3]]


def test_the_size_follows_the_paper() -> None:
    assert paper(sheet(1)).size == (297, 210)
    assert paper(sheet(1), wide=False).size == (210, 297)
    assert paper(sheet(1), large=True).size == (420, 297)
    assert paper(sheet(1), wide=False).measure == 182
