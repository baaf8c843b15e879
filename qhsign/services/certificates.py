"""Certificates (签约证书): one number per contract, one copy per party, versions counted."""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain import badge_token
from qhsign.domain.badge_token import CodeKind
from qhsign.domain.problems import ProblemForUser
from qhsign.printing import layout_file
from qhsign.printing.certificate_sheet import render_certificates
from qhsign.printing.faces import CertificateFace, EventFace
from qhsign.printing.layout import Layout
from qhsign.printing.preflight import check_certificates
from qhsign.services import badge_faces, certificate_faces, contracts, event_keys, print_ledger
from qhsign.services.badges import Finding
from qhsign.services.contract_records import ContractRow
from qhsign.services.desk import Desk
from qhsign.services.document_information import document_information
from qhsign.services.output_file import name_in_records, writing
from qhsign.services.slates import find as find_slate
from qhsign.store.journal import JournaledSession
from qhsign.store.schema import Certificate, Contract, Event


@dataclass(frozen=True, slots=True)
class CertificateRun:
    """What a print run did: ``certificates`` copies of ``contracts`` contracts on ``pages`` pages.

    ``numbers`` are those of the approved contracts; ``drafts`` counts contracts printed as 样张.
    """

    certificates: int
    contracts: int
    pages: int
    numbers: Sequence[str]
    drafts: int
    preflight: Sequence[Finding]


@dataclass(frozen=True, slots=True)
class Verification:
    """What a certificate's code says; ``state`` is valid, void, forged, other-event or unknown.

    ``changed`` tells that the contract was changed since this version was printed.
    """

    number: str | None
    version: int | None
    state: str
    changed: bool = False


def print_certificates(
    desk: Desk,
    out: Path,
    *,
    slate: str | None = None,
    contract_numbers: Sequence[int] = (),
    layout: str = "certificate-a4",
    reason: str = "",
) -> CertificateRun:
    """Print the certificates of a slate, of named contracts, or of all, into one PDF.

    An unapproved contract prints as 样张 without a code. Printing an approved contract again keeps
    its number, counts the version and voids the version before; that is committed before the first
    page, so that no two versions are ever valid at once.
    """
    sheet = layout_file.load_layout(layout, "certificate")
    with desk.read() as session:
        chosen = _chosen(session, slate, contract_numbers)
        if not chosen:
            raise ProblemForUser("contracts-none")
        event = badge_faces.event_face(session)
        printable, findings = _printable(session, chosen, sheet, event)
    if not printable:
        raise ProblemForUser("certificates-none-printable", count=len(chosen))
    with writing(out) as file:
        with desk.write("certificates issue") as session:
            now = _as_they_stand(session, printable)
            if now != printable:
                printable, findings = _printable(session, now, sheet, event)
            if not printable:
                raise ProblemForUser("certificates-none-printable", count=len(chosen))
            faces, issued = _faces(session, desk, printable)
        run = render_certificates(
            file,
            faces,
            sheet,
            event,
            information=document_information(desk, "document-certificates"),
        )
    with desk.write("certificates print") as session:
        print_ledger.enter(
            session,
            kind="certificates",
            layout=sheet.name,
            destination=name_in_records(out),
            at=desk.now(),
            operator=desk.operator,
            entities=[certificate.id for certificate in issued],
            reason=reason,
        )
    return CertificateRun(
        certificates=len(run.printed),
        contracts=len(printable),
        pages=run.pages,
        numbers=[
            row.certificate_number for row in printable if row.approved and row.certificate_number
        ],
        drafts=sum(not row.approved for row in printable),
        preflight=findings,
    )


def _as_they_stand(session: Session, before: Sequence[ContractRow]) -> list[ContractRow]:
    """Read the contracts again under the write lock: another desk may have changed them."""
    held = session.scalars(select(Contract).where(Contract.id.in_([row.id for row in before])))
    contract_of = {contract.id: contract for contract in held}
    return contracts.rows(session, [contract_of[row.id] for row in before if row.id in contract_of])


def _printable(
    session: Session, chosen: Sequence[ContractRow], sheet: Layout, event: EventFace
) -> tuple[list[ContractRow], list[Finding]]:
    """Part the contracts that can be set from those that cannot, before any version is voided."""
    faces: list[CertificateFace] = []
    label_of: dict[str, str] = {}
    for row in chosen:
        copies = certificate_faces.copies(session, row, version=1, code=None)
        label_of.update((copy.subject, row.label) for copy in copies)
        faces += copies
    found = check_certificates(faces, sheet, event)
    refused = {label_of.get(each.subject) for each in found if each.refuses}
    with_copies = set(label_of.values()) - refused
    return [row for row in chosen if row.label in with_copies], [
        Finding(label_of.get(each.subject, each.subject), each.code, each.parameters)
        for each in found
    ]


def verify(desk: Desk, code: str) -> Verification:
    """Tell what a certificate's code says. Nothing is written."""
    with desk.read() as session:
        reading = badge_token.read(code)
        if reading.kind is not CodeKind.CERTIFICATE:
            return Verification(None, None, "unknown")
        check = event_keys.check(session, reading)
        if check not in event_keys.PROVEN:
            return Verification(None, None, check.value)
        certificate = session.scalars(
            select(Certificate).where(Certificate.token == reading.badge_id)
        ).one_or_none()
        if certificate is None:
            return Verification(None, None, "unknown")
        contract = session.get_one(Contract, certificate.contract_id)
        (row,) = contracts.rows(session, [contract])
        return Verification(
            contract.certificate_number,
            certificate.version,
            certificate.state,
            certificate.fingerprint != _fingerprint(session, row),
        )


def _chosen(session: Session, slate: str | None, numbers: Sequence[int]) -> list[ContractRow]:
    if numbers:
        found = [contracts.by_number(session, number) for number in dict.fromkeys(numbers)]
    elif slate is not None:
        found = contracts.on_slate(session, find_slate(session, slate).id)
    else:
        found = list(session.scalars(select(Contract).order_by(Contract.number)))
    return contracts.rows(session, found)


def _faces(
    session: JournaledSession, desk: Desk, chosen: Sequence[ContractRow]
) -> tuple[list[CertificateFace], list[Certificate]]:
    faces: list[CertificateFace] = []
    issued: list[Certificate] = []
    for row in chosen:
        certificate = _next_version(session, desk, row) if row.approved else None
        if certificate is not None:
            issued.append(certificate)
        faces += certificate_faces.copies(
            session,
            row,
            version=certificate.version if certificate else 1,
            code=certificate.code if certificate else None,
        )
    return faces, issued


def _next_version(session: JournaledSession, desk: Desk, row: ContractRow) -> Certificate:
    before = session.scalars(
        select(Certificate).where(Certificate.contract_id == row.id).order_by(Certificate.version)
    ).all()
    for old in before:
        old.state = "void"
    token = badge_token.encoded(secrets.token_bytes(badge_token.ID_BYTES))
    event_code = session.scalars(select(Event.code)).one()
    made = Certificate(
        contract_id=row.id,
        version=before[-1].version + 1 if before else 1,
        token=token,
        code=badge_token.issue_certificate(event_code, event_keys.signing_key(session), token),
        fingerprint=_fingerprint(session, row),
        state="valid",
        made_at=desk.now(),
    )
    session.add(made)
    session.flush()
    return made


def _fingerprint(session: Session, row: ContractRow) -> str:
    """Hash what a certificate prints of a contract, to tell later whether it changed."""
    faces = certificate_faces.copies(session, row, version=1, code=None)
    return hashlib.sha256("\n".join(map(repr, faces)).encode()).hexdigest()
