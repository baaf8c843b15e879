"""Times and amounts as the console says them."""

from collections.abc import Mapping
from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from qhsign.domain.money import Amount, written, written_foreign
from qhsign.wording import Language

_ON_TIME_S = 30
_HOUR, _DAYS_FROM = 3600, 48


def clock_words(span: timedelta) -> str:
    """Return a span as a stopwatch shows it: 3:12, 1:02:05."""
    seconds = max(int(span.total_seconds()), 0)
    hours, rest = divmod(seconds, _HOUR)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def span_words(span: timedelta) -> str:
    """Return a span in words: 1分8秒; beyond an hour without seconds, beyond two days in days."""
    seconds = abs(int(span.total_seconds()))
    hours, rest = divmod(seconds, _HOUR)
    minutes, left = divmod(rest, 60)
    translate = QCoreApplication.translate
    if hours >= _DAYS_FROM:
        return translate("Console", "{days} days").format(days=hours // 24)
    if hours:
        return translate("Console", "{hours} h {minutes} min").format(hours=hours, minutes=minutes)
    if not minutes:
        return translate("Console", "{seconds} s").format(seconds=left)
    if not left:
        return translate("Console", "{minutes} min").format(minutes=minutes)
    return translate("Console", "{minutes} min {seconds} s").format(minutes=minutes, seconds=left)


def late_words(late: timedelta) -> str:
    """Return how late or early things are; half a minute counts as nothing."""
    translate = QCoreApplication.translate
    if abs(late.total_seconds()) < _ON_TIME_S:
        return translate("Console", "On time")
    if late > timedelta():
        return translate("Console", "{span} late").format(span=span_words(late))
    return translate("Console", "{span} early").format(span=span_words(late))


def is_late(late: timedelta) -> bool:
    """Tell whether it is worth a warning."""
    return late.total_seconds() >= _ON_TIME_S


def amount_words(amount: Amount | None, language: Language) -> str:
    """Return an amount as people read it, "" for none."""
    if amount is None:
        return ""
    return written(amount) if language is Language.CHINESE else written_foreign(amount)


def batch_words(count: int, amounts: Mapping[str, int], language: Language) -> str:
    """Return how much a batch is: 6项 263.1亿元, each currency for itself."""
    sums = [amount_words(Amount(fen, currency), language) for currency, fen in amounts.items()]
    said = QCoreApplication.translate("Console", "{count} contracts").format(count=count)
    return " ".join([said, *sums])
