import pytest

from qhsign import wording
from qhsign.domain.guest import Category, Invitation, Vetting
from qhsign.wording import Language


@pytest.mark.parametrize(
    ("kind", "subject"), [(Category, "category"), (Invitation, "status"), (Vetting, "vetting")]
)
def test_every_member_is_meant_by_its_code_and_its_words(
    kind: type[Category], subject: str
) -> None:
    for member in kind:
        assert wording.meant(kind, subject, member.value) is member
        assert wording.meant(kind, subject, f" {member.value.upper()} ") is member
        for language in Language:
            assert (
                wording.meant(kind, subject, wording.say(f"{subject}-{member}", language)) is member
            )


def test_another_word_means_nothing() -> None:
    with pytest.raises(ValueError, match="客商"):
        wording.meant(Category, "category", "客商")


def test_a_word_is_said_in_the_language_of_its_sentence() -> None:
    given = {"name": "李刚", "field": wording.Word("field-title")}
    assert "职务有改动" in wording.say("changed-since-print", **given)
    assert "Title of 李刚" in wording.say("changed-since-print", Language.ENGLISH, **given)


def test_a_sentence_without_its_parameter_is_a_bug() -> None:
    with pytest.raises(KeyError):
        wording.say("guest-unknown")
