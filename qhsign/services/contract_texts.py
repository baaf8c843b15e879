"""The texts a contract carries for a certificate in two languages, and the keys that set them.

A key is a field with the language behind it: ``title_ky``, ``guest_title_ru``,
``乙.organization_ky``, ``乙.signatory_ky``, ``乙.signatory_title_ky``. The Chinese title on the
copy of the other side is ``guest_title``.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain.alternat import OtherLanguage
from qhsign.domain.contract_entry import SIDES
from qhsign.domain.problems import ProblemForUser
from qhsign.services.contract_records import ContractRow
from qhsign.services.events import EventFacts
from qhsign.store.journal import JournaledSession
from qhsign.store.schema import Contract, ContractText, Party

GUEST_TITLE = "guest_title"
EXAMPLES = ("title_ky", GUEST_TITLE, "guest_title_ky", "乙.organization_ky", "乙.signatory_ky")
"""Keys to name to somebody who wrote a wrong one."""

_CHINESE = "zh"
_LANGUAGES = "|".join(OtherLanguage)
_OF_CONTRACT = re.compile(rf"(?P<field>title|{GUEST_TITLE})_(?P<language>{_LANGUAGES})")
_OF_PARTY = re.compile(
    rf"(?P<side>[{''.join(SIDES)}])\.(?P<field>organization|signatory|signatory_title)"
    rf"_(?P<language>{_LANGUAGES})"
)


@dataclass(frozen=True, slots=True)
class TextKey:
    """What a key names; ``side`` is empty for the contract's own texts."""

    field: str
    language: str
    side: str = ""

    @property
    def name(self) -> str:
        """The key as it is written."""
        name = self.field if self.language == _CHINESE else f"{self.field}_{self.language}"
        return f"{self.side}.{name}" if self.side else name


@dataclass(frozen=True, slots=True)
class MissingText:
    """A text a certificate in two languages lacks: the key that sets it, and where it is set."""

    key: str
    of_event: bool = False


def read_key(name: str) -> TextKey | None:
    """Return what a key names, or None for another key."""
    if name == GUEST_TITLE:
        return TextKey(GUEST_TITLE, _CHINESE)
    found = _OF_CONTRACT.fullmatch(name) or _OF_PARTY.fullmatch(name)
    return TextKey(**found.groupdict()) if found else None


def is_text(name: str) -> bool:
    """Tell whether a key names a text."""
    return read_key(name) is not None


def write(session: JournaledSession, contract: Contract, key: TextKey, text: str) -> None:
    """Keep a text; an empty one takes it away. Raises ProblemForUser ``party-missing``."""
    if key.side and not _has_party(session, contract, key.side):
        raise ProblemForUser("party-missing", side=key.side)
    held = session.scalars(
        select(ContractText).where(
            ContractText.contract_id == contract.id,
            ContractText.side == key.side,
            ContractText.field == key.field,
            ContractText.language == key.language,
        )
    ).one_or_none()
    # A text taken away stays as a blank, so that taking back an import can give it back.
    if held is not None:
        held.text = text
    elif text:
        session.add(
            ContractText(
                contract_id=contract.id,
                side=key.side,
                field=key.field,
                language=key.language,
                text=text,
            )
        )
    session.flush()


def forget_signatory(session: JournaledSession, contract_id: str, side: str) -> None:
    """Take away the name and post of a signatory in every language: somebody else signs now."""
    of_signatory = select(ContractText).where(
        ContractText.contract_id == contract_id,
        ContractText.side == side,
        ContractText.field.in_(("signatory", "signatory_title")),
    )
    for held in session.scalars(of_signatory):
        held.text = ""


def _has_party(session: JournaledSession, contract: Contract, side: str) -> bool:
    query = select(Party.id).where(Party.contract_id == contract.id, Party.side == side)
    return session.scalars(query).first() is not None


def by_contract(session: Session) -> Mapping[str, dict[str, str]]:
    """Return all texts by contract and key."""
    texts: dict[str, dict[str, str]] = defaultdict(dict)
    for held in session.scalars(select(ContractText).where(ContractText.text != "")):
        key = TextKey(held.field, held.language, held.side)
        texts[held.contract_id][key.name] = held.text
    return texts


def missing(row: ContractRow, facts: EventFacts) -> list[MissingText]:
    """Return the texts without which the certificate would have a blank beside Chinese words."""
    language = row.language
    if language is None:
        return []
    wanted = [f"title_{language}"]
    for party in row.parties:
        given = {
            "organization": party.organization,
            "signatory": party.signatory,
            "signatory_title": party.signatory_title,
        }
        wanted += [f"{party.side}.{name}_{language}" for name, text in given.items() if text]
    lacking = [MissingText(key) for key in wanted if key not in row.texts]
    return [*lacking, *_missing_of_event(language, facts)]


def _missing_of_event(language: OtherLanguage, facts: EventFacts) -> list[MissingText]:
    wanted = [f"title_{language}"]
    if facts.city or facts.venue:
        wanted.append(f"place_{language}")
    return [MissingText(key, of_event=True) for key in wanted if not getattr(facts, key)]


def titles_of_the_other_copy(row: ContractRow) -> list[str]:
    """Return the keys of the titles still wanted for the copy that names the other side first.

    They are wanted in both languages as soon as one is given, or when the title names the parties:
    a title that names nobody is the same on every copy.
    """
    if row.language is None:
        return []
    keys = [GUEST_TITLE, f"{GUEST_TITLE}_{row.language}"]
    lacking = [key for key in keys if key not in row.texts]
    names_parties = all(party.organization in row.title for party in row.parties)
    return lacking if names_parties or len(lacking) < len(keys) else []
