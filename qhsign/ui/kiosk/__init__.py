"""Self check-in (自助签到): the whole screen for guests, locked by a PIN."""
