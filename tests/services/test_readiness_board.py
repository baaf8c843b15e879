"""The 候场 board on a real file: people by check-ins, texts, certificates, alarm times."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from qhsign.domain.problems import ProblemForUser
from qhsign.domain.readiness import Lack, Light
from qhsign.domain.stage_terms import TextStep
from qhsign.services import (
    batch_proposals,
    batches,
    certificates,
    check_ins,
    contracts,
    events,
    guest_joining,
    guests,
    readiness,
    remote_check_ins,
    slates,
    text_checks,
)
from qhsign.services.desk import Desk
from qhsign.services.guest_joining_records import Joining
from qhsign.services.readiness import ReadyContract
from support.stages import ACTIVITY, DOORS, SLATE, id_of, number_of, stage_desk

ON_STAGE = datetime(2024, 7, 11, 7, 20, tzinfo=UTC)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with stage_desk(tmp_path, 2) as desk:
        batch_proposals.apply(desk, SLATE, 6)
        batches.set_batch(desk, "1", {"starts": "2024-07-11T15:20"})
        yield desk


def come(desk: Desk, *names: str, minutes: float = 1, leaving: bool = False) -> None:
    for name in names:
        at = DOORS + timedelta(minutes=minutes)
        check_ins.check_in_by_hand(desk, id_of(desk, name), ACTIVITY, at=at, leaving=leaving)


def shown(desk: Desk, number: int = 1, before: float = 60) -> ReadyContract:
    at = ON_STAGE - timedelta(minutes=before)
    (board,) = readiness.board(desk, "第一批", at=at)
    return next(each for each in board.contracts if each.row.number == number)


def lacks(found: ReadyContract) -> list[tuple[Lack, str]]:
    return [(each.lack, each.name) for each in found.missing if each.lack is not Lack.TEXT]


def finish(desk: Desk, tmp_path: Path, number: int = 1) -> None:
    text_checks.tick(desk, [number], TextStep)
    contracts.approve(desk, [number], "马骏")
    certificates.print_certificates(desk, tmp_path / "c.pdf", contract_numbers=[number])


def test_all_there_is_green(desk: Desk, tmp_path: Path) -> None:
    assert shown(desk).light is Light.AMBER
    come(desk, "主1", "客1", "助1")
    found = shown(desk)
    assert lacks(found) == [(Lack.CERTIFICATE, "")]
    assert (found.arrived, found.signatories, found.texts_done, found.texts) == (2, 2, 0, 5)
    finish(desk, tmp_path)
    assert (shown(desk).light, shown(desk).missing) == (Light.GREEN, ())
    assert shown(desk, 2).light is Light.AMBER


def test_an_absent_signatory_is_red_from_the_first_alarm_on(desk: Desk, tmp_path: Path) -> None:
    come(desk, "主1", "助1")
    finish(desk, tmp_path)
    assert lacks(shown(desk, before=31)) == [(Lack.SIGNATORY_ABSENT, "客1")]
    assert shown(desk, before=31).light is Light.AMBER
    assert shown(desk, before=30).light is Light.RED
    (board,) = readiness.board(desk, at=ON_STAGE - timedelta(minutes=10))
    assert (board.alarms, board.alarms_passed) == ((30, 15, 5), (30, 15))
    assert (board.count(Light.RED), board.count(Light.GREEN)) == (2, 0)
    events.change_event(desk, {"alarm_minutes": "10"})
    assert shown(desk, before=15).light is Light.AMBER
    come(desk, "客1")
    assert shown(desk, before=1).light is Light.GREEN


def test_only_who_is_inside_at_that_moment_is_there(desk: Desk) -> None:
    come(desk, "客1", minutes=30)
    assert shown(desk, before=51).arrived == 0
    assert shown(desk, before=50).arrived == 1
    come(desk, "客1", minutes=40, leaving=True)
    assert shown(desk, before=30).arrived == 0
    come(desk, "客1", minutes=45)
    assert shown(desk, before=30).arrived == 1
    scan = check_ins.recent_scans(desk, ACTIVITY)[0]
    check_ins.annul(desk, scan.scan, "误扫")
    assert shown(desk, before=30).arrived == 0
    # Another activity is another door.
    check_ins.check_in_by_hand(desk, id_of(desk, "主1"), "开幕式", at=DOORS)
    assert shown(desk).arrived == 0


def test_a_rehearsal_and_yesterday_do_not_count(desk: Desk) -> None:
    check_ins.check_in_by_hand(desk, id_of(desk, "客1"), ACTIVITY, at=DOORS, rehearsal=True)
    yesterday = DOORS - timedelta(days=1)
    done = check_ins.check_in_by_hand(desk, id_of(desk, "主1"), ACTIVITY, at=yesterday)
    check_ins.override(desk, done.scan, "彩排")
    assert shown(desk).arrived == 0


def test_a_certificate_of_another_text_is_open_again(desk: Desk, tmp_path: Path) -> None:
    come(desk, "主1", "客1", "助1")
    finish(desk, tmp_path)
    contracts.set_contract(desk, 1, {"title": "改了名称的项目"})
    assert lacks(shown(desk)) == [(Lack.CERTIFICATE_CHANGED, "")]
    finish(desk, tmp_path)
    assert shown(desk).light is Light.GREEN


def test_people_nobody_can_check_in(desk: Desk) -> None:
    contracts.set_contract(
        desk, 1, {"乙.signatory": "路人", "甲.assistant": "外请助签", "乙.assistant": ""}
    )
    assert lacks(shown(desk))[:2] == [
        (Lack.SIGNATORY_ABSENT, "主1"), (Lack.SIGNATORY_NOT_A_GUEST, "路人"),
    ]  # fmt: skip
    guests.set_guest(desk, number_of(desk, "主1"), {"status": "取消"})
    contracts.set_contract(desk, 1, {"乙.signatory": "", "乙.witnesses": "客2、路人"})
    assert lacks(shown(desk))[:3] == [
        (Lack.SIGNATORY_CANCELLED, "主1"), (Lack.SIGNATORY_UNNAMED, ""),
        (Lack.WITNESS_ABSENT, "客2"),
    ]  # fmt: skip


def test_witnesses_of_the_batch_are_waited_for(desk: Desk) -> None:
    batches.set_batch(desk, "1", {"host_witnesses": "主2、省长", "guest_witnesses": "助2"})
    come(desk, "助2")
    (board,) = readiness.board(desk, at=ON_STAGE)
    assert board.witnesses_absent == ["主2"]


def test_an_authorisation_is_asked_for_where_it_is_needed(desk: Desk) -> None:
    contracts.set_contract(desk, 1, {"乙.needs_authorisation": "是"})
    assert (Lack.AUTHORISATION, "") in lacks(shown(desk))
    contracts.set_contract(desk, 1, {"乙.authorised": "yes"})
    assert (Lack.AUTHORISATION, "") not in lacks(shown(desk))
    # The letter named the one who was to sign.
    contracts.set_contract(desk, 1, {"乙.signatory": "客2"})
    assert (Lack.AUTHORISATION, "") in lacks(shown(desk))
    with pytest.raises(ProblemForUser, match="field-wrong"):
        contracts.set_contract(desk, 1, {"乙.authorised": "也许"})


def test_a_remote_signatory_is_seen_online(desk: Desk) -> None:
    with pytest.raises(ProblemForUser, match="remote-not-cloud"):
        remote_check_ins.check_in(desk, 1, "乙")
    contracts.set_contract(desk, 1, {"mode": "云签约"})
    come(desk, "主1")
    assert lacks(shown(desk))[0] == (Lack.SIGNATORY_OFFLINE, "客1")
    seen = remote_check_ins.check_in(desk, 1, "乙", at=DOORS)
    assert shown(desk).arrived == 2
    remote_check_ins.annul(desk, seen.id, "掉线")
    assert shown(desk).arrived == 1
    with pytest.raises(ProblemForUser, match="scan-annulled"):
        remote_check_ins.annul(desk, seen.id, "掉线")
    with pytest.raises(ProblemForUser, match="party-missing"):
        remote_check_ins.check_in(desk, 1, "丙")
    remote_check_ins.check_in(desk, 1, "乙", at=DOORS)
    contracts.set_contract(desk, 1, {"乙.signatory": "客2"})
    assert lacks(shown(desk))[0] == (Lack.SIGNATORY_OFFLINE, "客2")


def test_texts_are_ticked_and_opened_again(desk: Desk) -> None:
    done = text_checks.tick(desk, [1, 2], [TextStep.FINAL, TextStep.TRANSLATED])
    assert done == {1: {TextStep.FINAL}, 2: {TextStep.FINAL}}
    contracts.set_contract(desk, 1, {"language": "ky"})
    assert text_checks.tick(desk, [1], [TextStep.TRANSLATED])[1] == {
        TextStep.FINAL, TextStep.TRANSLATED,
    }  # fmt: skip
    assert text_checks.tick(desk, [1], [TextStep.FINAL], done=False)[1] == {TextStep.TRANSLATED}
    assert (shown(desk).texts_done, shown(desk).texts) == (1, 6)
    for numbers, steps, code in (
        ([9], [TextStep.FINAL], "contract-unknown"), ([1], [], "text-steps-missing"),
    ):  # fmt: skip
        with pytest.raises(ProblemForUser, match=code):
            text_checks.tick(desk, numbers, steps)


def test_one_person_under_two_records_is_there_by_either(desk: Desk) -> None:
    again = guests.walk_in(desk, name="助一", organization="第1新能源有限公司")
    with desk.read() as session:
        other = guests.by_number(session, int(str(again["number"]))).id
    check_ins.check_in_by_hand(desk, other, ACTIVITY, at=DOORS)
    assert (Lack.ASSISTANT_ABSENT, "助1") in lacks(shown(desk))
    guest_joining.join(desk, Joining(id_of(desk, "助1"), other, {}))
    assert (Lack.ASSISTANT_ABSENT, "助1") not in lacks(shown(desk))
    # The joined record's name is one more name of the same guest.
    contracts.set_contract(desk, 1, {"乙.assistant": "助一"})
    assert [lack for lack, _ in lacks(shown(desk))] == [
        Lack.SIGNATORY_ABSENT, Lack.SIGNATORY_ABSENT, Lack.CERTIFICATE,
    ]  # fmt: skip


def test_a_batch_without_a_known_time_is_never_red(desk: Desk) -> None:
    batches.set_batch(desk, "1", {"starts": ""})
    slates.set_slate(desk, SLATE, {"activity": ""})
    (board,) = readiness.board(desk, at=ON_STAGE)
    assert board.batch.starts is None
    assert {each.light for each in board.contracts} == {Light.AMBER}
