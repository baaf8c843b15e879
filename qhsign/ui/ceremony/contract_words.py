"""The fields of a contract and its parties as the sheet shows and edits them."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from qhsign.domain.alternat import OtherLanguage
from qhsign.domain.contract import ContractKind, SigningMode
from qhsign.domain.money import written
from qhsign.services.contract_records import ContractRow, PartyRow
from qhsign.ui.ceremony.figure_words import amount_word
from qhsign.ui.guest_panel.fact_editor import Suggest
from qhsign.ui.guest_panel.fact_row import FactShown
from qhsign.ui.translation import QT_TRANSLATE_NOOP
from qhsign.wording import Language, say

CONTRACT_FACTS = ("title", "kind", "amount", "industry", "region", "mode", "language", "remark")
PARTY_FACTS = (
    "", "host", "signatory", "signatory_title", "substitute", "assistant", "witnesses",
    "needs_authorisation", "authorised", "country",
)  # fmt: skip
"""What may follow a side; "" is the organization."""
PEOPLE = frozenset({"signatory", "substitute", "assistant", "witnesses"})
"""Fields whose names are searched among the guests."""

_CAPTIONS = {
    "title": QT_TRANSLATE_NOOP("ContractWords", "Title"),
    "kind": QT_TRANSLATE_NOOP("ContractWords", "Kind"),
    "amount": QT_TRANSLATE_NOOP("ContractWords", "Amount"),
    "industry": QT_TRANSLATE_NOOP("ContractWords", "Industry"),
    "region": QT_TRANSLATE_NOOP("ContractWords", "Region"),
    "mode": QT_TRANSLATE_NOOP("ContractWords", "Signed"),
    "language": QT_TRANSLATE_NOOP("ContractWords", "Second language"),
    "remark": QT_TRANSLATE_NOOP("ContractWords", "Remark"),
    "batch": QT_TRANSLATE_NOOP("ContractWords", "Batch"),
    "": QT_TRANSLATE_NOOP("ContractWords", "Organization"),
    "host": QT_TRANSLATE_NOOP("ContractWords", "Host"),
    "signatory": QT_TRANSLATE_NOOP("ContractWords", "Signatory"),
    "signatory_title": QT_TRANSLATE_NOOP("ContractWords", "Post"),
    "substitute": QT_TRANSLATE_NOOP("ContractWords", "Substitute"),
    "assistant": QT_TRANSLATE_NOOP("ContractWords", "Assistant"),
    "witnesses": QT_TRANSLATE_NOOP("ContractWords", "Witnesses"),
    "needs_authorisation": QT_TRANSLATE_NOOP("ContractWords", "Letter needed"),
    "authorised": QT_TRANSLATE_NOOP("ContractWords", "Letter seen"),
    "country": QT_TRANSLATE_NOOP("ContractWords", "Country"),
    "guest_title": QT_TRANSLATE_NOOP("ContractWords", "Their title"),
    "organization": QT_TRANSLATE_NOOP("ContractWords", "Organization"),
}
_MODES = {
    SigningMode.ON_SITE: QT_TRANSLATE_NOOP("ContractWords", "On site"),
    SigningMode.CLOUD: QT_TRANSLATE_NOOP("ContractWords", "Online"),
    SigningMode.AFTER: QT_TRANSLATE_NOOP("ContractWords", "After the ceremony"),
}
_LANGUAGES = {
    OtherLanguage.KYRGYZ: QT_TRANSLATE_NOOP("ContractWords", "Kyrgyz"),
    OtherLanguage.RUSSIAN: QT_TRANSLATE_NOOP("ContractWords", "Russian"),
    OtherLanguage.ENGLISH: QT_TRANSLATE_NOOP("ContractWords", "English"),
}


def caption(field: str) -> str:
    """Return what a field is called; a text in another language names the language."""
    name, _, language = field.rpartition("_")
    if language in set(OtherLanguage) and name:
        pattern = QCoreApplication.translate("ContractWords", "{field} ({language})")
        spoken = _word(_LANGUAGES[OtherLanguage(language)])
        return pattern.format(field=_word(_CAPTIONS[name]), language=spoken)
    return _word(_CAPTIONS[field])


def contract_fact(row: ContractRow, field: str, language: Language) -> FactShown:
    """Return a field of the contract as it is shown and edited."""
    if field == "amount":
        return _amount(row, language)
    if field == "kind":
        kinds = tuple((kind.value, say(f"contract-kind-{kind}", language)) for kind in ContractKind)
        return _choice(row.kind.value, kinds)
    if field == "mode":
        return _choice(row.mode.value, tuple((m.value, _word(w)) for m, w in _MODES.items()))
    if field == "language":
        none = QCoreApplication.translate("ContractWords", "Chinese alone")
        offered = tuple((each.value, _word(word)) for each, word in _LANGUAGES.items())
        return _choice(row.language.value if row.language else "none", (("none", none), *offered))
    return text_fact(str(getattr(row, field)))


def party_fact(party: PartyRow, part: str, suggest: Suggest) -> FactShown:
    """Return a field of a party; ``suggest`` searches the guests."""
    if part == "host":
        return _yes_or_no(is_so=party.is_host)
    if part in {"authorised", "needs_authorisation"}:
        return _yes_or_no(is_so=bool(getattr(party, part)))
    shown = text_fact(str(getattr(party, part or "organization") or ""))
    if part not in PEOPLE:
        return shown
    hint = ""
    if part == "signatory" and party.signatory and not party.is_guest:
        hint = QCoreApplication.translate("ContractWords", "not a guest")
    return replace(shown, suggest=suggest, hint=hint)


def text_fact(text: str) -> FactShown:
    """Return a plain text as it is shown."""
    return FactShown(text or "—", text)


def text_keys(row: ContractRow) -> Sequence[str]:
    """Return the keys of the texts a certificate in two languages has, none for Chinese alone."""
    if row.language is None:
        return ()
    language = row.language.value
    of_parties = (
        f"{party.side}.{name}_{language}"
        for party in row.parties
        for name in ("organization", "signatory", "signatory_title")
    )
    return (f"title_{language}", "guest_title", f"guest_title_{language}", *of_parties)


def text_caption(key: str) -> str:
    """Return what a text is called, with the side it is of."""
    side, dot, field = key.partition(".")
    return f"{side} {caption(field)}" if dot else caption(key)


def states(row: ContractRow, language: Language) -> str:
    """Return how the contract stands: its step, screening and approval."""
    agreed = QCoreApplication.translate("ContractWords", "not screened yet")
    if row.agreed_on is not None:
        words = QCoreApplication.translate("ContractWords", "agreed to by {name} on {day}")
        agreed = words.format(name=row.agreed_by, day=row.agreed_on.isoformat())
    approved = QCoreApplication.translate("ContractWords", "not approved yet")
    if row.approved:
        words = QCoreApplication.translate("ContractWords", "approved by {name}")
        approved = words.format(name=row.approved_by)
    return " · ".join((say(f"life-cycle-{row.status}", language), agreed, approved))


def _amount(row: ContractRow, language: Language) -> FactShown:
    prompt = QCoreApplication.translate("ContractWords", "4.8亿元, USD 120 million, or — for none")
    if row.amount is None:
        none = QCoreApplication.translate("ContractWords", "No amount")
        return FactShown(none, "", prompt=prompt)
    return FactShown(amount_word(row.amount, language), written(row.amount), prompt=prompt)


def _choice(value: str, choices: tuple[tuple[str, str], ...]) -> FactShown:
    return FactShown(dict(choices)[value], value, choices=choices)


def _yes_or_no(*, is_so: bool) -> FactShown:
    choices = (
        ("yes", QCoreApplication.translate("ContractWords", "Yes")),
        ("no", QCoreApplication.translate("ContractWords", "No")),
    )
    return _choice("yes" if is_so else "no", choices)


def _word(source: str) -> str:
    return QCoreApplication.translate("ContractWords", source)
