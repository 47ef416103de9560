"""Roles, grants and owners, as Snowflake's manual describes access control."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.snowflake_scripting.errors import NotSupported, SnowflakeError
from tests.snowflake_scripting.session import Account, Session

As = Callable[[str], Session]


@pytest.fixture
def as_role(account: Account) -> Iterator[As]:
    """Sessions of roles of one user, in a schema that the role OWNER made."""
    admin = account.connect("CLERK")
    admin.script("""
        CREATE ROLE owner;
        CREATE ROLE reader;
        CREATE ROLE stranger;
        GRANT ROLE owner TO USER clerk;
        GRANT ROLE reader TO USER clerk;
        GRANT ROLE stranger TO USER clerk;
        GRANT USAGE, CREATE SCHEMA ON DATABASE db TO ROLE owner;
        GRANT USAGE ON DATABASE db TO ROLE reader;
    """)
    opened = [admin]

    def connect(role: str) -> Session:
        session = account.connect("CLERK", role=role)
        opened.append(session)
        return session

    connect("owner").script("""
        CREATE SCHEMA store;
        CREATE TABLE t (a NUMBER);
        INSERT INTO t (a) VALUES (1);
        CREATE VIEW v AS SELECT a FROM t;
        CREATE PROCEDURE p() RETURNS NUMBER LANGUAGE SQL AS $$ BEGIN RETURN (SELECT COUNT(*) FROM t); END; $$;
        CREATE PROCEDURE q() RETURNS NUMBER LANGUAGE SQL EXECUTE AS CALLER AS
        $$ BEGIN RETURN (SELECT COUNT(*) FROM t); END; $$;
        GRANT USAGE ON SCHEMA store TO ROLE reader;
    """)
    yield connect
    for session in opened:
        session.close()


def refused(session: Session, number: int, statement: str) -> None:
    """A statement has to fail with a number."""
    with pytest.raises(SnowflakeError) as caught:
        session.execute(statement)
    assert caught.value.number == number, caught.value


@pytest.mark.parametrize(
    "statement",
    ["SELECT * FROM store.t", "INSERT INTO store.t (a) VALUES (2)", "DELETE FROM store.t", "UPDATE store.t SET a = 2"],
)
def test_what_was_not_granted_is_not_seen(as_role: As, statement: str) -> None:
    """An object on which a role has no right does not exist, as far as the role is told."""
    refused(as_role("reader"), 2003, statement)


def test_a_privilege_is_for_its_kind_of_statement(as_role: As) -> None:
    """Who may read sees the table, and may not write it."""
    as_role("owner").execute("GRANT SELECT ON TABLE store.t TO ROLE reader")
    reader = as_role("reader")
    assert reader.execute("SELECT a FROM store.t").rows == [(1,)]
    refused(reader, 3001, "DELETE FROM store.t")
    refused(reader, 3001, "TRUNCATE TABLE store.t")
    refused(reader, 3001, "DROP TABLE store.t")
    refused(reader, 3001, "ALTER TABLE store.t ADD b NUMBER")
    refused(reader, 3001, "GRANT SELECT ON TABLE store.t TO ROLE stranger")
    as_role("owner").execute("REVOKE SELECT ON TABLE store.t FROM ROLE reader")
    refused(reader, 2003, "SELECT a FROM store.t")


def test_a_view_reads_with_its_owners_rights(as_role: As) -> None:
    """Who may read the view needs no right on its table."""
    as_role("owner").execute("GRANT SELECT ON VIEW store.v TO ROLE reader")
    assert as_role("reader").execute("SELECT a FROM store.v").rows == [(1,)]
    refused(as_role("reader"), 2003, "SELECT a FROM store.t")


def test_a_procedure_runs_with_its_owners_rights_unless_as_caller(as_role: As) -> None:
    """USAGE on the procedure is all that its caller needs, or not."""
    owner, reader = as_role("owner"), as_role("reader")
    refused(reader, 2140, "CALL store.p()")
    owner.execute("GRANT USAGE ON PROCEDURE store.p() TO ROLE reader")
    owner.execute("GRANT USAGE ON PROCEDURE store.q() TO ROLE reader")
    assert reader.execute("CALL store.p()").rows == [(1,)]
    refused(reader, 2003, "CALL store.q()")


def test_a_schema_needs_usage(as_role: As) -> None:
    """Of it and of its database."""
    owner, stranger = as_role("owner"), as_role("stranger")
    owner.execute("GRANT SELECT ON TABLE store.t TO ROLE stranger")
    refused(stranger, 2003, "SELECT a FROM store.t")
    owner.execute("GRANT USAGE ON SCHEMA store TO ROLE stranger")
    refused(stranger, 2003, "SELECT a FROM store.t")
    refused(stranger, 2043, "USE SCHEMA store")


def test_roles_inherit(as_role: As, account: Account) -> None:
    """What was granted to a role, whoever has that role may."""
    account.connect().execute("GRANT ROLE reader TO ROLE stranger")
    as_role("owner").execute("GRANT SELECT ON VIEW store.v TO reader")
    assert as_role("stranger").execute("SELECT a FROM store.v").rows == [(1,)]
    account.connect().execute("REVOKE ROLE reader FROM ROLE stranger")
    refused(as_role("stranger"), 2003, "SELECT a FROM store.v")


def test_or_replace_takes_grants_away_unless_they_are_copied(as_role: As) -> None:
    """Of procedures and views alike."""
    owner, reader = as_role("owner"), as_role("reader")
    owner.execute("GRANT USAGE ON PROCEDURE store.p() TO ROLE reader")
    owner.execute("GRANT SELECT ON VIEW store.v TO ROLE reader")
    owner.execute("USE SCHEMA store")
    body = "RETURNS NUMBER LANGUAGE SQL AS $$ BEGIN RETURN 7; END; $$"
    owner.execute(f"CREATE OR REPLACE PROCEDURE p() COPY GRANTS {body}")
    owner.execute("CREATE OR REPLACE VIEW v COPY GRANTS AS SELECT a + 1 AS a FROM t")
    assert reader.execute("CALL store.p()").rows == [(7,)]
    assert reader.execute("SELECT a FROM store.v").rows == [(2,)]
    owner.execute(f"CREATE OR REPLACE PROCEDURE p() {body}")
    owner.execute("CREATE OR REPLACE VIEW v AS SELECT a FROM t")
    refused(reader, 2140, "CALL store.p()")
    refused(reader, 2003, "SELECT a FROM store.v")


@pytest.mark.parametrize(
    ("privilege", "statement"),
    [
        ("CREATE TABLE", "CREATE TABLE store.mine (a NUMBER)"),
        ("CREATE VIEW", "CREATE VIEW store.mine AS SELECT 1 AS a"),
        ("CREATE PROCEDURE", "CREATE PROCEDURE store.mine() RETURNS NUMBER LANGUAGE SQL AS $$ BEGIN RETURN 1; END; $$"),
        ("CREATE FUNCTION", "CREATE FUNCTION store.mine() RETURNS NUMBER LANGUAGE SQL AS $$ 1 $$"),
    ],
)
def test_creating_is_a_privilege_on_the_schema(as_role: As, privilege: str, statement: str) -> None:
    refused(as_role("reader"), 3001, statement)
    as_role("owner").execute(f"GRANT {privilege} ON SCHEMA store TO ROLE reader")
    as_role("reader").execute(statement)


def test_a_role_has_to_be_granted_to_its_user(account: Account, as_role: As) -> None:
    account.connect().execute("CREATE ROLE other")
    refused(as_role("reader"), 2043, "USE ROLE other")
    assert as_role("reader").execute("SELECT CURRENT_ROLE()").rows == [("READER",)]


def test_privileges_are_those_of_the_kind(as_role: As) -> None:
    refused(as_role("owner"), 3008, "GRANT USAGE ON TABLE store.t TO ROLE reader")
    refused(as_role("owner"), 2003, "GRANT SELECT ON TABLE store.t TO ROLE nobody")
    refused(as_role("owner"), 2003, "GRANT SELECT ON TABLE store.u TO ROLE reader")
    with pytest.raises(NotSupported, match="ON ALL TABLES"):
        as_role("owner").execute("GRANT SELECT ON ALL TABLES IN SCHEMA store TO ROLE reader")


def test_information_schema_shows_what_a_role_has_a_right_on(as_role: As) -> None:
    """And nothing else."""
    owner, reader = as_role("owner"), as_role("reader")
    there = (
        "SELECT t.table_name FROM information_schema.tables AS t UNION ALL"
        " SELECT p.procedure_name FROM information_schema.procedures AS p ORDER BY 1"
    )
    assert owner.execute(there).rows == [("P",), ("Q",), ("T",), ("V",)]
    assert reader.execute(there).rows == []
    owner.execute("GRANT USAGE ON PROCEDURE store.p() TO ROLE reader")
    assert reader.execute(there).rows == [("P",)]


def test_information_schema_describes(as_role: As) -> None:
    """Columns with their types, keys, and the texts of views and routines."""
    owner = as_role("owner")
    owner.script("""
        USE SCHEMA store;
        CREATE TABLE u (
            id INTEGER NOT NULL AUTOINCREMENT START 1 INCREMENT 1 ORDER,
            name VARCHAR(9) DEFAULT 'x' NOT NULL,
            amount NUMBER(38, 10),
            since TIMESTAMP_TZ(6),
            CONSTRAINT u_pk PRIMARY KEY (id),
            CONSTRAINT u_uk UNIQUE (name)
        );
        ALTER TABLE u ADD COLUMN note VARCHAR;
        ALTER TABLE u DROP COLUMN amount;
    """)
    columns = (
        "SELECT c.column_name, c.data_type, c.is_nullable, c.is_identity, c.character_maximum_length,"
        " c.numeric_precision, c.datetime_precision FROM information_schema.columns AS c"
        " WHERE c.table_name = 'U' ORDER BY c.ordinal_position"
    )
    assert owner.execute(columns).rows == [
        ("ID", "NUMBER", "NO", "YES", None, 38, None),
        ("NAME", "TEXT", "NO", "NO", 9, None, None),
        ("SINCE", "TIMESTAMP_TZ", "YES", "NO", None, None, 6),
        ("NOTE", "TEXT", "YES", "NO", 16777216, None, None),
    ]
    keys = "SELECT k.constraint_name, k.constraint_type FROM information_schema.table_constraints AS k ORDER BY 1"
    assert owner.execute(keys).rows == [("U_PK", "PRIMARY KEY"), ("U_UK", "UNIQUE")]
    texts = "SELECT p.procedure_definition FROM information_schema.procedures AS p WHERE p.procedure_name = 'P'"
    assert owner.execute(texts).rows == [(" BEGIN RETURN (SELECT COUNT(*) FROM t); END; ",)]


def test_a_session_variable_names_an_object(session: Session) -> None:
    """By IDENTIFIER($name); one that is not set is an error."""
    session.script("""
        SET place = 'somewhere';
        CREATE SCHEMA IF NOT EXISTS IDENTIFIER($place);
        USE SCHEMA IDENTIFIER($place);
        CREATE TABLE t (a NUMBER);
    """)
    assert session.execute("SELECT COUNT(*) FROM somewhere.t").rows == [(0,)]
    assert session.execute("SELECT CURRENT_SCHEMA()").rows == [("SOMEWHERE",)]
    refused(session, 1500, "USE SCHEMA IDENTIFIER($other)")
    refused(session, 2043, "USE SCHEMA nowhere")
    session.execute("DROP SCHEMA somewhere")
    refused(session, 2003, "SELECT COUNT(*) FROM somewhere.t")
