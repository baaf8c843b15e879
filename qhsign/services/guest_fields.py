"""The fields of a guest that may be set by name, how each is read, and which are masked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from qhsign.domain import document, names
from qhsign.domain.guest import Category, Gender, Invitation, Vetting
from qhsign.domain.phone import mask_among_words
from qhsign.domain.problems import ProblemForUser
from qhsign.services import reference, typed_values
from qhsign.wording import meant


@dataclass(frozen=True, slots=True)
class Field:
    """One field: the model's attribute, the reader of its text, and how it is masked if it is."""

    attribute: str
    read: Callable[[str], Any] = str.strip
    masked: Callable[[str], str] | None = None


def _name(text: str) -> str:
    cleaned = names.clean_name(text)
    if not cleaned:
        raise ValueError(text)
    return cleaned


def _marked(text: str) -> bool:
    return bool(text.strip()) and typed_values.yes_or_no(text)


def _country(text: str) -> str | None:
    if not text.strip():
        return None
    code = reference.country_code(text)
    if code is None:
        raise ValueError(text)
    return code


def _gender(text: str) -> Gender | None:
    return meant(Gender, "gender", text) if text.strip() else None


def _hidden(value: str) -> str:
    return "*" * min(len(value), 6)


FIELDS: Mapping[str, Field] = {
    "full_name": Field("full_name", _name),
    "latin_name": Field("latin_name"),
    "reading": Field("reading"),
    "stroke_stand_in": Field("stroke_stand_in"),
    "gender": Field("gender", _gender),
    "salutation": Field("salutation"),
    "organization": Field("organization"),
    "delegation": Field("delegation_id"),
    "title": Field("title"),
    "title_en": Field("title_en"),
    "category": Field("category", lambda text: meant(Category, "category", text)),
    "vip": Field("vip", _marked),
    "status": Field("invitation", lambda text: meant(Invitation, "status", text)),
    "vetting": Field("vetting", lambda text: meant(Vetting, "vetting", text)),
    "country": Field("country", _country),
    "rank": Field("rank"),
    "rank_level": Field("rank_level", typed_values.whole_number),
    "rank_seq": Field("rank_seq", typed_values.whole_number),
    "credentials_date": Field("credentials_date", typed_values.day),
    "arranged": Field("arranged", typed_values.whole_number),
    "phone": Field("phone", masked=document.mask_phone),
    "document_kind": Field("document_kind"),
    "document_number": Field("document_number", masked=document.mask_document),
    "arrival": Field("arrival", masked=_hidden),
    "departure": Field("departure", masked=_hidden),
    "lodging": Field("lodging", masked=_hidden),
    "vehicle": Field("vehicle", masked=_hidden),
    "seat": Field("seat"),
    "liaison": Field("liaison"),
    "diet": Field("diet"),
    "remark": Field("remark"),
    "activities": Field("id"),
}
"""Every field by the name used on the command line and in exports."""

SENSITIVE = tuple(name for name, field in FIELDS.items() if field.masked)
"""Fields shown in full only for a stated purpose, which is journaled."""

SHOWN_MASKED: Mapping[str, Callable[[str], str]] = {
    **{field.attribute: field.masked for field in FIELDS.values() if field.masked},
    "liaison": mask_among_words,
}
"""How what stands in an attribute is shown where nobody stated a purpose.

Who looks after a guest is no secret, but lists write a phone number into that cell.
"""


def read_field(field: str, text: str) -> Any:
    """Read the text of a field. Raises ProblemForUser ``field-wrong``."""
    try:
        return FIELDS[field].read(text)
    except ValueError:
        raise ProblemForUser("field-wrong", field=field, value=text) from None
