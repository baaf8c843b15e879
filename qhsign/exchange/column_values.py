"""Headings that mean two things, settled by what stands below them."""

from collections.abc import Callable, Mapping, Sequence

from qhsign.domain.contract import read_kind, read_mode
from qhsign.domain.guest_words import category_of
from qhsign.domain.list_sheet import Sheet, heading_key
from qhsign.domain.money import unit_of_heading
from qhsign.exchange.heading_words import Meaning

_LOOKED_AT = 80
_PAIR = 2
_DOCUMENT_WORDS = (
    "身份证",
    "护照",
    "通行证",
    "台胞证",
    "军官证",
    "居住证",
    "回乡证",
    "居留证",
    "passport",
    "idcard",
)
_AMBIGUOUS_KIND = frozenset(
    {"类型", "类别", "项目类型", "项目类别", "项目性质", "签约形式", "合作形式"}
)


def settle_by_values(
    sheet: Sheet,
    header_row: int,
    kind: str,
    meanings: Mapping[int, Meaning],
    names: Mapping[int, str],
) -> dict[int, Meaning]:
    """Return the meanings with the ambiguous ones settled.

    证件类型 is the badge's category or the document's type; 级别 a rank or a category; 类别 of a
    contract its industry or its kind; 单位 beside an amount its unit or a party; 编号 a number
    or a mere counter; 签约代表 repeated behind each party is that party's.
    """
    settled = dict(meanings)
    for column, meaning in meanings.items():
        key = heading_key(names.get(column, ""))
        values = _values(sheet, header_row, column)
        settle = _settle_guest if kind == "guests" else _settle_contract
        settled[column] = meaning._replace(field=settle(meaning.field, key, values))
    if kind == "contracts":
        _settle_units(settled)
        _settle_repeated_sides(settled)
    return settled


def _values(sheet: Sheet, header_row: int, column: int) -> list[str]:
    values = []
    for row in sheet.rows:
        if row.number > header_row and (text := row.cell(column).text):
            values.append(text)
            if len(values) >= _LOOKED_AT:
                break
    return values


def _most(values: Sequence[str], test: Callable[[str], object]) -> bool:
    return bool(values) and sum(1 for value in values if test(value)) * 2 > len(values)


def _settle_guest(field: str, _key: str, values: Sequence[str]) -> str:
    if field in {"category", "document_type"}:
        if _most(values, lambda text: any(word in heading_key(text) for word in _DOCUMENT_WORDS)):
            return "document_type"
        return "category" if _most(values, category_of) else field
    if field == "rank_level" and _most(values, category_of):
        return "category"
    return field


def _settle_contract(field: str, key: str, values: Sequence[str]) -> str:
    if key in _AMBIGUOUS_KIND and field in {"kind", "industry"}:
        if key == "签约形式" and _most(values, read_mode):
            return "mode"
        return "kind" if _most(values, read_kind) else "industry"
    if field == "amount_unit":
        return "amount_unit" if _most(values, _is_unit) else "party_list"
    if field == "serial" and key != "序号" and values and not _most(values, str.isdecimal):
        return "number"
    return field


def _is_unit(text: str) -> bool:
    return unit_of_heading(f"({text})") is not None


def _settle_units(meanings: dict[int, Meaning]) -> None:
    """Leave 单位 alone where the parties have columns of their own."""
    if any(
        meaning.field.startswith("party_") and meaning.field != "party_list"
        for meaning in meanings.values()
    ):
        for column, meaning in list(meanings.items()):
            if meaning.field == "party_list":
                del meanings[column]


def _settle_repeated_sides(meanings: dict[int, Meaning]) -> None:
    """Give 签约代表 and 职务 that stand behind each party to the party on their left."""
    for field, of_side in (
        ("signatory_list", "signatory"),
        ("signatory_title_list", "signatory_title"),
    ):
        columns = [column for column in sorted(meanings) if meanings[column].field == field]
        side_columns = {
            column: meaning.field.removeprefix("party_")
            for column, meaning in meanings.items()
            if meaning.field.startswith("party_") and meaning.field != "party_list"
        }
        side_columns |= {
            column: meaning.field.removeprefix("signatory_")
            for column, meaning in meanings.items()
            if field == "signatory_title_list" and len(meaning.field) == len("signatory_a")
        }
        if len(columns) < _PAIR and not (field == "signatory_title_list" and columns):
            continue
        for column in columns:
            left = [place for place in side_columns if place < column]
            if left:
                side = side_columns[max(left)]
                meanings[column] = meanings[column]._replace(field=f"{of_side}_{side}")
