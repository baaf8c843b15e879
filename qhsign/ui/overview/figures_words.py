"""How the overview writes days, rates and sizes."""

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from qhsign.services.overview_records import Figures

_MEGABYTE = 1_000_000


def day_word(day: date) -> str:
    """Return a day without its year: 7月11日, 11 Jul."""
    pattern = QCoreApplication.translate("OverviewWords", "d MMM")
    return QLocale(QLocale.Language.English).toString(QDate(day.year, day.month, day.day), pattern)


def moment_word(moment: datetime) -> str:
    """Return a day with its time: 7月11日 09:00."""
    return f"{day_word(moment.date())} {moment:%H:%M}"


def share_word(figures: Figures) -> str:
    """Return the rate in percent, or — where nobody is expected."""
    return "—" if figures.share is None else f"{figures.share:.1%}"


def size_word(size: int) -> str:
    """Return a size of a file in megabytes: 36.4 MB."""
    return f"{size / _MEGABYTE:,.1f} MB"
