"""The button with the version shown; its menu has every version, when it was made and by whom."""

from datetime import tzinfo

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton

from qhsign.services.stage_looks import StageLook, VersionRow
from qhsign.ui.stage.stage_words import moment_words
from qhsign.ui.theme import Look


class VersionMenu(QToolButton):
    """``chosen`` carries the version a person takes."""

    chosen = Signal(int)

    def __init__(self, look: Look, zone: tzinfo | None) -> None:
        super().__init__()
        self._zone = zone
        self._plan: StageLook | None = None
        self.setProperty("kind", "chooser")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        look.put_icon(self, "chevron", "text-2", 16)
        self._menu = QMenu(self)
        # The button alone is turned round, to have its arrow after the word.
        self._menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setMenu(self._menu)

    def show_plan(self, plan: StageLook | None) -> None:
        """Offer the versions of another plan."""
        self._plan = plan
        self._menu.clear()
        self.setEnabled(plan is not None and bool(plan.versions))
        if plan is None:
            self.setText(self.tr("Version"))
            return
        group = QActionGroup(self._menu)
        newest = max((row.version for row in plan.versions), default=0)
        if 0 < newest < plan.version:
            words = self.tr("{version}: not made yet").format(version=plan.version)
            self._add(group, plan.version, words)
        for row in plan.versions:
            self._add(group, row.version, self.version_words(row))
        self.setText(self.tr("Version {version}").format(version=plan.version))
        self.setAccessibleName(self.text())

    def version_words(self, row: VersionRow) -> str:
        """Return a version with when and by whom it was made, and what became of it."""
        words = self.tr("{version}: {made} {by}").format(
            version=row.version, made=moment_words(row.made_at, self._zone), by=row.made_by
        )
        if row.is_printed:
            words = self.tr("{version}, printed").format(version=words)
        if row.frozen:
            words = self.tr("{version}, frozen").format(version=words)
        return words

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.show_plan(self._plan)
        super().changeEvent(event)

    def _add(self, group: QActionGroup, version: int, words: str) -> None:
        action = self._menu.addAction(words.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(self._plan is not None and version == self._plan.version)
        action.triggered.connect(lambda _=False, version=version: self.chosen.emit(version))
        group.addAction(action)
