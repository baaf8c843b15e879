"""What a guest is: categories, invitation and vetting states."""

from collections.abc import Mapping
from enum import StrEnum


class Category(StrEnum):
    """The word on the badge (证件类别). VIP is a mark on the guest, not a category."""

    GUEST = "guest"  # 嘉宾
    DELEGATE = "delegate"  # 代表
    EXHIBITOR = "exhibitor"  # 参展商
    MEDIA = "media"  # 媒体
    SIGNATORY = "signatory"  # 签约代表
    STAFF = "staff"  # 工作人员


class Invitation(StrEnum):
    """Where an invitation stands; 应到 counts CONFIRMED."""

    PROPOSED = "proposed"  # 拟邀
    INVITED = "invited"  # 已邀
    CONFIRMED = "confirmed"  # 已确认
    DECLINED = "declined"  # 谢绝
    CANCELLED = "cancelled"  # 取消


class Vetting(StrEnum):
    """Where vetting (审核) stands; a badge needs PASSED where the event asks for vetting."""

    PENDING = "pending"  # 待审
    PASSED = "passed"  # 通过
    FAILED = "failed"  # 不通过


class Gender(StrEnum):
    """Sex as given on the list (性别)."""

    MALE = "male"
    FEMALE = "female"


ZONES_OPENED: Mapping[Category, frozenset[str] | None] = {
    Category.SIGNATORY: frozenset("ABS"),
    Category.DELEGATE: frozenset("ABCD"),
    Category.GUEST: frozenset("ABCD"),
    Category.EXHIBITOR: frozenset("ABC"),
    Category.MEDIA: frozenset("ABCDS"),
    Category.STAFF: None,
}
"""Zone letters a category opens unless the event chose others; None opens all. A VIP's badge
opens all zones whatever its category."""
