"""CREATE PROCEDURE and CALL: their pages, and those on arguments, returned tables and EXECUTE IMMEDIATE."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from tests.snowflake_scripting.errors import NotSupported, SnowflakeError
from tests.snowflake_scripting.session import Account, Session

Create = Callable[..., None]


def test_arguments_come_in_order_or_by_name(session: Session, create: Create) -> None:
    """name => value, in any order; those with a default may be missing."""
    create("p(a VARCHAR, b VARCHAR DEFAULT 'B', c VARCHAR DEFAULT 'C')", "BEGIN RETURN a || b || c; END;")
    for call, expected in (
        ("CALL p('1', '2', '3')", "123"),
        ("CALL p('1')", "1BC"),
        ("CALL p('1', c => '3')", "1B3"),
        ("CALL p(c => '3', a => '1', b => '2')", "123"),
    ):
        assert session.execute(call).rows == [(expected,)]


@pytest.mark.parametrize("call", ["CALL p()", "CALL p('1', '2', '3')", "CALL p('1', x => '2')", "CALL q('1')"])
def test_a_call_that_fits_no_procedure_fails(session: Session, create: Create, call: str) -> None:
    """Too few or too many arguments, an unknown name of an argument or of a procedure."""
    create("p(a VARCHAR, b VARCHAR DEFAULT 'B')", "BEGIN RETURN a || b; END;")
    with pytest.raises(SnowflakeError, match="Unknown user-defined function"):
        session.execute(call)


def test_a_client_binds_values(session: Session, create: Create) -> None:
    """Each question mark stands for a value."""
    create("p(a VARCHAR, b NUMBER, c TIMESTAMP_TZ)", "BEGIN RETURN a || b || (c IS NULL); END;")
    assert session.execute("CALL p(?, b => ?, c => ?)", ["x", 3, None]).rows == [("x3true",)]
    with pytest.raises(SnowflakeError, match="1 bind variables, 2 values"):
        session.execute("SELECT ?", [1, 2])


def test_procedures_of_one_name_differ_by_their_types(session: Session, create: Create) -> None:
    """A signature is the name and the types; a replaced procedure is one of the same types."""
    create("p(a VARCHAR)", "BEGIN RETURN 'one'; END;")
    create("p(a VARCHAR, b VARCHAR)", "BEGIN RETURN 'two'; END;")
    create("p(x STRING)", "BEGIN RETURN 'new'; END;")
    assert session.execute("CALL p('')").rows == [("new",)]
    assert session.execute("CALL p('', '')").rows == [("two",)]


def test_a_replaced_procedure_may_keep_its_grants(session: Session, create: Create) -> None:
    """COPY GRANTS stands behind the arguments."""
    for returned in ("old", "new"):
        create("p(a VARCHAR) COPY GRANTS", f"BEGIN RETURN '{returned}'; END;")
    assert session.execute("CALL p('')").rows == [("new",)]


def test_drop_names_the_types(session: Session, create: Create) -> None:
    """DROP PROCEDURE name(types), IF EXISTS or not."""
    create("p(a VARCHAR, b INTEGER)", "BEGIN RETURN 'x'; END;")
    session.execute("DROP PROCEDURE p(VARCHAR, NUMBER)")
    with pytest.raises(SnowflakeError, match="does not exist"):
        session.execute("DROP PROCEDURE p(VARCHAR, NUMBER)")
    session.execute("DROP PROCEDURE IF EXISTS p(VARCHAR, NUMBER)")


def test_without_or_replace_a_procedure_must_be_new(session: Session, create: Create) -> None:
    """CREATE PROCEDURE refuses a signature that is there."""
    create("p()", "BEGIN RETURN 'x'; END;")
    with pytest.raises(SnowflakeError, match="already exists"):
        session.execute("CREATE PROCEDURE p() RETURNS VARCHAR LANGUAGE SQL AS $$ BEGIN RETURN 'y'; END; $$")


def test_the_returned_value_has_the_declared_type(session: Session, create: Create) -> None:
    """RETURNS NUMBER makes a number of a text."""
    create("p()", "BEGIN RETURN '12'; END;", "NUMBER")
    assert session.execute("CALL p()").rows == [(12,)]


def test_the_result_of_a_call_is_one_column_of_the_procedures_name(session: Session, create: Create) -> None:
    """A scalar procedure's result has one row and one column."""
    create("p()", "BEGIN RETURN 'x'; END;")
    result = session.execute("CALL p()")
    assert [column.name for column in result.columns] == ["P"]


def test_return_table_returns_the_rows(session: Session, create: Create) -> None:
    """RETURN TABLE (result set)."""
    body = "DECLARE r RESULTSET; BEGIN r := (SELECT 1 AS a, 'x' AS b UNION ALL SELECT 2, 'y'); RETURN TABLE (r); END;"
    create("p()", body, "TABLE (a NUMBER, b VARCHAR)")
    result = session.execute("CALL p()")
    assert [column.name for column in result.columns] == ["A", "B"]
    assert sorted(result.rows) == [(1, "x"), (2, "y")]


@pytest.mark.parametrize("query", ["SELECT 1 AS b", "SELECT 'x' AS a", "SELECT 1 AS a, 2 AS b"])
def test_returned_rows_have_the_declared_columns(session: Session, create: Create, query: str) -> None:
    """The names, types and number of the columns are those of RETURNS TABLE."""
    create("p()", f"DECLARE r RESULTSET DEFAULT ({query}); BEGIN RETURN TABLE (r); END;", "TABLE (a NUMBER)")
    with pytest.raises(NotSupported, match=r"RETURNS TABLE \(A NUMBER\)"):
        session.execute("CALL p()")


def test_a_call_returns_into_a_variable(session: Session, create: Create) -> None:
    """CALL ... INTO :variable."""
    create("inner_one(a NUMBER)", "BEGIN RETURN a * 2; END;", "NUMBER")
    create("p(a NUMBER)", "BEGIN LET b NUMBER := 0; CALL inner_one(:a + 1) INTO :b; RETURN b; END;", "NUMBER")
    assert session.execute("CALL p(4)").rows == [(10,)]


def test_a_called_procedure_sees_no_variable_of_its_caller(session: Session, create: Create) -> None:
    """Each procedure has its own names."""
    create("inner_one()", "BEGIN RETURN a; END;", "NUMBER")
    create("p()", "BEGIN LET a := 1; LET b NUMBER; CALL inner_one() INTO :b; RETURN b; END;", "NUMBER")
    with pytest.raises(SnowflakeError, match="invalid identifier"):
        session.execute("CALL p()")


def test_a_procedure_can_call_itself(session: Session, create: Create) -> None:
    """Recursion is allowed."""
    create(
        "p(n NUMBER)",
        "DECLARE r NUMBER; BEGIN IF (n < 2) THEN RETURN 1; END IF; CALL p(:n - 1) INTO :r; RETURN r * n; END;",
        "NUMBER",
    )
    assert session.execute("CALL p(5)").rows == [(120,)]


def test_a_result_set_takes_the_table_of_a_call(session: Session, create: Create) -> None:
    """name := (CALL ...)."""
    create("q()", "DECLARE r RESULTSET DEFAULT (SELECT 3 AS a); BEGIN RETURN TABLE (r); END;", "TABLE (a NUMBER)")
    create(
        "p()", "DECLARE r RESULTSET; s NUMBER; BEGIN r := (CALL q()); FOR x IN r DO s := x.a; END FOR; RETURN s; END;"
    )
    assert session.execute("CALL p()").rows == [("3",)]


def test_a_procedure_with_owners_rights_finds_names_in_its_own_schema(account: Account) -> None:
    """Unqualified names are those of the procedure's schema, not the caller's."""
    owner = account.connect(schema="STORE")
    owner.execute("CREATE TABLE t (a VARCHAR)")
    owner.execute("INSERT INTO t (a) VALUES ('of the store')")
    for rights in ("OWNER", "CALLER"):
        owner.execute(f"""
            CREATE PROCEDURE as_{rights}() RETURNS VARCHAR LANGUAGE SQL EXECUTE AS {rights}
            AS $$ DECLARE a VARCHAR; BEGIN SELECT t.a INTO :a FROM t; RETURN a; END; $$
        """)
    caller = account.connect(schema="ELSEWHERE")
    assert caller.execute("CALL store.as_owner()").rows == [("of the store",)]
    assert caller.schema == "ELSEWHERE"
    with pytest.raises(SnowflakeError, match="Object 'T' does not exist"):
        caller.execute("CALL store.as_caller()")
    assert caller.schema == "ELSEWHERE"


def test_execute_immediate_binds_variables(session: Session, create: Create) -> None:
    """USING gives the question marks their values."""
    session.execute("CREATE TABLE t (a NUMBER, b VARCHAR)")
    create(
        "p(a NUMBER, b VARCHAR)",
        "BEGIN LET s := 'INSERT INTO t (a, b) VALUES (?, ?)'; EXECUTE IMMEDIATE :s USING (a, b); RETURN b; END;",
    )
    session.execute("CALL p(1, 'x')")
    assert session.execute("SELECT a, b FROM t").rows == [(1, "x")]


def test_execute_immediate_runs_a_block(session: Session) -> None:
    """A block in a text, as a client without blocks has to send it."""
    assert session.execute("EXECUTE IMMEDIATE $$ DECLARE a NUMBER DEFAULT 3; BEGIN RETURN a; END; $$").rows == [(3,)]


def test_a_block_in_a_text_sees_no_variable(session: Session, create: Create) -> None:
    """EXECUTE IMMEDIATE knows only what USING gives."""
    create("p(a NUMBER)", "BEGIN EXECUTE IMMEDIATE 'BEGIN RETURN a; END;'; RETURN 'x'; END;")
    with pytest.raises(SnowflakeError, match="invalid identifier"):
        session.execute("CALL p(1)")


def test_the_clock_is_that_of_the_statement(session: Session, create: Create) -> None:
    """CURRENT_TIMESTAMP() goes on within a transaction."""
    session.execute("CREATE TABLE t (a TIMESTAMP_TZ)")
    session.execute("BEGIN TRANSACTION")
    before = datetime.now(UTC)
    for _ in range(2):
        session.execute("INSERT INTO t (a) VALUES (CURRENT_TIMESTAMP())")
    session.execute("COMMIT")
    first, second = (row[0] for row in session.execute("SELECT a FROM t ORDER BY a").rows)
    assert before <= first < second <= datetime.now(UTC)


def test_keys_are_declared_and_not_enforced(session: Session) -> None:
    """Of the constraints of a standard table only NOT NULL is enforced."""
    session.execute(
        "CREATE TABLE t (a NUMBER PRIMARY KEY, b NUMBER UNIQUE, c NUMBER NOT NULL, FOREIGN KEY (b) REFERENCES t (a))"
    )
    for _ in range(2):
        session.execute("INSERT INTO t (a, b, c) VALUES (1, 5, 1)")
    assert session.execute("SELECT count(*) FROM t").rows == [(2,)]
    with pytest.raises(SnowflakeError, match="NULL result in a non-nullable column"):
        session.execute("INSERT INTO t (a, b) VALUES (1, 5)")


def test_autoincrement_numbers_rows(session: Session) -> None:
    """AUTOINCREMENT START n INCREMENT n; a number is not used again."""
    session.execute("CREATE TABLE t (a INTEGER AUTOINCREMENT START 101 INCREMENT 1 ORDER, b VARCHAR)")
    session.execute("INSERT INTO t (b) VALUES ('x'), ('y')")
    session.execute("DELETE FROM t")
    session.execute("INSERT INTO t (b) VALUES ('z')")
    assert session.execute("SELECT a FROM t").rows == [(103,)]


def test_who_calls_is_known_to_a_procedure_with_owners_rights(account: Account) -> None:
    """CURRENT_USER() is the user of the session."""
    owner = account.connect("BOSS")
    owner.execute("CREATE PROCEDURE p() RETURNS VARCHAR LANGUAGE SQL AS $$ BEGIN RETURN CURRENT_USER(); END; $$")
    assert account.connect("CLERK").execute("CALL p()").rows == [("CLERK",)]


def test_a_function_of_sql_is_an_expression(session: Session, returned: Callable[..., object]) -> None:
    """CREATE FUNCTION whose body is an expression of its arguments; each is converted to its type."""
    session.execute("CREATE FUNCTION twice(a NUMBER) RETURNS NUMBER LANGUAGE SQL AS $$ a * 2 $$")
    assert session.execute("SELECT twice('4')").rows == [(8,)]
    assert returned("LET n := 3; RETURN twice(n) + 1;") == 7


def test_flatten_gives_a_row_for_each_element(session: Session) -> None:
    """Of an array with INDEX, of an object with KEY; nothing of what has no elements, but one row with OUTER."""
    flatten = "SELECT f.key, f.index, f.value::VARCHAR FROM TABLE(FLATTEN(input => PARSE_JSON(?))) AS f ORDER BY 1, 2"
    assert session.execute(flatten, ['["a", 2]']).rows == [(None, 0, "a"), (None, 1, "2")]
    assert session.execute(flatten, ['{"$k.x": "a", "": [1]}']).rows == [("", None, "[1]"), ("$k.x", None, "a")]
    assert session.execute(flatten, ["5"]).rows == []
    outer = flatten.replace("))) AS", "), outer => TRUE)) AS")
    for empty in ("[]", "{}", "5"):
        assert session.execute(outer, [empty]).rows == [(None, None, None)]


def test_flatten_goes_into_nested_values(session: Session) -> None:
    """LATERAL FLATTEN of what another one found."""
    query = """
        SELECT s.key || '.' || o.key || '.' || a.value::VARCHAR
        FROM
            TABLE(FLATTEN(input => PARSE_JSON(?))) AS s,
            LATERAL FLATTEN(input => s.value) AS o,
            LATERAL FLATTEN(input => o.value) AS a
        ORDER BY 1
    """
    rows = session.execute(query, ['{"s": {"o": ["a", "b"], "p": []}, "t": {"q": ["c"]}}']).rows
    assert rows == [("s.o.a",), ("s.o.b",), ("t.q.c",)]


@pytest.mark.parametrize("text", ["{", '{"a": 1, "a": 2}', '{"b": {"a": 1, "a": 2}}', "x"])
def test_what_is_no_json_is_refused(session: Session, text: str) -> None:
    """PARSE_JSON fails, TRY_PARSE_JSON answers NULL; a key may not be twice in an object."""
    assert session.execute("SELECT TRY_PARSE_JSON(?)", [text]).rows == [(None,)]
    assert session.execute("SELECT TYPEOF(TRY_PARSE_JSON(?))", [text]).rows == [(None,)]
    with pytest.raises(SnowflakeError, match="Error parsing JSON"):
        session.execute("SELECT PARSE_JSON(?)", [text])


def test_a_blank_text_is_null_as_json(session: Session) -> None:
    """So it is in Snowflake."""
    assert session.execute("SELECT PARSE_JSON(?), TRY_PARSE_JSON(' ')", [""]).rows == [(None, None)]


def test_json_null_is_not_null(session: Session) -> None:
    """A null in JSON is a value; as a text it is NULL."""
    query = "SELECT j:a IS NULL, TYPEOF(j:a), j:a::VARCHAR, TYPEOF(j:b) FROM (SELECT PARSE_JSON('{\"a\": null}') AS j)"
    assert session.execute(query).rows == [(False, "NULL_VALUE", None, None)]


def test_lists_of_nothing_are_empty(session: Session) -> None:
    """LISTAGG gives an empty text, ARRAY_AGG an empty array."""
    session.execute("CREATE TABLE t (a VARCHAR)")
    query = """
        SELECT LISTAGG(a, ', '), LISTAGG(a, ', ') WITHIN GROUP (ORDER BY a), TO_JSON(ARRAY_AGG(a)),
            TO_JSON(ARRAY_AGG(a) WITHIN GROUP (ORDER BY a)), ARRAY_SIZE(ARRAY_AGG(a))
        FROM t
    """
    assert session.execute(query).rows == [("", "", "[]", "[]", 0)]
    session.execute("INSERT INTO t (a) VALUES ('b'), (NULL), ('a')")
    ordered = "SELECT LISTAGG(a, ', ') WITHIN GROUP (ORDER BY a), ARRAY_AGG(a) WITHIN GROUP (ORDER BY a) FROM t"
    assert session.execute(ordered).rows == [("a, b", '["a","b"]')]


def test_a_text_too_long_for_its_column_is_refused(session: Session) -> None:
    """VARCHAR(n) counts characters."""
    session.execute("CREATE TABLE t (a VARCHAR(3) NOT NULL, b VARCHAR)")
    session.execute("INSERT INTO t (a, b) VALUES ('äöü', 'long enough')")
    for statement in ("INSERT INTO t (a) VALUES ('abcd')", "UPDATE t SET a = 'abcd'"):
        with pytest.raises(SnowflakeError, match="too long and would be truncated"):
            session.execute(statement)


def test_a_text_is_read_as_a_timestamp_by_its_format(session: Session) -> None:
    """TRY_ answers NULL where the text does not have the format, or the calendar no such day."""
    read = "SELECT TO_VARCHAR(TRY_TO_TIMESTAMP_TZ(?, 'YYYY-MM-DD HH24:MI:SS.FF6 TZHTZM'), 'YYYY-MM-DD HH24:MI:SS.FF6')"
    assert session.execute(read, ["2024-03-31 02:30:00.250000 +0130"]).rows == [("2024-03-31 01:00:00.250000",)]
    for wrong in ("2024-02-30 00:00:00.000000 +0000", "2024-03-31", "now", ""):
        assert session.execute(read, [wrong]).rows == [(None,)]


def test_the_least_and_the_greatest_value(session: Session) -> None:
    """A NULL among them makes the result NULL, unless it is to be ignored."""
    query = "SELECT LEAST(?, ?), GREATEST(?, ?), LEAST_IGNORE_NULLS(?, ?), GREATEST_IGNORE_NULLS(?, ?)"
    assert session.execute(query, [2, 1] * 4).rows == [(1, 2, 1, 2)]
    assert session.execute(query, [2, None] * 4).rows == [(None, None, 2, 2)]


def test_texts_lose_what_they_shall_lose(session: Session) -> None:
    """TRIM takes a set of characters, REGEXP_REPLACE replaces every match, SPLIT_PART counts from the end."""
    trimmed = "SELECT RTRIM(?, '/\\\\'), LTRIM(?, '/\\\\'), TRIM(?, '/\\\\')"
    assert session.execute(trimmed, ["/a\\/"] * 3).rows == [("/a", "a\\/", "a")]
    assert session.execute("SELECT REGEXP_REPLACE('12:34:56+01:30', '^[^+-]*|:', '')").rows == [("+0130",)]
    assert session.execute("SELECT SPLIT_PART('a.b.c', '.', -1), SPLIT_PART('', '.', -1)").rows == [("c", "")]


def test_an_object_has_the_members_that_are_not_null(session: Session) -> None:
    """OBJECT_CONSTRUCT; a JSON null is a value, and texts keep their characters."""
    made = "SELECT TO_JSON(OBJECT_CONSTRUCT('a', 1, 'it''s \"b\"', ?, 'c', NULL, 'd', PARSE_JSON('null'), 'e', TRUE))"
    odd = 'x"\\\n\u00e9'
    assert json.loads(session.execute(made, [odd]).rows[0][0]) == {"a": 1, 'it\'s "b"': odd, "d": None, "e": True}
    nested = "SELECT TO_JSON(OBJECT_CONSTRUCT('o', OBJECT_CONSTRUCT('x', NULL), 'l', ARRAY_CONSTRUCT(1, 2)))"
    assert json.loads(session.execute(nested).rows[0][0]) == {"o": {}, "l": [1, 2]}


def test_an_object_leaves_out_what_is_null(session: Session) -> None:
    """Of whatever types its values are; one within a value stays."""
    query = (
        "SELECT TO_JSON(OBJECT_CONSTRUCT('a', ?, 'b', 1, 'c', TRUE, 'd', PARSE_JSON('[{\"e\": null}]'), 'f', 'x\"'))"
    )
    assert session.execute(query, [None]).rows == [('{"b":1,"c":true,"d":[{"e":null}],"f":"x\\""}',)]
    listed = "SELECT TO_JSON(ARRAY_AGG(OBJECT_CONSTRUCT('k', f.value::VARCHAR)) WITHIN GROUP (ORDER BY f.index DESC))"
    rows = session.execute(f'{listed} FROM TABLE(FLATTEN(input => PARSE_JSON(\'["a", null, "b"]\'))) AS f').rows
    assert rows == [('[{"k":"b"},{},{"k":"a"}]',)]
