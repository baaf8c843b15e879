"""VIPs who have just arrived, told quietly over every screen."""
