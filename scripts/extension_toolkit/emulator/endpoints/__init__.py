"""The endpoints of the Frontend API, one module for each kind of object.

A further module makes a `RouteTable` called `routes` and is added to `ENDPOINTS`.
"""

from __future__ import annotations

from ..http.routes import RouteTable
from . import (
    client,
    environment,
    me,
    me_contacts,
    me_external_accounts,
    me_factors,
    me_organizations,
    me_passkeys,
    me_sessions,
    organization_domains,
    organization_invitations,
    organization_members,
    organizations,
    provider,
    reverification,
    sessions,
    sign_ins,
    sign_ups,
    waitlist,
    well_known,
)

MODULES = (
    well_known,
    environment,
    client,
    sign_ins,
    sign_ups,
    sessions,
    reverification,
    me,
    me_contacts,
    me_external_accounts,
    me_factors,
    me_passkeys,
    me_sessions,
    me_organizations,
    organizations,
    organization_members,
    organization_invitations,
    organization_domains,
    waitlist,
    provider,
)

ENDPOINTS = RouteTable()
ENDPOINTS.extend(module.routes for module in MODULES)
