import secrets
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from qhsign import wording
from qhsign.domain import badge_token
from qhsign.domain.check_in import Verdict
from qhsign.domain.problems import ProblemForUser
from qhsign.services import (
    activities,
    badges,
    check_ins,
    event_keys,
    events,
    guests,
    statistics,
    verification,
)
from qhsign.services.check_in_records import ScanResult
from qhsign.services.desk import Desk
from qhsign.store.schema import Badge, CheckIn, Event, EventKey
from qhsign.wording import Language
from support.desks import OPENING, Clock, add_guest, make_desk


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    with make_desk(tmp_path / "e.qhsign", clock) as desk:
        yield desk


def code_of(desk: Desk, number: int) -> str:
    with desk.read() as session:
        guest = guests.by_number(session, number).id
    return badges.issue(desk, [guest])[0].code


def scan(desk: Desk, code: str, **options: object) -> ScanResult:
    result = check_ins.record_scan(desk, code, "开幕式", **options)  # type: ignore[arg-type] # keywords of record_scan
    for language in Language:
        assert wording.say(result.message_code, language, **result.message_parameters)
        assert wording.say(f"verdict-{result.verdict}", language)
    return result


@pytest.fixture
def code(desk: Desk) -> str:
    return code_of(desk, add_guest(desk, "李刚"))


def test_a_guest_is_admitted_once_and_then_told_when_and_where(
    desk: Desk, code: str, clock: Clock
) -> None:
    first = scan(desk, code)
    assert (first.verdict, first.counted) == (Verdict.ADMITTED, True)
    assert first.guest is not None
    assert first.guest.full_name == "李刚"
    clock.forward(minutes=5)
    again = scan(desk.named("西门2号台"), code)
    assert (again.verdict, again.counted) == (Verdict.ALREADY, False)
    assert again.first is not None
    assert (again.first.at, again.first.desk) == (OPENING, "东门1号台")


def test_a_number_in_the_cell_of_the_liaison_is_masked_on_the_verdict(
    desk: Desk, code: str
) -> None:
    guests.set_guest(desk, 1, {"liaison": "韩雪 13812345678"})
    told = scan(desk, code).guest
    assert told is not None
    assert told.liaison == "韩雪 138****5678"


def test_badly_set_scanners_are_forgiven(desk: Desk, code: str) -> None:
    assert scan(desk, code.lower()).verdict is Verdict.ADMITTED
    full_width = "".join(chr(ord(character) + 0xFEE0) for character in code)
    assert scan(desk, full_width).verdict is Verdict.ALREADY
    assert scan(desk, code[3:]).verdict is Verdict.ALREADY


@pytest.mark.parametrize(
    "rubbish",
    [
        "",
        " ",
        "x",
        "QH1",
        "二维码",
        "https://example.org/x",
        "\x00\x1b[2J",
        "7" * 100_000,
        "QH1" + "0" * 30,
    ],
)
def test_rubbish_is_unknown_is_kept_and_disturbs_nothing(
    desk: Desk, code: str, rubbish: str
) -> None:
    refused = scan(desk, rubbish)
    assert (refused.verdict, refused.counted, refused.guest) == (Verdict.UNKNOWN, False, None)
    assert scan(desk, code).verdict is Verdict.ADMITTED
    with desk.read() as session:
        kept = session.scalars(select(CheckIn).order_by(CheckIn.id)).all()
    assert [record.verdict for record in kept] == ["unknown", "admitted"]
    assert len(kept[0].code) <= check_ins.LONGEST_CODE


def test_a_changed_code_is_forged(desk: Desk, code: str) -> None:
    last = "0" if code[-1] != "0" else "1"
    assert scan(desk, code[:-1] + last).verdict is Verdict.FORGED


def test_a_code_of_another_event(desk: Desk) -> None:
    other = badge_token.issue("ZZZ", secrets.token_bytes(32), secrets.token_bytes(10))
    assert scan(desk, other).verdict is Verdict.OTHER_EVENT


def test_a_right_code_of_a_guest_not_on_this_desk(desk: Desk) -> None:
    with desk.read() as session:
        event = session.scalars(select(Event.code)).one()
        code = badge_token.issue(event, event_keys.signing_key(session), secrets.token_bytes(10))
    assert (first := scan(desk, code)).verdict is Verdict.UNSYNCED
    assert first.counted
    assert scan(desk, code).verdict is Verdict.ALREADY
    assert statistics.attendance(desk, "开幕式").arrived == 1


def test_details_that_follow_an_unsynced_scan_are_of_the_same_person(
    desk: Desk, code: str, clock: Clock
) -> None:
    with desk.read() as session:
        badge = session.scalars(select(Badge)).one()
    with desk.write("not yet here") as session:
        session.delete(session.get_one(Badge, badge.id))
    assert scan(desk, code).verdict is Verdict.UNSYNCED
    clock.forward(minutes=1)
    with desk.write("arrived") as session:
        session.add(
            Badge(
                guest_id=badge.guest_id, serial=badge.serial, token=badge.token, code=badge.code,
                short_code=badge.short_code, category=badge.category, issued_at=badge.issued_at,
            )
        )  # fmt: skip
    assert scan(desk, code).verdict is Verdict.ALREADY
    assert statistics.attendance(desk, "开幕式").arrived == 1
    assert list(statistics.arrivals(desk, "开幕式")) == [badge.guest_id]


def test_after_a_key_is_lost_only_listed_badges_of_it_count(desk: Desk, code: str) -> None:
    with desk.write("key lost") as session:
        old = session.scalars(select(EventKey)).one()
        stolen = badge_token.issue(
            session.scalars(select(Event.code)).one(), old.secret, b"0123456789"
        )
        old.retired_at = desk.now()
        session.add(EventKey(secret=secrets.token_bytes(32), made_at=desk.now()))
    assert scan(desk, code).verdict is Verdict.ADMITTED
    assert scan(desk, stolen).verdict is Verdict.FORGED
    assert scan(desk, code_of(desk, add_guest(desk, "李磊"))).verdict is Verdict.ADMITTED


def test_a_reissued_badge_revokes_the_old_and_is_named_by_it(desk: Desk, code: str) -> None:
    done = badges.reissue(desk, 1, "遗失")
    refused = scan(desk, code)
    assert refused.verdict is Verdict.REVOKED
    assert str(done.serial) in wording.say(refused.message_code, **refused.message_parameters)
    assert scan(desk, code_of(desk, 1)).verdict is Verdict.ADMITTED
    badges.revoke(desk, 1, "离职")
    with pytest.raises(ProblemForUser, match="badge-none"):
        badges.revoke(desk, 1, "离职")


@pytest.mark.parametrize(
    ("fields", "verdict"),
    [
        ({"status": "cancelled"}, Verdict.CANCELLED),
        ({"status": "declined"}, Verdict.CANCELLED),
        ({"status": "proposed"}, Verdict.NOT_INVITED),
        ({"status": "invited"}, Verdict.ADMITTED),
    ],
)
def test_the_invitation_decides(
    desk: Desk, code: str, fields: dict[str, str], verdict: Verdict
) -> None:
    guests.set_guest(desk, 1, fields)
    assert scan(desk, code).verdict is verdict


def test_vetting_counts_only_where_the_event_asks(desk: Desk, code: str) -> None:
    events.change_event(desk, {"vetting_required": "yes"})
    assert scan(desk, code).verdict is Verdict.NOT_VETTED
    guests.set_guest(desk, 1, {"vetting": "passed"})
    assert scan(desk, code).verdict is Verdict.ADMITTED


def test_lists_categories_and_zones(desk: Desk, code: str) -> None:
    activities.set_activity(desk, "开幕式", {"invited": "listed"})
    assert scan(desk, code).verdict is Verdict.NOT_INVITED
    guests.set_guest(desk, 1, {"activities": "开幕"})
    activities.set_activity(desk, "开幕式", {"zones": "S,V"})
    assert scan(desk, code).verdict is Verdict.WRONG_ZONE
    activities.set_activity(desk, "开幕式", {"zones": "all", "categories": "media,staff"})
    assert scan(desk, code).verdict is Verdict.NOT_INVITED
    activities.set_activity(desk, "开幕式", {"categories": "media,guest", "zones": "V"})
    guests.set_guest(desk, 1, {"vip": "yes"})
    assert scan(desk, code).verdict is Verdict.ADMITTED


def test_the_hours_of_an_activity(desk: Desk, code: str, clock: Clock) -> None:
    activities.set_activity(
        desk, "开幕式", {"opens": "2024-07-11T09:30", "closes": "2024-07-11T12:00+08:00"}
    )
    assert scan(desk, code).verdict is Verdict.TOO_EARLY
    clock.forward(hours=4)
    assert scan(desk, code).verdict is Verdict.CLOSED
    assert scan(desk, code, at=OPENING + timedelta(hours=1)).verdict is Verdict.ADMITTED


def test_leaving_and_coming_back(desk: Desk, code: str, clock: Clock) -> None:
    activities.set_activity(desk, "开幕式", {"reentry": "after-exit"})
    assert scan(desk, code, leaving=True).verdict is Verdict.NOT_INSIDE
    assert scan(desk, code).verdict is Verdict.ADMITTED
    clock.forward(minutes=1)
    assert scan(desk, code).verdict is Verdict.ALREADY
    left = scan(desk, code, leaving=True)
    assert (left.verdict, left.counted) == (Verdict.EXITED, False)
    clock.forward(minutes=1)
    assert scan(desk, code).verdict is Verdict.RE_ENTERED
    assert statistics.attendance(desk, "开幕式").arrived == 1


def test_scans_count_by_their_own_time_not_by_arrival(desk: Desk, code: str) -> None:
    late = scan(desk, code, at=OPENING + timedelta(minutes=30))
    early = scan(desk.named("西门"), code, at=OPENING)
    # A green shown is never turned red afterwards, on either desk.
    assert (late.verdict, early.verdict) == (Verdict.ADMITTED, Verdict.ADMITTED)
    assert statistics.attendance(desk, "开幕式").arrived == 1
    assert [arrival.at for arrival in statistics.arrivals(desk, "开幕式").values()] == [OPENING]


def test_the_same_nonce_is_one_record_and_one_answer(desk: Desk, code: str) -> None:
    first = scan(desk, code, nonce="n1")
    assert scan(desk, code, nonce="n1") == first
    assert scan(desk, f" {code.lower()}", nonce="n1") == first
    with desk.read() as session:
        assert len(session.scalars(select(CheckIn)).all()) == 1


def test_a_nonce_of_another_scan_answers_for_nobody(desk: Desk, code: str) -> None:
    first = scan(desk, code, nonce="n1")
    assert first.guest is not None
    other = code_of(desk, add_guest(desk, "王冬"))
    activities.set_activity(desk, "投资说明会", {})
    for wrong in ("rubbish", other, code[:-1] + ("0" if code[-1] != "0" else "1")):
        with pytest.raises(ProblemForUser, match="nonce-used"):
            scan(desk, wrong, nonce="n1")
    with pytest.raises(ProblemForUser, match="nonce-used"):
        scan(desk, code, nonce="n1", leaving=True)
    with pytest.raises(ProblemForUser, match="nonce-used"):
        check_ins.record_scan(desk, code, "投资说明会", nonce="n1")
    with pytest.raises(ProblemForUser, match="nonce-used"):
        check_ins.check_in_by_hand(desk, first.guest.id, "开幕式", nonce="n1")
    by_hand = check_ins.check_in_by_hand(desk, first.guest.id, "开幕式", nonce="n2")
    again = check_ins.check_in_by_hand(desk, first.guest.id, "开幕式", nonce="n2")
    assert again == by_hand
    with desk.read() as session:
        assert len(session.scalars(select(CheckIn)).all()) == 2


def test_annulled_the_record_stays_and_the_person_is_out(desk: Desk, code: str) -> None:
    result = scan(desk, code)
    with pytest.raises(ProblemForUser, match="reason-missing"):
        check_ins.annul(desk, result.scan, " ")
    assert check_ins.annul(desk, result.scan, "扫错了人") == result.scan
    with pytest.raises(ProblemForUser, match="scan-annulled"):
        check_ins.annul(desk, result.scan, "扫错了人")
    with pytest.raises(ProblemForUser, match="scan-unknown"):
        check_ins.annul(desk, "0" * 32, "扫错了人")
    assert statistics.attendance(desk, "开幕式").arrived == 0
    (shown,) = check_ins.recent_scans(desk, "开幕式")
    assert (shown.annulled, shown.counted, shown.verdict) == (True, False, Verdict.ADMITTED)
    assert scan(desk, code).verdict is Verdict.ADMITTED


def test_a_supervisor_lets_a_refused_guest_in_and_the_refusal_stays(desk: Desk, code: str) -> None:
    guests.set_guest(desk, 1, {"status": "cancelled"})
    refused = scan(desk, code)
    passed = check_ins.override(desk, refused.scan, "领导现场确认")
    assert (passed.verdict, passed.overridden, passed.counted) == (Verdict.CANCELLED, True, True)
    assert statistics.attendance(desk, "开幕式").arrived == 1
    at_once = scan(desk, code, override="再次放行")
    assert at_once.overridden


def test_nothing_to_override(desk: Desk, code: str) -> None:
    assert not scan(desk, code, override="理由").overridden
    unknown = scan(desk, "rubbish", override="理由")
    assert (unknown.verdict, unknown.overridden) == (Verdict.UNKNOWN, False)
    with pytest.raises(ProblemForUser, match="override-impossible"):
        check_ins.override(desk, unknown.scan, "理由")


def test_a_short_code_finds_the_person_and_proves_nothing(desk: Desk, code: str) -> None:
    with desk.read() as session:
        short = session.scalars(select(Badge.short_code)).one()
    shown = scan(desk, badge_token.formatted_short_code(short))
    assert (shown.verdict, shown.counted) == (Verdict.UNKNOWN, False)
    assert shown.guest is not None
    assert check_ins.check_in_by_hand(desk, shown.guest.id, "开幕式").verdict is Verdict.ADMITTED


def test_a_certificate_at_the_door(desk: Desk) -> None:
    shown = scan(desk, badge_token.issue_certificate("25X", b"k" * 32, "0" * 16))
    assert shown.verdict is Verdict.UNKNOWN
    assert shown.message_code == "certificate-shown"


def test_activities_are_found_by_number_and_part_and_never_guessed(desk: Desk, code: str) -> None:
    activities.set_activity(desk, "主宾国主宾市开馆仪式", {})
    activities.set_activity(desk, "主宾国经贸合作交流", {})
    assert check_ins.record_scan(desk, code, "1").verdict is Verdict.ADMITTED
    assert check_ins.record_scan(desk, code, "开馆").verdict is Verdict.ADMITTED
    with pytest.raises(ProblemForUser) as caught:
        check_ins.record_scan(desk, code, "主宾国")
    assert "主宾国经贸合作交流" in str(caught.value.parameters["candidates"])
    with pytest.raises(ProblemForUser, match="activity-unknown"):
        check_ins.record_scan(desk, code, "闭幕式")


def test_statistics_by_category_and_day(desk: Desk, code: str, clock: Clock) -> None:
    media = code_of(desk, add_guest(desk, "任秀丽", category="media"))
    add_guest(desk, "王冬", status="declined")
    activities.set_activity(desk, "开幕式", {"reentry": "daily"})
    scan(desk, code)
    clock.forward(days=1)
    scan(desk, media)
    whole = statistics.attendance(desk, "开幕式")
    assert (whole.expected, whole.arrived, whole.last_five_minutes) == (2, 2, 1)
    assert {word.value: pair for word, pair in whole.by_category.items() if pair != (0, 0)} == {
        "guest": (1, 1),
        "media": (1, 1),
    }
    assert statistics.attendance(desk, day=OPENING.date()).arrived == 1
    assert all(check.ok for check in verification.verify(desk))


def test_a_rehearsal_is_kept_and_never_counts(desk: Desk, code: str, clock: Clock) -> None:
    rehearsed = scan(desk, code, rehearsal=True)
    assert (rehearsed.verdict, rehearsed.counted) == (Verdict.ADMITTED, False)
    assert rehearsed.rehearsal
    assert scan(desk, code, rehearsal=True).verdict is Verdict.ALREADY
    assert statistics.attendance(desk, "开幕式").arrived == 0
    assert statistics.arrivals(desk, "开幕式") == {}
    assert [each.rehearsal for each in check_ins.recent_scans(desk, "开幕式")] == []
    assert len(check_ins.recent_scans(desk, "开幕式", rehearsal=True)) == 2
    clock.forward(minutes=1)
    real = scan(desk, code)
    assert (real.verdict, real.counted) == (Verdict.ADMITTED, True), "the rehearsal is forgotten"
    assert statistics.attendance(desk, "开幕式").arrived == 1
    assert scan(desk, code, rehearsal=True).verdict is Verdict.ALREADY, (
        "of the rehearsals, not the real"
    )


def test_a_rehearsal_overruled_does_not_count_either(desk: Desk) -> None:
    number = add_guest(desk, "李刚", status="cancelled")
    with desk.read() as session:
        guest = guests.by_number(session, number).id
    refused = check_ins.check_in_by_hand(desk, guest, "开幕式", rehearsal=True)
    assert refused.verdict is Verdict.CANCELLED
    let_in = check_ins.override(desk, refused.scan, "演练放行")
    assert (let_in.overridden, let_in.counted) == (True, False)
    assert statistics.attendance(desk, "开幕式").arrived == 0


def test_a_rehearsal_begins_anew_each_day_and_asks_for_no_hours(
    desk: Desk, code: str, clock: Clock
) -> None:
    activities.set_activity(desk, "开幕式", {"opens": "2024-07-20T09:00:00+08:00"})
    assert scan(desk, code).verdict is Verdict.TOO_EARLY
    assert scan(desk, code, rehearsal=True).verdict is Verdict.ADMITTED
    assert scan(desk, code, rehearsal=True).verdict is Verdict.ALREADY
    clock.forward(days=1)
    assert scan(desk, code, rehearsal=True).verdict is Verdict.ADMITTED


def test_a_nonce_of_a_rehearsal_is_no_answer_to_a_real_scan(desk: Desk, code: str) -> None:
    scan(desk, code, nonce="n1", rehearsal=True)
    assert scan(desk, code, nonce="n1", rehearsal=True).verdict is Verdict.ADMITTED
    with pytest.raises(ProblemForUser) as told:
        check_ins.record_scan(desk, code, "开幕式", nonce="n1")
    assert told.value.code == "nonce-used"
