"""Badge codes as pictures, one a guest, to send ahead: a telephone shows it at the door."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from qhsign.domain.badge_token import formatted_short_code
from qhsign.domain.file_names import guest_file_name
from qhsign.domain.guest import Category
from qhsign.domain.problems import ProblemForUser
from qhsign.exchange.qr_pictures import QUIET_MODULES, qr_picture
from qhsign.printing.qr_code import BADGE_MODULES, qr_pattern
from qhsign.services import events
from qhsign.services.badge_choice import BadgeWish, choose
from qhsign.services.badge_guests import HeldBadge
from qhsign.services.badges import issue
from qhsign.services.desk import Desk
from qhsign.services.findings import Finding
from qhsign.services.output_pictures import note_export, writing_pictures

_SIDE_MODULES = BADGE_MODULES + 2 * QUIET_MODULES
_FEWEST_PIXELS = 3  # a module; in less a camera sees no edges
_MOST_PIXELS = 100
_SMALLEST, _LARGEST = 20, 200  # millimetres
_PIXELS_A_MILLIMETRE = 300 / 25.4


@dataclass(frozen=True, slots=True)
class QrSize:
    """How large pictures are: whole pixels a module, and for what they are printed at."""

    pixels_a_module: int = 12
    dots_a_metre: float | None = None

    @classmethod
    def of_pixels(cls, width: int) -> Self:
        """Return the size nearest under a width in pixels, the quiet zone included.

        Raises ProblemForUser ``qr-pixels``.
        """
        pixels = width // _SIDE_MODULES
        if not _FEWEST_PIXELS <= pixels <= _MOST_PIXELS:
            least, most = (side * _SIDE_MODULES for side in (_FEWEST_PIXELS, _MOST_PIXELS))
            raise ProblemForUser("qr-pixels", given=width, least=least, most=most)
        return cls(pixels)

    @classmethod
    def of_millimetres(cls, side: float) -> Self:
        """Return the size whose code, without its quiet zone, prints ``side`` millimetres wide.

        Raises ProblemForUser ``qr-millimetres``.
        """
        if not _SMALLEST <= side <= _LARGEST:
            raise ProblemForUser("qr-millimetres", given=side, least=_SMALLEST, most=_LARGEST)
        pixels = round(side * _PIXELS_A_MILLIMETRE / BADGE_MODULES)
        return cls(pixels, pixels * BADGE_MODULES * 1000 / side)


@dataclass(frozen=True, slots=True)
class QrCodesExported:
    """How many pictures were written, and who was left out."""

    written: int
    findings: Sequence[Finding]


def export(
    desk: Desk,
    out: Path,
    *,
    category: Category | None = None,
    guest_numbers: Sequence[int] = (),
    size: QrSize | None = None,
    purpose: str = "",
    progress: Callable[[int, int], None] | None = None,
) -> QrCodesExported:
    """Write the badge code of every confirmed guest as ``00012 李刚.png`` into a folder or a zip.

    A guest without a badge is issued one. Under the code stands its short code and nothing else.
    A guest named who has not confirmed is a finding, as is one who has not passed vetting; a guest
    whose badge was revoked gets a new code only when named. The journal has the export before the
    files are there; where nobody is left there are none. Raises ProblemForUser ``guest-unknown``,
    or as ``output_pictures.writing_pictures``.
    """
    with desk.read() as session:
        wish = BadgeWish(category=category, numbers=guest_numbers, again=True)
        choice = choose(session, wish)
    chosen = sorted(choice.guests, key=lambda guest: guest.number)
    if not chosen:
        return QrCodesExported(0, choice.findings)
    wanted = size or QrSize()
    made_at = desk.now().astimezone(events.facts(desk).zone)
    with writing_pictures(out, made_at) as write:
        badges = issue(desk, [guest.id for guest in chosen])
        for done, (guest, badge) in enumerate(zip(chosen, badges, strict=True), start=1):
            write(guest_file_name(guest.number, guest.full_name, ".png"), _picture(badge, wanted))
            if progress is not None:
                progress(done, len(chosen))
        note_export(desk, "qr-codes", len(chosen), out, purpose)
    return QrCodesExported(len(chosen), choice.findings)


def _picture(badge: HeldBadge, size: QrSize) -> bytes:
    pattern = qr_pattern(badge.code)
    return qr_picture(
        pattern.modules,
        pattern.rows,
        pixels_a_module=size.pixels_a_module,
        words=formatted_short_code(badge.short_code),
        dots_a_metre=size.dots_a_metre,
    )
