"""Errors in what Qt calls reach the crash dialog, also on Python 3.11.

Where a method of ours stands in for one of Qt's, PySide6 (6.8 to 6.11 were tried) expects the
error it ends with as a whole exception. Python 3.11 may still hold one raised by compiled code as
a bare text, and PySide then takes the program down instead of reporting it. Any ``except`` on the
way makes it whole, so every such method gets one. Python 3.12 and later have no bare errors.
"""

import functools
import sys
from collections.abc import Callable
from types import FunctionType
from typing import Any

from PySide6.QtCore import QMetaMethod, QMetaObject, QObject


def keep_errors_whole() -> None:
    """See to every class of ours that is made from now on from one of Qt's."""
    if sys.version_info < (3, 12):
        QObject.__init_subclass__ = classmethod(_made)  # type: ignore[assignment]


def _made(cls: type[QObject], /, **named: Any) -> None:
    super(QObject, cls).__init_subclass__(**named)
    for name, method in list(vars(cls).items()):
        if isinstance(method, FunctionType) and _is_called_by_qt(cls, name):
            setattr(cls, name, _whole(method))


def _is_called_by_qt(cls: type[QObject], name: str) -> bool:
    """Say whether a method stands in for one of Qt's.

    Not its slots: to these PySide gives as many arguments as the method is seen to take.
    """
    if name.startswith("__"):
        return False
    bases = [base for base in cls.__mro__ if base.__module__.startswith("PySide6")]
    return any(name in vars(base) for base in bases) and name not in _slots(bases[0])


@functools.cache
def _slots(base: type[QObject]) -> frozenset[str]:
    meta: QMetaObject = getattr(base, "staticMetaObject")  # noqa: B009 - unknown to the stubs
    methods = (meta.method(number) for number in range(meta.methodCount()))
    return frozenset(
        bytes(method.name().data()).decode()
        for method in methods
        if method.methodType() != QMetaMethod.MethodType.Method
    )


def _whole(method: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(method)
    def called(*given: Any, **named: Any) -> Any:
        try:
            return method(*given, **named)
        except BaseException:  # noqa: TRY203 - being caught is what makes it whole
            raise

    return called
