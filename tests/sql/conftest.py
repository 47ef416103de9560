"""What the tests of installing share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from ptdb import Settings
from tests.support import engines

Execute = Callable[[str], list[dict[str, Any]]]


@pytest.fixture
def owner_url(server_url: str) -> Iterator[str]:
    """An empty database and its owner: no superuser, may create no role and no database."""
    with engines.module(server_url).database(server_url) as url:
        yield url


@pytest.fixture
def execute(owner_url: str) -> Execute:
    """Runs statements as the owner; `{s}` is the schema."""
    module = engines.module(owner_url)

    def run(statement: str) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = []
        with module.within(owner_url) as connection:
            for part in statement.replace("{s}", Settings.load(owner_url).schema).split(";\n"):
                rows = module.select(connection, part)
        return rows

    return run
