"""The nodes of a parsed procedure. Expressions and SQL statements stay text, with the places of their variables."""

from __future__ import annotations

from dataclasses import dataclass, field

from .lexer import Token


@dataclass(frozen=True)
class Place:
    """Where something is written: line from 1, position from 0, within the body."""

    line: int
    position: int


@dataclass(frozen=True, eq=False)
class Fragment:
    """A piece of SQL: an expression, or a statement."""

    place: Place
    text: str
    tokens: tuple[Token, ...]
    base: int
    """Where the text begins in the text of the tokens."""


@dataclass(frozen=True)
class Type:
    """A data type as it is declared, in upper case: its name, and what stands in parentheses."""

    name: str
    arguments: tuple[int, ...] = ()


@dataclass(frozen=True)
class Statement:
    """A statement of a block."""

    place: Place


@dataclass(frozen=True)
class Variable:
    """A declared variable."""

    place: Place
    name: str
    type: Type | None
    default: Fragment | None


@dataclass(frozen=True)
class ExceptionDeclaration:
    """A declared exception."""

    place: Place
    name: str
    number: int
    message: str


@dataclass(frozen=True)
class Cursor:
    """A declared cursor, which runs its query when a loop opens it."""

    place: Place
    name: str
    query: Fragment


@dataclass(frozen=True)
class ResultSet:
    """A declared result set, which runs its statement when it gets it."""

    place: Place
    name: str
    query: Statement | None


Declaration = Variable | ExceptionDeclaration | Cursor | ResultSet


@dataclass(frozen=True)
class Handler:
    """A WHEN of an EXCEPTION section."""

    place: Place
    names: tuple[str, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True)
class Block(Statement):
    """DECLARE ... BEGIN ... EXCEPTION ... END."""

    declarations: tuple[Declaration, ...]
    statements: tuple[Statement, ...]
    handlers: tuple[Handler, ...]


@dataclass(frozen=True)
class Let(Statement):
    """LET: a declaration among the statements."""

    declaration: Declaration


@dataclass(frozen=True)
class Assignment(Statement):
    """name := expression. A query in parentheses is the value of a variable, or what a result set gets."""

    name: str
    value: Fragment
    query: Statement | None = None


@dataclass(frozen=True)
class ResultSetAssignment(Statement):
    """name := (query)."""

    name: str
    query: Statement


@dataclass(frozen=True)
class If(Statement):
    """IF, ELSEIF and ELSE, or a searched CASE: conditions and what they guard; the last condition may be None."""

    branches: tuple[tuple[Fragment | None, tuple[Statement, ...]], ...]


@dataclass(frozen=True)
class Case(Statement):
    """CASE (expression) WHEN ...: a simple one."""

    subject: Fragment
    branches: tuple[tuple[Fragment | None, tuple[Statement, ...]], ...]


@dataclass(frozen=True)
class ForRows(Statement):
    """FOR row IN cursor or result set."""

    variable: str
    source: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True)
class ForRange(Statement):
    """FOR i IN start TO end."""

    variable: str
    first: Fragment
    last: Fragment
    is_reverse: bool
    statements: tuple[Statement, ...]


@dataclass(frozen=True)
class Loop(Statement):
    """WHILE (tested before), REPEAT (tested after) and LOOP (never tested)."""

    before: Fragment | None
    statements: tuple[Statement, ...]
    until: Fragment | None = None


@dataclass(frozen=True)
class Break(Statement):
    """BREAK or EXIT."""


@dataclass(frozen=True)
class Continue(Statement):
    """CONTINUE or ITERATE."""


@dataclass(frozen=True)
class Return(Statement):
    """RETURN value."""

    value: Fragment | None


@dataclass(frozen=True)
class ReturnTable(Statement):
    """RETURN TABLE(result set)."""

    name: str


@dataclass(frozen=True)
class Raise(Statement):
    """RAISE exception; RAISE alone has no name."""

    name: str | None


@dataclass(frozen=True)
class Null(Statement):
    """NULL, which does nothing."""


@dataclass(frozen=True)
class Sql(Statement):
    """A statement of SQL, without its INTO."""

    statement: Fragment
    into: tuple[str, ...] = ()


@dataclass(frozen=True)
class Argument:
    """An argument of a CALL; `name` when it is written as name => value."""

    name: str | None
    value: Fragment


@dataclass(frozen=True)
class Call(Statement):
    """CALL procedure(arguments) INTO :variable."""

    procedure: tuple[str, ...]
    arguments: tuple[Argument, ...]
    into: str | None = None


@dataclass(frozen=True)
class ExecuteImmediate(Statement):
    """EXECUTE IMMEDIATE text USING (variables)."""

    text: Fragment
    using: tuple[str, ...] = ()


@dataclass(frozen=True)
class Transaction(Statement):
    """BEGIN TRANSACTION, COMMIT or ROLLBACK."""

    action: str


@dataclass(frozen=True)
class Parameter:
    """An argument of a procedure."""

    name: str
    type: Type
    default: Fragment | None


@dataclass(frozen=True)
class Procedure:
    """CREATE PROCEDURE.

    Attributes:
        columns: of RETURNS TABLE; empty for RETURNS TABLE (), None for a scalar procedure.
        copies_grants: whether the one that it replaces leaves it who may call.
        source: the text of the body.
    """

    name: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    returns: Type | None
    columns: tuple[tuple[str, Type], ...] | None
    is_owner: bool
    or_replace: bool
    copies_grants: bool
    body: Block
    source: str = field(repr=False)


@dataclass(frozen=True)
class Function:
    """CREATE FUNCTION: one of SQL, whose body is an expression."""

    name: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    returns: Type
    body: str
