"""What looks wrong, sorted to where it happens, with the sentence and the contract it leads to."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qhsign.services.stage_records import StageFinding
from qhsign.ui.ceremony.column_lines import Marks
from qhsign.ui.ceremony.contract_provider import ColumnFindings
from qhsign.wording import Language, say


@dataclass(frozen=True, slots=True)
class Found:
    """One finding under the name of a slate or a batch, "" for what concerns all contracts."""

    where: str
    finding: StageFinding

    @property
    def contracts(self) -> Sequence[int]:
        """The numbers of the contracts it is about; the first is where it leads."""
        if self.finding.contract:
            return [int(self.finding.contract)]
        named = str(self.finding.parameters.get("contracts", ""))
        return [int(each) for each in named.split("、") if each.isdigit()]

    def sentence(self, language: Language) -> str:
        """Say it."""
        return say(self.finding.code, language, **self.finding.parameters)


def in_order(found: ColumnFindings) -> Sequence[Found]:
    """Return everything once, slate by slate and batch by batch, what concerns all last."""
    seen: set[tuple[object, ...]] = set()
    ordered = []
    for each in _all(found):
        finding = each.finding
        what = sorted((name, str(value)) for name, value in finding.parameters.items())
        key = (finding.code, *what)
        if key not in seen:
            seen.add(key)
            ordered.append(each)
    return ordered


def marks_of(found: ColumnFindings) -> Marks:
    """Return how many findings there are of each slate, batch and contract."""
    slates = {each.slate: len(each.findings) for each in found.slates if each.slate}
    batches: Counter[str] = Counter()
    contracts: Counter[int] = Counter()
    for each in in_order(found):
        if each.finding.batch and not each.finding.contract:
            batches[each.finding.batch] += 1
        contracts.update(set(each.contracts))
    return Marks(slates, batches, contracts)


def _all(found: ColumnFindings) -> Iterator[Found]:
    general = []
    for of_slate in found.slates:
        for finding in of_slate.findings:
            if of_slate.slate:
                yield Found(of_slate.slate, finding)
            else:
                general.append(Found("", finding))
    for finding in found.batches:
        yield Found(finding.batch, finding)
    yield from general
