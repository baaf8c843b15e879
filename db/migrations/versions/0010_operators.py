"""Operators with roles, and who approved an override."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "operator",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.String(length=32), nullable=False),
        sa.Column("pin_hash", sa.Text(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_operator")),
    )
    op.add_column(
        "check_in_override",
        sa.Column("approved_by", sa.Text(), nullable=False, server_default=""),
    )


def downgrade() -> None:
    op.drop_column("check_in_override", "approved_by")
    op.drop_table("operator")
