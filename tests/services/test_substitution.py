"""Substitution: one action, a slip of what is wrong now, and the way back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from qhsign import wording
from qhsign.domain.problems import ProblemForUser
from qhsign.services import (
    batch_proposals,
    batches,
    certificates,
    contracts,
    guests,
    place_cards,
    stage_marks,
    stage_prints,
    substitution,
)
from qhsign.services.desk import Desk
from support.desks import add_guest
from support.stages import SLATE, number_of, row_of, stage_desk
from support.tables import dump


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with stage_desk(tmp_path, 2) as desk:
        batch_proposals.apply(desk, SLATE, 6)
        add_guest(desk, "替补人", "第1新能源有限公司", title="副总经理")
        yield desk


def substitute(desk: Desk, guest: str = "替补人", **more: object) -> substitution.Substituted:
    wish: dict[str, object] = {"authorised": True, "approver": "马骏", **more}
    return substitution.substitute(desk, 1, "乙", number_of(desk, guest), **wish)  # type: ignore[arg-type] # as named


def print_everything(desk: Desk, folder: Path) -> None:
    contracts.approve(desk, [1, 2], "韩秋月")
    stage_prints.print_stage_plans(desk, folder / "p.pdf")
    stage_prints.print_call_lists(desk, folder / "c.pdf")
    stage_prints.print_run_of_show(desk, folder / "s.pdf")
    stage_marks.print_floor_marks(desk, folder / "m.pdf")
    certificates.print_certificates(desk, folder / "z.pdf", slate=SLATE)
    place_cards.print_place_cards(desk, folder / "k.pdf", guest_numbers=[number_of(desk, "客1")])


def test_the_contract_is_signed_by_another_and_stays_approved(desk: Desk) -> None:
    contracts.approve(desk, [1], "韩秋月")
    contracts.set_contract(desk, 1, {"乙.substitute": "替补人"})
    done = substitute(desk)
    (_, party) = row_of(desk, 1).parties
    assert (party.signatory, party.signatory_title, party.is_guest) == ("替补人", "副总经理", True)
    assert (party.authorised, party.needs_authorisation, party.substitute) == (True, True, "")
    assert (done.replaced, done.contract.approved, done.contract.approved_by) == (
        "客1", True, "马骏",
    )  # fmt: skip
    # Nothing was printed; the big screen shows it at once.
    assert [(line.print, line.version) for line in done.slip] == [("big-screen", None)]


def test_the_slip_names_what_was_printed_with_version(desk: Desk, tmp_path: Path) -> None:
    print_everything(desk, tmp_path)
    stage_prints.print_call_lists(desk, tmp_path / "c.pdf")
    slip = substitute(desk).slip
    old, new = f"{number_of(desk, '客1'):05d}", f"{number_of(desk, '替补人'):05d}"
    assert [(line.print, line.of, line.version) for line in slip] == [
        ("place-cards", old, 1), ("run-of-show", SLATE, 1), ("stage-plan", "第一批", 1),
        ("call-list", "第一批", 2), ("floor-marks", "第一批", 1), ("big-screen", "第一批", None),
        ("certificates", "QH25-QY-0001", 1),
    ]  # fmt: skip
    assert slip[0].now == new
    for line in slip:
        assert wording.say(f"document-{line.print}")


def test_a_slip_empties_as_things_are_printed_again(desk: Desk, tmp_path: Path) -> None:
    print_everything(desk, tmp_path)
    substitute(desk)

    def waiting() -> list[str]:
        (past,) = substitution.list_substitutions(desk)
        assert len(past.slip) == 7
        return [line.print for line in past.still_open]

    assert len(waiting()) == 6
    stage_prints.print_stage_plans(desk, tmp_path / "p.pdf")
    stage_prints.print_run_of_show(desk, tmp_path / "s.pdf")
    assert waiting() == ["place-cards", "call-list", "floor-marks", "certificates"]
    place_cards.print_place_cards(
        desk, tmp_path / "k.pdf", guest_numbers=[number_of(desk, "替补人")]
    )
    certificates.print_certificates(desk, tmp_path / "z.pdf", contract_numbers=[1])
    assert waiting() == ["call-list", "floor-marks"]


def test_a_substitution_is_taken_back(desk: Desk, tmp_path: Path) -> None:
    contracts.approve(desk, [1], "韩秋月")
    contracts.set_contract(desk, 1, {"language": "ky", "乙.signatory_ky": "Ким"})
    before = dump(desk, "contract", "party", "contract_text", "substitution")
    done = substitute(desk)
    assert "乙.signatory_ky" not in row_of(desk, 1).texts
    batches.undo(desk, done.operation)
    assert dump(desk, "contract", "party", "contract_text", "substitution") == before


def test_what_keeps_somebody_from_standing_in(desk: Desk) -> None:
    before = dump(desk)
    for wish, code in (
        ({"authorised": False}, "substitute-unauthorised"),
        ({"approver": " "}, "substitute-approver-missing"),
        ({"guest": "客1"}, "substitute-same"),
    ):
        with pytest.raises(ProblemForUser, match=code):
            substitute(desk, **wish)
    for side, guest, code in (("丙", 1, "party-missing"), ("乙", 999, "guest-unknown")):
        with pytest.raises(ProblemForUser, match=code):
            substitution.substitute(desk, 1, side, guest, authorised=True, approver="马骏")
    assert dump(desk) == before
    guests.set_guest(desk, number_of(desk, "替补人"), {"status": "谢绝"})
    with pytest.raises(ProblemForUser, match="substitute-cancelled"):
        substitute(desk)
    for state in ("候场", "上台", "已签"):
        batches.set_batch(desk, "1", {"state": state})
    with pytest.raises(ProblemForUser, match="substitute-signed"):
        substitute(desk, "客2")
