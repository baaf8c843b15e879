"""What an event chooses, in the order of the settings screen: keys, words, explanations."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication

from qhsign.ui.translation import QT_TRANSLATE_NOOP


class Entry(Enum):
    """How a setting is written."""

    TEXT = "text"
    LINES = "lines"
    DAY = "day"
    YES_NO = "yes-no"
    ORDER = "order"
    ZONE = "zone"
    MINUTES = "minutes"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Field:
    """One key of ``event set`` with its English words in the context EventFields.

    ``default`` is what a new event has, as text; empty where it has nothing. ``choices`` are the
    values of a choice with their English words.
    """

    key: str
    words: str
    why: str
    entry: Entry = Entry.TEXT
    default: str = ""
    choices: tuple[tuple[str, str], ...] = ()

    def choice_words(self) -> list[tuple[str, str]]:
        """Return the values of a choice with their words in the window's language."""
        translate = QCoreApplication.translate
        return [(value, translate("EventFields", words)) for value, words in self.choices]

    @property
    def caption(self) -> str:
        """What is asked, in the window's language."""
        return QCoreApplication.translate("EventFields", self.words)

    @property
    def explanation(self) -> str:
        """Why it is asked, in the window's language."""
        return QCoreApplication.translate("EventFields", self.why)


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """Fields that belong together, under a heading."""

    words: str
    fields: tuple[Field, ...]

    @property
    def heading(self) -> str:
        """The heading in the window's language."""
        return QCoreApplication.translate("EventFields", self.words)


GROUPS = (
    FieldGroup(
        QT_TRANSLATE_NOOP("EventFields", "Names and days"),
        (
            Field(
                "title",
                QT_TRANSLATE_NOOP("EventFields", "Full name"),
                QT_TRANSLATE_NOOP("EventFields", "Stands on certificates and papers."),
            ),
            Field(
                "short_title",
                QT_TRANSLATE_NOOP("EventFields", "Short name"),
                QT_TRANSLATE_NOOP("EventFields", "Stands in this window and on narrow papers."),
            ),
            Field(
                "title_en",
                QT_TRANSLATE_NOOP("EventFields", "English name"),
                QT_TRANSLATE_NOOP(
                    "EventFields", "Stands on badges and certificates in two languages."
                ),
            ),
            Field(
                "edition",
                QT_TRANSLATE_NOOP("EventFields", "Edition"),
                QT_TRANSLATE_NOOP(
                    "EventFields", "The number alone. It begins the numbers of certificates."
                ),
            ),
            Field(
                "start",
                QT_TRANSLATE_NOOP("EventFields", "First day"),
                QT_TRANSLATE_NOOP("EventFields", "As 2026-07-16, or empty."),
                Entry.DAY,
            ),
            Field(
                "end",
                QT_TRANSLATE_NOOP("EventFields", "Last day"),
                QT_TRANSLATE_NOOP("EventFields", "As 2026-07-16, or empty."),
                Entry.DAY,
            ),
        ),
    ),
    FieldGroup(
        QT_TRANSLATE_NOOP("EventFields", "Place and organizers"),
        (
            Field(
                "city",
                QT_TRANSLATE_NOOP("EventFields", "City"),
                QT_TRANSLATE_NOOP(
                    "EventFields", "Where contracts are signed, as certificates say."
                ),
            ),
            Field(
                "venue",
                QT_TRANSLATE_NOOP("EventFields", "Venue"),
                QT_TRANSLATE_NOOP("EventFields", "The building, as papers and badges name it."),
            ),
            Field(
                "organizer",
                QT_TRANSLATE_NOOP("EventFields", "Organizer"),
                QT_TRANSLATE_NOOP("EventFields", "As certificates name it."),
            ),
            Field(
                "co_organizer",
                QT_TRANSLATE_NOOP("EventFields", "Co-organizers"),
                QT_TRANSLATE_NOOP("EventFields", "Several are parted by a semicolon."),
                Entry.LINES,
            ),
            Field(
                "sealer",
                QT_TRANSLATE_NOOP("EventFields", "Whose seal"),
                QT_TRANSLATE_NOOP("EventFields", "The body whose seal stands on certificates."),
            ),
        ),
    ),
    FieldGroup(
        QT_TRANSLATE_NOOP("EventFields", "On badges and in other languages"),
        (
            Field(
                "badge_title",
                QT_TRANSLATE_NOOP("EventFields", "Name on badges"),
                QT_TRANSLATE_NOOP("EventFields", "A semicolon ends a line. Empty: the full name."),
                Entry.LINES,
            ),
            Field(
                "place_en",
                QT_TRANSLATE_NOOP("EventFields", "Place in English"),
                QT_TRANSLATE_NOOP(
                    "EventFields",
                    "City and venue on certificates in English; a semicolon ends a line.",
                ),
                Entry.LINES,
            ),
            Field(
                "title_ru",
                QT_TRANSLATE_NOOP("EventFields", "Russian name"),
                QT_TRANSLATE_NOOP(
                    "EventFields", "On certificates in Russian; a semicolon ends a line."
                ),
                Entry.LINES,
            ),
            Field(
                "place_ru",
                QT_TRANSLATE_NOOP("EventFields", "Place in Russian"),
                QT_TRANSLATE_NOOP("EventFields", "City and venue on certificates in Russian."),
                Entry.LINES,
            ),
            Field(
                "title_ky",
                QT_TRANSLATE_NOOP("EventFields", "Kyrgyz name"),
                QT_TRANSLATE_NOOP(
                    "EventFields", "On certificates in Kyrgyz; a semicolon ends a line."
                ),
                Entry.LINES,
            ),
            Field(
                "place_ky",
                QT_TRANSLATE_NOOP("EventFields", "Place in Kyrgyz"),
                QT_TRANSLATE_NOOP("EventFields", "City and venue on certificates in Kyrgyz."),
                Entry.LINES,
            ),
        ),
    ),
    FieldGroup(
        QT_TRANSLATE_NOOP("EventFields", "Announced"),
        (
            Field(
                "declared_guests",
                QT_TRANSLATE_NOOP("EventFields", "Guests announced"),
                QT_TRANSLATE_NOOP(
                    "EventFields", "The reconciliation table shows it beside the guests entered."
                ),
            ),
            Field(
                "declared_activities",
                QT_TRANSLATE_NOOP("EventFields", "Activities announced"),
                QT_TRANSLATE_NOOP(
                    "EventFields",
                    "The reconciliation table shows it beside the activities entered.",
                ),
            ),
        ),
    ),
    FieldGroup(
        QT_TRANSLATE_NOOP("EventFields", "On the stage"),
        (
            Field(
                "alarm_minutes",
                QT_TRANSLATE_NOOP("EventFields", "Alarms before going on"),
                QT_TRANSLATE_NOOP(
                    "EventFields",
                    "Minutes before a batch goes on stage at which whoever is missing is looked "
                    "for, as 30,15,5.",
                ),
                Entry.MINUTES,
                "30,15,5",
            ),
            Field(
                "gap_policy",
                QT_TRANSLATE_NOOP("EventFields", "When somebody drops out"),
                QT_TRANSLATE_NOOP(
                    "EventFields",
                    "Whether the others of a row stay where they are, or move up and their cards "
                    "are laid anew.",
                ),
                Entry.CHOICE,
                "keep",
                (
                    ("keep", QT_TRANSLATE_NOOP("EventFields", "The place stays empty")),
                    ("close", QT_TRANSLATE_NOOP("EventFields", "The others move up")),
                ),
            ),
            Field(
                "even_presidium",
                QT_TRANSLATE_NOOP("EventFields", "Presidium of an even number"),
                QT_TRANSLATE_NOOP(
                    "EventFields",
                    "On which side of the first the second sits, seen from the hall.",
                ),
                Entry.CHOICE,
                "second-right",
                (
                    (
                        "second-right",
                        QT_TRANSLATE_NOOP("EventFields", "Right: 9 7 5 3 1 2 4 6 8 10"),
                    ),
                    (
                        "second-left",
                        QT_TRANSLATE_NOOP("EventFields", "Left: 10 8 6 4 2 1 3 5 7 9"),
                    ),
                ),
            ),
        ),
    ),
    FieldGroup(
        QT_TRANSLATE_NOOP("EventFields", "Rules"),
        (
            Field(
                "vetting_required",
                QT_TRANSLATE_NOOP("EventFields", "Vetting is required"),
                QT_TRANSLATE_NOOP(
                    "EventFields", "Only guests who passed it get a badge and are let in."
                ),
                Entry.YES_NO,
                "no",
            ),
            Field(
                "guest_order",
                QT_TRANSLATE_NOOP("EventFields", "Order of guests"),
                QT_TRANSLATE_NOOP("EventFields", "Papers and prints name the order they follow."),
                Entry.ORDER,
                "surname-strokes",
            ),
            Field(
                "jiao_with_whole",
                QT_TRANSLATE_NOOP("EventFields", "整 after 角"),
                QT_TRANSLATE_NOOP(
                    "EventFields", "Whether an amount in capitals that ends in 角 takes 整."
                ),
                Entry.YES_NO,
                "yes",
            ),
            Field(
                "time_zone",
                QT_TRANSLATE_NOOP("EventFields", "Time zone"),
                QT_TRANSLATE_NOOP(
                    "EventFields",
                    "Times without a zone are local to it. Screens follow once the event is "
                    "opened again.",
                ),
                Entry.ZONE,
                "Asia/Shanghai",
            ),
        ),
    ),
)

FIELDS = {field.key: field for group in GROUPS for field in group.fields}
