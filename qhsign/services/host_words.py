"""What the host reads (主持词): made from the batch unless staff wrote it, pinyin above names."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from qhsign import wording
from qhsign.domain.guest import Gender
from qhsign.domain.host_reading import risky_readings, with_readings
from qhsign.domain.money import Amount, written, written_foreign
from qhsign.domain.soft_breaks import unbroken
from qhsign.domain.stage_papers import HostWords, Reading
from qhsign.services import reference
from qhsign.services.stage_cast import CastContract, CastParty, CastPerson
from qhsign.wording import Language


def made(
    name: str,
    contracts: Sequence[CastContract],
    witnesses: Sequence[CastPerson],
    language: Language = Language.CHINESE,
) -> str:
    """Return the usual words for a batch."""

    def say(code: str, **parameters: object) -> str:
        return wording.say(code, language, **parameters)

    total = sum_words(contracts, language)
    said = {"batch": name, "count": len(contracts), "amount": total}
    lines = [say("host-batch-amount" if total else "host-batch", **said)]
    if witnesses:
        called = [_called(person, language) for person in witnesses]
        lines.append(say("host-witnesses", names=_listed(called, language)))
    lines.append(say("host-signers"))
    for contract in contracts:
        signing = [_signer(party) for party in reversed(contract.from_left) if party.signatory]
        parts = {"title": unbroken(contract.row.title), "signers": _listed(signing, language)}
        lines.append(say("host-contract" if signing else "host-contract-alone", **parts))
    lines.append(say("host-sign"))
    return "\n".join(lines)


def read_aloud(text: str, people: Iterable[CastPerson]) -> HostWords:
    """Return a text with readings above the names of these people where they occur."""
    return with_readings(text, [(person.name, readings_of(person)) for person in people])


def be_ready() -> None:
    """Load what readings are told by: with the first name it would take a third of a second."""
    _readings_of("一", None, "")


def readings_of(person: CastPerson) -> tuple[Reading, ...]:
    """Return what is set above somebody's name."""
    guest = person.guest
    country, reading = (guest.country, guest.reading) if guest else (None, "")
    return _readings_of(person.name, country, reading)


@lru_cache(maxsize=16_384)
def _readings_of(name: str, country: str | None, confirmed: str) -> tuple[Reading, ...]:
    """Ask once for each name: a run of show asks for everybody at each of its steps."""
    return risky_readings(name, country, reference.reading_tables(), confirmed)


def open_readings(text: str, people: Iterable[CastPerson]) -> frozenset[int]:
    """Return where in a text readings begin that nobody confirmed."""
    # Of two namesakes the one nobody asked about decides: the host reads one name.
    marked = {
        person.name: tuple(
            Reading(each.start, each.length, "?" if is_unconfirmed(person) else "")
            for each in readings_of(person)
        )
        for person in sorted(people, key=is_unconfirmed)
    }
    found = with_readings(text, marked.items()).readings
    return frozenset(each.start for each in found if each.pinyin)


def is_unconfirmed(person: CastPerson) -> bool:
    """Tell whether a name is easily misread and nobody confirmed how it is read."""
    confirmed = person.guest is not None and bool(person.guest.reading)
    return not confirmed and bool(readings_of(person))


def sum_words(contracts: Sequence[CastContract], language: Language = Language.CHINESE) -> str:
    """Return the sum of the contracts in words (332.1亿元), "" where none has an amount."""
    return added_words([c.row.amount for c in contracts if c.row.amount is not None], language)


def added_words(amounts: Iterable[Amount], language: Language = Language.CHINESE) -> str:
    """Return what amounts come to in words, "" for none."""
    sums: dict[str, int] = {}
    for amount in amounts:
        sums[amount.currency] = sums.get(amount.currency, 0) + amount.fen
    write = written if language is Language.CHINESE else written_foreign
    totals = [write(Amount(fen, currency)) for currency, fen in sums.items()]
    return wording.say("stage-list-comma", language).join(totals)


def _signer(party: CastParty) -> str:
    if party.signatory is None:
        return ""
    title = party.signatory.title
    return f"{unbroken(party.row.organization)}{title}{party.signatory.name}"


def _called(person: CastPerson, language: Language) -> str:
    gender = person.guest.gender if person.guest else None
    if gender is None:
        return person.name
    code = "host-called-female" if gender is Gender.FEMALE else "host-called-male"
    return wording.say(code, language, name=person.name)


def _listed(words: Sequence[str], language: Language) -> str:
    """Join words as they are read aloud: 甲、乙和丙."""
    if len(words) < 2:  # noqa: PLR2004 - one word is joined with nothing
        return "".join(words)
    comma = wording.say("stage-list-comma", language)
    return wording.say("host-and", language, others=comma.join(words[:-1]), last=words[-1])
