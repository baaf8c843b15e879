"""What can be wrong, said so that the person at the desk knows what to do next."""

from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem in a list or a print run matters."""

    ERROR = "error"  # the row or value was not taken
    WARNING = "warning"  # taken, but somebody should look
    NOTE = "note"  # handled; said for completeness


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding, as a code of the message catalogue with its parameters."""

    code: str
    severity: Severity
    parameters: dict[str, object] = field(default_factory=dict)


class ProblemForUser(Exception):  # noqa: N818 - it is a sentence for a person, not an error of ours
    """Something the user can mend: one sentence with a next step, by code and parameters.

    The faces catch it and show ``wording.say(problem.code, language, **problem.parameters)`` in
    place; everything else that is raised is a bug.
    """

    def __init__(self, code: str, /, **parameters: object) -> None:
        super().__init__(code, parameters)
        self.code = code
        self.parameters = parameters
