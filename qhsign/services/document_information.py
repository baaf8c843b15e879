"""What a printed file says of itself: whose event, which kind of print, and when it was made."""

from qhsign.domain.soft_breaks import unbroken
from qhsign.printing.pdf_file import DocumentInformation
from qhsign.services import events
from qhsign.services.desk import Desk
from qhsign.wording import Language, say

LANGUAGE_TAGS = {Language.CHINESE: "zh-CN", Language.ENGLISH: "en"}


def document_information(
    desk: Desk, kind: str, *, language: Language = Language.CHINESE
) -> DocumentInformation:
    """Return the information of a file; ``kind`` is a sentence of the catalogue such as 证件.

    Nobody's name gets into it: files are sent on, and who printed stands in the ledger.
    """
    with desk.read() as session:
        facts = events.facts_in(session)
    event = unbroken(facts.title)
    said = say(kind, language)
    return DocumentInformation(
        title=say("document-title", language, event=event, kind=said),
        author=facts.organizer.replace("\n", "、") or event,
        subject=said,
        language=LANGUAGE_TAGS[language],
        made=desk.now().astimezone(facts.zone),
    )
