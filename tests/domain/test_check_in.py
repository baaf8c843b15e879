import dataclasses
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from qhsign.domain import check_in
from qhsign.domain.badge_token import TokenCheck
from qhsign.domain.check_in import (
    ActivityRules,
    BadgeFacts,
    BadgeStatus,
    Decision,
    Direction,
    GuestFacts,
    Invited,
    PastScan,
    Reentry,
    ScanFacts,
    Tone,
    Verdict,
    decide,
)
from qhsign.domain.guest import Category, Invitation, Vetting
from qhsign.wording import Language, catalogue, say

XINING = ZoneInfo("Asia/Shanghai")
NINE = datetime(2024, 7, 11, 9, 0, tzinfo=XINING)
GUEST = GuestFacts(Invitation.CONFIRMED, Vetting.PENDING, Category.GUEST, frozenset({"A"}))
RULES = ActivityRules(XINING)
SCAN = ScanFacts(
    TokenCheck.VALID, BadgeFacts(BadgeStatus.ACTIVE), GUEST, Direction.IN, NINE
)  # fmt: skip
LEAVING = dataclasses.replace(SCAN, direction=Direction.OUT)


def past(minutes: int, direction: Direction = Direction.IN, *, counts: bool = True) -> PastScan:
    at = NINE - timedelta(minutes=minutes)
    return PastScan(f"scan-{1000 - minutes}", at, direction, counts, "东门")


def verdict(scan: ScanFacts = SCAN, rules: ActivityRules = RULES, **changes: object) -> Verdict:
    return decision(scan, rules, **changes).verdict


def decision(scan: ScanFacts = SCAN, rules: ActivityRules = RULES, **changes: object) -> Decision:
    decided = decide(dataclasses.replace(scan, **changes), rules)  # type: ignore[arg-type] # free
    for language in Language:
        assert say(decided.message_code, language, **decided.message_parameters)
    return decided


def guest(**changes: object) -> GuestFacts:
    return dataclasses.replace(GUEST, **changes)  # type: ignore[arg-type] # any field of it


def rules(**changes: object) -> ActivityRules:
    return dataclasses.replace(RULES, **changes)  # type: ignore[arg-type] # any field of it


def test_a_confirmed_guest_is_admitted() -> None:
    assert verdict() is Verdict.ADMITTED
    assert verdict(guest=guest(invitation=Invitation.INVITED)) is Verdict.ADMITTED


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        (TokenCheck.UNKNOWN, Verdict.UNKNOWN),
        (TokenCheck.FORGED, Verdict.FORGED),
        (TokenCheck.OTHER_EVENT, Verdict.OTHER_EVENT),
        (TokenCheck.VALID_WITH_RETIRED_KEY, Verdict.ADMITTED),
    ],
)
def test_the_code_decides_first(token: TokenCheck, expected: Verdict) -> None:
    assert verdict(token=token) is expected


def test_a_retired_key_counts_only_for_a_badge_on_the_list() -> None:
    unlisted = decision(token=TokenCheck.VALID_WITH_RETIRED_KEY, badge=None, guest=None)
    assert unlisted.verdict is Verdict.FORGED
    assert unlisted.message_code == "verdict-forged-retired-key-message"


def test_a_certificate_says_what_it_is() -> None:
    shown = decision(certificate=True)
    assert (shown.verdict, shown.message_code) == (Verdict.UNKNOWN, "certificate-shown")


def test_a_guest_found_by_name_needs_no_code() -> None:
    assert verdict(token=None, badge=None) is Verdict.ADMITTED
    assert verdict(token=None, badge=None, guest=None) is Verdict.UNKNOWN


def test_a_right_code_without_a_guest_is_let_in() -> None:
    assert verdict(badge=None, guest=None) is Verdict.UNSYNCED
    assert verdict(badge=None, guest=None, earlier=[past(5)]) is Verdict.ALREADY
    assert verdict(SCAN, rules(opens=NINE + timedelta(hours=1)), guest=None) is Verdict.TOO_EARLY


def test_a_void_badge_names_its_successor() -> None:
    assert verdict(badge=BadgeFacts(BadgeStatus.REVOKED)) is Verdict.REVOKED
    replaced = decision(badge=BadgeFacts(BadgeStatus.REPLACED, "B-0007"))
    assert replaced.verdict is Verdict.REVOKED
    assert "B-0007" in say(replaced.message_code, **replaced.message_parameters)


@pytest.mark.parametrize(
    ("invitation", "expected"),
    [
        (Invitation.CANCELLED, Verdict.CANCELLED),
        (Invitation.DECLINED, Verdict.CANCELLED),
        (Invitation.PROPOSED, Verdict.NOT_INVITED),
    ],
)
def test_the_invitation_must_stand(invitation: Invitation, expected: Verdict) -> None:
    assert verdict(guest=guest(invitation=invitation)) is expected


def test_vetting_counts_where_the_event_asks_for_it() -> None:
    vetting = rules(needs_vetting=True)
    assert verdict(SCAN, vetting) is Verdict.NOT_VETTED
    assert verdict(SCAN, vetting, guest=guest(vetting=Vetting.FAILED)) is Verdict.NOT_VETTED
    assert verdict(SCAN, vetting, guest=guest(vetting=Vetting.PASSED)) is Verdict.ADMITTED


def test_list_category_and_zone() -> None:
    listed = rules(invited=Invited.LISTED)
    assert verdict(SCAN, listed) is Verdict.NOT_INVITED
    assert verdict(SCAN, listed, guest=guest(listed=True)) is Verdict.ADMITTED
    media_only = rules(categories=frozenset({Category.MEDIA}))
    assert verdict(SCAN, media_only) is Verdict.NOT_INVITED
    assert verdict(SCAN, media_only, guest=guest(category=Category.MEDIA)) is Verdict.ADMITTED
    signing = rules(zones=frozenset({"S"}))
    assert verdict(SCAN, signing) is Verdict.WRONG_ZONE
    assert verdict(SCAN, signing, guest=guest(zones=frozenset({"A", "S"}))) is Verdict.ADMITTED
    assert verdict(SCAN, signing, guest=guest(zones=None)) is Verdict.ADMITTED


def test_both_ends_of_the_time_belong_to_it() -> None:
    hour = rules(opens=NINE, closes=NINE + timedelta(hours=1))
    assert verdict(SCAN, hour) is Verdict.ADMITTED
    assert verdict(SCAN, hour, at=NINE + timedelta(hours=1)) is Verdict.ADMITTED
    assert verdict(SCAN, hour, at=NINE - timedelta(seconds=1)) is Verdict.TOO_EARLY
    late = decision(SCAN, hour, at=NINE + timedelta(days=1))
    assert late.verdict is Verdict.CLOSED
    assert late.message_parameters == {"closes": "07-11 10:00"}


def test_times_are_told_by_the_clock_of_the_event() -> None:
    early = decision(SCAN, rules(opens=datetime(2024, 7, 11, 1, 30, tzinfo=UTC)), at=NINE)
    assert early.message_parameters == {"opens": "09:30"}


def test_a_second_scan_is_already_in_with_time_and_desk() -> None:
    again = decision(earlier=[past(5), past(30), past(90, counts=False)])
    assert again.verdict is Verdict.ALREADY
    assert again.first == past(30)
    assert again.message_parameters == {"at": "08:30", "desk": "东门"}
    no_desk = dataclasses.replace(past(30), desk="")
    assert decision(earlier=[no_desk]).message_code == "verdict-already-no-desk-message"


def test_scans_that_come_later_or_do_not_count_are_passed_over() -> None:
    assert verdict(earlier=[past(-1), past(10, counts=False)]) is Verdict.ADMITTED
    assert verdict(earlier=[past(0)]) is Verdict.ALREADY


@pytest.mark.parametrize(
    ("reentry", "inside", "after_exit", "next_day"),
    [
        (Reentry.ONCE, Verdict.ALREADY, Verdict.ALREADY, Verdict.ALREADY),
        (Reentry.AFTER_EXIT, Verdict.ALREADY, Verdict.RE_ENTERED, Verdict.ALREADY),
        (Reentry.FREE, Verdict.RE_ENTERED, Verdict.RE_ENTERED, Verdict.RE_ENTERED),
        (Reentry.DAILY, Verdict.ALREADY, Verdict.ALREADY, Verdict.ADMITTED),
    ],
)
def test_re_entry(
    reentry: Reentry, inside: Verdict, after_exit: Verdict, next_day: Verdict
) -> None:
    rule = rules(reentry=reentry)
    assert verdict(SCAN, rule) is Verdict.ADMITTED
    assert verdict(SCAN, rule, earlier=[past(30)]) is inside
    assert verdict(SCAN, rule, earlier=[past(5, Direction.OUT), past(30)]) is after_exit
    assert verdict(SCAN, rule, earlier=[past(30)], at=NINE + timedelta(days=1)) is next_day


def test_a_day_is_a_day_of_the_event() -> None:
    daily = rules(reentry=Reentry.DAILY)
    # 16:30 UTC is half past midnight of the next day in Xining.
    evening = PastScan("a", datetime(2024, 7, 11, 15, 0, tzinfo=UTC), Direction.IN, counts=True)
    after_midnight = datetime(2024, 7, 11, 16, 30, tzinfo=UTC)
    assert verdict(SCAN, daily, earlier=[evening], at=after_midnight) is Verdict.ADMITTED
    before_midnight = datetime(2024, 7, 11, 15, 59, tzinfo=UTC)
    assert verdict(SCAN, daily, earlier=[evening], at=before_midnight) is Verdict.ALREADY


def test_the_stay_now_is_the_one_already_refers_to() -> None:
    stays = [past(60), past(50, Direction.OUT), past(40), past(20)]
    assert decision(SCAN, rules(reentry=Reentry.AFTER_EXIT), earlier=stays).first == past(40)


def test_exits() -> None:
    assert verdict(LEAVING) is Verdict.NOT_INSIDE
    assert verdict(LEAVING, earlier=[past(5)]) is Verdict.EXITED
    assert verdict(LEAVING, earlier=[past(5), past(3, Direction.OUT)]) is Verdict.NOT_INSIDE
    assert verdict(LEAVING, rules(closes=NINE - timedelta(hours=1)), earlier=[past(90)]) is (
        Verdict.EXITED
    )
    cancelled = guest(invitation=Invitation.CANCELLED)
    assert verdict(LEAVING, guest=cancelled, earlier=[past(5)]) is Verdict.EXITED
    void = BadgeFacts(BadgeStatus.REVOKED)
    assert verdict(LEAVING, badge=void, earlier=[past(5)]) is Verdict.REVOKED
    assert verdict(LEAVING, token=TokenCheck.FORGED) is Verdict.FORGED


def test_the_order_of_the_checks() -> None:
    hopeless = guest(invitation=Invitation.CANCELLED, vetting=Vetting.FAILED)
    strict = rules(
        needs_vetting=True,
        invited=Invited.LISTED,
        zones=frozenset({"S"}),
        opens=NINE + timedelta(hours=1),
    )
    everything = dataclasses.replace(SCAN, guest=hopeless, earlier=[past(5)])
    assert verdict(everything, strict, token=TokenCheck.FORGED) is Verdict.FORGED
    assert verdict(everything, strict, badge=BadgeFacts(BadgeStatus.REVOKED)) is Verdict.REVOKED
    assert verdict(everything, strict) is Verdict.CANCELLED
    assert verdict(everything, strict, guest=guest()) is Verdict.NOT_VETTED
    passed = guest(vetting=Vetting.PASSED)
    assert verdict(everything, strict, guest=passed) is Verdict.NOT_INVITED
    listed = guest(vetting=Vetting.PASSED, listed=True)
    assert verdict(everything, strict, guest=listed) is Verdict.WRONG_ZONE
    everywhere = guest(vetting=Vetting.PASSED, listed=True, zones=None)
    assert verdict(everything, strict, guest=everywhere) is Verdict.TOO_EARLY


def test_tones_and_what_may_be_overridden() -> None:
    assert set(check_in.TONES) == set(Verdict)
    refused = {verdict for verdict in Verdict if check_in.is_refusal(verdict)}
    assert {v for v in Verdict if check_in.admits(v)} == {
        Verdict.ADMITTED,
        Verdict.RE_ENTERED,
        Verdict.UNSYNCED,
    }
    assert refused == {v for v, tone in check_in.TONES.items() if tone in {Tone.AMBER, Tone.RED}}
    assert {v for v in Verdict if check_in.may_be_overridden(v)} == refused - {Verdict.UNKNOWN}
    assert check_in.passes(Verdict.ALREADY, overridden=True)
    assert check_in.passes(Verdict.EXITED, overridden=False)
    assert not check_in.passes(Verdict.ALREADY, overridden=False)


def test_every_verdict_has_a_word_and_a_sentence() -> None:
    for each in Verdict:
        assert {check_in.word_code(each), f"verdict-{each}-message"} <= set(catalogue())
    assert say("verdict-unsynced") == "已放行，资料待同步"
    assert say("verdict-forged") == "伪证"
