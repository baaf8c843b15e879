"""What every working paper is made with: the event, its words and its moment."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy.orm import Session

from qhsign import wording
from qhsign.domain.guest import Category
from qhsign.domain.paper import Mark, PageLine, Paper, PaperHead, Section
from qhsign.domain.soft_breaks import unbroken
from qhsign.printing.faces import EventFace
from qhsign.services.badge_faces import event_face
from qhsign.services.document_information import LANGUAGE_TAGS
from qhsign.services.events import EventFacts, facts_in
from qhsign.services.guest_order import Unranked
from qhsign.wording import Language


@dataclass(frozen=True, slots=True)
class MadePaper:
    """A paper, still without its version.

    ``subject`` tells papers of one kind apart: their versions are counted each by itself.
    ``unranked`` are the guests a stroke order could not place.
    """

    paper: Paper
    subject: str = ""
    unranked: Sequence[Unranked] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """Makes papers in one language at one moment, which is in the event's own time."""

    session: Session
    language: Language
    moment: datetime
    facts: EventFacts
    face: EventFace = field(repr=False)

    def say(self, code: str, /, **parameters: object) -> str:
        """Return a sentence of the catalogue in the paper's language."""
        return wording.say(code, self.language, **parameters)

    def day(self, day: date) -> str:
        """Return a day as a head names it: 7月11日."""
        if self.language is Language.CHINESE:
            return f"{day.month}月{day.day}日"
        return day.isoformat()

    def day_and_time(self, moment: datetime) -> str:
        """Return a moment as a head names it: 7月11日 14:30."""
        local = moment.astimezone(self.facts.zone)
        return f"{self.day(local.date())} {local:%H:%M}"

    def mark(self, category: Category, *, vip: bool) -> Mark:
        """Return a category as shape and word, with the words the event chose."""
        look = self.face.look(category.value, vip=vip)
        if self.language is Language.CHINESE or vip:
            return Mark(look.shape, look.word)
        return Mark(look.shape, look.word_en.capitalize())

    def paper(
        self,
        kind: str,
        *,
        what_for: str,
        sections: Sequence[Section],
        footer: str,
        particulars: Sequence[str] = (),
        figure: str = "",
        wide: bool = True,
        large: bool = False,
        page_line: PageLine | None = None,
    ) -> Paper:
        """Return a paper of this event; ``kind`` is the sentence that names it."""
        facts = self.facts
        event = unbroken(facts.title)
        named = self.say(kind)
        return Paper(
            title=self.say("document-title", event=event, kind=named),
            author=facts.organizer.replace("\n", "、") or event,
            made=self.moment,
            language=LANGUAGE_TAGS[self.language],
            head=PaperHead(
                named, what_for, tuple(particulars), figure, made=f"{self.moment:%Y-%m-%d %H:%M}"
            ),
            sections=tuple(sections),
            footer=f"{event}　{footer}",
            page_number=self.say("paper-page", page="{page}", pages="{pages}"),
            wide=wide,
            large=large,
            page_line=page_line,
            demo_mark=self.say("demonstration-mark") if facts.is_demonstration else "",
        )


def frame(session: Session, moment: datetime, language: Language) -> Frame:
    """Return the frame of the papers made now; ``moment`` is in any zone."""
    facts = facts_in(session)
    return Frame(session, language, moment.astimezone(facts.zone), facts, event_face(session))
