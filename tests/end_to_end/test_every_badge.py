"""Every badge of the demonstration says what the data say, and every code on them reads.

``make test`` proves a share of the guests; ``make proofs`` all 6,096.
"""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from sqlalchemy import select

from qhsign.domain import names
from qhsign.services import badges, guests
from qhsign.services.desk import Desk
from qhsign.store.schema import Badge
from support import demonstrations
from support.printed import set_text

GUESTS = 6096 if os.environ.get("QHSIGN_WHOLE") else 200
DPI = 150


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made, _ = demonstrations.make(tmp_path / "25.qhsign", guests=GUESTS)
    with made:
        yield made


def test_text_and_code_of_every_badge(desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "badges.pdf"
    run = badges.print_badges(desk, out)
    assert run.preflight == []
    rows = list(guests.list_guests(desk).guests)
    assert len(rows) == run.badges == GUESTS
    with desk.read() as session:
        codes = {row.guest_id: row.code for row in session.scalars(select(Badge))}
    with pypdfium2.PdfDocument(out) as document, ThreadPoolExecutor(2) as readers:
        read = []
        for row, page in zip(rows, document, strict=True):
            text = "".join(page.get_textpage().get_text_range().split())
            for said in (row.full_name, row.organization, row.title):
                assert set_text(said) in text, (row.label, said)
            assert set_text(names.display_name(row.full_name)) in text
            picture = page.render(scale=DPI / 72, grayscale=True).to_pil()
            read.append((row, readers.submit(zxingcpp.read_barcodes, picture)))
            page.close()
        for row, found in read:
            assert [code.text for code in found.result()] == [codes[row.id]], row.label
