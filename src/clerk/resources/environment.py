"""The settings of the instance, as its dashboard has them."""

from __future__ import annotations

from ..data import Tree

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Environment(Tree):
    """What may be used to sign in, what organizations may do, what the instance is called.

    `environment.userSettings.attributes.emailAddress.usedForFirstFactor`,
    `environment.authConfig.singleSessionMode`, `environment.displayConfig.applicationName`,
    `environment.organizationSettings.enabled`: Clerk's names, as deep as they go.

    Source: GET /v1/environment
    """

    OPTIONAL = ("maintenance_mode", "commerce_settings", "protect_config", "api_keys_settings")

    authConfig: Any
    displayConfig: Any
    userSettings: Any
    organizationSettings: Any

    def isSingleSession(self) -> bool:
        """Return whether only one user can be signed in at a time."""
        return bool(self._settings("auth_config").get("single_session_mode"))

    def isProduction(self) -> bool:
        return self._settings("display_config").get("instance_environment_type") == "production"

    @property
    def sessionMinter(self) -> bool:
        """Whether tokens are minted at an edge, from the last one."""
        return bool(self._settings("auth_config").get("session_minter"))

    @property
    def forceOrganizationSelection(self) -> bool:
        """Whether there is no personal account."""
        return bool(self._settings("organization_settings").get("force_organization_selection"))

    def _settings(self, name: str) -> dict[str, Any]:
        return self.data.get(name) or {}
