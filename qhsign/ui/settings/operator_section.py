"""The people who work at this event: names, roles and PINs."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from qhsign.background.operation import Operation
from qhsign.background.runner import Runner
from qhsign.domain.roles import LONGEST_NAME, LONGEST_PIN, SHORTEST_PIN, Role
from qhsign.services.setting_records import OnShift, OperatorRow
from qhsign.ui.settings.saved_notice import SavedNotice
from qhsign.ui.settings.saving import Saver, Saving
from qhsign.ui.settings.section import Section
from qhsign.ui.shared.chooser import Chooser
from qhsign.ui.shift.rights import Rights
from qhsign.ui.shift.shift_provider import ShiftProvider
from qhsign.ui.theme import Look
from qhsign.wording import say

Rows = Sequence[OperatorRow]


class OperatorSection(Section):
    """One operator is shown at a time; the chooser goes to another."""

    def __init__(
        self,
        look: Look,
        runner: Runner,
        given: tuple[ShiftProvider, Rights],
        notice: SavedNotice,
    ) -> None:
        super().__init__()
        self._look, self._runner = look, runner
        self._provider, self._rights = given
        self._saver = Saver(look, runner, notice)
        self._saver.setParent(self)
        self._rows: Rows = ()
        self._id = ""
        self.new_name, self.new_pin, self.add = _name_field(), _pin_field(), QPushButton()
        self.new_role, self.role = Chooser(look), Chooser(look)
        self.operator = Chooser(look, elides=True)
        self.remove, self.name = QPushButton(), _name_field()
        self.pin, self.no_pin = _pin_field(), QPushButton()
        self._heading = self.add_heading()
        self.add_explanation()
        self._add_heading = self.add_heading()
        self.new_name_row = self.add_row(self.new_name)
        self.new_role_row = self.add_row(self.new_role)
        self.add_field = self.add_row(_in_a_line(self.new_pin, self.add))
        self._one_heading = self.add_heading()
        self.operator_row = self.add_row(_in_a_line(self.operator, self.remove))
        self.fields = {
            "name": self.add_row(self.name),
            "role": self.add_row(self.role),
            "pin": self.add_row(_in_a_line(self.pin, self.no_pin)),
        }
        self.close_column()
        self._connect()
        self._set_words()
        self.new_role.choose(Role.ADMINISTRATOR)
        self._show_rows(self._rights.working.everybody)

    @property
    def current(self) -> OperatorRow | None:
        """The operator that is shown."""
        return next((row for row in self._rows if row.id == self._id), None)

    def load(self) -> None:
        """Read who works at this event again."""
        self._runner.start(Operation(self._provider.read, self._take_shift, self))

    def lockable(self) -> Sequence[QWidget]:
        """Return what only an administrator may touch; looking is for everybody."""
        return (
            self.new_name_row,
            self.new_role_row,
            self.add_field,
            self.remove,
            *self.fields.values(),
        )

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
            self._saver.say_again()
        super().changeEvent(event)

    def _connect(self) -> None:
        self.new_name.returnPressed.connect(self._add)
        self.new_pin.returnPressed.connect(self._add)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.operator.chosen.connect(self._choose)
        self.role.chosen.connect(lambda role: self._write("role", role))
        self.name.editingFinished.connect(lambda: self._write("name", self.name.text().strip()))
        self.pin.returnPressed.connect(self._set_pin)
        self.no_pin.clicked.connect(lambda: self._write("pin", ""))

    def _take_shift(self, working: OnShift) -> None:
        self._rights.take(working)
        self._show_rows(working.everybody)

    def _show_rows(self, rows: Rows) -> None:
        first = not self._rows
        self._rows = rows
        self.operator.set_choices([(row.id, self._label(row)) for row in rows])
        if self.current is None and rows:
            self._id = rows[0].id
        if first and rows:
            self.new_role.choose(Role.CHECK_IN)
        elif not rows:
            self.new_role.choose(Role.ADMINISTRATOR)
        self._show_current()

    def _label(self, row: OperatorRow) -> str:
        return f"{row.name}　{say(f'role-{row.role}', self._look.language)}"

    def _choose(self, operator: str) -> None:
        self._id = operator
        self._show_current()

    def _show_current(self) -> None:
        row = self.current
        for each in (self.operator_row, *self.fields.values()):
            each.setVisible(row is not None)
            self._saver.clear(each)
        self._one_heading.setVisible(row is not None)
        self.pin.clear()
        if row is None:
            return
        self.operator.choose(row.id)
        self.name.setText(row.name)
        self.role.choose(row.role)
        self.no_pin.setVisible(row.has_pin)
        set_or_not = self.tr("A PIN is set") if row.has_pin else self.tr("No PIN is set")
        self.pin.setPlaceholderText(set_or_not)

    def _add(self) -> None:
        name, pin, role = self.new_name.text().strip(), self.new_pin.text(), self.new_role.value
        self._saver.save(
            Saving(
                self.add_field,
                name,
                lambda: self._after(self._provider.add(name, Role(role), pin)),
                self._take_new,
                lambda found: lambda: self._after(self._provider.remove(found[0])),
            )
        )

    def _remove(self) -> None:
        row = self.current
        if row is None:
            return
        self._saver.save(
            Saving(
                self.operator_row,
                self.tr("{name} was taken away").format(name=row.name),
                lambda: self._after(self._provider.remove(row.id)),
                self._take,
                lambda _: lambda: self._after(self._provider.put_back(row.id)),
            )
        )

    def _set_pin(self) -> None:
        if self.pin.text():
            self._write("pin", self.pin.text())

    def _write(self, key: str, text: str) -> None:
        row = self.current
        if row is None or (key != "pin" and text == str(getattr(row, key))):
            return
        before = "" if key == "pin" else str(getattr(row, key))
        self._saver.save(
            Saving(
                self.fields[key],
                f"{row.name} · {self._captions()[key]}",
                lambda: self._after(self._provider.write(row.id, {key: text})),
                self._take,
                # Nobody keeps a PIN in clear: an old one cannot come back.
                None
                if key == "pin"
                else lambda _: lambda: self._after(self._provider.write(row.id, {key: before})),
                failed=self._show_role,
            )
        )

    def _show_role(self) -> None:
        row = self.current
        if row is not None:
            self.role.choose(row.role)

    def _after(self, row: OperatorRow) -> tuple[str, OnShift]:
        """Run on the worker: return whom to show after a change, and everybody."""
        return row.id, self._provider.read()

    def _take(self, found: tuple[str, OnShift]) -> None:
        self._id = found[0]
        self._take_shift(found[1])

    def _take_new(self, found: tuple[str, OnShift]) -> None:
        self.new_name.clear()
        self.new_pin.clear()
        self._take(found)

    def _captions(self) -> dict[str, str]:
        return {"name": self.tr("Name"), "role": self.tr("Role"), "pin": self.tr("PIN")}

    def _roles(self) -> Sequence[tuple[str, str]]:
        return [(str(role), say(f"role-{role}", self._look.language)) for role in Role]

    def _set_words(self) -> None:
        language = self._look.language
        self._heading.setText(self.tr("Operators"))
        colon = self.tr("{role}: {does}.")
        does = "\n".join(
            colon.format(
                role=say(f"role-{role}", language), does=say(f"role-{role}-does", language)
            )
            for role in Role
        )
        nobody = self.tr(
            "With nobody entered, everybody may do everything. Once the first person is entered, "
            "each desk asks at the top who works there."
        )
        self.explain(f"{nobody}\n{does}")
        self._add_heading.setText(self.tr("Add a person"))
        captions = self._captions()
        self.new_name_row.set_words(captions["name"], self.tr("As the audit trail names them."))
        self.new_role_row.set_words(captions["role"], self.tr("The first is an administrator."))
        digits = self.tr(
            "{least} to {most} digits, or none: then anybody can choose this name."
        ).format(least=SHORTEST_PIN, most=LONGEST_PIN)
        self.add_field.set_words(captions["pin"], digits)
        self.new_pin.setAccessibleName(self.tr("PIN of the new person"))
        self.add.setText(self.tr("Add"))
        self._one_heading.setText(self.tr("Who works at this event"))
        self.operator_row.set_words(
            self.tr("Person"), self.tr("One administrator always stays. Taking away can be undone.")
        )
        self.operator.setAccessibleName(self.tr("Person"))
        self.remove.setText(self.tr("Take away"))
        whys = {
            "name": self.tr("What was done before keeps the name it was done under."),
            "role": self.tr("Holds at every desk at once."),
            "pin": self.tr("A forgotten PIN cannot be read: set a new one, then Enter."),
        }
        for key, caption in captions.items():
            self.fields[key].set_words(caption, whys[key])
        self.pin.setAccessibleName(self.tr("New PIN"))
        self.no_pin.setText(self.tr("No PIN"))
        self.new_role.set_choices(self._roles())
        self.role.set_choices(self._roles())
        self.operator.set_choices([(row.id, self._label(row)) for row in self._rows])
        self._show_current()


def _name_field() -> QLineEdit:
    field = QLineEdit()
    field.setMaxLength(LONGEST_NAME)
    return field


def _pin_field() -> QLineEdit:
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setMaxLength(LONGEST_PIN)
    return field


def _in_a_line(*parts: QWidget) -> QWidget:
    whole = QWidget()
    line = QHBoxLayout(whole)
    line.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        line.addWidget(part, 0 if isinstance(part, QPushButton) else 1)
    return whole
