"""The window."""

from qhsign.ui.whole_errors import keep_errors_whole

keep_errors_whole()
