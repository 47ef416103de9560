"""What Snowflake takes as JSON, and what kind of value a JSON text is: functions of Python, which DuckDB calls.

Its own let an object have a key twice, and a macro that looked for that would look again at each use of its argument.
"""

from __future__ import annotations

import json
from typing import Any, NoReturn

INVALID = "Error parsing JSON"
_BLANKS = " \t\r\n"
_KINDS = {"{": "OBJECT", "[": "ARRAY", '"': "VARCHAR", "t": "BOOLEAN", "f": "BOOLEAN", "n": "NULL_VALUE"}


def parsed(text: str | None) -> str | None:
    """The text, of which PARSE_JSON makes a value; a blank one is NULL.

    Raises:
        ValueError: it is no JSON, or an object in it has a key twice.
    """
    if text is None or not text.strip(_BLANKS):
        return None
    try:
        json.loads(text, object_pairs_hook=_once, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise ValueError(INVALID) from error
    return text


def parsed_or_none(text: str | None) -> str | None:
    """The same for TRY_PARSE_JSON, to which what is no JSON is NULL too."""
    try:
        return parsed(text)
    except ValueError:
        return None


def kind(text: str | None) -> str | None:
    """What TYPEOF says of a JSON text."""
    if text is None:
        return None
    known = _KINDS.get(text.lstrip(_BLANKS)[0])
    return known or ("DOUBLE" if set(text) & set(".eE") else "INTEGER")


FUNCTIONS = {"_JSON": parsed, "_JSON_OR_NULL": parsed_or_none, "_KIND": kind}


def _once(pairs: list[tuple[str, Any]]) -> None:
    if len({key for key, _ in pairs}) < len(pairs):
        raise ValueError(INVALID)


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)
