"""What the board says of a contract, in words."""

from collections.abc import Sequence

from qhsign.domain.readiness import Lack, Light, Missing, Role
from qhsign.wording import Language, Word, say

ICONS = {Light.GREEN: "ring-tick", Light.AMBER: "triangle", Light.RED: "ring-cross"}
TONES = {Light.GREEN: "ok", Light.AMBER: "warn", Light.RED: "bad"}


def light_word(light: Light, language: Language) -> str:
    """Return the word of a light (就绪, 待办, 缺人)."""
    return say(f"light-{light}", language)


def missing_words(missing: Sequence[Missing], language: Language) -> list[str]:
    """Return a sentence for each thing missing; the steps of the texts share one."""
    said = [
        say(f"lack-{each.lack}", language, side=each.side, name=each.name, step="")
        for each in missing
        if each.step is None
    ]
    steps = [say(f"text-step-{each.step}", language) for each in missing if each.step is not None]
    if not steps:
        return said
    listed = say("stage-list-comma", language).join(steps)
    place = sum(each.lack not in {Lack.CERTIFICATE, Lack.CERTIFICATE_CHANGED}
                for each in missing if each.step is None)  # fmt: skip
    said.insert(place, say("lack-text", language, side="", name="", step=listed))
    return said


def missing_line(missing: Sequence[Missing], language: Language) -> str:
    """Return everything missing in one line."""
    return say("stage-list-semicolon", language).join(missing_words(missing, language))


def short_line(missing: Sequence[Missing], language: Language) -> str:
    """Return what is missing for a narrow row: several people by their names alone, first."""
    people = [each for each in missing if each.name]
    if len(people) < 2:  # noqa: PLR2004 - one is told in full
        return missing_line(missing, language)
    names = say("stage-list-comma", language).join(dict.fromkeys(each.name for each in people))
    rest = missing_words([each for each in missing if not each.name], language)
    return say("stage-list-semicolon", language).join(
        (say("lack-people", language, names=names), *rest)
    )


def signatories_missing(missing: Sequence[Missing]) -> list[str]:
    """Return the names of the signatories who are missing."""
    return [each.name for each in missing if each.name and each.lack.startswith("signatory")]


def role_words(role: Role, side: str, language: Language) -> str:
    """Return what somebody does on stage (乙方签约代表)."""
    return say("stage-role-of-side", language, side=side, role=Word(f"stage-role-{role}"))
