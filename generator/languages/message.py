"""The mark of words that are translated where they are shown, not where they stand (tables of constants)."""


def message(text: str) -> str:
    """The text itself. Extraction finds it by the name of this function."""
    return text


def message_in(_context: str, text: str) -> str:
    """Likewise, of a text that another language may say in different words elsewhere (`Language.say_in`)."""
    return text
