"""What the check-in desk is given for scanning."""

from qhsign.services import check_ins, number_tags, statistics
from qhsign.services.check_in_records import ScanResult
from qhsign.services.desk import Desk
from qhsign.ui.check_in.check_in_provider import CheckInProvider


def check_in_provider(opened: Desk, *, rehearsal: bool = False) -> CheckInProvider:
    """Give the desk the use cases of scanning; with ``rehearsal`` what they record never counts."""

    def record_scan(
        code: str, activity_id: str, desk: str, nonce: str, *, leaving: bool
    ) -> ScanResult:
        return check_ins.record_scan(
            opened.named(desk),
            code,
            activity_id,
            nonce=nonce,
            leaving=leaving,
            rehearsal=rehearsal,
        )

    def check_in_by_hand(guest_id: str, activity_id: str, desk: str, nonce: str) -> ScanResult:
        here = opened.named(desk)
        return check_ins.check_in_by_hand(
            here, guest_id, activity_id, nonce=nonce, rehearsal=rehearsal
        )

    def annul(scan: str, reason: str) -> None:
        check_ins.annul(opened, scan, reason)

    return CheckInProvider(
        record_scan=record_scan,
        check_in_by_hand=check_in_by_hand,
        override=lambda scan, reason: check_ins.override(opened, scan, reason),
        annul=annul,
        recent_scans=lambda activity, limit: check_ins.recent_scans(
            opened, activity, limit, rehearsal=rehearsal
        ),
        attendance=lambda activity: statistics.attendance(opened, activity),
        give_tag=lambda scan, tag: number_tags.give_tag(opened, scan, tag),
    )
