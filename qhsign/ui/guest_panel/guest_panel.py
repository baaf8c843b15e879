"""The side panel: everything about the current guest, and the place to mend it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from qhsign.domain.problems import ProblemForUser
from qhsign.services.guest_detail_records import GuestDetails
from qhsign.services.guest_edit_records import Edited, UndoneOperation
from qhsign.ui.guest_panel.panel_problems import field_sentence
from qhsign.ui.guest_panel.panel_words import MASKED, field_word, value_word
from qhsign.ui.guest_panel.panel_work import GuestPanelWork
from qhsign.ui.later import Later
from qhsign.ui.lists.undo_bar import UndoBar
from qhsign.ui.shared.plain_parts import label
from qhsign.ui.theme import Look

if TYPE_CHECKING:
    from qhsign.ui.guest_panel.guest_sheet import GuestSheet

WIDTH = 316
_PASSES = 4


class GuestPanel(QFrame):
    """Beside the table, or over it in a narrow window; ``closed`` asks to go back to the table.

    ``guest_asked`` carries the id of another guest to show; ``join_asked`` the shown guest's and
    that of one to join with, "" where it is still to be found; ``camera_asked`` a photo of them.
    ``offers_camera`` is set before the first guest is shown.
    """

    closed = Signal()
    guest_asked = Signal(str)
    join_asked = Signal(str, str)
    camera_asked = Signal()

    def __init__(self, look: Look, work: GuestPanelWork, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side-panel")
        self.setAcceptDrops(True)
        self._look, self.work = look, work
        work.setParent(self)
        self.details: GuestDetails | None = None
        self._typed: dict[str, str] = {}
        self.offers_camera = False
        self._is_over_the_table = False
        # The list shows before the first guest is read, and need not wait for two hundred fields.
        self._sheet = Later(self._build_sheet)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._settle)
        self._nobody = label("second", wrap=True)
        self._nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._area = QScrollArea()
        self._lay_out()
        self.undo_bar = UndoBar(look, self)
        self._connect()
        self._set_words()
        self._show_nobody()

    @property
    def sheet(self) -> "GuestSheet":
        """What is shown of a guest, built with the first one."""
        return self._sheet()

    def show_guest(self, guest: str) -> None:
        """Show another guest (by id); "" for nobody. What was shown stays until it is read."""
        self.work.show(guest)
        if not guest:
            self.details = None
            self._show_nobody()

    def let_type(self) -> None:
        """Keep what is shown while somebody types a search."""
        self.work.let_type()

    def over_the_table(self, *, over: bool) -> None:
        """Offer a way back where the panel lies over the table."""
        self._is_over_the_table = over
        if self._sheet.is_built:
            self.sheet.head.close_button.setVisible(over)

    def take_focus(self) -> None:
        """Bring the keyboard into the panel, to the first fact."""
        rows = self.sheet.facts.visible_rows() if self.details is not None else ()
        if rows:
            rows[0].setFocus()

    def edit(self, field: str) -> None:
        """Open the editor of a field; photo and activities have places of their own."""
        if field == "photo":
            self.sheet.head.photo.setFocus()
            self._area.ensureWidgetVisible(self.sheet.head)
        elif field == "activities":
            self._area.ensureWidgetVisible(self.sheet.activities)
            self.sheet.activities.button.setFocus()
        else:
            self.sheet.facts.edit(field)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the table on Esc; paste a photo."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.matches(QKeySequence.StandardKey.Paste) and self.details is not None:
            self.sheet.head.photo.paste()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a picture for the photo anywhere; other files are the list's."""
        if self.details is not None and self.sheet.head.photo.is_picture(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Give the photo what was dropped."""
        self.sheet.head.photo.dropEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the bar over the foot."""
        super().resizeEvent(event)
        self.undo_bar.place()
        self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up on what changed while nobody looked."""
        super().showEvent(event)
        self._soon.start()
        self.work.be_watched(watched=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask for nothing while nobody looks."""
        super().hideEvent(event)
        self.work.be_watched(watched=False)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
            if self.details is not None:
                self._show(self.details)
            # The parts say it in the new language after this, and then want other heights.
            self._soon.start()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.addWidget(self._area, 1)
        whole.addWidget(self._nobody, 1)

    def _connect(self) -> None:
        work = self.work
        work.loaded.connect(self._show)
        work.edited.connect(self._tell_edited)
        work.revealed.connect(self._reveal)
        work.undone.connect(self._tell_undone)
        work.refused.connect(self._refuse)

    def _build_sheet(self) -> "GuestSheet":
        from qhsign.ui.guest_panel.guest_sheet import GuestSheet

        sheet, work = GuestSheet(self._look), self.work
        sheet.head.close_button.setVisible(self._is_over_the_table)
        sheet.head.closed.connect(self.closed)
        sheet.head.edit_asked.connect(self.edit)
        sheet.head.join_asked.connect(lambda: self.ask_to_join(""))
        photo = sheet.head.photo
        photo.offers_camera = self.offers_camera
        photo.camera_asked.connect(self.camera_asked)
        photo.brought.connect(work.put_photo)
        photo.taken_away.connect(work.take_photo_away)
        sheet.problems.mend_asked.connect(self.edit)
        sheet.facts.edited.connect(self._edit)
        sheet.facts.reveal_asked.connect(work.reveal)
        sheet.activities.invited.connect(lambda ids: work.edit("activities", ids))
        sheet.namesakes.guest_asked.connect(self.guest_asked)
        sheet.namesakes.join_asked.connect(self.ask_to_join)
        sheet.history.undo_asked.connect(self._undo)
        self._area.setWidget(sheet)
        return sheet

    def _show(self, details: GuestDetails) -> None:
        same = self.details is not None and self.details.id == details.id
        self.setUpdatesEnabled(False)
        self.details = details
        self._nobody.hide()
        self._area.show()
        self.sheet.show_details(details)
        if not same:
            self._area.verticalScrollBar().setValue(0)
        facts = details.facts
        self.setAccessibleDescription(
            " ".join((details.full_name, facts.get("title", ""), facts.get("organization", "")))
        )
        self._settle()
        self.setUpdatesEnabled(True)
        self._soon.start()

    def _settle(self) -> None:
        """Lay the lines out before anything is painted: heights follow widths in a second pass."""
        for widget in self._area.findChildren(QWidget):
            widget.ensurePolished()
        for _ in range(_PASSES):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            # Has the scroll area ask the sheet anew how high it wants to be.
            self._area.setWidgetResizable(True)

    def _show_nobody(self) -> None:
        self._area.hide()
        self._nobody.show()

    def _edit(self, field: str, text: str) -> None:
        self._typed[field] = text
        self.work.edit(field, text)

    def _undo(self, operation: str) -> None:
        self.work.undo(operation)

    def ask_to_join(self, other: str) -> None:
        """Ask to join the guest shown with another (by id), or with one to be looked for."""
        if self.details is not None:
            self.join_asked.emit(self.details.id, other)

    def _reveal(self, field: str, value: str) -> None:
        self.sheet.facts.show_full(field, value)

    def _tell_edited(self, field: str, edited: Edited) -> None:
        """Put the editor away and offer the way back."""
        if field in self.sheet.facts.rows:
            self.sheet.facts.saved(field, self._typed.get(field, ""))
        if not edited.operation:
            return
        guest = self.work.shown
        self.undo_bar.show_done(
            self._words_of(field, edited),
            self.tr("Undo"),
            lambda: self.work.undo(edited.operation, guest),
        )

    def _words_of(self, field: str, edited: Edited) -> str:
        if field == "joined_into":
            return self.tr("{name} is joined.").format(name=edited.full_name)
        row = self.sheet.facts.rows.get(field)
        if row is None or field in MASKED:
            words = self.tr("{name}: {field} is saved.")
            return words.format(name=edited.full_name, field=field_word(field))
        value = value_word(field, self._typed.get(field, ""), self._look.language)
        if not value or value == "no":
            words = self.tr("{name}: {field} is emptied.")
            return words.format(name=edited.full_name, field=field_word(field))
        words = self.tr("{name}: {field} is now “{value}”.")
        return words.format(name=edited.full_name, field=field_word(field), value=value)

    def _tell_undone(self, undone: UndoneOperation) -> None:
        words = self.tr("It is undone.")
        if undone.some_kept:
            words = self.tr("It is undone; what was changed again since stays.")
        self.undo_bar.show_done(words, "", None)

    def _refuse(self, field: str, problem: ProblemForUser) -> None:
        """Say a problem at its field, or over the foot of the panel."""
        if field == "photo":
            head = self.sheet.head
            head.show_photo_error(field_sentence(problem, field, self._look.language))
            self._area.ensureWidgetVisible(head)
        elif field in self.sheet.facts.rows and not self.sheet.facts.rows[field].isHidden():
            row = self.sheet.facts.rows[field]
            row.show_error(field_sentence(problem, field, self._look.language))
            self._area.ensureWidgetVisible(row)
        else:
            self.undo_bar.show_problem(problem)
            self.undo_bar.place()

    def _set_words(self) -> None:
        self._nobody.setText(self.tr("Choose a guest to see the details."))
        self.setAccessibleName(self.tr("Guest"))
