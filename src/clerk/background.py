"""The background's end of what pages ask for; see `page_clerk.py`."""

from __future__ import annotations

from webext import on_message, spawn

from .errors import ClerkError, error_to_data

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from typing import Any

    from .clerk import Clerk

    Message = dict[str, Any]
    Operation = Callable[[Clerk, Message], Awaitable[Any]]


async def _load(clerk: Clerk, message: Message) -> None:
    """The client is loaded before any operation."""


async def _reload(clerk: Clerk, message: Message) -> None:
    await clerk.reload()


async def _request(clerk: Clerk, message: Message) -> Any:
    return await clerk.request(
        message["method"],
        message["path"],
        message["query"],
        message["body"],
        message["reload"],
        message["nonce"],
    )


async def _environment(clerk: Clerk, message: Message) -> dict[str, Any]:
    return (await clerk.getEnvironment(message["reload"])).data


async def _sign_out(clerk: Clerk, message: Message) -> None:
    await clerk.signOut(message["sessionId"])


async def _set_active(clerk: Clerk, message: Message) -> None:
    await clerk.setActive(**message["chosen"])


async def _sso(clerk: Clerk, message: Message) -> None:
    """Begin it; how it ended is a part of the state, where the page finds it."""

    async def visit() -> None:
        error = None
        try:
            await clerk.authenticate_with_redirect(
                message["kind"], message["fields"], message["options"], message["goesOn"]
            )
        except ClerkError as raised:
            error = error_to_data(raised)
        clerk.visit = {"id": message["visit"], "error": error}
        await clerk.save()

    spawn(visit())


async def _get_token(clerk: Clerk, message: Message) -> str | None:
    session_id, template, organization_id = message["slot"]
    slot = (session_id, template, organization_id)
    return await clerk.get_token(slot, message["skipCache"], message["leeway"])


async def _clear_cache(clerk: Clerk, message: Message) -> None:
    clerk.clear_tokens(message["sessionId"])
    await clerk.save()


OPERATIONS: dict[str, Operation] = {
    "load": _load,
    "reload": _reload,
    "read": _request,
    "change": _request,
    "environment": _environment,
    "signOut": _sign_out,
    "setActive": _set_active,
    "sso": _sso,
    "getToken": _get_token,
    "clearCache": _clear_cache,
}


# What is not to be repeated when the background was closed before it answered.
ONCE = ("change", "sso")


def answer_pages(get_client: Callable[[str, str | None], Awaitable[Clerk]]) -> None:
    """Answer what the clients of pages ask for.

    Args:
        get_client: Returns the loaded client of a publishable key and a sync host.
    """
    for name in OPERATIONS:
        _answer_page(name, OPERATIONS[name], get_client)


def _answer_page(
    name: str, operation: Operation, get_client: Callable[[str, str | None], Awaitable[Clerk]]
) -> None:
    @on_message(clerk=name, once=name in ONCE)
    async def answer(message: Message, sender: object) -> dict[str, Any]:
        """The answer holds the state after the operation, even if that failed."""
        answer: dict[str, Any] = {}
        try:
            clerk = await get_client(message["publishableKey"], message["syncHost"])
        except ClerkError as error:
            return {"error": error_to_data(error)}
        try:
            answer["value"] = await operation(clerk, message)
        except ClerkError as error:
            answer["error"] = error_to_data(error)
        answer["snapshot"] = clerk.snapshot()
        return answer
