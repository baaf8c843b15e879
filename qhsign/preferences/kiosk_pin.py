"""The PIN that ends self check-in at this desk; only its hash is kept."""

import re

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

from qhsign.domain.problems import ProblemForUser

_PIN = re.compile("[0-9]{4,6}")
LONGEST_PIN = 6


def read_pin(first: str, again: str) -> str:
    """Return a PIN that was typed twice.

    Raises ProblemForUser ``pin-form`` unless it is four to six digits, and ``pin-differs``.
    """
    if not _PIN.fullmatch(first):
        raise ProblemForUser("pin-form")
    if first != again:
        raise ProblemForUser("pin-differs")
    return first


def hash_of(pin: str) -> str:
    """Return what is kept of a PIN; takes a tenth of a second on purpose."""
    return PasswordHasher().hash(pin)


def pin_fits(kept: str, pin: str) -> bool:
    """Say whether a PIN is the one a hash was kept of; with a damaged hash none is."""
    try:
        return PasswordHasher().verify(kept, pin)
    except (Argon2Error, InvalidHashError):
        return False
