"""Words of the big screen: the hall reads Chinese, whatever language the operator works in."""

from qhsign.ui.translation import QT_TRANSLATE_NOOP, chinese

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
ARRIVED = QT_TRANSLATE_NOOP("BigScreen", "arrived")
SIGNED = QT_TRANSLATE_NOOP("BigScreen", "signed")
TOTAL = QT_TRANSLATE_NOOP("BigScreen", "total amount")
OF_CONTRACTS = QT_TRANSLATE_NOOP("BigScreen", "of {count} contracts")
PIECES = QT_TRANSLATE_NOOP("BigScreen", "contracts")
PAGE = QT_TRANSLATE_NOOP("BigScreen", "Page {page} of {pages}")
MORE = QT_TRANSLATE_NOOP("BigScreen", "and {count} more")


def hall(source: str, **values: object) -> str:
    """Return a word of the big screen as the hall reads it."""
    return chinese(CONTEXT, source).format(**values)
