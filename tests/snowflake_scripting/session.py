"""An account, which keeps the procedures and the data, and its sessions, which run statements."""

from __future__ import annotations

import itertools
import re
import threading
from collections.abc import MutableMapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any
from weakref import WeakKeyDictionary

from . import administration, tables, tree
from .catalogue import ADMIN, Catalogue, Entry, Name, unseen
from .engine import Column, Engine, Rows, Translated, canonical, define_function, fill, run, run_ddl, use
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
_NO_OBJECT = "Object does not exist, or operation cannot be performed."
_Key = tuple[str, str, str]


class Account:
    """What the sessions share."""

    def __init__(self) -> None:
        self.engine = Engine()
        self.locks = Locks()
        self.procedures: dict[_Key, dict[tuple[str, ...], Procedure]] = {}
        self.catalogue = Catalogue()
        self.users: dict[str, set[str]] = {}
        self.compiled: MutableMapping[Fragment, Compiled] = WeakKeyDictionary()
        self._numbers = itertools.count(1)

    @property
    def deadlocks(self) -> set[tuple[str, str]]:
        """Pairs of tables that transactions locked in both orders."""
        return self.locks.deadlocks

    def connect(
        self,
        user: str = "OWNER",
        database: str = "DB",
        schema: str = "PUBLIC",
        *,
        role: str | None = None,
        autocommit: bool = True,
        creates: bool = True,
    ) -> Session:
        """A new session; `creates` makes what its schema needs, else it is in PUBLIC where there is none."""
        database, schema = database.upper(), schema.upper()
        if creates:
            self.create_schema(database, schema, ADMIN)
        elif self.catalogue.find("SCHEMA", (database, schema)) is None:
            is_known = self.catalogue.find("DATABASE", (database,)) is not None
            database, schema = (database if is_known else "DB"), "PUBLIC"
            self.create_schema(database, schema, ADMIN)
        session = Session(self, next(self._numbers), user, database, schema, autocommit)
        if role is not None:
            session.use_role(role)
        return session

    def has_role(self, user: str, role: str) -> bool:
        """Whether a user has a role, directly or by another; ACCOUNTADMIN everybody has."""
        granted = self.users.get(user, set())
        return role == ADMIN or role in set().union(*(self.catalogue.closure(one) for one in granted))

    def create_schema(self, database: str, schema: str, owner: str, comment: str = "") -> None:
        """Makes a schema that is not there, and its database with the schema PUBLIC if it has to."""
        for kind, name in (
            ("DATABASE", (database,)),
            ("SCHEMA", (database, "PUBLIC")),
            ("SCHEMA", (database, schema)),
        ):
            if self.catalogue.find(kind, name) is None:
                if kind == "SCHEMA":
                    self.engine.create_schema(*name)
                self.catalogue.add(Entry(kind, name, owner, comment=comment if name[-1] == schema else ""))

    def drop(self, kind: str, name: Name) -> None:
        """Drops a schema, or a database with all of its schemas."""
        for entry in self.catalogue.entries():
            if entry.kind == "SCHEMA" and entry.name[: len(name)] == name:
                self.engine.drop_schema(*entry.name)
        for key in [key for key in self.procedures if key[: len(name)] == name]:
            del self.procedures[key]
        self.catalogue.remove(kind, name)


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
        self.role = ADMIN
        self._owners: list[str] = []
        self._allowed: set[tuple[int, str, str]] = set()
        self._variables: dict[str, str] = {}
        self.autocommit = autocommit
        self.lock_timeout = LOCK_TIMEOUT
        self._connection = account.engine.connect(database, schema)
        self.duck = self._connection._duck_conn
        self._calculator = account.engine.connect(database, schema)
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
        # Who leaves while a statement of his runs leaves the connections to it.
        if self._busy.acquire(blocking=False):
            for connection in (self._connection, self._calculator):
                self.account.engine.disconnect(connection)

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
        text = _numbered(self._with_variables(text), len(values))
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
            self._create(_procedure(text))
        elif word == "CREATE" and "FUNCTION" in {parser.peek(ahead).upper for ahead in (1, 3)}:
            self._create_function(parser.function())
        elif word == "DROP" and following in ("PROCEDURE", "FUNCTION"):
            self._drop(parser)
        elif administration.knows(word, following):
            self._commit_before_ddl()
            return _one("status", administration.run(self, parser))
        elif word == "SET":
            self._set(parser)
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

    def _set(self, parser: Parser) -> None:
        parser.expect("SET")
        name = parser.name()
        parser.expect("=")
        self._variables[name] = parser.string()

    def _with_variables(self, text: str) -> str:
        """IDENTIFIER($name) becomes what the variable says; nowhere else is one known."""
        if "$" not in text or "$$" in text:
            return text

        def value(found: re.Match[str]) -> str:
            name = found[1].upper()
            if name not in self._variables:
                raise SnowflakeError(1500, "02000", f"SQL compilation error: Session variable '${name}' does not exist")
            return self._variables[name]

        return re.sub(r"\bIDENTIFIER\(\$(\w+)\)", value, text, flags=re.IGNORECASE)

    def _use_statement(self, parser: Parser) -> None:
        parser.expect("USE")
        kind = parser.take().upper
        names = parser.qualified_name()
        if kind in ("SCHEMA", "DATABASE"):
            name = self.full_name(names, kind)
            entries = [self.account.catalogue.find("DATABASE", name[:1]), self.account.catalogue.find(kind, name)]
            if any(e is None or not self.account.catalogue.may(self.role_in_force, e) for e in entries):
                raise SnowflakeError(2043, "02000", _NO_OBJECT)
            self.use(name[0], name[1] if kind == "SCHEMA" else "PUBLIC")
        elif kind == "ROLE":
            self.use_role(names[0])
        elif kind != "WAREHOUSE":
            raise NotSupported(f"USE {kind}")

    def use_role(self, role: str) -> None:
        """Takes a role that the user has."""
        name = role.upper()
        if not self.account.has_role(self.user, name):
            raise SnowflakeError(2043, "02000", _NO_OBJECT)
        self.role = name

    @property
    def role_in_force(self) -> str:
        """The session's role, or within a procedure with its owner's rights the owner."""
        return self._owners[-1] if self._owners else self.role

    def full_name(self, names: Name, kind: str = "TABLE") -> Name:
        """All parts of a name."""
        return administration.full_name(names, kind, self.database, self.schema)

    def use(self, database: str, schema: str) -> None:
        """Changes the current schema."""
        for connection in (self._connection, self._calculator):
            use(connection, database, schema)

    # ---- statements of SQL, a client's or a procedure's

    def run(self, text: str, types: dict[str, Type | None], values: dict[str, Any]) -> Rows:
        """Runs a statement in the transaction that is open, or in one of its own."""
        translated = self.account.engine.translate(self._connection, text, types)
        if translated.kind == "ddl":
            return self._run_ddl(text, translated)
        self._require(text, translated)
        self._inform(self.duck, translated)
        transaction = self._current()
        if transaction is None and not self.autocommit and translated.kind == "dml":
            transaction = self._scopes[-1].transaction = Transaction(self)
        if transaction is not None:
            return transaction.run(translated, lambda: self._values(values))
        single = Transaction(self)
        try:
            rows = single.run(translated, lambda: self._values(values))
            single.commit()
        except BaseException:
            single.rollback()
            raise
        return rows

    def _require(self, text: str, translated: Translated) -> None:
        """Refuses what the role in force may not do."""
        key = self.account.catalogue.version, self.role_in_force, text
        if key not in self._allowed:
            for name, privilege in translated.needs:
                self.account.catalogue.require(self.role_in_force, "TABLE", name, privilege)
            self._allowed.add(key)

    def _inform(self, duck: Any, translated: Translated) -> None:
        for view in translated.information:
            fill(
                duck,
                view,
                self.account.catalogue.information_schema(view, self.database, self.role_in_force),
            )

    def _run_ddl(self, text: str, translated: Translated) -> Rows:
        self._commit_before_ddl()
        tables.require(self, translated)
        if tables.is_there(self, translated):
            return _one("status", f"{translated.table} already exists, statement succeeded.")
        lock = Transaction(self)
        self.account.locks.acquire(lock, translated.table, self.lock_timeout)
        try:
            run_ddl(self._connection, text)
        finally:
            self.account.locks.release(lock)
        tables.record(self, translated, text)
        return _one("status", "Statement executed successfully.")

    def evaluate(self, text: str, types: dict[str, Type | None], values: dict[str, Any]) -> Rows:
        """The value of an expression without a query: beside the transaction, which its failure leaves alone."""
        translated = self.account.engine.translate(self._calculator, f"SELECT {text}", types)
        self._require(text, translated)
        self._inform(self._calculator._duck_conn, translated)
        return run(self._calculator._duck_conn, translated, self._values(values))

    def _values(self, values: dict[str, Any]) -> dict[str, Any]:
        """Those of a statement's parameters, and what the session and the moment add."""
        moment = now()
        return {
            **values,
            **self.context(),
            "_NOW": moment,
            "_UTC": moment.astimezone(UTC).replace(tzinfo=None),
        }

    def context(self) -> dict[str, str | None]:
        """Who asks, and in which transaction, by the names of simple.CONTEXT."""
        transaction = self._current()
        return {
            "_USER": self.user,
            "_ROLE": self.role_in_force,
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
        name = self._key(procedure.name)
        signature = tuple(canonical(parameter.type) for parameter in procedure.parameters)
        known = self.account.procedures.setdefault(name, {})
        if signature in known and not procedure.or_replace:
            raise SnowflakeError(2002, "42710", f"Object '{procedure.name[-1]}' already exists.")
        self._may_create("PROCEDURE", name, signature)
        if procedure.columns is None:
            assert procedure.returns is not None
            returns = canonical(procedure.returns)
        else:
            returns = f"TABLE ({', '.join(f'{column} {canonical(kind)}' for column, kind in procedure.columns)})"
        entry = Entry(
            "PROCEDURE",
            name,
            self.role_in_force,
            signature,
            _shown(procedure.parameters),
            returns,
            procedure.source,
        )
        self.account.catalogue.add(entry, copy_grants=procedure.copies_grants)
        self.account.procedures[name] = {**known, signature: procedure}

    def _may_create(self, kind: str, name: Name, signature: tuple[str, ...]) -> None:
        if self.account.catalogue.find(kind, name, signature) is None:
            self.account.catalogue.require(self.role_in_force, "SCHEMA", name[:2], f"CREATE {kind}")
        else:
            self.account.catalogue.require_ownership(self.role_in_force, kind, name, signature)

    def _create_function(self, function: Function) -> None:
        self._commit_before_ddl()
        name = self._key(function.name)
        signature = tuple(canonical(parameter.type) for parameter in function.parameters)
        self._may_create("FUNCTION", name, signature)
        parameters = [(parameter.name, parameter.type) for parameter in function.parameters]
        if any(parameter.default is not None for parameter in function.parameters):
            raise NotSupported("a default of a function's argument")
        define_function(self._connection, ".".join(name), parameters, function.body)
        shown = _shown(function.parameters)
        returns = canonical(function.returns)
        self.account.catalogue.add(
            Entry("FUNCTION", name, self.role_in_force, signature, shown, returns, function.body)
        )

    def _drop(self, parser: Parser) -> None:
        self._commit_before_ddl()
        parser.expect("DROP")
        kind = parser.take().upper
        may_be_missing = parser.found("IF", "EXISTS")
        names, types = parser.signature()
        name, signature = self._key(names), tuple(map(canonical, types))
        if self.account.catalogue.find(kind, name, signature) is None:
            if not may_be_missing:
                raise unseen(kind, name)
            return
        self.account.catalogue.require_ownership(self.role_in_force, kind, name, signature)
        self.account.catalogue.remove(kind, name, signature)
        if kind == "PROCEDURE":
            del self.account.procedures[name][signature]
        else:
            self.duck.execute(f"DROP MACRO {'.'.join(name)}")

    def call(self, name: tuple[str, ...], given: Sequence[tuple[str | None, Cell]]) -> Any:
        """What a procedure returns; a transaction that it begins has to end in it."""
        database, schema, _ = self._key(name)
        procedure, arguments = self._matching(name, given)
        signature = tuple(canonical(parameter.type) for parameter in procedure.parameters)
        entry = self.account.catalogue.find("PROCEDURE", self._key(name), signature)
        assert entry is not None
        enclosing = self._current()
        is_clients = len(self._scopes) == 1
        can_be_undone = is_clients and enclosing is not None and enclosing.begin_call()
        scope = _Scope()
        self._scopes.append(scope)
        outside = self.database, self.schema
        try:
            if procedure.is_owner:
                self.use(database, schema)
                self._owners.append(entry.owner)
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
            if procedure.is_owner:
                self._owners.pop()
            self.use(*outside)
        if can_be_undone and enclosing is not None:
            enclosing.end_call(is_undone=False)
        return value

    def _matching(
        self, name: tuple[str, ...], given: Sequence[tuple[str | None, Cell]]
    ) -> tuple[Procedure, dict[str, Cell]]:
        found = []
        for signature, procedure in self.account.procedures.get(self._key(name), {}).items():
            arguments = _bound(procedure, given)
            if arguments is not None and self._may_call(self._key(name), signature):
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

    def _may_call(self, name: Name, signature: tuple[str, ...]) -> bool:
        """Whether the role in force sees the procedure, and its schema and database."""
        seen = [("DATABASE", name[:1], ()), ("SCHEMA", name[:2], ()), ("PROCEDURE", name, signature)]
        entries = [self.account.catalogue.find(*item) for item in seen]
        return all(e is not None and self.account.catalogue.may(self.role_in_force, e, "USAGE") for e in entries)


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


def _shown(parameters: Sequence[tree.Parameter]) -> str:
    """The arguments as INFORMATION_SCHEMA shows them."""
    return f"({', '.join(f'{parameter.name} {canonical(parameter.type)}' for parameter in parameters)})"


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


@lru_cache(maxsize=512)
def _procedure(text: str) -> Procedure:
    """A procedure; the same text is installed in many databases."""
    return Parser(text).procedure()


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
