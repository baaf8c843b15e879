import base64
import hmac
import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qhsign.domain import badge_token
from qhsign.domain.badge_token import (
    ALPHABET,
    CodeKind,
    EventKey,
    TokenCheck,
    formatted_short_code,
    issue,
    issue_certificate,
    read,
    read_short_code,
    short_code,
    verify,
)

KEY = b"the key of this event, 32 bytes."
OLD_KEY = b"the key that was lost on a train"
KEYS = (EventKey("25X", OLD_KEY, retired=True), EventKey("25X", KEY))
CODE = issue("25X", KEY, bytes(range(10)))
IDS = st.binary(min_size=10, max_size=10)


def check(code: str) -> TokenCheck:
    return verify(read(code), KEYS)


def test_a_badge_code_has_the_published_form() -> None:
    assert len(CODE) == 38
    assert CODE.startswith("QH125X")
    assert set(CODE) <= set(ALPHABET)
    # The hash is part of the format: a change would make every printed badge worthless.
    assert CODE == "QH125X000G40R40M30E209CT1RTDDX60PF7E9P"


def test_the_code_is_what_any_other_program_would_compute() -> None:
    def crockford(data: bytes) -> str:
        to_crockford = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", ALPHABET)
        return base64.b32encode(data).decode().translate(to_crockford)

    signed = "QH125X" + crockford(bytes(range(10)))
    digest = hmac.new(KEY, signed.encode(), "sha256").digest()
    assert signed + crockford(digest[:10]) == CODE


@given(IDS)
def test_issued_codes_are_valid(random_bytes: bytes) -> None:
    code = issue("25X", KEY, random_bytes)
    reading = read(code)
    assert (reading.kind, reading.text, reading.mended) == (CodeKind.BADGE, code, False)
    assert (reading.event_code, reading.badge_id) == ("25X", badge_token.encoded(random_bytes))
    assert verify(reading, KEYS) is TokenCheck.VALID
    assert check(issue("25X", OLD_KEY, random_bytes)) is TokenCheck.VALID_WITH_RETIRED_KEY
    assert check(issue("26Y", KEY, random_bytes)) is TokenCheck.OTHER_EVENT
    assert check(issue("25X", b"another key", random_bytes)) is TokenCheck.FORGED


@given(IDS, st.integers(0, 37), st.sampled_from(ALPHABET))
def test_no_changed_character_is_let_through(
    random_bytes: bytes, place: int, character: str
) -> None:
    code = issue("25X", KEY, random_bytes)
    changed = code[:place] + character + code[place + 1 :]
    if changed == code:
        return
    certificate = changed.startswith("QC1")
    expected = TokenCheck.UNKNOWN if place < 3 and not certificate else TokenCheck.FORGED
    assert check(changed) is expected


@pytest.mark.parametrize(
    "code",
    [
        CODE.lower(),
        "".join(chr(ord(c) + 0xFEE0) for c in CODE),
        f"  {CODE}\r\n",
        f"\x02{CODE}\x03",
        f"\ufeff{CODE}\u200b",
        f"]Q1{CODE}",
        CODE[3:],
        CODE[2:],
        CODE[1:],
        CODE[3:].lower(),
        CODE.replace("0", "O"),
        CODE.replace("1", "I"),
        CODE.replace("1", "l"),
        "-".join((CODE[:6], CODE[6:22], CODE[22:])),
        f"{CODE[:20]} {CODE[20:]}",
        f"{CODE[:17]}{CODE}",
        f"1712{CODE.lower()}",
    ],
)
def test_badly_set_scanners_are_forgiven(code: str) -> None:
    assert read(code).kind is CodeKind.BADGE
    assert check(code) is TokenCheck.VALID


@pytest.mark.parametrize(
    "code",
    [
        "",
        " ",
        CODE[:-1],
        CODE + "0",
        CODE * 2,
        CODE[:17] + CODE[:-1],
        CODE[:17] + CODE[3:],
        CODE + CODE[3:],
        f"{CODE}\n{CODE}",
        CODE[:-1] + "U",
        CODE[:-1] + "!",
        CODE[:-1] + "李",
        CODE[:-1] + ("O" if CODE[-1] != "0" else "I"),
        CODE[4:],
        CODE[3:-1] + ("0" if CODE[-1] != "0" else "1"),
        "https://example.com/",
        "13812345678",
        "630102199107046022",
        "7" * 100_000,
        CODE + " " * 100_000,
        "ı" * 38,
        "QH1",
        "\x00",
        "\ud800" * 38,
    ],
)
def test_anything_else_is_unknown(code: str) -> None:
    assert check(code) is TokenCheck.UNKNOWN
    assert len(read(code).text) <= 80


def test_without_any_key_a_well_formed_code_is_of_another_event() -> None:
    assert verify(read(CODE), ()) is TokenCheck.OTHER_EVENT


def test_a_live_key_wins_over_the_same_key_retired() -> None:
    keys = (EventKey("25X", KEY), EventKey("25X", KEY, retired=True))
    assert verify(read(CODE), keys) is TokenCheck.VALID


@given(st.text(max_size=120) | st.text(alphabet=ALPHABET + "iloQH- ]", max_size=45))
def test_reading_twice_changes_nothing(code: str) -> None:
    reading = read(code)
    assert read(reading.text) == reading
    assert (verify(reading, KEYS) is TokenCheck.UNKNOWN) or reading.event_code


def test_certificates_are_certificates() -> None:
    code = issue_certificate("25X", KEY, badge_token.encoded(bytes(10)))
    assert len(code) == 38
    assert code.startswith("QC1")
    assert read(code).kind is CodeKind.CERTIFICATE
    assert read(code[1:]).kind is CodeKind.CERTIFICATE
    assert check(code) is TokenCheck.VALID
    # A certificate is no badge under another prefix.
    assert check("QH1" + code[3:]) is TokenCheck.FORGED


@pytest.mark.parametrize(
    ("event_code", "key", "random_bytes"),
    [("25", KEY, bytes(10)), ("25U", KEY, bytes(10)), ("25X", b"", bytes(10)), ("25X", KEY, b"")],
)
def test_what_cannot_be_issued_is_a_bug(event_code: str, key: bytes, random_bytes: bytes) -> None:
    with pytest.raises(ValueError, match=r"event code|key|bytes"):
        issue(event_code, key, random_bytes)


def test_a_certificate_id_is_sixteen_characters() -> None:
    with pytest.raises(ValueError, match="sixteen"):
        issue_certificate("25X", KEY, "short")


def test_short_codes_are_one_to_one_and_look_random() -> None:
    codes = [short_code(serial, 25) for serial in range(20_000)]
    assert len(set(codes)) == len(codes)
    steps = [abs(int(b[:6]) - int(a[:6])) for a, b in pairwise(codes)]
    assert sum(step > 1000 for step in steps) > len(steps) * 0.99
    assert short_code(0, 25) != short_code(0, 26)
    assert len({short_code(serial, 25)[:6] for serial in range(999_000, 1_000_000)}) == 1000


@pytest.mark.parametrize("serial", [-1, 1_000_000])
def test_a_serial_has_six_digits(serial: int) -> None:
    with pytest.raises(ValueError, match="six digits"):
        short_code(serial, 25)


@given(st.integers(0, 999_999), st.integers(0, 2**32))
def test_short_codes_are_read_as_printed(serial: int, salt: int) -> None:
    code = short_code(serial, salt)
    printed = formatted_short_code(code)
    assert (printed[3], printed[7], len(printed)) == (" ", "-", 9)
    assert read_short_code(printed) == read_short_code(code) == code
    assert read(printed).kind is CodeKind.SHORT_CODE
    assert check(printed) is TokenCheck.UNKNOWN


@given(st.integers(0, 999_999), st.integers(0, 5), st.integers(1, 9))
def test_a_mistyped_short_code_is_noticed(serial: int, place: int, off: int) -> None:
    code = short_code(serial, 25)
    wrong = code[:place] + str((int(code[place]) + off) % 10) + code[place + 1 :]
    assert read_short_code(wrong) is None
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert swapped == code or read_short_code(swapped) is None


def test_damm_agrees_with_the_published_example() -> None:
    assert badge_token._damm("572") == 4
    assert badge_token._damm("5724") == 0


def test_random_codes_of_a_forger_do_not_fit() -> None:
    chance = random.Random(25)
    for _ in range(500):
        guess = "QH125X" + "".join(chance.choices(ALPHABET, k=32))
        assert check(guess) is TokenCheck.FORGED
