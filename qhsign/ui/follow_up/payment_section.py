"""到位资金 of one contract: its payments by day, each to be corrected or taken away."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from qhsign.domain.currency import chinese_name
from qhsign.domain.problems import ProblemForUser
from qhsign.services.follow_up_records import FollowedContract, PaymentRow
from qhsign.ui.follow_up.follow_words import amount_word
from qhsign.ui.follow_up.payment_form import PaymentForm, ReasonLine
from qhsign.ui.guest_panel.panel_section import PanelSection
from qhsign.ui.guest_panel.wrapped_label import WrappedLabel
from qhsign.ui.shared.plain_parts import ElidedLabel
from qhsign.ui.theme import Look
from qhsign.wording import Language

_ICON_PX = 16


class PaymentSection(PanelSection):
    """``entered`` carries what was typed and the payment it corrects, or None for a new one.

    ``removed`` carries a payment and the reason it is taken away for.
    """

    entered = Signal(object, object)
    removed = Signal(object, str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._contract: FollowedContract | None = None
        self._leaving: PaymentRow | None = None
        self.rows: list[PaymentLine] = []
        self.form, self.reason = PaymentForm(look), ReasonLine()
        self._none = WrappedLabel("fact-caption")
        self._held = QWidget()
        self._lines = QVBoxLayout(self._held)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        for each in (self._none, self._held, self.reason, self.form):
            self.column.addWidget(each)
        self.acted.connect(lambda: self.open_form(None))
        self.form.entered.connect(lambda values: self.entered.emit(values, self.form.payment))
        self.form.closed.connect(self._close)
        self.reason.given.connect(self._remove)
        self.reason.closed.connect(self._close)
        look.changed.connect(self._fill)
        self._set_words()

    def show_contract(self, contract: FollowedContract, *, afresh: bool) -> None:
        """Show the payments; ``afresh`` closes what was open for another contract."""
        self._contract = contract
        if afresh:
            self.form.hide()
            self.reason.hide()
        self._fill()

    def open_form(self, payment: PaymentRow | None) -> None:
        """Ask for a payment, or correct one."""
        if self._contract is None:
            return
        amount = self._contract.amount
        currency = ""
        if amount is not None:
            chinese = self._look.language is Language.CHINESE
            currency = chinese_name(amount.currency) if chinese else amount.currency
        self.reason.hide()
        self.form.open_for(payment, currency)

    def close_form(self) -> None:
        """Put the form away: what was typed is entered."""
        self.form.hide()
        self.reason.hide()

    def show_problem(self, problem: ProblemForUser) -> None:
        """Say at the form why a payment was not taken."""
        self.form.show_problem(problem)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
            self._fill()
        super().changeEvent(event)

    def _fill(self) -> None:
        for row in self.rows:
            row.hide()
            self._lines.removeWidget(row)
            row.deleteLater()
        paid = self._contract.payments if self._contract is not None else ()
        # One icon for all lines: drawing it anew for each would take longer than the lines.
        icons = [self._look.icon(name, "text-2", _ICON_PX) for name in ("pencil", "minus")]
        self.rows = [PaymentLine(self._look, each, icons) for each in paid]
        for row in self.rows:
            row.edit.clicked.connect(lambda _=False, one=row.payment: self.open_form(one))
            row.remove.clicked.connect(lambda _=False, one=row.payment: self._ask_reason(one))
            self._lines.addWidget(row)
        self._held.setVisible(bool(self.rows))
        self._none.setVisible(not self.rows)

    def _ask_reason(self, payment: PaymentRow) -> None:
        self._leaving = payment
        self.form.hide()
        said = amount_word(payment.amount, self._look.language)
        self.reason.open_for(
            self.tr("Why is {amount} taken away?").format(amount=said),
            self.tr("Take away"),
            self.tr("Cancel"),
        )

    def _remove(self, reason: str) -> None:
        if self._leaving is not None:
            self.removed.emit(self._leaving, reason)

    def _close(self) -> None:
        self.close_form()
        self.button.setFocus()

    def _set_words(self) -> None:
        self.set_title(self.tr("Funds in place"), self.tr("Enter a payment"))
        self._none.setText(
            self.tr("No funds are in place yet. Enter the first payment when it is reported.")
        )


class PaymentLine(QWidget):
    """One payment: day and amount, where it comes from, and two small buttons."""

    def __init__(self, look: Look, payment: PaymentRow, icons: Sequence[QIcon]) -> None:
        super().__init__()
        self.payment = payment
        day, amount = ElidedLabel("fact-second"), ElidedLabel("fact-text")
        day.setText(payment.day.isoformat())
        amount.setText(amount_word(payment.amount, look.language))
        said = "　".join(filter(None, (payment.source, payment.remark)))
        about = ElidedLabel("caption")
        about.setText(said)
        if not said:
            about.hide()
        texts = QVBoxLayout()
        texts.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(day)
        head.addWidget(amount, 1)
        texts.addLayout(head)
        texts.addWidget(about)
        self.edit, self.remove = QToolButton(), QToolButton()
        whole = f"{day.text()} {amount.text()} {said}".strip()
        words = (self.tr("Correct the payment"), self.tr("Take the payment away"))
        for button, icon, word in zip((self.edit, self.remove), icons, words, strict=True):
            button.setProperty("kind", "bare")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setToolTip(word)
            button.setAccessibleName(f"{word}: {whole}")
            button.setIcon(icon)
            button.setIconSize(QSize(_ICON_PX, _ICON_PX))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 3, 0, 3)
        line.setSpacing(4)
        line.addLayout(texts, 1)
        line.addWidget(self.edit)
        line.addWidget(self.remove)
        self.setAccessibleName(whole)
