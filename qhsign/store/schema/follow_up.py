"""After the fair: the steps of a contract's life, funds in place, targets, other editions."""

from datetime import date, datetime

from sqlalchemy import BigInteger, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from qhsign.domain.contract import LifeCycle
from qhsign.store.schema import contract  # noqa: F401 - referred to by their keys
from qhsign.store.schema.base import Instant, Journaled, words


class ContractStep(Journaled):
    """One step of a contract's life (进展): from which state to which, when, by whom, why."""

    __tablename__ = "contract_step"

    contract_id: Mapped[str] = mapped_column(ForeignKey("contract.id"), index=True)
    left: Mapped[LifeCycle | None] = mapped_column(words(LifeCycle))
    """None where a list brought the contract in this state."""
    reached: Mapped[LifeCycle] = mapped_column(words(LifeCycle))
    day: Mapped[date | None]
    """When it happened; None where a list told a later state only."""
    who: Mapped[str] = mapped_column(Text, default="")
    reason: Mapped[str] = mapped_column(Text, default="")
    at: Mapped[datetime] = mapped_column(Instant)
    """When it was entered."""


class Payment(Journaled):
    """Funds put in place for a contract (到位资金) on one day."""

    __tablename__ = "payment"

    number: Mapped[int] = mapped_column(unique=True)
    contract_id: Mapped[str] = mapped_column(ForeignKey("contract.id"), index=True)
    day: Mapped[date]
    amount: Mapped[int] = mapped_column(BigInteger)
    """In 分 (hundredths of the currency's unit)."""
    currency: Mapped[str] = mapped_column(String(3))
    """Kept with the payment: a contract's amount corrected later does not change what was paid."""
    source: Mapped[str] = mapped_column(Text, default="")
    remark: Mapped[str] = mapped_column(Text, default="")


class Target(Journaled):
    """What is to be reached (目标) by the whole fair, a slate, an industry or a region."""

    __tablename__ = "target"
    __table_args__ = (UniqueConstraint("grouping", "name", "measure"),)

    grouping: Mapped[str] = mapped_column(String(16))
    name: Mapped[str] = mapped_column(Text, default="")
    measure: Mapped[str] = mapped_column(String(16))
    value: Mapped[int] = mapped_column(BigInteger)
    """A count, or 分 of 人民币."""


class EditionFigure(Journaled):
    """A number published of an edition of the fair, with qualifier and source; never forced.

    ``edition`` or ``year`` says of which; with ``through`` it counts all editions up to that one.
    ``place`` is empty for the whole fair; a figure with a ``part`` is one part of the figure
    without.
    """

    __tablename__ = "edition_figure"

    edition: Mapped[int | None]
    year: Mapped[int | None]
    through: Mapped[bool] = mapped_column(default=False)
    place: Mapped[str] = mapped_column(Text, default="")
    measure: Mapped[str] = mapped_column(Text)
    part: Mapped[str] = mapped_column(Text, default="")
    value: Mapped[str] = mapped_column(Text)
    """A decimal number as text."""
    unit: Mapped[str] = mapped_column(Text, default="")
    qualifier: Mapped[str] = mapped_column(Text, default="整")
    source: Mapped[str] = mapped_column(Text, default="")
