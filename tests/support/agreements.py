"""A friendship agreement in an event file, with its texts in a second language."""

from collections.abc import Mapping
from types import MappingProxyType

from qhsign.services import contracts, events
from qhsign.services.desk import Desk
from qhsign.store.schema import Contract

NUMBER = 104
TITLE = "中华人民共和国青海省和吉尔吉斯共和国伊塞克湖州正式建立友好省州关系协议书"
IN_CHINESE = {
    "kind": "友好省州协议",
    "甲": "中华人民共和国青海省",
    "甲.signatory": "杨伟斌",
    "甲.signatory_title": "副秘书长",
    "乙": "吉尔吉斯共和国伊塞克湖州",
    "乙.country": "吉尔吉斯斯坦",
    "乙.signatory": "阿桑·于瑟诺夫",
    "乙.signatory_title": "州长代表",
}
IN_KYRGYZ = {
    "language": "ky",
    "title_ky": "Цинхай провинциясы менен Ысык-Көл облусунун ортосунда макулдашуу",
    "甲.organization_ky": "Кытай Эл Республикасынын Цинхай провинциясы",
    "甲.signatory_ky": "Ян Вэйбинь",
    "甲.signatory_title_ky": "башкы катчынын орун басары",
    "乙.organization_ky": "Кыргыз Республикасынын Ысык-Көл облусу",
    "乙.signatory_ky": "Асан Үсөнов",
    "乙.signatory_title_ky": "облус башчысынын өкүлү",
    "guest_title": "吉尔吉斯共和国伊塞克湖州和中华人民共和国青海省正式建立友好省州关系协议书",
    "guest_title_ky": "Ысык-Көл облусу менен Цинхай провинциясынын ортосунда макулдашуу",
}
OF_EVENT = {
    "title_ky": "25-Кытай–Цинхай жашыл өнүгүү инвестициялык жана соода жарманкеси",
    "place_ky": "Синин шаары, Цинхай",
}


def describe_event(desk: Desk, **changes: str) -> None:
    """Give the event what every certificate prints of it."""
    given = {
        "city": "青海西宁",
        "venue": "青海国际会展中心",
        "organizer": "青海省人民政府",
        "co_organizer": "青海省商务厅",
        "sealer": "青海省商务厅",
    }
    events.change_event(desk, {**given, **OF_EVENT, **changes})


def add_agreement(
    desk: Desk,
    texts: Mapping[str, str] = IN_KYRGYZ,
    *,
    number: int = NUMBER,
    changes: Mapping[str, str] = MappingProxyType({}),
) -> int:
    """Add the agreement and return its number; nobody has approved it."""
    with desk.write("test") as session:
        session.add(Contract(number=number, title=TITLE))
    contracts.set_contract(desk, number, {**IN_CHINESE, **texts, **changes})
    return number
