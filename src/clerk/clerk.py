"""The client: who is signed in, and what may be done about it.

One instance per publishable key lives in the background and owns the state; it survives a sleeping
service worker in memory, and a closed offscreen page in `chrome.storage.session`.
"""

from __future__ import annotations

from .errors import ClerkError, ClerkOfflineError, ClerkRuntimeError, ClerkTimeoutError
from .events import Events, Resources
from .fapi import FapiClient
from .requests import Requests
from .resources.base import UNSET, Unset, given

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from .platform import Platform
    from .publishable_key import PublishableKey
    from .resources.environment import Environment
    from .resources.organization import Organization
    from .resources.organization_membership import OrganizationMembership
    from .resources.session import Session
    from .token_source import TokenSource
    from .tokens import Slot

# Seconds in which a load asks again while the API refuses for the moment.
LOAD_BUDGET = 6.0


class Clerk(Requests):
    """A client for one Clerk instance; made by `createClerkClient`.

    Args:
        key: The checked publishable key.
        platform: Network, storage and clock.

    Attributes:
        client: This device as the API knows it.
        session: The active session, or None when nobody is signed in.
        environment: The instance's settings as far as `getEnvironment` has asked for them.
        status: `loading`; `ready`; `degraded` when what was known is shown, since the API cannot be
            reached; `error`.

    Source: https://clerk.com/docs/reference/javascript/clerk
    """

    def __init__(self, key: PublishableKey, platform: Platform) -> None:
        super().__init__(FapiClient(key, platform), platform)
        self.publishableKey = key.value
        self.frontendApi = key.frontend_api
        self.instanceType = key.instanceType
        self.status = "loading"
        self.environment: Environment | None = None
        self._events = Events(platform)
        self._source: TokenSource | None = None

    @property
    def loaded(self) -> bool:
        return self.status in ("ready", "degraded")

    @property
    def isSignedIn(self) -> bool:
        """Whether somebody is, with nothing left to do before the session counts."""
        return self.session is not None and self.session.status == "active"

    async def load(self) -> None:
        """Learn who is signed in, from what was kept or from the API. Once; it may be repeated.

        Raises:
            ClerkError: Nothing was kept and the API gave no answer.

        Source: GET /v1/client
        """
        while not self.loaded:
            try:
                await self.share("load", self._load)
            except ClerkError:
                self.set_status("error")
                raise

    async def _load(self) -> None:
        was_kept = await self.restore_kept()
        if was_kept and not self.fapi.client_token.follows:
            self.set_status("ready")
            return
        try:
            await self._reload_patiently()
        except (ClerkOfflineError, ClerkTimeoutError) as error:
            if not was_kept:
                raise error
            self.set_status("degraded")
        else:
            self.set_status("ready")

    async def _reload_patiently(self) -> None:
        """Wait a little for an API that is busy or fails: whoever asks now has nothing else."""
        from .retry import with_retry

        async def attempt(timeout: float) -> None:
            await self.reload()

        deadline = self.platform.now() + LOAD_BUDGET
        await with_retry(attempt, self.platform, deadline, unanswered=False)

    async def handleUnauthenticated(self) -> None:
        """Look whether the session is still there, after a server refused its token.

        Raises:
            ClerkError: The API gave no answer; whoever is signed in still is.
        """
        await self.reload()

    async def getEnvironment(self, reload: bool = False) -> Environment:
        """Return the instance's settings. They are asked for once, and only here.

        Args:
            reload: Ask again.

        Source: GET /v1/environment
        """
        from .resources.environment import Environment

        if self.environment is None or reload:
            data = await self.share("environment", lambda: self._read_environment(reload))
            self.environment = Environment(data)
        return self.environment

    async def _read_environment(self, reload: bool) -> dict[str, Any]:
        kept = None if reload else await self.kept_environment()
        if kept:
            return kept
        data = await self.fapi.request("GET", "/environment")
        if not isinstance(data, dict):
            raise ClerkRuntimeError("the API gave no environment", "unknown_answer")
        await self.keep_environment(data)
        return data

    async def signOut(self, sessionId: str | None = None) -> None:
        """Sign out of every session on this device, or of one.

        Args:
            sessionId: The session to sign out of; None for all.

        Raises:
            ClerkError: The API did not confirm it; whoever is signed in still is.

        Source: DELETE /v1/client/sessions, POST /v1/client/sessions/{id}/remove
        """
        await self.load()
        try:
            await self._sign_out(sessionId)
        except ClerkRuntimeError as error:
            if error.code != "stale_answer":
                raise error
            # Another sign-out was answered first, and this answer thrown away with all others.
            if self._is_here(sessionId):
                await self.reload()
            if self._is_here(sessionId):
                raise error

    async def _sign_out(self, session_id: str | None) -> None:
        if session_id is None and not self.client.sessions:
            return
        session = None if session_id is None else self.find_session(session_id)
        if session is not None and len(self.client.signedInSessions) > 1:
            await session.remove()
        else:
            await self.client.removeSessions()

    def _is_here(self, session_id: str | None) -> bool:
        return self.session is not None if session_id is None else self.has_session(session_id)

    async def setActive(
        self,
        session: Session | str | Unset | None = UNSET,
        organization: Organization | OrganizationMembership | str | Unset | None = UNSET,
    ) -> None:
        """Make a session the active one, or an organization the active one of a session.

        Calls that overlap are carried out one after the other.

        Args:
            session: The session or its id, such as the one that a sign-in created; None for
                none of those that are signed in. Left out, it is the active one.
            organization: The organization, its id or slug; None for the personal account. Left out,
                it stays as the session has it.

        Raises:
            ClerkRuntimeError: `session_not_found` or `no_active_session`; `organization_not_found`
                when the API took another one; `organization_required` when the instance knows no
                personal account.
            ClerkAPIResponseError: Such as `organization_not_found_or_unauthorized`.

        Source: POST /v1/client/sessions/{id}/touch
        """
        from .set_active import name_of, set_active

        await self.load()
        session_id, organization_name = name_of(session), name_of(organization)
        await self.in_turn(lambda: set_active(self, session_id, organization_name))

    async def createOrganization(self, name: str, slug: str | None = None) -> Organization:
        """Make an organization; the user becomes its admin.

        Source: POST /v1/organizations
        """
        from .resources.organization import Organization

        body = given(name=name, slug=slug)
        return Organization(await self.fetch("POST", "/organizations", body), self)

    async def getOrganization(self, organizationId: str) -> Organization:
        """Return an organization that the user is a member of.

        Source: GET /v1/organizations/{id}
        """
        from .encoding import quote
        from .resources.organization import Organization

        path = f"/organizations/{quote(organizationId)}"
        return Organization(await self.fetch("GET", path), self)

    async def authenticate_with_redirect(
        self, kind: str, fields: dict[str, Any], options: dict[str, Any], goes_on: bool
    ) -> None:
        """Sign in or up at another service; see `SignIn.authenticateWithRedirect`."""
        try:
            from .sso import authenticate
        except ImportError:
            raise ClerkRuntimeError(
                "clerk.sso is not in this extension: the build adds it where code in src/ calls "
                "authenticateWithRedirect by its name",
                "sso_not_bundled",
            ) from None
        await self.load()
        await authenticate(self, kind, fields, options, goes_on)

    def addListener(
        self, listener: Callable[[Resources], Any], skipInitialEmit: bool = False
    ) -> Callable[[], None]:
        """Call a function whenever something changes.

        Args:
            listener: Called with `client`, `session`, `user` and `organization` as attributes.
            skipInitialEmit: Do not call it at once with what is known already.

        Returns:
            A function that ends it.
        """
        if self.loaded and not skipInitialEmit:
            listener(self.resources())
        return self._events.add("resources", listener)

    def on(self, event: str, handler: Callable[[str], Any], notify: bool = False) -> None:
        """Call a function whenever the status changes.

        Args:
            event: `status`.
            handler: Called with the new status.
            notify: Call it at once too.
        """
        self._events.add(event, handler)
        if notify:
            handler(self.status)

    def off(self, event: str, handler: Callable[[str], Any]) -> None:
        """End what `on` began."""
        self._events.remove(event, handler)

    def set_status(self, status: str) -> None:
        if status != self.status:
            self.status = status
            self._events.emit("status", status)

    def emit(self) -> None:
        self._events.emit("resources", self.resources())

    async def get_token(
        self, slot: Slot, skip_cache: bool = False, leeway: float | None = None
    ) -> str | None:
        """Return a token for `Session.getToken`, which says what the arguments mean."""
        if self._source is None:
            from .token_source import TokenSource

            self._source = TokenSource(self)
        return await self._source.get(slot, skip_cache, leeway)

    def clear_tokens(self, session_id: str) -> None:
        self.tokens.forget_session(session_id)
        if self._source:
            self._source.discard(session_id)

    def discard_answers(self) -> None:
        """Throw away what is under way: it is about somebody who has left."""
        self.fapi.generation += 1
        if self._source:
            self._source.discard()
