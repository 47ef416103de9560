"""Text to tokens, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from .errors import NotSupported, syntax_error

_TOKEN = re.compile(
    r"""
    (?P<space>\s+)
    |(?P<comment>--[^\n]*|//[^\n]*|/\*.*?\*/)
    |(?P<body>\$\$.*?\$\$)
    |(?P<string>'(?:[^'\\]|\\.|'')*')
    |(?P<quoted>"(?:[^"]|"")*")
    |(?P<number>\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)
    |(?P<word>[A-Za-z_][A-Za-z0-9_$]*)
    |(?P<variable>\$[A-Za-z_0-9]+)
    |(?P<operator>::|:=|=>|->|\|\||<>|<=|>=|!=|[-+*/%(),.;:=<>\[\]?{}@!&^|~])
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "0": "\0"}


@dataclass(frozen=True)
class Token:
    """A piece of the text.

    Attributes:
        kind: word, quoted, string, body, number, variable, operator, or end.
        text: as it is written.
        start, end: where it is in the text.
        line: from 1.
        position: in the line, from 0.
        glued: whether nothing stands between it and the token before.
    """

    kind: str
    text: str
    start: int
    end: int
    line: int
    position: int
    glued: bool

    @cached_property
    def upper(self) -> str:
        """The text of a word or an operator in upper case, else nothing: what a keyword is compared with."""
        return self.text.upper() if self.kind in ("word", "operator") else ""

    @property
    def name(self) -> str:
        """The name that an identifier means: unquoted ones fold to upper case."""
        if self.kind == "quoted":
            return self.text[1:-1].replace('""', '"')
        return self.text.upper()

    @property
    def value(self) -> str:
        """What a string literal means."""
        if self.kind == "body":
            return self.text[2:-2]
        return re.sub(r"\\(.)|''", _unescape, self.text[1:-1], flags=re.DOTALL)


def _unescape(match: re.Match[str]) -> str:
    escaped: str | None = match[1]
    if escaped is None:
        return "'"
    if escaped in "xu":
        raise NotSupported(f"the escape \\{escaped} in a string literal")
    return _ESCAPES.get(escaped, escaped)


def tokens(text: str) -> list[Token]:
    """The tokens of a text without comments, and one of kind `end` behind them."""
    found: list[Token] = []
    at = 0
    line, line_start = 1, 0
    glued = False
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise syntax_error(text[at], line, at - line_start)
        kind = str(match.lastgroup)
        if kind in ("space", "comment"):
            glued = False
        else:
            found.append(Token(kind, match[0], at, match.end(), line, at - line_start, glued))
            glued = True
        line += match[0].count("\n")
        if "\n" in match[0]:
            line_start = at + match[0].rindex("\n") + 1
        at = match.end()
    found.append(Token("end", "<EOF>", at, at, line, at - line_start, False))
    return found
