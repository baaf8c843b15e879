"""What the window shows while no event is open."""
