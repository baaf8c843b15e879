"""Contracts, their parties, the slates they stand on, the batches and the certificates."""

from datetime import date, datetime

from sqlalchemy import BigInteger, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from qhsign.domain.batching import BatchState
from qhsign.domain.contract import ContractKind, LifeCycle, SigningMode
from qhsign.store.schema import event, guest  # noqa: F401 - referred to by their keys
from qhsign.store.schema.base import Instant, Journaled, words


class Batch(Journaled):
    """Contracts signed on stage together (批次)."""

    __tablename__ = "batch"

    name: Mapped[str] = mapped_column(Text, unique=True)
    number: Mapped[int] = mapped_column(default=0)
    """By which commands name it."""
    slate_id: Mapped[str | None] = mapped_column(ForeignKey("slate.id"), index=True)
    """The slate it is a part of; None while only a list named it."""
    position: Mapped[int] = mapped_column(default=0)
    """Its place among the batches of the slate."""
    size_limit: Mapped[int | None]
    """How many tables there are."""
    state: Mapped[BatchState] = mapped_column(words(BatchState), default=BatchState.NOT_CALLED)
    locked: Mapped[bool] = mapped_column(default=False)
    starts: Mapped[datetime | None] = mapped_column(Instant)
    """When it is to go on stage."""
    host_words: Mapped[str] = mapped_column(Text, default="")
    """What the host reads, where staff wrote it; empty for the words made from the batch."""
    guest_witnesses: Mapped[str] = mapped_column(Text, default="")
    """Names parted by 、 of those who stand behind all tables, beside the parties' own."""
    host_witnesses: Mapped[str] = mapped_column(Text, default="")


class Contract(Journaled):
    """What is signed (签约项目). No amount is an amount nobody gave, never zero."""

    __tablename__ = "contract"

    number: Mapped[int] = mapped_column(unique=True)
    title: Mapped[str] = mapped_column(Text)
    kind: Mapped[ContractKind] = mapped_column(words(ContractKind), default=ContractKind.PROJECT)
    amount: Mapped[int | None] = mapped_column(BigInteger)
    """In 分 (hundredths of the currency's unit)."""
    currency: Mapped[str] = mapped_column(String(3), default="CNY")
    qualifier: Mapped[str] = mapped_column(String(8), default="exact")
    industry: Mapped[str] = mapped_column(Text, default="")
    region: Mapped[str] = mapped_column(Text, default="")
    mode: Mapped[SigningMode] = mapped_column(words(SigningMode), default=SigningMode.ON_SITE)
    status: Mapped[LifeCycle] = mapped_column(words(LifeCycle), default=LifeCycle.TO_SIGN)
    agreed_on: Mapped[date | None]
    """When it was screened and found fit to be signed (同意签约), by whom in ``agreed_by``."""
    agreed_by: Mapped[str] = mapped_column(Text, default="")
    signed_on: Mapped[date | None]
    batch_id: Mapped[str | None] = mapped_column(ForeignKey("batch.id"), index=True)
    batch_position: Mapped[int | None]
    """Its place in the batch, from the first table on; None goes last, by number."""
    approved_at: Mapped[datetime | None] = mapped_column(Instant)
    approved_by: Mapped[str] = mapped_column(Text, default="")
    certificate_number: Mapped[str | None] = mapped_column(Text, unique=True)
    """Such as ``QH25-QY-0001``: fixed at the first approval, never reused, never renumbered."""
    remark: Mapped[str] = mapped_column(Text, default="")
    language: Mapped[str] = mapped_column(String(2), default="")
    """The language its certificate carries beside Chinese (第二文种); empty for none."""


class ContractText(Journaled):
    """One text of a contract for a certificate in two languages.

    ``side`` is empty for the contract's own texts. The ``guest_title`` is the title as the copy of
    the other side names it, that side first; it is kept in Chinese (``zh``) too.
    """

    __tablename__ = "contract_text"
    __table_args__ = (UniqueConstraint("contract_id", "side", "field", "language"),)

    contract_id: Mapped[str] = mapped_column(ForeignKey("contract.id"), index=True)
    side: Mapped[str] = mapped_column(String(1), default="")
    field: Mapped[str] = mapped_column(String(16))
    language: Mapped[str] = mapped_column(String(2))
    text: Mapped[str] = mapped_column(Text)


class Party(Journaled):
    """A side of a contract (甲, 乙, 丙 …); its organization's name is chosen per contract."""

    __tablename__ = "party"
    __table_args__ = (UniqueConstraint("contract_id", "side"),)

    contract_id: Mapped[str] = mapped_column(ForeignKey("contract.id"), index=True)
    side: Mapped[str] = mapped_column(String(1))
    is_host: Mapped[bool] = mapped_column(default=False)
    organization: Mapped[str] = mapped_column(Text)
    organization_id: Mapped[str | None] = mapped_column(ForeignKey("organization.id"), index=True)
    signatory: Mapped[str] = mapped_column(Text, default="")
    """The name as given; ``signatory_id`` is set when that person is a guest."""
    signatory_id: Mapped[str | None] = mapped_column(ForeignKey("guest.id"), index=True)
    signatory_title: Mapped[str] = mapped_column(Text, default="")
    authorised: Mapped[bool] = mapped_column(default=False)
    """Whether an authorisation (授权委托书) was seen."""
    needs_authorisation: Mapped[bool] = mapped_column(default=False)
    """Whether the signatory signs by authorisation and not by office; a substitute always does."""
    substitute: Mapped[str] = mapped_column(Text, default="")
    assistant: Mapped[str] = mapped_column(Text, default="")
    witnesses: Mapped[str] = mapped_column(Text, default="")


class Slate(Journaled):
    """A named set of contracts (签约清单); its declared figures are kept beside the computed."""

    __tablename__ = "slate"

    name: Mapped[str] = mapped_column(Text, unique=True)
    declared_contracts: Mapped[int | None]
    declared_amount: Mapped[int | None] = mapped_column(BigInteger)
    """In 分 of 人民币."""
    activity_id: Mapped[str | None] = mapped_column(ForeignKey("activity.id"))
    """The occasion of its ceremony; who is checked in there is at the venue."""
    day: Mapped[date | None]
    opening_words: Mapped[str] = mapped_column(Text, default="")
    """What the host reads first, where staff wrote it; as ``Batch.host_words``."""
    closing_words: Mapped[str] = mapped_column(Text, default="")


class SlateEntry(Journaled):
    """A contract's place on a slate; one contract may stand on several."""

    __tablename__ = "slate_entry"
    __table_args__ = (UniqueConstraint("slate_id", "contract_id"),)

    slate_id: Mapped[str] = mapped_column(ForeignKey("slate.id"), index=True)
    contract_id: Mapped[str] = mapped_column(ForeignKey("contract.id"), index=True)
    position: Mapped[int]


class Certificate(Journaled):
    """One printed version of a certificate (签约证书); a reprint voids the one before."""

    __tablename__ = "certificate"
    __table_args__ = (UniqueConstraint("contract_id", "version"),)

    contract_id: Mapped[str] = mapped_column(ForeignKey("contract.id"), index=True)
    version: Mapped[int]
    token: Mapped[str] = mapped_column(String(16), unique=True)
    code: Mapped[str] = mapped_column(String(38))
    fingerprint: Mapped[str] = mapped_column(String(64))
    """Hash of what was printed, to tell whether the contract has changed since."""
    state: Mapped[str] = mapped_column(String(16), default="valid")
    """``valid`` or ``void``."""
    made_at: Mapped[datetime] = mapped_column(Instant)
