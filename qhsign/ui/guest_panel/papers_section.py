"""签约与证件: contracts the guest signs, badges held, and what was printed."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent

from qhsign.services.guest_detail_records import BadgeLine, GuestDetails, PrintLine, SignedLine
from qhsign.ui.guest_panel.panel_line import PanelLine
from qhsign.ui.guest_panel.panel_section import PanelSection
from qhsign.ui.guest_panel.panel_words import moment_word
from qhsign.ui.guest_panel.wrapped_label import WrappedLabel
from qhsign.ui.theme import Look
from qhsign.ui.translation import QT_TRANSLATE_NOOP
from qhsign.wording import say

_ROLES = {
    "signatory": QT_TRANSLATE_NOOP("PapersSection", "Signatory, side {side}"),
    "substitute": QT_TRANSLATE_NOOP("PapersSection", "Substitute, side {side}"),
    "assistant": QT_TRANSLATE_NOOP("PapersSection", "Assistant, side {side}"),
    "witness": QT_TRANSLATE_NOOP("PapersSection", "Witness, side {side}"),
}
_STATES = {
    "active": QT_TRANSLATE_NOOP("PapersSection", "valid"),
    "revoked": QT_TRANSLATE_NOOP("PapersSection", "revoked"),
    "replaced": QT_TRANSLATE_NOOP("PapersSection", "replaced"),
}
_FEW = 2


class PapersSection(PanelSection):
    """The latest prints are shown; a word at the right shows all of them."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._details: GuestDetails | None = None
        self._shows_all = False
        self.acted.connect(self._turn_over)
        self.set_title(self.tr("Contracts and badges"))

    def show_details(self, details: GuestDetails) -> None:
        """Show another guest's papers."""
        if self._details is None or self._details.id != details.id:
            self._shows_all = False
        self._details = details
        self.clear()
        lines = [*self._contracts(details), *self._badges(details), *self._prints(details)]
        for line in lines:
            self.add(line)
        if not lines:
            nothing = WrappedLabel("caption")
            nothing.setText(self.tr("No contract and no badge yet."))
            self.add(nothing)
        more = ""
        if len(details.prints) > _FEW:
            count = len(details.prints)
            more = self.tr("Fewer") if self._shows_all else self.tr("{count} prints")
            more = more.format(count=count)
        self.set_title(self.tr("Contracts and badges"), more)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange and self._details is not None:
            self.show_details(self._details)
        super().changeEvent(event)

    def _contracts(self, details: GuestDetails) -> Iterator[PanelLine]:
        for line in details.contracts:
            yield self._contract(line)

    def _contract(self, line: SignedLine) -> PanelLine:
        role = _word(_ROLES[line.role]).format(side=line.side)
        return PanelLine(self._look, "contract", f"{line.number} {line.title}", role, "quiet")

    def _badges(self, details: GuestDetails) -> Iterator[PanelLine]:
        for badge in details.badges:
            yield self._badge(badge)

    def _badge(self, badge: BadgeLine) -> PanelLine:
        parts = [_word(_STATES[badge.status])]
        if badge.printed:
            parts.append(self.tr("printed {count}×").format(count=badge.printed))
        elif badge.status == "active":
            parts.append(self.tr("not printed"))
        text = f"{badge.serial:05d}  {badge.short_code}"
        if badge.reason:
            text = f"{text}\n{badge.reason}"
        tone = "quiet" if badge.status == "active" else "warn"
        return PanelLine(self._look, "badge", text, self.tr(", ").join(parts), tone)

    def _prints(self, details: GuestDetails) -> Iterator[PanelLine]:
        shown = details.prints if self._shows_all else details.prints[:_FEW]
        for line in shown:
            yield self._print(line)

    def _print(self, line: PrintLine) -> PanelLine:
        language = self._look.language
        what = say(f"document-{line.kind}", language)
        text = f"{what} {line.run}"
        if line.reason:
            text = f"{text}\n{line.reason}"
        tone, icon = "quiet", "print"
        if line.outcome == "left-out":
            text, tone = "\n".join((text, self.tr("left out by the check"))), "warn"
        elif line.outcome == "failed":
            text, tone = "\n".join((text, self.tr("failed"))), "warn"
        return PanelLine(self._look, icon, text, moment_word(line.at), tone)

    def _turn_over(self) -> None:
        self._shows_all = not self._shows_all
        if self._details is not None:
            self.show_details(self._details)


def _word(source: str) -> str:
    return QCoreApplication.translate("PapersSection", source)
