"""The Qt bridge: operations off the UI thread, progress, cancelling."""
