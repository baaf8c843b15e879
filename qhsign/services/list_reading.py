"""Reading a list the way the person at the desk chose: which sheet, which columns."""

from sqlalchemy import select

from qhsign.domain.contract_list import ReadContracts, read_contracts
from qhsign.domain.guest_list import ReadGuests, read_guests
from qhsign.domain.list_sheet import Headings, Sheet
from qhsign.domain.problems import ProblemForUser
from qhsign.exchange.headings import find_headings
from qhsign.services import events, reference
from qhsign.services.desk import Desk
from qhsign.services.list_records import CONTRACTS, GUESTS, ListChoice
from qhsign.services.list_source import digest_of, name_of, read_source
from qhsign.store.schema import CategoryLook


def read_guest_list(desk: Desk, choice: ListChoice) -> tuple[Sheet, Headings, ReadGuests]:
    """Return the sheet, its headings and the guests on it.

    Raises ProblemForUser for a list that cannot be read, and ``list-changed-meanwhile`` for one
    that is not as it was looked at.
    """
    found, headings = _found(choice, GUESTS)
    with desk.read() as session:
        facts = events.facts_in(session)
        looks = session.scalars(select(CategoryLook)).all()
    year = (facts.start or desk.now().astimezone(facts.zone).date()).year
    read = read_guests(
        found,
        headings,
        year=year,
        country_code=reference.country_code,
        category_words={look.word: look.category for look in looks if look.word},
    )
    return found, headings, read


def read_contract_list(choice: ListChoice) -> tuple[Sheet, Headings, ReadContracts]:
    """Return the sheet, its headings and the contracts on it; raises as ``read_guest_list``."""
    found, headings = _found(choice, CONTRACTS)
    return found, headings, read_contracts(found, headings)


def _found(choice: ListChoice, kind: str) -> tuple[Sheet, Headings]:
    if choice.digest and digest_of(choice.source) != choice.digest:
        raise ProblemForUser("list-changed-meanwhile", file=name_of(choice.source))
    return find_headings(
        read_source(choice.source),
        kind,
        sheet=choice.sheet,
        chosen=choice.mapping,
        passed_over=choice.passed_over,
    )
