"""The endpoints of the Frontend API, one module for each kind of object.

A further module makes a `RouteTable` called `routes` and is added to `ENDPOINTS`.
"""

from __future__ import annotations

from ..routes import RouteTable
from . import client, environment, me, sessions, sign_ins, well_known

ENDPOINTS = RouteTable()
ENDPOINTS.extend(
    module.routes for module in (well_known, environment, client, sign_ins, sessions, me)
)
