"""What is signed: kinds, life cycle, totals and rates of contracts (domain notes §1 and §2)."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Protocol, TypeVar

from qhsign.domain.amount import Amount


class ContractKind(StrEnum):
    """The kind of agreement (协议类型)."""

    PROJECT = "project"  # 项目合同
    COOPERATION = "cooperation"  # 合作协议
    FRAMEWORK = "framework"  # 战略合作框架协议
    FRIENDSHIP = "friendship"  # 友好省州协议
    INTENT = "intent"  # 意向


class LifeCycle(StrEnum):
    """Where a contract stands, from talks to production."""

    TALKS = "talks"  # 在谈
    TO_SIGN = "to-sign"  # 拟签约
    SIGNED = "signed"  # 签约
    IMPLEMENTED = "implemented"  # 落实
    STARTED = "started"  # 开工
    OPERATING = "operating"  # 建成投产
    TERMINATED = "terminated"  # 终止


class SigningMode(StrEnum):
    """How a contract is signed (签约方式)."""

    ON_SITE = "on-site"  # 现场
    CLOUD = "cloud"  # 云签约
    AFTER = "after"  # 会后


KIND_WORDS: Mapping[ContractKind, str] = {
    ContractKind.PROJECT: "项目合同",
    ContractKind.COOPERATION: "合作协议",
    ContractKind.FRAMEWORK: "战略合作框架协议",
    ContractKind.FRIENDSHIP: "友好省州协议",
    ContractKind.INTENT: "意向",
}
LIFE_CYCLE_WORDS: Mapping[LifeCycle, str] = {
    LifeCycle.TALKS: "在谈",
    LifeCycle.TO_SIGN: "拟签约",
    LifeCycle.SIGNED: "签约",
    LifeCycle.IMPLEMENTED: "落实",
    LifeCycle.STARTED: "开工",
    LifeCycle.OPERATING: "建成投产",
    LifeCycle.TERMINATED: "终止",
}
MODE_WORDS: Mapping[SigningMode, str] = {
    SigningMode.ON_SITE: "现场",
    SigningMode.CLOUD: "云签约",
    SigningMode.AFTER: "会后",
}

# The first that occurs in the words decides: a 友好省州合作框架协议 is a friendship agreement,
# a 合作框架协议 a framework, a 合作意向书 an intent.
_KIND_SIGNS = (
    (ContractKind.FRIENDSHIP, ("友好", "友城", "结好", "FRIENDSHIP", "SISTER")),
    (ContractKind.INTENT, ("意向", "备忘录", "INTENT", "MEMORANDUM", "MOU")),
    (ContractKind.FRAMEWORK, ("框架", "战略", "FRAMEWORK", "STRATEGIC")),
    (ContractKind.COOPERATION, ("合作", "COOPERATION")),
    (ContractKind.PROJECT, ("项目", "合同", "投资", "PROJECT", "CONTRACT")),
)
_KIND_ENDING = re.compile(
    r"(?:友好(?:省州|城市|关系|合作|交流|往来)*|战略合作|(?:战略)?(?:合作)?框架(?:合作)?|合作)协议书?$"
    r"|(?:合作|投资)?意向(?:书|协议书?)$|(?:谅解|合作)?备忘录$"
)
_LIFE_CYCLE_SIGNS = (
    (LifeCycle.TERMINATED, ("终止", "解除", "取消", "TERMINATED")),
    (LifeCycle.OPERATING, ("投产", "建成", "竣工", "运营", "OPERATING")),
    (LifeCycle.STARTED, ("开工", "在建", "STARTED")),
    (LifeCycle.IMPLEMENTED, ("落实", "落地", "履约", "IMPLEMENTED")),
    (LifeCycle.TO_SIGN, ("拟签", "待签", "TO-SIGN")),
    (LifeCycle.TALKS, ("在谈", "洽谈", "TALKS")),
    (LifeCycle.SIGNED, ("签约", "已签", "签订", "SIGNED")),
)
_NOT_YET = re.compile(
    r"(?:(?:尚|暂|还)?未能?|没有|(?:计划|预计|即将|准备|筹备|争取)[^，,；;。、已]{0,12}?)"
    r"(?:签约|签订|签|落实|落地|履约|开工|建成|竣工|投产|运营|建设)+"
    r"|(?:拟|待)(?:落实|落地|履约|开工|建成|竣工|投产|运营)+"
)
"""What has not happened yet says nothing of it: 已落实，尚未开工 is 落实."""
_MODE_SIGNS = (
    (SigningMode.CLOUD, ("云", "线上", "视频", "网络", "CLOUD", "ONLINE")),
    (SigningMode.AFTER, ("会后", "会外", "场外", "AFTER")),
    (SigningMode.ON_SITE, ("现场", "线下", "集中", "台上", "ON-SITE", "ONSITE")),
)

_Meaning = TypeVar("_Meaning")

_IN_ORDER = (
    LifeCycle.TALKS,
    LifeCycle.TO_SIGN,
    LifeCycle.SIGNED,
    LifeCycle.IMPLEMENTED,
    LifeCycle.STARTED,
    LifeCycle.OPERATING,
)


def read_kind(text: str) -> ContractKind | None:
    """Return the kind a list names (项目合同, 框架协议, 友好省州协议书 …), or None."""
    return _first_sign(text, _KIND_SIGNS)


def kind_of_title(title: str) -> ContractKind | None:
    """Return the kind a title ends with (…战略合作框架协议), or None (环境友好材料项目)."""
    found = _KIND_ENDING.search(title.strip())
    return read_kind(found[0]) if found else None


def read_life_cycle(text: str) -> LifeCycle | None:
    """Return the state a list names (已开工, 建成投产 …), or None.

    What is planned or has not happened says nothing: 未开工 is no state, 拟签约 is one.
    """
    return _first_sign(_NOT_YET.sub("", "".join(text.split())), _LIFE_CYCLE_SIGNS)


def read_mode(text: str) -> SigningMode | None:
    """Return how a list says a contract is signed (现场签约, 云签约, 会后), or None."""
    return _first_sign(text, _MODE_SIGNS)


def _first_sign(text: str, signs: Iterable[tuple[_Meaning, Iterable[str]]]) -> _Meaning | None:
    folded = "".join(unicodedata.normalize("NFKC", text).upper().split())
    for meaning, words in signs:
        if any(word in folded for word in words):
            return meaning
    return None


def next_states(state: LifeCycle) -> tuple[LifeCycle, ...]:
    """Return where a contract may go from here: the next state, or 终止; from 终止 nowhere."""
    if state is LifeCycle.TERMINATED:
        return ()
    position = _IN_ORDER.index(state)
    return (*_IN_ORDER[position + 1 : position + 2], LifeCycle.TERMINATED)


def may_change(before: LifeCycle, after: LifeCycle) -> bool:
    """Say whether a contract may go from one state to another in one step."""
    return after in next_states(before)


def way(before: LifeCycle, after: LifeCycle) -> tuple[LifeCycle, ...]:
    """Return the steps that lead from one state to another, each allowed after the one before.

    A list tells where a contract stands today, not what it went through. Empty where it stands
    there already or no way leads there: back, or out of 终止.
    """
    if after in next_states(before):
        return (after,)
    if LifeCycle.TERMINATED in (before, after):
        return ()
    return _IN_ORDER[_IN_ORDER.index(before) + 1 : _IN_ORDER.index(after) + 1]


def is_signed(state: LifeCycle) -> bool:
    """Say whether a contract counts as signed and in force (签约 or later, not 终止)."""
    return state in _IN_ORDER[2:]


def is_implemented(state: LifeCycle) -> bool:
    """Say whether a contract counts as implemented (落实 or later, not 终止)."""
    return state in _IN_ORDER[3:]


class HasAmount(Protocol):
    """Anything with an identity and an amount or none."""

    @property
    def id(self) -> str:
        """The identity by which a contract counts once."""

    @property
    def amount(self) -> Amount | None:
        """The amount, or None for an agreement without one."""


@dataclass(frozen=True, slots=True)
class Totals:
    """Totals over distinct contracts: how many, fen per currency, how many without an amount."""

    contracts: int
    amounts: dict[str, int]
    without_amount: int


def totals(contracts: Iterable[HasAmount]) -> Totals:
    """Add up distinct contracts: one that is on several slates counts once.

    Amounts add up per currency, in fen; nothing is converted.
    """
    distinct = {contract.id: contract.amount for contract in contracts}
    amounts: dict[str, int] = {}
    without_amount = 0
    for amount in distinct.values():
        if amount is None:
            without_amount += 1
        else:
            amounts[amount.currency] = amounts.get(amount.currency, 0) + amount.fen
    return Totals(len(distinct), amounts, without_amount)


def implementation_rate(implemented: int, signed: int) -> Decimal | None:
    """Return 落实率, implemented / signed, in percent to two places; None without signed ones."""
    return _percent(implemented, signed, "0.01")


def performance_rate(signed: int, terminated: int) -> Decimal | None:
    """Return 履约率, (signed − terminated) / signed, in percent to two places, or None."""
    return _percent(signed - terminated, signed, "0.01")


def funding_rate(in_place_fen: int, signed_fen: int) -> Decimal | None:
    """Return 资金到位率, funds in place / signed amount of one currency, in percent, or None."""
    return _percent(in_place_fen, signed_fen, "0.01")


def completion_rate(actual: Decimal | int, target: Decimal | int) -> Decimal | None:
    """Return 完成率, actual / target, in percent to two places; None without a target."""
    return _percent(actual, target, "0.01")


def growth(now: Decimal | int, before: Decimal | int) -> Decimal | None:
    """Return the year-on-year change (同比) in percent to one place; None without a base."""
    return _percent(Decimal(now) - Decimal(before), before, "0.1")


def written_rate(rate: Decimal | None) -> str:
    """Return a rate for people: 74.79%, or — where there is none."""
    return "—" if rate is None else f"{rate}%"


def written_growth(change: Decimal | None) -> str:
    """Return a change for people, always with its sign: +55.2%, −3.1%, or —."""
    if change is None:
        return "—"
    sign = "−" if change < 0 else "+"
    return f"{sign if change else ''}{abs(change)}%"


def _percent(part: Decimal | int, whole: Decimal | int, step: str) -> Decimal | None:
    if not whole:
        return None
    return (Decimal(part) * 100 / Decimal(whole)).quantize(Decimal(step), ROUND_HALF_UP)
