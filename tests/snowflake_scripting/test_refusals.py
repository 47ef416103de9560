"""What the interpreter does not know is refused with the construct and the line; what is no SQL is a syntax error."""

from __future__ import annotations

import pytest

from tests.snowflake_scripting.errors import NotSupported, SnowflakeError
from tests.snowflake_scripting.session import Session

UNKNOWN_STATEMENTS = {
    "OPEN c": "the statement OPEN",
    "FETCH c INTO x": "the statement FETCH",
    "CLOSE c": "the statement CLOSE",
    "SHOW TABLES": "the statement SHOW",
    "USE SCHEMA x": "the statement USE",
    "GRANT USAGE ON SCHEMA x TO ROLE y": "the statement GRANT",
    "ASYNC (SELECT 1)": "the statement ASYNC",
    "COPY INTO t FROM @s": "the statement COPY",
    "foo": "the statement foo",
    "BREAK outer_loop": "a label",
    "x := CALL p()": "CALL ... INTO",
    "SELECT 1 FROM IDENTIFIER(:x)": "IDENTIFIER",
    "SELECT 1 FROM TABLE(:x)": "TABLE",
    "LET p PROCEDURE () RETURNS VARCHAR": "a nested procedure",
    "LET e EXCEPTION (-20001, x)": "no literal",
    "SELECT :nothing": "the variable :nothing",
    "RAISE nothing": "RAISE NOTHING",
    "RAISE": "RAISE alone",
    "nothing := 1": "the variable NOTHING",
    "BREAK": "BREAK or CONTINUE outside a loop",
    "IF (1) THEN NULL; END IF": "a condition that is no BOOLEAN",
    "EXECUTE IMMEDIATE 'SEL' || 'ECT 1'": "EXECUTE IMMEDIATE of an expression",
    "LET c CURSOR FOR SELECT 1; FOR r IN c DO SELECT :r.x; END FOR": "assign the field to a variable",
    "BEGIN TRANSACTION NAME x": "a transaction's name",
    "ALTER SESSION SET AUTOCOMMIT = FALSE": "the statement ALTER SESSION",
    "LET a := TRY_TO_TIMESTAMP_TZ('x', 'YYYY')": "a format",
    "LET a := REGEXP_REPLACE('x', 'y', 'z', 2)": "REGEXP_REPLACE of more",
    "LET a := TO_VARCHAR(SYSDATE(), 'MON')": "the format %b",
    "LET a := TO_VARCHAR(x, 'MON')": "the format MON",
    "LET a := PARSE_XML('x')": "what DuckDB refuses",
    "LET a GEOGRAPHY := NULL; LET b GEOGRAPHY := a || 'x'": "the type GEOGRAPHY",
    "LET a NUMBER := (SELECT count(*) FROM TABLE(FLATTEN(input => PARSE_JSON('[]'), recursive => TRUE)))": "FLATTEN",
}


@pytest.mark.parametrize("statement", UNKNOWN_STATEMENTS)
def test_an_unknown_statement_is_refused_with_its_line(session: Session, statement: str) -> None:
    """No handler catches it."""
    text = f"EXECUTE IMMEDIATE $$\nBEGIN\n  {statement};\nEXCEPTION WHEN OTHER THEN NULL;\nEND;\n$$"
    with pytest.raises(NotSupported) as caught:
        session.execute(text)
    assert UNKNOWN_STATEMENTS[statement] in str(caught.value)
    if "outside a loop" not in str(caught.value):
        assert "(line 3)" in str(caught.value)


HEADS = {
    "CREATE SECURE PROCEDURE p() RETURNS VARCHAR LANGUAGE SQL AS $$ BEGIN RETURN 1; END; $$": "CREATE SECURE",
    "CREATE PROCEDURE p() RETURNS VARCHAR LANGUAGE JAVASCRIPT AS $$ x $$": "LANGUAGE JAVASCRIPT",
    "CREATE PROCEDURE p() RETURNS VARCHAR NOT NULL LANGUAGE SQL AS $$ BEGIN RETURN 1; END; $$": "NOT NULL",
    "CREATE PROCEDURE p() RETURNS VARCHAR LANGUAGE SQL STRICT AS $$ BEGIN RETURN 1; END; $$": "STRICT",
    "CREATE PROCEDURE p(OUT a VARCHAR) RETURNS VARCHAR LANGUAGE SQL AS $$ BEGIN RETURN 1; END; $$": "is OUT",
    "CREATE PROCEDURE p() RETURNS VARCHAR LANGUAGE SQL AS BEGIN RETURN 1; END;": "without $$",
    "CREATE PROCEDURE p() RETURNS VARCHAR LANGUAGE SQL AS $$ BEGIN RETURN 1; END outer_block; $$": "a label",
    "ALTER SESSION SET WEEK_START = 1": "WEEK_START",
    "CREATE USER x": "CREATE USER",
    "SHOW TABLES": "the statement SHOW",
    "CREATE TABLE t (a NUMBER CHECK (a > 0))": "CHECK",
}


@pytest.mark.parametrize("statement", HEADS)
def test_an_unknown_head_is_refused(session: Session, statement: str) -> None:
    """Options of procedures, and statements of a client."""
    with pytest.raises((NotSupported, SnowflakeError)) as caught:
        session.execute(statement)
    assert HEADS[statement] in str(caught.value)


@pytest.mark.parametrize(
    "block",
    [
        "BEGIN RETURN 1 END;",
        "BEGIN IF 1 > 2 THEN NULL; END IF; END;",
        "BEGIN IF (1 > 2) THEN NULL; END; END;",
        "BEGIN END;",
        "BEGIN LET a := ; END;",
        "BEGIN RETURN (1; END;",
        "BEGIN SELECT 1 INTO a; END;",
        "BEGIN WHILE (TRUE) NULL; END WHILE; END;",
        "DECLARE a; BEGIN RETURN 1; END;",
        "BEGIN RETURN 'x; END;",
        "BEGIN RETURN 1; END; END;",
    ],
)
def test_what_is_no_block_is_a_syntax_error(session: Session, block: str) -> None:
    """When the procedure is created, not only when the statement is reached."""
    with pytest.raises(SnowflakeError, match="syntax error line 1"):
        session.execute(f"CREATE PROCEDURE p() RETURNS VARCHAR LANGUAGE SQL AS $${block}$$")


def test_a_script_takes_blocks_only_as_texts(session: Session) -> None:
    """As the command-line clients do, which cut a script at its semicolons."""
    with pytest.raises(NotSupported, match=r"a block in a script.*line 2"):
        session.script("SELECT 1;\nBEGIN SELECT 1; END;")
