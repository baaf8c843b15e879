"""Number tags given at check-in."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "activity", sa.Column("tags", sa.String(length=8), nullable=False, server_default="none")
    )
    op.create_table(
        "number_tag",
        sa.Column("activity_id", sa.String(length=32), nullable=False),
        sa.Column("guest_id", sa.String(length=32), nullable=True),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("check_in_id", sa.String(length=32), nullable=False),
        sa.Column("tag", sa.Text(), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activity.id"], name=op.f("fk_number_tag_activity_id_activity")
        ),
        sa.ForeignKeyConstraint(
            ["check_in_id"], ["check_in.id"], name=op.f("fk_number_tag_check_in_id_check_in")
        ),
        sa.ForeignKeyConstraint(
            ["guest_id"], ["guest.id"], name=op.f("fk_number_tag_guest_id_guest")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_number_tag")),
    )
    op.create_index("ix_number_tag_activity_id_guest_id", "number_tag", ["activity_id", "guest_id"])
    op.create_index("ix_number_tag_activity_id_tag", "number_tag", ["activity_id", "tag"])
    op.create_index(op.f("ix_number_tag_check_in_id"), "number_tag", ["check_in_id"])


def downgrade() -> None:
    op.drop_table("number_tag")
    op.drop_column("activity", "tags")
