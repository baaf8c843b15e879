"""The fixed words of certificates in two languages."""

from datetime import date

import pytest

from qhsign.domain.alternat import OtherLanguage
from qhsign.domain.amount import Qualifier
from qhsign.domain.contract import SigningMode
from qhsign.domain.contract_entry import SIDES
from qhsign.printing.certificate_words import (
    CHINESE,
    named_by_country,
    other_words,
    side_words,
)
from qhsign.printing.text import fonts

KY, RU, EN = OtherLanguage


@pytest.mark.parametrize(
    ("language", "day", "written"),
    [
        (KY, date(2024, 7, 11), "2024-жылдын 11-июлу"),
        (KY, date(2025, 5, 1), "2025-жылдын 1-майы"),
        (RU, date(2024, 7, 11), "11 июля 2024 г."),
        (RU, date(2025, 1, 31), "31 января 2025 г."),
        (EN, date(2024, 7, 11), "11 July 2024"),
    ],
)
def test_dates_are_written_as_the_language_writes_them(
    language: OtherLanguage, day: date, written: str
) -> None:
    assert other_words(language).written_date(day).replace("\xa0", " ") == written


@pytest.mark.parametrize("language", OtherLanguage)
def test_every_language_has_every_word(language: OtherLanguage) -> None:
    words, sides = other_words(language), side_words(language)
    assert len(words.months) == len(set(words.months)) == 12
    assert set(words.amounts.qualifiers) == set(Qualifier) - {Qualifier.EXACT}
    for pattern in words.amounts.qualifiers.values():
        assert pattern.count("{amount}") == 1
    assert "1" in words.version.format(version=1)
    assert "QH25" in words.number.format(number="QH25")
    for of_side in (sides, side_words(CHINESE)):
        assert {of_side.lead(mode) for mode in SigningMode} >= {of_side.lead(SigningMode.CLOUD)}
        assert len({of_side.label(side, None) for side in SIDES}) == len(SIDES)
        assert len({of_side.copy_label(side, None) for side in SIDES}) == len(SIDES)
    # A side called by its country needs words for its copy too, or the letter would slip in.
    assert set(sides.copies) == set(sides.sides)
    assert "CN" in sides.sides


@pytest.mark.parametrize("language", OtherLanguage)
def test_the_serif_has_every_letter(language: OtherLanguage) -> None:
    words, sides = other_words(language), side_words(language)
    texts = [words.slip, words.equal, words.signer, words.at, words.seal, words.scan, words.amount]
    texts += [words.draft, words.draft_note, words.draft_code, words.demo_note, *words.months]
    texts += [*sides.sides.values(), *sides.copies.values(), *sides.leads.values()]
    letters = set("".join(texts)) - {"\n"}
    assert fonts.load().missing("serif", "".join(sorted(letters))) == []


def test_sides_are_called_by_country_where_both_languages_know_it() -> None:
    assert named_by_country(KY, ["CN", "KG"])
    assert named_by_country(EN, ["CN", "IS"])
    assert not named_by_country(KY, ["CN", "IS"])
    assert not named_by_country(EN, ["CN", "CN"])
    assert not named_by_country(EN, ["CN", None])
    assert side_words(CHINESE).label("乙", "KG") == "吉方"
    assert side_words(CHINESE).copy_label("乙", "KG") == "吉方存执"
    assert side_words(CHINESE).copy_label("乙", None) == "乙方存执"
    assert side_words(RU).copy_label("乙", None) == "экземпляр Стороны Б"
    assert side_words(KY).copy_label("甲", "CN") == "Кытай тараптын нускасы"
