"""Certificates as they come out of the printer."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from pyzbar import pyzbar

from qhsign.domain.contract import SigningMode
from qhsign.printing.certificate_sheet import certificate_lead
from qhsign.printing.layouts.layout import Layout
from qhsign.printing.layouts.layout_file import load_layout, parse_layout
from qhsign.printing.preflight import check_certificates
from support.print_samples import (
    CERTIFICATE,
    EVENT,
    PARTIES,
    pages_as_pictures,
    printed_certificates,
    token,
)


@pytest.fixture(scope="module")
def layout() -> Layout:
    return load_layout("certificate-a4")


def texts(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return ["".join(page.split()) for page in pages]


def said(text: str) -> str:
    return "".join(text.replace("\u200b", "").split())


@pytest.mark.parametrize("count", range(2, 7))
def test_no_party_is_dropped(count: int, layout: Layout) -> None:
    sheet = replace(CERTIFICATE, parties=PARTIES[:count])
    run = printed_certificates([sheet], layout, EVENT)
    assert run.findings == ()
    (text,) = texts(run.pdf)
    for party in PARTIES[:count]:
        for part in (party.label, party.name, party.signatory, party.post):
            assert said(part) in text


def test_more_parties_than_any_variant_holds_are_refused(layout: Layout) -> None:
    sheet = replace(CERTIFICATE, parties=PARTIES)
    run = printed_certificates([sheet, CERTIFICATE], layout, EVENT)
    assert run.printed == (CERTIFICATE.subject,)
    (finding,) = run.findings
    assert finding.code == "print-parties-too-many"
    assert finding.parameters["count"] == 7
    assert check_certificates([sheet], layout, EVENT) == [finding]


def test_the_text_read_back_is_the_data(layout: Layout) -> None:
    (text,) = texts(printed_certificates([CERTIFICATE], layout, EVENT).pdf)
    sheet = CERTIFICATE
    for part in (
        EVENT.title,
        EVENT.title_en,
        sheet.number,
        sheet.lead,
        sheet.project,
        sheet.amount,
        sheet.amount_in_words,
        sheet.place,
        sheet.date,
        *sheet.hosts,
        *sheet.organizers,
        "甲方存执·第1版",
    ):
        assert said(str(part)) in text


def test_codes_are_read_from_a_rendering_at_150_dpi(layout: Layout, tmp_path: Path) -> None:
    sheets = [
        replace(CERTIFICATE, number=f"QH25-QY-{n:04}", qr_text=token("QC1", n)) for n in range(1, 6)
    ]
    run = printed_certificates(sheets, layout, EVENT)
    for sheet, picture in zip(sheets, pages_as_pictures(run.pdf, tmp_path), strict=True):
        assert [found.text for found in zxingcpp.read_barcodes(picture)] == [sheet.qr_text]
        assert [found.data.decode() for found in pyzbar.decode(picture)] == [sheet.qr_text]


def test_without_an_amount_there_is_no_amount_line(layout: Layout) -> None:
    sheet = replace(
        CERTIFICATE, amount=None, amount_in_words=None, kind="战略合作框架协议", industry="绿色算力"
    )
    (text,) = texts(printed_certificates([sheet], layout, EVENT).pdf)
    assert "投资总额" not in text
    assert "大写" not in text
    assert "战略合作框架协议" in text
    assert "绿色算力" in text


def test_a_draft_says_so_and_carries_no_code(layout: Layout, tmp_path: Path) -> None:
    run = printed_certificates([replace(CERTIFICATE, draft=True)], layout, EVENT)
    (text,) = texts(run.pdf)
    assert "样张·未经审定，不作凭证" in text
    assert "扫码验证" not in text
    (picture,) = pages_as_pictures(run.pdf, tmp_path)
    assert zxingcpp.read_barcodes(picture) == []


def test_an_approved_certificate_without_a_code_is_refused(layout: Layout) -> None:
    run = printed_certificates([replace(CERTIFICATE, qr_text=None)], layout, EVENT)
    assert (run.run.pages, run.printed) == (0, ())
    assert [finding.code for finding in run.findings] == ["print-code-missing"]


def test_demonstration_data_is_marked(layout: Layout) -> None:
    for count in (2, 3, 4, 6):
        sheet = replace(CERTIFICATE, parties=PARTIES[:count])
        for is_demo in (True, False):
            event = replace(EVENT, is_demo=is_demo)
            (text,) = texts(printed_certificates([sheet], layout, event).pdf)
            assert ("演示数据" in text) is is_demo


def test_the_same_certificates_are_the_same_bytes(layout: Layout) -> None:
    first, second = (printed_certificates([CERTIFICATE] * 3, layout, EVENT).pdf for _ in "ab")
    assert first == second


def test_a_character_no_font_has_is_refused(layout: Layout) -> None:
    run = printed_certificates([replace(CERTIFICATE, project="\U0010fffd项目")], layout, EVENT)
    assert run.printed == ()
    assert run.findings[0].field == "project"


@pytest.mark.parametrize(
    ("mode", "words"),
    [
        (SigningMode.ON_SITE, "兹证明，下列各方于本届洽谈会期间现场签署以下协议"),
        (SigningMode.CLOUD, "兹证明，下列各方于本届洽谈会期间以云签约方式签署以下协议"),
        (SigningMode.AFTER, "兹证明，下列各方于本届洽谈会会后签署以下协议"),
    ],
)
def test_the_opening_sentence_tells_how_it_was_signed(mode: SigningMode, words: str) -> None:
    assert certificate_lead(mode, "协议") == words


def test_two_certificates_share_a_larger_sheet() -> None:
    sheet = {"page": [297, 420], "places": [[0, 0], [0, 210]]}
    two_up = parse_layout({"name": "two", "of": "certificate-a4", "sheet": sheet})
    with_three = replace(CERTIFICATE, parties=PARTIES[:3], number="QH25-QY-0009")
    sheets = [CERTIFICATE, CERTIFICATE, CERTIFICATE, with_three]
    printed = printed_certificates(sheets, two_up, EVENT)
    assert (printed.run.pages, len(printed.printed)) == (3, 4)
    found = [text.count(CERTIFICATE.number) for text in texts(printed.pdf)]
    assert found == [4, 2, 0]
    assert texts(printed.pdf)[2].count("QH25-QY-0009") == 2
