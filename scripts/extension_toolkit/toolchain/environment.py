"""Environment files, and what of them reaches the extension.

Where a name is set more than once, the first of these wins: the process's own environment,
`.env.<mode>.local`, `.env.local`, `.env.<mode>`, `.env.chrome`, `.env`. Values are taken as they
are written: `$` means nothing.

Only names that begin with `PUBLIC_` reach the bundle, as constants of the module `webext.env`:
whatever an extension carries, everybody who installs it can read. `PLASMO_PUBLIC_…`, as Clerk's
guide for Plasmo has it, is read as `PUBLIC_…`.

Source: https://clerk.com/docs/chrome-extension/getting-started/quickstart
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dotenv.parser import parse_stream

from clerk.errors import ClerkRuntimeError
from clerk.publishable_key import PublishableKey, parse_publishable_key

from .errors import BuildError
from .extension_key import KEY_NAME as EXTENSION_KEY_NAME
from .extension_key import check_public_key
from .imports import Module, imports_of
from .secret_keys import has_secret
from .texts import read_text

MODULE = "webext.env"
PUBLIC_PREFIX = "PUBLIC_"
PLASMO_PREFIX = "PLASMO_"
KEY_NAME = "PUBLIC_CLERK_PUBLISHABLE_KEY"
FRONTEND_API_NAME = "CLERK_FRONTEND_API"  # in Clerk's guide; the publishable key says it too
PROCESS = "process"
FILES = (".env", ".env.chrome", ".env.{mode}", ".env.local", ".env.{mode}.local")  # the last wins


@dataclass(frozen=True)
class Environment:
    """Variables of one build, each with the file that set it.

    Attributes:
        mode: `development` or `production`.
        values: Every variable's value.
        origins: Where each came from: a file's name, or `process`.
        overridden: Where else each is set, the strongest first.
    """

    mode: str
    values: Mapping[str, str]
    origins: Mapping[str, str]
    overridden: Mapping[str, list[str]] = field(default_factory=dict)

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
            key = parse_publishable_key(value)
        except ClerkRuntimeError as error:
            raise BuildError(f"{KEY_NAME}: {error}", self.origins[KEY_NAME]) from error
        frontend_api = self.values.get(FRONTEND_API_NAME, key.frontend_api)
        if frontend_api.removeprefix("https://").rstrip("/") != key.frontend_api:
            raise BuildError(
                f"{FRONTEND_API_NAME} is of another instance than {KEY_NAME}, which names "
                f"{key.frontend_api}. Remove it, it is not needed, or take the key that fits",
                self.origins[FRONTEND_API_NAME],
            )
        return key

    def extension_key(self) -> str | None:
        """Return the public key that fixes the extension's id, checked, or None without one.

        Raises:
            BuildError: It is no key that Chrome takes.
        """
        value = self.values.get(EXTENSION_KEY_NAME)
        return check_public_key(value, self.origins[EXTENSION_KEY_NAME]) if value else None


def read_environment(root: Path, mode: str) -> Environment:
    """Read the environment files of a project.

    Args:
        root: The folder that holds them.
        mode: `development` or `production`.

    Raises:
        BuildError: A line cannot be read, or a secret is where it must not be.
    """
    values: dict[str, str] = {}
    found: dict[str, list[str]] = {}

    def put(name: str, value: str, origin: str) -> None:
        values[name] = value
        found[name] = [origin, *(o for o in found.get(name, []) if o != origin)]

    for file in files_of(mode):
        # In one file, ours wins over Plasmo's.
        for name, value in sorted(_read(root / file), key=lambda item: not _is_plasmos(item[0])):
            put(_our_name(name), value, file)
    for name, value in sorted(os.environ.items(), key=lambda item: not _is_plasmos(item[0])):
        ours = _our_name(name)
        if ours in values or ours.startswith(PUBLIC_PREFIX) or ours == EXTENSION_KEY_NAME:
            put(ours, value, PROCESS)
    environment = Environment(
        mode,
        values,
        {name: origins[0] for name, origins in found.items()},
        {name: origins[1:] for name, origins in found.items()},
    )
    _refuse_secrets(environment)
    for name in environment.public:
        if not name.isidentifier():
            message = f"{name} cannot be a name in Python; write it with letters, digits and _"
            raise BuildError(message, environment.origins[name])
    return environment


def refuse_unset(modules: Iterable[Module], environment: Environment) -> None:
    """Raise where code imports a variable that is not set: its page would not start.

    Args:
        modules: Every bundled module.
        environment: The variables.
    """
    for module in modules:
        for item in imports_of(module.tree, module, inside_functions=True) if module.tree else ():
            where, _, name = item.module.partition(":")
            if where != MODULE or name in ("", "*", *environment.public) or item.optional:
                continue
            line = module.line(item.line)
            if name.startswith(PUBLIC_PREFIX):
                why = f"{name} is not set; add it to the .env.{environment.mode} file"
            else:
                why = f"{name} is not there: only names that begin with {PUBLIC_PREFIX} are"
            raise BuildError(why, module.filename, item.line, source_line=line)


def files_of(mode: str) -> list[str]:
    """Return the names of a mode's files, the strongest last."""
    return [name.format(mode=mode) for name in FILES]


def _read(path: Path) -> Iterator[tuple[str, str]]:
    if not path.is_file():
        return
    for binding in parse_stream(io.StringIO(read_text(path, path.name))):
        if binding.error:
            text = "this line cannot be read; write NAME=value"
            raise BuildError(text, path.name, binding.original.line)
        if binding.key is not None and binding.value is not None:
            yield binding.key, binding.value


def _is_plasmos(name: str) -> bool:
    return name.startswith(PLASMO_PREFIX + PUBLIC_PREFIX)


def _our_name(name: str) -> str:
    return name.removeprefix(PLASMO_PREFIX) if _is_plasmos(name) else name


def _refuse_secrets(environment: Environment) -> None:
    """A developer's shell may hold secrets, if they are not public; the project's files not."""
    for name, value in environment.values.items():
        origin = environment.origins[name]
        if origin == PROCESS and not name.startswith((PUBLIC_PREFIX, EXTENSION_KEY_NAME)):
            continue
        if what := has_secret(value):
            raise BuildError(
                f"{name} is {what}, which has no place in an extension, where everybody could "
                "read it. Keep it in your shell or on your server, and replace it if it was ever "
                "published",
                origin,
            )
