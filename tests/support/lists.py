"""Lists in the text of SQL, whose elements may have commas in parentheses."""

from __future__ import annotations

from collections.abc import Iterator


def items(text: str) -> Iterator[str]:
    """What a list consists of, each on one line."""
    depth, start = 0, 0
    for at, character in enumerate(f"{text},"):
        depth += {"(": 1, ")": -1}.get(character, 0)
        if character == "," and depth == 0:
            yield " ".join(text[start:at].split())
            start = at + 1
        if depth < 0:
            return
