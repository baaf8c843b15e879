"""The currencies contracts of a fair are signed in: ISO 4217 codes and the words staff write."""

from collections.abc import Mapping
from dataclasses import dataclass

HOME = "CNY"
"""The currency of an amount that names none."""


@dataclass(frozen=True, slots=True)
class Currency:
    """One currency: its ISO code, its Chinese name, and the other words that stand for it.

    ``words`` are compared in upper case without spaces, after full-width forms were folded.
    """

    code: str
    chinese: str
    words: tuple[str, ...] = ()


_ALL = (
    Currency("CNY", "人民币", ("元人民币", "人民币元", "RMB", "CNH", "RENMINBI", "YUAN", "¥")),
    Currency("USD", "美元", ("美金", "US$", "$", "USDOLLARS", "USDOLLAR", "DOLLARS", "DOLLAR")),
    Currency("EUR", "欧元", ("€", "EUROS", "EURO")),
    Currency("HKD", "港元", ("港币", "港圆", "HK$")),
    Currency("MOP", "澳门元", ("澳门币", "MOP$")),
    Currency("TWD", "新台币", ("台币", "新台币元", "NT$")),
    Currency("GBP", "英镑", ("£",)),
    Currency("JPY", "日元", ("日圆", "YEN")),
    Currency("KRW", "韩元", ("韩圆", "₩")),
    Currency("SGD", "新加坡元", ("新元", "新加坡币", "S$")),
    Currency("AUD", "澳大利亚元", ("澳元", "A$")),
    Currency("NZD", "新西兰元", ("纽元", "NZ$")),
    Currency("CAD", "加拿大元", ("加元", "C$")),
    Currency("CHF", "瑞士法郎", ("瑞郎",)),
    Currency("RUB", "卢布", ("俄罗斯卢布", "₽")),
    Currency("KGS", "索姆", ("吉尔吉斯索姆",)),
    Currency("KZT", "坚戈", ("哈萨克斯坦坚戈", "₸")),
    Currency("UZS", "苏姆", ("乌兹别克斯坦苏姆",)),
    Currency("ISK", "冰岛克朗", ()),
    Currency("SEK", "瑞典克朗", ()),
    Currency("NOK", "挪威克朗", ()),
    Currency("DKK", "丹麦克朗", ()),
    Currency("ALL", "阿尔巴尼亚列克", ()),
    Currency("ZMW", "赞比亚克瓦查", ()),
    Currency("NPR", "尼泊尔卢比", ()),
    Currency("PKR", "巴基斯坦卢比", ()),
    Currency("INR", "印度卢比", ("₹",)),
    Currency("THB", "泰铢", ("泰国铢",)),
    Currency("MYR", "林吉特", ("马来西亚林吉特",)),
    Currency("VND", "越南盾", ()),
    Currency("AED", "迪拉姆", ("阿联酋迪拉姆",)),
    Currency("SAR", "沙特里亚尔", ()),
)

BY_CODE: Mapping[str, Currency] = {currency.code: currency for currency in _ALL}

CODE_OF_WORD: Mapping[str, str] = {
    word: currency.code
    for currency in _ALL
    for word in (currency.code, currency.chinese, *currency.words)
}
"""Every word that stands for a currency. Match the longest first: 美元 before 元."""

WORDS_LONGEST_FIRST = tuple(sorted(CODE_OF_WORD, key=len, reverse=True))


def chinese_name(code: str) -> str:
    """Return the Chinese name of a currency, or its code where the table does not know it."""
    currency = BY_CODE.get(code)
    return currency.chinese if currency else code
