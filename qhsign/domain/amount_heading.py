"""The unit a column heading gives its amounts: 投资总额（亿元）, 金额/万美元, (USD million)."""

import re

from qhsign.domain import currency as currencies
from qhsign.domain.amount import WAN, YI, Unit
from qhsign.domain.amount_reading import fold

_SCALES = {
    "万亿": WAN * YI, "千亿": 1000 * YI, "百亿": 100 * YI, "十亿": 10 * YI, "亿": YI,
    "千万": 1000 * WAN, "百万": 100 * WAN, "十万": 10 * WAN, "万": WAN, "千": 1000, "百": 100,
}  # fmt: skip
_ENGLISH = {
    "THOUSAND": (1000, "千"), "MILLION": (100 * WAN, "百万"), "BILLION": (10 * YI, "十亿"),
    "100 MILLION": (YI, "亿"), "10 THOUSAND": (WAN, "万"), "10,000": (WAN, "万"),
}  # fmt: skip
_SCALE = "|".join(_SCALES)
_NAMES = "|".join(
    rf"(?<![A-Z]){re.escape(word)}(?![A-Z])" if word.isascii() and word.isalpha()
    else re.escape(word)
    for word in currencies.WORDS_LONGEST_FIRST
)  # fmt: skip
_UNIT = re.compile(rf"({_SCALE}) ?(?:({_NAMES})|元)")
_CURRENCY = re.compile(_NAMES)
# A lone 元, 万 or 亿 is a unit only where units stand: in brackets, after a mark, at the end.
_ALONE = re.compile(rf"(?:[(\[【〔/:,]|单位| ) ?({_SCALE}|元) ?(?:$|[)\]】〕])|({_SCALE})$")
_IN_ENGLISH = re.compile(r"(?<![\d,])(100 MILLION|10 THOUSAND|10,000|THOUSAND|MILLION|BILLION)S?\b")


def unit_of_heading(heading: str) -> Unit | None:
    """Return the unit and currency a heading names, or None where it names neither.

    A heading with a currency and no unit (金额（美元）) gives a Unit whose scale is None.
    """
    text = fold(heading)
    named = _CURRENCY.search(text)
    currency = currencies.CODE_OF_WORD[named[0]] if named else None
    if match := _UNIT.search(text):
        code = currencies.CODE_OF_WORD[match[2]] if match[2] else currency
        return Unit(_SCALES[match[1]], match[1], code)
    if match := _ALONE.search(text):
        word = match[1] or match[2]
        return Unit(1, "", currency) if word == "元" else Unit(_SCALES[word], word, currency)
    if match := _IN_ENGLISH.search(text):
        scale, word = _ENGLISH[match[1]]
        return Unit(scale, word, currency)
    return Unit(None, "", currency) if currency else None
