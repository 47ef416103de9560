"""Passwords in the ini file, obscured so that nobody reads them in passing. No encryption: the key is public."""

from __future__ import annotations

import base64
import binascii

from ptdb.errors import SettingsError
from ptdb.text import is_storable

PREFIX = "Encrypted "
_KEY = "ZE77KfeJ1P9gHfgVzsZIaafzoZXEuwKI7wDe4c1F8AY="


def obscure(password: str) -> str:
    """The password as the ini file may hold it: `Encrypted ` and URL-safe base64.

    Raises:
        SettingsError: it is no Unicode text.
    """
    if not is_storable(password):
        raise SettingsError("the password is no text of Unicode characters, without the NUL character; choose another")
    shifted = "".join(chr(ord(c) + ord(_KEY[i % len(_KEY)])) for i, c in enumerate(password))
    return PREFIX + base64.urlsafe_b64encode(shifted.encode()).decode()


def reveal(text: str) -> str:
    """The password that the ini file's text stands for; a text without the prefix is the password itself.

    Raises:
        SettingsError: what follows the prefix was not made by `obscure`.
    """
    if not text.startswith(PREFIX):
        return text
    try:
        shifted = base64.b64decode(text.removeprefix(PREFIX), altchars=b"-_", validate=True).decode()
        return "".join(chr(ord(c) - ord(_KEY[i % len(_KEY)])) for i, c in enumerate(shifted))
    except (binascii.Error, ValueError):
        raise SettingsError(
            "data_store_password begins with 'Encrypted ' but does not go on as such a password does; "
            "write it anew as `processtracker encrypt` prints it, or in plain text"
        ) from None
