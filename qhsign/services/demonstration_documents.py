"""Phone and document numbers nobody has: right in form, from ranges given out to nobody."""

from datetime import date, timedelta
from random import Random

from qhsign.domain.document import DocumentKind, checksum_holds
from qhsign.domain.guest import Gender
from qhsign.services.demonstration_names import CHINA, Person

# Beginnings of mobile numbers that no operator in China has been given.
_PHONES = ("154", "160", "161", "163", "164", "168", "169")
# The provinces people come from; 99 in the places of prefecture and county means nobody's.
_PROVINCES = (
    "63", "63", "63", "63", "62", "61", "51", "11", "31", "32", "33", "37", "41", "44", "65",
)  # fmt: skip
_PERMITS = {
    "HK": ("H", DocumentKind.HONG_KONG_MACAO_PERMIT),
    "MO": ("M", DocumentKind.HONG_KONG_MACAO_PERMIT),
    "TW": ("", DocumentKind.TAIWAN_PERMIT),
}
STUDENT, GROWN_UP = (18, 25), (23, 63)
"""Ages from and to, in years."""


def phone(dice: Random) -> str:
    """Return a mobile number that reaches nobody."""
    return f"{dice.choice(_PHONES)}{dice.randrange(10**8):08d}"


def document(
    dice: Random, person: Person, today: date, ages: tuple[int, int] = GROWN_UP
) -> tuple[str, str]:
    """Return the kind and number of a document for a made-up person."""
    if person.country == CHINA:
        return DocumentKind.IDENTITY_CARD.value, _identity(dice, person.gender, today, ages)
    if person.country in _PERMITS:
        letter, kind = _PERMITS[person.country]
        return kind.value, f"{letter}{dice.randrange(10**7):08d}"
    return DocumentKind.PASSPORT.value, f"{person.country}{dice.randrange(10**7):07d}"


def _identity(dice: Random, gender: Gender | None, today: date, ages: tuple[int, int]) -> str:
    """Return a number by GB 11643; the order within the day is odd for men, even for women."""
    born = today - timedelta(days=dice.randrange(ages[0] * 366, ages[1] * 365))
    # Below 100, so that no number ends in the 000 of a damaged one.
    order = dice.randrange(1, 49) * 2 + (gender is Gender.MALE)
    body = f"{dice.choice(_PROVINCES)}9999{born:%Y%m%d}{order:03d}"
    return next(body + check for check in "0123456789X" if checksum_holds(body + check))
