from datetime import UTC, datetime, timedelta

import pytest

from qhsign.domain.readiness import (
    CertificateState,
    ContractFacts,
    Lack,
    Light,
    Missing,
    Role,
    Wanted,
    alarms_passed,
    judge,
    needless_steps,
    read_alarms,
)
from qhsign.domain.stage_terms import TextStep

T = datetime(2024, 7, 11, 7, 20, tzinfo=UTC)
HERE = Wanted(Role.SIGNATORY, "甲", "崔峰", present=True)
ALL = frozenset(TextStep) - needless_steps(bilingual=False)


def facts(*wanted: Wanted, **more: object) -> ContractFacts:
    known: dict[str, object] = {
        "parties": 2,
        "done": ALL,
        "needless": needless_steps(bilingual=False),
        "certificate": CertificateState.PRINTED,
        **more,
    }
    return ContractFacts(wanted=(HERE, *wanted), **known)  # type: ignore[arg-type] # as named above


def test_green_when_nothing_is_missing() -> None:
    assert judge(facts(), alarmed=True) == judge(facts(), alarmed=False)
    assert judge(facts(), alarmed=True).light is Light.GREEN


@pytest.mark.parametrize(
    ("wanted", "lack"),
    [
        (Wanted(Role.SIGNATORY, "乙", "宋云鹏"), Lack.SIGNATORY_ABSENT),
        (Wanted(Role.SIGNATORY, "乙", "宋云鹏", remote=True), Lack.SIGNATORY_OFFLINE),
        (Wanted(Role.SIGNATORY, "乙", "宋云鹏", known=False), Lack.SIGNATORY_NOT_A_GUEST),
        (Wanted(Role.SIGNATORY, "乙", "宋云鹏", cancelled=True), Lack.SIGNATORY_CANCELLED),
        (Wanted(Role.SIGNATORY, "乙", ""), Lack.SIGNATORY_UNNAMED),
    ],
)
def test_an_absent_signatory_is_red_inside_the_alarm_time_only(wanted: Wanted, lack: Lack) -> None:
    early, late = judge(facts(wanted), alarmed=False), judge(facts(wanted), alarmed=True)
    assert (early.light, late.light) == (Light.AMBER, Light.RED)
    assert late.missing == (Missing(lack, "乙", wanted.name),)


def test_others_missing_are_amber_whatever_the_clock_says() -> None:
    for role, lack in (
        (Role.ASSISTANT, Lack.ASSISTANT_ABSENT), (Role.WITNESS, Lack.WITNESS_ABSENT),
    ):  # fmt: skip
        found = judge(facts(Wanted(role, "乙", "石兰")), alarmed=True)
        assert (found.light, found.missing) == (Light.AMBER, (Missing(lack, "乙", "石兰"),))
        assert judge(facts(Wanted(role, "乙", "石兰", known=False)), alarmed=True).missing == ()


def test_papers_are_amber_and_named() -> None:
    found = judge(facts(done=ALL - {TextStep.SEALED}), alarmed=True)
    assert (found.light, found.missing) == (
        Light.AMBER, (Missing(Lack.TEXT, step=TextStep.SEALED),),
    )  # fmt: skip
    for state, lack in (
        (CertificateState.NONE, Lack.CERTIFICATE),
        (CertificateState.CHANGED, Lack.CERTIFICATE_CHANGED),
    ):
        found = judge(facts(certificate=state), alarmed=True)
        assert (found.light, found.missing) == (Light.AMBER, (Missing(lack),))
    assert judge(facts(unauthorised=["乙"]), alarmed=True).missing == (
        Missing(Lack.AUTHORISATION, "乙"),
    )
    assert judge(facts(parties=1), alarmed=True).missing == (Missing(Lack.PARTY),)


def test_translation_is_asked_for_in_two_languages_only() -> None:
    found = judge(facts(needless=needless_steps(bilingual=True)), alarmed=False)
    assert found.missing == (Missing(Lack.TEXT, step=TextStep.TRANSLATED),)


@pytest.mark.parametrize(
    ("minutes", "passed"),
    [(31, ()), (30, (30,)), (15, (30, 15)), (6, (30, 15)), (5, (30, 15, 5)), (-9, (30, 15, 5))],
)
def test_alarms_go_off_to_the_minute(minutes: int, passed: tuple[int, ...]) -> None:
    assert alarms_passed(T, T - timedelta(minutes=minutes)) == passed
    assert alarms_passed(None, T) == ()


def test_alarm_times_are_read() -> None:
    assert read_alarms("5、30，15,15") == (30, 15, 5)
    for wrong in ("", "0", "-5", "soon", "1440"):
        with pytest.raises(ValueError, match=r".*"):
            read_alarms(wrong)
