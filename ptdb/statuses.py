"""Warns of a status that is probably a slip of the keyboard. The store takes it all the same, as a custom status."""

from __future__ import annotations

import difflib
import logging

from ptdb import contract

#: Words of the workflow's description that the store takes for a preloaded status.
SYNONYMS = {"complete": "completed", "initialized": "initializing"}

log = logging.getLogger("ptdb")


def warn_of_near_miss(status: object, table: str) -> None:
    """Logs a warning when a status is nearly, but not quite, a preloaded one of a lookup table."""
    known = contract.load().preloaded_names(table)
    if not isinstance(status, str) or SYNONYMS.get(status, status) in known:
        return
    meant = difflib.get_close_matches(status.strip().lower(), known, n=1, cutoff=0.8)
    if meant:
        log.warning("The status %r is no preloaded one and counts as a custom status; was %r meant?", status, meant[0])
