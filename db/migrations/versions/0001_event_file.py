"""The event file: event, guests, badges, check-ins, journal."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "activity",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("opens", sa.String(length=32), nullable=True),
        sa.Column("closes", sa.String(length=32), nullable=True),
        sa.Column("reentry", sa.String(length=16), nullable=False),
        sa.Column("invited", sa.String(length=8), nullable=False),
        sa.Column("categories", sa.JSON(), nullable=True),
        sa.Column("zones", sa.JSON(), nullable=True),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity")),
        sa.UniqueConstraint("name", name=op.f("uq_activity_name")),
        sa.UniqueConstraint("number", name=op.f("uq_activity_number")),
    )
    op.create_table(
        "category_look",
        sa.Column("category", sa.String(length=32), nullable=False),
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("word_en", sa.Text(), nullable=False),
        sa.Column("band", sa.String(length=7), nullable=False),
        sa.Column("zones", sa.JSON(), nullable=True),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_category_look")),
        sa.UniqueConstraint("category", name=op.f("uq_category_look_category")),
    )
    op.create_table(
        "declared_figure",
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("measure", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("qualifier", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_declared_figure")),
    )
    op.create_table(
        "delegation",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("declared_count", sa.Integer(), nullable=True),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delegation")),
        sa.UniqueConstraint("name", name=op.f("uq_delegation_name")),
    )
    op.create_table(
        "event",
        sa.Column("code", sa.String(length=3), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("title_en", sa.Text(), nullable=False),
        sa.Column("badge_title", sa.Text(), nullable=False),
        sa.Column("short_title", sa.Text(), nullable=False),
        sa.Column("theme", sa.Text(), nullable=False),
        sa.Column("city", sa.Text(), nullable=False),
        sa.Column("venue", sa.Text(), nullable=False),
        sa.Column("organizer", sa.Text(), nullable=False),
        sa.Column("co_organizer", sa.Text(), nullable=False),
        sa.Column("sealer", sa.Text(), nullable=False),
        sa.Column("start", sa.Date(), nullable=True),
        sa.Column("end", sa.Date(), nullable=True),
        sa.Column("time_zone", sa.String(length=64), nullable=False),
        sa.Column("is_demonstration", sa.Boolean(), nullable=False),
        sa.Column("vetting_required", sa.Boolean(), nullable=False),
        sa.Column("guest_order", sa.String(length=32), nullable=False),
        sa.Column("jiao_with_whole", sa.Boolean(), nullable=False),
        sa.Column("declared_guests", sa.Integer(), nullable=True),
        sa.Column("declared_activities", sa.Integer(), nullable=True),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
    )
    op.create_table(
        "event_key",
        sa.Column("secret", sa.LargeBinary(length=32), nullable=False),
        sa.Column("made_at", sa.String(length=32), nullable=False),
        sa.Column("retired_at", sa.String(length=32), nullable=True),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_key")),
    )
    op.create_table(
        "journal_entry",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("replica", sa.String(length=32), nullable=False),
        sa.Column("sequence", sa.BigInteger(), nullable=False),
        sa.Column("clock", sa.String(length=24), nullable=False),
        sa.Column("desk", sa.Text(), nullable=False),
        sa.Column("operator", sa.Text(), nullable=False),
        sa.Column("action", sa.String(length=48), nullable=False),
        sa.Column("operation", sa.String(length=32), nullable=False),
        sa.Column("entity_kind", sa.String(length=32), nullable=False),
        sa.Column("entity_id", sa.String(length=32), nullable=False),
        sa.Column("change", sa.String(length=8), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("values_hash", sa.String(length=64), nullable=False),
        sa.Column("previous_hash", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal_entry")),
        sa.UniqueConstraint("replica", "sequence", name=op.f("uq_journal_entry_replica_sequence")),
    )
    op.create_index("ix_journal_entry_clock", "journal_entry", ["clock"], unique=False)
    op.create_index("ix_journal_entry_entity_id", "journal_entry", ["entity_id"], unique=False)
    op.create_index("ix_journal_entry_operation", "journal_entry", ["operation"], unique=False)
    op.create_table(
        "number_block",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("replica", sa.String(length=32), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.Column("next_free", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_number_block")),
        sa.UniqueConstraint("kind", "first", name=op.f("uq_number_block_kind_first")),
    )
    op.create_table(
        "organization",
        sa.Column("legal_name", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("aliases", sa.JSON(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("country", sa.String(length=2), nullable=True),
        sa.Column("region", sa.Text(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organization")),
        sa.UniqueConstraint("key", name=op.f("uq_organization_key")),
    )
    op.create_table(
        "zone",
        sa.Column("letter", sa.String(length=1), nullable=False),
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("names", sa.JSON(), nullable=False),
        sa.Column("declared_count", sa.Integer(), nullable=True),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_zone")),
        sa.UniqueConstraint("letter", name=op.f("uq_zone_letter")),
    )
    op.create_table(
        "guest",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("full_name", sa.Text(), nullable=False),
        sa.Column("latin_name", sa.Text(), nullable=False),
        sa.Column("reading", sa.Text(), nullable=False),
        sa.Column("stroke_stand_in", sa.Text(), nullable=False),
        sa.Column("gender", sa.String(length=32), nullable=True),
        sa.Column("salutation", sa.Text(), nullable=False),
        sa.Column("organization", sa.Text(), nullable=False),
        sa.Column("organization_id", sa.String(length=32), nullable=True),
        sa.Column("delegation_id", sa.String(length=32), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("title_en", sa.Text(), nullable=False),
        sa.Column("category", sa.String(length=32), nullable=False),
        sa.Column("vip", sa.Boolean(), nullable=False),
        sa.Column("invitation", sa.String(length=32), nullable=False),
        sa.Column("vetting", sa.String(length=32), nullable=False),
        sa.Column("country", sa.String(length=2), nullable=True),
        sa.Column("rank", sa.Text(), nullable=False),
        sa.Column("rank_level", sa.Integer(), nullable=True),
        sa.Column("rank_seq", sa.Integer(), nullable=True),
        sa.Column("credentials_date", sa.Date(), nullable=True),
        sa.Column("arranged", sa.Integer(), nullable=True),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("document_kind", sa.Text(), nullable=False),
        sa.Column("document_number", sa.Text(), nullable=False),
        sa.Column("arrival", sa.Text(), nullable=False),
        sa.Column("departure", sa.Text(), nullable=False),
        sa.Column("lodging", sa.Text(), nullable=False),
        sa.Column("vehicle", sa.Text(), nullable=False),
        sa.Column("seat", sa.Text(), nullable=False),
        sa.Column("liaison", sa.Text(), nullable=False),
        sa.Column("diet", sa.Text(), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["delegation_id"], ["delegation.id"], name=op.f("fk_guest_delegation_id_delegation")
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organization.id"],
            name=op.f("fk_guest_organization_id_organization"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guest")),
        sa.UniqueConstraint("number", name=op.f("uq_guest_number")),
    )
    op.create_index(op.f("ix_guest_delegation_id"), "guest", ["delegation_id"], unique=False)
    op.create_index("ix_guest_document_number", "guest", ["document_number"], unique=False)
    op.create_index(op.f("ix_guest_organization_id"), "guest", ["organization_id"], unique=False)
    op.create_table(
        "journal_value",
        sa.Column("entry_id", sa.String(length=32), nullable=False),
        sa.Column("salt", sa.String(length=32), nullable=False),
        sa.Column("content", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["journal_entry.id"], name=op.f("fk_journal_value_entry_id_journal_entry")
        ),
        sa.PrimaryKeyConstraint("entry_id", name=op.f("pk_journal_value")),
    )
    op.create_table(
        "badge",
        sa.Column("guest_id", sa.String(length=32), nullable=False),
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(length=16), nullable=False),
        sa.Column("code", sa.String(length=38), nullable=False),
        sa.Column("short_code", sa.String(length=7), nullable=False),
        sa.Column("category", sa.String(length=32), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("replaced_by", sa.String(length=32), nullable=True),
        sa.Column("issued_at", sa.String(length=32), nullable=False),
        sa.Column("ended_at", sa.String(length=32), nullable=True),
        sa.Column("end_reason", sa.Text(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["guest_id"], ["guest.id"], name=op.f("fk_badge_guest_id_guest")),
        sa.ForeignKeyConstraint(
            ["replaced_by"], ["badge.id"], name=op.f("fk_badge_replaced_by_badge")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_badge")),
        sa.UniqueConstraint("serial", name=op.f("uq_badge_serial")),
        sa.UniqueConstraint("token", name=op.f("uq_badge_token")),
    )
    op.create_index(op.f("ix_badge_guest_id"), "badge", ["guest_id"], unique=False)
    op.create_index(op.f("ix_badge_short_code"), "badge", ["short_code"], unique=False)
    op.create_table(
        "guest_search",
        sa.Column("guest_id", sa.String(length=32), nullable=False),
        sa.Column("reading", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["guest_id"],
            ["guest.id"],
            name=op.f("fk_guest_search_guest_id_guest"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("guest_id", name=op.f("pk_guest_search")),
    )
    op.create_table(
        "invited",
        sa.Column("guest_id", sa.String(length=32), nullable=False),
        sa.Column("activity_id", sa.String(length=32), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activity.id"], name=op.f("fk_invited_activity_id_activity")
        ),
        sa.ForeignKeyConstraint(["guest_id"], ["guest.id"], name=op.f("fk_invited_guest_id_guest")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invited")),
        sa.UniqueConstraint(
            "guest_id", "activity_id", name=op.f("uq_invited_guest_id_activity_id")
        ),
    )
    op.create_index(op.f("ix_invited_activity_id"), "invited", ["activity_id"], unique=False)
    op.create_index(op.f("ix_invited_guest_id"), "invited", ["guest_id"], unique=False)
    op.create_table(
        "pending_activity",
        sa.Column("guest_id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["guest_id"], ["guest.id"], name=op.f("fk_pending_activity_guest_id_guest")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pending_activity")),
    )
    op.create_index(
        op.f("ix_pending_activity_guest_id"), "pending_activity", ["guest_id"], unique=False
    )
    op.create_table(
        "check_in",
        sa.Column("activity_id", sa.String(length=32), nullable=False),
        sa.Column("guest_id", sa.String(length=32), nullable=True),
        sa.Column("badge_id", sa.String(length=32), nullable=True),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("recorded_at", sa.String(length=32), nullable=False),
        sa.Column("desk", sa.Text(), nullable=False),
        sa.Column("leaving", sa.Boolean(), nullable=False),
        sa.Column("by_hand", sa.Boolean(), nullable=False),
        sa.Column("rehearsal", sa.Boolean(), nullable=False),
        sa.Column("verdict", sa.String(length=16), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("first_at", sa.String(length=32), nullable=True),
        sa.Column("first_desk", sa.Text(), nullable=False),
        sa.Column("nonce", sa.Text(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activity.id"], name=op.f("fk_check_in_activity_id_activity")
        ),
        sa.ForeignKeyConstraint(
            ["badge_id"], ["badge.id"], name=op.f("fk_check_in_badge_id_badge")
        ),
        sa.ForeignKeyConstraint(
            ["guest_id"], ["guest.id"], name=op.f("fk_check_in_guest_id_guest")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_check_in")),
        sa.UniqueConstraint("nonce", name=op.f("uq_check_in_nonce")),
    )
    op.create_index(
        "ix_check_in_activity_id_guest_id", "check_in", ["activity_id", "guest_id"], unique=False
    )
    op.create_index(op.f("ix_check_in_at"), "check_in", ["at"], unique=False)
    op.create_index(op.f("ix_check_in_code"), "check_in", ["code"], unique=False)
    op.create_index(op.f("ix_check_in_guest_id"), "check_in", ["guest_id"], unique=False)
    op.create_table(
        "check_in_annulment",
        sa.Column("check_in_id", sa.String(length=32), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["check_in_id"],
            ["check_in.id"],
            name=op.f("fk_check_in_annulment_check_in_id_check_in"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_check_in_annulment")),
        sa.UniqueConstraint("check_in_id", name=op.f("uq_check_in_annulment_check_in_id")),
    )
    op.create_table(
        "check_in_override",
        sa.Column("check_in_id", sa.String(length=32), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["check_in_id"], ["check_in.id"], name=op.f("fk_check_in_override_check_in_id_check_in")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_check_in_override")),
        sa.UniqueConstraint("check_in_id", name=op.f("uq_check_in_override_check_in_id")),
    )


def downgrade() -> None:
    op.drop_table("check_in_override")
    op.drop_table("check_in_annulment")
    op.drop_index(op.f("ix_check_in_guest_id"), table_name="check_in")
    op.drop_index(op.f("ix_check_in_code"), table_name="check_in")
    op.drop_index(op.f("ix_check_in_at"), table_name="check_in")
    op.drop_index("ix_check_in_activity_id_guest_id", table_name="check_in")
    op.drop_table("check_in")
    op.drop_index(op.f("ix_pending_activity_guest_id"), table_name="pending_activity")
    op.drop_table("pending_activity")
    op.drop_index(op.f("ix_invited_guest_id"), table_name="invited")
    op.drop_index(op.f("ix_invited_activity_id"), table_name="invited")
    op.drop_table("invited")
    op.drop_table("guest_search")
    op.drop_index(op.f("ix_badge_short_code"), table_name="badge")
    op.drop_index(op.f("ix_badge_guest_id"), table_name="badge")
    op.drop_table("badge")
    op.drop_table("journal_value")
    op.drop_index(op.f("ix_guest_organization_id"), table_name="guest")
    op.drop_index("ix_guest_document_number", table_name="guest")
    op.drop_index(op.f("ix_guest_delegation_id"), table_name="guest")
    op.drop_table("guest")
    op.drop_table("zone")
    op.drop_table("organization")
    op.drop_table("number_block")
    op.drop_index("ix_journal_entry_operation", table_name="journal_entry")
    op.drop_index("ix_journal_entry_entity_id", table_name="journal_entry")
    op.drop_index("ix_journal_entry_clock", table_name="journal_entry")
    op.drop_table("journal_entry")
    op.drop_table("event_key")
    op.drop_table("event")
    op.drop_table("delegation")
    op.drop_table("declared_figure")
    op.drop_table("category_look")
    op.drop_table("activity")
