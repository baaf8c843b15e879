"""A small real event for the window's tests, opened as the program opens it."""

from collections.abc import Callable
from pathlib import Path

from qhsign.launch.window import window_providers
from qhsign.services.activities import set_activity
from qhsign.services.desk import Desk
from qhsign.services.guests import set_guest
from qhsign.store.event_file import EventFile
from qhsign.ui.providers import WindowProviders
from support.copied_events import copied
from support.desks import Clock, add_guest, fresh_desk

PEOPLE = (
    ("王冬", "青海省商务厅", "副厅长", "delegate", "海西州代表团"),
    ("田富", "西宁云杉数据有限公司", "总经理", "exhibitor", "西宁市代表团"),
    ("田大利", "西宁云杉数据有限公司", "", "exhibitor", "西宁市代表团"),
    ("单雄信", "", "记者", "media", ""),
    ("易卜雷", "冰岛驻华大使馆", "大使", "guest", "境外代表团"),
    ("李刚", "青海银行", "行长", "guest", "西宁市代表团"),
    ("李刚", "西宁晚报", "摄影", "media", ""),
    ("安立佳", "海西州商务局", "科长", "delegate", "海西州代表团"),
)
DINNER = "欢迎酒会"


def small_event(path: Path) -> Path:
    """Make an event of eight guests, two of them VIPs, with a second activity by invitation."""
    return copied(path, "small", _make)


def _make(path: Path) -> None:
    with fresh_desk(path) as desk:
        set_activity(desk, DINNER, {"invited": "listed"})
        for name, organization, title, category, delegation in PEOPLE:
            values = {"title": title, "category": category, "delegation": delegation}
            number = add_guest(desk, name, organization, **values)
            if name in {"王冬", "易卜雷"}:
                set_guest(desk, number, {"vip": "yes", "activities": DINNER})


def opener() -> Callable[[Path], WindowProviders]:
    """Return how the window opens an event file."""
    return lambda path: window_providers(opener_desk(path))


def opener_desk(path: Path) -> Desk:
    """Open an event file once more, as another desk or a command would."""
    return Desk(EventFile.open(path), name="东门1号台", operator="韩秋月", now=Clock())
