"""The bodies of Snowflake's routines and blocks, read by sqlfluff, which does not look between `$$`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
#: Rules that know no Snowflake Scripting, where blocks indent statements and short queries stand on one line; and
#: those that the rest of the files is not held to either.
EXCLUDED = (
    "structure.column_order, structure.subquery, structure.join_condition_order, capitalisation.literals,"
    " capitalisation.functions, capitalisation.identifiers, references.keywords, layout.indent, layout.keyword_newline,"
    " layout.select_targets, aliasing.expression, ambiguous.union, ambiguous.column_count"
)
CONFIGURATION = f"""
[sqlfluff]
dialect = snowflake
templater = raw
max_line_length = 120
large_file_skip_byte_limit = 0
exclude_rules = {EXCLUDED}

[sqlfluff:rules:capitalisation.keywords]
capitalisation_policy = upper

[sqlfluff:rules:capitalisation.types]
extended_capitalisation_policy = upper
"""


def bodies(path: Path) -> list[str]:
    """The texts between `$$`; of a function the expression, as a query."""
    parts = path.read_text().split("$$")
    found = []
    for head, body in zip(parts[::2], parts[1::2], strict=False):
        is_function = "CREATE OR REPLACE FUNCTION" in head
        text = f"SELECT\n{body.strip(chr(10))};\n" if is_function else body.lstrip("\n")
        # sqlfluff takes it for a function, before whose parenthesis no blank may be.
        found.append(text.replace("RETURN TABLE (", "RETURN TABLE("))
    return found


def test_every_body_is_clean(tmp_path: Path) -> None:
    """Each parses, and keeps to the rules that make sense there."""
    (tmp_path / ".sqlfluff").write_text(CONFIGURATION)
    number = 0
    for path in sorted((ROOT / "sql/snowflake").rglob("*.sql")):
        for count, body in enumerate(bodies(path)):
            number += 1
            (tmp_path / f"{path.stem}-{count}.sql").write_text(body)
    assert number > 100
    command = [sys.executable, "-m", "sqlfluff", "lint", "--nocolor", "."]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr
