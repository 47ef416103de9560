"""What goes wrong: as Snowflake would report it, or because the interpreter does not know."""

from __future__ import annotations


class NotSupported(Exception):
    """The interpreter does not know a construct. No exception handler of a routine can catch it."""

    def __init__(self, construct: str, line: int | None = None) -> None:
        where = "" if line is None else f" (line {line})"
        super().__init__(f"the interpreter of Snowflake Scripting does not support {construct}{where}")


class SnowflakeError(Exception):
    """An error that Snowflake reports.

    Attributes:
        number: what SQLCODE shows.
        sqlstate: five characters.
        message: what SQLERRM shows.
        kind: STATEMENT_ERROR, EXPRESSION_ERROR, or the name of a declared exception.
        declaration: the declared exception that was raised, while its block is still running.
    """

    def __init__(
        self,
        number: int,
        sqlstate: str,
        message: str,
        kind: str = "STATEMENT_ERROR",
        declaration: object = None,
    ) -> None:
        super().__init__(number, sqlstate, message)
        self.number = number
        self.sqlstate = sqlstate
        self.message = message
        self.kind = kind
        self.declaration = declaration
        self.place: tuple[int, int] | None = None

    def __str__(self) -> str:
        return f"{self.number:06d} ({self.sqlstate}): {self.message}"

    def uncaught(self) -> SnowflakeError:
        """The error as whoever called the block sees it."""
        where = "" if self.place is None else f" on line {self.place[0]} at position {self.place[1]}"
        text = f" : {self.message}" if self.message else ""
        message = f"Uncaught exception of type '{self.kind}'{where}{text}"
        return SnowflakeError(self.number, self.sqlstate, message)


def syntax_error(unexpected: str, line: int, position: int) -> SnowflakeError:
    """The text cannot be parsed."""
    message = f"SQL compilation error: syntax error line {line} at position {position} unexpected '{unexpected}'."
    return SnowflakeError(1003, "42000", message)
