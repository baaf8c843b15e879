"""Alembic's entry: runs revisions on the connection the program passes in."""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=context.config.attributes.get("metadata"),
    # The caller owns the transaction: all steps happen or none.
    transactional_ddl=False,
    render_as_batch=True,
)
context.run_migrations()
