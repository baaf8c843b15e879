"""The audit trail of a ceremony calls everything by the name people know it by."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from qhsign.domain.roles import Role
from qhsign.domain.stage_terms import TextStep
from qhsign.services import (
    batch_proposals,
    batches,
    check_ins,
    console,
    contracts,
    guests,
    operators,
    presidium,
    stage_plans,
    stage_prints,
    substitution,
    text_checks,
)
from qhsign.services.audit_records import AuditEntry, AuditFilter
from qhsign.services.audit_search import read_page
from qhsign.services.desk import Desk
from qhsign.wording import Language
from support.desks import add_guest
from support.stages import ACTIVITY, SLATE, id_of, number_of, stage_desk

ID = re.compile(r"[0-9a-f]{16,}")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with stage_desk(tmp_path, 2) as desk:
        batch_proposals.apply(desk, SLATE, 6)
        batches.set_batch(desk, "1", {"host_witnesses": "主1、路人"})
        add_guest(desk, "替补人", "第1新能源有限公司", document_number="11010519491231002X")
        yield desk


def trail(desk: Desk, language: Language = Language.CHINESE) -> list[AuditEntry]:
    return list(read_page(desk, AuditFilter(), limit=2000, language=language).entries)


def last(desk: Desk, kind: str, language: Language = Language.CHINESE) -> AuditEntry:
    return next(each for each in trail(desk, language) if each.kind == kind)


def told(entry: AuditEntry) -> dict[str, str]:
    return {each.field: each.new for each in entry.changes}


def lead_the_ceremony(desk: Desk, folder: Path) -> None:
    stage_prints.print_stage_plans(desk, folder / "p.pdf")
    text_checks.tick(desk, [1], [TextStep.FINAL])
    presidium.arrange(
        desk, "1", [number_of(desk, "主1"), number_of(desk, "客1")], international=False
    )
    check_ins.check_in_by_hand(desk, id_of(desk, "客1"), ACTIVITY)
    console.start(desk)
    console.go_on(desk)
    substitution.substitute(
        desk, 1, "乙", number_of(desk, "替补人"), authorised=True, approver="马骏"
    )


@pytest.mark.parametrize("language", Language)
def test_no_id_is_told_of_a_whole_ceremony(desk: Desk, tmp_path: Path, language: Language) -> None:
    lead_the_ceremony(desk, tmp_path)
    found = trail(desk, language)
    kinds = {each.kind for each in found}
    assert kinds >= {"stage_plan", "stage_place", "presidium", "ceremony_step", "substitution"}
    for each in found:
        said = (each.subject, *(word for one in each.changes for word in (one.old, one.new)))
        assert not any(map(ID.search, said)), said
        assert each.subject or each.kind in {"event", "event_key"}, each


def test_a_presidium_is_that_of_its_ceremony(desk: Desk, tmp_path: Path) -> None:
    lead_the_ceremony(desk, tmp_path)
    entry = last(desk, "presidium")
    assert entry.subject == SLATE
    assert told(entry)["subject"] == SLATE
    first, second = (f"{number_of(desk, name):05d} {name}" for name in ("主1", "客1"))
    assert told(entry)["people"] == f"{first}、{second}"


def test_who_stands_on_stage_is_named_also_where_nobody_knows_them(
    desk: Desk, tmp_path: Path
) -> None:
    lead_the_ceremony(desk, tmp_path)
    places = [each for each in trail(desk) if each.kind == "stage_place"]
    assert {each.subject for each in places} == {"第一批"}
    people = {told(each)["person"] for each in places}
    assert people >= {"路人", f"{number_of(desk, '主1'):05d} 主1"}
    entry = last(desk, "substitution")
    assert entry.subject == "0001 第1光伏项目"
    assert told(entry)["replaced"] == f"{number_of(desk, '客1'):05d} 客1"
    assert told(entry)["substitute_id"] == f"{number_of(desk, '替补人'):05d} 替补人"
    assert told(entry)["change_slip"].startswith("台位图 第一批、")


def test_what_is_gone_is_still_named_by_what_it_belonged_to(desk: Desk) -> None:
    kept = presidium.arrange(desk, "1", [number_of(desk, "主1")], international=False)
    batches.undo(desk, kept.operation)
    entry = last(desk, "presidium")
    assert (entry.change, entry.subject) == ("delete", SLATE)


def test_choices_of_closed_lists_are_words(desk: Desk) -> None:
    operators.add_operator(desk, "马骏", Role.ADMINISTRATOR, "246810")
    contracts.set_contract(desk, 1, {"language": "ky", "乙.signatory_title_ky": "Башкы"})
    assert told(last(desk, "operator"))["role"] == "管理员"
    assert told(last(desk, "operator", Language.ENGLISH))["role"] == "Administrator"
    text = told(last(desk, "contract_text"))
    assert (text["field"], text["language"]) == ("代表职务", "吉尔吉斯文")
    guest = next(each for each in trail(desk) if "document_number" in told(each))
    assert told(guest)["document_number"] == "110105********002X"
    guests.set_guest(desk, number_of(desk, "客1"), {"liaison": "韩雪 13812345678"})
    assert told(last(desk, "guest"))["liaison"] == "韩雪 138****5678"


def test_a_line_that_is_cut_begins_with_the_verdict(desk: Desk) -> None:
    check_ins.check_in_by_hand(desk, id_of(desk, "客1"), ACTIVITY)
    assert last(desk, "check_in").changes[0].field == "verdict"


def test_a_plan_is_that_of_its_batch(desk: Desk) -> None:
    stage_plans.make(desk, "1")
    entry = last(desk, "stage_plan")
    assert entry.subject == "第一批", told(entry)
