"""Words of the big screen: in the languages of the hall, whatever the operator works in."""

from enum import StrEnum

from qhsign.ui.translation import QT_TRANSLATE_NOOP, chinese
from qhsign.wording import Language, say

CONTEXT = "BigScreen"
WELCOME = QT_TRANSLATE_NOOP("BigScreen", "Welcome")
THANKS = QT_TRANSLATE_NOOP("BigScreen", "Thank you")
PROJECT = QT_TRANSLATE_NOOP("BigScreen", "Project")
AMOUNT = QT_TRANSLATE_NOOP("BigScreen", "Amount")
HOSTS = QT_TRANSLATE_NOOP("BigScreen", "Host side")
GUESTS = QT_TRANSLATE_NOOP("BigScreen", "Guest side")
PARTY = QT_TRANSLATE_NOOP("BigScreen", "Party {side}")
COUNT = QT_TRANSLATE_NOOP("BigScreen", "{count} contracts")
COUNT_AND_SUM = QT_TRANSLATE_NOOP("BigScreen", "{count} contracts, total")
ARRIVALS = QT_TRANSLATE_NOOP("BigScreen", "Guests arrived")
OF_EXPECTED = QT_TRANSLATE_NOOP("BigScreen", "of {expected} expected")
PEOPLE = QT_TRANSLATE_NOOP("BigScreen", "guests")
STATISTICS = QT_TRANSLATE_NOOP("BigScreen", "The ceremony in figures")
ARRIVED = QT_TRANSLATE_NOOP("BigScreen", "Arrived")
SIGNED = QT_TRANSLATE_NOOP("BigScreen", "Signed")
TOTAL = QT_TRANSLATE_NOOP("BigScreen", "Total amount")
OF_CONTRACTS = QT_TRANSLATE_NOOP("BigScreen", "of {count} contracts")
PIECES = QT_TRANSLATE_NOOP("BigScreen", "contracts")
PAGE = QT_TRANSLATE_NOOP("BigScreen", "Page {page} of {pages}")
MORE = QT_TRANSLATE_NOOP("BigScreen", "and {count} more")

_SIDES = "甲乙丙丁戊己庚辛"


class HallVoice(StrEnum):
    """What the hall reads; what the data has no English for is Chinese in any of them."""

    CHINESE = "zh"
    BOTH = "both"
    ENGLISH = "en"

    @classmethod
    def read(cls, kept: str) -> "HallVoice":
        """Return what is kept; Chinese for what is none."""
        return cls(kept) if kept in set(cls) else cls.CHINESE

    def word(self, source: str, **values: object) -> str:
        """Return a word of the big screen, of both languages in a line where both are read."""
        if self is HallVoice.BOTH:
            return f"{self.short(source, **values)}　{_english(source, values)}"
        return self.short(source, **values)

    def short(self, source: str, **values: object) -> str:
        """Return a word where there is no room for two languages: Chinese where both are read."""
        if self is HallVoice.ENGLISH:
            return _english(source, values)
        return chinese(CONTEXT, source).format(**values)

    def called(self, own: str, english: str) -> str:
        """Return the name to write: in English where that is read and known."""
        return english if self is HallVoice.ENGLISH and english else own

    def beside(self, own: str, english: str) -> str:
        """Return the name to write a second time, smaller; "" where one is enough."""
        return english if self is HallVoice.BOTH and english != own else ""

    def kind(self, kind: str) -> str:
        """Return what stands for the amount of a contract without one."""
        return self.called(*_kind(kind))

    def kind_beside(self, kind: str) -> str:
        """Return the same a second time, smaller; "" where one is enough."""
        return self.beside(*_kind(kind))


HALL_WORDS = {
    HallVoice.CHINESE: "中文",
    HallVoice.BOTH: "中文 + English",
    HallVoice.ENGLISH: "English",
}
"""What a person chooses a voice by, the same in every language."""


def _kind(kind: str) -> tuple[str, str]:
    code = f"contract-kind-{kind}"
    return say(code, Language.CHINESE), say(code, Language.ENGLISH)


def _english(source: str, values: dict[str, object]) -> str:
    side = str(values.get("side", ""))
    letter = chr(ord("A") + _SIDES.index(side)) if side and side in _SIDES else side
    # English alone tells one from several.
    source = source.replace("contracts", "contract") if values.get("count") == 1 else source
    return source.format(**{**values, "side": letter})
