"""The fake `chrome` as a whole."""

from __future__ import annotations

import ast
import inspect
import itertools
from typing import Any

from extension_toolkit.chrome_api import UnknownNameError, load

from .alarms import Alarms
from .arguments import ArgumentError, Arguments
from .clock import Clock
from .context import Context, current
from .cookies import Cookies
from .events import Events
from .i18n import I18n
from .identity import Identity
from .namespace import Namespace, NotFakedError, RefusedError
from .network import Network
from .ports import FakePort
from .rights import Commands, Permissions, origin_of
from .runtime import Runtime
from .scripting import Scripting
from .storage import Storage
from .surface import Action, ContextMenus, Notifications, SidePanel
from .tabs import Tabs, Windows
from .values import copied

# What opens the tab to an extension with `activeTab`, as opening its popup does.
# https://developer.chrome.com/docs/extensions/develop/concepts/activeTab
CALLS_BY_THE_USER = {
    "action.onClicked",
    "commands.onCommand",
    "contextMenus.onClicked",
    "omnibox.onInputEntered",
}
MANIFEST = {"manifest_version": 3, "name": "An extension under test", "version": "1.0"}


class State:
    """The namespaces with what they hold, for tests to look at: `state.storage.local.items`."""

    def __init__(self, chrome: FakeChrome) -> None:
        chrome.state = self
        self.runtime = Runtime(chrome)
        self.permissions = Permissions(chrome)
        self.storage = Storage(chrome)
        self.windows = Windows(chrome)
        self.tabs = Tabs(chrome)
        self.cookies = Cookies(chrome)
        self.alarms = Alarms(chrome)
        self.action = Action(chrome)
        self.notifications = Notifications(chrome)
        self.contextMenus = ContextMenus(chrome)
        self.sidePanel = SidePanel(chrome)
        self.commands = Commands(chrome)
        self.scripting = Scripting(chrome)
        self.identity = Identity(chrome)
        self.i18n = I18n(chrome)


class FakeChrome:
    """A browser with the extension, in memory.

    It has Chrome's namespaces, for a page of the extension: `await fake_chrome.tabs.create({…})`.

    Args:
        id: The extension's id.
        manifest: The manifest, which is then enforced: what it has no permission for is refused.
        messages: What `_locales/<language>/messages.json` holds, by language.

    Attributes:
        manifest: The manifest given, or one that says next to nothing.
        messages: The texts in `_locales/`, by language.
        enforces: Whether permissions are enforced.
        clock: The time; a test moves it.
        events: Listeners, and what they raised.
        network: What answers requests.
        calls: Every call, as its name and its arguments.
        background: The place where the handlers run.
        state: What there is: tabs, cookies, items in storage, …
    """

    state: State

    def __init__(
        self,
        id: str,
        manifest: dict[str, Any] | None = None,
        messages: dict[str, dict[str, Any]] | None = None,
    ) -> None:
        self.id = id
        self.messages = messages or {}
        self.origin = f"chrome-extension://{id}"
        self.enforces = manifest is not None
        self.manifest: dict[str, Any] = manifest if manifest is not None else dict(MANIFEST)
        self.table = load()
        self.arguments = Arguments(self.table)
        self.clock = Clock()
        self.events = Events(self)
        self.network = Network()
        self.calls: list[tuple[str, list[Any]]] = []
        self.background = self._own_page("background", "background/offscreen.html")
        self.answers: dict[str, Any] = {}
        self.ports: list[FakePort] = []
        self._ids = itertools.count(1)
        self.state = State(self)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self.page(), name)

    def page(self, path: str = "popup/index.html") -> Context:
        """Return a page of the extension: what it calls and sends comes from there."""
        return self._own_page("page", path)

    def content_script(
        self, url: str = "https://example.com/", tab_id: int | None = None, frame_id: int = 0
    ) -> Context:
        """Return a content script in a web page.

        Args:
            url: The page's address.
            tab_id: The tab that it is in; None opens one.
            frame_id: Which of its frames; 0 is the whole page.
        """
        tabs = self.state.tabs
        tab = tabs.create({"url": url}) if tab_id is None else tabs.get(tab_id)
        origin = origin_of(url)
        sender = {"id": self.id, "url": url, "origin": origin, "tab": tab, "frameId": frame_id}
        return Context(self, "content_script", sender)

    def web_page(self, url: str) -> Context:
        """Return a web page, as it may talk to extensions that let it."""
        return Context(self, "other", {"url": url, "origin": origin_of(url)})

    def other_extension(self, id: str) -> Context:
        """Return another extension."""
        origin = f"chrome-extension://{id}"
        return Context(self, "other", {"id": id, "url": f"{origin}/page.html", "origin": origin})

    def answer(self, path: str, value: Any) -> None:
        """Say what a function of Chrome's gives from now on, in place of what the fake does.

        Args:
            path: Its name behind `chrome.`, such as `bookmarks.search`.
            value: The value; an exception, to be raised; or a function of the arguments, `async` or
                not. For one that connects, a function of the `Port` at the other end.

        Raises:
            UnknownNameError: Chrome has no such function.
        """
        if self.table.member(path).kind != "function":
            raise UnknownNameError(path, None)
        self.answers[path] = value

    async def emit(self, event: str, *args: Any) -> None:
        """Have an event happen, and wait until its listeners are done.

        Args:
            event: Its name behind `chrome.`, such as `runtime.onInstalled`.
            *args: What it gives to its listeners.

        Raises:
            ArgumentError: Chrome never gives the event such values.
            BaseException: What a listener raised.
        """
        if event in CALLS_BY_THE_USER:
            given = [arg["id"] for arg in args if isinstance(arg, dict) and "windowId" in arg]
            self.state.permissions.call_in(*given)
        self.events.fire(event, args)
        await self.events.idle()

    async def idle(self) -> None:
        """Wait until listeners and spawned coroutines are done, but for those that sleep.

        Raises:
            BaseException: What one of them raised, and nobody caught.
        """
        await self.events.idle()

    def calls_of(self, path: str) -> list[list[Any]]:
        """Return the arguments of each call of a function, in their order."""
        self.table.member(path)
        return [args for called, args in self.calls if called == path]

    async def close(self) -> None:
        """End what still runs, as Chrome does when it closes a page.

        Raises:
            BaseException: What a listener or a spawned coroutine raised, and nobody caught.
        """
        await self.events.close()
        self.events.raise_errors()

    def value(self, path: str) -> Any:
        """Return the value of a plain property, and None for what has members.

        Raises:
            AttributeError: Chrome has no such name; the message has the nearest.
        """
        try:
            member = self.table.member(path)
        except UnknownNameError as error:
            raise AttributeError(str(error)) from None
        if path in ("runtime.id", "extension.inIncognitoContext"):
            return self.id if path == "runtime.id" else False
        if member.kind == "property" and member.annotation.startswith("Literal["):
            return ast.literal_eval(member.annotation.removeprefix("Literal[").removesuffix("]"))
        return None

    async def call(self, path: str, args: list[Any]) -> Any:
        """Call a function of Chrome's, from the place where the running code is.

        Raises:
            RefusedError: Chrome would refuse; the message is Chrome's.
            NotFakedError: The fake does not have it; the message says how to answer in its place.
        """
        args, named = self.admit(path, args)
        if path in self.answers:
            result = self.answers[path]
            if isinstance(result, BaseException):
                raise result
            result = result(*args) if callable(result) else result
        else:
            result = self.function(path)(**named)
        if inspect.isawaitable(result):
            result = await result
        return copied(result, f"the result of chrome.{path}")

    def admit(self, path: str, args: list[Any]) -> tuple[list[Any], dict[str, Any]]:
        """Check a call as Chrome does, and keep it; return its arguments, and again by name.

        Raises:
            RefusedError: Chrome would refuse it.
        """
        self._check_available(path)
        args = [
            arg if callable(arg) else copied(arg, f"argument {n}") for n, arg in enumerate(args, 1)
        ]
        try:
            named = self.arguments.bind(path, args)
        except ArgumentError as error:
            raise RefusedError(str(error)) from None
        self.calls.append((path, args))
        return args, named

    def next_id(self) -> int:
        """Return a number that no tab, window or notification has yet."""
        return next(self._ids)

    def function(self, path: str) -> Any:
        """Return what the fake does when a function of Chrome's is called.

        Raises:
            NotFakedError: Nothing.
        """
        found: Any = self.state
        for name in path.split("."):
            found = getattr(found, name, None)
            if name.startswith("_") or found is None:
                break
        if not inspect.ismethod(found):
            raise NotFakedError(
                f"the fake chrome has no chrome.{path}. Say what it gives: "
                f'fake_chrome.answer("{path}", …)'
            )
        return found

    def is_clicked(self) -> bool:
        """Return whether the running code may answer a click: that of a page. The background hears
        of clicks from others, with which Chrome takes them for none."""
        return (current() or self.background).kind == "page"

    def _check_available(self, path: str) -> None:
        member = self.table.member(path)
        context = current() or self.background
        if context.kind == "other" and path not in ("runtime.sendMessage", "runtime.connect"):
            raise RefusedError("not available here: this is no page of the extension")
        script = context.kind == "content_script"
        if script and not self.table.is_available(path, "content_script"):
            raise RefusedError("not available here: content scripts do not have it")
        has = self.state.permissions.granted
        if self.enforces and member.permissions and not has & set(member.permissions):
            raise RefusedError("not available here: is its permission in the manifest?")

    def _own_page(self, kind: Any, path: str) -> Context:
        sender = {"id": self.id, "url": f"{self.origin}/{path}", "origin": self.origin}
        return Context(self, kind, sender)


__all__ = ["ArgumentError", "FakeChrome", "Namespace", "NotFakedError", "RefusedError"]
