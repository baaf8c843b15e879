"""Steps of the run of show as the office wants them, and steps of its own."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "show_step",
        sa.Column("slate_id", sa.String(length=32), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("after", sa.String(length=64), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("screen", sa.Text(), nullable=False),
        sa.Column("sound", sa.Text(), nullable=False),
        sa.Column("responsible", sa.Text(), nullable=False),
        sa.Column("host_words", sa.Text(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_show_step")),
        sa.ForeignKeyConstraint(
            ["slate_id"], ["slate.id"], name=op.f("fk_show_step_slate_id_slate")
        ),
    )
    op.create_index(op.f("ix_show_step_slate_id"), "show_step", ["slate_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_show_step_slate_id"), table_name="show_step")
    op.drop_table("show_step")
