"""What stands on a contract's certificate, copy by copy."""

from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from qhsign.domain import alternat, money_words, names
from qhsign.domain.alternat import OtherLanguage
from qhsign.domain.contract import KIND_WORDS
from qhsign.domain.money import written, written_foreign, written_out_foreign
from qhsign.printing.certificate_sheet import certificate_lead
from qhsign.printing.certificate_words import (
    CHINESE,
    named_by_country,
    other_words,
    side_words,
)
from qhsign.printing.faces import CertificateFace, OtherFace, PartyFace
from qhsign.services import events
from qhsign.services.contract_records import ContractRow, PartyRow
from qhsign.services.contract_texts import GUEST_TITLE
from qhsign.services.contracts import certificate_number
from qhsign.services.events import EventFacts

_DIGITS = "〇一二三四五六七八九"


def copies(
    session: Session,
    row: ContractRow,
    *,
    version: int,
    code: str | None,
    bilingual: bool = True,
) -> list[CertificateFace]:
    """Return one face for each party's copy (甲方存执 …); without a code it is a 样张.

    A contract with a language beside Chinese has copies in both, each naming its keeper first
    (轮签), unless ``bilingual`` is False. Texts it lacks are left empty: ask `contract_texts`.
    """
    facts = events.facts_in(session)
    in_chinese = _in_chinese(row, facts, version=version, code=code)
    if row.language is None or not bilingual:
        return in_chinese
    return [
        _in_two_languages(row, row.language, facts, face, keeper)
        for keeper, face in enumerate(in_chinese)
    ]


def _in_chinese(
    row: ContractRow, facts: EventFacts, *, version: int, code: str | None
) -> list[CertificateFace]:
    parties = tuple(_party(party, f"{party.side}方") for party in row.parties)
    day = facts.start
    return [
        CertificateFace(
            # A specimen shows the number the approval will fix.
            number=row.certificate_number or certificate_number(facts.edition, row.number),
            copy_label=f"{party.label}存执",
            version=version,
            lead=certificate_lead(row.mode, KIND_WORDS[row.kind]),
            project=row.title,
            parties=parties,
            hosts=tuple(line for line in facts.organizer.split("\n") if line),
            organizers=tuple(line for line in facts.co_organizer.split("\n") if line),
            place="\n".join(part for part in (facts.city, facts.venue) if part),
            date=written_date(day) if day else "",
            sealer=facts.sealer,
            amount=written(row.amount) if row.amount else None,
            amount_in_words=(
                money_words.in_capitals(row.amount, jiao_with_whole=facts.jiao_with_whole)
                if row.amount
                else None
            ),
            kind=KIND_WORDS[row.kind],
            industry=row.industry,
            qr_text=code,
            draft=code is None,
        )
        for party in parties
    ]


def _party(party: PartyRow, label: str) -> PartyFace:
    return PartyFace(
        label=label,
        name=party.organization,
        signatory=names.display_name(party.signatory),
        post=party.signatory_title,
    )


def _in_two_languages(
    row: ContractRow, language: OtherLanguage, facts: EventFacts, face: CertificateFace, keeper: int
) -> CertificateFace:
    """Return the keeper's copy: the keeper, and the keeper's language, stand first."""
    chinese = alternat.chinese_side([(party.country, party.is_host) for party in row.parties])
    countries = _countries(row, language, chinese)
    order = alternat.own_first(range(len(row.parties)), keeper)
    kept_by, country = row.parties[keeper].side, countries[keeper]
    in_chinese, in_other = side_words(CHINESE), side_words(language.value)
    title, other_title = row.title, row.texts.get(f"title_{language}", "")
    if keeper != chinese:
        title = row.texts.get(GUEST_TITLE, title)
        other_title = row.texts.get(f"{GUEST_TITLE}_{language}", other_title)
    words, amount = other_words(language), row.amount
    other = OtherFace(
        language=language,
        event=getattr(facts, f"title_{language}"),
        lead=in_other.lead(row.mode),
        project=other_title,
        parties=tuple(
            _other_party(row, place, in_other.label(row.parties[place].side, countries[place]))
            for place in order
        ),
        copy_label=in_other.copy_label(kept_by, country),
        place=getattr(facts, f"place_{language}"),
        date=words.written_date(facts.start) if facts.start else "",
        amount=written_foreign(amount, words.amounts) if amount else None,
        amount_written_out=written_out_foreign(amount, words.amounts) if amount else None,
    )
    return replace(
        face,
        copy_label=in_chinese.copy_label(kept_by, country),
        lead=in_chinese.lead(row.mode),
        project=title,
        parties=tuple(
            _party(
                row.parties[place],
                in_chinese.label(row.parties[place].side, countries[place]),
            )
            for place in order
        ),
        other=other,
        chinese_first=keeper == chinese,
    )


def _countries(row: ContractRow, language: OtherLanguage, chinese: int) -> list[str | None]:
    """Return the countries the sides are called by; None for each where they go by letters."""
    countries = [
        party.country or (alternat.HOME if place == chinese else None)
        for place, party in enumerate(row.parties)
    ]
    if named_by_country(language, countries):
        return list(countries)
    return [None] * len(countries)


def _other_party(row: ContractRow, place: int, label: str) -> PartyFace:
    def text(field: str) -> str:
        return row.texts.get(f"{row.parties[place].side}.{field}_{row.language}", "")

    return PartyFace(label, text("organization"), text("signatory"), text("signatory_title"))


def written_date(day: date) -> str:
    """Return a date as certificates write it: 二〇二四年七月十一日."""
    year = "".join(_DIGITS[int(digit)] for digit in str(day.year))
    return f"{year}年{_small(day.month)}月{_small(day.day)}日"


def _small(number: int) -> str:
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[ones] if ones else "")
