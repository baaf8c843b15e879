"""Terms of the stage: whose side, seen from where, and the steps of a contract's papers."""

from enum import StrEnum


class Side(StrEnum):
    """Whose side somebody is on (客方, 主方)."""

    GUEST = "guest"
    HOST = "host"


class Viewpoint(StrEnum):
    """From where a stage plan is seen (观众视角, 台上视角)."""

    AUDIENCE = "audience"
    STAGE = "stage"


class TextStep(StrEnum):
    """What a contract's papers go through before they lie on the table."""

    FINAL = "final"  # 定稿
    TRANSLATED = "translated"  # 翻译
    PROOFREAD = "proofread"  # 校对
    PRINTED = "printed"  # 印刷
    BOUND = "bound"  # 装订
    SEALED = "sealed"  # 盖印
