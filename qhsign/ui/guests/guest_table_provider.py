"""What the guest table is given beside the guests: facts to filter by, and what changes them."""

from collections.abc import Callable
from dataclasses import dataclass

from qhsign.services.guest_facts import GuestFacts


@dataclass(frozen=True, slots=True)
class GuestTableProvider:
    """Every function blocks and runs on the data worker; each may raise ``ProblemForUser``."""

    facts: Callable[[], GuestFacts]
