"""Tokens to nodes. What the grammar here does not know is refused, with the line."""

from __future__ import annotations

from collections.abc import Callable

from .errors import NotSupported, SnowflakeError, syntax_error
from .lexer import Token, tokens
from .tree import (
    Argument,
    Assignment,
    Block,
    Break,
    Call,
    Case,
    Continue,
    Cursor,
    Declaration,
    ExceptionDeclaration,
    ExecuteImmediate,
    ForRange,
    ForRows,
    Fragment,
    Function,
    Handler,
    If,
    Let,
    Loop,
    Null,
    Parameter,
    Place,
    Procedure,
    Raise,
    ResultSet,
    ResultSetAssignment,
    Return,
    ReturnTable,
    Sql,
    Statement,
    Transaction,
    Type,
    Variable,
)

#: Statements of SQL that a block may hold.
_SQL = {"SELECT", "WITH", "INSERT", "UPDATE", "DELETE", "MERGE", "TRUNCATE", "CREATE", "DROP", "ALTER"}
#: Statements that Snowflake knows and the interpreter does not.
_UNKNOWN = {
    "ASYNC", "AWAIT", "CANCEL", "CLOSE", "COMMENT", "COPY", "DESC", "DESCRIBE", "EXPLAIN", "FETCH", "GET", "GRANT",
    "LIST", "OPEN", "PUT", "REMOVE", "REVOKE", "SET", "SHOW", "UNSET", "USE", "UNDROP",
}  # fmt: skip
_OPENING = {"(": ")", "[": "]", "{": "}"}


class Parser:
    """Reads the tokens of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = tokens(text)
        self.at = 0

    # ---- tokens

    @property
    def token(self) -> Token:
        return self.tokens[self.at]

    def peek(self, ahead: int = 1) -> Token:
        return self.tokens[min(self.at + ahead, len(self.tokens) - 1)]

    def place(self, token: Token | None = None) -> Place:
        token = token or self.token
        return Place(token.line, token.position)

    def take(self) -> Token:
        token = self.token
        if token.kind != "end":
            self.at += 1
        return token

    def found(self, *words: str) -> bool:
        """Takes the words if they are next."""
        if any(self.peek(ahead).upper != word for ahead, word in enumerate(words)):
            return False
        self.at += len(words)
        return True

    def expect(self, *words: str) -> None:
        for word in words:
            if not self.found(word):
                raise self.unexpected()

    def unexpected(self) -> SnowflakeError:
        place = self.place()
        return syntax_error(self.token.text, place.line, place.position)

    def unknown(self, construct: str, token: Token | None = None) -> NotSupported:
        return NotSupported(construct, self.place(token).line)

    def name(self) -> str:
        if self.token.kind not in ("word", "quoted"):
            raise self.unexpected()
        return self.take().name

    def qualified_name(self) -> tuple[str, ...]:
        names = [self.name()]
        while self.found("."):
            names.append(self.name())
        return tuple(names)

    def string(self) -> str:
        if self.token.kind not in ("string", "body"):
            raise self.unexpected()
        return self.take().value

    def fragment(self, is_end: Callable[[Token], bool]) -> Fragment:
        """The text up to a token that ends it, outside parentheses and CASE."""
        first = self.at
        closing: list[str] = []
        while closing or not is_end(self.token):
            token = self.token
            if token.kind == "end" or (token.upper == ";" and not closing):
                raise self.unexpected()
            if token.upper in _OPENING:
                closing.append(_OPENING[token.upper])
            elif token.upper == "CASE":
                closing.append("END")
            elif closing and token.upper == closing[-1]:
                closing.pop()
            self.at += 1
        return self._between(first, self.at)

    def _between(self, first: int, last: int) -> Fragment:
        if first == last:
            raise self.unexpected()
        taken = tuple(self.tokens[first:last])
        start, end = taken[0].start, taken[-1].end
        return Fragment(self.place(taken[0]), self.text[start:end], taken, start)

    def in_parentheses(self) -> Fragment:
        self.expect("(")
        found = self.fragment(lambda token: token.upper == ")")
        self.expect(")")
        return found

    def to(self, *ends: str) -> Fragment:
        return self.fragment(lambda token: token.upper in ends)

    # ---- types

    def type(self) -> Type:
        name = self.name()
        if name == "DOUBLE":
            self.found("PRECISION")
        arguments: list[int] = []
        if self.found("("):
            while not self.found(")"):
                if self.token.kind != "number":
                    raise self.unknown(f"the type {name} ({self.token.text})")
                arguments.append(int(self.take().text))
                self.found(",")
        return Type(name, tuple(arguments))

    # ---- procedures

    def procedure(self) -> Procedure:
        """CREATE PROCEDURE ... AS $$ ... $$."""
        self.expect("CREATE")
        or_replace = self.found("OR", "REPLACE")
        if not self.found("PROCEDURE"):
            raise self.unknown(f"CREATE {self.token.text} PROCEDURE")
        name = self.qualified_name()
        parameters = self._parameters()
        copies_grants = self.found("COPY", "GRANTS")
        self.expect("RETURNS")
        returns, columns = self._returns()
        if self.found("NOT", "NULL"):
            raise self.unknown("RETURNS ... NOT NULL")
        is_owner = True
        while not self.found("AS"):
            option = self.token
            if self.found("LANGUAGE"):
                if not self.found("SQL"):
                    raise self.unknown(f"LANGUAGE {self.token.text}")
            elif self.found("EXECUTE", "AS"):
                is_owner = self.found("OWNER")
                if not is_owner:
                    self.expect("CALLER")
            elif self.found("COMMENT", "="):
                self.string()
            else:
                raise self.unknown(f"{option.text} in CREATE PROCEDURE", option)
        if self.token.kind != "body":
            raise self.unknown("a procedure's body without $$")
        body = self.take()
        self.end_of_text()
        return Procedure(
            name, parameters, returns, columns, is_owner, or_replace, copies_grants, parse_body(body.value), body.value
        )

    def function(self) -> Function:
        """CREATE FUNCTION ... AS $$ expression $$."""
        self.expect("CREATE")
        self.found("OR", "REPLACE")
        self.expect("FUNCTION")
        name = self.qualified_name()
        parameters = self._parameters()
        self.expect("RETURNS")
        if self.token.upper == "TABLE":
            raise self.unknown("a function that returns a table")
        returns = self.type()
        while not self.found("AS"):
            if self.found("LANGUAGE"):
                if not self.found("SQL"):
                    raise self.unknown(f"LANGUAGE {self.token.text}")
            elif self.found("COMMENT", "="):
                self.string()
            elif not (self.found("IMMUTABLE") or self.found("MEMOIZABLE") or self.found("VOLATILE")):
                raise self.unknown(f"{self.token.text} in CREATE FUNCTION")
        if self.token.kind != "body":
            raise self.unknown("a function's body without $$")
        body = self.take().value
        self.end_of_text()
        return Function(name, parameters, returns, body.strip().rstrip(";"))

    def _parameters(self) -> tuple[Parameter, ...]:
        self.expect("(")
        parameters: list[Parameter] = []
        while not self.found(")"):
            if self.token.upper in ("IN", "OUT", "INOUT"):
                raise self.unknown(f"an argument that is {self.token.upper}")
            name, data_type = self.name(), self.type()
            default = self.to(",", ")") if self.found("DEFAULT") else None
            parameters.append(Parameter(name, data_type, default))
            self.found(",")
        return tuple(parameters)

    def _returns(self) -> tuple[Type | None, tuple[tuple[str, Type], ...] | None]:
        if not self.found("TABLE"):
            return self.type(), None
        self.expect("(")
        columns: list[tuple[str, Type]] = []
        while not self.found(")"):
            columns.append((self.name(), self.type()))
            self.found(",")
        return None, tuple(columns)

    def signature(self) -> tuple[tuple[str, ...], tuple[Type, ...]]:
        """A procedure's name and the types of its arguments, as DROP PROCEDURE names it."""
        name = self.qualified_name()
        types = self.types()
        self.end_of_text()
        return name, types

    def types(self) -> tuple[Type, ...]:
        """The types of a signature."""
        types: list[Type] = []
        self.expect("(")
        while not self.found(")"):
            types.append(self.type())
            self.found(",")
        return tuple(types)

    def end_of_text(self) -> None:
        """Refuses what stands behind a statement."""
        self.found(";")
        if self.token.kind != "end":
            raise self.unexpected()

    # ---- blocks

    def body(self) -> Block:
        block = self.block()
        self.end_of_text()
        return block

    def block(self) -> Block:
        place = self.place()
        declarations: list[Declaration] = []
        if self.found("DECLARE"):
            while self.token.upper != "BEGIN":
                declarations.append(self.declaration())
                self.expect(";")
        self.expect("BEGIN")
        statements = self.statements("END", "EXCEPTION")
        handlers: list[Handler] = []
        if self.found("EXCEPTION"):
            while self.token.upper == "WHEN":
                handlers.append(self._handler())
        self.expect("END")
        if self.token.kind in ("word", "quoted"):
            raise self.unknown("a label")
        return Block(place, tuple(declarations), statements, tuple(handlers))

    def _handler(self) -> Handler:
        place = self.place()
        self.expect("WHEN")
        names = [self.name()]
        while self.found("OR"):
            names.append(self.name())
        if self.token.upper == "CONTINUE":
            raise self.unknown("a CONTINUE handler")
        self.found("EXIT")
        self.expect("THEN")
        return Handler(place, tuple(names), self.statements("WHEN", "END"))

    def statements(self, *ends: str) -> tuple[Statement, ...]:
        found: list[Statement] = []
        while self.token.upper not in ends:
            found.append(self.statement())
            self.expect(";")
        if not found:
            raise self.unexpected()
        return tuple(found)

    def declaration(self) -> Declaration:
        place = self.place()
        name = self.name()
        if self.token.upper == "PROCEDURE":
            raise self.unknown("a nested procedure")
        if self.found("EXCEPTION"):
            return self._exception(place, name)
        if self.found("CURSOR"):
            self.expect("FOR")
            return Cursor(place, name, self.sql_text())
        if self.found("RESULTSET"):
            return ResultSet(place, name, self._query() if self._gets_value() else None)
        data_type = None if self.token.upper in ("DEFAULT", ":=") else self.type()
        value = self.to(";") if self._gets_value() else None
        return Variable(place, name, data_type, value)

    def _gets_value(self) -> bool:
        return self.found("DEFAULT") or self.found(":=")

    def _exception(self, place: Place, name: str) -> ExceptionDeclaration:
        if not self.found("("):
            return ExceptionDeclaration(place, name, -20000, "")
        sign = -1 if self.found("-") else 1
        if self.token.kind != "number":
            raise self.unexpected()
        number = sign * int(self.take().text)
        if not -20999 <= number <= -20000:
            raise SnowflakeError(
                1003, "42000", f"SQL compilation error: exception number {number} is not between -20999 and -20000"
            )
        message = ""
        if self.found(","):
            if self.token.kind not in ("string", "body"):
                raise self.unknown("an exception's message that is no literal")
            message = self.string()
        self.expect(")")
        return ExceptionDeclaration(place, name, number, message)

    def _query(self) -> Statement:
        """What a result set gets: (SELECT ...), (CALL ...) or (EXECUTE IMMEDIATE ...)."""
        self.expect("(")
        start = self.token
        if self.found("CALL"):
            query: Statement = self._call(start)
        elif self.found("EXECUTE", "IMMEDIATE"):
            query = self._execute_immediate(start)
        else:
            query = Sql(self.place(start), self.to(")"))
        self.expect(")")
        return query

    # ---- statements

    def statement(self) -> Statement:
        start = self.token
        place = self.place()
        word = start.upper
        following = self.peek().upper
        if start.kind in ("word", "quoted") and following == ":=":
            return self._assignment()
        if word == "DECLARE" or (word == "BEGIN" and following not in ("TRANSACTION", "WORK", "NAME", ";")):
            return self.block()
        simple = self._simple(place)
        if simple is not None:
            return simple
        if word in _SQL:
            return self._sql(place)
        if word in _UNKNOWN or start.kind in ("word", "quoted"):
            raise self.unknown(f"the statement {start.text}", start)
        raise self.unexpected()

    def _simple(self, place: Place) -> Statement | None:
        start = self.token
        transaction = self.transaction()
        if transaction is not None:
            return transaction
        if self.found("EXECUTE", "IMMEDIATE"):
            return self._execute_immediate(start)
        if self.peek().upper == "." or start.kind != "word":
            return None
        reader = {
            "LET": self._let,
            "IF": self._if,
            "CASE": self._case,
            "FOR": self._for,
            "WHILE": self._while,
            "REPEAT": self._repeat,
            "LOOP": self._loop,
            "RETURN": self._return,
            "CALL": self._call_statement,
        }.get(start.upper)
        if reader is not None:
            self.take()
            return reader(place)
        if self.found("RAISE"):
            return Raise(place, None if self.token.upper == ";" else self.name())
        if self.found("NULL"):
            return Null(place)
        if self.found("BREAK") or self.found("EXIT"):
            return self._unlabelled(Break(place))
        if self.found("CONTINUE") or self.found("ITERATE"):
            return self._unlabelled(Continue(place))
        return None

    def _unlabelled(self, statement: Statement) -> Statement:
        if self.token.upper != ";":
            raise self.unknown("a label")
        return statement

    def transaction(self) -> Transaction | None:
        """BEGIN, BEGIN TRANSACTION, COMMIT or ROLLBACK, if it is next."""
        place = self.place()
        if self.found("BEGIN", "TRANSACTION") or self.found("BEGIN", "WORK") or self.found("START", "TRANSACTION"):
            action = "BEGIN"
        elif self.token.upper == "BEGIN" and (self.peek().kind == "end" or self.peek().upper == ";"):
            self.take()
            action = "BEGIN"
        elif self.found("COMMIT") or self.found("ROLLBACK"):
            action = self.tokens[self.at - 1].upper
            self.found("WORK")
        else:
            return None
        if self.token.upper == "NAME":
            raise self.unknown("a transaction's name")
        return Transaction(place, action)

    def _assignment(self) -> Statement:
        place = self.place()
        name = self.name()
        self.expect(":=")
        if self.token.upper == "(" and self.peek().upper in ("CALL", "EXECUTE"):
            return ResultSetAssignment(place, name, self._query())
        if self.token.upper == "CALL":
            raise self.unknown("name := CALL; write CALL ... INTO :name")
        value = self.to(";")
        query = None
        if value.tokens[0].upper == "(" and value.tokens[1].upper in ("SELECT", "WITH"):
            inner = value.tokens[1:-1]
            start, end = inner[0].start, inner[-1].end
            query = Sql(place, Fragment(self.place(inner[0]), self.text[start:end], inner, start))
        return Assignment(place, name, value, query)

    def _let(self, place: Place) -> Statement:
        return Let(place, self.declaration())

    def _if(self, place: Place) -> Statement:
        branches: list[tuple[Fragment | None, tuple[Statement, ...]]] = []
        while True:
            condition = self.in_parentheses()
            self.expect("THEN")
            branches.append((condition, self.statements("ELSEIF", "ELSE", "END")))
            if not self.found("ELSEIF"):
                break
        if self.found("ELSE"):
            branches.append((None, self.statements("END")))
        self.expect("END", "IF")
        return If(place, tuple(branches))

    def _case(self, place: Place) -> Statement:
        subject = self.in_parentheses() if self.token.upper == "(" else None
        branches: list[tuple[Fragment | None, tuple[Statement, ...]]] = []
        while self.found("WHEN"):
            condition = self.to("THEN")
            self.expect("THEN")
            branches.append((condition, self.statements("WHEN", "ELSE", "END")))
        if not branches:
            raise self.unexpected()
        if self.found("ELSE"):
            branches.append((None, self.statements("END")))
        self.expect("END")
        self.found("CASE")
        return If(place, tuple(branches)) if subject is None else Case(place, subject, tuple(branches))

    def _for(self, place: Place) -> Statement:
        variable = self.name()
        self.expect("IN")
        if self.peek().upper == "DO" and self.token.kind in ("word", "quoted"):
            source = self.name()
            self.expect("DO")
            statements = self.statements("END")
            self.expect("END", "FOR")
            return ForRows(place, variable, source, statements)
        is_reverse = self.found("REVERSE")
        first = self.to("TO")
        self.expect("TO")
        last = self.to("DO")
        self.expect("DO")
        statements = self.statements("END")
        self.expect("END", "FOR")
        return ForRange(place, variable, first, last, is_reverse, statements)

    def _while(self, place: Place) -> Statement:
        condition = self.in_parentheses()
        closing = "LOOP" if self.found("LOOP") else "WHILE"
        if closing == "WHILE":
            self.expect("DO")
        statements = self.statements("END")
        self.expect("END", closing)
        return Loop(place, condition, statements)

    def _repeat(self, place: Place) -> Statement:
        statements = self.statements("UNTIL")
        self.expect("UNTIL")
        condition = self.in_parentheses()
        self.expect("END", "REPEAT")
        return Loop(place, None, statements, condition)

    def _loop(self, place: Place) -> Statement:
        statements = self.statements("END")
        self.expect("END", "LOOP")
        return Loop(place, None, statements)

    def _return(self, place: Place) -> Statement:
        if self.token.upper == ";":
            return Return(place, None)
        if self.token.upper == "TABLE" and self.peek().upper == "(":
            self.take()
            self.take()
            name = self.name()
            if self.token.upper == "(":
                raise self.unknown(f"TABLE ({name} (...))")
            self.expect(")")
            return ReturnTable(place, name)
        return Return(place, self.to(";"))

    def _call_statement(self, place: Place) -> Statement:
        return self._call(self.tokens[self.at - 1])

    def _call(self, start: Token) -> Call:
        procedure = self.qualified_name()
        self.expect("(")
        arguments: list[Argument] = []
        while not self.found(")"):
            name = None
            if self.token.kind in ("word", "quoted") and self.peek().upper == "=>":
                name = self.name()
                self.take()
            arguments.append(Argument(name, self.to(",", ")")))
            self.found(",")
        into = None
        if self.found("INTO"):
            self.expect(":")
            into = self.name()
        return Call(self.place(start), procedure, tuple(arguments), into)

    def call(self) -> Call:
        """A whole text that is a CALL."""
        start = self.token
        self.expect("CALL")
        call = self._call(start)
        self.end_of_text()
        return call

    def _execute_immediate(self, start: Token) -> ExecuteImmediate:
        text = self.fragment(lambda token: token.upper in ("USING", ";", ")") or token.kind == "end")
        using: list[str] = []
        if self.found("USING"):
            self.expect("(")
            while not self.found(")"):
                using.append(self.name())
                self.found(",")
        return ExecuteImmediate(self.place(start), text, tuple(using))

    def execute_immediate(self) -> ExecuteImmediate:
        """A whole text that is an EXECUTE IMMEDIATE."""
        start = self.token
        self.expect("EXECUTE", "IMMEDIATE")
        statement = self._execute_immediate(start)
        self.end_of_text()
        return statement

    def sql_text(self) -> Fragment:
        found = self.to(";")
        for token, following in zip(found.tokens, found.tokens[1:], strict=False):
            if token.upper in ("IDENTIFIER", "TABLE") and following.upper == "(":
                inside = found.tokens[found.tokens.index(following) + 1]
                if token.upper == "IDENTIFIER" or inside.upper == ":":
                    raise self.unknown(f"{token.upper} ({inside.text}...): a variable that is no value", token)
        return found

    def _sql(self, place: Place) -> Statement:
        start = self.at
        whole = self.sql_text()
        if whole.tokens[0].upper not in ("SELECT", "WITH"):
            return Sql(place, whole)
        depth = 0
        for number, token in enumerate(whole.tokens):
            depth += (token.upper in _OPENING) - (token.upper in _OPENING.values())
            if depth == 0 and token.upper == "INTO":
                return self._select_into(place, whole, start, number)
        return Sql(place, whole)

    def _select_into(self, place: Place, whole: Fragment, start: int, number: int) -> Sql:
        end = self.at
        self.at = start + number + 1
        names: list[str] = []
        while True:
            if not self.found(":"):
                raise self.unexpected()
            names.append(self.name())
            if not self.found(","):
                break
        # Blanks stand for the INTO, so that places in the statement stay what they are.
        begin, stop = whole.tokens[number].start - whole.base, self.token.start - whole.base
        if self.at == end:
            stop = len(whole.text)
        text = whole.text[:begin] + " " * (stop - begin) + whole.text[stop:]
        rest = whole.tokens[:number] + tuple(self.tokens[self.at : end])
        self.at = end
        return Sql(place, Fragment(whole.place, text, rest, whole.base), tuple(names))


def parse_body(text: str) -> Block:
    """The block that is a procedure's body, or an anonymous block."""
    return Parser(text).body()
