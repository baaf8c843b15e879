"""The words of the plan: places, people, what is wrong with them, in the window's language."""

from collections.abc import Sequence
from datetime import datetime, tzinfo

from PySide6.QtCore import QCoreApplication

from qhsign.domain.flag_drawing import CountryFlag
from qhsign.domain.problems import ProblemForUser
from qhsign.domain.readiness import Light, Missing
from qhsign.domain.seating import Place, PlaceKind
from qhsign.domain.stage_terms import Side, Viewpoint
from qhsign.services.contract_records import ContractRow
from qhsign.services.stage_approvals import ApprovalStep
from qhsign.services.stage_looks import StageTableLook, Standing
from qhsign.services.stage_records import BatchRow, StageFinding
from qhsign.ui.translation import QT_TRANSLATE_NOOP
from qhsign.wording import Language, Word, say

_LIGHTS = {
    Light.GREEN: QT_TRANSLATE_NOOP("Stage", "Ready"),
    Light.AMBER: QT_TRANSLATE_NOOP("Stage", "Open"),
    Light.RED: QT_TRANSLATE_NOOP("Stage", "Absent"),
}
_STEPS = {
    ApprovalStep.ENTERED: QT_TRANSLATE_NOOP("Stage", "Entered"),
    ApprovalStep.CHECKED: QT_TRANSLATE_NOOP("Stage", "Checked"),
    ApprovalStep.APPROVED: QT_TRANSLATE_NOOP("Stage", "Approved"),
}
_VIEWPOINTS = {
    Viewpoint.AUDIENCE: QT_TRANSLATE_NOOP("Stage", "From the hall"),
    Viewpoint.STAGE: QT_TRANSLATE_NOOP("Stage", "From the stage"),
}
_SHORT = {
    Viewpoint.AUDIENCE: QT_TRANSLATE_NOOP("Stage", "Hall"),
    Viewpoint.STAGE: QT_TRANSLATE_NOOP("Stage", "Stage"),
}
_ROLES = {
    (PlaceKind.SIGNER, Side.GUEST): QT_TRANSLATE_NOOP("Stage", "Guest signs"),
    (PlaceKind.ASSISTANT, Side.GUEST): QT_TRANSLATE_NOOP("Stage", "Guest assists"),
    (PlaceKind.SIGNER, Side.HOST): QT_TRANSLATE_NOOP("Stage", "Host signs"),
    (PlaceKind.ASSISTANT, Side.HOST): QT_TRANSLATE_NOOP("Stage", "Host assists"),
}
_SIGNS = QT_TRANSLATE_NOOP("Stage", "{party} signs")
_ASSISTS = QT_TRANSLATE_NOOP("Stage", "{party} assists")
_FREE = QT_TRANSLATE_NOOP("Stage", "free")
_NOT_COMING = QT_TRANSLATE_NOOP("Stage", "cancelled")
_NO_GUEST = QT_TRANSLATE_NOOP("Stage", "not in the guest list")
_MOVED = QT_TRANSLATE_NOOP("Stage", "moved")
_ABSENT = QT_TRANSLATE_NOOP("Stage", "not here yet")
_ARRIVED = QT_TRANSLATE_NOOP("Stage", "here")
_LIST = QT_TRANSLATE_NOOP("Stage", "{first}, {second}")
_FLAGS = QT_TRANSLATE_NOOP("Stage", "Flag: {countries}")
_OFF = QT_TRANSLATE_NOOP("Stage", "off the stage")
_DATE = QT_TRANSLATE_NOOP("Stage", "{day}/{month} {time}")


def light_word(light: Light) -> str:
    """Return how ready a contract is (就绪, 待办, 缺人)."""
    return _word(_LIGHTS[light])


def step_word(step: ApprovalStep) -> str:
    """Return what a step of the approval is called (录入, 核对, 签批)."""
    return _word(_STEPS[step])


def viewpoint_word(viewpoint: Viewpoint, *, short: bool = False) -> str:
    """Return from where a plan is seen (观众视角, 台上视角; in short 观众, 台上)."""
    return _word((_SHORT if short else _VIEWPOINTS)[viewpoint])


def mark_of(standing: Standing, language: Language, *, several: bool = False) -> str:
    """Return the sign on a card: 客 or 主, the party's letter where several sign, 客1 in a row."""
    place = standing.place
    side = say(f"stage-side-{place.side}", language)
    if place.kind is PlaceKind.WITNESS:
        return say("stage-witness-rank", language, side=side, rank=place.rank)
    if several and standing.party:
        side = standing.party
    if place.kind is PlaceKind.ASSISTANT:
        return say("stage-place-assistant", language, side=side)
    return side


def has_several(table: StageTableLook) -> bool:
    """Tell whether more than one party of a side signs at a table: letters tell them apart."""
    return any(each.place.rank > 1 for each in table.standings)


def role_word(standing: Standing, *, several: bool = False) -> str:
    """Return what somebody does at the table (客主签, 主助签; 丙主签 where several sign)."""
    place = standing.place
    if several and standing.party:
        words = _SIGNS if place.kind is PlaceKind.SIGNER else _ASSISTS
        return _word(words).format(party=standing.party)
    return _word(_ROLES[place.kind, place.side])


def place_words(place: Place | None, language: Language) -> str:
    """Return a place in words: 5号台客方签约代表, 见证人主2; None is off the stage."""
    if place is None:
        return _word(_OFF)
    side = say(f"stage-side-{place.side}", language)
    rank = "" if place.rank == 1 and place.kind is not PlaceKind.WITNESS else place.rank
    code = f"stage-place-{place.kind}-words"
    return say(code, language, table=place.table, side=side, rank=rank)


def standing_words(standing: Standing, language: Language, *notes: str) -> str:
    """Return a place, who is there and what is to be known of them, for a reader of the screen."""
    parts = [place_words(standing.place, language), standing.name or _word(_FREE)]
    parts += [each for each in (standing.organization, standing.title, *notes) if each]
    if standing.name and not standing.is_coming:
        parts.append(_word(_NOT_COMING))
    elif standing.name and not standing.is_guest and standing.place.kind is PlaceKind.SIGNER:
        parts.append(_word(_NO_GUEST))
    return joined(parts)


def free_word() -> str:
    """Return what stands on a card without a name (空)."""
    return _word(_FREE)


def moved_word() -> str:
    """Return that a card lies elsewhere than in the version compared with."""
    return _word(_MOVED)


def presence_word(*, is_here: bool | None) -> str:
    """Return whether somebody has arrived, "" where nobody knows."""
    return "" if is_here is None else _word(_ARRIVED if is_here else _ABSENT)


def flags_words(flags: Sequence[CountryFlag]) -> str:
    """Return whose flags stand before a side, "" where none do."""
    names = joined([flag.name for flag in flags])
    return _word(_FLAGS).format(countries=names) if names else ""


def cancelled_word() -> str:
    """Return that somebody does not come after all."""
    return _word(_NOT_COMING)


def finding_words(finding: StageFinding, language: Language) -> str:
    """Return the sentence of a finding."""
    return say(finding.code, language, **finding.parameters)


def missing_words(missing: Missing, language: Language) -> str:
    """Return one thing that is missing of a contract."""
    step = Word(f"text-step-{missing.step}") if missing.step else ""
    return say(f"lack-{missing.lack}", language, side=missing.side, name=missing.name, step=step)


def problem_words(problem: ProblemForUser, language: Language) -> str:
    """Return the sentence of a problem."""
    return say(problem.code, language, **problem.parameters)


def batch_word(batch: BatchRow) -> str:
    """Return a batch's name beside its slate's: the slate's is not said twice."""
    return batch.name.removeprefix(batch.slate) or batch.name


def contract_words(contract: ContractRow) -> str:
    """Return number and title of a contract."""
    return f"{contract.number} {contract.title}"


def moment_words(moment: datetime | None, zone: tzinfo | None) -> str:
    """Return a moment as 7月11日 14:32, "" for none."""
    if moment is None:
        return ""
    local = moment.astimezone(zone) if zone else moment
    return _word(_DATE).format(month=local.month, day=local.day, time=f"{local:%H:%M}")


def joined(parts: list[str]) -> str:
    """Return words one after the other."""
    words = parts[0] if parts else ""
    for each in parts[1:]:
        words = _word(_LIST).format(first=words, second=each)
    return words


def _word(source: str) -> str:
    return QCoreApplication.translate("Stage", source)
