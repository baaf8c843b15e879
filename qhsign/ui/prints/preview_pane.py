"""The preview of one piece or page, its place in the stack, and how large it is shown."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
)

from qhsign.domain.problems import ProblemForUser
from qhsign.services.print_records import PagePicture
from qhsign.ui.prints.sheet_view import FIT, SheetView
from qhsign.ui.prints.wide_chooser import WideChooser
from qhsign.ui.shared.empty_state import EmptyState
from qhsign.ui.shared.plain_parts import ElidedLabel, label
from qhsign.ui.theme import Look
from qhsign.wording import say

_ZOOMS = (0.5, 1.0, 1.5, 2.0, 3.0)
_ZOOM_PX = 124
_SHEET, _SAYING = range(2)


class PreviewPane(QFrame):
    """``went`` carries a step of -1 or 1, ``went_to_end`` an end of the stack."""

    went = Signal(int)
    went_to_end = Signal(int)
    acted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("preview-pane")
        self._look = look
        self._problem: ProblemForUser | None = None
        self.view = SheetView(look)
        self._saying = EmptyState(look, "print")
        self._pages = QStackedWidget()
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._saying)
        self.back, self.on = QToolButton(), QToolButton()
        self._place, self._whose = label("strong"), ElidedLabel("second")
        self.zoom = WideChooser(look)
        self._lay_out()
        self.zoom.chosen.connect(lambda key: self.view.set_zoom(float(key)))
        self.back.clicked.connect(lambda: self.went.emit(-1))
        self.on.clicked.connect(lambda: self.went.emit(1))
        self.view.went.connect(self.went)
        self.view.went_to_end.connect(self.went_to_end)
        self._saying.acted.connect(self.acted)
        self._set_words()

    def show_place(self, place: str, whose: str, *, back: bool, on: bool) -> None:
        """Say where in the stack this is, whose it is, and which ways there are from here."""
        self._place.setText(place)
        self._place.setVisible(bool(place))
        self._whose.setText(whose)
        self.back.setEnabled(back)
        self.on.setEnabled(on)
        self.view.setAccessibleName(self.tr("Preview: {what}").format(what=f"{place} {whose}"))

    def show_picture(self, picture: PagePicture) -> None:
        """Show a page."""
        self._problem = None
        self.view.show_picture(picture)
        self._pages.setCurrentIndex(_SHEET)

    def show_problem(self, problem: ProblemForUser) -> None:
        """Say in place of the page what keeps it from being drawn."""
        self._problem = problem
        self.view.show_nothing()
        self._saying.set_words(say(problem.code, self._look.language, **problem.parameters))
        self._pages.setCurrentIndex(_SAYING)

    def show_words(self, sentence: str, button: str = "") -> None:
        """Say in place of the page why there is none, and what to do."""
        self._problem = None
        self.view.show_nothing()
        self._saying.set_words(sentence, button)
        self._pages.setCurrentIndex(_SAYING)

    @property
    def sentence(self) -> str:
        """What is said in place of a page, "" where a page is shown."""
        return self._saying.sentence if self._pages.currentIndex() == _SAYING else ""

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
            if self._problem is not None:
                self.show_problem(self._problem)
        super().changeEvent(event)

    def _lay_out(self) -> None:
        head = QFrame()
        head.setObjectName("pane-head")
        head.setFixedHeight(48)
        line = QHBoxLayout(head)
        line.setContentsMargins(12, 0, 12, 0)
        line.setSpacing(8)
        for button, icon in ((self.back, "previous"), (self.on, "next")):
            button.setProperty("kind", "step")
            button.setFixedSize(32, 32)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._look.put_icon(button, icon, "text", 18)
            line.addWidget(button)
        line.addWidget(self._place)
        # Whose sheet it is stands below the ruler as well: in a narrow pane it gives way first.
        self._whose.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        line.addWidget(self._whose, 1)
        self.zoom.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.zoom.setFixedWidth(_ZOOM_PX)
        line.addWidget(self.zoom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._pages, 1)

    def _set_words(self) -> None:
        sizes = [(str(zoom), f"{zoom:.0%}") for zoom in _ZOOMS]
        whole = [(str(FIT), self.tr("Whole page")), *sizes]
        self.zoom.set_choices(whole, self.zoom.current)
        self.zoom.set_caption(self.tr("Size on the screen"))
        self.view.set_unit(self.tr("mm"))
        self.back.setToolTip(self.tr("Back (Alt+Left)"))
        self.back.setAccessibleName(self.tr("Back in the stack"))
        self.on.setToolTip(self.tr("On (Alt+Right)"))
        self.on.setAccessibleName(self.tr("On in the stack"))
