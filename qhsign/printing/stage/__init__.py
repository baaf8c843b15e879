"""The papers of the stage: stage plan, call list, run of show."""
