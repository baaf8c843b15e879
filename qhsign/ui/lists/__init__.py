"""Taking lists into the event: the import wizard over the guest screen."""
