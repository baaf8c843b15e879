"""Texts that sort as strokes do: the same order as the keys, whatever the names."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from qhsign.domain.ordering import stand_ins, stroke_key
from qhsign.domain.stroke_texts import stroke_texts
from qhsign.services.reference import stroke_table

CHARACTERS = "王田富大利张弘靓李䶮𬱖頠塚𡈽·. 　AaBbßsÉé1９"
NAMES = st.lists(st.text(CHARACTERS, max_size=5), max_size=8)


@given(
    names=NAMES,
    lending=st.dictionaries(st.integers(0, 7), st.sampled_from(["颐", "𬱖=田"])),
    blank=st.booleans(),
)
def test_texts_compare_as_the_keys_do(
    *, names: list[str], lending: dict[int, str], blank: bool
) -> None:
    table = stroke_table()
    lent = {
        place: stand_ins(names[place], text, table)
        for place, text in lending.items()
        if place < len(names)
    }
    keys = [
        stroke_key(name, table, lent.get(place), blank=blank) for place, name in enumerate(names)
    ]
    texts = stroke_texts(names, table, lent, blank=blank)
    for one, other in product(range(len(names)), repeat=2):
        assert (texts[one] < texts[other]) == (keys[one] < keys[other])
        assert (texts[one] == texts[other]) == (keys[one] == keys[other])


def test_a_name_of_two_characters_goes_before_one_of_three_with_the_same_surname() -> None:
    longer, shorter = stroke_texts(["田大利", "田富"], stroke_table(), blank=True)
    assert shorter < longer


def test_no_names_are_no_texts() -> None:
    assert stroke_texts([], stroke_table(), blank=True) == []
