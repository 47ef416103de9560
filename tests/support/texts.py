"""What the texts of SQL consist of, read without a server."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator


def code(text: str) -> str:
    """A text without its comments, and with empty literals."""
    return re.sub(r"--[^\n]*|'(?:[^']|'')*'", lambda found: "''" if found[0].startswith("'") else "", text)


def items(text: str) -> Iterator[str]:
    """What a list consists of, each on one line; its elements may have commas in parentheses."""
    depth, start = 0, 0
    for at, character in enumerate(f"{text},"):
        depth += {"(": 1, ")": -1}.get(character, 0)
        if character == "," and depth == 0:
            yield " ".join(text[start:at].split())
            start = at + 1
        if depth < 0:
            return


def reached(routine: str, called: Callable[[str], set[str]]) -> set[str]:
    """A routine and all that it calls, and that these do."""
    found: set[str] = set()
    new = {routine}
    while new:
        found |= new
        new = set().union(*map(called, new)) - found
    return found
