"""Place cards (席卡): one for each guest who is to sit at the tables."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain import names
from qhsign.domain.guest import Category, Invitation
from qhsign.domain.ordering import Order
from qhsign.domain.problems import ProblemForUser
from qhsign.printing.faces import PlaceCardFace
from qhsign.printing.layouts import layout_file
from qhsign.printing.layouts.layout import Layout
from qhsign.printing.place_card import CardOnLayout, check_place_cards, render_place_cards
from qhsign.services import print_ledger, statistics
from qhsign.services.activities import find as find_activity
from qhsign.services.desk import Desk
from qhsign.services.document_information import document_information
from qhsign.services.findings import Finding
from qhsign.services.guest_records import GuestRow
from qhsign.services.guests import by_number, list_guests
from qhsign.services.output_file import name_in_records, writing
from qhsign.services.print_ledger import Piece
from qhsign.store.schema import Guest

WITH_TITLE = "place-card-200x100-title"
_NAME_ALONE = "place-card-200x100-name"
_BILINGUAL = "place-card-200x100-bilingual"
_CHINA = "CN"


@dataclass(frozen=True, slots=True)
class CardRun:
    """What a print run did."""

    cards: int
    pages: int
    preflight: Sequence[Finding]


@dataclass(frozen=True, slots=True)
class CardWish:
    """For whom cards are: what `print_place_cards` is asked, without the file."""

    layout: str = ""
    activity: str | None = None
    category: Category | None = None
    guest_numbers: Sequence[int] = ()
    vip: bool = False
    order: Order | None = None


@dataclass(frozen=True, slots=True)
class CheckedCards:
    """The guests whose cards were checked, in order; ``refused`` are those left out, by label."""

    guests: Sequence[GuestRow]
    findings: Sequence[Finding]
    refused: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Wanted:
    guests: Sequence[GuestRow]
    findings: Sequence[Finding]


def print_place_cards(
    desk: Desk,
    out: Path,
    *,
    layout: str = "",
    activity: str | None = None,
    category: Category | None = None,
    guest_numbers: Sequence[int] = (),
    vip: bool = False,
    order: Order | None = None,
    limit: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> CardRun:
    """Print a place card for each confirmed guest chosen into one PDF, and enter it in the ledger.

    ``activity`` chooses whom it invites, ``vip`` the guests marked so. Without ``layout`` each
    guest gets the card that suits: bilingual with a foreign name, the name alone where neither
    organization nor title is known, else with both.

    A named guest who is left out is a finding, as is one whose card no font can set. Raises
    ProblemForUser ``place-cards-nobody`` or ``place-cards-none-printable``, and what choosing a
    layout, an activity, a guest and the file raises.
    """
    layouts = _Layouts(layout)
    rows = list_guests(desk, order=order).guests
    with desk.read() as session:
        wanted = _wanted(session, rows, activity, category, guest_numbers, vip=vip)
        chosen = wanted.guests if limit is None else wanted.guests[: max(limit, 0)]
        cards = _cards(session, chosen, layouts)
    if not cards:
        if wanted.findings:
            return CardRun(0, 0, wanted.findings)
        raise ProblemForUser("place-cards-nobody")
    id_of = {row.label: row.id for row in chosen}
    used = {card.guest_number: on.name for card, on in cards}
    with print_ledger.watched(desk) as watch, writing(out, ".pdf") as file:
        run = render_place_cards(
            file,
            cards,
            information=document_information(desk, "document-place-cards"),
            progress=None if progress is None else lambda done: progress(done, len(cards)),
        )
        if not run.printed:
            raise ProblemForUser("place-cards-none-printable", count=len(cards))
        printed = [id_of[number] for number in run.printed]
        with desk.write("place-cards print") as session:
            entered = print_ledger.begin(
                session,
                kind="place-cards",
                layout="、".join(sorted({used[number] for number in run.printed})),
                destination=name_in_records(out),
                at=desk.now(),
                operator=desk.who,
                pieces=len(printed),
            )
        watch.begun(entered, printed)
    pieces = [Piece(entity) for entity in printed]
    with desk.write("place-cards print") as session:
        print_ledger.finish(session, entered, pieces, at=desk.now(), pages=run.pages)
    found = [Finding(each.subject, each.code, each.parameters, each.field) for each in run.findings]
    return CardRun(len(run.printed), run.pages, [*wanted.findings, *found])


def chosen_guests(desk: Desk, wish: CardWish) -> Sequence[GuestRow]:
    """Return whom cards would be printed for, in order. Raises as `print_place_cards`."""
    rows = list_guests(desk, order=wish.order).guests
    with desk.read() as session:
        return _of_wish(session, rows, wish).guests


def check(desk: Desk, wish: CardWish) -> CheckedCards:
    """Return what a run of cards would meet; nothing is printed or entered.

    Raises ProblemForUser as `print_place_cards`, but for a run of nobody.
    """
    layouts = _Layouts(wish.layout)
    rows = list_guests(desk, order=wish.order).guests
    with desk.read() as session:
        wanted = _of_wish(session, rows, wish)
        cards = _cards(session, wanted.guests, layouts)
    found = check_place_cards(cards)
    refused = {each.subject for each in found if each.refuses}
    return CheckedCards(
        wanted.guests,
        [
            *wanted.findings,
            *(Finding(each.subject, each.code, each.parameters, each.field) for each in found),
        ],
        frozenset(refused | {finding.guest for finding in wanted.findings}),
    )


def card_of(session: Session, row: GuestRow, layout: str = "") -> CardOnLayout:
    """Return one guest's card on the layout asked for, or the one that suits."""
    (card,) = _cards(session, [row], _Layouts(layout))
    return card


def _of_wish(session: Session, rows: Iterable[GuestRow], wish: CardWish) -> _Wanted:
    return _wanted(session, rows, wish.activity, wish.category, wish.guest_numbers, vip=wish.vip)


class _Layouts:
    """The layout of each card: the one asked for, or what suits the guest."""

    def __init__(self, asked: str) -> None:
        self._asked = asked
        self._known: dict[str, Layout] = {}
        if asked:
            self._named(asked)

    def of(self, card: PlaceCardFace, country: str | None) -> Layout:
        return self._named(self._asked or _suiting(card, country))

    def _named(self, name: str) -> Layout:
        if name not in self._known:
            self._known[name] = layout_file.load_layout(name, "place-card")
        return self._known[name]


def _suiting(card: PlaceCardFace, country: str | None) -> str:
    # The pinyin lists bring for people of the country is no second name.
    if card.latin_name and country != _CHINA:
        return _BILINGUAL
    return WITH_TITLE if card.organization or card.titles else _NAME_ALONE


def _wanted(
    session: Session,
    rows: Iterable[GuestRow],
    activity: str | None,
    category: Category | None,
    numbers: Sequence[int],
    *,
    vip: bool,
) -> _Wanted:
    place = find_activity(session, activity) if activity else None
    expected = statistics.expected(session, place) if place else None
    named = {by_number(session, number).number for number in numbers}
    guests: list[GuestRow] = []
    findings: list[Finding] = []
    for row in rows:
        if named and row.number not in named:
            continue
        is_chosen = (
            (category is None or row.category is category)
            and (row.vip or not vip)
            and (expected is None or row.id in expected)
        )
        if is_chosen and row.status is Invitation.CONFIRMED:
            guests.append(row)
        elif named:
            confirmed = row.status is Invitation.CONFIRMED
            code = "place-card-not-chosen" if confirmed else "place-card-not-confirmed"
            findings.append(Finding(row.label, code, {"name": row.full_name}))
    return _Wanted(guests, findings)


def _cards(session: Session, rows: Iterable[GuestRow], layouts: _Layouts) -> list[CardOnLayout]:
    more = {
        row.id: row
        for row in session.execute(select(Guest.id, Guest.title_en, Guest.seat, Guest.country))
    }
    cards = []
    for row in rows:
        known = more[row.id]
        card = PlaceCardFace(
            guest_number=row.label,
            full_name=names.display_name(row.full_name),
            latin_name=names.second_name(row.full_name, row.latin_name),
            organization=row.organization,
            title=row.title,
            title_en=known.title_en,
            seat=known.seat,
        )
        cards.append((card, layouts.of(card, known.country)))
    return cards
