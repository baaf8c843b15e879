"""What stands on a contract's certificate, copy by copy."""

from datetime import date

from sqlalchemy.orm import Session

from qhsign.domain import money_words, names
from qhsign.domain.contract import KIND_WORDS
from qhsign.domain.money import written
from qhsign.printing.certificate_sheet import certificate_lead
from qhsign.printing.faces import CertificateFace, PartyFace
from qhsign.services import events
from qhsign.services.contract_records import ContractRow
from qhsign.services.contracts import certificate_number

_DIGITS = "〇一二三四五六七八九"


def copies(
    session: Session, row: ContractRow, *, version: int, code: str | None
) -> list[CertificateFace]:
    """Return one face for each party's copy (甲方存执 …); without a code it is a 样张."""
    facts = events.facts_in(session)
    parties = tuple(
        PartyFace(
            label=f"{party.side}方",
            name=party.organization,
            signatory=names.display_name(party.signatory),
            post=party.signatory_title,
        )
        for party in row.parties
    )
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


def written_date(day: date) -> str:
    """Return a date as certificates write it: 二〇二四年七月十一日."""
    year = "".join(_DIGITS[int(digit)] for digit in str(day.year))
    return f"{year}年{_small(day.month)}月{_small(day.day)}日"


def _small(number: int) -> str:
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[ones] if ones else "")
