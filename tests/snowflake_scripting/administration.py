"""Statements about databases, schemas and roles, and about who may do what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .catalogue import ADMIN, Entry, Name, insufficient, unseen
from .engine import canonical
from .errors import NotSupported, SnowflakeError
from .parser import Parser

if TYPE_CHECKING:
    from .session import Session

_PRIVILEGES = {
    "DATABASE": {"USAGE", "CREATE SCHEMA"},
    "SCHEMA": {"USAGE", "CREATE TABLE", "CREATE VIEW", "CREATE PROCEDURE", "CREATE FUNCTION"},
    "TABLE": {"SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES"},
    "VIEW": {"SELECT"},
    "PROCEDURE": {"USAGE"},
    "FUNCTION": {"USAGE"},
}


def knows(word: str, following: str) -> bool:
    """Whether a statement that begins with two words is one of these."""
    return word in ("GRANT", "REVOKE") or (
        word in ("CREATE", "DROP") and following in ("DATABASE", "SCHEMA", "ROLE", "USER")
    )


def run(session: Session, parser: Parser) -> str:
    """Runs a statement; what Snowflake says of it."""
    if parser.found("CREATE"):
        return _create(session, parser)
    if parser.found("DROP"):
        return _drop(session, parser)
    is_grant = parser.found("GRANT")
    if not is_grant:
        parser.expect("REVOKE")
    if parser.found("ROLE"):
        return _role(session, parser, is_grant)
    return _privileges(session, parser, is_grant)


def _create(session: Session, parser: Parser) -> str:
    catalogue = session.account.catalogue
    kind = parser.take().upper
    may_exist = parser.found("IF", "NOT", "EXISTS")
    name = session.full_name(parser.qualified_name(), kind)
    comment = parser.string() if parser.found("COMMENT", "=") else ""
    parser.end_of_text()
    if kind == "USER":
        raise NotSupported("CREATE USER: whoever logs in is a user")
    is_there = name[0] in catalogue.roles if kind == "ROLE" else catalogue.find(kind, name) is not None
    if is_there:
        if may_exist:
            return f"{name[-1]} already exists, statement succeeded."
        raise SnowflakeError(2002, "42710", f"SQL compilation error: Object '{name[-1]}' already exists.")
    if kind == "SCHEMA":
        catalogue.require(session.role_in_force, "DATABASE", name[:1], "CREATE SCHEMA")
    elif ADMIN not in catalogue.closure(session.role_in_force):
        raise SnowflakeError(3001, "42501", "SQL access control error: Insufficient privileges to operate on account.")
    if kind == "ROLE":
        catalogue.roles[name[0]] = set()
        catalogue.version += 1
    elif kind == "SCHEMA":
        session.account.create_schema(name[0], name[1], session.role_in_force, comment)
        session.use(*name)
    else:
        session.account.create_schema(name[0], "PUBLIC", session.role_in_force)
        session.use(name[0], "PUBLIC")
    return f"{kind.capitalize()} {name[-1]} successfully created."


def _drop(session: Session, parser: Parser) -> str:
    catalogue = session.account.catalogue
    kind = parser.take().upper
    may_be_missing = parser.found("IF", "EXISTS")
    name = session.full_name(parser.qualified_name(), kind)
    parser.found("CASCADE")
    parser.end_of_text()
    if kind == "ROLE":
        if catalogue.roles.pop(name[0], None) is None and not may_be_missing:
            raise SnowflakeError(2003, "02000", f"SQL compilation error: Role '{name[0]}' does not exist.")
        for granted in catalogue.roles.values():
            granted.discard(name[0])
        for entry in catalogue.entries():
            entry.grants = {pair for pair in entry.grants if pair[1] != name[0]}
        catalogue.version += 1
    elif catalogue.find(kind, name) is None:
        if not may_be_missing:
            raise unseen(kind, name)
    else:
        catalogue.require_ownership(session.role_in_force, kind, name)
        session.account.drop(kind, name)
        if name == (session.database, session.schema)[: len(name)]:
            # The session has no schema then; here it is in the one that is always there.
            session.use(*((name[0], "PUBLIC") if kind == "SCHEMA" else ("DB", "PUBLIC")))
    return f"{name[-1]} successfully dropped."


def _role(session: Session, parser: Parser, is_grant: bool) -> str:
    catalogue = session.account.catalogue
    role = parser.name()
    parser.expect("TO" if is_grant else "FROM")
    to_user = parser.found("USER")
    if not to_user:
        parser.expect("ROLE")
    grantee = parser.name()
    parser.end_of_text()
    for known in (role, *(() if to_user else (grantee,))):
        if known not in catalogue.roles:
            raise SnowflakeError(2003, "02000", f"SQL compilation error: Role '{known}' does not exist.")
    if to_user:
        (session.account.users.setdefault(grantee, set()).add if is_grant else session.account.users[grantee].discard)(
            role
        )
    else:
        (catalogue.roles[grantee].add if is_grant else catalogue.roles[grantee].discard)(role)
    catalogue.version += 1
    return "Statement executed successfully."


def _privileges(session: Session, parser: Parser, is_grant: bool) -> str:
    catalogue = session.account.catalogue
    privileges = [_words(parser)]
    while parser.found(","):
        privileges.append(_words(parser))
    parser.expect("ON")
    kind = parser.token.upper if parser.token.upper in _PRIVILEGES else "TABLE"
    if parser.token.upper in _PRIVILEGES:
        parser.take()
    elif parser.peek().kind == "word" and parser.peek().upper not in ("TO", "FROM"):
        raise NotSupported(f"GRANT ... ON {parser.token.text} {parser.peek().text}", parser.token.line)
    name = session.full_name(parser.qualified_name(), kind)
    signature: tuple[str, ...] = ()
    if kind in ("PROCEDURE", "FUNCTION"):
        signature = tuple(map(canonical, parser.types()))
    parser.expect("TO" if is_grant else "FROM")
    parser.found("ROLE")
    grantee = parser.name()
    parser.end_of_text()
    entry: Entry | None = catalogue.find(kind, name, signature)
    if entry is None:
        raise unseen(kind, name)
    if grantee not in catalogue.roles:
        raise SnowflakeError(
            2003, "02000", f"SQL compilation error: Role '{grantee}' does not exist or not authorized."
        )
    catalogue.require(session.role_in_force, kind, name, signature=signature)
    if not catalogue.owns(session.role_in_force, entry):
        raise insufficient(entry)
    for privilege in privileges:
        if privilege not in _PRIVILEGES[entry.kind]:
            raise SnowflakeError(
                3008, "42501", f"SQL compilation error: Invalid privilege '{privilege}' for a {entry.kind.lower()}."
            )
        (entry.grants.add if is_grant else entry.grants.discard)((privilege, grantee))
    catalogue.version += 1
    return "Statement executed successfully."


def _words(parser: Parser) -> str:
    """A privilege: SELECT, CREATE TABLE."""
    first = parser.take().upper
    return f"{first} {parser.take().upper}" if first == "CREATE" else first


def full_name(names: Name, kind: str, database: str, schema: str) -> Name:
    """All parts of a name, those left out from where the session is."""
    if kind in ("DATABASE", "ROLE", "USER"):
        return names
    if kind == "SCHEMA":
        return names if len(names) == 2 else (database, *names)
    return ((database, schema)[: 3 - len(names)] + names)[-3:]
