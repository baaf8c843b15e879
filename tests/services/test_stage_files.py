"""The papers of the stage as offices get them: PDF, documents and workbooks."""

import re
from dataclasses import replace
from io import BytesIO
from typing import Any

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn

from qhsign.domain.stage_papers import CallTick, HostWords
from qhsign.services.stage_files import (
    CALL_LIST_FORMATS,
    RUN_OF_SHOW_FORMATS,
    write_call_list,
    write_run_of_show,
    write_stage_plan,
)
from qhsign.services.stage_tables import call_list_paper, run_of_show_paper
from qhsign.wording import Language, say
from support.stage_prints import NOWHERE
from support.stage_samples import CALL_LIST, FACTS, PLAN, SHOW, STEPS, call


def document(write: Any, data: Any, *language: Language) -> Any:
    stream = BytesIO()
    assert write(stream, data, ".docx", *language) == (None, ())
    return docx.Document(BytesIO(stream.getvalue()))


def rows_of(table: Any) -> list[list[str]]:
    """Return the texts of each cell, line breaks as line ends."""
    return [
        [
            "".join(
                "\n" if node.tag == qn("w:br") else node.text or ""
                for node in cell.iter(qn("w:t"), qn("w:br"))
            )
            for cell in row.iter(qn("w:tc"))
        ]
        for row in table._tbl.iter(qn("w:tr"))
    ]


def paragraphs(read: Any) -> str:
    return "\n".join(each.text for each in read.paragraphs)


def plain(text: str) -> str:
    return text.replace("\u200b", "")


def test_each_format_is_written_and_no_other() -> None:
    for suffix in CALL_LIST_FORMATS:
        stream = BytesIO()
        pages, findings = write_call_list(stream, CALL_LIST, suffix.upper())
        assert (pages, list(findings)) == ((1 if suffix == ".pdf" else None), [])
        assert stream.getvalue()[:2] == (b"%P" if suffix == ".pdf" else b"PK")
    for suffix in RUN_OF_SHOW_FORMATS:
        assert write_run_of_show(BytesIO(), SHOW, suffix)[0] in {1, None}
    assert write_stage_plan(BytesIO(), PLAN, ".pdf")[0] == 1
    with pytest.raises(ValueError, match="xlsx"):
        write_run_of_show(BytesIO(), SHOW, ".xlsx")
    with pytest.raises(ValueError, match="docx"):
        write_stage_plan(BytesIO(), PLAN, ".docx")


def test_a_character_no_font_has_left_room_to_write_it() -> None:
    contract = replace(CALL_LIST.contracts[0], title=f"格尔木{NOWHERE}项目")
    _, findings = write_call_list(BytesIO(), replace(CALL_LIST, contracts=[contract]), ".pdf")
    assert [(each.subject, each.code) for each in findings] == [
        ("1号台 QH25-QY-0001", "paper-glyph-missing")
    ]
    assert say(findings[0].code, **findings[0].parameters)


def test_a_document_lists_every_contract_with_its_parties() -> None:
    clocks, table = document(write_call_list, CALL_LIST).tables
    assert ["T−3014:50到候场区，领号码牌" in "".join(row) for row in rows_of(clocks)] == [True]
    rows = rows_of(table)
    assert rows[0] == ["方", "签约方", "签约代表", "职务", "助签", "到场", "证件", "候场", "上台"]
    expected: list[list[str]] = []
    for contract in CALL_LIST.contracts:
        for side, party in zip("客主", contract.parties, strict=True):
            names = [plain(party.organization), party.signatory, party.post, party.assistant]
            expected.append([side, *names, *"☐☐☐☐"])
    assert [row for row in rows[1:] if len(row) == len(rows[0])] == expected
    bands = [row[0] for row in rows[1:] if len(row) == 1]
    assert len(bands) == 2 * len(CALL_LIST.contracts)
    for contract, band, closing in zip(CALL_LIST.contracts, bands[::2], bands[1::2], strict=True):
        assert band.startswith(f"{contract.table}号台　{contract.title}")
        assert band.endswith(f"{contract.amount}　{contract.number}")
        assert closing.count("☑") == len(contract.done) + 1 + (contract.authorised is True)
        assert "翻译 —" in closing


def test_known_facts_are_ticked_and_more_parties_have_letters() -> None:
    contract = call(3, 3)
    party = replace(contract.parties[1], ticked=frozenset({CallTick.BADGE}))
    contract = replace(contract, parties=(contract.parties[0], party, contract.parties[2]))
    table = document(write_call_list, replace(CALL_LIST, contracts=[contract])).tables[1]
    rows = [row for row in rows_of(table)[1:] if len(row) == 9]
    assert [row[0] for row in rows] == ["甲", "乙", "丙"]
    assert [row[5:] for row in rows] == [[*"☐☐☐☐"], [*"☐☑☐☐"], [*"☐☐☐☐"]]


def test_the_head_the_counts_and_the_signatures_are_there() -> None:
    read = document(write_call_list, replace(CALL_LIST, facts=replace(FACTS, is_demo=True)))
    said = paragraphs(read)
    for words in ("候场清单", FACTS.what_for, FACTS.activity, "第3版·已定版", "2024-07-10 21:40"):
        assert words in said
    assert "应到 12 人（签约代表），助签 12 人。" in said
    assert re.search("候场组长 _+　　台口引导 _+　　文本管理 _+　　交接时间 _+", said)
    assert say("demonstration-mark") in said
    assert read.core_properties.title == f"候场清单　{FACTS.what_for}"
    assert read.core_properties.author == FACTS.author
    footer = read.sections[0].footer.paragraphs[0].text
    assert "对讲机 3 频道　仅供会务使用，会后收回" in footer


def test_a_workbook_says_the_same() -> None:
    stream = BytesIO()
    write_call_list(stream, CALL_LIST, ".xlsx")
    (sheet,) = openpyxl.load_workbook(BytesIO(stream.getvalue())).worksheets
    values = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
    for contract in CALL_LIST.contracts:
        assert any(contract.title in value for value in values)
        for party in contract.parties:
            for words in (party.organization, party.signatory, party.post, party.assistant):
                assert plain(words) in values
    assert "15:05" in "".join(values)


def test_steps_and_host_words_stand_in_a_table_each() -> None:
    steps, words = document(write_run_of_show, SHOW).tables
    read = rows_of(steps)
    assert read[0] == ["序", "时间", "分钟", "环节", "内容", "大屏", "音响灯光", "责任"]
    for number, (step, row) in enumerate(zip(STEPS, read[1:], strict=True), start=1):
        title = f"◆ {step.title}" if step.is_key else step.title
        assert row == [
            str(number), f"{step.clock:%H:%M}", str(step.minutes), title,
            step.content, step.screen, step.sound, step.responsible,
        ]  # fmt: skip
    spoken = [step for step in STEPS if step.host_words is not None]
    heard = rows_of(words)[1:]
    assert [row[0] for row in heard] == [f"{step.clock:%H:%M}" for step in spoken]
    assert "请见证人仇（qiú）素云女士、解（xiè）文博先生、尉迟（yùchí）海先生" in heard[1][2]
    for step, row in zip(spoken, heard, strict=True):
        assert step.host_words is not None
        without = re.sub("（[^（）]+）", "", row[2])
        assert without == step.host_words.text


def test_a_show_where_nothing_is_read_or_key_says_so() -> None:
    quiet = [replace(step, host_words=HostWords(" "), is_key=False) for step in STEPS]
    read = document(write_run_of_show, replace(SHOW, steps=quiet))
    assert say("show-no-words") in rows_of(read.tables[1])[1][0]
    assert "合计90分钟。" in paragraphs(read)
    assert "◆" not in paragraphs(read)
    empty = document(write_run_of_show, replace(SHOW, steps=()))
    assert say("show-none") in rows_of(empty.tables[0])[1][0]


def test_the_same_data_is_the_same_bytes_and_the_paper_fits_its_page() -> None:
    for suffix in (".docx", ".xlsx"):
        first, second = BytesIO(), BytesIO()
        write_call_list(first, CALL_LIST, suffix)
        write_call_list(second, CALL_LIST, suffix)
        assert first.getvalue() == second.getvalue()
    for paper in (call_list_paper(CALL_LIST), run_of_show_paper(SHOW)):
        for section in paper.sections:
            columns = getattr(section, "columns", ())
            assert sum(column.width for column in columns) in (0, pytest.approx(paper.measure))


def test_documents_speak_english() -> None:
    read = document(write_run_of_show, SHOW, Language.ENGLISH)
    assert "Run of show" in paragraphs(read)
    assert rows_of(read.tables[0])[0][6] == "Sound and light"
    read = document(write_call_list, CALL_LIST, Language.ENGLISH)
    assert rows_of(read.tables[1])[0][:2] == ["Side", "Party"]


def test_a_draft_says_so_in_a_document() -> None:
    for is_draft in (True, False):
        read = document(write_run_of_show, replace(SHOW, facts=replace(FACTS, is_draft=is_draft)))
        assert any("样张·未签批" in each.text for each in read.paragraphs) is is_draft
