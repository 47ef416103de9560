"""MySQL's and MariaDB's own of installing: what the scripts refuse, sessions and clients of other settings."""

from __future__ import annotations

from contextlib import closing

import pytest
from click.testing import CliRunner

from ptdb import Settings, Store, installer
from ptdb.cli import main as processtracker
from ptdb.dialects.mysql import DIALECT
from ptdb.errors import StoreError
from tests.sql.conftest import Execute
from tests.sql.test_install import done, refused
from tests.support import mysql
from tests.support.mysql import SQL, client, feed, objects

ENGINES = ("mysql", "mariadb")
MODES = ["", "ANSI_QUOTES", "NO_BACKSLASH_ESCAPES", "ANSI,NO_BACKSLASH_ESCAPES,PAD_CHAR_TO_FULL_LENGTH"]


def administer(server_url: str, owner_url: str, *statements: str) -> None:
    """Runs statements as an administrator; `{s}` is the database, and its owner."""
    with mysql.connect(server_url) as admin:
        for statement in statements:
            mysql.select(admin, statement.replace("{s}", str(Settings.load(owner_url).database)))


def message(said: str) -> str:
    """The text of the one error of a script."""
    errors = [line.partition("ERROR 1644 (45000)")[2].partition(": ")[2] for line in said.splitlines()]
    (text,) = (line for line in errors if line)
    return text.partition(": ")[2] if text.startswith("'sql/") else text


def test_no_database_is_selected(server_url: str) -> None:
    for script in ("install.sql", "verify.sql", "uninstall.sql"):
        assert message(refused(client(server_url, script))) == (
            "no database is selected; name it to the client: --database=NAME"
        )


def test_a_client_that_drops_comments_is_refused(owner_url: str) -> None:
    """MySQL's hints would be lost, and long lists cut, without anybody noticing. MariaDB's are no comments to it."""
    if owner_url.startswith("mariadb"):
        done(client(owner_url, "install.sql", "--skip-comments"))
        assert "is as it should be" in done(client(owner_url, "verify.sql"))
        return
    said = message(refused(client(owner_url, "install.sql", "--skip-comments")))
    assert said.endswith("give it --comments")
    assert objects(owner_url) == []


@pytest.mark.parametrize("version", ["5.7.44-log", "8.0.16", "10.5.29-MariaDB-0+deb11u1"])
def test_a_server_too_old_is_refused(owner_url: str, version: str) -> None:
    script = installer.script("mysql", "install.sql", "x").replace("VERSION()", f"'{version}'")
    said = message(refused(feed(owner_url, script)))
    assert said == f"ptdb needs MySQL 8.0.17 or later, or MariaDB 10.6 or later; this server is {version}"
    assert objects(owner_url) == []


@pytest.mark.parametrize("version", ["8.0.17", "8.4.3-log", "10.0.1", "10.6.0-MariaDB", "11.4.2-MariaDB-ubu2404"])
def test_a_server_new_enough_is_not(owner_url: str, version: str) -> None:
    done(feed(owner_url, installer.script("mysql", "install.sql", "x").replace("VERSION()", f"'{version}'")))


@pytest.mark.parametrize("right", ["CREATE ROUTINE", "CREATE VIEW", "REFERENCES", "ALTER ROUTINE"])
def test_who_may_not_create_is_told(server_url: str, owner_url: str, right: str) -> None:
    """The message names the database and the right, before anything is made."""
    administer(server_url, owner_url, f"REVOKE {right} ON {{s}}.* FROM {{s}}@'%'")
    said = message(refused(client(owner_url, "install.sql")))
    database = Settings.load(owner_url).database
    assert said == f'you lack rights on the database "{database}"; let its owner GRANT you: {right}'
    assert objects(owner_url) == []


def test_rights_by_a_role_are_enough(server_url: str, owner_url: str) -> None:
    word = "FOR" if server_url.startswith("mariadb") else "TO"
    administer(
        server_url,
        owner_url,
        "REVOKE ALL ON {s}.* FROM {s}@'%'",
        "CREATE ROLE {s}_all",
        "GRANT ALL ON {s}.* TO {s}_all",
        "GRANT {s}_all TO {s}@'%'",
        f"SET DEFAULT ROLE {{s}}_all {word} {{s}}@'%'",
    )
    done(client(owner_url, "install.sql"))
    assert "is as it should be" in done(client(owner_url, "verify.sql"))
    administer(server_url, owner_url, "DROP ROLE {s}_all")


@pytest.mark.parametrize(
    "foreign",
    [
        "CREATE TABLE {s}.process (i INT)",
        "CREATE VIEW {s}.v_error AS SELECT 1",
        "CREATE PROCEDURE {s}.set_source() SELECT 1",
        "CREATE TABLE {s}.system_lkup (system_key INT, system_value INT)",
    ],
)
def test_objects_of_others_under_our_names_are_left_alone(owner_url: str, execute: Execute, foreign: str) -> None:
    """Nothing is installed around them, and uninstalling does not drop them."""
    execute(foreign)
    before = objects(owner_url)
    name = before[0]["name"]
    assert message(refused(client(owner_url, "install.sql"))).endswith(f"under ptdb's names: {name}")
    assert message(refused(client(owner_url, "uninstall.sql"))).endswith(f"these are of others: {name}")
    assert objects(owner_url) == before


def test_what_others_have_put_there_stays(owner_url: str, execute: Execute) -> None:
    execute("CREATE TABLE {s}.mine (i INT)")
    execute("CREATE PROCEDURE {s}.my_procedure() SELECT 1")
    before = objects(owner_url)
    done(client(owner_url, "install.sql"))
    assert "is as it should be" in done(client(owner_url, "verify.sql"))
    done(client(owner_url, "uninstall.sql"))
    assert objects(owner_url) == before


def test_a_reference_of_others_to_our_tables_is_not_broken(owner_url: str, execute: Execute) -> None:
    done(client(owner_url, "install.sql"))
    execute("CREATE TABLE {s}.mine (i INT, FOREIGN KEY (i) REFERENCES {s}.actor_lkup (actor_id))")
    before = objects(owner_url)
    database = Settings.load(owner_url).database
    assert message(refused(client(owner_url, "uninstall.sql"))) == f"drop first what is built on ptdb: {database}.mine"
    assert objects(owner_url) == before


def test_an_installation_that_broke_off_goes_on(owner_url: str) -> None:
    """Each statement counts at once; the next run makes the rest, and uninstalling takes away what is there."""
    script = installer.script("mysql", "install.sql", "x")
    half = script[: script.index("CREATE TABLE IF NOT EXISTS process (")]
    done(feed(owner_url, half))
    done(client(owner_url, "install.sql"))
    assert "is as it should be" in done(client(owner_url, "verify.sql"))
    done(client(owner_url, "uninstall.sql"))
    done(feed(owner_url, half))
    done(client(owner_url, "uninstall.sql"))
    assert objects(owner_url) == []


def test_a_client_that_goes_on_behind_an_error_fails_in_the_end(owner_url: str, execute: Execute) -> None:
    """MariaDB's client does, in a file that another one reads, unless it is told not to."""
    done(client(owner_url, "install.sql"))
    execute("DROP VIEW {s}.v_error;\nCREATE TABLE {s}.v_error (i INT)")
    said = refused(client(owner_url, "install.sql", "--loose-skip-abort-source-on-error"))
    assert "v_error' is not" in said
    refused(client(owner_url, "install.sql"))


def test_the_printed_script_needs_no_other_file(owner_url: str) -> None:
    """`processtracker sql` prints what any client runs, also one that reads no other files."""
    printed = CliRunner().invoke(processtracker, ["sql", "--dialect", "mysql"])
    assert (printed.exit_code, printed.stderr) == (0, "")
    script = printed.stdout
    assert "\nsource " not in script
    done(feed(owner_url, script))
    assert "is as it should be" in installer.verify(Settings.load(owner_url))


@pytest.mark.parametrize("mode", MODES)
def test_the_mode_of_a_session_does_not_matter(owner_url: str, mode: str) -> None:
    """Neither that of the session that installs, whose mode is as before afterwards, nor that of one that calls."""
    shown = "SELECT CONCAT('mode ', @@SESSION.sql_mode) AS '';\n"
    text = f"SET SESSION sql_mode = '{mode}';\n{shown}{(SQL / 'install.sql').read_text()}{shown}"
    first, last = [line for line in done(feed(owner_url, text)).splitlines() if line.startswith("mode")]
    assert first == last
    assert "is as it should be" in done(client(owner_url, "verify.sql"))
    with Store(owner_url) as store, mysql.connect(owner_url) as session:
        mysql.select(session, f"SET SESSION sql_mode = '{mode}'")
        name = "back\\slash \"double\" 'single' 100% 🚀"
        for statement in (
            f"SET @name = CONVERT(0x{name.encode().hex()} USING utf8mb4)",
            "CALL start_process_run(@name, 'Load', 'a', 't', 'r', NULL, NULL, NULL, NULL, NULL, NULL, @run, @status)",
            "SET @files = JSON_ARRAY(JSON_OBJECT('name', @name))",
            "CALL register_extracts(@run, '/data', @files, NULL, 'loaded', NULL)",
        ):
            mysql.select(session, statement)
        found = store.read("v_process_run", {"process_name": name}, order="process_tracking_id")
        assert [row["process_status_name"] for row in found] == ["running"]
        assert [row["extract_filename"] for row in store.read("v_extract", order="extract_id")] == [name]


def test_the_preloaded_rows_are_of_now_in_utc(owner_url: str) -> None:
    """Whatever the time zone of the session that installs."""
    done(feed(owner_url, "SET SESSION time_zone = '+05:00';\n" + (SQL / "install.sql").read_text()))
    with mysql.connect(owner_url) as session:
        (row,) = mysql.select(
            session,
            "SELECT MAX(ABS(TIMESTAMPDIFF(SECOND, created_date_time, UTC_TIMESTAMP()))) AS seconds FROM system_lkup",
        )
    assert row["seconds"] < 60


def test_the_database_may_have_any_character_set(owner_url: str, execute: Execute) -> None:
    """The tables and routines say their own."""
    (row,) = execute(
        "SELECT default_character_set_name AS name FROM information_schema.schemata WHERE schema_name = '{s}'"
    )
    assert row["name"] == "latin1"
    installer.install(Settings.load(owner_url))
    rows = execute(
        "SELECT collation_name AS name FROM information_schema.columns WHERE table_schema = '{s}'"
        " UNION SELECT collation_name FROM information_schema.parameters WHERE specific_schema = '{s}'"
    )
    assert {row["name"] for row in rows} - {None} == {"utf8mb4_bin"}


def test_a_broken_statement_is_told_whole(owner_url: str) -> None:
    """What a script finds is in the error; what the server finds is the server's."""
    with closing(DIALECT.connect(Settings.load(owner_url))) as connection:
        with pytest.raises(StoreError, match=r"^wrong:\n- one\n- two$"):
            DIALECT.run_script(
                connection, "SELECT '- one';\nSELECT '- two';\nSIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'wrong';"
            )
        with pytest.raises(Exception, match="nosuch") as caught:
            DIALECT.run_script(connection, "SELECT '- one';\nSELECT nosuch;")
    assert isinstance(caught.value, DIALECT.driver_error)
