"""The change slip as a paper: whose it is, what it says, and its versions in the ledger."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from qhsign.domain.problems import ProblemForUser
from qhsign.domain.stage_papers import ChangeSlip, SlipState
from qhsign.services import (
    batch_edits,
    batch_proposals,
    batches,
    contracts,
    place_cards,
    print_history,
    slip_papers,
    slip_prints,
    stage_prints,
    substitution,
)
from qhsign.services.desk import Desk
from qhsign.services.slip_papers import SlipWish
from support.desks import add_guest
from support.printed import texts
from support.stages import SLATE, number_of, stage_desk
from support.tables import dump

ALL = SlipWish()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with stage_desk(tmp_path, 4) as desk:
        batch_proposals.apply(desk, SLATE, 2)
        add_guest(desk, "替补人", "第1新能源有限公司", title="副总经理")
        yield desk


def substitute(desk: Desk, contract: int = 1) -> substitution.Substituted:
    guest = number_of(desk, "替补人")
    return substitution.substitute(desk, contract, "乙", guest, authorised=True, approver="马骏")


def slips(desk: Desk, wish: SlipWish = ALL) -> list[ChangeSlip]:
    with desk.read() as session:
        return slip_papers.slips_of(session, desk, wish)


def test_it_tells_who_signs_instead_of_whom_and_who_entered_it(desk: Desk, tmp_path: Path) -> None:
    stage_prints.print_stage_plans(desk, tmp_path / "p.pdf")
    place_cards.print_place_cards(desk, tmp_path / "k.pdf", guest_numbers=[number_of(desk, "客1")])
    substitute(desk.named("2号台"))
    (slip,) = slips(desk)
    assert (slip.contract, slip.title, slip.label) == ("0001", "第1光伏项目", "乙")
    assert (slip.replaced.name, slip.replaced.title) == ("客1", "董事长")
    assert slip.replaced.organization == "第1新能源有限公司"
    assert (slip.substitute.name, slip.substitute.title) == ("替补人", "副总经理")
    assert slip.substitute.number == f"{number_of(desk, '替补人'):05d}"
    assert (slip.approver, slip.entered.utcoffset() is not None) == ("马骏", True)
    assert "2号台" in slip.entered_by
    assert SLATE in slip.facts.what_for
    card = next(thing for thing in slip.things if thing.kind == "席卡")
    assert (card.state, "客1" in card.of, "替补人" in card.instead) == (
        SlipState.OPEN, True, True,
    )  # fmt: skip
    stage_prints.print_stage_plans(desk, tmp_path / "p.pdf")
    states = {thing.kind: thing.state for thing in slips(desk)[0].things}
    assert states["台位图"] is SlipState.DONE
    assert states["大屏"] is SlipState.BY_ITSELF


def test_the_post_of_somebody_who_is_no_guest_is_what_stood_on_the_contract(desk: Desk) -> None:
    contracts.set_contract(desk, 1, {"乙.signatory": "外人甲", "乙.signatory_title": "总裁"})
    substitute(desk)
    (slip,) = slips(desk)
    assert (slip.replaced.name, slip.replaced.title, slip.replaced.number) == (
        "外人甲", "总裁", "",
    )  # fmt: skip


def test_slips_are_chosen_by_contract_batch_slate_or_all(desk: Desk) -> None:
    with pytest.raises(ProblemForUser, match="change-slip-none"):
        slips(desk)
    substitute(desk, 1)
    substitute(desk, 4)
    batch_of = {
        row.number: batch.name for batch in batches.list_batches(desk) for row in batch.contracts
    }
    assert [slip.contract for slip in slips(desk)] == ["0004", "0001"]
    assert [slip.contract for slip in slips(desk, SlipWish(contract=1))] == ["0001"]
    assert [slip.contract for slip in slips(desk, SlipWish(batch=batch_of[4]))] == ["0004"]
    assert len(slips(desk, SlipWish(slate=SLATE))) == 2
    with pytest.raises(ProblemForUser, match="change-slip-none"):
        slips(desk, SlipWish(contract=2))


def test_a_contract_in_no_batch_has_its_slip_too(desk: Desk, tmp_path: Path) -> None:
    substitute(desk)
    batch_edits.put(desk, [1], "")
    out = tmp_path / "s.pdf"
    done = slip_papers.print_change_slips(desk, out, ALL)
    assert done.pages == 1
    assert "未编批" in texts(out)[0]


def test_each_print_is_in_the_ledger_and_counts_its_version(desk: Desk, tmp_path: Path) -> None:
    substitute(desk)
    before = dump(desk, "substitution", "contract", "party")
    first = slip_papers.print_change_slips(desk, tmp_path / "a.pdf", ALL)
    assert [(paper.of, paper.version) for paper in first.papers] == [("0001 乙", 1)]
    (past,) = substitution.list_substitutions(desk)
    done = slip_prints.print_slip(desk, past.id, "0001 乙", tmp_path)
    assert (done.path.name, done.code) == ("变更单 0001 乙.pdf", "")
    assert "第2版" in texts(done.path)[0]
    assert [line.kind for line in print_history.prints(desk, limit=9)] == ["change-slip"] * 2
    assert dump(desk, "substitution", "contract", "party") == before


def test_what_cannot_be_set_is_told(desk: Desk, tmp_path: Path) -> None:
    add_guest(desk, "李\U0010fffd", "第1新能源有限公司")
    guest = number_of(desk, "李\U0010fffd")
    substitution.substitute(desk, 1, "乙", guest, authorised=True, approver="马骏")
    (found,) = slip_papers.print_change_slips(desk, tmp_path / "a.pdf", ALL).findings
    assert (found.code, "李" in found.subject) == ("paper-glyph-missing", True)
    with pytest.raises(ProblemForUser, match="paper-format"):
        slip_papers.print_change_slips(desk, tmp_path / "a.docx", ALL)
