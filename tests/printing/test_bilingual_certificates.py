"""Certificates in Chinese and another language, each copy naming its keeper first."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from pyzbar import pyzbar

from qhsign.domain.alternat import OtherLanguage
from qhsign.domain.money import Amount
from qhsign.printing.certificate_words import other_words
from qhsign.printing.faces import CertificateFace, PartyFace
from qhsign.printing.layouts.layout import Layout
from qhsign.printing.layouts.layout_file import load_layout
from support.bilingual_samples import LONG_HAN_TITLE, USD, bilingual, too_much
from support.print_samples import (
    CERTIFICATE,
    EVENT,
    LONG_ORGANIZATION,
    NAMES,
    PARTIES,
    Printed,
    pages_as_pictures,
    printed_certificates,
)

BOTH = (True, False)
LAYOUTS = ("certificate-a4-bilingual", "certificate-a3-folded-bilingual")


@pytest.fixture(params=LAYOUTS)
def layout(request: pytest.FixtureRequest) -> Layout:
    return load_layout(str(request.param))


@pytest.fixture
def a4() -> Layout:
    return load_layout("certificate-a4-bilingual")


def pages(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    texts = ["".join(page.get_textpage().get_text_range().split()) for page in document]
    document.close()
    return texts


def said(text: str | None) -> str:
    return "".join((text or "").replace("\u200b", "").split())


def everything(sheet: CertificateFace) -> list[str]:
    """Return all a copy says of its contract, in both languages."""
    other = sheet.other
    assert other is not None
    parts = [sheet.number, sheet.lead, sheet.project, sheet.place, sheet.date, sheet.copy_label]
    parts += [other.event, other.lead, other.project, other.place, other.date, other.copy_label]
    for party in (*sheet.parties, *other.parties):
        parts += [party.label, party.name, party.signatory, party.post]
    amounts = (sheet.amount, sheet.amount_in_words, other.amount, other.amount_written_out)
    return [said(part) for part in (*parts, *amounts) if part]


def last_pages(printed: Printed, sheets: Sequence[CertificateFace]) -> list[str]:
    """Return the page of each sheet that holds the certificate itself."""
    assert printed.findings == ()
    assert printed.printed == tuple(sheet.subject for sheet in sheets)
    texts = pages(printed.pdf)
    each = len(texts) // len(sheets)
    return texts[each - 1 :: each]


def test_the_text_read_back_is_the_data_in_both_languages(layout: Layout) -> None:
    sheets = [
        bilingual(language, chinese_first=chinese_first, amount=amount)
        for language, chinese_first, amount in product(OtherLanguage, BOTH, (None, USD))
    ]
    texts = last_pages(printed_certificates(sheets, layout, EVENT), sheets)
    for sheet, text in zip(sheets, texts, strict=True):
        for part in everything(sheet):
            assert part in text
        assert sheet.other is not None
        words = other_words(sheet.other.language)
        turned = words.slip.split("\n")
        for part in (*turned, words.equal, words.signer, words.at, words.seal, words.scan):
            assert said(part) in text
        assert ("投资总额" in text) is (sheet.amount is not None)
        assert (said(words.amount) in text) is (sheet.amount is not None)


def test_the_longest_texts_keep_to_their_boxes(layout: Layout) -> None:
    amounts = (None, USD, Amount(536_000_000_012))
    sheets = [
        too_much(language, chinese_first=chinese_first, amount=amount)
        for language, chinese_first, amount in product(OtherLanguage, BOTH, amounts)
    ]
    texts = last_pages(printed_certificates(sheets, layout, EVENT), sheets)
    for sheet, text in zip(sheets, texts, strict=True):
        for part in everything(sheet):
            assert part in text


def places(pdf: bytes, words: str) -> list[tuple[float, float]]:
    """Return where a text begins on the last page: x and y in millimetres from the top left."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[len(document) - 1]
    texts = page.get_textpage()
    height = page.get_height()
    searcher, found = texts.search(words), []
    while (hit := searcher.get_next()) is not None:
        left, _, _, top = texts.get_charbox(hit[0])
        found.append((left * 25.4 / 72, (height - top) * 25.4 / 72))
    document.close()
    return found


@pytest.mark.parametrize("chinese_first", BOTH)
def test_the_keeper_and_the_keeper_s_language_stand_first(
    layout: Layout,
    chinese_first: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    sheet = bilingual(OtherLanguage.KYRGYZ, chinese_first=chinese_first)
    pdf = printed_certificates([sheet], layout, EVENT).pdf
    middle = layout.page[0] / 2
    ((chinese, first),) = places(pdf, "中方")[-1:]
    ((_, second),) = places(pdf, "吉方")[-1:]
    assert (chinese < middle) is chinese_first
    assert (first < second) is chinese_first
    ((other, other_first),) = places(pdf, "Кытай тарап\r\n")[-1:]
    ((_, other_second),) = places(pdf, "Кыргыз тарап\r\n")[-1:]
    assert (other > middle) is chinese_first
    assert (other_first < other_second) is chinese_first


@pytest.mark.parametrize("chinese_first", BOTH)
def test_both_codes_are_read(
    layout: Layout,
    chinese_first: bool,  # noqa: FBT001 - a parameter of the test
    tmp_path: Path,
) -> None:
    sheet = bilingual(OtherLanguage.RUSSIAN, chinese_first=chinese_first)
    *covers, picture = pages_as_pictures(printed_certificates([sheet], layout, EVENT).pdf, tmp_path)
    assert all(zxingcpp.read_barcodes(cover) == [] for cover in covers)
    assert [found.text for found in zxingcpp.read_barcodes(picture)] == [sheet.qr_text] * 2
    assert [found.data.decode() for found in pyzbar.decode(picture)] == [sheet.qr_text] * 2


def test_a_draft_says_so_in_both_languages_and_carries_no_code(
    layout: Layout, tmp_path: Path
) -> None:
    sheets = [bilingual(language, draft=True, qr_text=None) for language in OtherLanguage]
    run = printed_certificates(sheets, layout, EVENT)
    assert run.findings == ()
    texts = pages(run.pdf)
    for language, text in zip(OtherLanguage, texts[:: len(texts) // len(sheets)], strict=True):
        assert "样张·未经审定，不作凭证" in text
        assert said(other_words(language).draft_note) in text
    for picture in pages_as_pictures(run.pdf, tmp_path):
        assert zxingcpp.read_barcodes(picture) == []


def test_demonstration_data_is_marked_in_both_languages(layout: Layout) -> None:
    for is_demo in BOTH:
        event = replace(EVENT, is_demo=is_demo)
        run = printed_certificates([bilingual(OtherLanguage.ENGLISH)], layout, event)
        for text in pages(run.pdf):
            assert ("演示数据" in text) is is_demo
            assert ("Demonstration·notvalid" in text) is is_demo


def test_the_same_certificates_are_the_same_bytes(layout: Layout) -> None:
    sheets = [bilingual(language) for language in OtherLanguage]
    first, second = (printed_certificates(sheets, layout, EVENT).pdf for _ in "ab")
    assert first == second


def test_a_character_no_font_has_is_refused(a4: Layout) -> None:
    sheet = bilingual(OtherLanguage.KYRGYZ)
    assert sheet.other is not None
    broken = replace(sheet, other=replace(sheet.other, project="\U0010fffd макулдашуу"))
    run = printed_certificates([broken, sheet], a4, EVENT)
    assert run.printed == (sheet.subject,)
    (finding,) = run.findings
    assert (finding.code, finding.field) == ("print-glyph-missing", "other-project")


def test_more_than_two_parties_have_no_room(a4: Layout) -> None:
    sheet = bilingual(OtherLanguage.KYRGYZ)
    assert sheet.other is not None
    third = PartyFace("丙方", "青海大学")
    crowded = replace(
        sheet,
        parties=(*sheet.parties, third),
        other=replace(sheet.other, parties=(*sheet.other.parties, third)),
    )
    (finding,) = printed_certificates([crowded], a4, EVENT).findings
    assert (finding.code, finding.parameters["room"]) == ("print-parties-too-many", 2)


def test_a_layout_of_other_languages_prints_nothing(a4: Layout) -> None:
    chinese = load_layout("certificate-a4")
    sheet = bilingual(OtherLanguage.KYRGYZ)
    for given, on in ((CERTIFICATE, a4), (sheet, chinese)):
        run = printed_certificates([given], on, EVENT)
        assert run.printed == ()
        assert [finding.code for finding in run.findings] == ["print-languages-differ"]
    both = printed_certificates([CERTIFICATE, sheet], chinese.joined(a4), EVENT)
    assert both.findings == ()
    assert both.printed == (CERTIFICATE.subject, sheet.subject)
    assert "签约证书" in pages(both.pdf)[0]


@pytest.mark.parametrize("count", range(2, 7))
@pytest.mark.parametrize("amount", ["53.6亿元", None])
def test_a_folded_sheet_is_cover_and_certificate(
    count: int, amount: str | None, tmp_path: Path
) -> None:
    sheet = replace(
        CERTIFICATE,
        parties=PARTIES[:count],
        amount=amount,
        amount_in_words="人民币伍拾叁亿陆仟万元整" if amount else None,
        kind="战略合作框架协议",
        industry="绿色算力",
    )
    run = printed_certificates([sheet], load_layout("certificate-a3-folded"), EVENT)
    assert (run.findings, run.run.pages) == ((), 2)
    outside, inside = pages(run.pdf)
    for part in (EVENT.title, sheet.number, "甲方存执·第1版", "签约证书"):
        assert said(part) in outside
    for party in sheet.parties:
        for part in (party.label, party.name, party.signatory, party.post):
            assert said(part) in inside
    for part in (sheet.project, sheet.lead, sheet.place, sheet.date, *sheet.organizers):
        assert said(part) in inside
    assert ("投资总额" in inside, "战略合作框架协议" in inside) == (bool(amount), not amount)
    cover, certificate = pages_as_pictures(run.pdf, tmp_path)
    assert cover.size[0] > cover.size[1]
    left_half = (0, 60, cover.width // 2 - 20, cover.height - 60)
    back = cover.convert("L").crop(left_half)
    assert back.getextrema() == (255, 255)
    assert [found.text for found in zxingcpp.read_barcodes(certificate)] == [sheet.qr_text]
    assert zxingcpp.read_barcodes(cover) == []


@pytest.mark.parametrize("count", [2, 4, 6])
def test_folded_sheets_hold_the_longest_names(count: int) -> None:
    parties = tuple(
        PartyFace(f"{side}方", LONG_ORGANIZATION, name, "党组成员、副主任兼能源局局长")
        for side, name in zip("甲乙丙丁戊己", NAMES, strict=False)
    )
    sheets = [
        replace(CERTIFICATE, project=LONG_HAN_TITLE, parties=parties[:count]),
        replace(CERTIFICATE, project=LONG_HAN_TITLE, parties=parties[-count:], amount=None),
    ]
    run = printed_certificates(sheets, load_layout("certificate-a3-folded"), EVENT)
    assert run.findings == ()
    for sheet, inside in zip(sheets, pages(run.pdf)[1::2], strict=True):
        for party in sheet.parties:
            for part in (party.name, party.signatory, party.post):
                assert said(part) in inside
        assert LONG_HAN_TITLE in inside


def test_a_folded_sheet_has_room_for_six_parties() -> None:
    crowded = replace(CERTIFICATE, parties=PARTIES)
    run = printed_certificates([crowded], load_layout("certificate-a3-folded"), EVENT)
    assert [finding.code for finding in run.findings] == ["print-parties-too-many"]
    assert run.run.pages == 0
