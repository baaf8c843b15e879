"""The panel of one followed contract: its life, the next step, its funds, its history."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from qhsign.services.audit_records import AuditEntry
from qhsign.ui.follow_up.follow_words import amount_word, percent_word, sums_word
from qhsign.ui.follow_up.followed_row import FollowedRow
from qhsign.ui.follow_up.followed_table import paint_share
from qhsign.ui.follow_up.history_section import HistorySection
from qhsign.ui.follow_up.life_line import LifeLine
from qhsign.ui.follow_up.payment_section import PaymentSection
from qhsign.ui.follow_up.step_form import StepForm
from qhsign.ui.guest_panel.panel_section import SIDE_PX, PanelSection
from qhsign.ui.guest_panel.wrapped_label import WrappedLabel
from qhsign.ui.reports.tall_scroll import TallScroll
from qhsign.ui.shared.plain_parts import label
from qhsign.ui.theme import Look
from qhsign.wording import say

PANEL_PX = 356


class ContractPanel(QFrame):
    """Shows one contract; its forms emit by themselves. ``closed`` puts the panel away."""

    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("side-panel")
        self._look = look
        self.row: FollowedRow | None = None
        self.title, self._facts = WrappedLabel("fact-title"), WrappedLabel("fact-second")
        self._number = label("caption")
        self._money, self._share = WrappedLabel("fact-text"), ShareBar(look)
        self._warning = WrappedLabel("error")
        self.close_button = QToolButton()
        self.line, self.form = LifeLine(look), StepForm(look)
        self._steps = PanelSection()
        self.payments, self.history = PaymentSection(look), HistorySection()
        self._lay_out()
        self.close_button.clicked.connect(self.closed)
        self._set_words()

    def show_row(self, row: FollowedRow) -> None:
        """Show a contract, or the same one as it stands now."""
        afresh = self.row is None or self.row.number != row.number
        self.row = row
        contract = row.contract
        self.title.setText(contract.title)
        self.line.show_contract(contract)
        self.form.show_state(contract.state, contract.next_states, afresh=afresh)
        self.payments.show_contract(contract, afresh=afresh)
        if afresh:
            self.history.show_entries(())
        self._fill()

    def show_history(self, entries: Sequence[AuditEntry]) -> None:
        """Show what was done with the contract."""
        self.history.show_entries(entries)

    def focus_first(self) -> None:
        """Be ready for the next step."""
        self.form.to.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the panel away with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
            if self.row is not None:
                self._fill()
                self.line.show_contract(self.row.contract)
        super().changeEvent(event)

    def _fill(self) -> None:
        row = self.row
        if row is None:
            return
        contract, language = row.contract, self._look.language
        self._number.setText(contract.label)
        parties = [party.organization for party in row.row.parties if party.organization]
        facts = [*parties, "　".join(filter(None, (row.row.region, row.row.industry)))]
        if contract.agreed_on is not None:
            facts.append(
                say(
                    "follow-up-agreed", language,
                    day=contract.agreed_on.isoformat(), who=contract.agreed_by,
                )
            )  # fmt: skip
        self._facts.setText("\n".join(filter(None, facts)))
        self._facts.setVisible(any(facts))
        amount = amount_word(contract.amount, language)
        words = self.tr("{funds} of {amount} in place, {rate}")
        if contract.amount is None and not contract.funds:
            words = self.tr("Without an amount; no funds in place yet")
        elif contract.amount is None:
            words = self.tr("Without an amount; {funds} in place")
        elif not contract.funds:
            words = self.tr("{amount}; no funds in place yet")
        elif contract.rate is None:
            words = self.tr("{funds} of {amount} in place; no rate before it is signed")
        self._money.setText(
            words.format(
                funds=sums_word(contract.funds, language), amount=amount,
                rate=percent_word(contract.rate),
            )
        )  # fmt: skip
        self._share.setVisible(row.share is not None)
        self._share.show_share(row.share or 0.0, self._money.text())
        self._warning.setVisible(bool(contract.funds_pass_amount))
        self._warning.setText(say("follow-up-funds-pass", language))

    def _lay_out(self) -> None:
        self.close_button.setProperty("kind", "bare")
        self._look.put_icon(self.close_button, "close", "text-2", 18)
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(self._number, 1)
        top.addWidget(self.close_button)
        head = QVBoxLayout()
        head.setContentsMargins(SIDE_PX, 10, SIDE_PX, 10)
        head.setSpacing(4)
        head.addLayout(top)
        for each in (self.title, self._facts, self._money, self._share, self._warning):
            head.addWidget(each)
        self._steps.add(self.line)
        self._steps.column.addWidget(self.form)
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        for section in (self._steps, self.payments, self.history):
            column.addWidget(section)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(TallScroll(sheet))

    def _set_words(self) -> None:
        self.setAccessibleName(self.tr("The contract"))
        self._steps.set_title(self.tr("Life of the contract"))
        self.line.setAccessibleName(self.tr("Life of the contract"))
        self.close_button.setToolTip(self.tr("Close (Esc)"))
        self.close_button.setAccessibleName(self.tr("Close the panel"))


class ShareBar(QWidget):
    """The funds in place against the amount as a bar."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._part = look, 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(10)
        look.changed.connect(self.update)

    def show_share(self, part: float, said: str) -> None:
        """Show another share; ``said`` tells it in words."""
        self._part = part
        self.setAccessibleName(said)
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the height of a bar."""
        return QSize(200, 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar."""
        del event
        painter = QPainter(self)
        paint_share(painter, self._look, QRectF(self.rect()).adjusted(0, 1, 0, -1), self._part)
        painter.end()
