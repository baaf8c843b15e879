"""Made-up people of a demonstration event: plausible names of the peoples who come to the fair."""

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from qhsign.domain.guest import Gender
from qhsign.services.demonstration_facts import named_people, table

CHINA = "CN"
_SHARE_OF_WOMEN = 0.36
_SHARE_OF_TWO_CHARACTERS = 0.2
_EVERY_RARE = 70  # one name in so many carries a character few fonts and lists know
_OF_TWO_READINGS = 0.03
_COMPOUND = 0.018
_BOTH_SURNAMES = 0.01
_SINGLE_TIBETAN = 0.06
_IN_OWN_LETTERS = 0.3
_WITH_FATHER = 0.6
_OLD_MONGOL = 0.3
_HAN_GIVEN = {"hui": 0.6, "tu": 0.5, "salar": 0.45}


@dataclass(frozen=True, slots=True)
class Person:
    """Who a made-up guest is, apart from where they work."""

    full_name: str
    gender: Gender | None
    country: str
    latin_name: str = ""


class NameMaker:
    """Draws people; nobody bears the name of a person the facts name or of a well-known one."""

    def __init__(self, dice: Random) -> None:
        self._dice = dice
        self._parts: Mapping[str, Any] = table("names")
        self._never = named_people() | frozenset(self._parts["never"])
        shares = self._parts["shares"]
        self._peoples, self._weights = list(shares), list(shares.values())
        rare = list(self._parts["rare"])
        dice.shuffle(rare)
        self._rare: deque[str] = deque(rare)
        self._surnames: list[str] = list(self._parts["han"]["surnames"])
        self._given: dict[Gender, list[str]] = {
            gender: list(self._parts["han"][gender.value]) for gender in Gender
        }
        self._makers: dict[str, Callable[[Gender], str]] = {
            "han": self._han,
            "hui": self._after_surname("hui"),
            "tu": self._after_surname("tu"),
            "salar": self._after_surname("salar"),
            "tibetan": self._tibetan,
            "mongol": self._mongol,
            "uyghur": self._uyghur,
        }

    def anyone(self) -> Person:
        """Draw a guest of any people, by the shares of the table."""
        (people,) = self._dice.choices(self._peoples, self._weights)
        if people == "foreign":
            return self.of_country(self._dice.choice(self._abroad()))
        return self._made(self._makers[people])

    def anyone_at_home(self) -> Person:
        """Draw a guest of any people of China."""
        at_home = [people for people in self._peoples if people != "foreign"]
        (people,) = self._dice.choices(at_home, [self._parts["shares"][p] for p in at_home])
        return self._made(self._makers[people])

    def han(self) -> Person:
        """Draw a guest with a Han name: there are enough of them for any number of guests."""
        return self._made(self._han)

    def of_note(self) -> list[Person]:
        """Return the people every demonstration wants: rare characters, long names, namesakes."""
        han = self._parts["han"]
        named = [(name, 1, gender) for name, gender in han["of_note"]]
        return [
            Person(name, Gender(gender), CHINA)
            for name, count, gender in [*named, *han["namesakes"]]
            for _ in range(count)
        ]

    def of_country(self, country: str) -> Person:
        """Draw a guest from a country or region, ISO 3166."""
        if country == CHINA:
            return self.han()
        gender = self._gender()
        if country in self._parts["written_in_han"]:
            name, latin = self._dice.choice(self._parts["written_in_han"][country][gender.value])
            return Person(name, gender, country, latin)
        names = self._parts["foreign"][country]
        first = self._dice.choice(names[gender.value])
        family = self._dice.choice(names[f"{gender.value}_family"])
        # Where there are three spellings the first is in the country's own letters.
        own, latin, chinese = (
            f"{first[0]} {family[0]}",
            f"{first[-2]} {family[-2]}",
            f"{first[-1]}·{family[-1]}",
        )
        full_name = own if self._dice.random() < _IN_OWN_LETTERS else chinese
        return Person(full_name, gender, country, "" if latin == full_name else latin)

    def _abroad(self) -> list[str]:
        return [*self._parts["foreign"], *self._parts["written_in_han"]]

    def _gender(self) -> Gender:
        return Gender.FEMALE if self._dice.random() < _SHARE_OF_WOMEN else Gender.MALE

    def _made(self, make: Callable[[Gender], str]) -> Person:
        gender = self._gender()
        name = make(gender)
        while name in self._never:
            name = make(gender)
        return Person(name, gender, CHINA)

    def _han(self, gender: Gender) -> str:
        return self._surname() + self._given_name(gender)

    def _given_name(self, gender: Gender) -> str:
        dice = self._dice
        given = dice.choice(self._given[gender])
        if dice.random() >= _SHARE_OF_TWO_CHARACTERS:
            given += dice.choice(self._given[gender])
        if dice.randrange(_EVERY_RARE) == 0:
            # In turn, so that each of them stands on the list.
            given = given[:-1] + self._rare[0]
            self._rare.rotate(-1)
        return given

    def _surname(self) -> str:
        thrown = self._dice.random()
        han = self._parts["han"]
        if thrown < _COMPOUND:
            return str(self._dice.choice(han["compound_surnames"]))
        if thrown < _COMPOUND + _OF_TWO_READINGS:
            return str(self._dice.choice(han["surnames_of_two_readings"]))
        if thrown < _COMPOUND + _OF_TWO_READINGS + _BOTH_SURNAMES:
            return self._dice.choice(self._surnames) + self._dice.choice(self._surnames)
        return self._dice.choice(self._surnames)

    def _after_surname(self, people: str) -> Callable[[Gender], str]:
        parts = self._parts[people]

        def make(gender: Gender) -> str:
            if self._dice.random() < _HAN_GIVEN[people]:
                return str(self._dice.choice(parts["surnames"])) + self._given_name(gender)
            return str(
                self._dice.choice(parts["surnames"]) + self._dice.choice(parts[gender.value])
            )

        return make

    def _tibetan(self, gender: Gender) -> str:
        parts = self._parts["tibetan"]
        if self._dice.random() < _SINGLE_TIBETAN:
            return str(self._dice.choice(parts["single"]))
        first = self._dice.choice(parts["first"])
        last = self._dice.choice(parts[f"{gender.value}_last"])
        return str(first + last) if first != last else self._tibetan(gender)

    def _mongol(self, gender: Gender) -> str:
        parts = self._parts["mongol"]
        if self._dice.random() < _OLD_MONGOL:
            return str(self._dice.choice(parts[gender.value]))
        return str(
            self._dice.choice(parts["first"]) + self._dice.choice(parts[f"{gender.value}_last"])
        )

    def _uyghur(self, gender: Gender) -> str:
        parts = self._parts["uyghur"]
        name = str(self._dice.choice(parts[gender.value]))
        if self._dice.random() < _WITH_FATHER:
            return f"{name}·{self._dice.choice(parts['fathers'])}"
        return name
