"""qhsign: guests, badges, check-in, contracts and certificates of a trade fair."""
