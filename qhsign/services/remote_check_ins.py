"""Signatories who sign from elsewhere (云签约): seen online instead of at the door."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain.contract import SigningMode
from qhsign.domain.problems import ProblemForUser
from qhsign.services import contracts, stage_cast
from qhsign.services.desk import Desk
from qhsign.store.schema import RemoteCheckIn


@dataclass(frozen=True, slots=True)
class SeenOnline:
    """A signatory seen online: the record, for an annulment, and when."""

    id: str
    name: str
    at: datetime


def check_in(desk: Desk, number: int, side: str, *, at: datetime | None = None) -> SeenOnline:
    """Record that the signatory of a party of a 云签约 contract is online.

    Raises ProblemForUser ``contract-unknown``, ``party-missing``, ``remote-not-cloud`` or
    ``remote-nobody``.
    """
    with desk.write("remote check-in") as session:
        contract = contracts.by_number(session, number)
        if contract.mode is not SigningMode.CLOUD:
            raise ProblemForUser("remote-not-cloud", number=f"{number:04d}", title=contract.title)
        (cast,) = stage_cast.cast_of(session, [contract]).contracts
        party = next((each for each in cast.parties if each.row.side == side), None)
        if party is None:
            raise ProblemForUser("party-missing", side=side)
        if party.signatory is None:
            raise ProblemForUser("remote-nobody", number=f"{number:04d}", side=side)
        seen = RemoteCheckIn(
            party_id=party.row.id,
            person=party.signatory.key,
            at=at or desk.now(),
            desk=desk.name,
            by=desk.who,
        )
        session.add(seen)
        session.flush()
        return SeenOnline(seen.id, party.signatory.name, seen.at)


def annul(desk: Desk, record: str, reason: str) -> None:
    """Annul an online check-in; the record stays.

    Raises ProblemForUser ``reason-missing``, ``scan-unknown`` or ``scan-annulled``.
    """
    if not reason.strip():
        raise ProblemForUser("reason-missing")
    with desk.write("remote check-in annul") as session:
        held = session.get(RemoteCheckIn, record)
        if held is None:
            raise ProblemForUser("scan-unknown", scan=record[:64])
        if held.annulled_at is not None:
            raise ProblemForUser("scan-annulled", scan=record)
        held.annulled_at, held.annul_reason = desk.now(), reason.strip()


def online_at(session: Session, parties: Collection[str], at: datetime) -> set[tuple[str, str]]:
    """Return (party, person) of those seen online by a moment."""
    # There are few: to name a thousand parties takes longer than to read them all.
    query = select(RemoteCheckIn.party_id, RemoteCheckIn.person).where(
        RemoteCheckIn.at <= at, RemoteCheckIn.annulled_at.is_(None)
    )
    wanted = set(parties)
    return {(party, person) for party, person in session.execute(query) if party in wanted}
