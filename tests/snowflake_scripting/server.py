"""An account behind the part of Snowflake's protocol that snowflake-connector-python speaks.

So the connector itself is what the tests connect with. `python -m tests.snowflake_scripting.server` serves a new
account on a free port of this machine, prints the port, and ends when its standard input does.
"""

from __future__ import annotations

import gzip
import json
import os
import secrets
import sys
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from .engine import Column, Rows
from .errors import NotSupported, SnowflakeError
from .session import Account, Session

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_QUERY, _INSERT = 0x1000, 0x3100
_INTEGERS = ("BIGINT", "INTEGER", "HUGEINT", "SMALLINT", "TINYINT", "UBIGINT", "UINTEGER", "UHUGEINT")


class Server(ThreadingHTTPServer):
    """Serves an account."""

    daemon_threads = True
    #: How many connections may come at once; who finds no room tries again after a second.
    request_queue_size = 64

    def __init__(self, account: Account) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.account = account
        self.sessions: dict[str, Session] = {}

    @property
    def port(self) -> int:
        """The port that was free."""
        return int(self.server_address[1])

    def login(self, query: dict[str, str], body: dict[str, Any]) -> dict[str, Any]:
        """A new session, for whoever says a name."""
        data = body["data"]
        parameters = data.get("SESSION_PARAMETERS") or {}
        user, role = str(data["LOGIN_NAME"]).upper(), query.get("roleName")
        if role is not None and not self.account.has_role(user, role.upper()):
            said = f"Role '{role}' specified in the connect string does not exist or not authorized."
            raise SnowflakeError(390189, "08001", said)
        session = self.account.connect(
            user,
            query.get("databaseName") or "DB",
            query.get("schemaName") or "PUBLIC",
            role=role,
            autocommit=bool(parameters.get("AUTOCOMMIT", True)),
            creates=False,
        )
        session.lock_timeout = float(parameters.get("LOCK_TIMEOUT", session.lock_timeout))
        token = secrets.token_urlsafe(16)
        self.sessions[token] = session
        return {
            "token": token,
            "masterToken": token,
            "serverVersion": "9.0.0",
            "sessionId": session.number,
            "parameters": [{"name": "AUTOCOMMIT", "value": session.autocommit}, {"name": "TIMEZONE", "value": "UTC"}],
            "sessionInfo": {"databaseName": session.database, "schemaName": session.schema, "roleName": session.role},
        }

    def query(self, session: Session, body: dict[str, Any]) -> dict[str, Any]:
        """The result of a statement."""
        bindings = body.get("bindings") or {}
        values = [_bound(bindings[str(number)]) for number in range(1, len(bindings) + 1)]
        rows = session.execute(body["sqlText"], values)
        is_dml = bool(rows.columns) and rows.columns[0].name.startswith("number of rows ")
        return {
            "queryId": str(uuid.uuid4()),
            "queryResultFormat": "json",
            "rowtype": [_row_type(column) for column in rows.columns],
            "rowset": [[_text(value, column) for value, column in _cells(rows, row)] for row in rows.rows],
            "total": len(rows.rows),
            "returned": len(rows.rows),
            "statementTypeId": _INSERT if is_dml else _QUERY,
            "parameters": [{"name": "TIMEZONE", "value": "UTC"}],
            "finalDatabaseName": session.database,
            "finalSchemaName": session.schema,
            "finalRoleName": session.role,
        }

    def end(self, token: str) -> None:
        """Ends a session."""
        session = self.sessions.pop(token, None)
        if session is not None:
            session.close()


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"
    # The connector writes the head and the body of a request apart.
    disable_nagle_algorithm = True

    def do_POST(self) -> None:
        answer: dict[str, Any]
        try:
            answer = {"success": True, "code": None, "message": None, "data": self._answer()}
        except SnowflakeError as error:
            code = f"{error.number:06d}"
            data = {"errorCode": code, "sqlState": error.sqlstate, "queryId": str(uuid.uuid4())}
            answer = {"success": False, "code": code, "message": error.message, "data": data}
        except NotSupported as error:
            data = {"errorCode": "999999", "sqlState": "0A000", "queryId": str(uuid.uuid4())}
            answer = {"success": False, "code": "999999", "message": str(error), "data": data}
        except Exception as error:
            message = f"the interpreter of Snowflake Scripting broke: {type(error).__name__}: {error}"
            data = {"errorCode": "999998", "sqlState": "XX000", "queryId": str(uuid.uuid4())}
            answer = {"success": False, "code": "999998", "message": message, "data": data}
        text = json.dumps(answer).encode()
        # A client may be gone; what it asked for is done all the same.
        with suppress(ConnectionError):
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

    def _answer(self) -> dict[str, Any] | None:
        raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.headers.get("Content-Encoding") == "gzip":
            raw = gzip.decompress(raw)
        body: dict[str, Any] = json.loads(raw) if raw else {}
        place = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(place.query).items()}
        if place.path == "/session/v1/login-request":
            return self.server.login(query, body)
        token = (self.headers.get("Authorization") or "").partition('Token="')[2].rstrip('"')
        if place.path == "/session" and query.get("delete"):
            self.server.end(token)
        elif place.path == "/queries/v1/query-request":
            session = self.server.sessions.get(token)
            if session is None:
                raise SnowflakeError(390104, "08001", "User must login again to access the service.")
            return self.server.query(session, body)
        elif place.path not in ("/session/heartbeat", "/telemetry/send"):
            raise NotSupported(f"the request {place.path}")
        return None

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing is logged."""


def _bound(binding: dict[str, Any]) -> Any:
    """The value of a bind variable, which travels as a text."""
    kind, value = binding["type"], binding["value"]
    if value is None:
        return None
    if kind == "FIXED":
        return int(value) if "." not in value else Decimal(value)
    if kind == "REAL":
        return float(value)
    if kind == "BOOLEAN":
        return value == "true"
    if kind == "DATE":
        return date(1970, 1, 1) + timedelta(milliseconds=int(value))
    if kind in ("TIMESTAMP_NTZ", "TIMESTAMP_LTZ"):
        moment = _EPOCH + timedelta(microseconds=int(value) // 1000)
        return moment.replace(tzinfo=None) if kind == "TIMESTAMP_NTZ" else moment
    if kind == "TIMESTAMP_TZ":
        return _EPOCH + timedelta(microseconds=int(value.split()[0]) // 1000)
    if kind != "TEXT":
        raise NotSupported(f"a bind variable of the type {kind}")
    return value


def _row_type(column: Column) -> dict[str, Any]:
    precision, scale = 38, 0
    if column.type.startswith("DECIMAL"):
        precision, scale = (int(number) for number in column.type[8:-1].split(","))
    found: dict[str, Any] = {
        "name": column.name,
        "type": _kind(column),
        "nullable": True,
        "precision": precision,
        "scale": scale,
        "length": 16777216,
        "byteLength": 16777216,
        "database": "",
        "schema": "",
        "table": "",
    }
    return {**found, "scale": 9} if found["type"].startswith("timestamp") else found


def _kind(column: Column) -> str:
    if column.type in _INTEGERS or column.type.startswith("DECIMAL"):
        return "fixed"
    known = {
        "BOOLEAN": "boolean",
        "DOUBLE": "real",
        "FLOAT": "real",
        "DATE": "date",
        "TIMESTAMP": "timestamp_ntz",
        "TIMESTAMP WITH TIME ZONE": "timestamp_tz",
        "JSON": "variant",
    }
    return known.get(column.type, "text")


def _cells(rows: Rows, row: tuple[Any, ...]) -> Iterator[tuple[Any, Column]]:
    return zip(row, rows.columns, strict=True)


def _text(value: Any, column: Column) -> str | None:
    if value is None:
        return None
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, datetime):
        moment = value if value.tzinfo is not None else value.replace(tzinfo=UTC)
        microseconds = (moment - _EPOCH) // timedelta(microseconds=1)
        sign, (seconds, fraction) = "-" if microseconds < 0 else "", divmod(abs(microseconds), 1_000_000)
        # The zone is in minutes from UTC, 1440 of them ahead.
        return f"{sign}{seconds}.{fraction:06d}000" + (" 1440" if _kind(column) == "timestamp_tz" else "")
    if isinstance(value, date):
        return str((value - date(1970, 1, 1)).days)
    return str(value)


@contextmanager
def serving(account: Account) -> Iterator[Server]:
    """Serves an account from a thread."""
    server = Server(account)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def main() -> None:
    """Serves until the standard input ends."""
    with serving(Account()) as server:
        print(server.port, flush=True)
        sys.stdin.read()
        # DuckDB's binding would complain of what is left.
        os._exit(0)


if __name__ == "__main__":
    main()
