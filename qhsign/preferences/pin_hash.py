"""What is kept of a PIN: a hash that takes its time, loaded only where one is asked for."""

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError


def hash_of(pin: str) -> str:
    """Return what is kept of a PIN; takes a tenth of a second on purpose."""
    return PasswordHasher().hash(pin)


def pin_fits(kept: str, pin: str) -> bool:
    """Say whether a PIN is the one a hash was kept of; with a damaged hash none is."""
    try:
        return PasswordHasher().verify(kept, pin)
    except (Argon2Error, InvalidHashError):
        return False
