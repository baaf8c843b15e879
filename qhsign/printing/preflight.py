"""What is wrong before anything is printed, with the guests and certificates named."""

from collections.abc import Iterable

from qhsign.printing.badge_sheet import BadgeCheck, BadgeValues
from qhsign.printing.certificate_sheet import certificate_findings
from qhsign.printing.faces import BadgeFace, CertificateFace, EventFace
from qhsign.printing.layouts.layout import Layout
from qhsign.printing.page_texts import PreflightFinding
from qhsign.printing.text.text_fit import shared_typesetter


def check_badges(
    badges: Iterable[BadgeFace],
    layout: Layout,
    event: EventFace,
    *,
    issued: bool = True,
) -> list[PreflightFinding]:
    """Return what is wrong with the badges, in their order; an empty list means print them.

    With ``issued=False`` the badges have no codes yet, and none is asked for.
    """
    typesetter = shared_typesetter()
    values_of = BadgeValues(layout, event)
    check = BadgeCheck(layout, typesetter, issued=issued)
    found: list[PreflightFinding] = []
    for badge in badges:
        values, key = values_of.of(badge)
        found += check.findings(badge, values, key)
    return found


def check_certificates(
    sheets: Iterable[CertificateFace], layout: Layout, event: EventFace
) -> list[PreflightFinding]:
    """Return what is wrong with the certificates, in their order."""
    typesetter = shared_typesetter()
    return [
        finding
        for sheet in sheets
        for finding in certificate_findings(sheet, layout, event, typesetter)
    ]
