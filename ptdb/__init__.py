"""ptdb: one place that knows what every tool of a data pipeline did.

The rules live in the data store, as stored procedures; this package calls them. Names are imported when first used, so
that `import ptdb` stays fast.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ptdb import errors as errors
    from ptdb.errors import *  # noqa: F403
    from ptdb.extract_tracker import ExtractTracker as ExtractTracker
    from ptdb.pipeline import Pipeline as Pipeline
    from ptdb.process_tracker import ProcessTracker as ProcessTracker
    from ptdb.settings import Settings as Settings
    from ptdb.store import Store as Store

__version__ = "1.0.0"

_HOMES = {
    "ProcessTracker": "ptdb.process_tracker",
    "ExtractTracker": "ptdb.extract_tracker",
    "Pipeline": "ptdb.pipeline",
    "Store": "ptdb.store",
    "Settings": "ptdb.settings",
}


def __getattr__(name: str) -> Any:
    errors = importlib.import_module("ptdb.errors")
    if name == "errors":
        return errors
    if name in _HOMES:
        return getattr(importlib.import_module(_HOMES[name]), name)
    found = getattr(errors, name, None)
    if isinstance(found, type) and issubclass(found, errors.PtdbError):
        return found
    raise AttributeError(f"module 'ptdb' has no attribute {name!r}")
