"""The codes on badges and certificates: made with the event's key, read from bad scanners.

A payload is 38 characters of Crockford base32, exactly QR version 2-M in alphanumeric mode:
``QH1`` (a certificate: ``QC1``), three characters of the event, sixteen of the badge (80 random
bits), sixteen of HMAC-SHA256 over all before, cut to 80 bits (domain notes §8). The short code
under the QR finds a guest but proves nothing: it cannot be verified.
"""

import hashlib
import hmac
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
BADGE_PREFIX = "QH1"
CERTIFICATE_PREFIX = "QC1"
ID_BYTES = 10
"""Random bytes a badge or certificate id is made of."""

_PAIRS = [first + second for first in ALPHABET for second in ALPHABET]
_EVENT_LENGTH = 3
_ID_LENGTH = 16
_PAYLOAD_LENGTH = len(BADGE_PREFIX) + _EVENT_LENGTH + 2 * _ID_LENGTH
_LONGEST_SCAN = 1024
_LONGEST_KEPT = 80

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_LOWER = {code: code - 32 for code in range(ord("a"), ord("z") + 1)}
_DASHES = dict.fromkeys(map(ord, "-‐‑‒–—―−"), None)
_FOLD = _FULL_WIDTH | _LOWER
_LOOK_ALIKE = str.maketrans("ILO", "110")
# Scanners may announce the kind of symbol before its text: ]Q1 for a QR code.
_SYMBOLOGY = re.compile(r"\]Q\d")
_IN_ALPHABET = re.compile(f"[{ALPHABET}]+")
_SHORT_CODE = re.compile("[0-9]{7}")


class CodeKind(StrEnum):
    """What a scanned or typed code is, by its form alone."""

    BADGE = "badge"
    CERTIFICATE = "certificate"
    SHORT_CODE = "short-code"
    UNKNOWN = "unknown"


class TokenCheck(StrEnum):
    """What the hash of a code says."""

    VALID = "valid"
    VALID_WITH_RETIRED_KEY = "valid-with-retired-key"
    OTHER_EVENT = "other-event"  # the form is right; only its own event can check the hash
    FORGED = "forged"  # the form is perfect, the hash is wrong
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class CodeReading:
    """A code as read; reading ``text`` again gives the same.

    ``text`` is what was scanned, folded (an unknown one cut to 80 characters). ``payload`` is the
    full 38 characters of a badge or certificate, or the seven digits of a short code, else "".
    ``mended`` when the prefix was missing, half a scan stood before it, or I, L, O for 1 and 0:
    such a reading counts only if its hash is right, or it is unknown.
    """

    kind: CodeKind
    text: str
    payload: str = ""
    mended: bool = False

    @property
    def event_code(self) -> str:
        """The three characters of the event, or "" for codes that carry none."""
        return self.payload[3:6] if self._has_hash else ""

    @property
    def badge_id(self) -> str:
        """The sixteen characters that name the badge or certificate, or ""."""
        return self.payload[6:22] if self._has_hash else ""

    @property
    def _has_hash(self) -> bool:
        return self.kind in {CodeKind.BADGE, CodeKind.CERTIFICATE}


@dataclass(frozen=True, slots=True)
class EventKey:
    """A key of this event; ``retired`` once it was lost and another took its place."""

    event_code: str
    key: bytes
    retired: bool = False


def issue(event_code: str, key: bytes, random_bytes: bytes) -> str:
    """Return the payload of a new badge from ten bytes of ``secrets.token_bytes``.

    Raises ValueError for an event code that is not three characters of the alphabet, an empty
    key, or another number of bytes: bugs of the caller.
    """
    return _issued(BADGE_PREFIX, event_code, key, encoded(random_bytes))


def issue_certificate(event_code: str, key: bytes, certificate_id: str) -> str:
    """Return the payload of a certificate's QR; its id is sixteen characters from ``encoded``.

    Raises ValueError as ``issue`` does.
    """
    return _issued(CERTIFICATE_PREFIX, event_code, key, certificate_id)


def encoded(id_bytes: bytes) -> str:
    """Return ten bytes as sixteen characters of Crockford base32."""
    if len(id_bytes) != ID_BYTES:
        raise ValueError(f"an id is made of {ID_BYTES} bytes, not {len(id_bytes)}")
    number = int.from_bytes(id_bytes)
    return "".join([_PAIRS[number >> shift & 1023] for shift in range(70, -1, -10)])


def is_event_code(text: str) -> bool:
    """Say whether text can stand for an event in a payload."""
    return len(text) == _EVENT_LENGTH and _IN_ALPHABET.fullmatch(text) is not None


def read(code: str) -> CodeReading:
    """Read what a scanner or a person typed; never raises, whatever the length or the text.

    Forgiven: lower case, full-width forms, blanks, line ends and other control characters, the
    scanner's own ]Q1, a prefix lost in whole or part, I, L, O for 1, 1, 0, and half a scan left
    standing before a whole code.
    """
    if len(code) > _LONGEST_SCAN:
        return CodeReading(CodeKind.UNKNOWN, _folded(code[:_LONGEST_SCAN])[:_LONGEST_KEPT])
    text = _folded(code)
    digits = text.translate(_DASHES)
    if _SHORT_CODE.fullmatch(digits) and _damm(digits) == 0:
        return CodeReading(CodeKind.SHORT_CODE, text, digits)
    bare = _after_a_half(digits.translate(_LOOK_ALIKE))
    for prefix, kind in (
        (BADGE_PREFIX, CodeKind.BADGE),
        (CERTIFICATE_PREFIX, CodeKind.CERTIFICATE),
    ):
        payload = _with_prefix(bare, prefix)
        if payload is not None:
            return CodeReading(kind, text, payload, mended=payload != digits)
    return CodeReading(CodeKind.UNKNOWN, text[:_LONGEST_KEPT])


def verify(reading: CodeReading, keys: Sequence[EventKey]) -> TokenCheck:
    """Check a badge's or certificate's hash against the keys of this event, live and retired.

    A code that names another event is OTHER_EVENT, since only that event's key could tell a
    forgery; if its hash fits one of ours, its event was altered and it is FORGED. A mended
    reading whose hash is wrong is UNKNOWN: it never was a code.
    """
    if not reading.event_code:
        return TokenCheck.UNKNOWN
    signed, signature = reading.payload[:-_ID_LENGTH], reading.payload[-_ID_LENGTH:]
    live = False
    retired = False
    altered = False
    for key in keys:
        ours = f"{reading.payload[:3]}{key.event_code}{reading.badge_id}"
        if not hmac.compare_digest(_signature(ours, key.key), signature):
            continue
        altered = altered or ours != signed
        live = live or (ours == signed and not key.retired)
        retired = retired or (ours == signed and key.retired)
    if live or retired:
        return TokenCheck.VALID if live else TokenCheck.VALID_WITH_RETIRED_KEY
    if reading.mended:
        return TokenCheck.UNKNOWN
    if altered or any(key.event_code == reading.event_code for key in keys):
        return TokenCheck.FORGED
    return TokenCheck.OTHER_EVENT


def short_code(serial: int, event_salt: int) -> str:
    """Return seven digits, six and a check digit, for a badge serial from 0 to 999999.

    Serials map one to one to codes that do not look consecutive; ``event_salt`` differs per
    event, so yesterday's numbers do not fit. Raises ValueError for a serial out of range.
    """
    if not 0 <= serial < 1_000_000:  # noqa: PLR2004 - six digits
        raise ValueError(f"a short code has six digits; {serial} does not fit")
    left, right = divmod(serial, 1000)
    for turn in range(4):  # a Feistel network: invertible whatever the rounds compute
        left, right = right, (left + _round(right, turn, event_salt)) % 1000
    digits = f"{left:03}{right:03}"
    return f"{digits}{_damm(digits)}"


def formatted_short_code(code: str) -> str:
    """Return the short code as printed, to be read aloud: ``171 271-7``."""
    return f"{code[:3]} {code[3:6]}-{code[6:]}"


def read_short_code(text: str) -> str | None:
    """Return the seven digits of a typed short code, or None if the check digit is wrong."""
    reading = read(text)
    return reading.payload if reading.kind is CodeKind.SHORT_CODE else None


def _issued(prefix: str, event_code: str, key: bytes, identity: str) -> str:
    if not is_event_code(event_code):
        raise ValueError(f"{event_code!r} is no event code")
    if len(identity) != _ID_LENGTH or not _IN_ALPHABET.fullmatch(identity):
        raise ValueError("an id has sixteen characters of the alphabet")
    if not key:
        raise ValueError("an empty key protects nothing")
    signed = prefix + event_code + identity
    return signed + _signature(signed, key)


def _signature(signed: str, key: bytes) -> str:
    return encoded(hmac.digest(key, signed.encode("ascii"), hashlib.sha256)[:ID_BYTES])


def _folded(code: str) -> str:
    """Fold to half-width capitals and drop blanks, control and format characters anywhere."""
    text = "".join(char for char in code.translate(_FOLD) if char.isprintable())
    text = "".join(text.split())
    return _SYMBOLOGY.sub("", text, count=1) if text.startswith("]") else text


def _after_a_half(text: str) -> str:
    """Return the whole code at a line's end without the half of a scan before it.

    Two whole codes in one line stay together, and unknown: neither may be lost without a word.
    """
    if not _PAYLOAD_LENGTH < len(text) < 2 * _PAYLOAD_LENGTH:
        return text
    end = text[-_PAYLOAD_LENGTH:]
    return end if end.startswith((BADGE_PREFIX, CERTIFICATE_PREFIX)) else text


def _with_prefix(text: str, prefix: str) -> str | None:
    """Return the full payload if the text is one, its prefix complete, cut short or gone.

    What stands without any prefix is taken for a badge, which is tried first.
    """
    missing = _PAYLOAD_LENGTH - len(text)
    if not 0 <= missing <= len(prefix):
        return None
    payload = prefix[:missing] + text
    if payload.startswith(prefix) and _IN_ALPHABET.fullmatch(payload):
        return payload
    return None


@lru_cache(maxsize=4000)  # the rounds of one event: thousands of serials share them
def _round(value: int, turn: int, salt: int) -> int:
    digest = hashlib.sha256(f"{salt}:{turn}:{value}".encode("ascii")).digest()
    return int.from_bytes(digest[:4])


_DAMM = (
    (0, 3, 1, 7, 5, 9, 8, 6, 4, 2),
    (7, 0, 9, 2, 1, 5, 4, 8, 6, 3),
    (4, 2, 0, 6, 8, 7, 1, 3, 5, 9),
    (1, 7, 5, 0, 9, 8, 3, 4, 2, 6),
    (6, 1, 2, 3, 0, 4, 5, 9, 7, 8),
    (3, 6, 7, 4, 2, 0, 9, 5, 8, 1),
    (5, 8, 6, 9, 7, 2, 0, 1, 3, 4),
    (8, 9, 4, 5, 3, 6, 2, 0, 1, 7),
    (9, 4, 3, 8, 6, 1, 7, 2, 0, 5),
    (2, 5, 8, 1, 4, 3, 6, 7, 9, 0),
)


def _damm(digits: str) -> int:
    """Return Damm's check digit; 0 for digits that end in their own. Swaps are always caught."""
    state = 0
    for digit in digits:
        state = _DAMM[state][int(digit)]
    return state
