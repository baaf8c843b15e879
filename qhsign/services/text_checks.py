"""The checklist of a contract's texts: 定稿 翻译 校对 印刷 装订 盖印."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain.problems import ProblemForUser
from qhsign.domain.readiness import needless_steps
from qhsign.domain.stage_terms import TextStep
from qhsign.services import contracts
from qhsign.services.contract_records import ContractRow
from qhsign.services.desk import Desk
from qhsign.store.schema import TextCheck

Done = Mapping[str, frozenset[TextStep]]
"""The steps done, by contract."""


def tick(
    desk: Desk, numbers: Sequence[int], steps: Iterable[TextStep], *, done: bool = True
) -> dict[int, frozenset[TextStep]]:
    """Tick steps of contracts' texts as done, or open them again; return what is done of each.

    翻译 is passed over where a contract has one language only. Raises ProblemForUser
    ``contract-unknown`` or ``text-steps-missing``; then nothing is ticked.
    """
    wanted = list(dict.fromkeys(steps))
    if not wanted:
        raise ProblemForUser("text-steps-missing")
    with desk.write("texts tick") as session:
        found = [contracts.by_number(session, number) for number in dict.fromkeys(numbers)]
        now: dict[int, frozenset[TextStep]] = {}
        for contract in found:
            needless = needless_steps(bilingual=bool(contract.language))
            held = {
                check.step: check
                for check in session.scalars(
                    select(TextCheck).where(TextCheck.contract_id == contract.id)
                )
            }
            for step in wanted:
                if not done and step in held:
                    session.delete(held.pop(step))
                elif done and step not in held and step not in needless:
                    held[step] = TextCheck(
                        contract_id=contract.id, step=step.value, at=desk.now(), by=desk.who
                    )
                    session.add(held[step])
            now[contract.number] = frozenset(map(TextStep, held))
        return now


def done_of(session: Session, ids: Iterable[str]) -> Done:
    """Return which steps are done of contracts."""
    found: dict[str, set[TextStep]] = {}
    query = select(TextCheck).where(TextCheck.contract_id.in_(list(ids)))
    for check in session.scalars(query):
        found.setdefault(check.contract_id, set()).add(TextStep(check.step))
    return {contract: frozenset(steps) for contract, steps in found.items()}


def needless_of(row: ContractRow) -> frozenset[TextStep]:
    """Return the steps a contract's texts do not go through."""
    return needless_steps(bilingual=row.language is not None)
