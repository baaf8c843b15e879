"""大写: amounts in capital characters, after 支付结算办法 (domain notes §3)."""

from qhsign.domain import currency as currencies
from qhsign.domain.amount import FEN_PER_YUAN, YI, Amount, Qualifier
from qhsign.domain.amount_writing import qualifier_word

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("仟", "佰", "拾", "")
_GROUP = 10_000
_OPENS_WITHOUT_ZERO = 1_000


def in_capitals(amount: Amount, *, jiao_with_whole: bool = True) -> str:
    """Return the amount in capitals: 人民币伍佰叁拾陆亿元整, 美元壹亿贰仟万元整.

    ``jiao_with_whole`` says whether an amount that ends in 角 takes 整 (an office's choice, on by
    default); one that ends in 元 always does, one that ends in 分 never. A qualified figure says
    so and claims no 整: 人民币近叁仟万元.
    """
    yuan, rest = divmod(amount.fen, FEN_PER_YUAN)
    jiao, fen = divmod(rest, 10)
    words = f"{_whole(yuan)}元" if yuan or not rest else ""
    if jiao:
        words += f"{_DIGITS[jiao]}角"
    elif fen and yuan:
        words += "零"
    if fen:
        words += f"{_DIGITS[fen]}分"
    takes_whole = not fen and (not jiao or jiao_with_whole)
    if amount.qualifier is Qualifier.EXACT and takes_whole:
        words += "整"
    return currencies.chinese_name(amount.currency) + qualifier_word(amount.qualifier) + words


def _whole(number: int) -> str:
    if number == 0:
        return _DIGITS[0]
    above, below = divmod(number, YI)
    if above:
        return f"{_whole(above)}亿{_below_yi(below, opened=True)}"
    return _below_yi(below, opened=False)


def _below_yi(number: int, *, opened: bool) -> str:
    """Write up to eight digits; ``opened`` when larger ones stand before and a zero is heard."""
    words = ""
    for group, unit in zip(divmod(number, _GROUP), ("万", ""), strict=True):
        if group:
            gap = _DIGITS[0] if opened and group < _OPENS_WITHOUT_ZERO else ""
            words += f"{gap}{_four_digits(group)}{unit}"
            opened = True
    return words


def _four_digits(group: int) -> str:
    words = ""
    zero_heard = True  # zeros that open the group were heard before it
    for digit, place in zip(f"{group:04}", _PLACES, strict=True):
        if digit != "0":
            words += _DIGITS[int(digit)] + place
            zero_heard = False
        elif not zero_heard:
            words += _DIGITS[0]
            zero_heard = True
    return words.rstrip(_DIGITS[0])
