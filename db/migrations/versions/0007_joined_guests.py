"""Two records of one person, and finding namesakes quickly."""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Alembic would add the reference in a second step, which SQLite does not know.
    op.execute(
        "ALTER TABLE guest ADD COLUMN joined_into VARCHAR(32)"
        " CONSTRAINT fk_guest_joined_into_guest REFERENCES guest (id)"
    )
    op.create_index(op.f("ix_guest_joined_into"), "guest", ["joined_into"], unique=False)
    op.create_index(op.f("ix_guest_full_name"), "guest", ["full_name"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_guest_full_name"), table_name="guest")
    op.drop_index(op.f("ix_guest_joined_into"), table_name="guest")
    op.drop_column("guest", "joined_into")
