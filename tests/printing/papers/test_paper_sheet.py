"""Working papers as PDF, read back the way people and machines read them."""

import re
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import pytest

from qhsign.domain.paper import (
    CellKind,
    Figure,
    Figures,
    Group,
    Paper,
    PaperColumn,
    Seal,
    Statements,
    Table,
)
from qhsign.printing.papers.paper_sheet import PaperRun, render_paper
from support.paper_samples import (
    COLUMNS,
    GUESTS,
    PAGE_LINE,
    guest_rows,
    paper,
    sheet,
    texts_of,
)
from support.printed import set_text, texts

POINTS_PER_MM = 72 / 25.4
ROWS_ON_A_PAGE = 14


def write(folder: Path, made: Paper) -> tuple[Path, PaperRun]:
    path = folder / "paper.pdf"
    with path.open("wb") as stream:
        run = render_paper(stream, made)
    return path, run


def bookmarks(path: Path) -> list[str]:
    outline: list[Any] = pypdf.PdfReader(path).outline
    return [str(mark.title) for mark in outline]


def ruled_at(path: Path, page: int) -> list[tuple[float, float, float, float]]:
    """Return the lines of a page: both ends in millimetres from the top left."""
    content = pypdf.PdfReader(path).pages[page].get_contents()
    assert content is not None
    height = float(pypdf.PdfReader(path).pages[page].mediabox.height)
    found = re.findall(r"([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l S", content.get_data().decode())
    return [
        (
            float(x1) / POINTS_PER_MM,
            (height - float(y1)) / POINTS_PER_MM,
            float(x2) / POINTS_PER_MM,
            (height - float(y2)) / POINTS_PER_MM,
        )
        for x1, y1, x2, y2 in found
    ]


def test_every_cell_is_read_back_in_its_order(tmp_path: Path) -> None:
    table = Table(COLUMNS, [Group(guest_rows(40, GUESTS))], blank_rows=3, blank_heading="现场登记")
    path, run = write(tmp_path, paper(table, page_line=PAGE_LINE))
    pages = texts(path)
    assert run.findings == ()
    assert run.pages == len(pages)
    read = "".join(pages)
    at = 0
    for row in texts_of(guest_rows(40, GUESTS)):
        for cell in row[1:5]:
            place = read.find(set_text(cell), at)
            assert place >= 0, cell
        at = read.index(set_text(row[1]), at) + 1


def test_a_sheet_is_laid_out_as_the_reference(tmp_path: Path) -> None:
    path, run = write(tmp_path, paper(sheet(28), page_line=PAGE_LINE))
    assert run.pages == 2
    lines = ruled_at(path, 0)
    across = sorted({round(y, 1) for x1, y, x2, y2 in lines if y == y2 and x2 - x1 > 268})
    expected = [25.0, *(round(32.4 + 10.2 * row, 1) for row in range(ROWS_ON_A_PAGE + 1)), 195.0]
    assert across == expected
    upright = {round(x1, 1) for x1, y1, x2, y2 in lines if x1 == x2}
    assert upright == {196.0, 254.0}
    assert all(
        round(end, 1) in {14.0, 283.0} for x1, y1, x2, y2 in lines if y1 == y2 for end in (x1, x2)
    )


def test_head_headings_and_foot_stand_on_every_page(tmp_path: Path) -> None:
    path, run = write(tmp_path, paper(sheet(45), page_line=PAGE_LINE))
    for number, text in enumerate(texts(path), start=1):
        for words in ("签到表", "以姓氏笔画为序", "应到28人", "第1版", "2024-07-1021:40"):
            assert words in text
        assert "序号" in text
        assert "个人信息仅用于本次活动签到，会后按规定销毁" in text
        assert f"第{number}页，共{run.pages}页" in text
        on_page = 45 % ROWS_ON_A_PAGE if number == run.pages else ROWS_ON_A_PAGE
        assert f"本页应到{on_page}人" in text


def test_the_counts_of_the_pages_are_those_of_all(tmp_path: Path) -> None:
    table = Table(COLUMNS, [Group(guest_rows(61, GUESTS))])
    path, _ = write(tmp_path, paper(table, page_line=PAGE_LINE))
    counted = [int(n) for text in texts(path) for n in re.findall(r"本页应到(\d+)人", text)]
    assert sum(counted) == 61
    assert max(counted) <= ROWS_ON_A_PAGE


@pytest.mark.parametrize("count", [0, 1, 9, 10, 11, 12, 13, 14, 25, 28])
def test_there_is_always_room_for_walk_ins(tmp_path: Path, count: int) -> None:
    table = sheet(count, empty="没有应到的人。", blank_rows=3, blank_heading="现场登记")
    path, run = write(tmp_path, paper(table, page_line=PAGE_LINE))
    last = texts(path)[-1]
    assert "现场登记" in last
    lines = ruled_at(path, run.pages - 1)
    uprights = [y2 for x1, y1, x2, y2 in lines if x1 == x2 and round(x1) == 196]
    counted = re.search(r"本页应到(\d+)人", last)
    assert len(uprights) - (int(counted[1]) if counted else 0) >= (3 if count else 4)
    assert max(uprights) <= 175.3
    if count == 0:
        assert "没有应到的人。" in last


def groups(*sizes: int, closing: str = "") -> Table:
    return Table(
        COLUMNS,
        [
            Group(guest_rows(size), f"第{number}代表团", f"{size}人", closing)
            for number, size in enumerate(sizes)
        ],
        continued="{heading}（续）",
    )


def test_a_heading_stands_with_its_first_rows_and_again_where_it_goes_on(tmp_path: Path) -> None:
    path, run = write(tmp_path, paper(groups(3, 11, 1, 40, 2)))
    pages = texts(path)
    assert "第3代表团" in "".join(pages)
    for text in pages:
        for heading in re.findall(r"第\d代表团", text):
            after = text.split(heading)[-1]
            assert any(set_text(name) in after for name, *_ in GUESTS), (heading, after)
    going_on = [text for text in pages if "（续）" in text]
    assert going_on
    assert all(text.index("（续）") < text.index("嘉宾") for text in going_on if "嘉宾" in text)
    assert bookmarks(path) == [f"第{number}代表团" for number in range(5)]
    assert run.pages == len(pages)


def test_without_groups_the_first_row_of_a_page_leads_to_it(tmp_path: Path) -> None:
    path, _ = write(tmp_path, paper(sheet(30)))
    titles = bookmarks(path)
    assert [title.split()[0] for title in titles] == ["1", "16"]
    for title, text in zip(titles, texts(path), strict=True):
        assert set_text(title.split(maxsplit=1)[1]) in text


def test_a_group_ends_with_the_line_to_sign(tmp_path: Path) -> None:
    path, _ = write(tmp_path, paper(groups(13, 14, closing="统一领取 ____ 张")))
    for text in texts(path):
        before = text.split("统一领取")[0] if "统一领取" in text else ""
        assert not before or re.search(r"\d", before.split("备注")[-1])
    assert "".join(texts(path)).count("统一领取") == 2


MONEY = (
    PaperColumn("编号", 20, CellKind.ORDINAL),
    PaperColumn("项目", 150),
    PaperColumn("金额（亿元）", 99, CellKind.NUMBER),
)


@pytest.mark.parametrize("count", range(8, 18))
def test_totals_words_and_seal_never_stand_alone(tmp_path: Path, count: int) -> None:
    rows = [(f"{number:04}", f"项目{number}", Decimal("0.5")) for number in range(count)]
    table = Table(MONEY, [Group(rows)], totals=[("", "合计", Decimal(count) / 2)], depth=11.0)
    sections = (
        table,
        Statements([("合计大写", "人民币伍亿元整")]),
        Seal(("青海省商务厅",), "（盖章）", "20　年　月　日"),
    )
    path, _ = write(tmp_path, paper(*sections))
    last = texts(path)[-1]
    assert "合计" in last
    assert "人民币伍亿元整" in last
    assert "青海省商务厅" in last
    assert f"项目{count - 1}" in last


def test_a_whole_table_is_not_parted(tmp_path: Path) -> None:
    rows = [(f"{number}", f"项目{number}", number) for number in range(9)]
    first = Table(MONEY, [Group(rows)], depth=10.0)
    second = Table(MONEY, [Group(rows)], title="第二张表", depth=10.0, whole=True)
    path, run = write(tmp_path, paper(first, second))
    assert run.pages == 2
    pages = texts(path)
    assert "第二张表" not in pages[0]
    assert all(f"项目{number}" in pages[1] for number in range(9))


def test_a_text_of_many_lines_makes_its_row_deeper(tmp_path: Path) -> None:
    parties = "\n".join(f"{side}方：海西蒙古族藏族自治州人民政府" for side in "甲乙丙丁戊己庚")
    table = Table(MONEY, [Group([("0001", parties, Decimal(1)), ("0002", "短", Decimal(2))])])
    path, run = write(tmp_path, paper(table))
    assert run.findings == ()
    (text,) = texts(path)
    assert set_text(parties) in text
    rules = sorted({round(y, 1) for x1, y, x2, y2 in ruled_at(path, 0) if y == y2})
    row_ends = [y for y in rules if 32.5 < y < 190]
    assert row_ends[0] - 32.4 > 25
    assert round(row_ends[1] - row_ends[0], 1) == 10.2


def test_a_number_is_never_broken(tmp_path: Path) -> None:
    columns = (PaperColumn("姓名", 250, CellKind.NAME), PaperColumn("电话", 14))
    path, _ = write(tmp_path, paper(Table(columns, [Group([("李　刚", "13812345678")])])))
    document = pypdfium2.PdfDocument(path)
    assert "13812345678" in document[0].get_textpage().get_text_range()
    document.close()


def test_room_is_left_for_a_character_no_font_has(tmp_path: Path) -> None:
    table = Table(COLUMNS, [Group([(7, "李\U000130a1", "天津大学", "教授", None, None, None)])])
    path, run = write(tmp_path, paper(table))
    (finding,) = run.findings
    assert finding.subject == "7 李\U000130a1"
    assert finding.code == "print-glyph-missing"
    assert "U+130A1" in str(finding.parameters["characters"])
    assert "李＿" in texts(path)[0]


def test_a_flaw_in_the_head_is_told_once(tmp_path: Path) -> None:
    made = paper(sheet(60))
    flawed = replace(made, head=replace(made.head, what_for="青洽会\U000130a1"))
    _, run = write(tmp_path, flawed)
    assert run.pages > 1
    assert [finding.subject for finding in run.findings] == ["签到表"]


def test_the_same_paper_gives_the_same_bytes() -> None:
    written = []
    for _ in range(2):
        stream = BytesIO()
        render_paper(stream, paper(sheet(20), groups(3, 4)))
        written.append(stream.getvalue())
    assert written[0] == written[1]


def test_the_file_says_what_it_is_and_names_nobody(tmp_path: Path) -> None:
    path, _ = write(tmp_path, paper(sheet(3), demo_mark="演示数据，不作凭证"))
    reader = pypdf.PdfReader(path)
    information = reader.metadata
    assert information is not None
    assert (information.title, information.author) == ("第25届青洽会 · 签到表", "青海省人民政府")
    assert information.creation_date is not None
    assert information.creation_date.isoformat() == "2024-07-10T21:40:00+08:00"
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"] == "zh-CN"
    assert "演示数据，不作凭证" in texts(path)[0]
    resources: list[Any] = [page["/Resources"] for page in reader.pages]
    fonts = [font.get_object() for each in resources for font in each["/Font"].values()]
    assert fonts
    assert all("/FontDescriptor" in font for font in fonts)


def test_bars_and_figures_are_painted(tmp_path: Path) -> None:
    columns = (PaperColumn("类别", 100), PaperColumn("", 82, CellKind.BAR))
    table = Table(
        columns, [Group([("嘉宾", Decimal(1)), ("媒体", Decimal("0.25")), ("代表", None)])]
    )
    figures = Figures([Figure("应到", "6096", "人"), Figure("签约额", "916亿元")])
    path, _ = write(tmp_path, paper(figures, table, wide=False))
    content = pypdf.PdfReader(path).pages[0].get_contents()
    assert content is not None
    boxes = re.findall(r"([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re f", content.get_data().decode())
    bars = sorted(float(w) / POINTS_PER_MM for _, _, w, h in boxes if float(h) < 9)
    assert bars == pytest.approx([20, 80], abs=0.01)
    text = texts(path)[0]
    assert "6096" in text
    assert "916亿元" in text


def test_thousands_of_rows_are_each_on_one_page(tmp_path: Path) -> None:
    count = 3000
    rows = [(number, f"甲{number:04}乙", "天津大学", "教授", None, None, None)
            for number in range(1, count + 1)]  # fmt: skip
    path, run = write(tmp_path, paper(Table(COLUMNS, [Group(rows)]), page_line=PAGE_LINE))
    assert run.pages == -(-count // ROWS_ON_A_PAGE)
    found = re.findall(r"甲(\d{4})乙", "".join(texts(path)))
    assert [int(number) for number in found] == list(range(1, count + 1))
