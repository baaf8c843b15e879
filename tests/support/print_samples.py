"""Badges and certificates to print in tests: the persons and sums are invented."""

import random
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image

from qhsign.domain.contract import SigningMode
from qhsign.printing.badge_sheet import render_badges
from qhsign.printing.certificate_sheet import certificate_lead, render_certificates
from qhsign.printing.faces import BadgeFace, CertificateFace, EventFace, PartyFace, Photo
from qhsign.printing.layouts.layout import Layout
from qhsign.printing.page_texts import PreflightFinding, PrintRun
from qhsign.printing.separator_sheet import Separator

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
ZONES = {
    "signatory": "ABS",
    "delegate": "ABCD",
    "guest": "ABCD",
    "exhibitor": "ABC",
    "media": "ABCDS",
    "staff": "ABCDSV",
}
EVENT = EventFace(
    "第25届中国·青海\u200b绿色发展投资贸易洽谈会",
    "The 25th China-Qinghai Green Development \u200bInvestment and Trade Fair",
)
NAMES = (
    "李　刚",
    "欧阳文静",
    "努尔买买提江·阿卜杜热合曼",
    "扎西才让多杰·旦增罗布仁青卓玛措吉·索南达杰尼玛次仁拉姆卓",
    "䶮𬱖𫖯㛃",
    "Þórir Ibsen",
    "Жапаров Садыр Нургожоевич",
    "Ысык-Көл Өмүрбек уулу",
)
LONG_ORGANIZATION = (
    "青海省海西蒙古族藏族自治州格尔木市昆仑经济技术开发区管理委员会"
    "新能源与绿色算力产业发展促进中心（筹）综合办公室第一"
)


def token(prefix: str, seed: int) -> str:
    """Return a code of the right form: prefix, event and 32 characters."""
    return prefix + "QY5" + "".join(random.Random(seed).choices(CROCKFORD, k=32))


def badge(number: int, name: str, category: str = "guest", **changes: Any) -> BadgeFace:
    face = BadgeFace(
        guest_number=f"G{number:04}",
        full_name=name,
        qr_text=token("QH1", number),
        short_code=f"{100 + number} 271-7",
        category=category,
        organization="新疆生产建设兵团第八师石河子市商务局",
        title="副局长",
        zones=tuple(ZONES[category]),
    )
    return replace(face, **changes)


def forty_badges() -> list[BadgeFace]:
    """Every kind of name in every category, the longest organization among them."""
    badges = []
    for number in range(40):
        category = list(ZONES)[number % len(ZONES)]
        face = badge(number, NAMES[number % len(NAMES)], category, vip=number % 7 == 0)
        badges.append(replace(face, organization=LONG_ORGANIZATION) if number % 5 == 0 else face)
    return badges


PARTIES = (
    PartyFace("甲方", "海西蒙古族藏族自治州人民政府", "崔　峰", "副州长"),
    PartyFace("乙方", "中国华电集团有限公司", "宋云鹏", "副总经理"),
    PartyFace("丙方", "黄河上游水电开发有限责任公司", "努尔买买提江·阿卜杜热合曼", "总经理"),
    PartyFace("丁方", "华为数字能源技术有限公司", "李　刚", "总裁"),
    PartyFace("戊方", "Aksu Energy Holding LLP", "Þórir Ibsen", "Chairman"),
    PartyFace("己方", "青海师范大学", "王　冬", "副校长"),
    PartyFace("庚方", "西宁市人民政府", "石雪艳", "副市长"),
)
CERTIFICATE = CertificateFace(
    number="QH25-QY-0001",
    copy_label="甲方存执",
    version=1,
    lead=certificate_lead(SigningMode.ON_SITE, "项目合同"),
    project="海西州格尔木市一百万千瓦光伏配套新型储能\u200b及绿色算力供能一体化示范基地项目",
    parties=PARTIES[:2],
    hosts=("青海省人民政府",),
    organizers=("青海省商务厅", "第25届青洽会执行委员会办公室"),
    place="青海西宁\u200b青海国际会展中心",
    date="二〇二四年七月十一日",
    sealer="青海省商务厅",
    amount="53.6亿元",
    amount_in_words="人民币伍拾叁亿陆仟万元整",
    qr_text=token("QC1", 1),
)


def photo(width: int, height: int) -> Photo:
    """Return a photograph's stand-in."""
    stream = BytesIO()
    Image.new("RGB", (width, height), "#4477AA").save(stream, "JPEG")
    return Photo(width, height, stream.getvalue)


@dataclass(frozen=True)
class Printed:
    """A PDF with what the run said of it."""

    pdf: bytes
    run: PrintRun

    @property
    def printed(self) -> tuple[str, ...]:
        return self.run.printed

    @property
    def findings(self) -> tuple[PreflightFinding, ...]:
        return self.run.findings


def printed_badges(
    badges: Iterable[BadgeFace | Separator], layout: Layout, event: EventFace, **options: Any
) -> Printed:
    stream = BytesIO()
    run = render_badges(stream, badges, layout, event, **options)
    return Printed(stream.getvalue(), run)


def printed_certificates(
    sheets: Iterable[CertificateFace], layout: Layout, event: EventFace, **options: Any
) -> Printed:
    stream = BytesIO()
    run = render_certificates(stream, sheets, layout, event, **options)
    return Printed(stream.getvalue(), run)


def pages_as_pictures(pdf: bytes, folder: Path, dpi: int = 150) -> list[Image.Image]:
    """Return the pages as poppler draws them."""
    folder.joinpath("print.pdf").write_bytes(pdf)
    subprocess.run(
        ["pdftoppm", "-r", str(dpi), "-png", "print.pdf", "page"], cwd=folder, check=True
    )
    return [Image.open(path) for path in sorted(folder.glob("page-*.png"))]
