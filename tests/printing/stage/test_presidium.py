"""The plan of the presidium, read back by place."""

from dataclasses import replace

import pytest

from qhsign.domain.seating import presidium
from qhsign.domain.stage_papers import PresidiumPlace, PresidiumPlan
from qhsign.printing.stage.presidium import render_presidium
from qhsign.wording import Language, say
from support.printed import set_text
from support.stage_prints import NOWHERE, StagePrint, printed
from support.stage_samples import FACTS, NAMES

LONG = "阿卜杜热合曼·努尔买买提江·吐尔逊"
OFFICE = "中国电力建设集团西北勘测设计研究院有限公司青海分公司"


def plan(count: int, **more: object) -> PresidiumPlan:
    places = [
        PresidiumPlace(rank, f"{NAMES[rank % len(NAMES)]}", f"省发展改革委{rank}处", "副主任")
        for rank in presidium(count)
    ]
    return replace(PresidiumPlan(facts=FACTS, places=places), **more)  # type: ignore[arg-type] # as named


def row_of(made: PresidiumPlan, language: Language = Language.CHINESE) -> StagePrint:
    return printed(render_presidium, made, language)


def test_nine_sit_from_left_to_right_as_the_audience_sees_them() -> None:
    made = row_of(plan(9))
    assert (made.run.pages, made.run.findings) == (1, ())
    ranks = [
        min((box for box in made.boxes(str(rank)) if 40 < box.y < 47), key=lambda box: box.x)
        for rank in (9, 7, 5, 3, 1, 2, 4, 6, 8)
    ]
    assert [box.x for box in ranks] == sorted(box.x for box in ranks)
    assert ranks[4].x == pytest.approx(148.5, abs=1.0)
    for place in plan(9).places:
        assert set_text(place.name) in made.pages[0]
        assert set_text(place.organization) in made.pages[0]
    assert "观众视角" in made.pages[0]
    assert row_of(plan(9)).pdf == made.pdf


def test_the_custom_is_named() -> None:
    for international in (False, True):
        said = row_of(plan(4, international=international)).pages[0]
        assert ("右为上" in said) is international
        assert ("左为上" in said) is not international


def test_more_than_twenty_go_on_under_the_same_row() -> None:
    made = row_of(plan(27))
    assert (made.run.pages, made.run.findings) == (2, ())
    assert "省发展改革委20处" in made.pages[0]
    assert "省发展改革委21处" not in made.pages[0]
    assert "省发展改革委27处" in made.pages[1]


def test_long_and_rare_names_are_set_and_others_are_found() -> None:
    long = PresidiumPlace(1, LONG, OFFICE, "党委副书记、副主任兼绿色算力专班组长")
    rare = PresidiumPlace(2, "𠮷䶮㛃")
    made = row_of(replace(plan(2), places=[rare, long]))
    assert made.run.findings == ()
    assert set_text(OFFICE) in made.pages[0]
    assert "𠮷䶮㛃" in made.pages[0]
    made = row_of(replace(plan(2), places=[replace(rare, name=f"李{NOWHERE}"), long]))
    assert {found.code for found in made.run.findings} == {"print-glyph-missing"}


def test_it_speaks_english_too() -> None:
    made = row_of(plan(3), Language.ENGLISH)
    assert set_text(say("presidium-list", Language.ENGLISH)) in made.pages[0]
    assert "主席台" not in made.pages[0]
