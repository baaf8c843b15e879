"""The window.

What PySide6 has to be told goes first: it holds for what is loaded and made afterwards.
"""

from qhsign.ui.unread_sources import leave_sources_unread
from qhsign.ui.whole_errors import keep_errors_whole

leave_sources_unread()
keep_errors_whole()
