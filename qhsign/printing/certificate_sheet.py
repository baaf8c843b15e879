"""Certificates, one copy a page, as PDF."""

from collections.abc import Callable, Iterable, Iterator
from typing import IO

from qhsign.domain.contract import SigningMode
from qhsign.printing.drawing import PageDrawing
from qhsign.printing.faces import CertificateFace, EventFace
from qhsign.printing.layouts.fields import CERTIFICATE_FIELDS, CertificateSubject
from qhsign.printing.layouts.layout import Layout
from qhsign.printing.page_texts import (
    CODE_MISSING,
    LANGUAGES_DIFFER,
    PARTIES_TOO_MANY,
    PreflightFinding,
    PrintRun,
    findings_of,
)
from qhsign.printing.pdf_file import DocumentInformation, PdfFile
from qhsign.printing.press_sheet import SheetFiller
from qhsign.printing.qr_code import is_qr_alphanumeric
from qhsign.printing.qr_room import code_findings
from qhsign.printing.text.text_fit import Typesetter, shared_typesetter
from qhsign.wording import Language, say

_SHARED = frozenset(name for name, field in CERTIFICATE_FIELDS.items() if field.shared)
_PROGRESS_EVERY = 10


def certificate_lead(mode: SigningMode, what: str) -> str:
    """Return the opening sentence; ``what`` names the paper signed: 项目合同, 协议."""
    return say(f"certificate-lead-{mode}", Language.CHINESE, what=what)


def certificate_findings(
    sheet: CertificateFace, layout: Layout, event: EventFace, typesetter: Typesetter
) -> list[PreflightFinding]:
    """Return what is wrong with one certificate."""
    pages = layout.pages_for(len(sheet.parties), sheet.first)
    if not pages:
        return [_without_layout(sheet, layout)]
    found = []
    for page in pages:
        values = _values(sheet, page, event)
        found += findings_of(sheet.subject, page.elements, values, typesetter)
        found += code_findings(sheet.subject, page.elements, values)
    if not sheet.draft and not is_qr_alphanumeric(sheet.qr_text or ""):
        found.append(
            PreflightFinding(sheet.subject, "token", CODE_MISSING, {"subject": sheet.subject})
        )
    return found


def _without_layout(sheet: CertificateFace, layout: Layout) -> PreflightFinding:
    """Tell why no page of a layout suits a certificate."""
    parameters: dict[str, object] = {"subject": sheet.subject, "layout": layout.name}
    suiting = layout.of_languages(sheet.first)
    if not suiting:
        return PreflightFinding(sheet.subject, "language", LANGUAGES_DIFFER, parameters)
    room = max(each.parties for each in suiting)
    parameters |= {"count": len(sheet.parties), "room": room}
    return PreflightFinding(sheet.subject, "parties", PARTIES_TOO_MANY, parameters)


def render_certificates(
    stream: IO[bytes],
    sheets: Iterable[CertificateFace],
    layout: Layout,
    event: EventFace,
    *,
    information: DocumentInformation | None = None,
    progress: Callable[[int], None] | None = None,
) -> PrintRun:
    """Write the certificates as one PDF, the pages of each in the order given.

    The variant of ``layout`` in its languages with room for all parties is taken for each. A sheet
    with a character no font has, too many parties, or no code though it is no draft, is left out
    and named in the findings. The copies of a contract lie under its bookmark. The same input gives
    the same bytes.
    """
    typesetter = shared_typesetter()
    file = PdfFile(stream, information)
    drawings: dict[str, tuple[PageDrawing, SheetFiller]] = {}
    printed: list[str] = []
    findings: list[PreflightFinding] = []
    contract = current = ""
    for sheet in _told(sheets, progress):
        found = certificate_findings(sheet, layout, event, typesetter)
        findings += found
        if any(finding.refuses for finding in found):
            continue
        bookmarks = [(1, sheet.copy_label)]
        if sheet.number != contract:
            contract = sheet.number
            bookmarks.insert(0, (0, f"{contract}　{sheet.project}"))
        for chosen in layout.pages_for(len(sheet.parties), sheet.first):
            if current not in {"", chosen.name}:
                drawings[current][1].end_sheet()
            current = chosen.name
            if chosen.name not in drawings:
                drawings[chosen.name] = (
                    PageDrawing(file, typesetter, chosen, _SHARED),
                    SheetFiller(file, chosen, typesetter),
                )
            drawing, filler = drawings[chosen.name]
            values = _values(sheet, chosen, event)
            shared = tuple(values[name] for name in sorted(_SHARED & chosen.fields))
            filler.add(drawing.page(values, shared), bookmarks)
            bookmarks = []
        printed.append(sheet.subject)
    if printed:
        drawings[current][1].end_sheet()
        file.save()
    return PrintRun(file.pages, tuple(printed), tuple(findings))


def _values(sheet: CertificateFace, layout: Layout, event: EventFace) -> dict[str, str]:
    subject = CertificateSubject(sheet, event)
    return {name: CERTIFICATE_FIELDS[name].value(subject) for name in sorted(layout.fields)}


def _told(
    sheets: Iterable[CertificateFace], progress: Callable[[int], None] | None
) -> Iterator[CertificateFace]:
    done = 0
    for done, sheet in enumerate(sheets, start=1):
        yield sheet
        if progress is not None and done % _PROGRESS_EVERY == 0:
            progress(done)
    if progress is not None:
        progress(done)
