"""Variables, branches and loops: the pages on variables, blocks, branching, loops, cursors and result sets."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.snowflake_scripting.errors import NotSupported, SnowflakeError
from tests.snowflake_scripting.session import Session

Returned = Callable[..., Any]


def test_a_variable_without_a_default_is_null(returned: Returned) -> None:
    """DECLARE x type; leaves it NULL."""
    assert returned("RETURN x IS NULL;", "x INTEGER;") is True


def test_declarations_take_default_and_the_assignment_sign_alike(returned: Returned) -> None:
    """Both give a declared variable its first value."""
    assert returned("RETURN a || b;", "a VARCHAR DEFAULT 'x'; b VARCHAR := 'y';") == "xy"


def test_a_declared_variable_can_use_those_before_it(returned: Returned) -> None:
    """Declarations run in their order."""
    assert returned("RETURN b;", "a INTEGER DEFAULT 2; b INTEGER DEFAULT a * 3;") == 6


def test_let_declares_a_variable_among_the_statements(returned: Returned) -> None:
    """With a type, or with the type of its value."""
    assert returned("LET a INTEGER := 2; LET b := a + 1; RETURN b;") == 3


def test_the_type_of_a_variable_is_that_of_its_first_value(returned: Returned) -> None:
    """A variable declared without a type keeps the type that its value gave it."""
    with pytest.raises(SnowflakeError, match="EXPRESSION_ERROR"):
        returned("LET a := 2; a := 'x'; RETURN a;")


def test_an_assignment_converts_to_the_variables_type(returned: Returned) -> None:
    """A text that is a number fits a number."""
    assert returned("LET a INTEGER := '12'; RETURN a + 1;") == 13


def test_a_number_without_decimals_is_rounded(returned: Returned) -> None:
    """NUMBER keeps no decimals unless its scale says so."""
    assert returned("LET a NUMBER := 1.6; RETURN a;") == 2


def test_names_fold_to_upper_case_unless_they_are_quoted(returned: Returned) -> None:
    """Unquoted names are the same in any case."""
    assert returned('LET "Mixed" := 1; LET plain := 2; RETURN PLAIN + "Mixed";') == 3


def test_a_colon_is_optional_in_expressions(returned: Returned) -> None:
    """An expression of a block takes a variable with and without a colon."""
    assert returned("LET a := 2; RETURN :a + a;") == 4


def test_an_inner_block_sees_and_hides_the_outer_variables(returned: Returned) -> None:
    """A nested block's variable of the same name is another one."""
    text = """
        LET a := 1; LET b := 10;
        DECLARE a INTEGER DEFAULT 2; BEGIN b := b + a; END;
        RETURN a + b;
    """
    assert returned(text) == 13


def test_a_variable_ends_with_its_block(returned: Returned) -> None:
    """What an inner block declares is unknown behind it."""
    with pytest.raises(NotSupported, match=r"the variable A.*line 1"):
        returned("BEGIN LET a := 1; END; a := 2;")


def test_without_a_return_a_block_returns_null(returned: Returned) -> None:
    """RETURN is optional."""
    assert returned("LET a := 1;") is None


def test_if_takes_the_first_true_branch(returned: Returned) -> None:
    """IF, ELSEIF, ELSE."""
    text = "IF ({0} < 1) THEN RETURN 'low'; ELSEIF ({0} < 5) THEN RETURN 'middle'; ELSE RETURN 'high'; END IF;"
    assert [returned(text.format(number)) for number in (0, 3, 9)] == ["low", "middle", "high"]


def test_an_unknown_condition_is_not_true(returned: Returned) -> None:
    """A condition that is NULL takes no branch."""
    assert returned("IF (NULL > 1) THEN RETURN 1; END IF; RETURN 2;") == 2


def test_a_condition_can_ask_whether_rows_exist(session: Session, returned: Returned) -> None:
    """EXISTS (SELECT ...) is an expression; in its query a name without a colon is a column."""
    session.execute("CREATE TABLE t (a INTEGER)")
    text = "LET a := 1; IF (EXISTS (SELECT 1 FROM t WHERE t.a = :a)) THEN RETURN TRUE; END IF; RETURN FALSE;"
    assert returned(text) is False
    session.execute("INSERT INTO t (a) VALUES (1)")
    assert returned(text) is True


def test_a_searched_case_takes_conditions(returned: Returned) -> None:
    """CASE WHEN condition THEN statements."""
    assert returned("LET a := 5; CASE WHEN a > 9 THEN RETURN 'x'; WHEN a > 3 THEN RETURN 'y'; END; RETURN 'z';") == "y"


def test_a_simple_case_compares_values(returned: Returned) -> None:
    """CASE (expression) WHEN value THEN statements ELSE statements END CASE."""
    text = "CASE ({}) WHEN 'a' THEN RETURN 1; WHEN 'b' THEN RETURN 2; ELSE RETURN 3; END CASE;"
    assert [returned(text.format(value)) for value in ("'a'", "'b'", "NULL")] == [1, 2, 3]


def test_a_case_expression_is_no_case_statement(returned: Returned) -> None:
    """In an expression CASE ends with END."""
    assert returned("LET a := 1; IF (CASE WHEN a = 1 THEN TRUE ELSE FALSE END) THEN RETURN 'y'; END IF;") == "y"


def test_for_counts_up_and_in_reverse_down(returned: Returned) -> None:
    """Both ends of a range belong to it."""
    text = "LET s := ''; FOR i IN {} 1 TO 3 DO s := s || i; END FOR; RETURN s;"
    assert [returned(text.format(word)) for word in ("", "REVERSE")] == ["123", "321"]


def test_while_and_repeat_and_loop(returned: Returned) -> None:
    """WHILE tests before, REPEAT behind, LOOP never."""
    assert returned("LET a := 0; WHILE (a < 3) DO a := a + 1; END WHILE; RETURN a;") == 3
    assert returned("LET a := 5; REPEAT a := a + 1; UNTIL (a > 3) END REPEAT; RETURN a;") == 6
    assert returned("LET a := 0; LOOP a := a + 1; IF (a = 4) THEN BREAK; END IF; END LOOP; RETURN a;") == 4


def test_continue_goes_on_with_the_next_pass(returned: Returned) -> None:
    """CONTINUE leaves out the rest of a pass."""
    text = "LET s := 0; FOR i IN 1 TO 5 DO IF (i = 3) THEN CONTINUE; END IF; s := s + i; END FOR; RETURN s;"
    assert returned(text) == 12


def test_a_cursor_runs_when_a_loop_opens_it(session: Session, returned: Returned) -> None:
    """Unlike a result set, which has run when it was assigned."""
    session.execute("CREATE TABLE t (a INTEGER)")
    text = """
        INSERT INTO t (a) VALUES (1), (2);
        FOR r IN {} DO s := s + r.a; END FOR;
        RETURN s;
    """
    declare = "s INTEGER DEFAULT 0; c CURSOR FOR SELECT a FROM t; x RESULTSET DEFAULT (SELECT a FROM t);"
    assert returned(text.format("c"), declare) == 3
    session.execute("DELETE FROM t")
    assert returned(text.format("x"), declare) == 0


def test_a_result_set_keeps_its_rows(session: Session, returned: Returned) -> None:
    """It can be read twice, and sees no later change."""
    session.execute("CREATE TABLE t (a INTEGER)")
    text = """
        INSERT INTO t (a) VALUES (1);
        x := (SELECT a FROM t);
        DELETE FROM t;
        FOR r IN x DO s := s + r.a; END FOR;
        FOR r IN x DO s := s + r.a; END FOR;
        RETURN s;
    """
    assert returned(text, "s INTEGER DEFAULT 0; x RESULTSET;") == 2


def test_select_into_sets_variables(returned: Returned) -> None:
    """One variable for each column of the one row."""
    assert returned("SELECT 1, 'x' INTO :a, :b; RETURN a || b;", "a INTEGER; b VARCHAR;") == "1x"


def test_select_into_takes_a_with_clause(returned: Returned) -> None:
    """INTO stands behind the outer SELECT's list."""
    assert returned("WITH c AS (SELECT 4 AS n) SELECT c.n INTO :a FROM c; RETURN a;", "a INTEGER;") == 4


def test_select_into_refuses_more_than_one_row(returned: Returned) -> None:
    """Two rows are a statement's error."""
    with pytest.raises(SnowflakeError, match="exactly 1 returned row, but got 2"):
        returned("SELECT x INTO :a FROM (SELECT 1 AS x UNION ALL SELECT 2);", "a INTEGER;")


def test_select_into_without_a_row_leaves_null(returned: Returned) -> None:
    """No row is no error; what becomes of a value is not documented, so a variable that has one is refused."""
    assert returned("SELECT 1 INTO :a FROM (SELECT 1) WHERE FALSE; RETURN a;", "a INTEGER;") is None
    with pytest.raises(NotSupported, match="set it to NULL before"):
        returned("SELECT 1 INTO :a FROM (SELECT 1) WHERE FALSE; RETURN a;", "a INTEGER DEFAULT 3;")


def test_the_row_count_is_that_of_the_last_change(session: Session, returned: Returned) -> None:
    """SQLROWCOUNT, SQLFOUND and SQLNOTFOUND speak of the last DML statement."""
    session.execute("CREATE TABLE t (a INTEGER)")
    text = "INSERT INTO t (a) VALUES (1), (2); LET n := SQLROWCOUNT; UPDATE t SET a = 3 WHERE a = 9; RETURN {};"
    assert returned(text.format("n")) == 2
    assert returned(text.format("SQLROWCOUNT")) == 0
    assert returned(text.format("SQLFOUND")) is False
    assert returned(text.format("SQLNOTFOUND")) is True


def test_a_value_is_never_pasted_into_the_statement(session: Session, returned: Returned) -> None:
    """A bind variable is a value, whatever it holds."""
    session.execute("CREATE TABLE t (a VARCHAR)")
    returned("LET a := 'x''); DROP TABLE t; --'; INSERT INTO t (a) VALUES (:a);")
    assert session.execute("SELECT a FROM t").rows == [("x'); DROP TABLE t; --",)]


def test_a_path_into_a_variant_is_no_variable(returned: Returned) -> None:
    """A colon behind a value goes into it."""
    assert returned('LET v := PARSE_JSON(\'{"a": {"b": [1, 2]}}\'); RETURN v:a.b[1]::INTEGER;') == 2


def test_a_variant_becomes_plain_in_a_plain_variable(returned: Returned) -> None:
    """A text out of JSON has no quotes."""
    assert returned("LET a VARCHAR := PARSE_JSON('[\"x\"]')[0]; RETURN a;") == "x"


def test_comments_and_null_do_nothing(returned: Returned) -> None:
    """Comments of both kinds, and the statement NULL."""
    assert returned("/* one; */ NULL; -- two;\n RETURN 'it''s';") == "it's"
