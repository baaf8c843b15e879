"""Steps of contracts, funds in place, targets and figures of other editions."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("contract", sa.Column("agreed_on", sa.Date(), nullable=True))
    op.add_column("contract", sa.Column("agreed_by", sa.Text(), nullable=False, server_default=""))
    op.create_table(
        "contract_step",
        _contract(),
        sa.Column("left", sa.String(length=32), nullable=True),
        sa.Column("reached", sa.String(length=32), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        *_id("contract_step"),
        _of_contract("contract_step"),
    )
    op.create_index(op.f("ix_contract_step_contract_id"), "contract_step", ["contract_id"])
    op.create_table(
        "payment",
        sa.Column("number", sa.Integer(), nullable=False),
        _contract(),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        *_id("payment"),
        _of_contract("payment"),
        sa.UniqueConstraint("number", name=op.f("uq_payment_number")),
    )
    op.create_index(op.f("ix_payment_contract_id"), "payment", ["contract_id"])
    op.create_table(
        "target",
        sa.Column("grouping", sa.String(length=16), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("measure", sa.String(length=16), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        *_id("target"),
        sa.UniqueConstraint(
            "grouping", "name", "measure", name=op.f("uq_target_grouping_name_measure")
        ),
    )
    op.create_table(
        "edition_figure",
        sa.Column("edition", sa.Integer(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("through", sa.Boolean(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("measure", sa.Text(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("qualifier", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        *_id("edition_figure"),
    )


def _contract() -> sa.Column[str]:
    return sa.Column("contract_id", sa.String(length=32), nullable=False)


def _id(table: str) -> tuple[sa.Column[str], sa.PrimaryKeyConstraint]:
    return (
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )


def _of_contract(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["contract_id"], ["contract.id"], name=op.f(f"fk_{table}_contract_id_contract")
    )


def downgrade() -> None:
    op.drop_table("edition_figure")
    op.drop_table("target")
    op.drop_index(op.f("ix_payment_contract_id"), table_name="payment")
    op.drop_table("payment")
    op.drop_index(op.f("ix_contract_step_contract_id"), table_name="contract_step")
    op.drop_table("contract_step")
    op.drop_column("contract", "agreed_by")
    op.drop_column("contract", "agreed_on")
