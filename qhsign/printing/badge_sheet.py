"""Badges as PDF: one a page, or several on a sheet to cut."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import IO

from qhsign.printing.drawing import PageDrawing
from qhsign.printing.faces import BadgeFace, EventFace
from qhsign.printing.layouts.fields import BADGE_FIELDS, BadgeSubject
from qhsign.printing.layouts.layout import Layout, QrCode
from qhsign.printing.page_texts import (
    CODE_MISSING,
    PreflightFinding,
    PrintRun,
    findings_of,
)
from qhsign.printing.pdf_file import DocumentInformation, PdfFile
from qhsign.printing.press_sheet import SheetFiller, SlugNote
from qhsign.printing.qr_code import is_qr_alphanumeric
from qhsign.printing.qr_room import code_findings
from qhsign.printing.separator_sheet import Separator, separator_page
from qhsign.printing.text.text_fit import Typesetter, shared_typesetter

_SHARED = frozenset(name for name, field in BADGE_FIELDS.items() if field.shared)
_PROGRESS_EVERY = 50
_SPREAD = "\u3000"  # inside a two-character name as printed


class BadgeValues:
    """The values of a layout's fields, badge by badge; what badges share is worked out once."""

    def __init__(self, layout: Layout, event: EventFace) -> None:
        used = [BADGE_FIELDS[name] for name in sorted(layout.fields)]
        self._own = [field for field in used if not field.shared]
        self._shared = [field for field in used if field.shared]
        self._event = event
        self._known: dict[tuple[object, ...], dict[str, str]] = {}

    def of(self, badge: BadgeFace) -> tuple[dict[str, str], tuple[object, ...]]:
        """Return the values for ``badge`` and the key of those it shares with others."""
        key = (badge.category, badge.vip, badge.zones)
        look = self._event.look(badge.category, vip=badge.vip)
        subject = BadgeSubject(badge, self._event, look)
        shared = self._known.get(key)
        if shared is None:
            shared = self._known[key] = {field.name: field.value(subject) for field in self._shared}
        values = shared.copy()
        for field in self._own:
            values[field.name] = field.value(subject)
        return values, key


class BadgeCheck:
    """Finds what is wrong with badges; texts that badges share are checked once for each look."""

    def __init__(self, layout: Layout, typesetter: Typesetter, *, issued: bool = True) -> None:
        shared = layout.shared_elements(_SHARED)
        pairs = list(zip(shared, layout.elements, strict=True))
        self._shared = [element for is_shared, element in pairs if is_shared]
        self._own = [element for is_shared, element in pairs if not is_shared]
        self._long_codes = [
            each
            for each in layout.elements
            if isinstance(each, QrCode) and each.only_field != "token"
        ]
        self._needs_code = issued and "token" in layout.fields
        self._typesetter = typesetter
        self._sound: set[object] = set()

    def findings(
        self, badge: BadgeFace, values: Mapping[str, str], shared_key: object
    ) -> list[PreflightFinding]:
        """Return what is wrong with one badge."""
        subject = badge.guest_number
        found = findings_of(subject, self._own, values, self._typesetter)
        if shared_key not in self._sound:
            shared = findings_of(subject, self._shared, values, self._typesetter)
            if not shared:
                self._sound.add(shared_key)
            found += shared
        if self._long_codes:
            found += code_findings(subject, self._long_codes, values)
        if self._needs_code and not is_qr_alphanumeric(badge.qr_text):
            found.append(PreflightFinding(subject, "token", CODE_MISSING, {"subject": subject}))
        return found


def render_badges(
    stream: IO[bytes],
    badges: Iterable[BadgeFace | Separator],
    layout: Layout,
    event: EventFace,
    *,
    information: DocumentInformation | None = None,
    note: SlugNote | None = None,
    progress: Callable[[int], None] | None = None,
) -> PrintRun:
    """Write the badges as one PDF in the order given; the same input, the same bytes.

    A badge with a character no font has, or without a code, is left out and named in the
    findings; one with a text too big for its box is printed and named. A separator takes a sheet
    of its own, and the badges after it lie under its bookmark. ``note`` stands at the margin of
    sheets that are cut. ``progress`` is told
    the number of badges done and may raise to stop.
    """
    typesetter = shared_typesetter()
    file = PdfFile(stream, information)
    drawing = PageDrawing(file, typesetter, layout, _SHARED)
    filler = SheetFiller(file, layout, typesetter, note)
    values_of = BadgeValues(layout, event)
    check = BadgeCheck(layout, typesetter)
    printed: list[str] = []
    findings: list[PreflightFinding] = []
    level = 0
    for badge in _told(badges, progress):
        if isinstance(badge, Separator):
            page = separator_page(file, typesetter, filler.page, badge)
            filler.add_whole(page, [(0, badge.name)])
            level = 1
            continue
        values, key = values_of.of(badge)
        found = check.findings(badge, values, key)
        findings += found
        if any(finding.refuses for finding in found):
            continue
        name = badge.full_name.replace(_SPREAD, "")
        bookmark = f"{name}　{badge.guest_number}"
        filler.add(drawing.page(values, key, badge.photo), [(level, bookmark)])
        printed.append(badge.guest_number)
    filler.end_sheet()
    if printed:
        file.save()
    return PrintRun(file.pages if printed else 0, tuple(printed), tuple(findings))


def _told(
    badges: Iterable[BadgeFace | Separator], progress: Callable[[int], None] | None
) -> Iterator[BadgeFace | Separator]:
    done = 0
    for badge in badges:
        yield badge
        done += isinstance(badge, BadgeFace)
        if progress is not None and done % _PROGRESS_EVERY == 0:
            progress(done)
    if progress is not None:
        progress(done)
