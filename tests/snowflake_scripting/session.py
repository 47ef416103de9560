"""An account, which keeps the procedures and the data, and its sessions, which run statements."""

from __future__ import annotations

import itertools
import threading
from collections.abc import MutableMapping, Sequence
from datetime import UTC, datetime
from typing import Any
from weakref import WeakKeyDictionary

from . import tree
from .engine import Column, Engine, Rows, canonical, define_function, run, run_ddl
from .errors import NotSupported, SnowflakeError
from .interpreter import Cell, Compiled, Interpreter, type_of_value
from .lexer import tokens
from .parser import Parser, parse_body
from .transactions import LOCK_TIMEOUT, Locks, Transaction, now
from .tree import Fragment, Function, Procedure, Type

_OTHER_SCOPE = "Modifying a transaction that has started at a different scope is not allowed."
_INCOMPLETE = (
    "Stored procedure execution error: Scoped transaction started in stored procedure is incomplete and it was rolled"
    " back."
)
_Key = tuple[str, str, str]


class Account:
    """What the sessions share."""

    def __init__(self) -> None:
        self.engine = Engine()
        self.locks = Locks()
        self.procedures: dict[_Key, dict[tuple[str, ...], Procedure]] = {}
        self.compiled: MutableMapping[Fragment, Compiled] = WeakKeyDictionary()
        self._numbers = itertools.count(1)

    @property
    def deadlocks(self) -> set[tuple[str, str]]:
        """Pairs of tables that transactions locked in both orders."""
        return self.locks.deadlocks

    def connect(
        self, user: str = "OWNER", database: str = "DB", schema: str = "PUBLIC", *, autocommit: bool = True
    ) -> Session:
        """A new session."""
        return Session(self, next(self._numbers), user, database.upper(), schema.upper(), autocommit)


class _Scope:
    """The session itself, or a procedure that runs in it: a transaction begins and ends in one scope."""

    def __init__(self) -> None:
        self.transaction: Transaction | None = None


class Session:
    """A session: one statement at a time."""

    def __init__(self, account: Account, number: int, user: str, database: str, schema: str, autocommit: bool) -> None:
        self.account = account
        self.number = number
        self.user = user
        self.role = user
        self.autocommit = autocommit
        self.lock_timeout = LOCK_TIMEOUT
        self._connection = account.engine.connect(database, schema)
        self.duck = self._connection._duck_conn
        self._calculator = account.engine.connect(database, schema)
        self._calculator._duck_conn.execute("PRAGMA disable_optimizer")
        self._scopes = [_Scope()]
        self._interpreter = Interpreter(self, account.compiled)
        self._busy = threading.Lock()

    @property
    def database(self) -> str:
        """The current database."""
        return str(self._connection.database)

    @property
    def schema(self) -> str:
        """The current schema."""
        return str(self._connection.schema)

    def close(self) -> None:
        """Ends the session; a transaction that is open is rolled back."""
        for transaction in self.transactions():
            transaction.rollback()
        self._connection.close()
        self._calculator.close()

    # ---- statements of a client

    def execute(self, text: str, values: Sequence[Any] = ()) -> Rows:
        """Runs one statement, whose ? stand for the values."""
        with self._busy:
            return self.execute_cells(text, [Cell(type_of_value(value), value) for value in values])

    def script(self, text: str) -> None:
        """Runs the statements of a script, which end in semicolons."""
        for statement in statements(text):
            self.execute(statement)

    def execute_cells(self, text: str, values: Sequence[Cell]) -> Rows:
        """Runs one statement with typed values."""
        text = _numbered(text, len(values))
        parser = Parser(text)
        word, following = parser.token.upper, parser.peek().upper
        transaction = parser.transaction()
        if transaction is not None:
            self.transaction_statement(transaction.action)
        elif word == "CALL":
            call = parser.call()
            return self._of_call(call, self._interpreter.call_statement(call, values))
        elif word in ("DECLARE", "BEGIN"):
            value = self._interpreter.anonymous(parse_body(text))
            return value if isinstance(value, Rows) else _one("anonymous block", value)
        elif word == "EXECUTE":
            return self._interpreter.execute_immediate(parser.execute_immediate(), self._interpreter.root())
        elif word == "CREATE" and "PROCEDURE" in {parser.peek(ahead).upper for ahead in (1, 2, 3, 4)}:
            self._create(parser.procedure())
        elif word == "CREATE" and "FUNCTION" in {parser.peek(ahead).upper for ahead in (1, 3)}:
            self._create_function(parser.function())
        elif word == "DROP" and following == "PROCEDURE":
            self._drop(parser)
        elif word == "ALTER" and following == "SESSION":
            self._alter_session(parser)
        elif word == "USE":
            self._use_statement(parser)
        else:
            names = [f"_{number}" for number in range(1, len(values) + 1)]
            types = {name: cell.type for name, cell in zip(names, values, strict=True)}
            plain = {name: cell.value for name, cell in zip(names, values, strict=True)}
            return self.run(text.rstrip().rstrip(";"), types, plain)
        return _one("status", "Statement executed successfully.")

    def _of_call(self, call: tree.Call, value: Any) -> Rows:
        return value if isinstance(value, Rows) else _one(call.procedure[-1], value)

    def _alter_session(self, parser: Parser) -> None:
        parser.expect("ALTER", "SESSION", "SET")
        name = parser.name()
        parser.expect("=")
        value = parser.take().text
        if name == "LOCK_TIMEOUT":
            self.lock_timeout = float(value)
        elif name == "AUTOCOMMIT":
            if len(self._scopes) > 1:
                raise NotSupported("AUTOCOMMIT in a procedure")
            self._commit_before_ddl()
            self.autocommit = value.upper() == "TRUE"
        elif name != "TIMEZONE" or value.strip("'").upper() not in ("UTC", "ETC/UTC"):
            raise NotSupported(f"ALTER SESSION SET {name} = {value}")

    def _use_statement(self, parser: Parser) -> None:
        parser.expect("USE")
        kind = parser.take().upper
        names = parser.qualified_name()
        if kind == "SCHEMA":
            self._use(names[0] if len(names) == 2 else self.database, names[-1])
        elif kind == "ROLE":
            self.role = names[0]
        elif kind != "WAREHOUSE":
            raise NotSupported(f"USE {kind}")

    def _use(self, database: str, schema: str) -> None:
        if (database, schema) != (self.database, self.schema):
            for connection in (self._connection, self._calculator):
                connection._duck_conn.execute(f"SET schema = '{database}.{schema}'")
                connection.database, connection._schema = database, schema
                connection.database_set = connection.schema_set = True

    # ---- statements of SQL, a client's or a procedure's

    def run(self, text: str, types: dict[str, Type | None], values: dict[str, Any]) -> Rows:
        """Runs a statement in the transaction that is open, or in one of its own."""
        translated = self.account.engine.translate(self._connection, text, types)
        if translated.kind == "ddl":
            return self._run_ddl(text, translated.table)
        transaction = self._current()
        if transaction is None and not self.autocommit and translated.kind == "dml":
            transaction = self._scopes[-1].transaction = Transaction(self)
        if transaction is not None:
            return transaction.run(translated, lambda: self._context(values))
        single = Transaction(self)
        try:
            rows = single.run(translated, lambda: self._context(values))
            single.commit()
        except BaseException:
            single.rollback()
            raise
        return rows

    def _run_ddl(self, text: str, table: str) -> Rows:
        self._commit_before_ddl()
        lock = Transaction(self)
        self.account.locks.acquire(lock, table, self.lock_timeout)
        try:
            run_ddl(self._connection, text)
        finally:
            self.account.locks.release(lock)
        return _one("status", "Statement executed successfully.")

    def evaluate(self, text: str, types: dict[str, Type | None], values: dict[str, Any]) -> Rows:
        """The value of an expression without a query: beside the transaction, which its failure leaves alone."""
        translated = self.account.engine.translate(self._calculator, f"SELECT {text}", types)
        return run(self._calculator._duck_conn, translated, self._context(values))

    def _context(self, values: dict[str, Any]) -> dict[str, Any]:
        transaction = self._current()
        moment = now()
        return {
            **values,
            "_NOW": moment,
            "_UTC": moment.astimezone(UTC).replace(tzinfo=None),
            "_USER": self.user,
            "_ROLE": self.role,
            "_SESSION": str(self.number),
            "_TRANSACTION": None if transaction is None else str(transaction.number),
        }

    # ---- transactions

    def transactions(self) -> list[Transaction]:
        """The open ones, those of the enclosing scopes first."""
        return [scope.transaction for scope in self._scopes if scope.transaction is not None]

    def _current(self) -> Transaction | None:
        return next(reversed(self.transactions()), None)

    def transaction_statement(self, action: str) -> None:
        """BEGIN, COMMIT or ROLLBACK."""
        scope = self._scopes[-1]
        if action == "BEGIN":
            # It is ignored in a scope that has one.
            scope.transaction = scope.transaction or Transaction(self)
        elif scope.transaction is not None:
            transaction = scope.transaction
            if action == "COMMIT":
                transaction.commit()
            else:
                transaction.rollback()
            scope.transaction = None
        elif self._current() is not None:
            raise SnowflakeError(90102, "22000", _OTHER_SCOPE)

    def _commit_before_ddl(self) -> None:
        if self._scopes[-1].transaction is None and self._current() is not None:
            raise SnowflakeError(90102, "22000", _OTHER_SCOPE)
        self.transaction_statement("COMMIT")

    # ---- procedures

    def _key(self, name: tuple[str, ...]) -> _Key:
        database, schema, last = ((self.database, self.schema)[: 3 - len(name)] + name)[-3:]
        return database, schema, last

    def _create(self, procedure: Procedure) -> None:
        self._commit_before_ddl()
        signature = tuple(canonical(parameter.type) for parameter in procedure.parameters)
        known = self.account.procedures.setdefault(self._key(procedure.name), {})
        if signature in known and not procedure.or_replace:
            raise SnowflakeError(2002, "42710", f"Object '{procedure.name[-1]}' already exists.")
        self.account.procedures[self._key(procedure.name)] = {**known, signature: procedure}

    def _create_function(self, function: Function) -> None:
        self._commit_before_ddl()
        parameters = [(parameter.name, parameter.type) for parameter in function.parameters]
        if any(parameter.default is not None for parameter in function.parameters):
            raise NotSupported("a default of a function's argument")
        define_function(self._connection, ".".join(self._key(function.name)), parameters, function.body)

    def _drop(self, parser: Parser) -> None:
        self._commit_before_ddl()
        parser.expect("DROP", "PROCEDURE")
        may_be_missing = parser.found("IF", "EXISTS")
        name, types = parser.signature()
        known = self.account.procedures.get(self._key(name), {})
        if known.pop(tuple(map(canonical, types)), None) is None and not may_be_missing:
            raise SnowflakeError(2003, "02000", f"Procedure '{name[-1]}' does not exist or not authorized.")

    def call(self, name: tuple[str, ...], given: Sequence[tuple[str | None, Cell]]) -> Any:
        """What a procedure returns; a transaction that it begins has to end in it."""
        database, schema, _ = self._key(name)
        procedure, arguments = self._matching(name, given)
        enclosing = self._current()
        is_clients = len(self._scopes) == 1
        can_be_undone = is_clients and enclosing is not None and enclosing.begin_call()
        scope = _Scope()
        self._scopes.append(scope)
        outside = self.database, self.schema
        try:
            if procedure.is_owner:
                self._use(database, schema)
            value = self._interpreter.call(procedure, arguments)
            if scope.transaction is not None:
                raise SnowflakeError(90232, "22000", _INCOMPLETE)
        except BaseException:
            if scope.transaction is not None:
                scope.transaction.rollback()
            if enclosing is not None:
                if can_be_undone:
                    enclosing.end_call(is_undone=True)
                else:
                    enclosing.call_failed()
            raise
        finally:
            self._scopes.pop()
            self._use(*outside)
        if can_be_undone and enclosing is not None:
            enclosing.end_call(is_undone=False)
        return value

    def _matching(
        self, name: tuple[str, ...], given: Sequence[tuple[str | None, Cell]]
    ) -> tuple[Procedure, dict[str, Cell]]:
        found = []
        for procedure in self.account.procedures.get(self._key(name), {}).values():
            arguments = _bound(procedure, given)
            if arguments is not None:
                found.append((procedure, arguments))
        if not found:
            raise SnowflakeError(
                2140,
                "42601",
                f"SQL compilation error: Unknown user-defined function {'.'.join(name)}: no such arguments.",
            )
        if len(found) > 1:
            raise NotSupported(f"a CALL that fits {len(found)} procedures {name[-1]}")
        return found[0]


def _bound(procedure: Procedure, given: Sequence[tuple[str | None, Cell]]) -> dict[str, Cell] | None:
    """The arguments by parameter, or None if they do not fit."""
    names = [parameter.name for parameter in procedure.parameters]
    arguments: dict[str, Cell] = {}
    for number, (name, value) in enumerate(given):
        if name is None:
            if len(arguments) != number or number >= len(names):
                return None
            name = names[number]
        if name not in names or name in arguments:
            return None
        arguments[name] = value
    needed = {parameter.name for parameter in procedure.parameters if parameter.default is None}
    return arguments if needed <= set(arguments) else None


def statements(text: str) -> list[str]:
    """The statements of a script."""
    found: list[str] = []
    start: int | None = None
    parser = tokens(text)
    depth = 0
    for number, token in enumerate(parser):
        if token.kind == "end":
            break
        if start is None:
            start = token.start
            if token.upper in ("BEGIN", "DECLARE") and parser[number + 1].upper not in ("TRANSACTION", "WORK"):
                raise NotSupported("a block in a script; write EXECUTE IMMEDIATE $$ ... $$", token.line)
        depth += (token.upper == "(") - (token.upper == ")")
        if token.upper == ";" and depth == 0:
            if text[start : token.start].strip():
                found.append(text[start : token.start])
            start = None
    if start is not None and text[start:].strip():
        found.append(text[start:])
    return found


def _numbered(text: str, number: int) -> str:
    """Each ? becomes the name of its value."""
    if not number:
        return text
    marks = [token for token in tokens(text) if token.upper == "?"]
    if len(marks) != number:
        raise SnowflakeError(2049, "42601", f"SQL compilation error: {len(marks)} bind variables, {number} values.")
    pieces: list[str] = []
    at = 0
    for count, mark in enumerate(marks, 1):
        pieces += [text[at : mark.start], f" :_{count}"]
        at = mark.end
    return "".join([*pieces, text[at:]])


def _one(name: str, value: Any) -> Rows:
    """A result of one value."""
    types = ((bool, "BOOLEAN"), (int, "HUGEINT"), (float, "DOUBLE"), (datetime, "TIMESTAMP WITH TIME ZONE"))
    data_type = next((found for kind, found in types if isinstance(value, kind)), "VARCHAR")
    return Rows((Column(name, data_type),), [(value,)], 1)
