"""What the column of contracts says and reads: figures, moments, what looks wrong."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from qhsign.domain.money import Amount
from qhsign.services.contract_findings import SlateFindings
from qhsign.services.stage_records import StageFinding
from qhsign.ui.ceremony.contract_provider import ColumnFindings
from qhsign.ui.ceremony.figure_words import (
    amount_gap_word,
    amount_word,
    count_gap_word,
    sums_word,
)
from qhsign.ui.ceremony.finding_words import in_order, marks_of
from qhsign.ui.ceremony.typed_moments import read_moment, written_moment
from qhsign.wording import Language

DAY = date(2024, 7, 11)
ZH, EN = Language.CHINESE, Language.ENGLISH


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("", ""),
        ("15:00", "2024-07-11T15:00:00"),
        ("9：05", "2024-07-11T09:05:00"),
        ("14时30分", "2024-07-11T14:30:00"),
        ("2024-07-12 15:00", "2024-07-12T15:00:00"),
        ("2024年7月12日 8点30分", "2024-07-12T08:30:00"),
    ],
)
def test_moments_are_read_as_people_type_them(text: str, moment: str) -> None:
    assert read_moment(text, DAY) == moment


@pytest.mark.parametrize(
    ("text", "wrong"), [("下午", "下午"), ("25:00", "hour"), ("15", "15"), ("7-11 15:00", "7-11")]
)
def test_what_is_no_moment_is_refused(text: str, wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong):
        read_moment(text, DAY)


def test_a_time_alone_needs_a_day() -> None:
    with pytest.raises(ValueError, match="15:00"):
        read_moment("15:00", None)


def test_a_moment_is_written_in_the_time_of_the_event() -> None:
    moment = datetime(2024, 7, 11, 7, 0, tzinfo=UTC)
    assert written_moment(moment, ZoneInfo("Asia/Shanghai")) == "2024-07-11 15:00"
    assert written_moment(None, None) == ""


def test_figures_are_short_in_both_languages() -> None:
    yi = 10**10
    assert amount_word(Amount(536 * yi), ZH) == "536亿元"
    assert amount_word(Amount(536 * yi), EN) == "CNY 53.6 bn"
    assert sums_word({"USD": 12 * 10**9, "CNY": 3 * yi}, ZH) == "3亿元 + 1.2亿美元"
    assert sums_word({}, ZH) == ""
    assert amount_gap_word(-26 * yi // 10, ZH) == "−2.6亿元"
    assert amount_gap_word(0, ZH) == "0"
    assert count_gap_word(2, short=True) == "+2"
    assert count_gap_word(0) == "0"


def test_a_finding_is_told_once_and_marked_where_it_happens() -> None:
    known = {"number": "0005", "title": "储能"}
    missing = StageFinding("contract-amount-missing", known, "", "0005")
    again = StageFinding("contract-amount-missing", known, "第一批", "0005")
    parameters = {"first": "甲公司", "second": "乙公司", "contracts": "0005、0007"}
    alike = StageFinding("organizations-part", parameters)
    large = StageFinding(
        "stage-batch-too-large", {"batch": "第一批", "count": 7, "contracts": "", "name": ""},
        "第一批",
    )  # fmt: skip
    found = ColumnFindings(
        [
            SlateFindings("", [alike]),
            SlateFindings("全部", [missing]),
            SlateFindings("重点", [missing]),
        ],
        [again, large],
    )
    assert [each.finding.code for each in in_order(found)] == [
        "contract-amount-missing", "stage-batch-too-large", "organizations-part",
    ]  # fmt: skip
    assert [list(each.contracts) for each in in_order(found)] == [[5], [], [5, 7]]
    marks = marks_of(found)
    assert marks.slates == {"全部": 1, "重点": 1}
    assert marks.batches == {"第一批": 1}
    assert marks.contracts == {5: 2, 7: 1}
