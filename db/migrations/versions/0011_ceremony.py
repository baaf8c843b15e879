"""Batches on their way over the stage, plans, ticks, substitutions and the console."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_ID = sa.String(length=32)
_MOMENT = sa.String(length=32)
_OF_BATCH = (
    ("number", sa.Integer(), "0"),
    ("position", sa.Integer(), "0"),
    ("state", sa.String(length=32), "not-called"),
    ("locked", sa.Boolean(), "0"),
    ("host_words", sa.Text(), ""),
    ("guest_witnesses", sa.Text(), ""),
    ("host_witnesses", sa.Text(), ""),
)
_OF_EVENT = (
    ("alarm_minutes", sa.Text(), "30,15,5"),
    ("even_presidium", sa.String(length=16), "second-right"),
    ("gap_policy", sa.String(length=8), "keep"),
)


def upgrade() -> None:
    for name, kind, before in _OF_BATCH:
        op.add_column("batch", sa.Column(name, kind, nullable=False, server_default=before))
    op.add_column("batch", sa.Column("size_limit", sa.Integer(), nullable=True))
    op.add_column("batch", sa.Column("starts", _MOMENT, nullable=True))
    # Alembic would add the key apart from its column, which SQLite cannot.
    op.execute(
        "ALTER TABLE batch ADD COLUMN slate_id VARCHAR(32)"
        " CONSTRAINT fk_batch_slate_id_slate REFERENCES slate (id)"
    )
    op.create_index(op.f("ix_batch_slate_id"), "batch", ["slate_id"], unique=False)
    op.execute(
        "UPDATE batch SET number = (SELECT count(*) FROM batch AS earlier"
        " WHERE earlier.id <= batch.id)"
    )
    op.add_column("contract", sa.Column("batch_position", sa.Integer(), nullable=True))
    op.add_column(
        "party",
        sa.Column("needs_authorisation", sa.Boolean(), nullable=False, server_default="0"),
    )
    for name in ("opening_words", "closing_words"):
        op.add_column("slate", sa.Column(name, sa.Text(), nullable=False, server_default=""))
    for name, kind, before in _OF_EVENT:
        op.add_column("event", sa.Column(name, kind, nullable=False, server_default=before))
    _make_plans()
    _make_ticks()
    _make_console()


def _make_plans() -> None:
    _make_table(
        "stage_plan",
        sa.Column("batch_id", _ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("viewpoint", sa.String(length=8), nullable=False),
        sa.Column("frozen", sa.Boolean(), nullable=False),
        sa.Column("made_at", _MOMENT, nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        _key("stage_plan", "batch_id", "batch"),
        sa.UniqueConstraint("batch_id", "version", name=op.f("uq_stage_plan_batch_id_version")),
        indexed=("batch_id",),
    )
    _make_table(
        "stage_place",
        sa.Column("plan_id", _ID, nullable=False),
        sa.Column("place", sa.String(length=32), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("contract_id", _ID, nullable=True),
        _key("stage_place", "plan_id", "stage_plan"),
        _key("stage_place", "contract_id", "contract"),
        sa.UniqueConstraint("plan_id", "place", name=op.f("uq_stage_place_plan_id_place")),
        indexed=("plan_id", "contract_id"),
    )


def _make_ticks() -> None:
    _make_table(
        "text_check",
        sa.Column("contract_id", _ID, nullable=False),
        sa.Column("step", sa.String(length=16), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        _key("text_check", "contract_id", "contract"),
        sa.UniqueConstraint("contract_id", "step", name=op.f("uq_text_check_contract_id_step")),
        indexed=("contract_id",),
    )
    _make_table(
        "remote_check_in",
        sa.Column("party_id", _ID, nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("desk", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("annulled_at", _MOMENT, nullable=True),
        sa.Column("annul_reason", sa.Text(), nullable=False),
        _key("remote_check_in", "party_id", "party"),
        indexed=("party_id",),
    )
    _make_table(
        "substitution",
        sa.Column("party_id", _ID, nullable=False),
        sa.Column("replaced", sa.Text(), nullable=False),
        sa.Column("substitute_id", _ID, nullable=False),
        sa.Column("approver", sa.Text(), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("change_slip", sa.JSON(), nullable=False),
        _key("substitution", "party_id", "party"),
        _key("substitution", "substitute_id", "guest"),
        indexed=("party_id", "substitute_id"),
    )
    _make_table(
        "stage_approval",
        sa.Column("subject", _ID, nullable=False),
        sa.Column("paper", sa.String(length=16), nullable=False),
        sa.Column("step", sa.String(length=8), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        indexed=("subject",),
    )


def _make_console() -> None:
    _make_table(
        "ceremony",
        sa.Column("slate_id", _ID, nullable=False),
        sa.Column("begun_at", _MOMENT, nullable=False),
        sa.Column("ended_at", _MOMENT, nullable=True),
        sa.Column("screen", sa.String(length=16), nullable=False),
        sa.Column("held", sa.Boolean(), nullable=False),
        sa.Column("held_step", sa.String(length=64), nullable=False),
        _key("ceremony", "slate_id", "slate"),
        sa.UniqueConstraint("slate_id", name=op.f("uq_ceremony_slate_id")),
    )
    _make_table(
        "ceremony_step",
        sa.Column("ceremony_id", _ID, nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("left_at", _MOMENT, nullable=True),
        _key("ceremony_step", "ceremony_id", "ceremony"),
        indexed=("ceremony_id",),
    )


def _make_table(name: str, *parts: sa.schema.SchemaItem, indexed: tuple[str, ...] = ()) -> None:
    op.create_table(
        name,
        *parts,
        sa.Column("id", _ID, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
    )
    for column in indexed:
        op.create_index(op.f(f"ix_{name}_{column}"), name, [column], unique=False)


def _key(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}")
    )


def downgrade() -> None:
    for name in (
        "ceremony_step", "ceremony", "stage_approval", "substitution", "remote_check_in",
        "text_check", "stage_place", "stage_plan",
    ):  # fmt: skip
        op.drop_table(name)
    for name, _, _ in reversed(_OF_EVENT):
        op.drop_column("event", name)
    for name in ("closing_words", "opening_words"):
        op.drop_column("slate", name)
    op.drop_column("party", "needs_authorisation")
    op.drop_column("contract", "batch_position")
    op.drop_index(op.f("ix_batch_slate_id"), table_name="batch")
    for name in ("slate_id", "starts", "size_limit"):
        op.drop_column("batch", name)
    for name, _, _ in reversed(_OF_BATCH):
        op.drop_column("batch", name)
