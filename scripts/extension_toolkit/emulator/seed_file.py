"""Seed files: what an instance holds and how it behaves, as TOML."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

from pydantic import ValidationError

from .http.listeners import EmulatorError
from .seed import Seed
from .seeding import SeedError, plant
from .settings import Settings
from .validation import explained, from_json


class SeedFileError(EmulatorError):
    """A seed file cannot be used; the message names the file, the key and what is wrong."""


def read_seed_file(path: Path) -> tuple[Seed, Settings]:
    """Return the seed and the settings of a file.

    The table `settings` holds settings; the arrays `users`, `organizations`, `roles` and
    `templates` hold what `Seed` names so.

    Raises:
        SeedFileError: The file cannot be read, is not TOML, or holds something it must not.
    """
    try:
        content = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SeedFileError(f"{path}: {error}") from error
    settings = content.pop("settings", {})
    try:
        # By way of JSON, whose values are told apart strictly; TOML's times become texts.
        seed = from_json(Seed, json.dumps(content, default=str))
        plant(seed, now=0)
    except ValidationError as error:
        raise SeedFileError(f"{path}: {explained(error)}") from error
    except SeedError as error:
        raise SeedFileError(f"{path}: {error}") from error
    try:
        return seed, from_json(Settings, json.dumps(settings, default=str))
    except ValidationError as error:
        raise SeedFileError(f"{path}: settings: {explained(error)}") from error
