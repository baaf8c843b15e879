"""Which contract a row of a follow-up list is of, and what the row says."""

from datetime import date
from pathlib import Path

import pytest

from qhsign.domain.amount import Amount
from qhsign.domain.contract import LifeCycle
from qhsign.domain.follow_up_list import (
    FollowUpEntry,
    KnownTitle,
    ReadFollowUp,
    match_follow_up,
    read_follow_up,
)
from qhsign.exchange.headings import find_headings
from qhsign.exchange.workbook_reader import read_workbook
from support.list_files import Rows, say_all, write_csv

KNOWN = (
    KnownTitle("a", 1, "光伏项目", "QH25-QY-0001"),
    KnownTitle("b", 2, "算力项目"),
    KnownTitle("c", 3, "算力项目"),
)


def read(path: Path, rows: Rows) -> ReadFollowUp:
    found, headings = find_headings(read_workbook(write_csv(path, rows)), "follow-up")
    got = read_follow_up(found, headings, 2024)
    say_all(got.problems)
    return got


@pytest.mark.parametrize(
    ("number", "title", "contract", "code"),
    [
        ("qh25-qy-0001", "", "a", ""),
        ("0001", "光伏项目", "a", ""),
        ("", "光伏 项目", "a", ""),
        ("3", "算力项目", "c", ""),
        ("", "算力项目", None, "follow-up-ambiguous"),
        ("1", "算力项目", None, "follow-up-clash"),
        ("9", "", None, "follow-up-not-found"),
        ("9", "光伏项目", "a", ""),
        ("", "", None, "follow-up-not-found"),
    ],
)
def test_a_row_is_of_one_contract_or_of_none(
    number: str, title: str, contract: str | None, code: str
) -> None:
    (match,) = match_follow_up([FollowUpEntry(1, title, number)], KNOWN)
    assert (match.contract, match.code) == (contract, code)


def test_the_second_row_of_a_contract_is_told() -> None:
    entries = [FollowUpEntry(1, "光伏项目"), FollowUpEntry(2, "", "1")]
    assert [match.code for match in match_follow_up(entries, KNOWN)] == ["", "follow-up-repeated"]


def test_a_row_says_state_days_and_funds(tmp_path: Path) -> None:
    got = read(
        tmp_path / "f.csv",
        (
            ("单位：万元", "", "", "", "", ""),
            ("项目名称", "进展情况", "到位资金", "签约日期", "开工日期", "投产日期"),
            ("光伏项目", "已开工", "1200", "7.11", "2024年8月", "/"),
            ("算力项目", "未开工", "—", "13.45", "明年", ""),
        ),
    )
    first, second = got.entries
    assert (first.status, first.funds) == (LifeCycle.STARTED, Amount(1200 * 10**6))
    assert first.days == {
        LifeCycle.SIGNED: date(2024, 7, 11), LifeCycle.STARTED: date(2024, 8, 1),
    }  # fmt: skip
    assert (second.status, second.funds, second.days) == (None, None, {})
    assert [(problem.row, problem.code) for problem in got.problems if problem.row > 2] == [
        (3, "day-from-month"), (4, "date-impossible"), (4, "day-unreadable"),
        (4, "progress-unknown"),
    ]  # fmt: skip
