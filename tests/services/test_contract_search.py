from collections.abc import Iterator
from pathlib import Path

import pytest

from qhsign.domain.search import matcher
from qhsign.services.contract_search import findable_contracts, word_reading
from qhsign.services.desk import Desk
from support.demonstrations import make


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made, _ = make(tmp_path / "demo.qhsign", guests=200)
    with made:
        yield made


def test_a_contract_is_found_by_number_title_and_parties(desk: Desk) -> None:
    contracts = findable_contracts(desk)
    wanted = contracts[4]
    party = wanted.row.parties[1]
    queries = [wanted.row.label, str(wanted.row.number), wanted.row.title, party.organization]
    for query in [*queries, *([party.signatory] if party.signatory else [])]:
        found = [each.row.number for each in contracts if matcher(query)(each.search_text)]
        assert wanted.row.number in found, query


def test_an_approved_contract_is_found_by_its_certificate(desk: Desk) -> None:
    contracts = findable_contracts(desk)
    wanted = next(each for each in contracts if each.row.certificate_number)
    found = [
        each.row.number
        for each in contracts
        if matcher(str(wanted.row.certificate_number))(each.search_text)
    ]
    assert found == [wanted.row.number]


def test_a_word_is_not_read_as_a_surname() -> None:
    assert word_reading("单位").syllables == ("dān", "wèi")
