"""The ledger of everything printed."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "print_run",
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("layout", sa.Text(), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("operator", sa.Text(), nullable=False),
        sa.Column("destination", sa.Text(), nullable=False),
        sa.Column("pieces", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_print_run")),
    )
    op.create_table(
        "print_item",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("run_id", sa.String(length=32), nullable=False),
        sa.Column("entity_id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id"], ["print_run.id"], name=op.f("fk_print_item_run_id_print_run")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_print_item")),
    )
    op.create_index(op.f("ix_print_item_entity_id"), "print_item", ["entity_id"], unique=False)
    op.create_index(op.f("ix_print_item_run_id"), "print_item", ["run_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_print_item_run_id"), table_name="print_item")
    op.drop_index(op.f("ix_print_item_entity_id"), table_name="print_item")
    op.drop_table("print_item")
    op.drop_table("print_run")
