"""A quiet gold bar over the screens: which VIPs have just come, and who looks after them."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from qhsign.ui.shared.plain_parts import ElidedLabel, label
from qhsign.ui.theme import Look
from qhsign.ui.vips.vip_watch import VipNews, VipWatch

KEY = "Ctrl+G"
_MOST, _MOST_LOW = 3, 1
_LOW_PX = 600


class VipBar(QFrame):
    """``acknowledged`` is emitted by its button; the key is a command of the window."""

    acknowledged = Signal()

    def __init__(self, look: Look, watch: VipWatch) -> None:
        super().__init__()
        self.setObjectName("vip-bar")
        self._look, self._watch = look, watch
        self._icon, self._title = QLabel(), label("strong")
        self._lines = [ElidedLabel() for _ in range(_MOST)]
        self._more, self._key = label("second"), label("key")
        self._key.setText(KEY)
        self.button = QPushButton()
        self.button.setProperty("kind", "small")
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self.acknowledged)
        lines = QVBoxLayout()
        lines.setSpacing(2)
        for each in self._lines:
            lines.addWidget(each)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self._title)
        row.addLayout(lines, 1)
        row.addWidget(self._more)
        row.addWidget(self._key)
        row.addWidget(self.button)
        watch.changed.connect(self.show_news)
        look.changed.connect(self._draw)
        self._draw()
        self._set_words()

    def show_news(self) -> None:
        """Show the newest, and how many more there are; nothing where nobody has come."""
        news = self._watch.news
        most = _MOST_LOW if self.window().height() < _LOW_PX else _MOST
        texts = [self._line(each) for each in news[:most]]
        for place, shown in enumerate(self._lines):
            shown.setText(texts[place] if place < len(texts) else "")
            shown.setVisible(place < len(texts))
        side = Qt.AlignmentFlag.AlignTop if len(texts) > 1 else Qt.AlignmentFlag.AlignVCenter
        for each in (self._icon, self._title):
            self._row.setAlignment(each, side)
        left = len(news) - len(texts)
        self._more.setText(self.tr("and {count} more").format(count=left) if left else "")
        self._more.setVisible(left > 0)
        self.setAccessibleName(" ".join((self._title.text(), *texts)))
        self.setVisible(bool(news))

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _line(self, news: VipNews) -> str:
        guest, arrival = news.guest, news.arrival
        post = " ".join(filter(None, (guest.organization, guest.title)))
        where = " ".join(filter(None, (f"{arrival.at:%H:%M}", arrival.desk)))
        liaison = self.tr("liaison: {name}").format(name=news.liaison) if news.liaison else ""
        return " · ".join(filter(None, (guest.full_name, liaison, where, post)))

    def _draw(self) -> None:
        self._icon.setPixmap(self._look.pixmap("vip", "vip", 18, self.devicePixelRatioF()))

    def _set_words(self) -> None:
        self._title.setText(self.tr("VIPs just arrived"))
        self.button.setText(self.tr("Got it"))
        self.show_news()
