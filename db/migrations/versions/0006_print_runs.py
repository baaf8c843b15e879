"""Numbers, outcomes and traces of print runs."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with_words = (("desk", sa.Text(), ""), ("outcome", sa.String(length=16), "done"))
    op.add_column(
        "print_run", sa.Column("number", sa.Integer(), nullable=False, server_default="0")
    )
    for name, kind, before in with_words:
        op.add_column("print_run", sa.Column(name, kind, nullable=False, server_default=before))
    op.add_column("print_run", sa.Column("pages", sa.Integer(), nullable=True))
    op.add_column("print_run", sa.Column("ended_at", sa.String(length=32), nullable=True))
    op.add_column("print_run", sa.Column("salt", sa.LargeBinary(length=16), nullable=True))
    op.add_column(
        "print_item",
        sa.Column("code", sa.String(length=48), nullable=False, server_default=""),
    )
    op.add_column("print_item", sa.Column("printed", sa.JSON(), nullable=True))
    _number_the_runs()
    op.create_index(op.f("ix_print_run_number"), "print_run", ["number"], unique=True)


def _number_the_runs() -> None:
    """Give the runs there are the first numbers; new ones are leased behind them."""
    op.execute(
        "UPDATE print_run SET number = (SELECT count(*) FROM print_run AS earlier"
        " WHERE earlier.at < print_run.at"
        " OR (earlier.at = print_run.at AND earlier.id <= print_run.id))"
    )
    runs = op.get_bind().exec_driver_sql("SELECT count(*) FROM print_run").scalar_one()
    if runs:
        op.get_bind().exec_driver_sql(
            "INSERT INTO number_block (kind, replica, first, last, next_free)"
            " VALUES ('print-run', '', 1, ?, ?)",
            (runs, runs + 1),
        )


def downgrade() -> None:
    op.execute("DELETE FROM number_block WHERE kind = 'print-run'")
    op.drop_index(op.f("ix_print_run_number"), table_name="print_run")
    for name in ("printed", "code"):
        op.drop_column("print_item", name)
    for name in ("salt", "ended_at", "pages", "outcome", "desk", "number"):
        op.drop_column("print_run", name)
