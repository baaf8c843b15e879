"""One event, one SQLite file: models, engine, journal, migrations."""
