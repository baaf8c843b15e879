"""The papers of the stage in the format of their file's name."""

from collections.abc import Sequence
from typing import IO

from qhsign.domain.stage_papers import CallList, ChangeSlip, PresidiumPlan, RunOfShow, StagePlan
from qhsign.printing.papers.paper_sheet import PaperRun
from qhsign.printing.stage.call_list import render_call_list, render_call_lists
from qhsign.printing.stage.change_slip import render_change_slips
from qhsign.printing.stage.presidium import render_presidium
from qhsign.printing.stage.run_of_show import render_run_of_show
from qhsign.printing.stage.stage_plan import render_stage_plans
from qhsign.services.paper_files import PaperFinding, finding_of, write
from qhsign.services.stage_tables import call_list_paper, run_of_show_paper
from qhsign.wording import Language

STAGE_PLAN_FORMATS = (".pdf",)
PRESIDIUM_FORMATS = (".pdf",)
CHANGE_SLIP_FORMATS = (".pdf",)
CALL_LIST_FORMATS = (".pdf", ".docx", ".xlsx")
RUN_OF_SHOW_FORMATS = (".pdf", ".docx")

_Written = tuple[int | None, Sequence[PaperFinding]]


def write_stage_plan(
    stream: IO[bytes], plan: StagePlan, suffix: str, language: Language = Language.CHINESE
) -> _Written:
    """Write a stage plan; return its pages and what was wrong."""
    return write_stage_plans(stream, [plan], suffix, language)


def write_stage_plans(
    stream: IO[bytes], plans: Sequence[StagePlan], suffix: str, language: Language
) -> _Written:
    """Write several stage plans into one file; return their pages and what was wrong."""
    _check(suffix, STAGE_PLAN_FORMATS)
    return _printed(render_stage_plans(stream, plans, language))


def write_presidium(
    stream: IO[bytes], plan: PresidiumPlan, suffix: str, language: Language
) -> _Written:
    """Write the plan of a presidium; return its pages and what was wrong."""
    _check(suffix, PRESIDIUM_FORMATS)
    return _printed(render_presidium(stream, plan, language))


def write_change_slips(
    stream: IO[bytes], slips: Sequence[ChangeSlip], suffix: str, language: Language
) -> _Written:
    """Write change slips into one file; return their pages and what was wrong."""
    _check(suffix, CHANGE_SLIP_FORMATS)
    return _printed(render_change_slips(stream, slips, language))


def write_call_list(
    stream: IO[bytes], call_list: CallList, suffix: str, language: Language = Language.CHINESE
) -> _Written:
    """Write a call list; return its pages, None where the format has none, and what was wrong."""
    _check(suffix, CALL_LIST_FORMATS)
    if suffix.lower() == ".pdf":
        return _printed(render_call_list(stream, call_list, language))
    return write(stream, call_list_paper(call_list, language), suffix)


def write_call_lists(
    stream: IO[bytes], call_lists: Sequence[CallList], suffix: str, language: Language
) -> _Written:
    """Write several call lists into one PDF, or one in any format; as `write_call_list`."""
    if suffix.lower() == ".pdf":
        return _printed(render_call_lists(stream, call_lists, language))
    (only,) = call_lists
    return write_call_list(stream, only, suffix, language)


def write_run_of_show(
    stream: IO[bytes], show: RunOfShow, suffix: str, language: Language = Language.CHINESE
) -> _Written:
    """Write a run of show; return its pages, None where the format has none, and what was wrong."""
    _check(suffix, RUN_OF_SHOW_FORMATS)
    if suffix.lower() == ".pdf":
        return _printed(render_run_of_show(stream, show, language))
    return write(stream, run_of_show_paper(show, language), suffix)


def _printed(run: PaperRun) -> _Written:
    return run.pages, [finding_of(found) for found in run.findings]


def _check(suffix: str, formats: Sequence[str]) -> None:
    """Refuse another ending: the caller has asked the constants above."""
    if suffix.lower() not in formats:
        raise ValueError(f"this paper is not written as {suffix}")
