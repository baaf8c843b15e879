"""What is printed on badges, certificates, cards and marks, as plain texts ready to set.

Texts may hold stored soft breaks (U+200B), where a line may end, and line ends.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from qhsign.domain.alternat import OtherLanguage
from qhsign.printing.shipped_categories import (
    VIP,
    CategoryLook,
    shipped_looks,
    shipped_zones,
)


@dataclass(frozen=True, slots=True)
class EventFace:
    """What prints say of the event; ``categories`` may override some looks and keeps the rest.

    ``zones`` are the letters and words in the six places of the badge, left to right.
    """

    title: str
    title_en: str = ""
    is_demo: bool = False
    categories: Mapping[str, CategoryLook] = field(default_factory=dict)
    zones: tuple[tuple[str, str], ...] = field(default_factory=shipped_zones)

    def look(self, category: str, *, vip: bool) -> CategoryLook:
        """Return how a guest's badge looks: VIP overrides band and chip."""
        code = VIP if vip else category
        return self.categories.get(code) or shipped_looks()[code]


@dataclass(frozen=True, slots=True)
class Photo:
    """A stored photograph: its pixels, and how to read its bytes (an RGB JPEG) when it is drawn.

    The bytes are read one photograph at a time, so that a run of thousands holds one in memory.
    ``digest`` names them.
    """

    width: int
    height: int
    read: Callable[[], bytes]
    digest: str = ""


@dataclass(frozen=True, slots=True)
class BadgeFace:
    """One badge. ``full_name`` is the display name (a two-character name carries U+3000).

    ``zones`` are letters, ``qr_text`` the badge token, ``short_code`` grouped as ``171 271-7``,
    ``guest_number`` names the guest in findings.
    """

    guest_number: str
    full_name: str
    qr_text: str
    short_code: str
    category: str
    organization: str = ""
    title: str = ""
    latin_name: str = ""
    title_en: str = ""
    vip: bool = False
    zones: tuple[str, ...] = ()
    photo: Photo | None = None


@dataclass(frozen=True, slots=True)
class PartyFace:
    """One party of a contract: ``label`` (甲方), legal name, signatory and the signatory's post."""

    label: str
    name: str
    signatory: str = ""
    post: str = ""


@dataclass(frozen=True, slots=True)
class OtherFace:
    """What a certificate says in its language beside Chinese, as it is printed.

    ``parties`` stand in the same order as the Chinese ones. ``amount`` (USD 120 million) and
    ``amount_written_out`` (USD 120,000,000.00) are None for an agreement without an amount.
    """

    language: OtherLanguage
    event: str
    lead: str
    project: str
    parties: tuple[PartyFace, ...]
    copy_label: str
    place: str
    date: str
    amount: str | None = None
    amount_written_out: str | None = None


@dataclass(frozen=True, slots=True)
class CertificateFace:
    """One copy of a certificate; amounts and dates come as they are printed.

    ``amount`` (53.6亿元) and ``amount_in_words`` are None for an agreement without an amount: it
    then shows ``kind`` and ``industry``. ``lead`` is the sentence of `certificate_lead`. A draft
    carries 样张 and never a code, whatever ``qr_text`` holds. In two languages ``parties`` begin
    with the keeper of the copy, and ``chinese_first`` tells whether the keeper speaks Chinese.
    """

    number: str
    copy_label: str
    version: int
    lead: str
    project: str
    parties: tuple[PartyFace, ...]
    hosts: tuple[str, ...]
    organizers: tuple[str, ...]
    place: str
    date: str
    sealer: str
    amount: str | None = None
    amount_in_words: str | None = None
    amount_label: str = "投资总额"
    kind: str = ""
    industry: str = ""
    qr_text: str | None = None
    draft: bool = False
    # Outside the repr: certificates printed before there were two languages are known by it.
    other: OtherFace | None = field(default=None, repr=False)
    chinese_first: bool = field(default=True, repr=False)

    @property
    def first(self) -> str:
        """Whose language stands first: ``chinese`` or ``other``, empty with one language."""
        if self.other is None:
            return ""
        return "chinese" if self.chinese_first else "other"

    @property
    def subject(self) -> str:
        """The name of this copy in findings: number and copy."""
        return f"{self.number} {self.copy_label}"


@dataclass(frozen=True, slots=True)
class PlaceCardFace:
    """One place card (席卡). ``full_name`` is the display name, as on badges.

    ``guest_number`` names the guest in findings; ``seat`` is for layouts of an office's own.
    """

    guest_number: str
    full_name: str
    latin_name: str = ""
    organization: str = ""
    title: str = ""
    title_en: str = ""
    seat: str = ""

    @property
    def titles(self) -> str:
        """The title in Chinese and in English, one after the other: 冰岛驻华大使　Ambassador."""
        return "　\u200b".join(each for each in (self.title, self.title_en) if each)


@dataclass(frozen=True, slots=True)
class FloorMarkFace:
    """One mark on the floor of the stage (站位地贴), read by who walks up to it from behind.

    ``mark`` is what is seen from far (3, 主1), ``position`` says it in words (3号台 · 客方主签).
    Marks of the host are filled, those of the guests outlined. ``note`` names batch and version.
    """

    mark: str
    position: str
    side: Literal["host", "guest", ""] = ""
    full_name: str = ""
    organization: str = ""
    note: str = ""
