"""The papers of the ceremony as the print screen asks for them, over a real file."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from sqlalchemy import func, select

from qhsign.domain.problems import ProblemForUser
from qhsign.services import (
    batch_proposals,
    batches,
    certificates,
    contracts,
    place_cards,
    print_stacks,
    stage_sign_off,
    stage_wishes,
    substitution,
)
from qhsign.services.desk import Desk
from qhsign.services.print_records import Printable, PrintWish
from qhsign.services.stage_approvals import ApprovalStep
from qhsign.store.schema import JournalEntry, PrintRun, StagePlan
from support.desks import Clock, add_guest
from support.printed import texts
from support.stages import DOORS, SLATE, number_of, stage_desk

PLAN, CALLS, SHOW, MARKS = (
    Printable.STAGE_PLAN, Printable.CALL_LIST, Printable.RUN_OF_SHOW, Printable.FLOOR_MARKS,
)  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with stage_desk(tmp_path, 4, Clock(DOORS)) as desk:
        batch_proposals.apply(desk, SLATE, 2)
        yield desk


def said(pdf: bytes, tmp_path: Path) -> str:
    out = tmp_path / "preview.pdf"
    out.write_bytes(pdf)
    return "".join(texts(out))


def number(desk: Desk, name: str) -> str:
    return str(next(row.number for row in batches.list_batches(desk) if row.name == name))


def traces(desk: Desk) -> tuple[int, int, int]:
    with desk.read() as session:
        return (
            session.scalar(select(func.count()).select_from(JournalEntry)) or 0,
            session.scalar(select(func.count()).select_from(PrintRun)) or 0,
            session.scalar(select(func.count()).select_from(StagePlan)) or 0,
        )


@pytest.mark.parametrize("what", [PLAN, CALLS, SHOW, MARKS])
def test_a_preview_shows_what_is_printed_and_leaves_no_trace(
    desk: Desk, tmp_path: Path, what: Printable
) -> None:
    batch = "" if what is SHOW else number(desk, "第二批")
    wish = PrintWish(what, slate=SLATE, batch=batch)
    before = traces(desk)
    shown = said(stage_wishes.preview(desk, wish), tmp_path)
    assert traces(desk) == before
    assert "第二批" in shown
    out = tmp_path / "printed.pdf"
    done = stage_wishes.print_out(desk, out, wish)
    assert done.pages == len(texts(out))
    assert shown == "".join(texts(out))
    # The next preview is of the next version of what has one of each print.
    again = said(stage_wishes.preview(desk, wish), tmp_path)
    assert ("第2版" in again) is (what in {CALLS, SHOW})


def test_a_plan_is_seen_from_the_stage_and_of_all_batches(desk: Desk, tmp_path: Path) -> None:
    every = stage_wishes.preview(desk, PrintWish(PLAN, slate=SLATE))
    assert BytesIO(every).getvalue()[:5] == b"%PDF-"
    assert "第一批" in said(every, tmp_path)
    assert "第二批" in said(every, tmp_path)
    stage = PrintWish(PLAN, batch=number(desk, "第一批"), viewpoint="stage")
    assert "台上视角" in said(stage_wishes.preview(desk, stage), tmp_path)
    stage_wishes.print_out(desk, tmp_path / "a.pdf", stage)
    contracts.set_contract(desk, 1, {"乙.assistant": "助2"})
    changed = said(stage_wishes.preview(desk, stage), tmp_path)
    assert "第2版" in changed
    assert traces(desk)[2] == 1


def test_what_is_wrong_is_named_with_batch_and_contract(desk: Desk) -> None:
    add_guest(desk, "仇和", "别的单位")
    contracts.set_contract(desk, 1, {"乙.signatory": "仇和"})
    contracts.set_contract(desk, 3, {"乙.signatory": ""})
    batches.set_batch(desk, "第一批", {"host_words": "请××上台"})
    of_show = stage_wishes.check(desk, PrintWish(SHOW, slate=SLATE))
    assert {"stage-reading-unconfirmed", "stage-words-gap", "stage-signatory-missing"} <= {
        line.code for line in of_show
    }
    assert not any(line.refuses for line in of_show)
    of_batch = stage_wishes.check(desk, PrintWish(PLAN, batch=number(desk, "第二批")))
    missing = next(line for line in of_batch if line.code == "stage-signatory-missing")
    assert (missing.name, missing.label) in {("第一批", "0003"), ("第二批", "0003")}


def test_how_far_a_paper_has_come(desk: Desk) -> None:
    plan = PrintWish(PLAN, slate=SLATE)
    assert [each.step for each in stage_wishes.standings(desk, plan)] == ["", ""]
    stage_sign_off.sign_plan(desk, "第一批", ApprovalStep.ENTERED, "韩秋月")
    stage_sign_off.sign_plan(desk, "第一批", ApprovalStep.CHECKED, "马文")
    first = stage_wishes.standings(desk, plan)[0]
    assert (first.of, first.step, first.by, first.lapsed) == ("第一批", "checked", "马文", "")
    number_of_first = batches.list_batches(desk)[0].contracts[0].number
    contracts.set_contract(desk, number_of_first, {"乙.assistant": ""})
    lapsed = stage_wishes.standings(desk, plan)[0]
    assert (lapsed.step, lapsed.lapsed) == ("", "checked")
    stage_sign_off.sign_show(desk, SLATE, ApprovalStep.ENTERED, "韩秋月")
    (show,) = stage_wishes.standings(desk, PrintWish(SHOW))
    assert (show.of, show.step) == (SLATE, "entered")
    assert stage_wishes.standings(desk, PrintWish(CALLS, slate=SLATE)) == []


def test_place_cards_of_a_batch_are_for_who_is_on_stage(desk: Desk, tmp_path: Path) -> None:
    batches.set_batch(desk, "第一批", {"host_witnesses": "主4"})
    add_guest(desk, "旁人", "别的单位")
    wish = PrintWish(Printable.PLACE_CARDS, batch=number(desk, "第一批"))
    stack = print_stacks.stack(desk, wish)
    first = batches.list_batches(desk)[0]
    expected = {"主4"} | {
        f"{role}{row.number}" for row in first.contracts for role in ("主", "客", "助")
    }
    assert {piece.name.replace("\u3000", "") for piece in stack.pieces} == expected
    print_stacks.print_stack(desk, tmp_path / "cards.pdf", wish)
    assert len(texts(tmp_path / "cards.pdf")) == len(expected)
    for row in first.contracts:
        contracts.set_contract(
            desk, row.number, {"甲.signatory": "外人", "乙.signatory": "外人2", "乙.assistant": ""}
        )
    batches.set_batch(desk, "第一批", {"host_witnesses": ""})
    with pytest.raises(ProblemForUser, match="batch-nobody"):
        print_stacks.stack(desk, wish)


def test_a_change_slip_names_what_to_wish_for(desk: Desk, tmp_path: Path) -> None:
    contract = batches.list_batches(desk)[0].contracts[0].number
    contracts.set_contract(desk, contract, {"乙.signatory": "客1"})
    contracts.approve(desk, [contract], "周主任")
    every = PrintWish(PLAN, slate=SLATE)
    for what in (PLAN, CALLS, SHOW):
        stage_wishes.print_out(desk, tmp_path / f"{what}.pdf", PrintWish(what, slate=SLATE))
    stage_wishes.print_out(desk, tmp_path / "m.pdf", PrintWish(MARKS, batch=number(desk, "第一批")))
    place_cards.print_place_cards(desk, tmp_path / "c.pdf", guest_numbers=[number_of(desk, "客1")])
    certificates.print_certificates(desk, tmp_path / "z.pdf", contract_numbers=[contract])
    assert stage_wishes.reprints(desk) == []
    instead = add_guest(desk, "替补", "第1新能源有限公司")
    substitution.substitute(desk, contract, "乙", instead, authorised=True, approver="周主任")
    found = {each.what: each for each in stage_wishes.reprints(desk)}
    assert set(found) == {
        PLAN, CALLS, SHOW, MARKS, Printable.PLACE_CARDS, Printable.CERTIFICATES,
    }  # fmt: skip
    plan, card = found[PLAN], found[Printable.PLACE_CARDS]
    assert (plan.of, plan.batch, plan.slate, plan.version) == (
        "第一批", number(desk, "第一批"), SLATE, 1,
    )  # fmt: skip
    assert card.piece is not None
    assert (card.piece.number, card.piece.name) == (instead, "替\u3000补")
    certificate = found[Printable.CERTIFICATES].piece
    assert certificate is not None
    assert certificate.number == contract
    for wish in (
        every,
        PrintWish(CALLS, batch=plan.batch),
        PrintWish(SHOW, slate=found[SHOW].slate),
        PrintWish(MARKS, batch=found[MARKS].batch),
    ):
        stage_wishes.print_out(desk, tmp_path / f"{wish.what}-2.pdf", wish)
    left = {each.what for each in stage_wishes.reprints(desk)}
    assert left == {Printable.PLACE_CARDS, Printable.CERTIFICATES}


def test_batches_to_choose_are_those_with_contracts(desk: Desk) -> None:
    assert [(each.name, each.slate) for each in stage_wishes.batch_choices(desk)] == [
        ("第一批", SLATE), ("第二批", SLATE),
    ]  # fmt: skip
    for each in (3, 4):
        batches.move(desk, each, "第一批")
    for each in (1, 2):
        batches.move(desk, each, "第一批")
    assert [each.name for each in stage_wishes.batch_choices(desk)] == ["第一批"]


def test_without_batches_one_sentence_says_so(tmp_path: Path) -> None:
    with stage_desk(tmp_path, 1) as desk:
        for what in (PLAN, CALLS, SHOW, MARKS):
            with pytest.raises(ProblemForUser, match="batch-none"):
                stage_wishes.preview(desk, PrintWish(what))
            with pytest.raises(ProblemForUser, match="batch-none"):
                stage_wishes.check(desk, PrintWish(what))


@pytest.mark.parametrize("what", [PLAN, SHOW])
def test_a_paper_is_a_specimen_until_it_is_signed_off(
    desk: Desk, tmp_path: Path, what: Printable
) -> None:
    wish = PrintWish(what, slate=SLATE, batch=number(desk, "第二批") if what is PLAN else "")
    out = tmp_path / "paper.pdf"

    def is_specimen() -> bool:
        shown = said(stage_wishes.preview(desk, wish), tmp_path)
        stage_wishes.print_out(desk, out, wish)
        printed = "".join(texts(out))
        assert ("样张·未签批" in shown) is ("样张·未签批" in printed)
        return "样张" in printed

    def sign(step: ApprovalStep, by: str) -> None:
        if what is PLAN:
            stage_sign_off.sign_plan(desk, "第二批", step, by)
        else:
            stage_sign_off.sign_show(desk, SLATE, step, by)

    assert is_specimen()
    sign(ApprovalStep.ENTERED, "韩秋月")
    sign(ApprovalStep.CHECKED, "马文")
    assert is_specimen()
    sign(ApprovalStep.APPROVED, "李总")
    assert not is_specimen()
    held = next(batch for batch in batches.list_batches(desk) if batch.name == "第二批")
    contracts.set_contract(
        desk,
        held.contracts[0].number,
        {"乙.assistant": "", "title": "改了名的项目", "amount": "9亿元"},
    )
    assert is_specimen()


def test_what_nobody_signs_off_is_no_specimen(desk: Desk, tmp_path: Path) -> None:
    for what in (CALLS, MARKS):
        wish = PrintWish(what, slate=SLATE, batch=number(desk, "第二批"))
        assert "样张" not in said(stage_wishes.preview(desk, wish), tmp_path)
