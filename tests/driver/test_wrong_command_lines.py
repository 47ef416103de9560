"""Wrong command lines of both programs: one clear line on stderr, nothing on stdout, never a traceback."""

from __future__ import annotations

import os
import shlex
import signal
import socket
import subprocess
import sys
import uuid
from pathlib import Path

import pytest

import ptdb
from ptdb import Pipeline, ProcessTracker, Store
from tests.support import commands

ENGINES = ("postgresql",)
NOBODY = "123e4567-e89b-12d3-a456-426614174000"
LATIN = "\udcff"  # the byte FF in an argument, which is no UTF-8
PROGRAMS = {
    "processtracker": ["-c", "from ptdb.cli import main; main(prog_name='processtracker')"],
    "dpo": ["-m", "ptdb.dpo"],
}
INI = {
    "no-section": "data_store_type = postgresql\n",
    "other-section": "[store]\ndata_store_type = postgresql\n",
    "half-a-section": "[DEFAULT\n",
    "no-value": "[DEFAULT]\ndata_store_type\n",
    "twice": "[DEFAULT]\nlog_level = INFO\nlog_level = DEBUG\n",
    "unknown-type": "[DEFAULT]\ndata_store_type = access\n",
    "bad-port": "[DEFAULT]\ndata_store_type = postgresql\ndata_store_port = many\n",
    "bad-level": "[DEFAULT]\nlog_level = LOUD\n",
    "bad-limit": "[DEFAULT]\nmax_concurrent_failures = maybe\n",
    "bad-password": "[DEFAULT]\ndata_store_type = postgresql\ndata_store_password = Encrypted ???\n",
}
Result = subprocess.CompletedProcess[str]

#: A command line as in a shell, its exit status (2: wrong input, 1: a refusal), and words of the line on stderr.
ROWS = [
    # The program itself.
    ("processtracker", 2, "Missing command; see processtracker --help"),
    ("processtracker nonsense", 2, "No such command 'nonsense'; see processtracker --help"),
    ("processtracker --colour", 2, "--colour"),
    (f"processtracker {LATIN}", 2, r"No such command '\udcff'"),
    ("processtracker setup extra", 2, "unexpected extra argument (extra); see processtracker setup --help"),
    ("processtracker setup 'two\nlines'", 2, "(two lines)"),
    ("processtracker setup --overwrite", 2, "requires an argument"),
    ("processtracker setup --overwrite perhaps", 2, "'perhaps' is not a valid boolean"),
    ("processtracker demo extra", 2, "unexpected extra argument"),
    # The store.
    ("PTDB_URL=foo://h/d processtracker setup", 2, "'foo' is no kind of data store"),
    ("PTDB_URL='just words' processtracker setup", 2, "'just words' is no kind of data store"),
    ("PTDB_URL=snowflake://h/d processtracker setup", 2, "does not say all that is needed to log in"),
    ("PTDB_URL=mysql://h/d processtracker demo", 2, "mysql"),
    ("PTDB_URL=s3://lake/x processtracker status", 2, "'s3' is no kind of data store"),
    ("PTDB_URL=postgresql://h:many/d processtracker status", 2, "a port is a number"),
    ("PTDB_URL=postgresql://[::1/d processtracker status", 2, "cannot be read"),
    ("PTDB_URL='postgresql://h/my db' processtracker status", 2, "white space"),
    ("PTDB_URL=postgresql://h/a%00b processtracker status", 2, "holds a NUL"),
    (f"PTDB_URL=postgresql://h/{LATIN} processtracker status", 2, "no UTF-8 text"),
    (f"PTDB_URL= PTDB_DATA_STORE_NAME={LATIN} processtracker status", 2, "data_store_name holds"),
    (f"PTDB_URL=postgresql://h/d?schema={'x' * 64} processtracker status", 2, "more than 63 bytes"),
    ("PTDB_URL=embedded://host/folder processtracker status", 2, "embedded:///folder"),
    ("PTDB_URL=embedded:///dev/null processtracker status", 1, "/dev/null"),
    ("PTDB_URL=embedded:///proc/x processtracker status", 1, "/proc/x"),
    ("PTDB_URL='postgresql://u@/d?host=/nowhere' processtracker setup", 1, "cannot be reached"),
    ("PTDB_URL=postgresql://u:s3cret@127.0.0.1:1/d processtracker runs", 1, "u:***@127.0.0.1:1/d cannot be reached"),
    ("PTDB_URL='{store}&sslmode=wild' processtracker runs", 1, '"wild"'),
    ("PTDB_URL='postgresql://h/d?colour=red' processtracker runs", 1, '"colour"'),
    ("PTDB_URL='{store}&schema=nowhere' processtracker runs", 1, "'nowhere'"),
    ("PTDB_LOG_LEVEL=LOUD processtracker status", 2, "log_level is 'LOUD'"),
    ("PTDB_MAX_CONCURRENT_FAILURES=0 processtracker status", 2, "max_concurrent_failures is '0'"),
    ("PYTHONPATH={folder}/broken processtracker status", 1, "pip install 'ptdb-sql[postgresql]'"),
    ("PYTHONPATH={folder}/broken dpo {store} init-execution", 1, "pip install 'ptdb-sql[postgresql]'"),
    # The ini file.
    ("PTDB_URL= HOME={folder}/no-section processtracker status", 2, "write [DEFAULT]"),
    ("PTDB_URL= HOME={folder}/other-section processtracker status", 2, "nothing in [DEFAULT]"),
    ("PTDB_URL= HOME={folder}/half-a-section processtracker status", 2, "is no ini file"),
    ("PTDB_URL= HOME={folder}/no-value processtracker status", 2, "is no ini file"),
    ("PTDB_URL= HOME={folder}/twice processtracker status", 2, "already exists"),
    ("PTDB_URL= HOME={folder}/unknown-type processtracker status", 2, "data_store_type is 'access'"),
    ("PTDB_URL= HOME={folder}/bad-port processtracker status", 2, "data_store_port is 'many'"),
    ("PTDB_URL= HOME={folder}/bad-level processtracker status", 2, "log_level is 'LOUD'"),
    ("PTDB_URL= HOME={folder}/bad-limit processtracker status", 2, "max_concurrent_failures is 'maybe'"),
    ("PTDB_URL= HOME={folder}/bad-password processtracker status", 2, "`processtracker encrypt`"),
    ("PTDB_URL= HOME={folder}/bytes processtracker status", 2, "cannot be read"),
    ("PTDB_URL= HOME={folder}/a-folder processtracker status", 2, "cannot be read"),
    # Lookups.
    ("processtracker create -n x", 2, "Missing option '-t' / '--topic'"),
    ("processtracker create -t actor", 2, "Missing option --name"),
    ("processtracker create -t planet -n x", 2, 'topic is "planet"'),
    ("processtracker create -t '' -n x", 2, "topic"),
    ("processtracker create -t actor -n ''", 2, "blank"),
    ("processtracker create -t actor -n ' '", 2, "blank"),
    (f"processtracker create -t actor -n {'x' * 251}", 2, "251 characters"),
    (f"processtracker create -t actor -n {'x' * 100_000}", 2, "100000 characters"),
    (f"processtracker create -t actor -n {LATIN}", 2, r"name is '\udcff'"),
    ("processtracker create -t actor -n x --email a@b", 2, "only a contact"),
    ("processtracker create -t cluster -n x --max-memory much", 2, "'much' is not a valid integer"),
    ("processtracker create -t cluster -n x --max-memory -1", 2, "max_memory is -1"),
    (f"processtracker create -t cluster -n x --max-memory {2**31}", 2, str(2**31)),
    ("processtracker create -t 'process type' -n Load", 1, "PT013"),
    ("processtracker create -t actor -n '{actor}'", 1, "PT013"),
    ("processtracker update -t actor -n x", 2, "Missing option --initial-name"),
    ("processtracker update -t actor -i 'nobody at all' -n x", 1, "nobody at all"),
    ("processtracker update -t actor -i '{actor}' -n ''", 2, "blank"),
    ("processtracker update -t 'process type' -i Load -n x", 1, "PT009"),
    ("processtracker delete -t actor", 2, "Missing option --name"),
    ("processtracker delete -t actor -n 'nobody at all'", 1, "nobody at all"),
    ("processtracker delete -t actor -n 'two\nlines'", 1, r"two\nlines"),
    ("processtracker delete -t actor -n '{actor}'", 1, "PT010"),
    ("processtracker delete -t 'extract status' -n ready", 1, "PT009"),
    # Dependencies, clusters, holds.
    ("processtracker create -t 'process dependency' -p a", 2, "Missing option --child"),
    ("processtracker create -t 'process dependency' -p nobody -c 'no one'", 1, 'no process "nobody"'),
    ("processtracker create -t 'process dependency' -p '{parent}' -c '{child}'", 1, "PT013"),
    ("processtracker create -t 'process dependency' -p '{child}' -c '{parent}'", 1, "PT012"),
    ("processtracker create -t 'process dependency' -p '{parent}' -c '{parent}'", 1, "PT012"),
    ("processtracker create -t 'process dependency' -p a -c b --dependency-type Firm", 1, "Firm"),
    ("processtracker delete -t 'process dependency' -p '{child}' -c '{parent}'", 1, "{child}"),
    ("processtracker create -t 'cluster process' -c a", 2, "Missing option --cluster"),
    ("processtracker create -t 'cluster process' --cluster 'no cluster' -c '{parent}'", 1, "no cluster"),
    ("processtracker update -t 'process run' -n 'no such process'", 1, 'no process "no such process"'),
    ("processtracker release", 2, "Missing argument"),
    ("processtracker release ''", 2, "blank"),
    ("processtracker release 'no such process'", 1, 'no process "no such process"'),
    ("processtracker release '{parent}'", 1, "PT005"),
    # The rest.
    ("processtracker encrypt", 2, "Missing option '-p' / '--password'; see processtracker encrypt --help"),
    ("processtracker encrypt --password", 2, "requires an argument"),
    ("processtracker encrypt -p ''", 2, "empty"),
    (f"processtracker encrypt -p {LATIN}", 2, "no text of Unicode characters"),
    ("processtracker runs --limit 0", 2, "0 is not in the range"),
    ("processtracker runs --limit -1", 2, "-1 is not in the range"),
    ("processtracker runs --limit many", 2, "'many' is not a valid integer"),
    (f"processtracker runs --limit {2**63}", 2, str(2**63)),
    (f"processtracker runs --process {LATIN} --json", 2, r"process_name is '\udcff'"),
    ("processtracker runs --since yesterday", 2, "--since"),
    ("processtracker runs --json=1", 2, "does not take a value"),
    ("processtracker extracts --colour", 2, "--colour"),
    ("processtracker status running", 2, "unexpected extra argument (running)"),
    ("processtracker sql --dialect cobol", 2, "no 'cobol' dialect"),
    ("processtracker sql --dialect ../postgresql", 2, "no '../postgresql' dialect"),
    (f"processtracker sql --schema {LATIN}", 2, "no UTF-8 text"),
    (f"processtracker sql --schema {'x' * 64}", 2, "more than 63 bytes"),
    # dpo: the program.
    ("dpo", 2, "Missing argument 'DB-CONNECTION-STRING'; see dpo --help"),
    ("processtracker sql --dialect mysql --schema x", 2, "leave --schema out"),
    ("processtracker sql --dialect oracle --schema x", 2, "the schema of the user who runs it; leave --schema out"),
    ("dpo {store}", 2, "Missing command; see dpo --help"),
    ("dpo {store} nonsense", 2, "No such command 'nonsense'"),
    ("dpo {store} init_execution", 2, "No such command 'init_execution'"),
    (
        f"dpo {{store}} compare-models {NOBODY} {NOBODY} load",
        1,
        f"PT015: there is no execution of the execution_id {NOBODY}",
    ),
    ("dpo --nonsense {store} init-execution", 2, "--nonsense"),
    ("dpo --log-level LOUD {store} init-execution", 2, "'LOUD'"),
    ("dpo --log-level", 2, "requires an argument; see dpo --help"),
    ("dpo foo://x init-execution", 2, "'foo'"),
    ("dpo '' init-execution", 2, "DB-CONNECTION-STRING"),
    ("dpo ' ' init-execution", 2, "DB-CONNECTION-STRING"),
    (f"dpo {LATIN} init-execution", 2, "no UTF-8 text"),
    ("dpo init-execution", 2, "Missing command"),
    (f"dpo init-execution {NOBODY}", 2, "No such command"),
    ("dpo 'postgresql://u@/d?host=/nowhere' init-execution", 1, "cannot be reached"),
    # dpo: wrong input.
    ("dpo {store} init-execution no-guid", 2, "no-guid"),
    (f"dpo {{store}} init-execution {LATIN}", 2, r"\udcff"),
    (f"dpo {{store}} init-execution {NOBODY} more", 2, "unexpected extra argument (more)"),
    ("dpo {store} get-last-successful-execution more", 2, "unexpected extra argument"),
    ("dpo {store} get-execution-completion-timestamp", 2, "Missing argument 'EXECUTION-ID'; see dpo get-"),
    ("dpo {store} get-execution-completion-timestamp ''", 2, "execution_id"),
    ("dpo {store} init-step", 2, "Missing argument 'EXECUTION-ID'"),
    ("dpo {store} init-step {execution} LOAD {folder}", 2, "Missing argument 'MODEL-PATTERNS"),
    ("dpo -l ERROR {store} init-step no-guid LOAD {folder} *.sql", 2, "no-guid"),
    ("dpo -l ERROR {store} init-step {execution} EXTRACT {folder} *.sql", 2, "EXTRACT"),
    ("dpo {store} init-step {execution} TRANSFORM '' *.sql", 2, "base_path"),
    ("dpo {store} init-step {execution} TRANSFORM {folder} ''", 2, "model_patterns"),
    ("dpo {store} init-step {execution} TRANSFORM {folder} '*'", 2, "a.csv"),
    ("dpo {store} init-step {execution} TRANSFORM {folder}/nowhere *.sql", 2, "nowhere"),
    ("dpo {store} init-step {execution} TRANSFORM {folder} '../*'", 2, "not under"),
    ("dpo {store} init-step {execution} TRANSFORM {folder}/latin '*'", 2, "rename it"),
    ("dpo {store} compare-step-models", 2, "Missing argument 'STEP-ID'"),
    ("dpo {store} compare-step-models no-guid ''", 2, "no-guid"),
    ("dpo {store} compare-step-models {step} no-guid", 2, "no-guid"),
    ("dpo {store} complete-step {step} many", 2, "'many' is not a valid integer"),
    ("dpo {store} complete-step {step} 1.5", 2, "'1.5'"),
    (f"dpo {{store}} complete-step {{step}} {2**63}", 2, str(2**63)),
    ("dpo {store} complete-step {step} -- -1", 2, "-1"),
    ("dpo {store} complete-execution", 2, "Missing argument 'EXECUTION-ID'"),
    ("dpo {store} complete-execution no-guid", 2, "no-guid"),
    # dpo: refusals.
    ("dpo {store} init-execution {execution}", 1, "{execution}"),
    (f"dpo {{store}} get-execution-completion-timestamp {NOBODY}", 1, NOBODY),
    (f"dpo -l ERROR {{store}} init-step {NOBODY} LOAD {{folder}} *.sql", 1, NOBODY),
    ("dpo -l ERROR {store} init-step {execution} LOAD {folder} *.sql", 1, "{execution}"),
    (f"dpo {{store}} compare-step-models {NOBODY} ''", 1, NOBODY),
    (f"dpo {{store}} compare-step-models {{step}} {NOBODY}", 1, NOBODY),
    (f"dpo {{store}} complete-step {NOBODY}", 1, NOBODY),
    (f"dpo {{store}} complete-execution {NOBODY}", 1, NOBODY),
]


@pytest.fixture(scope="module")
def words(store_url: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What the rows' braces stand for: a store with something in it, and a folder with models and ini files."""
    folder = tmp_path_factory.mktemp("wrong")
    for name in ("a.sql", "a.csv", "broken/psycopg.py", "latin/\udcff.sql"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("raise ImportError('there is none here')")
    for name, text in {**INI, "bytes": "\udcff", "a-folder": ""}.items():
        path = folder / name / ".process_tracker/process_tracker_config.ini"
        path.parent.mkdir(parents=True)
        if name == "a-folder":
            path.mkdir()
        else:
            path.write_bytes(os.fsencode(text))

    store = Store(store_url)
    mark = uuid.uuid4().hex
    parent, child, actor = f"parent {mark}", f"child {mark}", f"actor {mark}"
    for name in (parent, child):
        ProcessTracker(name, process_type="Load", tool_name="t", actor_name=actor, store=store)
    store.call("create_process_dependency", parent_process_name=parent, child_process_name=child)
    pipeline = Pipeline(store)
    execution = pipeline.init_execution()
    step = pipeline.init_step(execution, "LOAD", folder, ["a.sql"])
    return {
        "store": store_url,
        "folder": str(folder),
        "parent": parent,
        "child": child,
        "actor": actor,
        "execution": execution,
        "step": step,
    }


def start(program: str, *arguments: str, **environment: str) -> subprocess.Popen[str]:
    source = str(Path(ptdb.__file__).parent.parent)
    paths = [environment.pop("PYTHONPATH", ""), source, os.environ.get("PYTHONPATH", "")]
    return subprocess.Popen(
        [sys.executable, *PROGRAMS[program], *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
        env={**os.environ, **environment, "PYTHONPATH": os.pathsep.join(filter(None, paths))},
    )


@pytest.mark.parametrize(("line", "status", "said"), ROWS, ids=[row[0][:80].replace("\n", " ") for row in ROWS])
def test_a_wrong_command_line(words: dict[str, str], line: str, status: int, said: str) -> None:
    """Wrong input ends with 2, a refusal by the rules or by the store with 1; one line says what is wrong."""
    parts = [part.format_map(words) for part in shlex.split(line)]
    environment = {"PTDB_URL": words["store"]}
    while "=" in parts[0]:
        key, _, environment[key] = parts.pop(0).partition("=")
    if "PYTHONPATH" in environment:
        process = start(*parts, **environment)
        output, errors = process.communicate(timeout=60)
        exit_status = process.returncode
    else:
        result = commands.run(*parts, environment=environment, errors="replace")
        output, errors, exit_status = result.stdout, result.stderr, result.returncode
    assert "Traceback" not in errors
    assert (exit_status, output) == (status, ""), errors
    assert errors.startswith("Error: ")
    assert len(errors.splitlines()) == 1
    assert said.format_map(words) in errors
    assert "s3cret" not in errors


# ---- nobody reads, nobody waits


@pytest.mark.parametrize("line", ["sql", "--help"])
def test_a_reader_that_goes_early(store_url: str, line: str) -> None:
    """As `head -1` does: the program ends without a word."""
    process = start("processtracker", line, PTDB_URL=store_url)
    assert process.stdout
    assert process.stdout.readline()
    process.stdout.close()
    assert process.wait(timeout=60) in (0, 1)
    assert process.stderr
    assert process.stderr.read() == ""
    process.stderr.close()


@pytest.mark.parametrize("line", ["sql", "--help", "extracts --json"])
def test_a_full_disk(store_url: str, line: str) -> None:
    with open("/dev/full", "w") as full:
        command = [sys.executable, *PROGRAMS["processtracker"], *line.split()]
        environment = {**os.environ, "PTDB_URL": store_url}
        result = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, env=environment)
    assert (result.returncode, result.stderr) == (1, "Error: [Errno 28] No space left on device\n")


def test_no_stdout_at_all(words: dict[str, str]) -> None:
    """As `>&-` leaves it."""
    code = "import os; os.close(1); os.execv(sys.argv[1], sys.argv[1:])"
    command = [sys.executable, "-c", f"import sys; {code}", sys.executable, *PROGRAMS["processtracker"], "status"]
    environment = {**os.environ, "PTDB_URL": words["store"]}
    result = subprocess.run(command, stderr=subprocess.PIPE, text=True, env=environment)
    assert (result.returncode, result.stderr) == (0, "")


def test_a_terminal_without_the_letters(words: dict[str, str]) -> None:
    store = Store(words["store"])
    ProcessTracker("Ärzte 医", process_type="Load", tool_name="t", store=store).change_run_status("completed")
    process = start(
        "processtracker", "runs", "--process", "Ärzte 医", PTDB_URL=words["store"], PYTHONIOENCODING="iso8859-1"
    )
    output, errors = process.communicate(timeout=60)
    assert (process.returncode, errors) == (0, "")
    assert "rzte \\u533b" in output


@pytest.mark.parametrize("program", ["processtracker", "dpo"])
def test_ctrl_c(program: str) -> None:
    """While a server lets the program wait: one line, and the exit status that shells know."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        url = f"postgresql://u@127.0.0.1:{server.getsockname()[1]}/d"
        arguments = ["status"] if program == "processtracker" else [url, "init-execution"]
        process = start(program, *arguments, PTDB_URL=url)
        connection, _ = server.accept()
        with connection:
            assert connection.recv(8)
            process.send_signal(signal.SIGINT)
            output, errors = process.communicate(timeout=60)
    assert (process.returncode, output, errors) == (130, "", "Error: interrupted\n")
