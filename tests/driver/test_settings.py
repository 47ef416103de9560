"""Where the settings come from, and what is said of those that cannot be used."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ptdb import Settings, Store, dialects
from ptdb.errors import SettingsError
from ptdb.passwords import obscure, reveal
from ptdb.settings import from_url, ini_path

SEEDS_PASSWORD = "Encrypted wqfCvsKKwpzCrsOYw4rCvsKBwrHCrMOawr_DlcOZwro="


def ini(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "process_tracker_config.ini"
    path.write_text(text)
    return path


def test_without_any_setting_it_is_the_embedded_store() -> None:
    settings = Settings.load()
    assert (settings.dialect, settings.schema, settings.folder) == ("embedded", "process_tracker", None)
    assert settings.url == "embedded:"


def test_a_url_holds_everything() -> None:
    settings = from_url("postgresql://u%40x:p%2Fw%3A@db.example:6543/ware%20house?schema=Odd%20%22S&sslmode=require")
    assert (settings.host, settings.port, settings.user) == ("db.example", 6543, "u@x")
    assert (settings.password, settings.database, settings.schema) == ("p/w:", "ware house", 'Odd "S')
    assert settings.options == (("sslmode", "require"),)


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://u:p@h:1/d?schema=s",
        "postgresql://u@/d?host=/run/postgresql",
        "postgresql://u@[::1]:5/d",
        "postgresql:///d",
        "mysql://u:p@h:1/d",
        "mysql://u:p@h/d?schema=s",
        "mysql://u@h",
        "embedded:///srv/ptdb",
        "embedded:///srv/ptdb?schema=s",
        "embedded:",
    ],
)
def test_a_url_shows_itself_again_without_its_password(url: str) -> None:
    """What `url` shows opens the same store, but for the password."""
    settings = from_url(url)
    assert "p@" not in settings.url.replace("***@", "")
    assert from_url(settings.url.replace("***", "p")) == settings


@pytest.mark.parametrize(
    ("url", "schema", "shown"),
    [
        ("mysql://u@h/shop", "shop", "mysql://u@h/shop"),
        ("mariadb://u@h/shop", "shop", "mysql://u@h/shop"),
        ("mysql://u@h/shop?schema=ptdb", "ptdb", "mysql://u@h/shop?schema=ptdb"),
        ("mysql://u@h", "process_tracker", "mysql://u@h/"),
    ],
)
def test_in_mysql_the_database_is_the_schema(url: str, schema: str, shown: str) -> None:
    settings = from_url(url)
    assert (settings.dialect, settings.schema, settings.url) == ("mysql", schema, shown)


@pytest.mark.parametrize("scheme", ["postgres", "postgresql+psycopg2", "postgresql+psycopg", "PostgreSQL"])
def test_other_spellings_of_postgresql(scheme: str) -> None:
    assert from_url(f"{scheme}://u@h/d").dialect == "postgresql"


def test_the_password_is_shown_nowhere() -> None:
    settings = from_url("postgresql://u:secret@h/d")
    assert "secret" not in settings.url + repr(settings) + str(settings)
    with pytest.raises(SettingsError) as caught:
        from_url("postgresql://u:secret@h:port/d")
    assert "secret" not in str(caught.value)
    with pytest.raises(SettingsError) as caught:
        from_url("nonsense://u:sec@ret@h/d")
    assert "sec" not in str(caught.value)


@pytest.mark.parametrize("url", ["postgresql://u@h/d?password=topsecret", "postgresql://u:top/secret@h/d"])
def test_a_password_in_an_odd_place_is_not_shown_either(url: str) -> None:
    try:
        shown = from_url(url).url
    except SettingsError as error:
        shown = str(error)
    assert "top" not in shown


@pytest.mark.parametrize("value", [5, Path("x"), b"postgresql://h/d"])
def test_a_url_is_a_text(value: Any) -> None:
    with pytest.raises(SettingsError, match="give a text such as"):
        Store(value)


def test_a_schema_name_that_no_database_takes() -> None:
    with pytest.raises(SettingsError, match="63 bytes"):
        from_url(f"postgresql://h/d?schema={'x' * 64}")


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("foo://h/d", "'foo' is no kind of data store"),
        ("just words", "no kind of data store"),
        ("postgresql://h:99999/d", "cannot be read"),
        ("postgresql://h:abc/d", "cannot be read"),
        ("postgresql://h/d?schema", "cannot be read"),
        ("postgresql://h/d?port=0", "port is '0'"),
        ("postgresql://h/my db", "white space"),
        ("embedded://host/folder", "embedded:///folder"),
    ],
)
def test_a_url_that_cannot_be_used(url: str, said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        from_url(url)


def test_the_ini_file_of_the_home_folder() -> None:
    ini(
        ini_path().parent,
        "[DEFAULT]\n"
        "log_level = WARNING\n"
        "max_concurrent_failures = 7\n"
        "data_store_type = postgresql\n"
        "data_store_username = pt_admin\n"
        f"data_store_password = {SEEDS_PASSWORD}\n"
        "data_store_host = localhost\n"
        "data_store_port = 5433\n"
        "data_store_name = ware%house\n",
    )
    settings = Settings.load()
    assert (settings.user, settings.password, settings.port) == ("pt_admin", "MySecretPassword", 5433)
    assert (settings.database, settings.log_level, settings.max_concurrent_failures) == ("ware%house", "WARNING", 7)
    ini_path().unlink()


def test_explicit_goes_before_environment_goes_before_ini(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ini(tmp_path, "[DEFAULT]\ndata_store_type = postgresql\ndata_store_host = from_ini\ndata_store_name = d\n")
    assert Settings.load(config_location=tmp_path).host == "from_ini"
    monkeypatch.setenv("PTDB_DATA_STORE_HOST", "from_key")
    assert Settings.load(config_location=tmp_path).host == "from_key"
    monkeypatch.setenv("PTDB_URL", "postgresql://from_environment/d")
    assert Settings.load(config_location=tmp_path).host == "from_environment"
    assert Settings.load("postgresql://explicit/d", tmp_path).host == "explicit"
    monkeypatch.setenv("PTDB_MAX_CONCURRENT_FAILURES", "3")
    assert Settings.load("postgresql://explicit/d", tmp_path).max_concurrent_failures == 3


@pytest.mark.parametrize("as_file", [True, False])
def test_config_location_is_a_folder_or_the_file(tmp_path: Path, as_file: bool) -> None:
    path = ini(tmp_path, "[DEFAULT]\ndata_store_type = postgresql\ndata_store_host = h\n")
    assert Store(config_location=path if as_file else tmp_path).settings.host == "h"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[DEFAULT]\ndata_store_type = access\n", "data_store_type is 'access'"),
        ("[DEFAULT]\ndata_store_type = postgresql\ndata_store_port = many\n", "data_store_port is 'many'"),
        ("[DEFAULT]\nmax_concurrent_failures = 0\n", "max_concurrent_failures is '0'"),
        ("[DEFAULT]\nlog_level = LOUD\n", "log_level is 'LOUD'"),
        ("[DEFAULT]\ndata_store_type = postgresql\ndata_store_password = Encrypted ???\n", "does not go on as"),
        ("no ini at all\n", "is no ini file"),
    ],
)
def test_an_ini_file_that_cannot_be_used(tmp_path: Path, text: str, said: str) -> None:
    ini(tmp_path, text)
    with pytest.raises(SettingsError, match=said):
        Settings.load(config_location=tmp_path)


def test_a_config_location_that_is_given_has_to_exist(tmp_path: Path) -> None:
    """Otherwise a slip in the path would silently track into another store."""
    with pytest.raises(SettingsError, match=r"nowhere'?.*no process_tracker_config\.ini"):
        Settings.load(config_location=tmp_path / "nowhere")


def test_a_kind_of_store_without_a_dialect_is_said_to_have_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(dialects._MODULES, "snowflake")
    with pytest.raises(SettingsError, match="no snowflake dialect"):
        Store("snowflake://u@h/d")


def test_the_seeds_password_both_ways() -> None:
    assert obscure("MySecretPassword") == SEEDS_PASSWORD
    assert reveal(SEEDS_PASSWORD) == "MySecretPassword"


@pytest.mark.parametrize("password", ["", "x", "pässwörd €", "a" * 100, "%(x)s", "Encrypted"])
def test_passwords_come_back(password: str) -> None:
    assert reveal(obscure(password)) == password
    assert reveal(password) == password
