"""The presidium of a ceremony: who sits there, in which order and by which custom."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "presidium",
        sa.Column("subject", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("international", sa.Boolean(), nullable=False),
        sa.Column("even", sa.String(length=16), nullable=False),
        sa.Column("people", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.String(length=32), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_presidium")),
        sa.UniqueConstraint("subject", "version", name=op.f("uq_presidium_subject_version")),
    )
    op.create_index(op.f("ix_presidium_subject"), "presidium", ["subject"])


def downgrade() -> None:
    op.drop_index(op.f("ix_presidium_subject"), table_name="presidium")
    op.drop_table("presidium")
