"""What changed of a run of show since it was signed, as the journal tells it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.services import audit_search
from qhsign.services.audit_records import AuditEntry
from qhsign.services.audit_words import change_word
from qhsign.services.batch_times import is_own
from qhsign.services.run_of_show import Show
from qhsign.store.schema import Contract, Party, SlateEntry
from qhsign.wording import Language

MOST = 50
_FIELDS: Mapping[str, frozenset[str]] = {
    "slate": frozenset({"name", "activity_id", "opening_words", "closing_words"}),
    "batch": frozenset(
        {"name", "starts", "host_words", "guest_witnesses", "host_witnesses", "position"}
    ),
    "contract": frozenset({"title", "amount", "currency", "batch_id", "batch_position"}),
    "party": frozenset(
        {
            "organization", "is_host", "signatory", "signatory_id", "signatory_title", "assistant",
            "witnesses",
        }
    ),
    "guest": frozenset({"full_name", "reading", "gender", "title", "country"}),
    "activity": frozenset({"opens"}),
    "show_step": frozenset(
        {"minutes", "title", "content", "screen", "sound", "responsible", "host_words"}
    ),
}  # fmt: skip
"""By kind of record, what a run of show says of it."""


def since(
    session: Session, show: Show, approval: str, language: Language = Language.CHINESE
) -> Sequence[AuditEntry]:
    """Return the changes made after a signature (by its id) that the run of show speaks of.

    The newest come first, at most `MOST`.
    """
    entries = audit_search.after_record(
        session, ("stage_approval", approval), frozenset(_FIELDS), language
    )
    ours = set(_records(session, show))
    titles = _titles(show)
    return [_named(each, titles, language) for each in entries if _is_ours(each, ours, show)][:MOST]


def _titles(show: Show) -> Mapping[str, str]:
    """Return what steps the office decided of are called, by their records; not its own steps."""
    steps = {step.key: step for step in show.times.steps}
    return {
        held.id: show.title(steps[key])
        for key, held in show.decided.items()
        if key in steps and not is_own(key)
    }


def _named(entry: AuditEntry, titles: Mapping[str, str], language: Language) -> AuditEntry:
    """Name the step: what was first written of a usual step is a change of it."""
    if entry.kind != "show_step" or entry.entity not in titles:
        return entry
    word = change_word("update", language)
    told = [each for each in entry.changes if each.field in _FIELDS[entry.kind]]
    return replace(
        entry, subject=titles[entry.entity], change="update", change_word=word, changes=told
    )


def _is_ours(entry: AuditEntry, ours: set[str], show: Show) -> bool:
    if entry.kind == "show_step":
        # A step taken out is known only by what the entry says of it.
        slates = {value for c in entry.changes if c.field == "slate_id" for value in (c.old, c.new)}
        if entry.entity not in ours and show.slate.name not in slates:
            return False
    elif entry.entity not in ours:
        return False
    told = _FIELDS[entry.kind]
    return entry.change != "update" or any(change.field in told for change in entry.changes)


def _records(session: Session, show: Show) -> Iterator[str]:
    """Give the ids of everything the run of show speaks of."""
    yield show.slate.id
    if show.slate.activity_id:
        yield show.slate.activity_id
    for batch in show.times.batches:
        yield batch.id
    for step in show.decided.values():
        yield step.id
    listed = select(SlateEntry.contract_id).where(SlateEntry.slate_id == show.slate.id)
    staged = select(Contract.id).where(Contract.batch_id.in_(list(show.batches)))
    contracts = {*session.scalars(listed), *session.scalars(staged)}
    yield from contracts
    yield from session.scalars(
        select(Party.id).where(Party.contract_id.in_(listed) | Party.contract_id.in_(staged))
    )
    for each in show.batches.values():
        yield from each.cast.by_id
        for namesakes in each.cast.by_name.values():
            yield from (guest.id for guest in namesakes)
