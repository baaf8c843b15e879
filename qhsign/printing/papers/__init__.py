"""Working papers made of lists: head, table, foot, and where their pages break."""
