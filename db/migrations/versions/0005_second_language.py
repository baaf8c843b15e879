"""A second language for contracts and the event."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_OF_EVENT = ("title_ky", "title_ru", "place_en", "place_ky", "place_ru")


def upgrade() -> None:
    op.create_table(
        "contract_text",
        sa.Column("contract_id", sa.String(length=32), nullable=False),
        sa.Column("side", sa.String(length=1), nullable=False),
        sa.Column("field", sa.String(length=16), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["contract.id"], name=op.f("fk_contract_text_contract_id_contract")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contract_text")),
        sa.UniqueConstraint(
            "contract_id",
            "side",
            "field",
            "language",
            name=op.f("uq_contract_text_contract_id_side_field_language"),
        ),
    )
    op.create_index(
        op.f("ix_contract_text_contract_id"), "contract_text", ["contract_id"], unique=False
    )
    op.add_column(
        "contract", sa.Column("language", sa.String(length=2), nullable=False, server_default="")
    )
    for name in _OF_EVENT:
        op.add_column("event", sa.Column(name, sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    for name in reversed(_OF_EVENT):
        op.drop_column("event", name)
    op.drop_column("contract", "language")
    op.drop_index(op.f("ix_contract_text_contract_id"), table_name="contract_text")
    op.drop_table("contract_text")
