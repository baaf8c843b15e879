"""The same guest twice in one list, and two guests with one document."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from qhsign.domain.guest_entry import GuestEntry
from qhsign.domain.list_sheet import ListProblem
from qhsign.domain.names import name_key, normalized_organization
from qhsign.domain.problems import Severity


def without_repeats(
    entries: Sequence[GuestEntry], heading: Callable[[str], str]
) -> tuple[list[GuestEntry], list[ListProblem]]:
    """Return the entries with every person once, and what was found.

    The same person is one with the same document and name, the same phone and name, or the same
    organization and name where neither document nor phone differs. The first row stays and takes
    the values only a later one has. One document under two names is told; both stay.
    """
    kept: list[GuestEntry] = []
    places: dict[tuple[str, ...], int] = {}
    documents: dict[str, int] = {}
    problems: list[ListProblem] = []
    for entry in entries:
        keys = list(_keys(entry))
        place = next(
            (p for key in keys if (p := places.get(key)) is not None and _same(kept[p], entry)),
            None,
        )
        if place is not None and (first := kept[place]) is not None:
            kept[place] = _completed(first, entry)
            parameters: dict[str, object] = {"name": entry.full_name, "row": first.row}
            problems.append(
                ListProblem(
                    entry.row, heading("full_name"), Severity.WARNING, "row-repeated", parameters
                )
            )
            continue
        number = entry.document_number
        if number and (other := documents.get(number)) is not None and (first := kept[other]):
            parameters = {"name": entry.full_name, "other": first.full_name, "row": first.row}
            problems.append(
                ListProblem(
                    entry.row,
                    heading("document_number"),
                    Severity.WARNING,
                    "document-clash",
                    parameters,
                )
            )
        for key in keys:
            places.setdefault(key, len(kept))
        if number:
            documents.setdefault(number, len(kept))
        kept.append(entry)
    return [entry for entry in kept if entry is not None], problems


def _keys(entry: GuestEntry) -> list[tuple[str, ...]]:
    name = name_key(entry.full_name)
    keys: list[tuple[str, ...]] = []
    if entry.document_number:
        keys.append(("document", name, entry.document_number))
    if entry.phone:
        keys.append(("phone", name, entry.phone))
    if entry.organization:
        keys.append(("organization", name, normalized_organization(entry.organization)))
    return keys


def _same(first: GuestEntry | None, second: GuestEntry) -> bool:
    if first is None:
        return False
    if first.document_number and second.document_number:
        return first.document_number == second.document_number
    if first.phone and second.phone:
        return first.phone == second.phone or bool(
            first.document_number and first.document_number == second.document_number
        )
    return True


def _completed(first: GuestEntry, second: GuestEntry) -> GuestEntry:
    """Fill what the first row leaves open; a person listed for two activities goes to both."""
    values = {
        name: getattr(second, name)
        for name in GuestEntry.__slots__
        if name not in {"row", "activities"} and not getattr(first, name) and getattr(second, name)
    }
    activities = tuple(dict.fromkeys(first.activities + second.activities))
    return replace(first, activities=activities, **values)
