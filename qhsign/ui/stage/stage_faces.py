"""What the cards of a plan show and say: faces and sentences by place."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from qhsign.domain.seating import Place, PlaceKind
from qhsign.services.stage_looks import StageLook, Standing
from qhsign.services.stage_records import StageFinding
from qhsign.ui.stage import stage_words
from qhsign.ui.stage.presence import Presence
from qhsign.ui.stage.stage_card import CardFace
from qhsign.wording import Language


@dataclass(frozen=True, slots=True)
class PlaceShown:
    """One place: who is there, the face of the card, and all of it as a sentence."""

    standing: Standing
    face: CardFace
    words: str


def places_shown(
    look: StageLook, presence: Presence, language: Language
) -> Mapping[Place, PlaceShown]:
    """Return every place of a plan; findings and arrivals belong to the latest version alone."""
    return _shown(look, look.standings, presence, language)


def places_changed(
    look: StageLook, presence: Presence, was: Presence, language: Language
) -> Mapping[Place, PlaceShown]:
    """Return the places that look otherwise than when ``was`` was known of who is there."""
    if not look.is_latest:
        return {}
    changed = [
        each
        for each in look.standings
        if presence.is_here(each) is not was.is_here(each)
        or presence.is_missed(each) is not was.is_missed(each)
    ]
    return _shown(look, changed, presence, language)


def _shown(
    look: StageLook, standings: Iterable[Standing], presence: Presence, language: Language
) -> dict[Place, PlaceShown]:
    wrong = _Wrong(look.findings if look.is_latest else ())
    known = presence if look.is_latest else Presence()
    flags = {table.number: table.flags for table in look.tables}
    several = {table.number for table in look.tables if stage_words.has_several(table)}
    shown = {}
    for standing in standings:
        place = standing.place
        is_moved = place in look.changed
        is_wrong = wrong.names(standing)
        face = CardFace(
            place.kind,
            place.side,
            stage_words.mark_of(standing, language, several=place.table in several),
            standing.name,
            free="" if standing.name else stage_words.free_word(),
            is_missed=known.is_missed(standing) or not standing.is_coming,
            is_wrong=is_wrong,
            is_moved=is_moved,
        )
        notes = [stage_words.presence_word(is_here=known.is_here(standing))]
        if is_moved:
            notes.append(stage_words.moved_word())
        if place.kind is PlaceKind.SIGNER:
            notes.append(stage_words.flags_words(flags[place.table].get(place.side, ())))
        notes += wrong.sentences(standing, language)
        words = stage_words.standing_words(standing, language, *notes)
        shown[place] = PlaceShown(standing, face, words)
    return shown


def wrong_contracts(look: StageLook) -> frozenset[int]:
    """Return the contracts a finding names."""
    if not look.is_latest:
        return frozenset()
    return frozenset(number for each in look.findings if (number := contract_of(each)))


def contract_of(finding: StageFinding) -> int:
    """Return the number of the contract a finding is about, 0 for none."""
    return int(finding.contract) if finding.contract.isdigit() else 0


class _Wrong:
    """Finds the findings that name somebody at a place."""

    def __init__(self, findings: Sequence[StageFinding]) -> None:
        self._findings = [each for each in findings if each.parameters.get("name")]

    def names(self, standing: Standing) -> bool:
        """Tell whether one names this person here."""
        return any(self._is_about(each, standing) for each in self._findings)

    def sentences(self, standing: Standing, language: Language) -> list[str]:
        """Return what they say."""
        return [
            stage_words.finding_words(each, language)
            for each in self._findings
            if self._is_about(each, standing)
        ]

    @staticmethod
    def _is_about(finding: StageFinding, standing: Standing) -> bool:
        if not standing.name or finding.parameters.get("name") != standing.name:
            return False
        if standing.place.kind is PlaceKind.WITNESS:
            return not finding.contract
        return contract_of(finding) in {0, standing.contract}
