"""Contracts, slates, certificates, and the lists all came from."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "batch",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_batch")),
        sa.UniqueConstraint("name", name=op.f("uq_batch_name")),
    )
    op.create_table(
        "list_import",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("sheet", sa.Text(), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("operation", sa.String(length=32), nullable=False),
        sa.Column("replaces", sa.Integer(), nullable=True),
        sa.Column("undone_at", sa.String(length=32), nullable=True),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_list_import")),
        sa.UniqueConstraint("number", name=op.f("uq_list_import_number")),
    )
    op.create_table(
        "contract",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=True),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("qualifier", sa.String(length=8), nullable=False),
        sa.Column("industry", sa.Text(), nullable=False),
        sa.Column("region", sa.Text(), nullable=False),
        sa.Column("mode", sa.String(length=32), nullable=False),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("batch_id", sa.String(length=32), nullable=True),
        sa.Column("approved_at", sa.String(length=32), nullable=True),
        sa.Column("approved_by", sa.Text(), nullable=False),
        sa.Column("certificate_number", sa.Text(), nullable=True),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["batch.id"], name=op.f("fk_contract_batch_id_batch")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contract")),
        sa.UniqueConstraint("certificate_number", name=op.f("uq_contract_certificate_number")),
        sa.UniqueConstraint("number", name=op.f("uq_contract_number")),
    )
    op.create_index(op.f("ix_contract_batch_id"), "contract", ["batch_id"], unique=False)
    op.create_table(
        "list_row",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("import_id", sa.String(length=32), nullable=False),
        sa.Column("entity_id", sa.String(length=32), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(length=16), nullable=False),
        sa.Column("content", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["import_id"], ["list_import.id"], name=op.f("fk_list_row_import_id_list_import")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_list_row")),
    )
    op.create_index(op.f("ix_list_row_entity_id"), "list_row", ["entity_id"], unique=False)
    op.create_index(
        "ix_list_row_import_id_entity_id", "list_row", ["import_id", "entity_id"], unique=False
    )
    op.create_table(
        "slate",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("declared_contracts", sa.Integer(), nullable=True),
        sa.Column("declared_amount", sa.BigInteger(), nullable=True),
        sa.Column("activity_id", sa.String(length=32), nullable=True),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activity.id"], name=op.f("fk_slate_activity_id_activity")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_slate")),
        sa.UniqueConstraint("name", name=op.f("uq_slate_name")),
    )
    op.create_table(
        "certificate",
        sa.Column("contract_id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(length=16), nullable=False),
        sa.Column("code", sa.String(length=38), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("made_at", sa.String(length=32), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["contract.id"], name=op.f("fk_certificate_contract_id_contract")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificate")),
        sa.UniqueConstraint(
            "contract_id", "version", name=op.f("uq_certificate_contract_id_version")
        ),
        sa.UniqueConstraint("token", name=op.f("uq_certificate_token")),
    )
    op.create_index(
        op.f("ix_certificate_contract_id"), "certificate", ["contract_id"], unique=False
    )
    op.create_table(
        "party",
        sa.Column("contract_id", sa.String(length=32), nullable=False),
        sa.Column("side", sa.String(length=1), nullable=False),
        sa.Column("is_host", sa.Boolean(), nullable=False),
        sa.Column("organization", sa.Text(), nullable=False),
        sa.Column("organization_id", sa.String(length=32), nullable=True),
        sa.Column("signatory", sa.Text(), nullable=False),
        sa.Column("signatory_id", sa.String(length=32), nullable=True),
        sa.Column("signatory_title", sa.Text(), nullable=False),
        sa.Column("authorised", sa.Boolean(), nullable=False),
        sa.Column("substitute", sa.Text(), nullable=False),
        sa.Column("assistant", sa.Text(), nullable=False),
        sa.Column("witnesses", sa.Text(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["contract.id"], name=op.f("fk_party_contract_id_contract")
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organization.id"],
            name=op.f("fk_party_organization_id_organization"),
        ),
        sa.ForeignKeyConstraint(
            ["signatory_id"], ["guest.id"], name=op.f("fk_party_signatory_id_guest")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_party")),
        sa.UniqueConstraint("contract_id", "side", name=op.f("uq_party_contract_id_side")),
    )
    op.create_index(op.f("ix_party_contract_id"), "party", ["contract_id"], unique=False)
    op.create_index(op.f("ix_party_organization_id"), "party", ["organization_id"], unique=False)
    op.create_index(op.f("ix_party_signatory_id"), "party", ["signatory_id"], unique=False)
    op.create_table(
        "slate_entry",
        sa.Column("slate_id", sa.String(length=32), nullable=False),
        sa.Column("contract_id", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["contract.id"], name=op.f("fk_slate_entry_contract_id_contract")
        ),
        sa.ForeignKeyConstraint(
            ["slate_id"], ["slate.id"], name=op.f("fk_slate_entry_slate_id_slate")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_slate_entry")),
        sa.UniqueConstraint(
            "slate_id", "contract_id", name=op.f("uq_slate_entry_slate_id_contract_id")
        ),
    )
    op.create_index(
        op.f("ix_slate_entry_contract_id"), "slate_entry", ["contract_id"], unique=False
    )
    op.create_index(op.f("ix_slate_entry_slate_id"), "slate_entry", ["slate_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_slate_entry_slate_id"), table_name="slate_entry")
    op.drop_index(op.f("ix_slate_entry_contract_id"), table_name="slate_entry")
    op.drop_table("slate_entry")
    op.drop_index(op.f("ix_party_signatory_id"), table_name="party")
    op.drop_index(op.f("ix_party_organization_id"), table_name="party")
    op.drop_index(op.f("ix_party_contract_id"), table_name="party")
    op.drop_table("party")
    op.drop_index(op.f("ix_certificate_contract_id"), table_name="certificate")
    op.drop_table("certificate")
    op.drop_table("slate")
    op.drop_index("ix_list_row_import_id_entity_id", table_name="list_row")
    op.drop_index(op.f("ix_list_row_entity_id"), table_name="list_row")
    op.drop_table("list_row")
    op.drop_index(op.f("ix_contract_batch_id"), table_name="contract")
    op.drop_table("contract")
    op.drop_table("list_import")
    op.drop_table("batch")
