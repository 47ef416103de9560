"""SQL statements of Snowflake on DuckDB.

Each text is translated once, by fakesnow and what is added here, because translating takes longer than running.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import duckdb
import sqlglot
from duckdb.func import FunctionNullHandling
from fakesnow.conn import FakeSnowflakeConnection
from fakesnow.cursor import FakeSnowflakeCursor
from fakesnow.instance import FakeSnow
from sqlglot import exp
from sqlglot.errors import ErrorLevel, ParseError, UnsupportedError

from . import json_texts
from .catalogue import INFORMATION_SCHEMA, column_type
from .errors import NotSupported, SnowflakeError
from .simple import CONTEXT
from .tree import Type

_INTEGERS = {"INT", "INTEGER", "BIGINT", "SMALLINT", "TINYINT", "BYTEINT"}
_NUMBERS = {"NUMBER", "DECIMAL", "NUMERIC", "DEC"}
_FLOATS = {"FLOAT", "FLOAT4", "FLOAT8", "DOUBLE", "REAL"}
_TEXTS = {"VARCHAR", "STRING", "TEXT", "CHAR", "CHARACTER", "NVARCHAR"}
_SEMI_STRUCTURED = {"VARIANT", "ARRAY", "OBJECT"}

_DML = (exp.Insert, exp.Update, exp.Delete, exp.Merge)
#: The column of its result in which each statement of DML counts; MERGE counts all in one here.
_CHANGED = {
    "INSERT": "number of rows inserted",
    "UPDATE": "number of rows updated",
    "DELETE": "number of rows deleted",
    "MERGE": "number of rows inserted",
}
_DDL = {"TABLE", "VIEW", "SCHEMA", "SEQUENCE"}
#: The elements of Snowflake's date formats, in the order in which they are looked for.
_FORMATS = (
    ("YYYY", "%Y"), ("MM", "%m"), ("DD", "%d"), ("HH24", "%H"), ("MI", "%M"), ("SS", "%S"),
    ("FF6", "%f"), ("FF3", "%g"),
)  # fmt: skip
#: The one format in which texts are read as timestamps, YYYY-MM-DD HH24:MI:SS.FF6 TZHTZM, as sqlglot puts it.
_READ_FORMAT = "%Y-%m-%d %H:%M:%S.%f %z"
_DIVISION_BY_ZERO = "Division by zero"
#: What fakesnow's macros are too lax for, beside the functions of json_texts.py. FLATTEN: what is neither an array nor
#: an object has no elements, and OUTER gives it a row.
_MACROS = """
    CREATE TEMP MACRO _PARSE_JSON(t) AS _JSON(t)::JSON;
    CREATE TEMP MACRO _TRY_PARSE_JSON(t) AS TRY_CAST(_JSON_OR_NULL(t) AS JSON);
    CREATE TEMP MACRO _TYPEOF(j) AS _KIND(j::VARCHAR);
    CREATE TEMP MACRO _ARRAY_OR_EMPTY(j) AS coalesce(j, '[]'::JSON);
    CREATE TEMP MACRO _TEXT_OR_EMPTY(t) AS coalesce(t, '');
    CREATE TEMP MACRO _FLATTEN(input) AS TABLE
        SELECT
            NULL::UBIGINT AS SEQ,
            CASE WHEN e.fullkey[2] = '.' THEN e.key END AS KEY,
            e.fullkey[2:] AS PATH,
            CASE WHEN e.fullkey[2] = '[' THEN e.key::BIGINT END AS INDEX,
            e.value AS VALUE,
            e.json AS THIS
        FROM json_each(input) AS e
        WHERE e.fullkey <> '$';
    CREATE TEMP MACRO _FLATTEN_OUTER(input) AS TABLE
        SELECT * FROM _FLATTEN(input)
        UNION ALL
        SELECT NULL, NULL, NULL, NULL, NULL, to_json(input)
        WHERE json_type(to_json(input)) NOT IN ('ARRAY', 'OBJECT') IS NOT FALSE
            OR to_json(input)::VARCHAR IN ('[]', '{}');
"""


def canonical(data_type: Type) -> str:
    """The name under which a procedure's signature knows a type."""
    name = data_type.name
    if name in _INTEGERS | _NUMBERS:
        return "NUMBER"
    if name in _FLOATS:
        return "FLOAT"
    if name in _TEXTS:
        return "VARCHAR"
    return "TIMESTAMP_NTZ" if name in ("TIMESTAMP", "DATETIME") else name


def duckdb_type(data_type: Type) -> str:
    """DuckDB's name of a type."""
    name = data_type.name
    if name in _INTEGERS or (name in _NUMBERS and len(data_type.arguments) < 2) or data_type.arguments[1:] == (0,):
        return "HUGEINT"
    if name in _NUMBERS:
        return f"DECIMAL({data_type.arguments[0]}, {data_type.arguments[1]})"
    if name in _FLOATS:
        return "DOUBLE"
    if name in _TEXTS:
        return "VARCHAR"
    if name in _SEMI_STRUCTURED:
        return "JSON"
    known = {
        "BOOLEAN": "BOOLEAN",
        "DATE": "DATE",
        "TIMESTAMP": "TIMESTAMP",
        "DATETIME": "TIMESTAMP",
        "TIMESTAMP_NTZ": "TIMESTAMP",
        "TIMESTAMP_TZ": "TIMESTAMPTZ",
        "TIMESTAMP_LTZ": "TIMESTAMPTZ",
    }
    if name not in known:
        raise NotSupported(f"the type {name}")
    return known[name]


@dataclass(frozen=True)
class Translated:
    """A statement for DuckDB.

    Attributes:
        sql: its text; empty for a statement of DDL, which fakesnow runs itself.
        statement: the same, parsed.
        parameters: the names of its parameters.
        kind: query, dml or ddl.
        table: what it writes.
        is_locking: whether it locks that table, as INSERT does not.
        needs: the tables that it touches, each with the privilege that it needs.
        information: the views of INFORMATION_SCHEMA that it reads.
        tree: a statement of DDL.
    """

    sql: str
    statement: duckdb.Statement | None
    parameters: tuple[str, ...]
    kind: str
    table: str = ""
    is_locking: bool = False
    needs: tuple[tuple[tuple[str, ...], str], ...] = ()
    information: tuple[str, ...] = ()
    tree: exp.Expr | None = None


@dataclass(frozen=True)
class Column:
    """A column of a result: its name, and DuckDB's type."""

    name: str
    type: str


@dataclass(frozen=True)
class Rows:
    """The result of a statement; `count` is what a statement of DML changed, else the number of rows."""

    columns: tuple[Column, ...]
    rows: list[tuple[Any, ...]]
    count: int


class Engine:
    """DuckDB under fakesnow: one database for all sessions of an account."""

    def __init__(self) -> None:
        self._fakesnow = FakeSnow()
        # The statements are small: threads cost more than they gain.
        self._fakesnow.duck_conn.execute("SET GLOBAL threads = 1")
        for name, function in json_texts.FUNCTIONS.items():
            self._fakesnow.duck_conn.create_function(
                name, function, ["VARCHAR"], "VARCHAR", null_handling=FunctionNullHandling.SPECIAL
            )
        self._cache: dict[tuple[Any, ...], Translated] = {}
        self._lock = threading.Lock()
        self._idle: list[FakeSnowflakeConnection] = []

    def connect(self, database: str, schema: str) -> FakeSnowflakeConnection:
        """A connection whose current schema is this; the schema comes into being if it has to."""
        with suppress(IndexError):
            connection = self._idle.pop()
            use(connection, database, schema)
            return connection
        with self._lock:
            connection = self._fakesnow.connect(database, schema)
        connection._duck_conn.execute(_MACROS)
        # The tables are small: it takes longer than it saves.
        connection._duck_conn.execute("PRAGMA disable_optimizer")
        return connection

    def disconnect(self, connection: FakeSnowflakeConnection) -> None:
        """The connection, without a transaction, waits for the next who wants one: making one takes longer."""
        self._idle.append(connection)

    def create_schema(self, database: str, schema: str) -> None:
        """Makes a schema, and its database if it has to."""
        with self._lock:
            self._fakesnow.connect(database, schema).close()

    def drop_schema(self, database: str, schema: str) -> None:
        """Drops a schema with all in it."""
        with self._lock:
            self._fakesnow.duck_conn.execute(f'DROP SCHEMA IF EXISTS "{database}"."{schema}" CASCADE')

    def translate(self, connection: FakeSnowflakeConnection, text: str, types: Mapping[str, Type | None]) -> Translated:
        """A statement for DuckDB; `types` are those of its :parameters."""
        key = (text, connection.database, connection.schema, *types.items())
        found = self._cache.get(key)
        if found is None:
            found = _translate(connection, text, types)
            self._cache[key] = found
        return found


def use(connection: FakeSnowflakeConnection, database: str, schema: str) -> None:
    """Changes the current schema to one that is there."""
    if (connection.database, connection.schema) != (database, schema):
        connection._duck_conn.execute(f"SET schema = '{database}.{schema}'")
        connection.database, connection._schema = database, schema
        connection.database_set = connection.schema_set = True


def define_function(
    connection: FakeSnowflakeConnection, name: str, parameters: Sequence[tuple[str, Type]], body: str
) -> None:
    """Makes a function of SQL, whose body is an expression, a macro of DuckDB."""
    types = dict(parameters)
    expression = _transformed(connection, sqlglot.parse_one(f"SELECT {body}", read="snowflake"))

    def parameter(node: exp.Expr) -> exp.Expr:
        if isinstance(node, exp.Column) and not node.table and node.name.upper() in types:
            data_type = duckdb_type(types[node.name.upper()])
            return exp.Cast(this=node.copy(), to=exp.DataType.build(data_type, dialect="duckdb"))
        return _parameter(node, {})

    value = expression.expressions[0].transform(parameter)
    if value.find(exp.Placeholder):
        raise NotSupported("a function that depends on the session")
    names = ", ".join(types)
    sql = value.sql(dialect="duckdb", unsupported_level=ErrorLevel.RAISE)
    try:
        connection._duck_conn.execute(f"CREATE OR REPLACE MACRO {name}({names}) AS ({sql})")
    except duckdb.Error as error:
        raise snowflake_error(error) from error


def _transformed(connection: FakeSnowflakeConnection, expression: exp.Expr) -> exp.Expr:
    """fakesnow's translation, and what it lacks."""
    cursor = FakeSnowflakeCursor(connection, connection._duck_conn)
    changed = cursor._transform(_own_functions(expression), None)
    return _each(changed.transform(_own_table_function, copy=False), _object)


def _translate(connection: FakeSnowflakeConnection, text: str, types: Mapping[str, Type | None]) -> Translated:
    try:
        expression = sqlglot.parse_one(text, read="snowflake")
    except ParseError as error:
        raise SnowflakeError(1003, "42000", f"SQL compilation error: {error.errors[0]['description']}") from error
    if isinstance(expression, _DML):
        kind = "dml"
    elif isinstance(expression, exp.Query):
        kind = "query"
    elif _is_ddl(expression):
        name = _table(expression.find(exp.Table), connection)
        return Translated("", None, (), "ddl", name, tree=expression)
    else:
        raise NotSupported(f"the statement {' '.join(text.split()[:2]).upper()}")
    target = expression.find(exp.Table) if kind == "dml" else None
    needs = tuple(_needs(expression, connection))
    information = tuple(_information_schema(expression))
    try:
        changed = _transformed(connection, expression).transform(_parameter, types, copy=False)
        sql = changed.sql(dialect="duckdb", unsupported_level=ErrorLevel.RAISE, comments=False)
    except (UnsupportedError, NotImplementedError) as error:
        raise NotSupported(f"{error} (in fakesnow)") from error
    names = {node.name: None for node in changed.find_all(exp.Placeholder)}
    try:
        (statement,) = connection._duck_conn.extract_statements(sql)
    except duckdb.Error as error:
        raise snowflake_error(error) from error
    is_locking = kind == "dml" and not isinstance(expression, exp.Insert)
    return Translated(sql, statement, tuple(names), kind, _table(target, connection), is_locking, needs, information)


def _is_ddl(expression: exp.Expr) -> bool:
    is_of_kind = isinstance(expression, (exp.Create, exp.Drop, exp.Alter)) and expression.kind in _DDL
    return is_of_kind or isinstance(expression, exp.TruncateTable)


def _needs(expression: exp.Expr, connection: FakeSnowflakeConnection) -> Iterator[tuple[tuple[str, ...], str]]:
    """The tables that a statement touches, and the privilege that each needs."""
    target = expression.find(exp.Table) if isinstance(expression, _DML) else None
    known = {cte.alias.upper() for cte in expression.find_all(exp.CTE)}
    for table in expression.find_all(exp.Table):
        if not isinstance(table.this, exp.Identifier) or table.db.upper() == "INFORMATION_SCHEMA":
            continue
        if not table.db and table.name.upper() in known:
            continue
        name = tuple(_table(table, connection).split("."))
        if table is not target:
            yield name, "SELECT"
        elif isinstance(expression, exp.Merge):
            for when in expression.find_all(exp.When):
                action = when.args["then"]
                yield name, "DELETE" if isinstance(action, exp.Var) else type(action).__name__.upper()
        else:
            yield name, type(expression).__name__.upper()


def _information_schema(expression: exp.Expr) -> Iterator[str]:
    """The views of INFORMATION_SCHEMA that a query reads; from here on they are tables that the session fills."""
    for table in list(expression.find_all(exp.Table)):
        if table.db.upper() == "INFORMATION_SCHEMA":
            view = table.name.upper()
            if view not in INFORMATION_SCHEMA:
                raise NotSupported(f"INFORMATION_SCHEMA.{view}")
            if not table.alias:
                raise NotSupported(f"INFORMATION_SCHEMA.{view} without an alias")
            table.set("this", exp.to_identifier(f"_IS_{view}"))
            table.set("db", None)
            table.set("catalog", None)
            yield view


def _table(target: exp.Table | None, connection: FakeSnowflakeConnection) -> str:
    """The full name of a table."""
    if target is None:
        return ""
    names = [part.name if part.args.get("quoted") else part.name.upper() for part in target.parts]
    return ".".join([str(connection.database), str(connection.schema)][: 3 - len(names)] + names)


def _own_functions(expression: exp.Expr) -> exp.Expr:
    """What fakesnow leaves alone or gets wrong, in terms of what it gets right."""
    return _each(expression, _own_function)


def _each(expression: exp.Expr, change: Callable[[exp.Expr], exp.Expr]) -> exp.Expr:
    """The expression with each of its nodes changed, the innermost first."""
    for node in reversed(list(expression.dfs())):
        changed = change(node)
        if changed is not node:
            if node is expression:
                return changed
            node.replace(changed)
    return expression


def _own_function(node: exp.Expr) -> exp.Expr:
    if isinstance(node, exp.WithinGroup) or (
        isinstance(node, (exp.GroupConcat, exp.ArrayAgg)) and not isinstance(node.parent, (exp.Window, exp.WithinGroup))
    ):
        # DuckDB's lists of nothing are NULL, Snowflake's are empty.
        empty = "_ARRAY_OR_EMPTY" if node.find(exp.ArrayAgg) else "_TEXT_OR_EMPTY"
        return exp.Anonymous(this=empty, expressions=[_without_nulls(node.copy())])
    if isinstance(node, exp.Window) and isinstance(node.this, (exp.GroupConcat, exp.ArrayAgg)):
        raise NotSupported(f"{node.this.sql('snowflake')} OVER (...)")
    if isinstance(node, exp.Explode):
        return _flatten(node)
    # DuckDB's table functions take no subquery: within FLATTEN it is fakesnow's, which lets a key that is twice pass.
    if isinstance(node, exp.ParseJSON) and not node.find_ancestor(exp.Explode):
        name = "_TRY_PARSE_JSON" if node.args.get("safe") else "_PARSE_JSON"
        return exp.Anonymous(this=name, expressions=[exp.cast(node.this, "VARCHAR")])
    if isinstance(node, exp.Typeof):
        return exp.Anonymous(this="_TYPEOF", expressions=[node.this])
    if isinstance(node, exp.Length):
        # There are no binary values, which fakesnow would tell apart at each call.
        return exp.Anonymous(this="LENGTH", expressions=[node.this])
    if isinstance(node, exp.ToChar) and node.args.get("format") is not None:
        return exp.Anonymous(this="STRFTIME", expressions=[node.this, _format(node.args["format"])])
    if isinstance(node, exp.TimeToStr) and not re.fullmatch(r"(%[YmdHMSf]|[TZ]|[^%A-Za-z])*", node.args["format"].name):
        raise NotSupported(f"the format {node.args['format'].name}")
    if isinstance(node, exp.ConvertTimezone):
        if node.args.get("source_tz") is not None or node.args["target_tz"].name != "UTC":
            raise NotSupported("CONVERT_TIMEZONE to another zone than UTC, or from one")
        return exp.Cast(this=node.args["timestamp"], to=exp.DataType.build("TIMESTAMPTZ", dialect="duckdb"))
    if isinstance(node, exp.StrToTime):
        if node.args["format"].name != _READ_FORMAT:
            raise NotSupported("a format for a text that becomes a timestamp")
        name = "TRY_STRPTIME" if node.args.get("safe") else "STRPTIME"
        read = exp.Anonymous(this=name, expressions=[node.this, exp.Literal.string(_READ_FORMAT)])
        return exp.Cast(this=read, to=exp.DataType.build("TIMESTAMPTZ", dialect="duckdb"))
    if isinstance(node, exp.Trim) and node.expression is not None:
        # fakesnow forgets which characters.
        name = {"LEADING": "LTRIM", "TRAILING": "RTRIM"}.get(node.text("position").upper(), "TRIM")
        return exp.Anonymous(this=name, expressions=[node.this, node.expression])
    if isinstance(node, exp.RegexpReplace):
        if any(node.args.get(name) for name in ("position", "occurrence", "modifiers")):
            raise NotSupported("REGEXP_REPLACE of more than a pattern and its replacement")
        arguments = [node.this, node.expression, node.args["replacement"], exp.Literal.string("g")]
        return exp.Anonymous(this="REGEXP_REPLACE", expressions=arguments)
    if isinstance(node, exp.Anonymous):
        name = node.name.upper()
        if name in ("TO_TIMESTAMP_TZ", "TRY_TO_TIMESTAMP_TZ"):
            cast = exp.TryCast if name.startswith("TRY") else exp.Cast
            return cast(this=node.expressions[0], to=exp.DataType.build("TIMESTAMPTZ", dialect="duckdb"))
    return node


def _without_nulls(node: exp.Expr) -> exp.Expr:
    """ARRAY_AGG leaves NULLs out; fakesnow keeps them when there is an order."""
    if isinstance(node, exp.WithinGroup) and isinstance(node.this, exp.ArrayAgg):
        if isinstance(node.this.this, exp.Distinct):
            raise NotSupported("ARRAY_AGG (DISTINCT ...) WITHIN GROUP")
        value = node.this.this
        # By DuckDB's own name, which fakesnow leaves alone.
        ordered = exp.Anonymous(
            this="LIST", expressions=[exp.Order(this=value, expressions=node.expression.expressions)]
        )
        is_object = isinstance(value, exp.Struct)
        kept = exp.Filter(this=ordered, expression=exp.Where(this=value.copy().is_(exp.null()).not_()))
        return exp.Anonymous(this="TO_JSON", expressions=[ordered if is_object else kept])
    return node


def _flatten(node: exp.Explode) -> exp.Expr:
    """FLATTEN (input => value, outer => TRUE); fakesnow takes the input alone, so the rest is marked there."""
    given = [node.this, *node.expressions]
    arguments = {part.this.name.upper(): part.expression for part in given if isinstance(part, exp.Kwarg)}
    if len(arguments) < len(given) or not {"INPUT"} <= set(arguments) <= {"INPUT", "OUTER"}:
        raise NotSupported(f"FLATTEN ({', '.join(part.sql('snowflake') for part in given)})")
    value = arguments["INPUT"]
    if arguments.get("OUTER", exp.false()) == exp.true():
        value = exp.Anonymous(this="_OUTER", expressions=[value])
    elif "OUTER" in arguments and arguments["OUTER"] != exp.false():
        raise NotSupported("FLATTEN (outer => ...) of neither TRUE nor FALSE")
    node.set("this", exp.Kwarg(this=exp.var("input"), expression=value))
    node.set("expressions", [])
    return node


def _own_table_function(node: exp.Expr) -> exp.Expr:
    if isinstance(node, exp.Anonymous) and node.name.lower() == "_fs_flatten":
        value = node.expressions[0]
        is_outer = isinstance(value, exp.Anonymous) and value.name == "_OUTER"
        node.set("this", "_FLATTEN_OUTER" if is_outer else "_FLATTEN")
        node.set("expressions", value.expressions if is_outer else [value])
    return node


def _object(node: exp.Expr) -> exp.Expr:
    """OBJECT_CONSTRUCT as one text, without the members that are NULL.

    fakesnow's is a subquery, which costs more, and one within another it leaves to DuckDB, which keeps NULLs.
    """
    if isinstance(node, exp.Struct) and all(isinstance(part, exp.PropertyEQ) for part in node.expressions):
        pairs = [(p.this, exp.Anonymous(this="TO_JSON", expressions=[p.expression])) for p in node.expressions]
    elif isinstance(node, exp.Anonymous) and node.name.lower() == "_fs_object_construct":
        keys, values, keeps_nulls = node.expressions
        if keeps_nulls != exp.false() or not all(isinstance(key, exp.Literal) for key in keys.expressions):
            return node
        pairs = list(zip(keys.expressions, values.expressions, strict=True))
    else:
        return node
    members = [
        exp.DPipe(this=exp.Literal.string(f"{json.dumps(key.name)}:"), expression=exp.cast(value, "VARCHAR"), safe=True)
        for key, value in pairs
    ]
    joined = exp.Anonymous(this="CONCAT_WS", expressions=[exp.Literal.string(","), *members])
    opened = exp.DPipe(this=exp.Literal.string("{"), expression=joined, safe=True)
    text = exp.DPipe(this=opened, expression=exp.Literal.string("}"), safe=True)
    return exp.Cast(this=exp.Paren(this=text), to=exp.DataType.build("JSON", dialect="duckdb"))


def _format(node: exp.Expr) -> exp.Expr:
    if not isinstance(node, exp.Literal):
        raise NotSupported("a format that is no literal")
    given = node.name.upper()
    made = ""
    while given:
        element = next((pair for pair in _FORMATS if given.startswith(pair[0])), None)
        if element is None and given[0].isalpha() and given[0] != "T":
            raise NotSupported(f"the format {node.name}")
        length = 1 if element is None else len(element[0])
        made += given[0] if element is None else element[1]
        given = given[length:]
    return exp.Literal.string(made)


def _parameter(node: exp.Expr, types: Mapping[str, Type | None]) -> exp.Expr:
    """Parameters get their declared types, and what belongs to the session or the statement becomes a parameter."""
    if isinstance(node, exp.Placeholder):
        if not node.name or node.name not in types:
            raise NotSupported(f"the placeholder {node.name or '?'}")
        data_type = types[node.name]
        return node if data_type is None else _cast(node.name, duckdb_type(data_type))
    if isinstance(node, exp.Cast) and isinstance(node.this, exp.Placeholder) and node.is_type("TEXT", "VARCHAR"):
        data_type = types.get(node.this.name)
        if data_type is not None and duckdb_type(data_type) == "JSON":
            # DuckDB would keep the quotes of a text.
            text = [_cast(node.this.name, "JSON"), exp.Literal.string("$")]
            return exp.Anonymous(this="json_extract_string", expressions=text)
    if isinstance(node, exp.CurrentTimestamp):
        # DuckDB's is the moment at which its transaction began, Snowflake's that of the statement.
        return _cast("_UTC", "TIMESTAMP") if node.args.get("sysdate") else _cast("_NOW", "TIMESTAMPTZ")
    if type(node) in CONTEXT:
        return _cast(CONTEXT[type(node)], "VARCHAR")
    if isinstance(node, exp.Div) and not (isinstance(node.expression, exp.Literal) and node.expression.name != "0"):
        # DuckDB answers NULL.
        divisor = node.expression
        guarded = exp.Case(default=divisor.copy()).when(
            exp.EQ(this=divisor.copy(), expression=exp.Literal.number(0)),
            exp.cast(exp.Anonymous(this="error", expressions=[exp.Literal.string(_DIVISION_BY_ZERO)]), "INT"),
        )
        node.set("expression", exp.Paren(this=guarded))
    return node


def _cast(name: str, data_type: str) -> exp.Expr:
    return exp.Cast(this=exp.Placeholder(this=name), to=exp.DataType.build(data_type, dialect="duckdb"))


def run(duck: duckdb.DuckDBPyConnection, translated: Translated, values: Mapping[str, Any]) -> Rows:
    """Runs a statement with the values of its parameters."""
    assert translated.statement is not None
    try:
        duck.execute(translated.statement, {name: values[name] for name in translated.parameters} or None)
        rows = duck.fetchall()
    except duckdb.Error as error:
        raise snowflake_error(error) from error
    if translated.kind == "dml":
        return Rows((Column(_CHANGED[translated.sql.split()[0]], "BIGINT"),), rows, int(rows[0][0]))
    columns = tuple(Column(item[0], str(item[1])) for item in duck.description or ())
    return Rows(columns, rows, len(rows))


def fill(duck: duckdb.DuckDBPyConnection, view: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Puts the rows of a view of INFORMATION_SCHEMA where a query looks for them."""
    columns = ", ".join(f"{name} {column_type(name)}" for name in INFORMATION_SCHEMA[view])
    duck.execute(f"CREATE OR REPLACE TEMP TABLE _IS_{view} ({columns})")
    if rows:
        duck.executemany(f"INSERT INTO _IS_{view} VALUES ({', '.join('?' * len(INFORMATION_SCHEMA[view]))})", rows)


def run_ddl(connection: FakeSnowflakeConnection, text: str) -> None:
    """Runs a statement of DDL by fakesnow, without the keys, which Snowflake does not enforce."""
    expression = sqlglot.parse_one(text, read="snowflake")
    if isinstance(expression, exp.TruncateTable):
        connection._duck_conn.execute(f"DELETE FROM {_table(expression.find(exp.Table), connection)}")
        return
    if isinstance(expression, exp.Alter) and all(map(_is_about_a_key, expression.args["actions"])):
        return
    for grants in list(expression.find_all(exp.CopyGrantsProperty)):
        grants.pop()
    for check in expression.find_all(exp.CheckColumnConstraint):
        raise NotSupported(f"CHECK ({check.this.sql('snowflake')})")
    for comment in expression.find_all(exp.SchemaCommentProperty):
        # fakesnow pastes it.
        comment.set("this", exp.Literal.string(comment.this.name.replace("'", "''")))
    for schema in expression.find_all(exp.Schema):
        schema.set("expressions", [part for part in schema.expressions if not _is_key(part)])
    for column in expression.find_all(exp.ColumnDef):
        kept = [part for part in column.constraints if not _is_key(part.args.get("kind"))]
        column.set("constraints", [*kept, *_length(column)])
    try:
        if isinstance(expression, exp.Create) and expression.kind in ("TABLE", "VIEW"):
            if text not in _MADE:
                _MADE[text] = _made(connection, expression)
            for statement in _MADE[text]:
                connection._duck_conn.execute(statement)
        else:
            FakeSnowflakeCursor(connection, connection._duck_conn).execute(expression.sql(dialect="snowflake"))
    except duckdb.Error as error:
        if "already exists" in str(error):
            name = expression.find(exp.Table)
            raise SnowflakeError(2002, "42710", f"SQL compilation error:\nObject '{name}' already exists.") from error
        raise snowflake_error(error) from error
    except Exception as error:
        number, state = getattr(error, "errno", None), getattr(error, "sqlstate", None)
        if number is None:
            raise
        raise SnowflakeError(int(number), str(state), str(getattr(error, "msg", error))) from error


#: What makes a table or a view, by the text of the statement: the same text is installed in many databases.
_MADE: dict[str, list[str]] = {}


def _made(connection: FakeSnowflakeConnection, expression: exp.Expr) -> list[str]:
    """The statements for DuckDB: the sequences of a table, and it."""
    cursor = FakeSnowflakeCursor(connection, connection._duck_conn)
    # As fakesnow reads what it executes.
    given = sqlglot.parse_one(expression.sql(dialect="snowflake", comments=False), read="snowflake")
    return [cursor._transform(part, None).sql(dialect="duckdb") for part in cursor._transform_explode(given)]


def _is_about_a_key(action: exp.Expr) -> bool:
    return isinstance(action, exp.AddConstraint) or (isinstance(action, exp.Drop) and action.kind == "CONSTRAINT")


def _length(column: exp.ColumnDef) -> list[exp.Expr]:
    """What keeps a column of VARCHAR(n) from longer texts, which DuckDB would store."""
    if column.kind is None or not column.kind.is_type("VARCHAR", "TEXT", "CHAR") or not column.kind.expressions:
        return []
    length = exp.Anonymous(this="LENGTH", expressions=[exp.column(column.this.copy())])
    check = exp.LTE(this=length, expression=exp.Literal.number(column.kind.expressions[0].name))
    return [exp.ColumnConstraint(kind=exp.CheckColumnConstraint(this=check))]


def _is_key(part: object) -> bool:
    if isinstance(part, exp.Constraint):
        return any(_is_key(inner) for inner in part.expressions)
    return isinstance(
        part,
        (
            exp.PrimaryKey,
            exp.ForeignKey,
            exp.UniqueColumnConstraint,
            exp.PrimaryKeyColumnConstraint,
            exp.Reference,
        ),
    )


def snowflake_error(error: duckdb.Error) -> SnowflakeError:
    """DuckDB's error as Snowflake would report it; refused when it rather says that something is missing here."""
    text = str(error).split("\n")[0]
    if json_texts.INVALID in str(error) or "Malformed JSON" in text:
        return SnowflakeError(100069, "22P02", json_texts.INVALID)
    if _DIVISION_BY_ZERO in text:
        return SnowflakeError(100051, "22012", _DIVISION_BY_ZERO)
    if isinstance(error, duckdb.ConversionException):
        return SnowflakeError(100038, "22018", f"{text} is not recognized")
    if isinstance(error, duckdb.OutOfRangeException):
        return SnowflakeError(100132, "22003", f"Numeric value is out of range: {text}")
    if isinstance(error, duckdb.ConstraintException) and "NOT NULL" in text:
        return SnowflakeError(100072, "22000", f"NULL result in a non-nullable column: {text}")
    if isinstance(error, duckdb.ConstraintException) and "CHECK" in text:
        return SnowflakeError(100078, "22000", f"String is too long and would be truncated: {text}")
    if isinstance(error, duckdb.CatalogException) and "Table with name" in text and "does not exist" in text:
        name = text.partition("Table with name ")[2].split()[0]
        return SnowflakeError(
            2003, "42S02", f"SQL compilation error: Object '{name}' does not exist or not authorized."
        )
    if isinstance(error, duckdb.BinderException) and "not found" in text:
        return SnowflakeError(904, "42000", f"SQL compilation error: invalid identifier: {text}")
    raise NotSupported(f"what DuckDB refuses: {str(error)[:2000]}")
