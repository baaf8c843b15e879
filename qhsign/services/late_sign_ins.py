"""补签: the evening's paper sheet, entered many at once by hand and taken back as one."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain.check_in import Verdict
from qhsign.domain.names import name_key
from qhsign.domain.problems import ProblemForUser
from qhsign.services import events
from qhsign.services.activities import find as find_activity
from qhsign.services.desk import Desk
from qhsign.services.late_sheet_records import LATE, LineState, Sheet, SheetLine
from qhsign.services.one_person import joined
from qhsign.services.presence import first_entries
from qhsign.store.schema import CheckIn, CheckInAnnulment, Guest, new_id

_TIME = re.compile(r"(?:^|[\s,，;；、\t])([0-2]?\d)[:：]([0-5]\d)\s*$")
_NUMBER = re.compile(r"\d{1,7}")
_MOST_LINES = 2_000


def read_sheet(desk: Desk, activity: str, text: str, day: date, at: time) -> Sequence[SheetLine]:
    """Tell whom each line of a sheet means; nothing is stored.

    A line is a number or a name, with the time of arrival after it (``00012 19:40``,
    ``李刚，19:40``); without one it has ``at``. Times are of ``day`` in the event's zone. Raises
    ProblemForUser ``activity-unknown`` or ``late-sheet-too-long``.
    """
    with desk.read() as session:
        place = find_activity(session, activity)
        zone = events.facts_in(session).zone
        reader = _Reader(session, place.id, day, at, zone, desk.now())
        lines = text.splitlines()
        if len(lines) > _MOST_LINES:
            raise ProblemForUser("late-sheet-too-long", lines=len(lines), most=_MOST_LINES)
        return [
            reader.read(number, line.strip())
            for number, line in enumerate(lines, start=1)
            if line.strip()
        ]


def enter_sheet(desk: Desk, activity: str, arrivals: Mapping[str, datetime]) -> Sheet:
    """Store manual late sign-ins of guests (by id) in one transaction, marked as such.

    Who is in already by the time of storing is left out. Raises ProblemForUser
    ``late-sheet-empty`` where nobody is left; then nothing is stored.
    """
    with desk.write("late sign-ins") as session:
        place = find_activity(session, activity)
        here = first_entries(session, place.id)
        sheet = new_id()
        missing = {guest: at for guest, at in arrivals.items() if guest not in here}
        if not missing:
            raise ProblemForUser("late-sheet-empty")
        for guest, at in missing.items():
            session.add(
                CheckIn(
                    activity_id=place.id,
                    guest_id=guest,
                    code="",
                    at=at,
                    recorded_at=desk.now(),
                    desk=desk.name,
                    by_hand=True,
                    verdict=Verdict.ADMITTED.value,
                    message=json.dumps([LATE, {"sheet": sheet}]),
                    nonce=f"{_nonce_of(sheet)}{guest}",
                )
            )
        return Sheet(sheet, len(missing))


def annul_sheet(desk: Desk, sheet: str, reason: str) -> int:
    """Annul every late sign-in of a sheet that stands, with one reason; return how many.

    Raises ProblemForUser ``reason-missing`` or ``late-sheet-gone``.
    """
    if not reason.strip():
        raise ProblemForUser("reason-missing")
    with desk.write("annul late sign-ins") as session:
        query = (
            select(CheckIn.id)
            .join(CheckInAnnulment, CheckInAnnulment.check_in_id == CheckIn.id, isouter=True)
            .where(CheckIn.nonce.startswith(_nonce_of(sheet)), CheckInAnnulment.id.is_(None))
        )
        records = session.scalars(query).all()
        if not records:
            raise ProblemForUser("late-sheet-gone")
        now = desk.now()
        session.add_all(
            CheckInAnnulment(check_in_id=record, reason=reason.strip(), at=now)
            for record in records
        )
        return len(records)


def _nonce_of(sheet: str) -> str:
    return f"{LATE}:{sheet}:"


class _Known(NamedTuple):
    """What a sheet needs to know of a guest."""

    id: str
    number: int
    full_name: str
    latin_name: str
    organization: str


class _Reader:
    """Reads lines one after the other; remembers whom the sheet has named."""

    def __init__(
        self,
        session: Session,
        activity: str,
        day: date,
        at: time,
        zone: ZoneInfo,
        now: datetime,
    ) -> None:
        self._day, self._at, self._zone, self._now = day, at, zone, now
        self._here = first_entries(session, activity)
        self._by_number: dict[int, _Known] = {}
        self._by_name: dict[str, list[_Known]] = {}
        query = select(
            Guest.id, Guest.number, Guest.full_name, Guest.latin_name, Guest.organization
        ).order_by(Guest.number)
        records = {guest.id: guest for guest in map(_Known._make, session.execute(query))}
        one = joined(session)
        for record in records.values():
            # Number and name of a record joined into another still mean that guest.
            guest = records[one.get(record.id, record.id)]
            self._by_number[record.number] = guest
            for name in {name_key(record.full_name), name_key(record.latin_name)} - {""}:
                bearers = self._by_name.setdefault(name, [])
                if guest not in bearers:
                    bearers.append(guest)
        self._named: dict[str, int] = {}

    def read(self, place: int, text: str) -> SheetLine:
        written, at = self._time_of(text)
        if at is None or at > self._now:
            return SheetLine(place, text, LineState.TIME_WRONG, self._moment(self._at))
        found = self._find(written)
        if len(found) != 1:
            state = LineState.AMBIGUOUS if found else LineState.UNKNOWN
            detail = "、".join(
                f"{each.number:05d} {each.organization}".strip() for each in found[:4]
            )
            return SheetLine(place, text, state, at, full_name=written, detail=detail)
        (guest,) = found
        state, detail = self._state(guest, place)
        return SheetLine(
            place,
            text,
            state,
            at,
            guest.id,
            guest.number,
            guest.full_name,
            guest.organization,
            detail,
        )

    def _state(self, guest: _Known, place: int) -> tuple[LineState, str]:
        entry = self._here.get(guest.id)
        if entry is not None:
            return LineState.HERE, f"{entry.at.astimezone(self._zone):%m-%d %H:%M} {entry.desk}"
        before = self._named.setdefault(guest.id, place)
        if before != place:
            return LineState.TWICE, str(before)
        return LineState.FOUND, ""

    def _time_of(self, text: str) -> tuple[str, datetime | None]:
        match = _TIME.search(text)
        if match is None:
            return text, self._moment(self._at)
        hour, minute = int(match[1]), int(match[2])
        written = text[: match.start()].strip(" ,，;；、\t")
        if hour > 23 or not written:  # noqa: PLR2004 - the last hour of a day
            return written, None
        return written, self._moment(time(hour, minute))

    def _moment(self, at: time) -> datetime:
        return datetime.combine(self._day, at, self._zone)

    def _find(self, written: str) -> Sequence[_Known]:
        if _NUMBER.fullmatch(written):
            guest = self._by_number.get(int(written))
            return [guest] if guest else []
        first, _, rest = written.partition(" ")
        if _NUMBER.fullmatch(first) and rest:
            # Number and name, as the printed sheet has them: both must be the same person's.
            guest = self._by_number.get(int(first))
            return [guest] if guest and guest in self._by_name.get(name_key(rest), ()) else []
        return self._by_name.get(name_key(written), [])
