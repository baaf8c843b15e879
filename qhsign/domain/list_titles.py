"""What the lines above the headings say of every guest of a list: 单位名称：青海盐湖集团."""

import re
from collections.abc import Mapping, Sequence

from qhsign.domain.list_sheet import Row

_LABELS = {
    "organization": re.compile(
        r"\s*(?:填报|报送|上报|参会|参展|工作|所在|派出)?(?:单位|企业|公司|机构)(?:名称|全称)?"
        r"\s*(?:[（(][^（()）]*[)）])?\s*[：:]\s*(?P<said>.*)",
        re.DOTALL,
    ),
    "delegation": re.compile(
        r"\s*(?:代表团|团组|交易团)(?:名称)?\s*(?:[（(][^（()）]*[)）])?\s*[：:]\s*(?P<said>.*)",
        re.DOTALL,
    ),
}
_NEXT_LABEL = re.compile(r"\s{2,}|\u3000|[;；]|\s+(?=\S{2,8}[：:])")
_NO_NAME = re.compile(r"[\s_—\-/]*|[十百千]?[万亿]?(?:元|人民币|美元)?|人|个|盖章|[（(].*[)）]")
_LONGEST = 60


def said_above(rows: Sequence[Row], first_row: int) -> Mapping[str, tuple[str, int]]:
    """Return what the rows above ``first_row`` say, by field, each with the row it stands in.

    The name stands behind its label or in the next filled cell; 单位：万元 is no organization.
    """
    found: dict[str, tuple[str, int]] = {}
    for row in rows:
        if row.number >= first_row:
            break
        texts = [cell.text for cell in row.cells if cell.text]
        for text, behind in zip(texts, [*texts[1:], ""], strict=True):
            for field, label in _LABELS.items():
                if field not in found and (match := label.fullmatch(text)):
                    name = _name(match["said"]) or _name(behind)
                    if name:
                        found[field] = (name, row.number)
    return found


def _name(text: str) -> str:
    name = _NEXT_LABEL.split(text.strip(), maxsplit=1)[0].strip()
    labelled = "：" in name or ":" in name
    return "" if labelled or len(name) > _LONGEST or _NO_NAME.fullmatch(name) else name
