"""What a check before a print found, as the use cases hand it to the faces."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing preflight found: which guest, and the code and parameters of the sentence.

    ``guest`` is the guest's number as people read it (of a certificate the contract's), "" where
    the layout itself is at fault; ``field`` names what is wrong, as layouts name their texts.
    """

    guest: str
    code: str
    parameters: dict[str, object] = field(default_factory=dict)
    field: str = ""
