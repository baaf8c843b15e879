from collections.abc import Iterator
from pathlib import Path

import pytest

from qhsign.domain.problems import ProblemForUser
from qhsign.services import declared_figures, events, reconciliation, slates
from qhsign.services.desk import Desk
from qhsign.wording import Language
from support.desks import add_guest, fresh_desk

GUESTS = {"subject": "第25届", "measure": "嘉宾", "value": "6,096", "unit": "人", "qualifier": "余"}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with fresh_desk(tmp_path / "e.qhsign") as opened:
        yield opened


def test_a_figure_is_entered_changed_and_taken_away(desk: Desk) -> None:
    row = declared_figures.add_figure(desk, {**GUESTS, "source": "新闻发布会"})
    assert (row.value, row.qualifier, row.source) == ("6096", "余", "新闻发布会")
    changed = declared_figures.set_figure(desk, row.id, {"value": "6100.50"})
    assert changed.value == "6100.50"
    assert declared_figures.list_figures(desk) == [changed]
    assert declared_figures.remove_figure(desk, row.id) == changed
    assert declared_figures.list_figures(desk) == []
    again = declared_figures.add_figure(desk, declared_figures.texts_of(changed))
    assert declared_figures.texts_of(again) == declared_figures.texts_of(changed)


def test_published_figures_stand_beside_the_records(desk: Desk) -> None:
    add_guest(desk, "韩秋月")
    slates.set_slate(desk, "重点项目", {})
    declared_figures.add_figure(desk, GUESTS)
    for measure, value, unit in (("签约项目", "18", "个"), ("签约额", "536", "亿元")):
        declared_figures.add_figure(
            desk, {"subject": "重点项目", "measure": measure, "value": value, "unit": unit}
        )
    found = {
        (line.subject, line.measure): (line.qualifier, line.declared, line.entered, line.gap)
        for line in reconciliation.lines(desk, Language.CHINESE)
    }
    assert found["第25届", "嘉宾"] == ("余", "6096 人", "1 人", "−6095")
    assert found["重点项目", "签约项目"][1:] == ("18 个", "0 个", "−18")
    assert found["重点项目", "签约额"][1] == "536亿元"


def test_what_stands_on_the_event_goes_before_a_published_figure(desk: Desk) -> None:
    declared_figures.add_figure(desk, GUESTS)
    events.change_event(desk, {"declared_guests": "7000"})
    (line,) = reconciliation.lines(desk, Language.CHINESE)
    assert (line.qualifier, line.declared) == ("余", "7000 人")


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"value": "many"}, "figure-value-wrong"),
        ({"value": "Infinity"}, "figure-value-wrong"),
        ({"value": " "}, "figure-incomplete"),
        ({"subject": ""}, "figure-incomplete"),
        ({"qualifier": "大概"}, "figure-qualifier-wrong"),
        ({"colour": "red"}, "setting-unknown"),
    ],
)
def test_a_figure_that_says_nothing_is_refused(
    desk: Desk, values: dict[str, str], code: str
) -> None:
    with pytest.raises(ProblemForUser) as refused:
        declared_figures.add_figure(desk, {**GUESTS, **values})
    assert refused.value.code == code
    assert declared_figures.list_figures(desk) == []
