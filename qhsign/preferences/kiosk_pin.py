"""The PIN that ends self check-in at this desk, as a person chooses it."""

import re

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
