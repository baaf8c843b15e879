"""The settings screen: this desk, the event, its activities."""
