"""URLs of the same server for somebody else. A test's role has its name as its password."""

from __future__ import annotations

from urllib.parse import urlsplit, urlunsplit


def as_role(url: str, role: str, database_name: str | None = None) -> str:
    """The same server's URL for another role, whose password is its name."""
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit(
        parts._replace(netloc=f"{role}:{role}@{host}", path=f"/{database_name}" if database_name else parts.path)
    )


def as_superuser(server_url: str, url: str) -> str:
    """The database of `url`, for the user of `server_url`."""
    return urlunsplit(urlsplit(server_url)._replace(path=urlsplit(url).path))
