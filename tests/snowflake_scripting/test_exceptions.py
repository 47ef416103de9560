"""Exceptions: the pages on handling exceptions, EXCEPTION and RAISE."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.snowflake_scripting.errors import NotSupported, SnowflakeError
from tests.snowflake_scripting.session import Session

Returned = Callable[..., Any]
Create = Callable[..., None]


def test_an_uncaught_exception_reaches_the_client(session: Session) -> None:
    """With its number, P0001, its name, its line and position in the block, and its message."""
    text = "EXECUTE IMMEDIATE $$\nDECLARE\n  mine EXCEPTION (-20002, 'Mine.');\nBEGIN\n  RAISE mine;\nEND;\n$$"
    with pytest.raises(SnowflakeError) as caught:
        session.execute(text)
    assert str(caught.value) == "-20002 (P0001): Uncaught exception of type 'MINE' on line 5 at position 2 : Mine."


def test_an_exception_without_a_number_has_20000(session: Session) -> None:
    """EXCEPTION alone declares -20000 without a message."""
    with pytest.raises(SnowflakeError) as caught:
        session.execute("EXECUTE IMMEDIATE $$ DECLARE mine EXCEPTION; BEGIN RAISE mine; END; $$")
    assert str(caught.value) == "-20000 (P0001): Uncaught exception of type 'MINE' on line 1 at position 31"


@pytest.mark.parametrize("number", [-19999, -21000, 20001])
def test_the_number_lies_between_20000_and_20999(returned: Returned, number: int) -> None:
    """Numbers of declared exceptions are -20999 to -20000."""
    with pytest.raises(SnowflakeError, match="is not between"):
        returned("RETURN 1;", f"mine EXCEPTION ({number}, 'x');")


def test_a_handler_learns_code_message_and_state(returned: Returned) -> None:
    """SQLCODE, SQLERRM and SQLSTATE."""
    handler = "WHEN mine THEN RETURN SQLCODE || ' ' || SQLERRM || ' ' || SQLSTATE;"
    assert returned("RAISE mine;", "mine EXCEPTION (-20002, 'Mine.');", handler) == "-20002 Mine. P0001"


def test_the_first_fitting_handler_runs(returned: Returned) -> None:
    """Handlers are tried in their order; one can name several exceptions."""
    declare = "a EXCEPTION (-20001, 'a'); b EXCEPTION (-20002, 'b'); c EXCEPTION (-20003, 'c');"
    handlers = "WHEN a OR b THEN RETURN 1; WHEN b THEN RETURN 2; WHEN OTHER THEN RETURN 3;"
    assert [returned(f"RAISE {name};", declare, handlers) for name in "abc"] == [1, 1, 3]


def test_a_statement_that_fails_raises_a_statement_error(returned: Returned) -> None:
    """STATEMENT_ERROR: what a statement of SQL refuses."""
    handlers = "WHEN EXPRESSION_ERROR THEN RETURN 'e'; WHEN STATEMENT_ERROR THEN RETURN 's';"
    assert returned("DELETE FROM nowhere;", handlers=handlers) == "s"


def test_an_expression_that_fails_raises_an_expression_error(returned: Returned) -> None:
    """EXPRESSION_ERROR: what an expression of the block refuses."""
    handlers = "WHEN STATEMENT_ERROR THEN RETURN 's'; WHEN EXPRESSION_ERROR THEN RETURN SQLERRM;"
    assert returned("LET a := 1 / 0;", handlers=handlers) == "Division by zero"
    assert "recognized" in returned("LET a FLOAT := 'x';", handlers=handlers)


def test_an_inner_block_passes_on_what_it_does_not_handle(returned: Returned) -> None:
    """The enclosing block's handler gets it, and the statements behind the inner block do not run."""
    text = "BEGIN RAISE a; EXCEPTION WHEN b THEN RETURN 'inner'; END; RETURN 'behind';"
    declare = "a EXCEPTION (-20001, 'a'); b EXCEPTION (-20002, 'b');"
    assert returned(text, declare, "WHEN a THEN RETURN 'outer';") == "outer"


def test_a_handled_exception_lets_the_enclosing_block_go_on(returned: Returned) -> None:
    """Behind an inner block whose handler does not return, the outer one continues."""
    text = "BEGIN RAISE a; EXCEPTION WHEN a THEN NULL; END; RETURN 'behind';"
    assert returned(text, "a EXCEPTION (-20001, 'a');") == "behind"


def test_raise_alone_raises_the_same_again(returned: Returned) -> None:
    """In a handler, RAISE passes the exception on."""
    text = "BEGIN RAISE a; EXCEPTION WHEN OTHER THEN RAISE; END;"
    assert returned(text, "a EXCEPTION (-20001, 'a');", "WHEN a THEN RETURN SQLERRM;") == "a"


def test_a_handler_can_raise_another(returned: Returned) -> None:
    """What a handler raises goes to the enclosing block."""
    text = "BEGIN RAISE a; EXCEPTION WHEN a THEN RAISE b; END;"
    declare = "a EXCEPTION (-20001, 'a'); b EXCEPTION (-20002, 'b');"
    assert returned(text, declare, "WHEN OTHER THEN RETURN SQLERRM;") == "b"


def test_a_handler_sees_declared_variables_but_none_of_let(returned: Returned) -> None:
    """Only what DECLARE declares, and the arguments, reach the handlers."""
    declare = "a EXCEPTION (-20001, 'a'); n NUMBER DEFAULT 1;"
    assert returned("n := 2; RAISE a;", declare, "WHEN a THEN RETURN n;") == 2
    with pytest.raises(SnowflakeError, match="invalid identifier"):
        returned("LET m := 2; RAISE a;", declare, "WHEN a THEN RETURN m;")


def test_an_error_of_a_called_procedure_is_a_statement_error_of_the_call(session: Session, create: Create) -> None:
    """The caller does not know the exception's name, but gets its number and its message."""
    create("q()", "DECLARE a EXCEPTION (-20001, 'PT001: no'); BEGIN RAISE a; END;")
    create("p()", "BEGIN CALL q(); RETURN 'x'; END;")
    with pytest.raises(SnowflakeError) as caught:
        session.execute("CALL p()")
    assert (caught.value.number, caught.value.sqlstate) == (-20001, "P0001")
    assert caught.value.message == (
        "Uncaught exception of type 'STATEMENT_ERROR' on line 1 at position 6 : "
        "Uncaught exception of type 'A' on line 1 at position 49 : PT001: no"
    )
    create(
        "p()",
        "DECLARE a EXCEPTION (-20001, 'x'); BEGIN CALL q(); RETURN ''; "
        "EXCEPTION WHEN a THEN RETURN 'a'; WHEN STATEMENT_ERROR THEN RETURN SQLCODE; END;",
    )
    assert session.execute("CALL p()").rows == [("-20001",)]


def test_a_computed_message_is_declared_in_a_text(session: Session, create: Create) -> None:
    """A declaration takes a literal only; so who computes a message puts it, quoted, into the text of a block."""
    body = r"""
    DECLARE
        v_block VARCHAR;
    BEGIN
        v_block := 'DECLARE refusal EXCEPTION (-20011, ''' || REPLACE(REPLACE(p_message, '\\', '\\\\'), '''', '\\''')
            || '''); BEGIN RAISE refusal; END;';
        EXECUTE IMMEDIATE :v_block;
    END;
    """
    create("refuse(p_message VARCHAR)", body)
    message = "PT011: it's \"a\" \\ b\nc'); DROP TABLE t; -- é $$ ?"
    with pytest.raises(SnowflakeError) as caught:
        session.execute("CALL refuse(?)", [message])
    assert caught.value.number == -20011
    assert caught.value.message.endswith(f" : {message}")


def test_a_handler_of_an_undeclared_exception_is_refused(returned: Returned) -> None:
    """A handler names exceptions that are in scope."""
    with pytest.raises(NotSupported, match="NOBODY"):
        returned("DELETE FROM nowhere;", handlers="WHEN nobody THEN RETURN 1;")


def test_what_the_interpreter_does_not_know_is_caught_by_no_handler(returned: Returned) -> None:
    """A gap of the interpreter must not look like a refusal of the engine."""
    with pytest.raises(NotSupported):
        returned("LET a := AS_VARCHAR(PARSE_JSON('1'));", handlers="WHEN OTHER THEN RETURN 1;")
