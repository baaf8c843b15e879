"""Certificates in two languages to print in tests: the persons and sums are invented."""

from dataclasses import replace
from datetime import date
from typing import Any

from qhsign.domain import money_words
from qhsign.domain.alternat import OtherLanguage
from qhsign.domain.contract import SigningMode
from qhsign.domain.money import Amount, written, written_foreign, written_out_foreign
from qhsign.printing.certificate_words import CHINESE, other_words, side_words
from qhsign.printing.faces import CertificateFace, OtherFace, PartyFace
from support.print_samples import CERTIFICATE

KY, RU, EN = OtherLanguage
LONG_HAN_TITLE = (
    "海西蒙古族藏族自治州格尔木市昆仑经济技术开发区新能源与绿色算力源网荷储一体化"
    "示范基地及配套储能电站建设运营友好合作协议书"
)
"""Sixty characters."""

PARTIES_OF_TITLE = {
    KY: ("Кытай Эл Республикасынын Цинхай провинциясы", "Кыргыз Республикасынын Ысык-Көл облусу"),
    RU: ("провинция Цинхай Китайской Народной Республики", "Иссык-Кульская область"),
    EN: ("Qinghai Province of the People's Republic of China", "Issyk-Kul Region"),
}
EVENTS = {
    KY: "25-Кытай–Цинхай жашыл өнүгүү инвестициялык жана соода жарманкеси",
    RU: "25-я Китайско-Цинхайская инвестиционно-торговая ярмарка зелёного развития",
    EN: "The 25th China-Qinghai Green Development Investment and Trade Fair",
}
TITLES = {
    KY: "Кытай Эл Республикасынын Цинхай провинциясы менен Кыргыз Республикасынын Ысык-Көл "
    "облусунун ортосунда достук мамилелерди расмий түрдө түзүү жөнүндө макулдашуу",
    RU: "Соглашение между провинцией Цинхай Китайской Народной Республики и Иссык-Кульской "
    "областью Кыргызской Республики об официальном установлении побратимских отношений",
    EN: "Agreement between Qinghai Province of the People's Republic of China and Issyk-Kul Region "
    "of the Kyrgyz Republic on the formal establishment of sister-province relations",
}
SIGNERS = {
    KY: (("Ян Вэйбинь", "башкы катчынын орун басары"), ("Асан Үсөнов", "облус башчысынын өкүлү")),
    RU: (("Ян Вэйбинь", "заместитель секретаря"), ("Асан Усёнов", "представитель губернатора")),
    EN: (("Yang Weibin", "Deputy Secretary-General"), ("Asan Üsönov", "Representative")),
}
PLACES = {KY: "Синин шаары, Цинхай", RU: "г. Синин, Цинхай", EN: "Xining, Qinghai"}
IN_CHINESE = (
    ("青海省", "杨伟斌", "副秘书长"),
    ("吉尔吉斯共和国伊塞克湖州", "阿桑·于瑟诺夫", "州长代表"),
)
COUNTRIES = ("CN", "KG")
USD = Amount(120_000_000_00, "USD")


def bilingual(
    language: OtherLanguage,
    *,
    chinese_first: bool = True,
    amount: Amount | None = None,
    **changes: Any,
) -> CertificateFace:
    """Return the copy of the Chinese side, or with ``chinese_first=False`` of the other."""
    words = other_words(language)
    order = (0, 1) if chinese_first else (1, 0)
    other = OtherFace(
        language=language,
        event=EVENTS[language],
        lead=side_words(language).lead(SigningMode.ON_SITE),
        project=TITLES[language],
        parties=tuple(_other_party(language, place) for place in order),
        copy_label=side_words(language).copy_label("甲", COUNTRIES[order[0]]),
        place=PLACES[language],
        date=words.written_date(date(2024, 7, 11)),
        amount=written_foreign(amount, words.amounts) if amount else None,
        amount_written_out=written_out_foreign(amount, words.amounts) if amount else None,
    )
    face = replace(
        CERTIFICATE,
        copy_label=side_words(CHINESE).copy_label("甲", COUNTRIES[order[0]]),
        lead=side_words(CHINESE).lead(SigningMode.ON_SITE),
        project="中华人民共和国青海省和吉尔吉斯共和国伊塞克湖州正式建立友好省州关系协议书",
        parties=tuple(_party(place) for place in order),
        amount=written(amount) if amount else None,
        amount_in_words=money_words.in_capitals(amount) if amount else None,
        other=other,
        chinese_first=chinese_first,
    )
    return replace(face, **changes)


def too_much(
    language: OtherLanguage, *, chinese_first: bool, amount: Amount | None
) -> CertificateFace:
    """Return a copy whose every text is as long as any agreement's, with rare characters."""
    face = bilingual(language, chinese_first=chinese_first, amount=amount)
    if face.other is None:
        raise ValueError("a sample in two languages has two")
    first, second = face.parties
    other_first, other_second = face.other.parties
    return replace(
        face,
        project=LONG_HAN_TITLE,
        parties=(
            PartyFace(
                first.label,
                "青海省海西蒙古族藏族自治州格尔木市昆仑经济技术开发区管理委员会新能源促进中心",
                "努尔买买提江·阿卜杜热合曼",
                "党组成员、副主任兼能源局局长",
            ),
            PartyFace(
                second.label, "䶮𬱖𫖯㛃新能源（冰岛）有限责任公司", "䶮𬱖𫖯㛃", "Þróunarstjóri"
            ),
        ),
        other=replace(
            face.other,
            event=EVENTS[language] + " " + EVENTS[language],
            project=TITLES[language] + " — " + TITLES[language],
            parties=(
                PartyFace(
                    other_first.label,
                    "Кыргыз Республикасынын Ысык-Көл облусунун экономика министрлиги",
                    "Нурмухаммеджан Абдурахманович Абдырахманов",
                    "заместитель председателя правительства по вопросам развития",
                ),
                PartyFace(
                    other_second.label,
                    "Orkuveita Reykjavíkur og Þróunarfélag Íslands ehf., Ölfus, Húsavík",
                    "Þórgunnur Guðmundsdóttir Öfjörð",
                    "framkvæmdastjóri viðskiptaþróunar",
                ),
            ),
        ),
    )


def _party(place: int) -> PartyFace:
    label = side_words(CHINESE).label("甲", COUNTRIES[place])
    return PartyFace(label, *IN_CHINESE[place])


def _other_party(language: OtherLanguage, place: int) -> PartyFace:
    label = side_words(language).label("甲", COUNTRIES[place])
    return PartyFace(label, PARTIES_OF_TITLE[language][place], *SIGNERS[language][place])
