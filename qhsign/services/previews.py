"""Previews: one piece exactly as it would print, with nothing issued or entered.

No code that opens a door or vouches for a contract gets into a preview, not even one that was
issued: a preview leaves no trace in the ledger. In its place stands a code of the same size that
every desk answers with unknown.
"""

from dataclasses import replace
from io import BytesIO

from sqlalchemy import func, select

from qhsign.domain.problems import ProblemForUser
from qhsign.printing.badge_sheet import render_badges
from qhsign.printing.certificate_sheet import render_certificates
from qhsign.printing.layouts import layout_file
from qhsign.printing.page_texts import PrintRun
from qhsign.printing.place_card import render_place_cards
from qhsign.printing.qr_code import BADGE_CHARACTERS
from qhsign.services import certificate_faces, contracts, guests, place_cards
from qhsign.services.badge_faces import BadgeFaces, event_face
from qhsign.services.badge_guests import held_badges, read_guests
from qhsign.services.certificate_preflight import chosen_layout, row_findings
from qhsign.services.desk import Desk
from qhsign.store.schema import Certificate
from qhsign.wording import Language, say

NO_CODE = "PREVIEW ONLY / NOT VALID ".ljust(BADGE_CHARACTERS, "/")
"""What the code of a preview says; no badge and no certificate has such a code."""


def badge(desk: Desk, number: int, layout: str = "badge-90x130") -> bytes:
    """Return a guest's badge as a PDF of one page, whether or not it may be printed.

    The short code is the guest's own, or says that no badge was issued yet. Raises ProblemForUser
    ``guest-unknown``, or what keeps the badge from being drawn, such as ``print-glyph-missing``.
    """
    sheet = layout_file.load_layout(layout, "badge")
    with desk.read() as session:
        (guest,) = read_guests(session, numbers=[guests.by_number(session, number).number])
        maker = BadgeFaces(session, photos="photo" in sheet.fields)
        held = held_badges(session, guest=guest.id).get(guest.id)
        face = replace(maker.of(guest, held), qr_text=NO_CODE)
        if held is None:
            face = replace(face, short_code=say("badge-not-issued", Language.CHINESE))
        stream = BytesIO()
        return _drawn(stream, render_badges(stream, [face], sheet, maker.event))


def place_card(desk: Desk, number: int, layout: str = "") -> bytes:
    """Return a guest's place card as a PDF, on the layout that suits where none is named.

    Raises ProblemForUser ``guest-unknown``, or what keeps the card from being drawn.
    """
    with desk.read() as session:
        guest = guests.by_number(session, number)
        row = next(each for each in guests.rows(session) if each.id == guest.id)
        card = place_cards.card_of(session, row, layout)
    stream = BytesIO()
    return _drawn(stream, render_place_cards(stream, [card]))


def certificate(
    desk: Desk, number: int, layout: str | None = None, *, side: str | None = None
) -> bytes:
    """Return a contract's certificate as a PDF: every party's copy, or the one of ``side`` (甲).

    It shows the version the next print would make; what is not approved shows 样张. Without a
    ``layout`` it is in the languages of the contract, as it prints. Raises ProblemForUser
    ``contract-unknown``, ``party-missing``, or what keeps it from being drawn.
    """
    sheet = chosen_layout(layout)
    with desk.read() as session:
        contract = contracts.by_number(session, number)
        (row,) = contracts.rows(session, [contract])
        made = session.scalar(
            select(func.max(Certificate.version)).where(Certificate.contract_id == contract.id)
        )
        version = (made or 0) + 1 if row.approved else 1
        code = NO_CODE if row.approved else None
        event = event_face(session)
        for found in row_findings(session, row, sheet, event):
            if found.refuses:
                raise ProblemForUser(found.code, **found.parameters)
        faces = certificate_faces.copies(
            session, row, version=version, code=code, bilingual=sheet.is_bilingual
        )
    sides = [party.side for party in row.parties]
    if side is not None:
        if side not in sides:
            raise ProblemForUser("party-missing", side=side)
        faces = [faces[sides.index(side)]]
    stream = BytesIO()
    return _drawn(stream, render_certificates(stream, faces, sheet, event))


def _drawn(stream: BytesIO, run: PrintRun) -> bytes:
    for finding in run.findings:
        if finding.refuses:
            raise ProblemForUser(finding.code, **finding.parameters)
    return stream.getvalue()
