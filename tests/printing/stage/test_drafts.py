"""A paper of the stage that is not signed off says so across every page, and hides nothing."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from qhsign.printing.stage.run_of_show import render_run_of_show
from qhsign.printing.stage.stage_plan import render_stage_plan
from qhsign.wording import Language
from support.stage_prints import StagePrint, printed
from support.stage_samples import FACTS, PLAN, SHOW

PAPERS: list[tuple[Callable[..., Any], Any]] = [
    (render_stage_plan, PLAN),
    (render_run_of_show, SHOW),
]


def both(render: Callable[..., Any], paper: Any, **more: Any) -> tuple[StagePrint, StagePrint]:
    signed = replace(paper, facts=replace(FACTS, **more))
    draft = replace(paper, facts=replace(FACTS, is_draft=True, **more))
    return printed(render, signed), printed(render, draft)


@pytest.mark.parametrize(("render", "paper"), PAPERS)
def test_only_a_draft_bears_the_watermark(render: Callable[..., Any], paper: Any) -> None:
    signed, draft = both(render, paper)
    assert "样" not in signed.pages[0]
    assert "/Ink gs" not in signed.operators()
    assert draft.run.findings == ()
    assert draft.pages[0].count("样张") >= 1
    assert "样张·未签批" in draft.pages[0]
    assert max(box.bottom - box.top for box in draft.boxes("样")) > 30


@pytest.mark.parametrize(("render", "paper"), PAPERS)
def test_it_darkens_the_paper_and_hides_no_word(render: Callable[..., Any], paper: Any) -> None:
    signed, draft = both(render, paper)
    # A reader smooths single dots otherwise where something is laid over them.
    pictures = (each.picture().convert("L").reduce(4).tobytes() for each in (signed, draft))
    changed = 0
    for before, after in zip(*pictures, strict=True):
        assert after <= before + 16
        changed += after < before - 5
    assert changed > 1_000


def test_every_page_of_every_plan_is_marked_by_itself() -> None:
    tables = [replace(PLAN.tables[0], number=number) for number in range(1, 14)]
    _, draft = both(render_stage_plan, replace(PLAN, tables=tables), is_demo=True)
    assert len(draft.pages) > 1
    for page in range(len(draft.pages)):
        assert "/Ink gs" in draft.operators(page)
        assert "样张·未签批演示数据" in draft.pages[page].replace("　", "")


def test_it_is_said_in_english_too() -> None:
    draft = replace(PLAN, facts=replace(FACTS, is_draft=True))
    assert "SPECIMEN" in printed(render_stage_plan, draft, Language.ENGLISH).pages[0]
