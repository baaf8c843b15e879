"""All that is shown of a plan: places, versions, what moved, who signed it, what is wrong."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from qhsign.domain.problems import ProblemForUser
from qhsign.domain.stage_terms import Side
from qhsign.services import (
    batch_proposals,
    batches,
    contracts,
    guests,
    stage_looks,
    stage_plans,
    stage_prints,
    stage_sign_off,
)
from qhsign.services.desk import Desk
from qhsign.services.stage_approvals import ApprovalStep
from qhsign.wording import Language
from support.stages import SLATE, number_of, stage_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with stage_desk(tmp_path, 3) as desk:
        batch_proposals.apply(desk, SLATE, 3)
        batches.set_batch(desk, "1", {"guest_witnesses": "助1、助2", "host_witnesses": "省长"})
        yield desk


def names(look: stage_looks.StageLook) -> list[str]:
    return [each.name for each in look.standings]


def test_a_look_writes_nothing_and_shows_everybody_in_their_places(desk: Desk) -> None:
    look = stage_looks.look(desk, "1")
    assert (look.version, look.is_kept, look.made_at, look.versions) == (1, False, None, [])
    assert names(look)[:3] == ["助1", "客1", "主1"]
    assert names(look)[-3:] == ["助1", "助2", "省长"]
    signer = look.tables[0].standings[1]
    assert (signer.contract, signer.party, signer.is_guest) == (1, "乙", True)
    assert (signer.organization, signer.title) == ("第1新能源有限公司", "董事长")
    assert not look.witnesses[Side.HOST][0].is_guest
    assert look.tables[0].flags == {}
    assert stage_plans.versions(desk, "1") == []


def test_versions_are_compared_with_what_was_printed_or_chosen(desk: Desk, tmp_path: Path) -> None:
    stage_plans.make(desk, "1")
    kept = stage_looks.look(desk, "1")
    assert kept.is_kept
    assert kept.since is None
    stage_prints.print_stage_plans(desk, tmp_path / "p.pdf")
    stage_plans.exchange(desk, "1", "witness/0/guest/1", "witness/0/guest/2")
    now = stage_looks.look(desk, "1")
    assert (now.version, now.since) == (2, 1)
    assert [(card.name, card.was and card.was.rank) for card in now.moved] == [
        ("助1", 1), ("助2", 2),
    ]  # fmt: skip
    assert {place.key for place in now.changed} == {"witness/0/guest/1", "witness/0/guest/2"}
    assert [(row.version, row.is_printed) for row in now.versions] == [(2, False), (1, True)]
    first = stage_looks.look(desk, "1", 1, 2)
    assert (first.version, first.is_latest, first.since) == (1, False, 2)
    assert len(first.moved) == 2
    assert stage_looks.look(desk, "1", 2, 2).since is None
    with pytest.raises(ProblemForUser, match="plan-version-unknown"):
        stage_looks.look(desk, "1", 9)


def test_what_was_signed_is_known_after_the_plan_changed(desk: Desk) -> None:
    assert stage_looks.look(desk, "1").signed_otherwise is None
    stage_sign_off.sign_plan(desk, "1", ApprovalStep.ENTERED, "韩秋月")
    signed = stage_looks.look(desk, "1")
    assert signed.approval.by(ApprovalStep.ENTERED) == "韩秋月"
    assert signed.signed_otherwise is None
    stage_plans.exchange(desk, "1", "witness/0/guest/1", "witness/0/guest/2")
    changed = stage_looks.look(desk, "1")
    assert changed.approval.steps == {}
    assert changed.signed_otherwise is not None
    assert changed.signed_otherwise.by(ApprovalStep.ENTERED) == "韩秋月"


def test_flags_stand_where_one_side_is_from_abroad(desk: Desk) -> None:
    guest = number_of(desk, "客2")
    guests.set_guest(desk, guest, {"country": "KZ"})
    contracts.set_contract(desk, 2, {"乙.country": "KZ"})
    tables = stage_looks.look(desk, "1", language=Language.ENGLISH).tables
    named = [
        {side: [flag.name for flag in flags] for side, flags in table.flags.items()}
        for table in tables
    ]
    assert named == [{}, {Side.GUEST: ["Kazakhstan"], Side.HOST: ["China"]}, {}]
    assert all(flag.drawing for flags in tables[1].flags.values() for flag in flags)


def test_a_region_s_flag_stands_only_where_the_region_itself_is_entered(desk: Desk) -> None:
    contracts.set_contract(desk, 1, {"乙": "香港中华总商会"})
    contracts.set_contract(desk, 2, {"乙": "某公司", "乙.country": "HK"})
    contracts.set_contract(desk, 3, {"乙": "另一公司", "乙.country": "TW"})
    named, region, plate = stage_looks.look(desk, "1").tables
    assert named.flags == {}
    assert [flag.country for flag in region.flags[Side.GUEST]] == ["HK"]
    assert region.flags[Side.GUEST][0].drawing is not None
    (taiwan,) = plate.flags[Side.GUEST]
    assert (taiwan.name, taiwan.drawing) == ("中国台湾", None)


def test_a_side_of_two_countries_has_both_flags(desk: Desk) -> None:
    contracts.set_contract(desk, 1, {"乙.country": "KG"})
    contracts.set_contract(desk, 1, {"丙": "第三公司", "丙.country": "UZ"})
    table = stage_looks.look(desk, "1").tables[0]
    assert [flag.country for flag in table.flags[Side.GUEST]] == ["KG", "UZ"]
    assert [flag.country for flag in table.flags[Side.HOST]] == ["CN"]


def test_a_signatory_who_is_missing_or_cancelled_is_shown(desk: Desk) -> None:
    guests.set_guest(desk, number_of(desk, "客1"), {"status": "cancelled"})
    contracts.set_contract(desk, 2, {"乙.signatory": ""})
    look = stage_looks.look(desk, "1")
    by_key = {each.place.key: each for each in look.standings}
    assert not by_key["signer/1/guest/1"].is_coming
    assert by_key["signer/2/guest/1"].name == ""
    assert by_key["signer/2/guest/1"].contract == 2
    codes = {finding.code for finding in look.findings}
    assert {"stage-guest-cancelled", "stage-signatory-missing"} <= codes


def test_a_frozen_plan_stays_frozen_in_the_version_to_come(desk: Desk, tmp_path: Path) -> None:
    stage_plans.freeze(desk, "1")
    stage_prints.print_stage_plans(desk, tmp_path / "p.pdf")
    batches.set_batch(desk, "1", {"guest_witnesses": "助1"})
    look = stage_looks.look(desk, "1")
    assert (look.version, look.frozen, look.is_kept, look.made_at) == (2, True, False, None)
