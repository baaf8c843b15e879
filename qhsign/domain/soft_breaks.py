"""Texts that say where they may break: with stored soft breaks (U+200B) and line ends."""


def unbroken(text: str) -> str:
    """Return a text as one line, for where it is set anew or stands among other words."""
    return text.replace("\u200b", "").replace("\n", "")
