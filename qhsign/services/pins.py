"""PINs as Argon2 hashes: what is kept never tells the PIN (RFC 9106)."""

# argon2 is imported where it is used: opening an event must not wait for what a PIN needs.


def hashed(pin: str) -> str:
    """Return what is kept of a PIN, with a salt of its own."""
    from argon2 import PasswordHasher  # noqa: PLC0415 - as above

    return PasswordHasher().hash(pin)


def fits(pin: str, kept: str) -> bool:
    """Tell whether this is the PIN of which ``kept`` was made; takes about a tenth of a second."""
    from argon2 import PasswordHasher  # noqa: PLC0415 - as above
    from argon2.exceptions import VerifyMismatchError  # noqa: PLC0415 - as above

    try:
        return PasswordHasher().verify(kept, pin)
    except VerifyMismatchError:
        return False
