"""Where the data store is and how to work with it: a URL, the environment, or the ini file.

Explicit arguments go before the environment (`PTDB_URL`, `PTDB_<KEY>`), the environment before the ini file
(`~/.process_tracker/process_tracker_config.ini`), and with none of them it is the embedded store. Nothing is written.
"""

from __future__ import annotations

import configparser
import logging
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from ptdb import s3
from ptdb.errors import SettingsError
from ptdb.passwords import reveal
from ptdb.text import is_storable

DEFAULT_SCHEMA = "process_tracker"
INI_NAME = "process_tracker_config.ini"
_DIALECTS = {
    "embedded": "embedded",
    "postgresql": "postgresql",
    "postgres": "postgresql",
    "mysql": "mysql",
    "mariadb": "mysql",
    "mssql": "mssql",
    "oracle": "oracle",
    "snowflake": "snowflake",
}
_TEMPLATE = """\
# Settings of ptdb. Take the # away from what you set; what is not set has its default. A URL in PTDB_URL, and each
# key as PTDB_<KEY>, go before this file. ptdb never overwrites it.
[DEFAULT]
# log_level = INFO
# max_concurrent_failures = 5
# embedded, postgresql, mysql, mssql, oracle or snowflake:
# data_store_type = embedded
# data_store_username =
# in plain text, or as `processtracker encrypt` prints it:
# data_store_password =
# data_store_host = localhost
# data_store_port = 5432
# the database, and the schema in it:
# data_store_name =
# data_store_schema = process_tracker
"""
_STORE_KEYS = ("type", "username", "password", "host", "port", "name", "schema")


@dataclass(frozen=True)
class Settings:
    """One data store, and what a caller wants of it.

    Attributes:
        dialect: embedded, postgresql, mysql, mssql, oracle or snowflake.
        folder: folder of the embedded store; None: its default.
        options: further options for the driver, from the URL.
        max_concurrent_failures: failed runs in a row that put a process on hold, for this caller; None: the store's.
        log_level: level for the logger `ptdb`; None leaves it alone.
    """

    dialect: str = "embedded"
    host: str | None = None
    port: int | None = None
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    database: str | None = None
    schema: str = DEFAULT_SCHEMA
    folder: Path | None = None
    options: tuple[tuple[str, str], ...] = ()
    max_concurrent_failures: int | None = None
    log_level: str | None = None

    @classmethod
    def load(cls, url: str | None = None, config_location: str | os.PathLike[str] | None = None) -> Settings:
        """The settings in force.

        Args:
            url: `postgresql://user:password@host:port/database?schema=name` and the like, `embedded:` or
                `embedded:///folder`; goes before everything else.
            config_location: folder of the ini file, or the file itself, also in S3; it has to exist when it is given.

        Raises:
            SettingsError: something given cannot be used; the message names it.
            LocationNotFound: `config_location` is in S3 and cannot be read.
        """
        keys = _ini_keys(config_location)
        keys.update(_environment_keys(os.environ))
        for key, value in keys.items():
            if not is_storable(value):
                raise SettingsError(f"{key} holds a NUL, or bytes that are no UTF-8 text")
        url = url or os.environ.get("PTDB_URL") or None
        settings = from_url(url) if url else _from_keys(keys)
        failures = keys.get("max_concurrent_failures")
        return replace(
            settings,
            max_concurrent_failures=_integer("max_concurrent_failures", failures) if failures else None,
            log_level=_log_level(keys.get("log_level")),
        )

    @property
    def url(self) -> str:
        """The URL of the store, its password hidden."""
        # A host that is a path is the folder of a Unix socket, and has no place before the port.
        socket = self.host if self.host and self.host.startswith("/") else ""
        own_schema = _schema_in(self.dialect, self.database, DEFAULT_SCHEMA)
        query = "&".join(
            f"{quote(key)}={'***' if _is_secret(key) else quote(value, safe='/')}"
            for key, value in (
                ("host", socket),
                ("port", str(self.port) if socket and self.port else ""),
                *self.options,
                ("schema", self.schema),
            )
            if value and (key, value) != ("schema", own_schema)
        )
        tail = f"?{query}" if query else ""
        if self.dialect == "embedded":
            return f"embedded://{self.folder}{tail}" if self.folder else f"embedded:{tail}"
        user = quote(self.user, safe="") if self.user else ""
        login = f"{user}{':***' if self.password else ''}@" if user or self.password else ""
        host = "" if socket else f"[{self.host}]" if self.host and ":" in self.host else self.host or ""
        port = f":{self.port}" if self.port and not socket else ""
        return f"{self.dialect}://{login}{host}{port}/{quote(self.database or '', safe='')}{tail}"


def _is_secret(key: str) -> bool:
    """Whether an option of a driver is a password; ODBC's is called pwd, and Snowflake's have several names."""
    words = ("password", "pwd", "passphrase", "passcode", "token", "secret")
    return any(word in key.lower() for word in words)


def from_url(url: str) -> Settings:
    """The settings that a URL holds.

    Raises:
        SettingsError: the URL cannot be read, or its kind of store is unknown.
    """
    if not isinstance(url, str):
        raise SettingsError(f"the URL is {url!r}; give a text such as postgresql://user:password@host/database")
    if not is_storable(unquote(url)):
        raise SettingsError(f"the URL {_without_password(url)!r} holds a NUL, or bytes that are no UTF-8 text")
    scheme, _, rest = url.partition(":")
    dialect = _dialect(scheme.partition("+")[0].lower(), f"the URL {_without_password(url)!r}")
    if "://" in url and any(c.isspace() for c in url):
        raise SettingsError(f"the URL {_without_password(url)!r} holds white space; write it as %20")
    try:
        parts = urlsplit(f"x:{rest}")
        port = parts.port
        options = dict(parse_qsl(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query)))
    except ValueError:
        # Not the error's own text: it may hold a part of the password.
        raise SettingsError(
            f"the URL {_without_password(url)!r} cannot be read; a port is a number from 1 to 65535, and in a user or "
            "password write / ? # : @ as %2F %3F %23 %3A %40"
        ) from None
    schema = schema_name(options.pop("schema", None))
    path = unquote(parts.path)
    if dialect == "embedded":
        if parts.netloc:
            raise SettingsError(f"the URL {url!r} names the host {parts.netloc!r}; write embedded:///folder")
        folder = Path(path).expanduser().absolute() if path.strip("/") else None
        return Settings(dialect=dialect, folder=folder, schema=schema)
    database = options.pop("dbname", None) or path.strip("/") or None
    return Settings(
        dialect=dialect,
        host=options.pop("host", None) or parts.hostname,
        port=_integer("port", options.pop("port")) if "port" in options else port,
        user=options.pop("user", None) or (unquote(parts.username) if parts.username else None),
        password=options.pop("password", None) or (unquote(parts.password) if parts.password else None),
        database=database,
        schema=_schema_in(dialect, database, schema),
        options=tuple(options.items()),
    )


def schema_name(name: str | None) -> str:
    """The schema that is meant: the name that is given, or the default one.

    Raises:
        SettingsError: no schema can have the name.
    """
    if not is_storable(name or ""):
        raise SettingsError(f"the schema {name!r} holds a NUL, or bytes that are no UTF-8 text")
    if len((name or "").encode()) > 63:
        raise SettingsError(f"the schema {name!r} has more than 63 bytes, which no name may have")
    return name or DEFAULT_SCHEMA


def ini_path(config_location: str | os.PathLike[str] | None = None) -> Path:
    """Where the ini file is, or would be: `config_location` may be its folder or the file itself."""
    if not isinstance(config_location, (str, os.PathLike, type(None))):
        raise SettingsError(f"config_location is {config_location!r}; give a folder or an ini file")
    if config_location is None:
        return Path.home() / ".process_tracker" / INI_NAME
    path = Path(config_location).expanduser()
    return path if path.suffix == ".ini" else path / INI_NAME


def write_template() -> Path | None:
    """Writes an ini file of comments alone into the home folder, if there is none and it can be written.

    Returns:
        Its path, or None where one is there already, or none can be made.
    """
    path = ini_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(_TEMPLATE)
    except OSError:
        return None
    path.chmod(0o600)
    return path


def _ini_keys(config_location: str | os.PathLike[str] | None) -> dict[str, str]:
    if isinstance(config_location, str) and s3.is_address(config_location):
        address = config_location if config_location.endswith(".ini") else f"{config_location.rstrip('/')}/{INI_NAME}"
        return _parsed(s3.read_text(address), address)
    try:
        path = ini_path(config_location)
        text = path.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError, RuntimeError):
        if config_location is None:
            return {}
        raise SettingsError(f"config_location is {str(config_location)!r}, but there is no {INI_NAME}") from None
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} cannot be read: {error}") from error
    return _parsed(text, str(path))


def _parsed(text: str, path: str) -> dict[str, str]:
    parser = configparser.ConfigParser(interpolation=None)
    try:
        parser.read_string(text, path)
    except configparser.Error as error:
        reason = str(error).splitlines()[0].rstrip(".")
        raise SettingsError(f"{path} is no ini file: {reason}; write [DEFAULT] and then lines of key = value") from None
    if parser.sections() and not parser.defaults():
        raise SettingsError(f"{path} has the section {parser.sections()[0]!r} but nothing in [DEFAULT]; write it there")
    return {key: value.strip() for key, value in parser.defaults().items() if value.strip()}


def _environment_keys(environment: Mapping[str, str]) -> dict[str, str]:
    names = [f"data_store_{key}" for key in _STORE_KEYS] + ["max_concurrent_failures", "log_level"]
    return {name: environment[f"PTDB_{name.upper()}"] for name in names if environment.get(f"PTDB_{name.upper()}")}


def _from_keys(keys: Mapping[str, str]) -> Settings:
    store: dict[str, Any] = {key: keys.get(f"data_store_{key}") for key in _STORE_KEYS}
    schema = schema_name(store["schema"])
    dialect = _dialect((store["type"] or "embedded").lower(), f"data_store_type is {store['type']!r}")
    if dialect == "embedded":
        return Settings(schema=schema)
    return Settings(
        dialect=dialect,
        host=store["host"],
        port=_integer("data_store_port", store["port"]) if store["port"] else None,
        user=store["username"],
        password=reveal(store["password"]) if store["password"] else None,
        database=store["name"],
        schema=_schema_in(dialect, store["name"], schema),
    )


def _schema_in(dialect: str, database: str | None, schema: str) -> str:
    """In MySQL a schema is a database, so there a URL's database says which."""
    return database if dialect == "mysql" and database and schema == DEFAULT_SCHEMA else schema


def _dialect(name: str, what: str) -> str:
    if name not in _DIALECTS:
        known = ", ".join(dict.fromkeys(_DIALECTS.values()))
        raise SettingsError(f"{what}: {name!r} is no kind of data store; the kinds are {known}")
    return _DIALECTS[name]


def _integer(key: str, text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 2**31):
        raise SettingsError(f"{key} is {text!r}; give a whole number, 1 or more")
    return int(text)


def _log_level(text: str | None) -> str | None:
    if text is None:
        return None
    if text.upper() not in logging.getLevelNamesMapping():
        raise SettingsError(f"log_level is {text!r}; give DEBUG, INFO, WARNING, ERROR or CRITICAL")
    return text.upper()


def _without_password(url: str) -> str:
    head, at, tail = url.rpartition("@")
    scheme, separator, login = head.partition("://")
    user, colon, _ = login.partition(":")
    return f"{scheme}{separator}{user}{':***' if colon else ''}@{tail}" if at else url
