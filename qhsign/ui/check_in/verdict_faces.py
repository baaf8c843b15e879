"""How each verdict looks and what it is called: tone, icon, word, what to do at once."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from qhsign.domain import check_in
from qhsign.domain.check_in import TONES, Tone, Verdict
from qhsign.services.check_in_records import ScanResult
from qhsign.ui.translation import QT_TRANSLATE_NOOP
from qhsign.wording import Language, say


@dataclass(frozen=True, slots=True)
class Face:
    """``tone`` is ok, warn, bad or neutral; ``word`` and ``advice`` are ready to be shown."""

    tone: str
    icon: str
    word: str
    advice: str = ""

    @property
    def colour(self) -> str:
        """The colour of the icon and word where they stand on a plain ground."""
        return "text-2" if self.tone == "neutral" else self.tone


_TONES = {
    Tone.GREEN: "ok",
    Tone.GREEN_NOTE: "ok",
    Tone.NEUTRAL: "neutral",
    Tone.AMBER: "warn",
    Tone.RED: "bad",
}
_ICONS = {
    Verdict.ADMITTED: "ring-tick",
    Verdict.RE_ENTERED: "ring-tick",
    Verdict.EXITED: "arrow-out",
    Verdict.UNSYNCED: "cloud",
    Verdict.ALREADY: "triangle",
    Verdict.TOO_EARLY: "triangle",
    Verdict.CLOSED: "triangle",
    Verdict.WRONG_ZONE: "triangle",
    Verdict.NOT_INSIDE: "triangle",
    Verdict.REVOKED: "ring-bar",
    Verdict.OTHER_EVENT: "ring-bar",
    Verdict.FORGED: "ring-bar",
    Verdict.NOT_INVITED: "ring-cross",
    Verdict.CANCELLED: "ring-cross",
    Verdict.NOT_VETTED: "ring-cross",
    Verdict.UNKNOWN: "ring-cross",
}
_WAIT = QT_TRANSLATE_NOOP("Verdicts", "Do not let in yet")
_ADVICE = {
    Verdict.ALREADY: QT_TRANSLATE_NOOP("Verdicts", "Check the person"),
    Verdict.TOO_EARLY: QT_TRANSLATE_NOOP("Verdicts", "Please wait"),
    Verdict.CLOSED: QT_TRANSLATE_NOOP("Verdicts", "Ask the supervisor"),
    Verdict.WRONG_ZONE: QT_TRANSLATE_NOOP("Verdicts", "Show the way"),
    Verdict.NOT_INSIDE: QT_TRANSLATE_NOOP("Verdicts", "Scan the entry first"),
    Verdict.UNKNOWN: QT_TRANSLATE_NOOP("Verdicts", "Scan again"),
}


def face_of(result: ScanResult, language: Language) -> Face:
    """Return the face of a stored answer; an override shows green over the refused verdict."""
    verdict = result.verdict
    if result.overridden:
        word = _said(QT_TRANSLATE_NOOP("Verdicts", "Let in by supervisor"))
        return Face("ok", "shield", word)
    tone = _TONES[TONES[verdict]]
    advice = _ADVICE.get(verdict, _WAIT if tone == "bad" else "")
    return Face(tone, _ICONS[verdict], verdict_word(verdict, language), _said(advice))


def verdict_word(verdict: Verdict, language: Language) -> str:
    """Return the verdict's word (签到成功)."""
    return say(check_in.word_code(verdict), language)


def not_recorded_face() -> Face:
    """Return the face of a scan that could not be stored."""
    word = _said(QT_TRANSLATE_NOOP("Verdicts", "Not recorded"))
    return Face("bad", "ring-cross", word, _said(_ADVICE[Verdict.UNKNOWN]))


def is_refusal(result: ScanResult) -> bool:
    """Say whether the person was stopped and nobody has let them in since."""
    return check_in.is_refusal(result.verdict) and not result.overridden


def may_be_overridden(result: ScanResult | None) -> bool:
    """Say whether a supervisor may let in after this answer."""
    return (
        result is not None
        and check_in.may_be_overridden(result.verdict)
        and not result.overridden
        and not result.annulled
    )


def may_be_annulled(result: ScanResult) -> bool:
    """Say whether there is a check-in behind this answer that can be taken back."""
    return check_in.passes(result.verdict, overridden=result.overridden) and not result.annulled


def may_get_badge(result: ScanResult | None) -> bool:
    """Say whether a badge may be printed for the person of this answer.

    Nobody gets one whose badge was taken away, or whom nothing has proven.
    """
    if result is None or result.guest is None or result.annulled or result.rehearsal:
        return False
    refused = TONES[result.verdict] is Tone.RED and result.verdict is not Verdict.NOT_INVITED
    return result.overridden or not refused


def _said(source: str) -> str:
    return QCoreApplication.translate("Verdicts", source) if source else ""
