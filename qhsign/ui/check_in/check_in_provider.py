"""What the check-in screen is given for scanning, filled in by ``launch``."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from qhsign.services.check_in_records import Attendance, ScanResult


class RecordScan(Protocol):
    """Judge and store one scanned line."""

    def __call__(
        self, code: str, activity_id: str, desk: str, nonce: str, *, leaving: bool
    ) -> ScanResult:
        """Return the verdict that was stored; the same nonce gives the first answer again."""


class CheckInByHand(Protocol):
    """Check in a guest found by name, without a badge."""

    def __call__(self, guest_id: str, activity_id: str, desk: str, nonce: str) -> ScanResult:
        """Return the verdict that was stored."""


@dataclass(frozen=True, slots=True)
class CheckInProvider:
    """The desk's actions; ``override`` and ``annul`` take a scan's id and a reason.

    ``give_tag`` takes a scan's id and a typed number tag, and returns it as it is kept.
    """

    record_scan: RecordScan
    check_in_by_hand: CheckInByHand
    override: Callable[[str, str], ScanResult]
    annul: Callable[[str, str], None]
    recent_scans: Callable[[str, int], Sequence[ScanResult]]
    attendance: Callable[[str], Attendance]
    give_tag: Callable[[str, str], str]
