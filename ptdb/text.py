"""What a text has to be."""

from __future__ import annotations


def is_storable(text: str) -> bool:
    """Whether a database takes a text: no NUL, and no lone half of a surrogate pair, which UTF-8 has no bytes for."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return "\0" not in text
