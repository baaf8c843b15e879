"""Certificates (签约证书): one number per contract, one copy per party, versions counted."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain import badge_token
from qhsign.domain.badge_token import CodeKind
from qhsign.domain.problems import ProblemForUser
from qhsign.printing.certificate_sheet import render_certificates
from qhsign.printing.faces import CertificateFace
from qhsign.services import (
    badge_faces,
    certificate_faces,
    certificate_versions,
    contracts,
    event_keys,
    print_ledger,
)
from qhsign.services.certificate_preflight import ContractFinding, chosen_layout, printable
from qhsign.services.contract_records import ContractRow
from qhsign.services.desk import Desk
from qhsign.services.document_information import document_information
from qhsign.services.output_file import name_in_records, writing
from qhsign.services.print_ledger import LEFT_OUT, Piece
from qhsign.store.journal import JournaledSession
from qhsign.store.schema import Certificate, Contract, Event
from qhsign.wording import say


@dataclass(frozen=True, slots=True)
class CertificateRun:
    """What a print run did: ``certificates`` copies of ``contracts`` contracts on ``pages`` pages.

    ``numbers`` are those of the approved contracts; ``drafts`` counts contracts printed as 样张.
    ``run`` is its number in the ledger.
    """

    certificates: int
    contracts: int
    pages: int
    numbers: Sequence[str]
    drafts: int
    preflight: Sequence[ContractFinding]
    run: str = ""


@dataclass(frozen=True, slots=True)
class _Before:
    """The version printed before this one, and whether the contract has changed since."""

    version: int
    has_changed: bool


@dataclass(frozen=True, slots=True)
class _Issued:
    """A contract whose certificate got a version; ``certificate`` is that version's id."""

    row: ContractRow
    certificate: str
    before: _Before | None

    @property
    def has_changed(self) -> bool:
        """Whether the contract changed since the version before, if there is one."""
        return self.before is not None and self.before.has_changed


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
    layout: str | None = None,
    reason: str = "",
    progress: Callable[[int, int], None] | None = None,
) -> CertificateRun:
    """Print the certificates of a slate, of named contracts, or of all, into one PDF.

    An unapproved contract prints as 样张 without a code. Printing an approved contract again keeps
    its number, counts the version and voids the version before; that is committed before the first
    page, so that no two versions are ever valid at once. The run is begun in the ledger with it,
    and ended once the file lies on the disk. The ledger keeps ``reason``, and says of
    itself which contracts changed since the version before and which were reprinted without one.
    Without a ``layout`` a contract with a second language prints in both (see `chosen_layout`).
    """
    sheet = chosen_layout(layout)
    with desk.read() as session:
        chosen = certificate_versions.chosen(session, slate, contract_numbers)
        if not chosen:
            raise ProblemForUser("contracts-none")
        event = badge_faces.event_face(session)
        rows, findings = printable(session, chosen, sheet, event)
    if not rows:
        raise ProblemForUser("certificates-none-printable", count=len(chosen))
    with print_ledger.watched(desk) as watch, writing(out, ".pdf") as file:
        with desk.write("certificates issue") as session:
            now = _as_they_stand(session, rows)
            if now != rows:
                rows, findings = printable(session, now, sheet, event)
            if not rows:
                raise ProblemForUser("certificates-none-printable", count=len(chosen))
            faces, issued = _faces(session, desk, rows, bilingual=sheet.is_bilingual)
            entered = print_ledger.begin(
                session,
                kind="certificates",
                layout=sheet.name,
                destination=name_in_records(out),
                at=desk.now(),
                operator=desk.who,
                pieces=len(issued),
                reason=_reason_in_ledger(reason, issued),
            )
        watch.begun(entered, [each.certificate for each in issued])
        run = render_certificates(
            file,
            faces,
            sheet,
            event,
            information=document_information(desk, "document-certificates"),
            progress=None if progress is None else lambda done: progress(done, len(faces)),
        )
    pieces = [Piece(each.certificate) for each in issued]
    pieces += [Piece(contract, LEFT_OUT, code) for contract, code in _left_out(chosen, findings)]
    with desk.write("certificates print") as session:
        print_ledger.finish(session, entered, pieces, at=desk.now(), pages=run.pages)
    return CertificateRun(
        certificates=len(run.printed),
        contracts=len(rows),
        pages=run.pages,
        numbers=[row.certificate_number for row in rows if row.approved and row.certificate_number],
        drafts=sum(not row.approved for row in rows),
        preflight=[*findings, *_without_reason(reason, issued)],
        run=entered.label,
    )


def _left_out(
    chosen: Sequence[ContractRow], findings: Sequence[ContractFinding]
) -> list[tuple[str, str]]:
    """Return the contracts that could not be printed, each with the code of why."""
    why: dict[str, str] = {}
    for finding in findings:
        if finding.refuses:
            why.setdefault(finding.contract, finding.code)
    return [(row.id, why[row.label]) for row in chosen if row.label in why]


def _as_they_stand(session: Session, before: Sequence[ContractRow]) -> list[ContractRow]:
    """Read the contracts again under the write lock: another desk may have changed them."""
    held = session.scalars(select(Contract).where(Contract.id.in_([row.id for row in before])))
    contract_of = {contract.id: contract for contract in held}
    return contracts.rows(session, [contract_of[row.id] for row in before if row.id in contract_of])


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
            certificate.fingerprint != certificate_versions.fingerprint(session, row),
        )


def _faces(
    session: JournaledSession, desk: Desk, rows: Sequence[ContractRow], *, bilingual: bool
) -> tuple[list[CertificateFace], list[_Issued]]:
    faces: list[CertificateFace] = []
    issued: list[_Issued] = []
    for row in rows:
        version, code = 1, None
        if row.approved:
            certificate, before = _next_version(session, desk, row)
            version, code = certificate.version, certificate.code
            issued.append(_Issued(row, certificate.id, before))
        faces += certificate_faces.copies(
            session, row, version=version, code=code, bilingual=bilingual
        )
    return faces, issued


def _next_version(
    session: JournaledSession, desk: Desk, row: ContractRow
) -> tuple[Certificate, _Before | None]:
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
        fingerprint=certificate_versions.fingerprint(session, row),
        state="valid",
        made_at=desk.now(),
    )
    session.add(made)
    session.flush()
    if not before:
        return made, None
    last = before[-1]
    return made, _Before(last.version, has_changed=last.fingerprint != made.fingerprint)


def _reason_in_ledger(said: str, issued: Sequence[_Issued]) -> str:
    """Return what staff said, with what the ledger knows by itself of versions printed again."""
    parts = [said.strip()] if said.strip() else []
    for code, reprints in (
        ("ledger-changed-since", [each for each in issued if each.has_changed]),
        ("ledger-no-reason", _silent_reprints(said, issued)),
    ):
        if reprints:
            printed = "、".join(
                say("ledger-after-version", number=each.row.label, version=each.before.version)
                for each in reprints
                if each.before
            )
            parts.append(say(code, printed=printed))
    return "；".join(parts)


def _without_reason(said: str, issued: Sequence[_Issued]) -> list[ContractFinding]:
    return [
        ContractFinding(
            each.row.label,
            "reason",
            "reprint-without-reason",
            {
                "number": each.row.label,
                "certificate": each.row.certificate_number,
                "version": each.before.version,
            },
        )
        for each in _silent_reprints(said, issued)
        if each.before
    ]


def _silent_reprints(said: str, issued: Sequence[_Issued]) -> list[_Issued]:
    """Return what was printed again unchanged without anybody saying why."""
    if said.strip():
        return []
    return [each for each in issued if each.before and not each.has_changed]
