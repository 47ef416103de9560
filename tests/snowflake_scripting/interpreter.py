"""Runs the blocks of procedures. What a statement of SQL or an expression does is the engine's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from . import simple, tree
from .engine import Column, Rows, canonical, duckdb_type
from .errors import NotSupported, SnowflakeError
from .lexer import Token
from .parser import Parser, parse_body
from .tree import Fragment, Statement, Type

if TYPE_CHECKING:
    from .session import Session

_VARIABLES_OF_BLOCKS = ("SQLCODE", "SQLERRM", "SQLSTATE", "SQLROWCOUNT", "SQLFOUND", "SQLNOTFOUND")
_NUMBER = Type("NUMBER", (38, 0))
_TEXT = Type("VARCHAR")
_BOOLEAN = Type("BOOLEAN")
_PYTHON_TYPES: dict[str, type] = {"HUGEINT": int, "VARCHAR": str, "BOOLEAN": bool, "DOUBLE": float}


@dataclass
class Cell:
    """A variable: its type, unknown as long as nothing has been assigned, and its value."""

    type: Type | None
    value: Any


@dataclass
class Result:
    """A result set; `rows` is None as long as nothing has been assigned."""

    rows: Rows | None


@dataclass
class Row:
    """The row of a loop: a cell for each column."""

    cells: dict[str, Cell]


Named = Cell | Result | Row | tree.Cursor | tree.ExceptionDeclaration


@dataclass
class Frame:
    """The names of a block, and those around it."""

    outer: Frame | None = None
    names: dict[str, Named] = field(default_factory=dict)

    def find(self, name: str) -> Named | None:
        frame: Frame | None = self
        while frame is not None:
            if name in frame.names:
                return frame.names[name]
            frame = frame.outer
        return None


@dataclass(frozen=True)
class Compiled:
    """A fragment whose variables became parameters.

    Attributes:
        text: for the engine.
        variables: parameter, and the variable and field it stands for.
        reads_tables: whether a query is in it.
        only: the variable, if there is nothing else.
        simple: what evaluates the expression without the engine, if that is possible.
    """

    text: str
    variables: dict[str, tuple[str, str | None]]
    reads_tables: bool
    only: tuple[str, str | None] | None
    simple: simple.Evaluator | None


class _Break(Exception):
    pass


class _Continue(Exception):
    pass


class _Return(Exception):
    def __init__(self, value: Any) -> None:
        super().__init__()
        self.value = value


class Interpreter:
    """Runs the blocks of one session."""

    def __init__(self, session: Session, compiled: MutableMapping[Fragment, Compiled]) -> None:
        self._session = session
        self._compiled = compiled
        self._handled: list[SnowflakeError] = []

    # ---- procedures

    def call(self, procedure: tree.Procedure, arguments: Mapping[str, Cell]) -> Any:
        """What a procedure returns: a Cell, or Rows."""
        frame = self.root()
        for parameter in procedure.parameters:
            cell = Cell(parameter.type, None)
            if parameter.name in arguments:
                given = arguments[parameter.name]
                self._set(cell, given.value, given.type)
            else:
                assert parameter.default is not None
                self._assign(cell, parameter.default, frame)
            frame.names[parameter.name] = cell
        value = self._returned(procedure.body, frame)
        if procedure.columns is not None:
            if not isinstance(value, Rows):
                raise NotSupported("a procedure of RETURNS TABLE that returns no TABLE (...)")
            return _as_declared(procedure, value)
        assert procedure.returns is not None
        if isinstance(value, Rows):
            raise NotSupported("RETURN TABLE (...) in a procedure that does not return one")
        cell = Cell(procedure.returns, None)
        if value is not None:
            self._set(cell, value.value, value.type)
        return cell

    def anonymous(self, block: tree.Block) -> Any:
        """What a block outside procedures returns: a value, or Rows."""
        found = self._returned(block, self.root())
        return found.value if isinstance(found, Cell) else found

    def root(self) -> Frame:
        """The names that every block has."""
        frame = Frame()
        for name in _VARIABLES_OF_BLOCKS:
            frame.names[name] = Cell(None, None)
        return frame

    def _returned(self, block: tree.Block, frame: Frame) -> Any:
        handled, self._handled = self._handled, []
        try:
            self._block(block, frame)
        except _Return as found:
            return found.value
        except SnowflakeError as error:
            raise error.uncaught() from error
        except (_Break, _Continue):
            raise NotSupported("BREAK or CONTINUE outside a loop") from None
        finally:
            self._handled = handled
        return None

    # ---- blocks

    def _block(self, block: tree.Block, outer: Frame) -> None:
        frame = Frame(outer)
        try:
            for declaration in block.declarations:
                with _at(declaration.place):
                    self._declare(declaration, frame)
            self._statements(block.statements, Frame(frame))
        except SnowflakeError as error:
            handler = next((one for one in block.handlers if self._handles(one, error, frame)), None)
            if handler is None:
                raise
            self._handle(handler, error, frame)

    def _handles(self, handler: tree.Handler, error: SnowflakeError, frame: Frame) -> bool:
        for name in handler.names:
            if name == "OTHER":
                return True
            if name in ("STATEMENT_ERROR", "EXPRESSION_ERROR"):
                if error.declaration is None and error.kind == name:
                    return True
                continue
            declared = frame.find(name)
            if not isinstance(declared, tree.ExceptionDeclaration):
                raise NotSupported(f"the exception {name}, which is not declared", handler.place.line)
            if declared is error.declaration:
                return True
        return False

    def _handle(self, handler: tree.Handler, error: SnowflakeError, frame: Frame) -> None:
        inner = Frame(frame)
        inner.names["SQLCODE"] = Cell(_NUMBER, error.number)
        inner.names["SQLERRM"] = Cell(_TEXT, error.message)
        inner.names["SQLSTATE"] = Cell(_TEXT, error.sqlstate)
        self._handled.append(error)
        try:
            self._statements(handler.statements, inner)
        finally:
            self._handled.pop()

    def _declare(self, declaration: tree.Declaration, frame: Frame) -> None:
        if isinstance(declaration, tree.Variable):
            if declaration.default is None:
                frame.names[declaration.name] = Cell(declaration.type, None)
            else:
                cell = Cell(declaration.type, None)
                self._assign(cell, declaration.default, frame)
                frame.names[declaration.name] = cell
        elif isinstance(declaration, tree.ResultSet):
            rows = None if declaration.query is None else self._rows(declaration.query, frame)
            frame.names[declaration.name] = Result(rows)
        else:
            frame.names[declaration.name] = declaration

    def _statements(self, statements: Sequence[Statement], frame: Frame) -> None:
        for statement in statements:
            try:
                self._statement(statement, frame)
            except SnowflakeError as error:
                if error.place is None:
                    error.place = (statement.place.line, statement.place.position)
                raise
            except NotSupported as error:
                if "(line " not in str(error):
                    error.args = (f"{error} (line {statement.place.line})",)
                raise

    def _statement(self, statement: Statement, frame: Frame) -> None:
        match statement:
            case tree.Assignment():
                found = frame.find(statement.name)
                if isinstance(found, Result) and statement.query is not None:
                    found.rows = self._rows(statement.query, frame)
                else:
                    self._assign(self._cell(statement.name, frame), statement.value, frame)
            case tree.If():
                for condition, guarded in statement.branches:
                    if condition is None or self._is_true(condition, frame):
                        self._statements(guarded, Frame(frame))
                        break
            case tree.Sql():
                self._sql(statement, frame)
            case tree.Call():
                self._call(statement, frame)
            case tree.Let():
                self._declare(statement.declaration, frame)
            case tree.Return():
                raise _Return(None if statement.value is None else self._argument(statement.value, frame))
            case tree.ReturnTable():
                raise _Return(self._result(statement.name, frame))
            case tree.Raise():
                self._raise(statement, frame)
            case tree.Transaction():
                self._session.transaction_statement(statement.action)
            case tree.Block():
                self._block(statement, frame)
            case tree.ExecuteImmediate():
                self._rows(statement, frame)
            case tree.ResultSetAssignment():
                found = frame.find(statement.name)
                if not isinstance(found, Result):
                    raise NotSupported(f"a query for {statement.name}, which is no result set")
                found.rows = self._rows(statement.query, frame)
            case tree.Null():
                pass
            case tree.Break():
                raise _Break
            case tree.Continue():
                raise _Continue
            case _:
                self._repetition(statement, frame)

    def _repetition(self, statement: Statement, frame: Frame) -> None:
        match statement:
            case tree.Case():
                self._case(statement, frame)
            case tree.ForRows():
                rows = self._result(statement.source, frame)
                for row in rows.rows:
                    cells = zip(rows.columns, row, strict=True)
                    inner = Frame(frame)
                    inner.names[statement.variable] = Row(
                        {column.name: Cell(_type_of(column.type), _plain(value)) for column, value in cells}
                    )
                    if not self._pass(statement.statements, inner):
                        break
            case tree.ForRange():
                first, last = (self._value(end, frame, _NUMBER) for end in (statement.first, statement.last))
                if first is None or last is None:
                    raise NotSupported("a loop over a range that begins or ends at NULL")
                numbers = range(first, last + 1)
                for number in reversed(numbers) if statement.is_reverse else numbers:
                    if not self._pass(statement.statements, Frame(frame, {statement.variable: Cell(_NUMBER, number)})):
                        break
            case tree.Loop():
                while statement.before is None or self._is_true(statement.before, frame):
                    if not self._pass(statement.statements, Frame(frame)):
                        break
                    if statement.until is not None and self._is_true(statement.until, frame):
                        break
            case _:
                raise NotSupported(type(statement).__name__)

    def _pass(self, statements: Sequence[Statement], frame: Frame) -> bool:
        """One pass of a loop; whether the loop goes on."""
        try:
            self._statements(statements, frame)
        except _Break:
            return False
        except _Continue:
            pass
        return True

    def _case(self, statement: tree.Case, frame: Frame) -> None:
        subject = Cell(None, None)
        self._assign(subject, statement.subject, frame)
        for value, guarded in statement.branches:
            if value is not None:
                other = Cell(None, None)
                self._assign(other, value, frame)
                if subject.value is None or other.value is None or subject.value != other.value:
                    continue
            self._statements(guarded, Frame(frame))
            break

    def _raise(self, statement: tree.Raise, frame: Frame) -> None:
        if statement.name is None:
            if not self._handled:
                raise NotSupported("RAISE alone outside an exception handler")
            raise self._handled[-1]
        declared = frame.find(statement.name)
        if not isinstance(declared, tree.ExceptionDeclaration):
            raise NotSupported(f"RAISE {statement.name}, which is no declared exception")
        raise SnowflakeError(declared.number, "P0001", declared.message, declared.name, declared)

    # ---- statements of SQL

    def _sql(self, statement: tree.Sql, frame: Frame) -> None:
        rows = self._run(statement.statement, frame)
        if statement.statement.tokens[0].upper not in ("SELECT", "WITH"):
            self._remember_count(rows.count, frame)
        if not statement.into:
            return
        if len(rows.rows) > 1:
            message = f"A SELECT INTO statement expects exactly 1 returned row, but got {len(rows.rows)}."
            raise SnowflakeError(2140, "P0001", message)
        if len(rows.columns) != len(statement.into):
            raise SnowflakeError(
                2141, "42601", f"SELECT INTO has {len(statement.into)} variables for {len(rows.columns)} columns."
            )
        cells = [self._cell(name, frame) for name in statement.into]
        if not rows.rows:
            if any(cell.value is not None for cell in cells):
                raise NotSupported("SELECT INTO without a row into a variable that has a value; set it to NULL before")
            return
        for cell, column, value in zip(cells, rows.columns, rows.rows[0], strict=True):
            self._set(cell, _plain(value), _type_of(column.type))

    def _remember_count(self, count: int, frame: Frame) -> None:
        for name, data_type, value in (
            ("SQLROWCOUNT", _NUMBER, count),
            ("SQLFOUND", _BOOLEAN, count > 0),
            ("SQLNOTFOUND", _BOOLEAN, count == 0),
        ):
            cell = self._cell(name, frame)
            cell.type, cell.value = data_type, value

    def _run(self, fragment: Fragment, frame: Frame) -> Rows:
        compiled = self._compile(fragment, frame, is_expression=False)
        types, values = self._parameters(compiled, frame)
        return self._session.run(compiled.text, types, values)

    def _rows(self, query: Statement, frame: Frame) -> Rows:
        """The rows of what a result set gets."""
        if isinstance(query, tree.Sql):
            return self._run(query.statement, frame)
        if isinstance(query, tree.Call):
            value = self._call(query, frame)
            if not isinstance(value, Rows):
                raise NotSupported("a result set of a procedure that returns no table")
            return value
        assert isinstance(query, tree.ExecuteImmediate)
        return self.execute_immediate(query, frame)

    def execute_immediate(self, statement: tree.ExecuteImmediate, frame: Frame) -> Rows:
        """Runs a text: a block of its own, which sees no variable, or one statement."""
        texts = statement.text.tokens
        if len(texts) != 1 and [token.upper for token in texts[:-1]] != [":"]:
            raise NotSupported("EXECUTE IMMEDIATE of an expression; assign it to a variable")
        text = str(self._value(statement.text, frame, _TEXT))
        values = [self._cell(name, frame) for name in statement.using]
        parser = Parser(text)
        if parser.token.upper == "DECLARE" or (
            parser.token.upper == "BEGIN" and parser.peek().upper not in ("TRANSACTION", "WORK", ";")
        ):
            if values:
                raise NotSupported("EXECUTE IMMEDIATE of a block USING variables")
            value = self.anonymous(parse_body(text))
            return value if isinstance(value, Rows) else _single("anonymous block", value)
        return self._session.execute_cells(text, values)

    # ---- calls

    def _call(self, statement: tree.Call, frame: Frame) -> Any:
        given = [(argument.name, self._argument(argument.value, frame)) for argument in statement.arguments]
        value = self._session.call(statement.procedure, given)
        if statement.into is not None:
            if isinstance(value, Rows):
                raise NotSupported("CALL ... INTO of a procedure that returns a table")
            self._set(self._cell(statement.into, frame), value.value, value.type)
        return value if isinstance(value, Rows) else value.value

    def _argument(self, fragment: Fragment, frame: Frame) -> Cell:
        value, data_type = self._evaluate(fragment, frame)
        return Cell(data_type, value)

    def call_statement(self, statement: tree.Call, values: Sequence[Cell]) -> Any:
        """A CALL outside blocks, whose ? stand for the values."""
        frame = self.root()
        for number, cell in enumerate(values, 1):
            frame.names[f"_{number}"] = cell
        return self._call(statement, frame)

    # ---- names

    def _cell(self, name: str, frame: Frame) -> Cell:
        found = frame.find(name)
        if not isinstance(found, Cell):
            raise NotSupported(f"the variable {name}, which is not declared")
        return found

    def _result(self, name: str, frame: Frame) -> Rows:
        found = frame.find(name)
        if isinstance(found, tree.Cursor):
            return self._run(found.query, frame)
        if not isinstance(found, Result):
            raise NotSupported(f"{name}, which is neither a result set nor a cursor")
        if found.rows is None:
            raise NotSupported(f"the result set {name}, which has got no query yet")
        return found.rows

    def _parameters(self, compiled: Compiled, frame: Frame) -> tuple[dict[str, Type | None], dict[str, Any]]:
        types: dict[str, Type | None] = {}
        values: dict[str, Any] = {}
        for parameter, (name, column) in compiled.variables.items():
            cell = self._field(name, column, frame)
            types[parameter], values[parameter] = cell.type, cell.value
        return types, values

    def _field(self, name: str, column: str | None, frame: Frame) -> Cell:
        if column is None:
            return self._cell(name, frame)
        row = frame.find(name)
        assert isinstance(row, Row)
        if column not in row.cells:
            raise NotSupported(f"{name}.{column}: the row has no such column")
        return row.cells[column]

    # ---- expressions

    def _assign(self, cell: Cell, fragment: Fragment, frame: Frame) -> None:
        value, data_type = self._evaluate(fragment, frame)
        try:
            self._set(cell, value, data_type)
        except SnowflakeError as error:
            error.kind = "EXPRESSION_ERROR"
            raise

    def _set(self, cell: Cell, value: Any, data_type: Type | None) -> None:
        if cell.type is None:
            cell.type, cell.value = data_type, value
        else:
            cell.value = self._converted(value, data_type, cell.type)

    def _converted(self, value: Any, source: Type | None, target: Type) -> Any:
        """A value of one type as one of another."""
        if value is None:
            return None
        name = duckdb_type(target)
        is_semi_structured = _is_semi_structured(source)
        if name == "JSON":
            text = ":V" if is_semi_structured else "TO_VARIANT(:V)"
        else:
            if not is_semi_structured and type(value) is _PYTHON_TYPES.get(name):
                return value
            if name == "TIMESTAMPTZ" and isinstance(value, datetime) and value.tzinfo is not None:
                return value
            text = f"CAST(:V AS {_declared(target)})"
        return _plain(self._session.evaluate(text, {"V": source}, {"V": value}).rows[0][0])

    def _value(self, fragment: Fragment, frame: Frame, data_type: Type | None = None) -> Any:
        value, source = self._evaluate(fragment, frame)
        return value if data_type is None else self._converted(value, source, data_type)

    def _is_true(self, fragment: Fragment, frame: Frame) -> bool:
        value = self._value(fragment, frame)
        if value is not None and not isinstance(value, bool):
            raise NotSupported(f"a condition that is no BOOLEAN: {fragment.text}", fragment.place.line)
        return bool(value)

    def _evaluate(self, fragment: Fragment, frame: Frame) -> tuple[Any, Type | None]:
        compiled = self._compile(fragment, frame, is_expression=True)
        if compiled.only is not None:
            cell = self._field(*compiled.only, frame)
            return cell.value, cell.type
        types, values = self._parameters(compiled, frame)
        if compiled.simple is not None and not any(map(_is_semi_structured, types.values())):
            try:
                value = compiled.simple(values | self._session.context())
            except simple.NotSimple:
                pass
            else:
                return value, type_of_value(value)
        try:
            if compiled.reads_tables:
                rows = self._session.run(f"SELECT {compiled.text}", types, values)
            else:
                rows = self._session.evaluate(compiled.text, types, values)
        except SnowflakeError as error:
            error.kind = "EXPRESSION_ERROR"
            raise
        return _plain(rows.rows[0][0]), _type_of(rows.columns[0].type)

    def _compile(self, fragment: Fragment, frame: Frame, *, is_expression: bool) -> Compiled:
        found = self._compiled.get(fragment)
        if found is None:
            found = _compile(fragment, frame, is_expression)
            self._compiled[fragment] = found
        return found


# ---- variables in texts


def _compile(fragment: Fragment, frame: Frame, is_expression: bool) -> Compiled:
    taken = fragment.tokens
    pieces: list[str] = []
    at = fragment.base
    variables: dict[str, tuple[str, str | None]] = {}
    queries: list[int] = []
    depth = 0
    number = 0
    while number < len(taken):
        token = taken[number]
        depth += (token.upper == "(") - (token.upper == ")")
        if queries and depth < queries[-1]:
            queries.pop()
        if token.upper in ("SELECT", "WITH"):
            queries.append(depth)
        found = _variable(taken, number, frame, is_expression and not queries)
        if found is None:
            number += 1
            continue
        length, name, column = found
        parameter = name if column is None else f"{name}__{column}"
        variables[parameter] = (name, column)
        pieces += [fragment.text[at - fragment.base : token.start - fragment.base], f":{parameter}"]
        number += length
        at = taken[number - 1].end
    pieces.append(fragment.text[at - fragment.base :])
    text = "".join(pieces)
    is_only = len(variables) == 1 and text == f":{next(iter(variables))}"
    reads = any(token.upper == "SELECT" for token in taken)
    return Compiled(
        text,
        variables,
        reads,
        next(iter(variables.values())) if is_only and is_expression else None,
        simple.compiled(text) if is_expression and not reads else None,
    )


def _variable(
    taken: Sequence[Token], number: int, frame: Frame, takes_names: bool
) -> tuple[int, str, str | None] | None:
    """A variable that begins with a token: how many tokens it has, its name, and its field."""
    token = taken[number]
    following = taken[number + 1] if number + 1 < len(taken) else None
    if token.upper == ":":
        before = taken[number - 1] if number else None
        is_path = token.glued and before is not None and (before.kind in ("word", "quoted") or before.upper in ")]")
        if is_path and before is not None and before.upper not in _BEFORE_VALUES:
            return None
        if following is None or following.kind not in ("word", "quoted"):
            raise NotSupported(f"what follows the colon: {following.text if following else 'nothing'}", token.line)
        after = taken[number + 2] if number + 2 < len(taken) else None
        name = following.name
        if after is not None and after.upper == "." and after.glued:
            raise NotSupported(
                f":{following.text}.{taken[number + 3].text}: assign the field to a variable", token.line
            )
        if not isinstance(frame.find(name), Cell):
            raise NotSupported(f"the variable :{following.text}, which is not declared", token.line)
        return 2, name, None
    if not takes_names or token.kind not in ("word", "quoted"):
        return None
    before = taken[number - 1] if number else None
    if before is not None and (before.upper in (".", "::") or (before.upper == ":" and before.glued)):
        return None
    if following is not None and following.upper in ("(", "=>"):
        return None
    named = frame.find(token.name)
    if isinstance(named, Cell):
        return 1, token.name, None
    if isinstance(named, Row):
        if following is None or following.upper != ".":
            raise NotSupported(f"the row {token.text} without a column", token.line)
        return 3, token.name, taken[number + 2].name
    return None


#: Words behind which a glued colon is a variable's.
_BEFORE_VALUES = {"SELECT", "AND", "OR", "NOT", "WHEN", "THEN", "ELSE", "IN", "LIKE", "BETWEEN", "RETURN", "LIMIT"}


# ---- values and types


def _is_semi_structured(data_type: Type | None) -> bool:
    return data_type is not None and duckdb_type(data_type) == "JSON"


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal) and value == value.to_integral_value() and value.as_tuple().exponent == 0:
        return int(value)
    return value


def _type_of(name: str) -> Type | None:
    """Snowflake's type for DuckDB's name of one."""
    if name in ("BIGINT", "INTEGER", "HUGEINT", "SMALLINT", "TINYINT", "UBIGINT", "UINTEGER", "UHUGEINT"):
        return _NUMBER
    if name.startswith("DECIMAL"):
        width, scale = name[8:-1].split(",")
        return Type("NUMBER", (int(width), int(scale)))
    known = {
        "VARCHAR": "VARCHAR",
        "BOOLEAN": "BOOLEAN",
        "DOUBLE": "FLOAT",
        "FLOAT": "FLOAT",
        "DATE": "DATE",
        "TIMESTAMP": "TIMESTAMP_NTZ",
        "TIMESTAMP WITH TIME ZONE": "TIMESTAMP_TZ",
        "JSON": "VARIANT",
    }
    if name in known:
        return Type(known[name])
    if "NULL" in name or name == "UNKNOWN":
        return None
    raise NotSupported(f"DuckDB's type {name}")


def type_of_value(value: Any) -> Type | None:
    """The type of a client's value."""
    if isinstance(value, bool):
        return _BOOLEAN
    if isinstance(value, int):
        return _NUMBER
    if isinstance(value, datetime):
        return Type("TIMESTAMP_NTZ" if value.tzinfo is None else "TIMESTAMP_TZ")
    if isinstance(value, date):
        return Type("DATE")
    if isinstance(value, float):
        return Type("FLOAT")
    return _TEXT if isinstance(value, str) else None


def _declared(data_type: Type) -> str:
    arguments = f"({', '.join(map(str, data_type.arguments))})" if data_type.arguments else ""
    return f"{data_type.name}{arguments}"


def _as_declared(procedure: tree.Procedure, rows: Rows) -> Rows:
    assert procedure.columns is not None
    found = [(column.name, _family(_type_of(column.type))) for column in rows.columns]
    declared = [(name, _family(data_type)) for name, data_type in procedure.columns]
    fits = len(found) == len(declared) and all(
        name == other and family in (None, of_other)
        for (name, family), (other, of_other) in zip(found, declared, strict=True)
    )
    if procedure.columns and not fits:
        raise NotSupported(f"the columns {_listed(found)} for RETURNS TABLE ({_listed(declared)})")
    return rows


def _family(data_type: Type | None) -> str | None:
    """What a result's column has in common with the one that RETURNS TABLE declares."""
    if data_type is None:
        return None
    return {"ARRAY": "VARIANT", "OBJECT": "VARIANT", "TIMESTAMP_LTZ": "TIMESTAMP_TZ"}.get(
        canonical(data_type), canonical(data_type)
    )


def _listed(columns: Sequence[tuple[str, str | None]]) -> str:
    return ", ".join(f"{name} {family or 'NULL'}" for name, family in columns)


def _single(name: str, value: Any) -> Rows:
    return Rows((Column(name, "VARCHAR"),), [(value,)], 1)


@contextmanager
def _at(place: tree.Place) -> Iterator[None]:
    """Errors of a declaration are at its place."""
    try:
        yield
    except SnowflakeError as error:
        if error.place is None:
            error.place = (place.line, place.position)
        raise
