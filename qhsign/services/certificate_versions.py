"""Which certificates a run is for, and what was printed of them before."""

import hashlib
from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.services import certificate_faces, contracts
from qhsign.services.contract_records import ContractRow
from qhsign.services.slates import find as find_slate
from qhsign.store.schema import Certificate, Contract


def chosen(session: Session, slate: str | None, numbers: Sequence[int]) -> list[ContractRow]:
    """Return the contracts of these numbers, else of the slate, else all by number.

    Raises ProblemForUser ``contract-unknown``, ``slate-unknown`` or ``slate-ambiguous``.
    """
    if numbers:
        found = [contracts.by_number(session, number) for number in dict.fromkeys(numbers)]
    elif slate is not None:
        found = contracts.on_slate(session, find_slate(session, slate).id)
    else:
        found = list(session.scalars(select(Contract).order_by(Contract.number)))
    return contracts.rows(session, found)


def last_printed(session: Session) -> Mapping[str, Certificate]:
    """Return the last version of every contract's certificate, by the contract."""
    in_order = session.scalars(select(Certificate).order_by(Certificate.version))
    return {certificate.contract_id: certificate for certificate in in_order}


def fingerprint(session: Session, row: ContractRow) -> str:
    """Hash what a certificate prints of a contract, to tell later whether it changed."""
    faces = certificate_faces.copies(session, row, version=1, code=None)
    said = [*map(repr, faces), *(repr(face.other) for face in faces if face.other is not None)]
    return hashlib.sha256("\n".join(said).encode()).hexdigest()
