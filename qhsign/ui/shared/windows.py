"""Which window a widget belongs to."""

from PySide6.QtWidgets import QWidget


def is_in_window_of(widget: QWidget, ours: QWidget) -> bool:
    """Say whether a widget, perhaps one of Qt's own dialogs, lies in the window ``ours`` is in.

    Without asking the widget for its window: PySide would tie the two together, and take the
    widget's successor at the same address for dead once the dialog is gone.
    """
    window = ours.window()
    return widget is window or window.isAncestorOf(widget)
