"""A local stand-in for Clerk's Frontend API, for demonstrations, manual work and tests.

`EmulatorServer` serves one instance over TLS on the loopback interface, and a control API beside
it. Everything it knows lives in memory; only its keys are written to disk.
"""

from __future__ import annotations

from .http.faults import Fault
from .http.request_log import RequestRecord
from .seed import (
    DEMO_SEED,
    Seed,
    SeedDomain,
    SeedOrganization,
    SeedRole,
    SeedTemplate,
    SeedUser,
)
from .seed_file import SeedFileError, read_seed_file
from .server import DEFAULT_HOST, EmulatorError, EmulatorServer
from .settings import Settings
from .state import Instance

__all__ = [
    "DEFAULT_HOST",
    "DEMO_SEED",
    "EmulatorError",
    "EmulatorServer",
    "Fault",
    "Instance",
    "RequestRecord",
    "Seed",
    "SeedDomain",
    "SeedFileError",
    "SeedOrganization",
    "SeedRole",
    "SeedTemplate",
    "SeedUser",
    "Settings",
    "read_seed_file",
]
