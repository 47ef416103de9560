"""The texts in sql/oracle that go into queries: PL/SQL holds 32767 bytes, and a query takes 4000."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROUTINES = sorted(Path(__file__).resolve().parents[2].glob("sql/oracle/routines/**/*.sql"))
#: Texts that are short without being checked where they are used: by what made them, or by who calls the routine.
SHORT = {
    "create_topic": {"p_email", "p_memory_unit", "p_processing_unit"},
    "find_extracts_by_location": {"v_path"},
    "init_step": {"v_step_name"},
    "location_id_of": {"v_bucket", "v_name"},
    "lock_execution": {"p_execution_id"},
    "set_extract_low_high_dates": {"v_audit_type"},
    "set_extract_record_count": {"v_audit_type"},
    "set_process_run_record_count": {"p_processing_type"},
    "set_run_status": {"p_status_name"},
    "set_system_setting": {"p_system_value"},
    "system_integer": {"p_system_key"},
    "topic_table_of": {"p_topic"},
    "update_topic": {"p_email", "p_memory_unit", "p_processing_unit"},
}


@pytest.mark.parametrize("path", ROUTINES, ids=lambda path: path.stem)
def test_a_text_in_a_query_has_a_checked_length(path: Path) -> None:
    """A longer one would be refused with ORA-01460 instead of a message that names it."""
    routine = re.sub(r"--.*", "", path.read_text()).partition("CREATE OR REPLACE ")[2]
    head, _, body = routine.partition("\nIS\n")
    code = re.sub(r"'(?:[^']|'')*'", "''", body)
    queries = re.findall(r"\b(?:SELECT|INSERT|UPDATE|DELETE|MERGE)\b[^;]*?(?:;|\bLOOP\b)", code)
    long = set(re.findall(r"\b(p_\w+) IN VARCHAR2", head)) | set(re.findall(r"\b(v_\w+) VARCHAR2\(32767\)", body))
    used = {name for name in long if any(re.search(rf"\b{name}\b", query) for query in queries)}
    checked = set(re.findall(r"check_text\((\w+), [^,]+, \d+[,)]", body))
    assert used - checked == SHORT.get(path.stem, set())
