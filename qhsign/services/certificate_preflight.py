"""What is wrong with certificates before any is printed: each finding with contract and field."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from sqlalchemy.orm import Session

from qhsign.domain.problems import ProblemForUser
from qhsign.printing.faces import EventFace
from qhsign.printing.layouts import layout_file
from qhsign.printing.layouts.layout import Layout
from qhsign.printing.preflight import check_certificates
from qhsign.printing.qr_room import qr_problems
from qhsign.services import (
    badge_faces,
    certificate_faces,
    certificate_versions,
    contract_texts,
    events,
)
from qhsign.services.contract_records import ContractRow
from qhsign.services.desk import Desk
from qhsign.services.events import EventFacts
from qhsign.store.schema import Certificate

_USUAL_LAYOUT = "certificate-a4"
_USUAL_BILINGUAL = "certificate-a4-bilingual"
_ANY_CODE = "QC1" + "0" * 35
_FEWEST_PARTIES = 2


@dataclass(frozen=True, slots=True)
class ContractFinding:
    """One thing found: which contract, which field, and the code and parameters of the sentence.

    ``contract`` is empty where the event or the layout is meant and every certificate with it.
    ``field`` is the key to set, or the text's name in the layout.
    """

    contract: str
    field: str
    code: str
    parameters: Mapping[str, object]
    refuses: bool = False
    """Whether the contract's certificate cannot be printed."""


def chosen_layout(name: str | None) -> Layout:
    """Return the layout a run prints on: the one named, or A4 in the languages of each contract.

    Raises ProblemForUser ``layout-missing``, ``layout-of-another`` or ``layout-wrong``.
    """
    if name is not None:
        return layout_file.load_layout(name, "certificate")
    one_language = layout_file.load_layout(_USUAL_LAYOUT, "certificate")
    return one_language.joined(layout_file.load_layout(_USUAL_BILINGUAL, "certificate"))


def preflight(
    desk: Desk,
    *,
    slate: str | None = None,
    contract_numbers: Sequence[int] = (),
    layout: str | None = None,
) -> list[ContractFinding]:
    """Return everything a print run of these contracts would meet. Nothing is printed or issued.

    Raises ProblemForUser as `print_certificates` does for the contracts and the layout.
    """
    sheet = chosen_layout(layout)
    with desk.read() as session:
        chosen = certificate_versions.chosen(session, slate, contract_numbers)
        if not chosen:
            raise ProblemForUser("contracts-none")
        event = badge_faces.event_face(session)
        facts = events.facts_in(session)
        printed = certificate_versions.last_printed(session)
        found = [*_of_layout(sheet), *_of_event(facts)]
        for row in chosen:
            found += row_findings(session, row, sheet, event)
            found += _of_parties(row)
            found += _of_approval(row)
            found += _of_versions(session, row, printed.get(row.id))
        return found


def printable(
    session: Session, chosen: Sequence[ContractRow], sheet: Layout, event: EventFace
) -> tuple[list[ContractRow], list[ContractFinding]]:
    """Part the contracts that can be set from those that cannot, with what was found of all."""
    can: list[ContractRow] = []
    findings = list(_of_layout(sheet))
    for row in chosen:
        found = row_findings(session, row, sheet, event)
        findings += found
        if not any(each.refuses for each in found):
            can.append(row)
    return can, findings


def row_findings(
    session: Session, row: ContractRow, sheet: Layout, event: EventFace
) -> list[ContractFinding]:
    """Return what is wrong with the pages of one contract's certificate."""
    if not row.parties:
        title = {"title": row.title}
        return [_finding(row, "parties", "contract-incomplete", title, refuses=True)]
    found = list(_of_languages(row, sheet, events.facts_in(session)))
    if any(each.refuses for each in found):
        return found
    faces = certificate_faces.copies(
        session,
        row,
        version=1,
        code=_ANY_CODE if row.approved else None,
        bilingual=sheet.is_bilingual,
    )
    return found + [
        ContractFinding(row.label, each.field, each.code, each.parameters, each.refuses)
        for each in check_certificates(faces, sheet, event)
    ]


def _of_languages(row: ContractRow, sheet: Layout, facts: EventFacts) -> Iterator[ContractFinding]:
    if row.language is None:
        return
    if not sheet.is_bilingual:
        yield _finding(row, "language", "certificate-language-left-out", {"layout": sheet.name})
        return
    for lacking in contract_texts.missing(row, facts):
        code = "certificate-event-text-missing" if lacking.of_event else "certificate-text-missing"
        yield _finding(row, lacking.key, code, {"key": lacking.key}, refuses=True)
    for key in contract_texts.titles_of_the_other_copy(row):
        yield _finding(row, key, "certificate-title-order", {"key": key})


def _of_layout(sheet: Layout) -> Iterator[ContractFinding]:
    """Find codes of the layout that will not scan, whatever the contracts are."""
    for each in qr_problems(sheet):
        yield ContractFinding("", each.field, each.code, each.parameters)


def _of_event(facts: EventFacts) -> Iterator[ContractFinding]:
    """Find what the event leaves empty under a label of every certificate."""
    given = {
        "organizer": facts.organizer,
        "city": facts.city or facts.venue,
        "start": facts.start,
        "sealer": facts.sealer,
    }
    for key, value in given.items():
        if not value:
            yield ContractFinding("", key, f"certificate-lacks-{key}", {})


def _of_parties(row: ContractRow) -> Iterator[ContractFinding]:
    if 0 < len(row.parties) < _FEWEST_PARTIES:
        yield _finding(row, "parties", "contract-incomplete", {"title": row.title})
    for party in row.parties:
        where = f"{party.side}.signatory"
        if not party.signatory:
            yield _finding(row, where, "certificate-signatory-missing", {"side": party.side})
        elif not party.is_guest:
            who = {"name": party.signatory, "organization": party.organization}
            yield _finding(row, where, "certificate-signatory-unknown", who)


def _of_approval(row: ContractRow) -> Iterator[ContractFinding]:
    """Tell a contract nobody approved from one whose approval a change took away."""
    if row.approved:
        return
    if row.certificate_number is None:
        yield _finding(row, "approval", "certificate-unapproved")
    else:
        number = {"certificate": row.certificate_number}
        yield _finding(row, "approval", "certificate-approval-withdrawn", number)


def _of_versions(
    session: Session, row: ContractRow, last: Certificate | None
) -> Iterator[ContractFinding]:
    if last is None:
        return
    parameters = {"certificate": row.certificate_number, "version": last.version}
    yield _finding(row, "version", "certificate-printed-before", parameters)
    if last.fingerprint != certificate_versions.fingerprint(session, row):
        yield _finding(row, "version", "certificate-changed-since-print", parameters)


def _finding(
    row: ContractRow,
    field: str,
    code: str,
    parameters: Mapping[str, object] = MappingProxyType({}),
    *,
    refuses: bool = False,
) -> ContractFinding:
    return ContractFinding(row.label, field, code, {"number": row.label, **parameters}, refuses)
