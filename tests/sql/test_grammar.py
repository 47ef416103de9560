"""The SQL of engines by which no server of the vendor runs here, read by a grammar of the vendor's whole language."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from ptdb.dialects.oracle import statements

ROOT = Path(__file__).resolve().parents[2]
Mistakes = list[tuple[str, int, int, str]]
Units = Iterator[tuple[str, str]]


@dataclass(frozen=True)
class Dialect:
    """How a dialect's files are read.

    Attributes:
        grammar: its name in grammar.js.
        files: those that are wholly of the language, and no commands of a client.
        units: the texts that a file consists of, each with the name that a mistake is told by.
        broken: a text with a mistake, which has to be found.
    """

    grammar: str
    files: Callable[[], list[Path]]
    units: Callable[[Path], Units]
    broken: str


def _oracle_files() -> list[Path]:
    return sorted(path for path in (ROOT / "sql/oracle").rglob("*.sql") if not path.name.startswith("install"))


def _oracle_units(path: Path) -> Units:
    """The file's statements, and what it lets the server execute as a text; a variable of the client is a name."""
    script = "\n".join(statements_of(re.sub(r"&(\w+)\.?", r"\1", path.read_text())))
    yield str(path.relative_to(ROOT)), as_the_grammar_knows_it(script)
    executed = re.findall(r"(?:create_missing|drop_there)\(q'\[\n(.*?)\]'\)", script, re.DOTALL)
    executed = [text for text in executed if not text.startswith("CREATE ROLE")]  # which the grammar does not know
    if executed:
        yield f"{path.relative_to(ROOT)}, executed", as_the_grammar_knows_it("".join(f"{text};\n" for text in executed))


def _oracles_calls() -> Units:
    """The blocks of SQL on the page about calls; what a tool puts in is a name."""
    page = (ROOT / "docs/calling.md").read_text().partition("\n## Oracle\n")[2].partition("\n## ")[0]
    for number, text in enumerate(re.findall(r"^```sql\n(.*?)^```$", page, re.DOTALL | re.MULTILINE), 1):
        text = re.sub(r"<%=.*?%>", "x", text).replace(":GLOBAL.", ":").removesuffix("/\n").rstrip()
        yield f"docs/calling.md, Oracle's {number}", f"{text}{'' if text.endswith(';') else ';'}\n/\n"


def statements_of(script: str) -> Iterator[str]:
    """A script without the commands of SQL*Plus, each statement with its end."""
    for statement in statements(script):
        is_block = re.match(r"(?i)(DECLARE|BEGIN|CREATE.* (PROCEDURE|FUNCTION|PACKAGE)) ?", statement)
        yield f"{statement}\n/" if is_block else f"{statement};"


def as_the_grammar_knows_it(text: str) -> str:
    """The text with SQL/JSON, which is younger than the grammar, as calls of functions, on the same lines."""
    while (begin := text.find("JSON_TABLE(")) >= 0:
        end = _closing(text, begin + len("JSON_TABLE("))
        text = f"{text[:begin]}TABLE(rows_of_json){chr(10) * text.count(chr(10), begin, end)}{text[end:]}"
    text = re.sub(r"\bIS JSON STRICT WITH UNIQUE KEYS\b", "IS NOT NULL", text)
    text = re.sub(r"('\w+') VALUE ", r"\1, ", text)
    text = re.sub(r"(?<=\n) +ABSENT ON NULL(?=\n)", "", text)
    text = re.sub(r" RETURNING (?:CLOB|VARCHAR2\(\d+\))|(?<=\n) +RETURNING CLOB(?=\n)", "", text)
    # The manual's parentheses around the options of an identity column are unknown too.
    return re.sub(r"\bAS IDENTITY \(START WITH 101\)", "AS IDENTITY", text)


def _closing(text: str, at: int) -> int:
    """Where the parenthesis that was opened before `at` has been closed."""
    depth = 1
    while depth:
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        at += 1
    return at


def _mssql_files() -> list[Path]:
    return sorted((ROOT / "sql/mssql").rglob("*.sql"))


def _mssql_units(path: Path) -> Units:
    """The file without the commands of sqlcmd, and what is younger than the grammar by its older spelling."""
    text = re.sub(r"(?m)^:.*$", "", path.read_text())
    text = re.sub(r"\bCREATE OR ALTER VIEW\b", "CREATE VIEW", text)
    text = re.sub(r"\bTRIM\((@\w+|N'[^']*'|CONCAT\((?:[^()]|\(\d+\))*\)) FROM ", r"TRIM(\1, ", text)
    # Older than the grammar, and unknown to it.
    text = re.sub(r"(?m)^SET (\w+)(?:, \w+)+ ON;$", r"SET \1 ON;", text)
    yield str(path.relative_to(ROOT)), text.replace(" ON OBJECT::", " ON ")


DIALECTS = {
    "mssql": Dialect("tsql", _mssql_files, _mssql_units, "IF 1 = 1\nBEGIN\n    SELECT 1 FROM WHERE;\nEND;\n"),
    "oracle": Dialect("plsql", _oracle_files, _oracle_units, "BEGIN\n    IF 1 = 1 THEN\n        NULL;\nEND;\n/\n"),
}


def parsed(units: list[tuple[str, str, str]]) -> Mistakes:
    """What is wrong in texts, each with its grammar and name."""
    folder = ROOT / ".tox/grammars"
    assert folder.is_dir(), "scripts/test fetches the grammars; by hand: scripts/grammars .tox/grammars"
    result = subprocess.run(
        ["node", Path(__file__).with_name("grammar.js")],
        input=json.dumps(units),
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "NODE_PATH": str(folder / "node_modules")},
    )
    return [(name, line, column, message) for name, line, column, message in json.loads(result.stdout)]


def test_every_file_is_of_its_language() -> None:
    """All dialects at once, because the grammars take seconds to load; and each finds a mistake."""
    units = [
        (dialect.grammar, unit, text)
        for dialect in DIALECTS.values()
        for path in dialect.files()
        for unit, text in dialect.units(path)
    ]
    units += [("plsql", unit, text) for unit, text in _oracles_calls()]
    assert len(units) > 50
    broken = [(dialect.grammar, f"broken {name}", dialect.broken) for name, dialect in DIALECTS.items()]
    mistakes = parsed([*units, *broken])
    assert {name for name, *_ in mistakes if name.startswith("broken ")} == {name for _, name, _ in broken}
    assert [mistake for mistake in mistakes if not mistake[0].startswith("broken ")] == []


@pytest.mark.parametrize("path", _oracle_files(), ids=lambda path: path.stem)
def test_oracles_files_hold_nothing_but_statements(path: Path) -> None:
    """Every statement has its end, so that nothing is left over for the next one."""
    assert list(statements(path.read_text())) or path.name == "objects.sql"
