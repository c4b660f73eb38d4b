"""The fake `chrome`: names, arguments, answers, permissions, contexts."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

import pytest

import chrome
from chrome import ChromeError
from extension_toolkit.chrome_api import UnknownNameError
from extension_toolkit.chrome_api.stubs import parse_signature
from extension_toolkit.testing.fake_chrome import FakeChrome, NotFakedError
from support import refused_calls

from .conftest import MANIFEST

if TYPE_CHECKING:
    from chrome.scripting import CSSInjection

pytestmark = pytest.mark.usefixtures("fake_chrome")


def test_unknown_names_are_refused_with_the_nearest() -> None:
    """A name that Chrome lacks is an `AttributeError`, as any other name in Python."""
    with pytest.raises(AttributeError, match=r"did you mean chrome\.tabs\.query\?"):
        chrome.tabs.qurey  # type: ignore[attr-defined]  # noqa: B018
    with pytest.raises(AttributeError, match=r"did you mean chrome\.tabs\?"):
        chrome.tab  # type: ignore[attr-defined]  # noqa: B018


@pytest.mark.parametrize(
    ("path", "args", "problem"),
    [
        ("tabs.create", [{"urll": "a"}], "unexpected property: 'urll'; did you mean 'url'?"),
        ("tabs.create", [{"active": "yes"}], "property 'active': invalid type: expected boolean"),
        ("tabs.create", [], "'createProperties' is missing"),
        ("tabs.create", [{}, 1], "1 argument(s) too many"),
        ("tabs.get", ["1"], "expected integer, found str"),
        ("tabs.get", [True], "expected integer, found bool"),
        ("tabs.get", [1.5], "expected integer, found float"),
        ("tabs.remove", [[1, "2"]], "error at index 1: invalid type: expected integer"),
        ("cookies.get", [{"url": "https://a.example"}], "missing required property 'name'"),
        ("windows.create", [{"type": "round"}], "'round' is not one of 'normal', 'popup'"),
        ("storage.local.set", [["a"]], "expected object, found list"),
        ("runtime.connect", [{"nam": "a"}], "unexpected property: 'nam'"),
    ],
)
async def test_wrong_arguments_are_refused(path: str, args: list[Any], problem: str) -> None:
    """Arguments that Chrome would refuse are an error that says which and why."""
    function: Any = chrome
    for name in path.split("."):
        function = getattr(function, name)
    with pytest.raises(ChromeError) as caught:
        await function(*args)
    assert problem in str(caught.value)


async def test_null_is_as_good_as_nothing() -> None:
    """As in Chrome, None stands for an argument or a field that was left out."""
    create: Any = chrome.tabs.create  # whose types want it left out
    update: Any = chrome.tabs.update
    tab = await create({"url": "https://a.example/", "index": None})
    assert (await update(None, {"pinned": True}))["id"] == tab["id"]


async def test_what_is_not_faked_fails_loudly(fake_chrome: FakeChrome) -> None:
    """A handler cannot take a hole in the fake for an error of Chrome's."""

    async def handler() -> None:
        try:
            await chrome.bookmarks.search("python")
        except Exception:
            pytest.fail("taken for an error")

    with pytest.raises(NotFakedError, match=r'fake_chrome\.answer\("bookmarks\.search", …\)'):
        await handler()
    fake_chrome.answer("bookmarks.search", [{"id": "1", "title": "Python", "syncing": False}])
    [found] = await chrome.bookmarks.search("python")
    assert found["title"] == "Python"


async def test_answers(fake_chrome: FakeChrome) -> None:
    """A test may give values, errors, or functions of the arguments; calls are kept."""
    fake_chrome.answer("history.search", lambda query: [{"id": query["text"]}])
    assert await chrome.history.search({"text": "a"}) == [{"id": "a"}]
    fake_chrome.answer("history.search", RuntimeError("no history"))
    with pytest.raises(ChromeError, match="no history"):
        await chrome.history.search({"text": "b"})
    assert fake_chrome.calls_of("history.search") == [[{"text": "a"}], [{"text": "b"}]]
    with pytest.raises(UnknownNameError):
        fake_chrome.answer("history.find", [])


async def test_values_cross_as_copies(fake_chrome: FakeChrome) -> None:
    """What is changed after it was stored or read changes nothing on the other side."""
    value: dict[object, Any] = {"list": [1, (2, 3)], 4: None}
    await chrome.storage.local.set({"a": value})
    value["list"].append(5)
    read = (await chrome.storage.local.get("a"))["a"]
    assert read == {"list": [1, [2, 3]], "4": None}
    read["list"].clear()
    assert fake_chrome.state.storage.local.items["a"] == {"list": [1, [2, 3]], "4": None}
    with pytest.raises(ChromeError, match=r"\['a'\]\[1\] is a set"):
        await chrome.storage.local.set({"a": [1, {2}]})
    for number in (float("nan"), float("-inf"), 2**53):
        with pytest.raises(ChromeError, match=r"\['a'\] is .*(no number|too large)"):
            await chrome.storage.local.set({"a": number})


def test_constants() -> None:
    """Plain values of Chrome's are there."""
    assert chrome.tabs.TAB_ID_NONE == -1
    assert chrome.storage.sync.QUOTA_BYTES_PER_ITEM == 8192
    assert len(chrome.runtime.id) == 32


async def test_everything_is_allowed_without_a_manifest() -> None:
    """A test that gives no manifest is not about permissions."""
    await chrome.alarms.create("a", {"delayInMinutes": 1})
    assert await chrome.cookies.get({"url": "https://a.test", "name": "a"}) is None


@pytest.mark.parametrize("manifest", [MANIFEST], indirect=True)
async def test_a_manifest_is_enforced(fake_chrome: FakeChrome) -> None:
    """What the manifest has no permission for is refused, and the user may grant it."""
    await chrome.storage.local.set({"a": 1})
    with pytest.raises(ChromeError, match="is its permission in the manifest"):
        await chrome.alarms.create("a", {"delayInMinutes": 1})
    with pytest.raises(ChromeError, match="No host permissions for cookies at url"):
        await chrome.cookies.get({"url": "https://example.org/", "name": "a"})
    assert await chrome.cookies.get({"url": "https://www.example.com/", "name": "a"}) is None
    fake_chrome.state.permissions.user_grants = False
    page = fake_chrome.page()
    assert not await page.permissions.request({"permissions": ["alarms"]})
    fake_chrome.state.permissions.user_grants = True
    assert await page.permissions.request({"permissions": ["alarms"]})
    await chrome.alarms.create("a", {"delayInMinutes": 1})
    with pytest.raises(ChromeError, match="specified in the manifest"):
        await page.permissions.request({"permissions": ["tabs"]})
    assert (await chrome.runtime.getManifest())["name"] == "Mini"


@pytest.mark.parametrize("manifest", [refused_calls.MANIFEST], indirect=True)
@pytest.mark.parametrize(("path", "args", "text"), refused_calls.REFUSED)
async def test_what_chrome_refuses(
    fake_chrome: FakeChrome, path: str, args: list[Any], text: str
) -> None:
    """A call that Chrome refuses is refused, in Chrome's words."""
    function: Any = fake_chrome.page()
    for name in path.split("."):
        function = getattr(function, name)
    with pytest.raises(ChromeError) as caught:
        await function(*args)
    assert text in str(caught.value)


async def test_what_needs_a_click(fake_chrome: FakeChrome) -> None:
    """The background can neither ask for permissions nor open the side panel; a page can."""
    panel: Any = {"windowId": 1}
    with pytest.raises(ChromeError, match="must be called during a user gesture"):
        await chrome.permissions.request({"permissions": ["alarms"]})
    with pytest.raises(ChromeError, match="only be called in response to a user gesture"):
        await chrome.sidePanel.open(panel)
    await fake_chrome.page().sidePanel.open(panel)
    assert fake_chrome.state.sidePanel.opened == [panel]


@pytest.mark.parametrize("manifest", [MANIFEST], indirect=True)
async def test_addresses_of_tabs_need_a_permission() -> None:
    """Without `tabs`, the address is known of own pages and of sites in `host_permissions`."""
    for url in ("https://example.org/", "https://www.example.com/", "popup/index.html"):
        await chrome.tabs.create({"url": url})
    urls = [tab.get("url") for tab in await chrome.tabs.query({})]
    own = await chrome.runtime.getURL("popup/index.html")
    assert urls == [None, "https://www.example.com/", own]


ACTIVE_TAB = {**MANIFEST, "permissions": ["activeTab", "commands", "scripting"]}
CALLS: list[tuple[str, list[Any]]] = [
    ("action.onClicked", []),
    ("commands.onCommand", ["go"]),
    ("contextMenus.onClicked", [{"menuItemId": "go", "editable": False, "pageUrl": "https://a.b"}]),
]


@pytest.mark.parametrize("manifest", [ACTIVE_TAB], indirect=True)
@pytest.mark.parametrize(("event", "args"), CALLS)
async def test_a_call_by_the_user_opens_the_tab(
    fake_chrome: FakeChrome, event: str, args: list[Any]
) -> None:
    """With `activeTab`, the tab where the user calls is reached, until it shows another site."""
    other = await chrome.tabs.create({"url": "https://example.org/"})
    tab = await chrome.tabs.create({"url": "https://example.org/"})
    reach: CSSInjection = {"target": {"tabId": tab["id"]}, "css": "a {}"}
    with pytest.raises(ChromeError, match="Cannot access contents"):
        await chrome.scripting.insertCSS(reach)
    await fake_chrome.emit(event, *args, tab)
    await chrome.scripting.insertCSS(reach)
    await chrome.tabs.update(tab["id"], {"url": "https://example.org/more"})
    assert (await chrome.tabs.get(tab["id"])).get("url") == "https://example.org/more"
    assert "url" not in await chrome.tabs.get(other["id"])
    await chrome.tabs.update(tab["id"], {"url": "https://elsewhere.org/"})
    assert "url" not in await chrome.tabs.get(tab["id"])
    fake_chrome.state.permissions.call_in()
    assert "url" in await chrome.tabs.get(tab["id"])


async def test_content_scripts_have_little(fake_chrome: FakeChrome) -> None:
    """A content script has neither most namespaces nor the closed areas of storage."""
    script = fake_chrome.content_script("https://example.com/page")
    with pytest.raises(ChromeError, match="content scripts do not have it"):
        await script.tabs.query({})
    with pytest.raises(ChromeError, match="Access to storage is not allowed"):
        await script.storage.local.get("a")
    opened = {"accessLevel": "TRUSTED_AND_UNTRUSTED_CONTEXTS"}
    await fake_chrome.storage.session.setAccessLevel(opened)
    assert await script.storage.session.get("a") == {}
    assert script.runtime.id == fake_chrome.id


def test_every_function_is_faked_or_says_that_it_is_not(fake_chrome: FakeChrome) -> None:
    """What the fake has takes Chrome's parameters; anything else says how to answer for it."""
    faked, missing = 0, []
    for member in fake_chrome.table.members.values():
        if member.kind != "function":
            continue
        try:
            function = fake_chrome.function(member.path)
        except NotFakedError as error:
            missing.append((f'fake_chrome.answer("{member.path}", …)', str(error)))
            continue
        faked += 1
        for signature in member.signatures:
            arguments = parse_signature(signature).args
            names = [argument.arg for argument in (*arguments.posonlyargs, *arguments.args)]
            inspect.signature(function).bind(**dict.fromkeys(names))
    assert faked > 100
    assert all(how in text for how, text in missing)
