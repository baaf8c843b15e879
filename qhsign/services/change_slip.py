"""The 变更单: which printed things a substitution made wrong, and which of them still are."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qhsign.services import stage_plans
from qhsign.services.print_ledger import DONE
from qhsign.services.stage_prints import CALLS, MARKS, PLANS, SHOW, identity_of
from qhsign.store.schema import Batch, Certificate, Contract, Guest, PrintItem, PrintRun, Slate

CARDS, CERTIFICATES, SCREEN = "place-cards", "certificates", "big-screen"


@dataclass(frozen=True, slots=True)
class SlipLine:
    """One printed thing that is wrong: its kind as the ledger has it, of what, which version.

    ``of`` is a guest's or a certificate's number, or the name of a batch or slate. The big screen
    has no version: it shows what is right at once. ``now`` is the number of the guest who needs a
    place card instead.
    """

    print: str
    of: str
    version: int | None
    now: str = ""

    def stored(self) -> dict[str, object]:
        """Return the line as the file keeps it."""
        return {"print": self.print, "of": self.of, "version": self.version, "now": self.now}


def read(line: Mapping[str, object]) -> SlipLine:
    """Read a line as the file keeps it."""
    version = line["version"]
    return SlipLine(
        str(line["print"]),
        str(line["of"]),
        version if isinstance(version, int) else None,
        str(line.get("now", "")),
    )


def wrong_by(
    session: Session, contract: Contract, replaced: str, substitute: Guest
) -> list[SlipLine]:
    """Return what was printed with somebody who will not sign; ``replaced`` is a plan's key."""
    return [
        *_cards(session, replaced, substitute),
        *_of_batch(session, contract, replaced),
        *_certificates(session, contract),
    ]


def is_open(session: Session, line: SlipLine) -> bool:
    """Tell whether a line still waits: nothing newer was printed in its place."""
    if line.version is None:
        return False
    if line.print == CARDS:
        number = int(line.now)
        guest = session.scalars(select(Guest.id).where(Guest.number == number)).one_or_none()
        return guest is None or last_version(session, CARDS, guest) == 0
    if line.print == CERTIFICATES:
        contract = session.scalars(
            select(Contract).where(Contract.certificate_number == line.of)
        ).one_or_none()
        now = None if contract is None else _certificate(session, contract)
        return now is None or now.version <= line.version
    owner = Slate if line.print == SHOW else Batch
    found = session.scalars(select(owner).where(owner.name == line.of)).one_or_none()
    if found is None:
        return False
    if line.print == PLANS:
        plan = stage_plans.last_printed(session, found.id)
        return plan is None or plan.version <= line.version
    return last_version(session, line.print, identity_of(line.print, found.id)) <= line.version


def last_version(session: Session, kind: str, entity: str) -> int:
    """Return how often something was printed by runs of a kind."""
    query = (
        select(func.max(PrintItem.version))
        .join(PrintRun, PrintRun.id == PrintItem.run_id)
        .where(PrintItem.entity_id == entity, PrintItem.outcome == DONE, PrintRun.kind == kind)
    )
    return session.scalar(query) or 0


def _cards(session: Session, replaced: str, substitute: Guest) -> Iterator[SlipLine]:
    guest = session.get(Guest, replaced)
    version = last_version(session, CARDS, guest.id) if guest else 0
    if guest is not None and version:
        yield SlipLine(CARDS, f"{guest.number:05d}", version, f"{substitute.number:05d}")


def _of_batch(session: Session, contract: Contract, replaced: str) -> Iterator[SlipLine]:
    batch = session.get(Batch, contract.batch_id) if contract.batch_id else None
    if batch is None:
        return
    slate = session.get(Slate, batch.slate_id) if batch.slate_id else None
    if slate is not None:
        version = last_version(session, SHOW, identity_of(SHOW, slate.id))
        if version:
            yield SlipLine(SHOW, slate.name, version)
    plan = stage_plans.last_printed(session, batch.id)
    if plan is not None and replaced in stage_plans.arranged_of(session, plan).seats.values():
        yield SlipLine(PLANS, batch.name, plan.version)
    for kind in (CALLS, MARKS):
        version = last_version(session, kind, identity_of(kind, batch.id))
        if version:
            yield SlipLine(kind, batch.name, version)
    yield SlipLine(SCREEN, batch.name, None)


def _certificates(session: Session, contract: Contract) -> Iterator[SlipLine]:
    last = _certificate(session, contract)
    if last is not None and contract.certificate_number:
        yield SlipLine(CERTIFICATES, contract.certificate_number, last.version)


def _certificate(session: Session, contract: Contract) -> Certificate | None:
    """Return the last version of a contract's certificate that lies printed."""
    printed = select(PrintItem.entity_id).where(PrintItem.outcome == DONE)
    query = (
        select(Certificate)
        .where(Certificate.contract_id == contract.id, Certificate.id.in_(printed))
        .order_by(Certificate.version.desc())
        .limit(1)
    )
    return session.scalars(query).one_or_none()
