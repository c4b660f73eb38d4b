"""Environment files, and what of them reaches the extension.

Where a name is set more than once, the first of these wins: the process's own environment,
`.env.<mode>.local`, `.env.local`, `.env.<mode>`, `.env`.

Only names that begin with `PUBLIC_` reach the bundle, as constants of the module `webext.env`:
whatever an extension carries, everybody who installs it can read.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dotenv import dotenv_values

from clerk.errors import ClerkRuntimeError
from clerk.publishable_key import PublishableKey, parse_publishable_key

from .errors import BuildError

PUBLIC_PREFIX = "PUBLIC_"
KEY_NAME = "PUBLIC_CLERK_PUBLISHABLE_KEY"
EXTENSION_KEY_NAME = "CRX_PUBLIC_KEY"
SECRET_KEY = re.compile(r"\bsk_(?:test|live)_[A-Za-z0-9]{8,}")


@dataclass(frozen=True)
class Environment:
    """Variables of one build, each with the file that set it.

    Attributes:
        mode: `development` or `production`.
        values: Every variable's value.
        origins: Where each came from: a file's name, or `process`.
    """

    mode: str
    values: Mapping[str, str]
    origins: Mapping[str, str]

    @property
    def public(self) -> dict[str, str]:
        return {k: v for k, v in sorted(self.values.items()) if k.startswith(PUBLIC_PREFIX)}

    def module_source(self) -> str:
        """The source of `webext.env`."""
        return "".join(f"{name} = {value!r}\n" for name, value in self.public.items())

    def publishable_key(self) -> PublishableKey:
        """Return Clerk's publishable key, checked.

        Raises:
            BuildError: It is missing, malformed, or a secret key.
        """
        file = f".env.{self.mode}"
        value = self.values.get(KEY_NAME, "")
        if not value:
            raise BuildError(f"Please add the {KEY_NAME} to the {file} file")
        try:
            return parse_publishable_key(value)
        except ClerkRuntimeError as error:
            raise BuildError(f"{KEY_NAME}: {error}", self.origins[KEY_NAME]) from error


def read_environment(root: Path, mode: str) -> Environment:
    """Read the environment files of a project.

    Args:
        root: The folder that holds them.
        mode: `development` or `production`.
    """
    values: dict[str, str] = {}
    origins: dict[str, str] = {}
    for name in (".env", f".env.{mode}", ".env.local", f".env.{mode}.local"):
        for key, value in dotenv_values(root / name).items():
            if value is not None:
                values[key], origins[key] = value, name
    for key, value in os.environ.items():
        if key in values or key.startswith(PUBLIC_PREFIX) or key == EXTENSION_KEY_NAME:
            values[key], origins[key] = value, "process"
    return Environment(mode, values, origins)


def refuse_secret_key(text: str, file: str) -> None:
    """Raise where a text that would be bundled holds a Clerk secret key.

    Raises:
        BuildError: It does; the message never repeats the key.
    """
    if found := SECRET_KEY.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise BuildError(
            "a Clerk secret key (sk_…) would be bundled, where everybody could read it. Remove it "
            "from here, and replace it in Clerk's dashboard if it was ever published",
            file,
            line,
        )
