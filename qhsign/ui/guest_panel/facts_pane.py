"""The facts of a guest in calm groups: those that hold something, or all of them."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from qhsign.domain.guest import Category, Gender, Invitation, Vetting
from qhsign.services.guest_detail_records import YES, GuestDetails
from qhsign.ui.guest_panel.fact_row import FactRow, FactShown
from qhsign.ui.guest_panel.masked_row import MaskedRow
from qhsign.ui.guest_panel.panel_section import SIDE_PX
from qhsign.ui.guest_panel.panel_words import MASKED, field_word, typed_value, value_word
from qhsign.ui.guest_panel.wrapped_label import WrappedLabel
from qhsign.ui.shared.plain_parts import label
from qhsign.ui.theme import Look
from qhsign.ui.translation import QT_TRANSLATE_NOOP
from qhsign.wording import Language

_LARGE = ("title", "organization")
"""Stand first, without a caption, as the person is addressed."""
_GROUPS: Mapping[str, tuple[str, ...]] = {
    QT_TRANSLATE_NOOP("FactsPane", "Person"): (
        "full_name", "latin_name", "reading", "gender", "salutation", "country", "phone",
        "document_kind", "document_number",
    ),
    QT_TRANSLATE_NOOP("FactsPane", "Organization and invitation"): (
        "title_en", "delegation", "category", "vip", "status", "vetting",
    ),
    QT_TRANSLATE_NOOP("FactsPane", "Rank and order"): (
        "rank", "rank_level", "rank_seq", "credentials_date", "arranged", "stroke_stand_in",
    ),
    QT_TRANSLATE_NOOP("FactsPane", "Travel and lodging"): (
        "arrival", "departure", "lodging", "vehicle", "seat", "liaison", "diet",
    ),
    QT_TRANSLATE_NOOP("FactsPane", "Remarks"): ("remark",),
}  # fmt: skip
_IN_HEAD = frozenset({"full_name", "reading", "category", "vip"})
"""Shown large above; among the facts only where all are."""
_PROMPTS = {"credentials_date": "2024-07-11", "rank_level": "1", "arranged": "1"}
_CLOSED = {"category": Category, "status": Invitation, "vetting": Vetting, "gender": Gender}


class FactsPane(QWidget):
    """``edited`` carries a field and what was typed, ``reveal_asked`` a field and the purpose."""

    edited = Signal(str, str)
    reveal_asked = Signal(str, str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._details: GuestDetails | None = None
        self.shows_all = False
        self.rows: dict[str, FactRow] = {}
        self._titles: list[QLabel] = []
        self._hint = WrappedLabel("caption")
        self.more = QPushButton()
        self.more.setProperty("kind", "text")
        self.more.setProperty("small", "true")
        self.more.clicked.connect(self.turn_over)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE_PX - 6, 6, SIDE_PX - 6, 8)
        column.setSpacing(0)
        for name in _LARGE:
            row = self._row(name, plain=True)
            row.value.setProperty("role", f"fact-{name}")
            column.addWidget(row)
        for source, fields in _GROUPS.items():
            title = label("caption")
            title.setContentsMargins(8, 6, 0, 0)
            title.setProperty("source", source)
            self._titles.append(title)
            column.addWidget(title)
            for name in fields:
                column.addWidget(self._row(name))
        self._hint.setContentsMargins(8, 2, 6, 0)
        column.addWidget(self._hint)
        foot = QHBoxLayout()
        foot.setContentsMargins(5, 2, 0, 0)
        foot.addWidget(self.more)
        foot.addStretch(1)
        column.addLayout(foot)
        self._set_words()

    def show_details(self, details: GuestDetails) -> None:
        """Show the facts of another guest; an editor that is open for this one stays."""
        same = self._details is not None and self._details.id == details.id
        self._details = details
        for row in self.rows.values():
            if not same:
                row.close_editor()
                if isinstance(row, MaskedRow):
                    row.hide_full()
        self._show()

    def edit(self, field: str) -> None:
        """Open the editor of a field, bringing it up where it is hidden."""
        row = self.rows.get(field)
        if row is not None:
            row.show()
            row.edit()

    def saved(self, field: str, text: str) -> None:
        """Put the editor of a field away and show what was kept, until it is read again."""
        row = self.rows[field]
        row.close_editor()
        if not isinstance(row, MaskedRow):
            row.value.setText(value_word(field, text, self._look.language))

    def show_full(self, field: str, text: str) -> None:
        """Show a masked fact in full for a while."""
        row = self.rows[field]
        if isinstance(row, MaskedRow):
            row.show_full(text)

    def turn_over(self) -> None:
        """Show all fields, or again only those that hold something."""
        self.shows_all = not self.shows_all
        self._show()

    def visible_rows(self) -> list[FactRow]:
        """Return the rows that are shown, from the top."""
        return [row for row in self.rows.values() if not row.isHidden()]

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _row(self, name: str, *, plain: bool = False) -> FactRow:
        if name in MASKED:
            masked = MaskedRow(self._look, name)
            masked.reveal_asked.connect(self.reveal_asked)
            row: FactRow = masked
        else:
            row = FactRow(self._look, name, plain=plain)
        row.edited.connect(self._edited)
        row.stepped.connect(self._step)
        row.closed.connect(self._place)
        self.rows[name] = row
        return row

    def _edited(self, field: str, text: str) -> None:
        self.edited.emit(field, typed_value(field, text))

    def _step(self, by: int) -> None:
        rows = self.visible_rows()
        place = next((at for at, row in enumerate(rows) if row.hasFocus()), -1) + by
        if 0 <= place < len(rows):
            rows[place].setFocus()

    def _show(self) -> None:
        details = self._details
        if details is None:
            return
        for name, row in self.rows.items():
            row.show_fact(field_word(name), self._shown(name, details))
        self._place()

    def _place(self) -> None:
        """Show the rows that hold something, and the titles of groups where all are shown."""
        for name, row in self.rows.items():
            wanted = row.has_value and name not in _IN_HEAD
            row.setVisible(self.shows_all or wanted or row.is_editing)
        for title in self._titles:
            title.setVisible(self.shows_all)
        shown = (row for row in self.rows.values() if isinstance(row, MaskedRow))
        self._hint.setVisible(any(row.has_value and not row.isHidden() for row in shown))
        self.more.setText(
            self.tr("Show only what is filled in") if self.shows_all else self.tr("Show all fields")
        )

    def _shown(self, name: str, details: GuestDetails) -> FactShown:
        text = details.facts.get(name, "")
        word = value_word(name, text, self._look.language)
        if name in MASKED:
            return FactShown(text, "", prompt=text)
        if name in _CLOSED or name == "vip":
            return FactShown(word, text, tuple(self._choices(name)))
        special = {
            "reading": self._reading,
            "country": self._country,
            "delegation": self._delegation,
            "stroke_stand_in": self._stand_in,
        }.get(name)
        if special is not None:
            return special(details)
        typed = word if name == "document_kind" else text
        return FactShown(word, typed, prompt=_PROMPTS.get(name, ""))

    def _country(self, details: GuestDetails) -> FactShown:
        in_chinese = self._look.language is Language.CHINESE
        name = details.country if in_chinese else details.country_en
        name = name or details.facts["country"]
        return FactShown(name, name)

    def _stand_in(self, details: GuestDetails) -> FactShown:
        """Show by an example which character lacks a place in stroke order."""
        text, lacking = details.facts["stroke_stand_in"], details.reading.unranked
        return FactShown(text, text, prompt=f"{lacking[:1]}=" if lacking else "")

    def _reading(self, details: GuestDetails) -> FactShown:
        """Show the reading as it stands; editing begins with it, so that Enter confirms it."""
        reading = details.reading
        hint = self.tr("confirmed") if reading.confirmed else self.tr("by rule")
        text = details.facts["reading"] or ""
        return FactShown(reading.shown, text, prompt=reading.computed, hint=hint)

    def _delegation(self, details: GuestDetails) -> FactShown:
        group, text = details.delegation, details.facts["delegation"]
        word = text
        if group is not None and group.declared is not None:
            words = self.tr("{name}, {named} named of {declared}")
            word = words.format(name=text, named=group.named, declared=group.declared)
        return FactShown(word, text, known=tuple(details.delegations))

    def _choices(self, name: str) -> Iterator[tuple[str, str]]:
        language = self._look.language
        if name == "vip":
            yield YES, value_word(name, YES, language)
            yield "no", self.tr("No VIP")
            return
        if name == "gender":
            yield "", self.tr("Not given")
        for each in _CLOSED[name]:
            yield each.value, value_word(name, each.value, language)

    def _set_words(self) -> None:
        self._hint.setText(self.tr("Seeing a number in full is recorded with its purpose"))
        for title in self._titles:
            title.setText(self.tr(title.property("source")))
        self._show()
        if self._details is None:
            self.more.setText(self.tr("Show all fields"))
