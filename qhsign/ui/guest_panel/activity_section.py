"""受邀活动: to which activities the guest is invited, and when the guest came."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Signal
from PySide6.QtWidgets import QMenu

from qhsign.services.guest_detail_records import ActivityLine
from qhsign.ui.guest_panel.panel_line import PanelLine
from qhsign.ui.guest_panel.panel_section import PanelSection
from qhsign.ui.guest_panel.panel_words import moment_word
from qhsign.ui.guest_panel.wrapped_label import WrappedLabel
from qhsign.ui.theme import Look


class ActivitySection(PanelSection):
    """``invited`` carries the ids of the activities the guest shall be invited to, with commas."""

    invited = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._lines: Sequence[ActivityLine] = ()
        self.acted.connect(self._open_menu)
        self._set_words()

    def show_activities(self, lines: Sequence[ActivityLine]) -> None:
        """Show another guest's activities: those invited to, and those come to all the same."""
        self._lines = lines
        self.clear()
        shown = [line for line in lines if line.invited or line.first is not None]
        for line in shown:
            self.add(self._line(line))
        if not shown:
            nothing = WrappedLabel("caption")
            nothing.setText(self.tr("Invited to nothing yet."))
            self.add(nothing)
        self._set_words()

    def menu(self) -> QMenu:
        """Return the activities that keep a list, to be ticked."""
        menu = QMenu(self)
        for line in self._lines:
            if line.by_list:
                action = menu.addAction(line.name.replace("&", "&&"))
                action.setCheckable(True)
                action.setChecked(line.invited)
                action.triggered.connect(lambda _=False, name=line.id: self._turn_over(name))
        return menu

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.show_activities(self._lines)
        super().changeEvent(event)

    def _line(self, line: ActivityLine) -> PanelLine:
        if line.first is not None:
            when = f"{moment_word(line.first.at)} {line.first.desk}".strip()
            return PanelLine(self._look, "ring-tick", line.name, when, "ok")
        opens = moment_word(line.opens) if line.opens else ""
        return PanelLine(self._look, "clock", line.name, opens, "quiet")

    def _turn_over(self, activity: str) -> None:
        held = [line.id for line in self._lines if line.by_list and line.invited]
        wanted = [name for name in held if name != activity]
        if activity not in held:
            wanted.append(activity)
        self.invited.emit(",".join(wanted))

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height())))

    def _set_words(self) -> None:
        keeps_list = any(line.by_list for line in self._lines)
        self.set_title(self.tr("Activities"), self.tr("Invite…") if keeps_list else "")
