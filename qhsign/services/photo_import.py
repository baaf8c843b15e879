"""Taking photos into the event: one picture, a folder or a zip, matched by the files' names."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qhsign.domain.document import mask_document
from qhsign.domain.photo import SHARP, is_sharp
from qhsign.domain.photo_matching import PICTURE_ENDINGS, Ground, PhotoMatch, PhotoMatcher
from qhsign.domain.problems import ProblemForUser
from qhsign.exchange.picture_archive import PictureFile, is_one_file, pictures_in
from qhsign.exchange.pictures import PhotoPicture, read_photo
from qhsign.services.desk import Desk
from qhsign.services.guests import by_number
from qhsign.services.output_file import name_in_records
from qhsign.services.photo_faces import known_faces, labels
from qhsign.services.photo_records import GuestLabel, PhotoFinding, PhotoReport
from qhsign.store.journal import JournaledSession
from qhsign.store.plain_rows import insert_rows
from qhsign.store.schema import Guest, ListImport, Photo, new_id

AT_ONCE = 100
"""Photos committed together: so many at most are in memory, or lost when the power fails."""
_NAMED_AT_ONCE = 6  # candidates a sentence names


def import_photos(
    desk: Desk,
    path: Path,
    *,
    guest: int | None = None,
    dry_run: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> PhotoReport:
    """Give guests the photos in a picture file, a folder or a zip; ``guest`` names whose one it is.

    Pictures are read one by one outside any transaction and committed a hundred at a time, all as
    one import that one undo takes back. Whatever stops it in between, ``progress`` included,
    leaves guests with their old photo or the new one. A file that cannot be taken is a finding and
    stops nothing. Raises ProblemForUser for a place that cannot be read, and ``guest-unknown`` or
    ``photos-guest-one-file``.
    """
    with desk.read() as session:
        known = labels(session)
        faces = list(known_faces(session)) if guest is None else []
        named = by_number(session, guest).id if guest is not None else None
    if guest is not None and not is_one_file(path):
        raise ProblemForUser("photos-guest-one-file", path=path)
    with pictures_in(path) as files:
        run = _PhotoImport(desk, path, known, write=not dry_run)
        matcher = PhotoMatcher(faces)
        for place, file in enumerate(files):
            match = PhotoMatch(named, Ground.NUMBER) if named else matcher.match(file.name)
            run.plan(place, file, match)
        run.carry_out(progress or _nobody_asks)
    return run.report()


def _nobody_asks(_done: int, _total: int) -> None:
    """Stand in where nobody wants to know how far it has come."""


@dataclass(frozen=True, slots=True)
class _Planned:
    """A file and the guest whose photo it is to become."""

    ground: Ground
    place: int
    file: PictureFile
    guest: str


@dataclass(frozen=True, slots=True)
class _Taken:
    """A photo ready to be kept."""

    planned: _Planned
    picture: PhotoPicture
    digest: str


@dataclass(slots=True)
class _Found:
    """Findings with the place of their file."""

    refused: list[tuple[int, PhotoFinding]] = field(default_factory=list)
    unmatched: list[tuple[int, PhotoFinding]] = field(default_factory=list)
    low_resolution: list[tuple[int, PhotoFinding]] = field(default_factory=list)


class _PhotoImport:
    """One lot of pictures on its way into the event."""

    def __init__(
        self, desk: Desk, path: Path, known: Mapping[str, GuestLabel], *, write: bool
    ) -> None:
        self._desk = desk
        self._path = path
        self._known = known
        self._write = write
        self._operation = new_id()
        self._number: int | None = None
        self._planned: list[_Planned] = []
        self._first_file: dict[str, str] = {}
        self._matched = self._replaced = self._unchanged = 0
        self._found = _Found()

    def plan(self, place: int, file: PictureFile, match: PhotoMatch) -> None:
        """Note what is to become of a file; nothing is read yet."""
        if match.guest is not None and match.ground is not None:
            self._planned.append(_Planned(match.ground, place, file, match.guest))
        elif PurePosixPath(file.name).suffix.casefold() in PICTURE_ENDINGS:
            self._tell_unmatched(place, file.name, match)
        else:
            self._refuse(place, file.name, "photo-not-a-picture", {"file": file.name})

    def carry_out(self, progress: Callable[[int, int], None]) -> None:
        """Read the pictures and keep them, the surest of several for one guest first."""
        waiting: list[_Taken] = []
        progress(0, len(self._planned))
        for done, taken in enumerate(self._taken(), start=1):
            if taken is not None:
                waiting.append(taken)
            if len(waiting) == AT_ONCE:
                self._keep(waiting)
                waiting = []
            progress(done, len(self._planned))
        self._keep(waiting)

    def report(self) -> PhotoReport:
        """Return what was done; findings stand in the order of the files."""

        def in_order(found: list[tuple[int, PhotoFinding]]) -> list[PhotoFinding]:
            return [finding for _, finding in sorted(found, key=lambda pair: pair[0])]

        return PhotoReport(
            number=self._number,
            matched=self._matched,
            replaced=self._replaced,
            unchanged=self._unchanged,
            refused=in_order(self._found.refused),
            unmatched=in_order(self._found.unmatched),
            low_resolution=in_order(self._found.low_resolution),
        )

    def _taken(self) -> Iterator[_Taken | None]:
        """Give each planned file's photo, or None for one that was refused."""
        for planned in sorted(self._planned, key=lambda one: (one.ground, one.place)):
            name = planned.file.name
            if planned.guest in self._first_file:
                other = self._first_file[planned.guest]
                self._refuse(
                    planned.place, name, "photo-second", {"file": name, "other": other},
                    [self._known[planned.guest]],
                )  # fmt: skip
                yield None
                continue
            try:
                picture = read_photo(planned.file.read(), name)
            except ProblemForUser as problem:
                self._refuse(planned.place, name, problem.code, problem.parameters)
                yield None
            else:
                self._first_file[planned.guest] = name
                yield _Taken(planned, picture, hashlib.sha256(picture.jpeg).hexdigest())

    def _keep(self, lot: Sequence[_Taken]) -> None:
        if not lot:
            return
        if self._write:
            with self._desk.write("import photos", self._operation) as session:
                changed = self._compare(session, lot)
                keep_pictures(session, {taken.digest: taken.picture for _, taken in changed})
                for guest, taken in changed:
                    guest.photo = taken.digest
                if changed and self._number is None:
                    self._number = self._enter(session, lot[0].planned)
        else:
            with self._desk.read() as session:
                self._compare(session, lot)

    def _compare(self, session: Session, lot: Sequence[_Taken]) -> list[tuple[Guest, _Taken]]:
        """Count what the lot brings and return the guests it changes with their new photos."""
        wanted = [taken.planned.guest for taken in lot]
        guests = {
            guest.id: guest for guest in session.scalars(select(Guest).where(Guest.id.in_(wanted)))
        }
        changed = []
        for taken in lot:
            guest = guests.get(taken.planned.guest)
            if guest is None:  # removed by another desk in the meantime
                self._tell_unmatched(
                    taken.planned.place, taken.planned.file.name, PhotoMatch(code="photo-nobody")
                )
                continue
            self._matched += 1
            self._tell_blurred(guest.id, taken)
            if guest.photo == taken.digest:
                self._unchanged += 1
            else:
                self._replaced += bool(guest.photo)
                changed.append((guest, taken))
        return changed

    def _enter(self, session: JournaledSession, first: _Planned) -> int:
        """Enter the import, so that it can be undone; return its number."""
        number = (session.scalar(select(func.max(ListImport.number))) or 0) + 1
        name = name_in_records(self._path)
        if first.ground is Ground.DOCUMENT and is_one_file(self._path):
            name = mask_document(self._path.stem) + self._path.suffix
        session.add(
            ListImport(
                number=number, kind="photos", file_name=name, sheet="", at=self._desk.now(),
                operation=self._operation,
            )
        )  # fmt: skip
        return number

    def _refuse(
        self,
        place: int,
        file: str,
        code: str,
        parameters: Mapping[str, object],
        guests: Sequence[GuestLabel] = (),
    ) -> None:
        self._found.refused.append((place, PhotoFinding(file, code, parameters, guests)))

    def _tell_unmatched(self, place: int, file: str, match: PhotoMatch) -> None:
        guests = [self._known[guest] for guest in match.candidates]
        named = "、".join(map(str, guests[:_NAMED_AT_ONCE])) + "…" * (len(guests) > _NAMED_AT_ONCE)
        parameters = {"file": file, "guests": named}
        self._found.unmatched.append((place, PhotoFinding(file, match.code, parameters, guests)))

    def _tell_blurred(self, guest: str, taken: _Taken) -> None:
        width, height = taken.picture.width, taken.picture.height
        if is_sharp(width, height):
            return
        file, label = taken.planned.file.name, self._known[guest]
        wanted = {"wanted_width": SHARP[0], "wanted_height": SHARP[1]}
        said = {"file": file, "guest": str(label), "width": width, "height": height, **wanted}
        finding = PhotoFinding(file, "photo-low-resolution", said, [label])
        self._found.low_resolution.append((taken.planned.place, finding))


def keep_pictures(session: JournaledSession, fresh: Mapping[str, PhotoPicture]) -> None:
    """Write the photos, by digest, that are not there yet; two guests may send the same."""
    there = set(session.scalars(select(Photo.digest).where(Photo.digest.in_(list(fresh)))))
    insert_rows(
        session.connection(),
        Photo.__table__,
        ("digest", "jpeg", "width", "height"),
        (
            (digest, picture.jpeg, picture.width, picture.height)
            for digest, picture in fresh.items()
            if digest not in there
        ),
    )
