"""Who and what is still missing before contracts go on stage (候场, domain notes §6).

A contract is green when every signatory is there, the texts are done and the certificate lies
printed as it stands; amber when something is open; red when a signatory is absent inside the alarm
time.
"""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from qhsign.domain.stage_terms import TextStep

ALARMS = (30, 15, 5)
"""Minutes before going on stage at which those absent are looked for (setting)."""


class Light(StrEnum):
    """How ready a contract is."""

    GREEN = "green"  # 就绪
    AMBER = "amber"  # 待办
    RED = "red"  # 缺人


class Role(StrEnum):
    """What somebody is wanted on stage for."""

    SIGNATORY = "signatory"  # 签约代表
    ASSISTANT = "assistant"  # 助签
    WITNESS = "witness"  # 见证人


class CertificateState(StrEnum):
    """Whether the certificate lies printed as the contract stands now."""

    PRINTED = "printed"
    CHANGED = "changed"  # printed, but the contract was changed since
    NONE = "none"


class Lack(StrEnum):
    """One kind of thing that may be missing."""

    SIGNATORY_UNNAMED = "signatory-unnamed"  # 签约代表未定
    SIGNATORY_NOT_A_GUEST = "signatory-not-a-guest"  # 名单里没有，无法签到
    SIGNATORY_CANCELLED = "signatory-cancelled"  # 已取消
    SIGNATORY_ABSENT = "signatory-absent"  # 未到场
    SIGNATORY_OFFLINE = "signatory-offline"  # 云签约未上线
    ASSISTANT_ABSENT = "assistant-absent"
    WITNESS_ABSENT = "witness-absent"
    PARTY = "party"  # 不足两方
    AUTHORISATION = "authorisation"  # 授权委托书未核
    TEXT = "text"  # 文本未完成
    CERTIFICATE = "certificate"  # 证书未打印
    CERTIFICATE_CHANGED = "certificate-changed"  # 证书打印后有改动

    @property
    def is_signatory(self) -> bool:
        """Whether who signs is missing."""
        return self in _SIGNATORY_MISSING

    @property
    def is_somebody(self) -> bool:
        """Whether a person is missing, and not a paper."""
        return self.is_signatory or self in {Lack.ASSISTANT_ABSENT, Lack.WITNESS_ABSENT}


_SIGNATORY_MISSING = frozenset(
    {
        Lack.SIGNATORY_UNNAMED,
        Lack.SIGNATORY_NOT_A_GUEST,
        Lack.SIGNATORY_CANCELLED,
        Lack.SIGNATORY_ABSENT,
        Lack.SIGNATORY_OFFLINE,
    }
)
_FEWEST_PARTIES = 2


@dataclass(frozen=True, slots=True)
class Wanted:
    """Somebody wanted on stage.

    ``known`` is False for a name that is no guest of the event: such a person cannot be checked in.
    ``cancelled`` is a guest who does not come after all. ``remote`` may sign from elsewhere
    (云签约); ``present`` is at the venue, or online.
    """

    role: Role
    side: str
    name: str
    known: bool = True
    present: bool = False
    cancelled: bool = False
    remote: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractFacts:
    """What is known of one contract before it goes on stage.

    ``needless`` are the steps its texts do not go through. ``unauthorised`` are the sides whose
    signatory needs a letter of authorisation nobody has seen yet.
    """

    parties: int
    wanted: Sequence[Wanted]
    done: AbstractSet[TextStep] = frozenset()
    needless: AbstractSet[TextStep] = frozenset()
    certificate: CertificateState = CertificateState.NONE
    unauthorised: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing missing: what, on which side, who; of texts which step."""

    lack: Lack
    side: str = ""
    name: str = ""
    step: TextStep | None = None


@dataclass(frozen=True, slots=True)
class Readiness:
    """How ready a contract is and what is missing, people first."""

    light: Light
    missing: tuple[Missing, ...]


def judge(facts: ContractFacts, *, alarmed: bool) -> Readiness:
    """Return how ready a contract is; ``alarmed`` tells that the first alarm has gone off."""
    missing = (*_of_people(facts), *_of_papers(facts))
    if not missing:
        return Readiness(Light.GREEN, ())
    absent = any(each.lack.is_signatory for each in missing)
    return Readiness(Light.RED if absent and alarmed else Light.AMBER, missing)


def needless_steps(*, bilingual: bool) -> frozenset[TextStep]:
    """Return the steps a contract's texts do not go through: 翻译 only where two languages are."""
    return frozenset() if bilingual else frozenset({TextStep.TRANSLATED})


def alarms_passed(
    on_stage: datetime | None, at: datetime, alarms: Iterable[int] = ALARMS
) -> tuple[int, ...]:
    """Return the alarms that went off by a moment, the earliest first; none without a time."""
    if on_stage is None:
        return ()
    return tuple(
        minutes
        for minutes in sorted(alarms, reverse=True)
        if at >= on_stage - timedelta(minutes=minutes)
    )


def read_alarms(text: str) -> tuple[int, ...]:
    """Read alarm times as ``30,15,5``. Raises ValueError for what is no list of minutes."""
    minutes = {int(part) for part in text.replace("、", ",").replace("，", ",").split(",")}
    if not all(0 < each < _DAY for each in minutes):
        raise ValueError(text)
    return tuple(sorted(minutes, reverse=True))


_DAY = 24 * 60


def _of_people(facts: ContractFacts) -> Iterator[Missing]:
    if facts.parties < _FEWEST_PARTIES:
        yield Missing(Lack.PARTY)
    order = list(Role)
    for wanted in sorted(facts.wanted, key=lambda each: order.index(each.role)):
        lack = _lack_of(wanted)
        if lack is not None:
            yield Missing(lack, wanted.side, wanted.name)
    for side in facts.unauthorised:
        yield Missing(Lack.AUTHORISATION, side)


def _lack_of(wanted: Wanted) -> Lack | None:
    if wanted.role is not Role.SIGNATORY:
        # Names that are no guests are not waited for: nobody could ever check them in.
        absent = wanted.known and not wanted.present
        by_role = {Role.ASSISTANT: Lack.ASSISTANT_ABSENT, Role.WITNESS: Lack.WITNESS_ABSENT}
        return by_role[wanted.role] if absent else None
    if not wanted.name:
        return Lack.SIGNATORY_UNNAMED
    if wanted.present:
        return None
    if wanted.cancelled:
        return Lack.SIGNATORY_CANCELLED
    if wanted.remote:
        return Lack.SIGNATORY_OFFLINE
    return Lack.SIGNATORY_ABSENT if wanted.known else Lack.SIGNATORY_NOT_A_GUEST


def _of_papers(facts: ContractFacts) -> Iterator[Missing]:
    for step in TextStep:
        if step not in facts.done and step not in facts.needless:
            yield Missing(Lack.TEXT, step=step)
    if facts.certificate is CertificateState.NONE:
        yield Missing(Lack.CERTIFICATE)
    elif facts.certificate is CertificateState.CHANGED:
        yield Missing(Lack.CERTIFICATE_CHANGED)
