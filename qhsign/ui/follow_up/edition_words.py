"""Words of published figures: periods, measures, values with their qualifiers and units."""

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from qhsign.domain.editions import Figure, Period
from qhsign.domain.money import Amount, written_foreign
from qhsign.ui.translation import QT_TRANSLATE_NOOP
from qhsign.wording import Language, say

_BEFORE = frozenset({"近", "超", "约"})
_AFTER = "余"
_ENGLISH = {"近": "nearly ", "超": "over ", "余": "over ", "约": "about "}
_MONEY = {"万亿元": 10**12, "亿元": 10**8, "万元": 10**4, "元": 1}
_FEN = 100
_SHORT = ((" trillion", " tn"), (" billion", " bn"), (" million", " m"))
_MEASURES: Mapping[str, str] = {
    "签约项目": QT_TRANSLATE_NOOP("Editions", "Contracts signed"),
    "签约额": QT_TRANSLATE_NOOP("Editions", "Amount signed"),
    "集中签约项目": QT_TRANSLATE_NOOP("Editions", "Contracts signed on site"),
    "落实项目": QT_TRANSLATE_NOOP("Editions", "Contracts implemented"),
    "到位资金": QT_TRANSLATE_NOOP("Editions", "Funds in place"),
    "签约项目同比增长": QT_TRANSLATE_NOOP("Editions", "Growth of contracts signed"),
    "签约额同比增长": QT_TRANSLATE_NOOP("Editions", "Growth of the amount signed"),
    "到位资金完成率": QT_TRANSLATE_NOOP("Editions", "Target reached in funds in place"),
    "建设项目": QT_TRANSLATE_NOOP("Editions", "Projects under construction"),
}
"""Measures the program's own figures use; whatever else somebody enters stays as it is."""
ON_SITE = "集中签约项目"


def measure_word(measure: str, language: Language) -> str:
    """Return what a measure is called: its own words in Chinese, a known one in English too."""
    source = _MEASURES.get(measure)
    if language is Language.CHINESE or source is None:
        return measure
    return QCoreApplication.translate("Editions", source)


def period_word(of: Period, language: Language) -> str:
    """Return what figures are of: 第24届, 截至第24届, 2023年, with the place."""
    if of.edition is None:
        named = say("edition-year", language, year=of.year)
    else:
        code = "edition-through" if of.through else "edition-number"
        named = say(code, language, edition=of.edition)
    return f"{named} {of.place}".rstrip()


def value_word(value: Decimal, unit: str, qualifier: str, language: Language) -> str:
    """Return a figure with its qualifier and unit: 超6200个, 3470亿元, over 6,200."""
    figure = f"{value:,f}"
    if language is Language.CHINESE:
        plain = figure.replace(",", "")
        before = qualifier if qualifier in _BEFORE else ""
        after = _AFTER if qualifier == _AFTER else ""
        return f"{before}{plain}{after}{unit}"
    before = _ENGLISH.get(qualifier, "")
    fen = value * _MONEY[unit] * _FEN if unit in _MONEY else None
    if fen is not None and fen == fen.to_integral_value() and fen >= 0:
        return before + written_foreign(Amount(int(fen)))
    if unit == "%":
        return f"{before}{figure}%"
    return f"{before}{figure}" if unit == "个" else f"{before}{figure} {unit}".rstrip()


def short_word(value: Decimal, unit: str, qualifier: str, language: Language) -> str:
    """Return the same for the little room over a column: CNY 91.6 bn."""
    words = value_word(value, unit, qualifier, language)
    for long, short in _SHORT:
        words = words.replace(long, short)
    return words


def qualifier_word(qualifier: str, language: Language) -> str:
    """Return a qualifier as people read it: 超, or over."""
    if language is Language.CHINESE:
        return qualifier
    return _ENGLISH.get(qualifier, qualifier).strip()


def figure_word(figure: Figure, language: Language) -> str:
    """Return a published figure as it was published."""
    return value_word(figure.value, figure.unit, figure.qualifier, language)
