"""The fields a layout may use: one registry of name, label, sample and value for every piece."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from qhsign.printing.certificate_words import OtherWords, other_words
from qhsign.printing.faces import (
    BadgeFace,
    CertificateFace,
    EventFace,
    FloorMarkFace,
    OtherFace,
    PlaceCardFace,
)
from qhsign.printing.shipped_categories import CategoryLook
from qhsign.wording import Language, say

ZONE_PLACES = 6
PARTY_LETTERS = "abcdef"
_YES = "yes"  # what a field holds that is only asked by `if` and `unless`


@dataclass(frozen=True, slots=True)
class BadgeSubject:
    """What the fields of a badge are taken from."""

    badge: BadgeFace
    event: EventFace
    look: CategoryLook


@dataclass(frozen=True, slots=True)
class CertificateSubject:
    """What the fields of a certificate are taken from."""

    sheet: CertificateFace
    event: EventFace


@dataclass(frozen=True, slots=True)
class FloorMarkSubject:
    """What the fields of a floor mark are taken from."""

    mark: FloorMarkFace
    event: EventFace


S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class Field(Generic[S]):
    """One field: ``label`` is a code of the catalogue, ``sample`` what a preview shows.

    ``shared`` fields are the same for every badge of a category with the same zones, so that what
    depends on them alone is stored once in the file.
    """

    name: str
    label: str
    sample: str
    value: Callable[[S], str]
    shared: bool = False


def _when(condition: object) -> str:
    return _YES if condition else ""


def _by_name(fields: Iterable[Field[S]]) -> Mapping[str, Field[S]]:
    return MappingProxyType({field.name: field for field in fields})


def _badge_zone(place: int) -> list[Field[BadgeSubject]]:
    def letter(subject: BadgeSubject) -> str:
        zones = subject.event.zones
        return zones[place][0] if place < len(zones) else ""

    def is_open(subject: BadgeSubject) -> bool:
        return letter(subject) in subject.badge.zones and bool(letter(subject))

    def word(subject: BadgeSubject) -> str:
        return subject.event.zones[place][1] if is_open(subject) else ""

    name = f"zone_{place + 1}"
    return [
        Field(name, "field-zone-letter", "A", lambda s: letter(s) if is_open(s) else "", True),
        Field(f"{name}_word", "field-zone-word", "主题", word, True),
        Field(
            f"{name}_closed",
            "field-zone-closed",
            "",
            lambda s: _when(letter(s) and not is_open(s)),
            True,
        ),
    ]


BADGE_FIELDS: Mapping[str, Field[BadgeSubject]] = _by_name(
    [
        Field("name", "field-full-name", "努尔买买提江·阿卜杜热合曼", lambda s: s.badge.full_name),
        Field("latin", "field-latin-name", "Þórir Ibsen", lambda s: s.badge.latin_name),
        Field("org", "field-organization", "青海省商务厅", lambda s: s.badge.organization),
        Field("post", "field-title", "副厅长", lambda s: s.badge.title),
        Field("post_en", "field-title-en", "Deputy Director", lambda s: s.badge.title_en),
        Field("token", "field-badge-code", "QH1" + "0" * 35, lambda s: s.badge.qr_text),
        Field("code", "field-short-code", "171 271-7", lambda s: s.badge.short_code),
        Field("number", "field-guest-number", "G0001", lambda s: s.badge.guest_number),
        Field("photo", "field-photo", "", lambda s: _when(s.badge.photo)),
        Field("title", "field-event", "第25届青洽会", lambda s: s.event.title, True),
        Field("title_en", "field-event-en", "The 25th Fair", lambda s: s.event.title_en, True),
        Field("demo", "field-demo", "", lambda s: _when(s.event.is_demo), True),
        Field("word", "field-category", "嘉宾", lambda s: s.look.word, True),
        Field("sub", "field-category-en", "GUEST", lambda s: s.look.word_en, True),
        Field("band", "field-band-colour", "#0B6E78", lambda s: s.look.band, True),
        Field("on", "field-text-colour", "#FFFFFF", lambda s: s.look.on, True),
        Field("shape", "field-shape", "disc", lambda s: s.look.shape, True),
        *(field for place in range(ZONE_PLACES) for field in _badge_zone(place)),
    ]
)


def _party(place: int) -> list[Field[CertificateSubject]]:
    def of(attribute: str) -> Callable[[CertificateSubject], str]:
        def value(subject: CertificateSubject) -> str:
            parties = subject.sheet.parties
            return str(getattr(parties[place], attribute)) if place < len(parties) else ""

        return value

    letter = PARTY_LETTERS[place]
    return [
        Field(f"{letter}_label", "field-party", "甲乙丙丁戊己"[place] + "方", of("label")),
        Field(f"{letter}_name", "field-party-name", "青海省人民政府", of("name")),
        Field(f"{letter}_sign", "field-signatory", "杨伟斌", of("signatory")),
        Field(f"{letter}_post", "field-signatory-title", "副秘书长", of("post")),
    ]


def _on_lines(names: tuple[str, ...]) -> str:
    """Give two names a line each; more are set one after the other."""
    return "\n".join(names) if len(names) <= len("ab") else "　\u200b".join(names)


def _other(value: Callable[[OtherFace], str | None]) -> Callable[[CertificateSubject], str]:
    """Take a value from the language beside Chinese; nothing where there is none."""

    def of(subject: CertificateSubject) -> str:
        other = subject.sheet.other
        return "" if other is None else value(other) or ""

    return of


def _said(value: Callable[[OtherWords], str]) -> Callable[[CertificateSubject], str]:
    """Take fixed words of the language beside Chinese."""
    return _other(lambda other: value(other_words(other.language)))


def _other_number(subject: CertificateSubject) -> str:
    return _said(lambda words: words.number.format(number=subject.sheet.number))(subject)


def _other_version(subject: CertificateSubject) -> str:
    return _said(lambda words: words.version.format(version=subject.sheet.version))(subject)


def _other_party(place: int) -> list[Field[CertificateSubject]]:
    def of(attribute: str) -> Callable[[CertificateSubject], str]:
        def value(other: OtherFace) -> str:
            parties = other.parties
            return str(getattr(parties[place], attribute)) if place < len(parties) else ""

        return _other(value)

    letter = PARTY_LETTERS[place]
    return [
        Field(f"{letter}_other_label", "field-other-party", "Кыргыз тарап", of("label")),
        Field(f"{letter}_other_name", "field-other-party-name", "Ысык-Көл облусу", of("name")),
        Field(f"{letter}_other_sign", "field-other-signatory", "Асан Үсөнов", of("signatory")),
        Field(f"{letter}_other_post", "field-other-signatory-title", "облус башчысы", of("post")),
    ]


_OTHER_FIELDS: tuple[Field[CertificateSubject], ...] = (
    Field("other_slip", "field-other-slip", "КОЛ КОЮУ КҮБӨЛҮГҮ", _said(lambda w: w.slip), True),
    Field("other_equal", "field-other-equal", "тең бирдей", _said(lambda w: w.equal), True),
    Field("other_signer", "field-other-signer", "Кол койгон", _said(lambda w: w.signer), True),
    Field("other_at", "field-other-at", "Кол коюлду", _said(lambda w: w.at), True),
    Field("other_seal", "field-other-seal", "М. О.", _said(lambda w: w.seal), True),
    Field("other_scan", "field-other-scan", "QR-код: текшерүү", _said(lambda w: w.scan), True),
    Field("other_demo_note", "field-other-demo", "күчү жок", _said(lambda w: w.demo_note), True),
    Field("other_draft", "field-other-draft", "ҮЛГҮ", _said(lambda w: w.draft), True),
    Field(
        "other_draft_note",
        "field-other-draft",
        "бекитилген эмес",
        _said(lambda w: w.draft_note),
        True,
    ),
    Field(
        "other_draft_code",
        "field-other-draft",
        "код бекитилгенден кийин",
        _said(lambda w: w.draft_code),
        True,
    ),
    Field(
        "other_amount_label",
        "field-other-amount-label",
        "Инвестиция көлөмү",
        _said(lambda w: w.amount),
        True,
    ),
    Field("other_event", "field-other-event", "жарманкеси", _other(lambda o: o.event), True),
    Field("other_number", "field-other-number", "№ QH25-QY-0001", _other_number),
    Field(
        "other_copy", "field-other-copy", "Кыргыз тараптын нускасы", _other(lambda o: o.copy_label)
    ),
    Field("other_version", "field-other-version", "1-басылышы", _other_version),
    Field("other_lead", "field-other-lead", "күбөлөндүрүлөт", _other(lambda o: o.lead)),
    Field("other_project", "field-other-project", "макулдашуу", _other(lambda o: o.project)),
    Field("other_place", "field-other-place", "Синин шаары", _other(lambda o: o.place)),
    Field("other_date", "field-other-date", "2024-жылдын 11-июлу", _other(lambda o: o.date)),
    Field("other_amount", "field-other-amount", "USD 120 млн", _other(lambda o: o.amount)),
    Field(
        "other_amount_out",
        "field-other-amount-out",
        "USD 120 000 000,00",
        _other(lambda o: o.amount_written_out),
    ),
    *(field for place in range(len(PARTY_LETTERS)) for field in _other_party(place)),
)


CERTIFICATE_FIELDS: Mapping[str, Field[CertificateSubject]] = _by_name(
    [
        Field("title", "field-event", "第25届青洽会", lambda s: s.event.title, True),
        Field("title_en", "field-event-en", "The 25th Fair", lambda s: s.event.title_en, True),
        Field("demo", "field-demo", "", lambda s: _when(s.event.is_demo), True),
        Field("draft", "field-draft", "", lambda s: _when(s.sheet.draft), True),
        Field(
            "amount_label",
            "field-amount-label",
            "投资总额",
            lambda s: s.sheet.amount_label if s.sheet.amount else "",
            True,
        ),
        Field("number", "field-certificate-number", "QH25-QY-0001", lambda s: s.sheet.number),
        Field(
            "copy",
            "field-copy",
            "甲方存执 · 第1版",
            lambda s: f"{s.sheet.copy_label} · 第{s.sheet.version}版",
        ),
        Field("keeper", "field-keeper", "中方存执", lambda s: s.sheet.copy_label),
        Field("version", "field-version", "第1版", lambda s: f"第{s.sheet.version}版"),
        Field("lead", "field-lead", "兹证明，下列各方签署以下项目合同", lambda s: s.sheet.lead),
        Field("project", "field-project", "一体化示范基地项目", lambda s: s.sheet.project),
        Field("amount", "field-amount", "53.6亿元", lambda s: s.sheet.amount or ""),
        Field(
            "amount_cn",
            "field-amount-in-words",
            "人民币伍拾叁亿陆仟万元整",
            lambda s: s.sheet.amount_in_words or "",
        ),
        Field("contract_kind", "field-contract-kind", "战略合作框架协议", lambda s: s.sheet.kind),
        Field("industry", "field-industry", "绿色算力", lambda s: s.sheet.industry),
        Field("host", "field-hosts", "青海省人民政府", lambda s: "　".join(s.sheet.hosts)),
        Field(
            "organizer", "field-organizers", "青海省商务厅", lambda s: _on_lines(s.sheet.organizers)
        ),
        Field("place", "field-place", "青海西宁", lambda s: s.sheet.place),
        Field("date_cn", "field-date", "二〇二四年七月十一日", lambda s: s.sheet.date),
        Field("sealer", "field-sealer", "青海省商务厅", lambda s: s.sheet.sealer),
        Field(
            "token",
            "field-certificate-code",
            "QC1" + "0" * 35,
            lambda s: "" if s.sheet.draft else s.sheet.qr_text or "",
        ),
        *(field for place in range(len(PARTY_LETTERS)) for field in _party(place)),
        *_OTHER_FIELDS,
    ]
)

PLACE_CARD_FIELDS: Mapping[str, Field[PlaceCardFace]] = _by_name(
    [
        Field("name", "field-full-name", "张弘靓", lambda card: card.full_name),
        Field("latin", "field-latin-name", "Þórir Ibsen", lambda card: card.latin_name),
        Field("org", "field-organization", "青海省数据局", lambda card: card.organization),
        Field("post", "field-title", "副局长", lambda card: card.title),
        Field("post_en", "field-title-en", "Deputy Director", lambda card: card.title_en),
        Field("posts", "field-titles", "冰岛驻华大使　Ambassador", lambda card: card.titles),
        Field("seat", "field-seat", "A区3排12座", lambda card: card.seat),
        Field("number", "field-guest-number", "00001", lambda card: card.guest_number),
        Field("lines", "field-lines", "", lambda card: _when(card.organization or card.titles)),
    ]
)


def _side(mark: FloorMarkFace) -> str:
    return say(f"floor-mark-{mark.side}", Language.CHINESE) if mark.side else ""


FLOOR_MARK_FIELDS: Mapping[str, Field[FloorMarkSubject]] = _by_name(
    [
        Field("mark", "field-mark", "主1", lambda s: s.mark.mark),
        Field("position", "field-position", "3号台 · 客方主签", lambda s: s.mark.position),
        Field("name", "field-full-name", "张弘靓", lambda s: s.mark.full_name),
        Field("org", "field-organization", "青海省数据局", lambda s: s.mark.organization),
        Field("side", "field-side", "主方", lambda s: _side(s.mark)),
        Field("host", "field-host-side", "", lambda s: _when(s.mark.side == "host")),
        Field("guest", "field-guest-side", "", lambda s: _when(s.mark.side == "guest")),
        Field("note", "field-note", "第3批 · 第2版", lambda s: s.mark.note),
        Field("title", "field-event", "第25届青洽会", lambda s: s.event.title, True),
        Field("demo", "field-demo", "", lambda s: _when(s.event.is_demo), True),
    ]
)

FIELDS_OF_PIECE: Mapping[str, Mapping[str, Field[Any]]] = MappingProxyType(
    {
        "badge": BADGE_FIELDS,
        "certificate": CERTIFICATE_FIELDS,
        "place-card": PLACE_CARD_FIELDS,
        "floor-mark": FLOOR_MARK_FIELDS,
    }
)
