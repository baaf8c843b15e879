from qhsign.cli import main
from qhsign.domain.guest import Category, Invitation


def test_words_become_categories_and_states() -> None:
    for word in ("media", "媒体", "MEDIA"):
        read = main.parse(["--event", "x", "guests", "--category", word, "--status", "已确认"])
        assert read.category is Category.MEDIA
        assert read.status is Invitation.CONFIRMED


def test_bytes_that_are_no_text_are_still_mended() -> None:
    assert main.parse(["--event", "x", "guests", "--search", "李\udcff"]).search == "李�"
