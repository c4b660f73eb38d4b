"""The fake `chrome`: what its namespaces hold, and the events that follow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import chrome
from chrome import ChromeError
from extension_toolkit.testing.fake_chrome import ArgumentError, FakeChrome, NotFakedError

from .conftest import INI, MANIFEST, PLUGIN

if TYPE_CHECKING:
    from chrome.alarms import AlarmCreateInfo
    from chrome.cookies import SetDetails
    from chrome.identity import WebAuthFlowDetails
    from chrome.notifications import NotificationOptions
    from chrome.scripting import CSSInjection, RegisteredContentScript

pytestmark = pytest.mark.usefixtures("fake_chrome")

EXAMPLE = "https://example.com/"


class Record:
    """A listener that keeps what it is given."""

    def __init__(self, event: Any) -> None:
        self.events: list[Any] = []
        event.addListener(self)

    def __call__(self, *args: Any) -> None:
        self.events.append(args)


async def test_storage_tells_what_changed(fake_chrome: FakeChrome) -> None:
    """Both events of storage have old and new values, and nothing that stayed the same."""
    everywhere, local = Record(chrome.storage.onChanged), Record(chrome.storage.local.onChanged)
    await chrome.storage.local.set({"a": 1, "b": 2})
    await chrome.storage.local.set({"a": 1, "b": 3})
    await chrome.storage.local.remove(["a", "c"])
    await fake_chrome.idle()
    assert [changes for (changes,) in local.events] == [
        {"a": {"newValue": 1}, "b": {"newValue": 2}},
        {"b": {"oldValue": 2, "newValue": 3}},
        {"a": {"oldValue": 1}},
    ]
    assert [area for _, area in everywhere.events] == ["local"] * 3


async def test_storage_reads() -> None:
    """`get` takes a key, keys, defaults, or nothing."""
    await chrome.storage.sync.set({"a": 1, "b": 2})
    assert await chrome.storage.sync.get("a") == {"a": 1}
    assert await chrome.storage.sync.get(["a", "x"]) == {"a": 1}
    assert await chrome.storage.sync.get({"a": 0, "x": 9}) == {"a": 1, "x": 9}
    assert await chrome.storage.sync.get() == {"a": 1, "b": 2}
    assert await chrome.storage.sync.getKeys() == ["a", "b"]
    assert await chrome.storage.sync.getBytesInUse("a") == 2
    assert await chrome.storage.local.get() == {}


@pytest.mark.parametrize(
    ("area", "items", "problem"),
    [
        ("sync", {"a": "x" * 8192}, "kQuotaBytesPerItem"),
        ("sync", {str(number): 1 for number in range(513)}, "kMaxItems"),
        ("sync", {str(number): "x" * 8000 for number in range(13)}, "kQuotaBytes quota"),
        ("local", {"a": "x" * 10_485_760}, "kQuotaBytes quota"),
        ("session", {"a": "x" * 10_485_760}, "Session storage quota"),
        ("managed", {"a": 1}, "read-only"),
    ],
)
async def test_storage_has_its_quotas(
    fake_chrome: FakeChrome, area: str, items: dict[str, Any], problem: str
) -> None:
    """Too much is refused, and nothing of it is stored."""
    with pytest.raises(ChromeError, match=problem):
        await getattr(chrome.storage, area).set(items)
    assert getattr(fake_chrome.state.storage, area).items == {}


async def test_storage_counts_bytes_as_chrome_does() -> None:
    """Letters are their UTF-8; what would end a script around the JSON is escaped."""
    await chrome.storage.sync.set({"k": "é<😀\u2028&"})
    assert await chrome.storage.sync.getBytesInUse("k") == 22
    await chrome.storage.sync.set({"greek": "α" * 4000})


async def test_alarms_ring_when_the_clock_moves(fake_chrome: FakeChrome) -> None:
    """Once or again and again, in their order, until they are cleared."""
    rung = Record(chrome.alarms.onAlarm)
    await chrome.alarms.create("once", {"delayInMinutes": 2})
    await chrome.alarms.create("often", {"periodInMinutes": 1.5})
    await fake_chrome.clock.move(89)
    assert rung.events == []
    await fake_chrome.clock.move(100)
    assert [alarm["name"] for (alarm,) in rung.events] == ["often", "once", "often"]
    assert [alarm["name"] for alarm in await chrome.alarms.getAll()] == ["often"]
    assert await chrome.alarms.clear("often")
    await fake_chrome.clock.move(1000)
    assert len(rung.events) == 3
    with pytest.raises(ChromeError, match="at least one of when"):
        await chrome.alarms.create("never", {})


@pytest.mark.parametrize(
    ("alarm", "rings"),
    [({"periodInMinutes": 0}, 5), ({"periodInMinutes": -1}, 5), ({"periodInMinutes": 0.001}, 5),
     ({"when": 1, "periodInMinutes": 1}, 1)],
)  # fmt: skip
async def test_alarms_ring_once_a_second_at_the_most(
    fake_chrome: FakeChrome, alarm: AlarmCreateInfo, rings: int
) -> None:
    """However short the period, and however long ago it began."""
    rung = Record(chrome.alarms.onAlarm)
    await chrome.alarms.create("a", alarm)
    await fake_chrome.clock.move(4.5)
    assert len(rung.events) == rings


async def test_an_alarm_replaces_the_one_of_its_name(fake_chrome: FakeChrome) -> None:
    """Only the latest rings."""
    rung = Record(chrome.alarms.onAlarm)
    await chrome.alarms.create({"delayInMinutes": 1})
    await chrome.alarms.create({"delayInMinutes": 3})
    await fake_chrome.clock.move(120)
    assert rung.events == []
    await fake_chrome.clock.move(60)
    assert len(rung.events) == 1


async def test_cookies_change_for_a_cause(fake_chrome: FakeChrome) -> None:
    """Each change of a cookie has Chrome's cause."""
    changed = Record(chrome.cookies.onChanged)
    cookie: SetDetails = {"url": EXAMPLE, "name": "a", "value": "1"}
    await chrome.cookies.set(cookie)
    await chrome.cookies.set(cookie | {"value": "2"})
    await chrome.cookies.remove({"url": EXAMPLE, "name": "a"})
    await chrome.cookies.set(cookie | {"expirationDate": fake_chrome.clock.now() + 60})
    await fake_chrome.clock.move(61)
    causes = [(change["cause"], change["removed"]) for (change,) in changed.events]
    assert causes == [
        ("explicit", False),
        ("overwrite", True),
        ("explicit", False),
        ("explicit", True),
        ("explicit", False),
        ("expired", True),
    ]
    assert await chrome.cookies.getAll({}) == []


async def test_cookies_go_to_their_sites() -> None:
    """Domain, path and `secure` decide who gets a cookie."""
    await chrome.cookies.set({"url": "https://example.com/", "name": "host"})
    await chrome.cookies.set({"url": EXAMPLE, "domain": "example.com", "name": "all"})
    await chrome.cookies.set({"url": EXAMPLE, "path": "/deep", "name": "deep", "secure": True})

    async def names(url: str) -> set[str]:
        return {cookie["name"] for cookie in await chrome.cookies.getAll({"url": url})}

    assert await names("https://example.com/") == {"host", "all"}
    assert await names("https://www.example.com/") == {"all"}
    assert await names("https://example.com/deep/er") == {"host", "all", "deep"}
    assert await names("http://example.com/deep") == {"host", "all"}
    assert await names("https://notexample.com/") == set()
    assert await chrome.cookies.remove({"url": EXAMPLE, "name": "nobody"}) is not None


@pytest.mark.parametrize(
    "details",
    [
        {"domain": "example.org"},
        {"url": "http://example.com/", "secure": True},
        {"sameSite": "no_restriction"},
        {"path": "deep"},
    ],
)
async def test_cookies_that_chrome_refuses(details: SetDetails) -> None:
    """Of another site, secure where nothing is, sent everywhere but not secure, or at no path."""
    with pytest.raises(ChromeError, match='set cookie named "b"'):
        await chrome.cookies.set({"url": EXAMPLE, "name": "b", **details})


@pytest.mark.parametrize(
    ("url", "path"),
    [("https://a.com", "/"), ("https://a.com/x?y/z", "/"), ("https://a.com/x/y", "/x"),
     ("https://a.com/x/y/", "/x/y")],
)  # fmt: skip
async def test_cookie_is_for_the_folder_of_its_address(url: str, path: str) -> None:
    """One that names no path is for what lies beside the page."""
    cookie = await chrome.cookies.set({"url": url, "name": "a"})
    assert cookie is not None
    assert cookie["path"] == path


async def test_secure_cookies_of_this_machine() -> None:
    """Chrome sends them without TLS too."""
    await chrome.cookies.set({"url": "http://localhost/", "name": "a", "secure": True})
    assert await chrome.cookies.get({"url": "http://localhost/", "name": "a"})


async def test_what_the_fake_does_not_heed_is_refused() -> None:
    """No field is passed over in silence."""
    with pytest.raises(NotFakedError, match="'partitionKey'"):
        await chrome.cookies.getAll({"partitionKey": {}})


async def test_tabs_and_windows(fake_chrome: FakeChrome) -> None:
    """Tabs are created, found, changed and closed, each with its events."""
    created, removed = Record(chrome.tabs.onCreated), Record(chrome.tabs.onRemoved)
    first = await chrome.tabs.create({"url": EXAMPLE})
    second = await chrome.tabs.create({"url": "popup/index.html", "active": False, "index": 0})
    assert second["url"] == f"chrome-extension://{fake_chrome.id}/popup/index.html"
    active = await chrome.tabs.query({"active": True, "currentWindow": True})
    assert [(tab["id"], tab["index"]) for tab in active] == [(first["id"], 1)]
    assert await chrome.tabs.query({"url": "https://example.com/*"}) == active
    await chrome.tabs.remove(first["id"])
    assert (await chrome.tabs.get(second["id"]))["active"]
    with pytest.raises(ChromeError, match="No tab with id"):
        await chrome.tabs.get(first["id"])
    window = await chrome.windows.create({"url": [EXAMPLE, EXAMPLE], "type": "popup"})
    assert window
    assert [tab["index"] for tab in window["tabs"]] == [0, 1]
    assert (await chrome.windows.getCurrent())["id"] == window["id"]
    assert len(await chrome.tabs.query({"currentWindow": False})) == 1
    assert len(await chrome.tabs.query({"windowType": "popup"})) == 2
    await chrome.windows.remove(window["id"])
    await fake_chrome.idle()
    assert len(created.events) == 4
    assert [info["isWindowClosing"] for _, info in removed.events] == [False, True, True]


async def test_a_window_closes_with_its_last_tab(fake_chrome: FakeChrome) -> None:
    """As in Chrome, no window stays without a tab."""
    window: Any = await chrome.windows.create({"url": EXAMPLE})
    events = Record(chrome.tabs.onRemoved), Record(chrome.windows.onRemoved)
    [tab] = window["tabs"]
    await chrome.tabs.remove(tab["id"])
    await fake_chrome.idle()
    told = {"windowId": window["id"], "isWindowClosing": False}
    assert [record.events for record in events] == [[(tab["id"], told)], [(window["id"],)]]
    assert window["id"] not in [each["id"] for each in await chrome.windows.getAll()]


async def test_queries_need_match_patterns() -> None:
    """What is none is an error, and not a query that finds nothing."""
    for pattern in ("example.com", "http://*"):
        with pytest.raises(ChromeError, match="Invalid url pattern"):
            await chrome.tabs.query({"url": pattern})
    assert await chrome.tabs.query({"url": ["<all_urls>", "https://example.com/*"]}) == []


async def test_what_stays_as_it_is_is_no_event(fake_chrome: FakeChrome) -> None:
    """To activate the active tab, or to pin a pinned one, tells nobody."""
    tab = await chrome.tabs.create({})
    activated, updated = Record(chrome.tabs.onActivated), Record(chrome.tabs.onUpdated)
    for _ in range(2):
        await chrome.tabs.update(tab["id"], {"active": True, "pinned": True, "muted": True})
    await fake_chrome.idle()
    assert (len(activated.events), len(updated.events)) == (0, 1)


async def test_tabs_tell_that_they_load(fake_chrome: FakeChrome) -> None:
    """A tab that is created, gets another address or is loaded again says so as in Chrome."""
    updated = Record(chrome.tabs.onUpdated)
    tab = await chrome.tabs.create({"url": EXAMPLE})
    await chrome.tabs.update(tab["id"], {"url": f"{EXAMPLE}b", "pinned": True})
    await chrome.tabs.reload(tab["id"])
    await fake_chrome.idle()
    assert [(change, tab["status"], tab["url"]) for _, change, tab in updated.events] == [
        ({"status": "loading", "url": EXAMPLE}, "loading", EXAMPLE),
        ({"status": "complete"}, "complete", EXAMPLE),
        ({"pinned": True}, "complete", EXAMPLE),
        ({"status": "loading", "url": f"{EXAMPLE}b"}, "loading", f"{EXAMPLE}b"),
        ({"status": "complete"}, "complete", f"{EXAMPLE}b"),
        ({"status": "loading"}, "loading", f"{EXAMPLE}b"),
        ({"status": "complete"}, "complete", f"{EXAMPLE}b"),
    ]


async def test_surface() -> None:
    """The button, notifications, menus and the side panel keep what they are told."""
    tab = await chrome.tabs.create({})
    await chrome.action.setBadgeText({"text": "3"})
    await chrome.action.setBadgeText({"text": "4", "tabId": tab["id"]})
    assert await chrome.action.getBadgeText({}) == "3"
    assert await chrome.action.getBadgeText({"tabId": tab["id"]}) == "4"
    await chrome.action.setBadgeBackgroundColor({"color": "#ff8000"})
    assert await chrome.action.getBadgeBackgroundColor({}) == [255, 128, 0, 255]
    await chrome.action.setBadgeBackgroundColor({"color": "red"})
    assert await chrome.action.getBadgeBackgroundColor({}) == [255, 0, 0, 255]
    note: NotificationOptions = {
        "type": "basic",
        "iconUrl": "icon.png",
        "title": "Hello",
        "message": "Ada",
    }
    assert await chrome.notifications.create("note", note) == "note"
    assert await chrome.notifications.getAll() == {"note": True}
    with pytest.raises(ChromeError, match="required properties are missing"):
        await chrome.notifications.create({"type": "basic"})
    await chrome.contextMenus.create({"id": "a", "title": "A"})
    await chrome.contextMenus.create({"id": "b", "title": "B", "parentId": "a"})
    with pytest.raises(ChromeError, match="duplicate id a"):
        await chrome.contextMenus.create({"id": "a", "title": "A"})
    with pytest.raises(ChromeError, match="must have a title"):
        await chrome.contextMenus.create({"id": "c", "title": ""})
    await chrome.contextMenus.remove("a")
    with pytest.raises(ChromeError, match="Cannot find menu item with id b"):
        await chrome.contextMenus.update("b", {"title": "C"})
    await chrome.sidePanel.setOptions({"path": "sidepanel/index.html"})
    assert (await chrome.sidePanel.getOptions({}))["path"] == "sidepanel/index.html"


async def test_scripts_and_redirects(fake_chrome: FakeChrome) -> None:
    """Registered content scripts are kept, and sign-in comes back to the extension."""
    script: RegisteredContentScript = {
        "id": "a",
        "js": ["a.js"],
        "matches": ["https://example.com/*"],
    }
    await chrome.scripting.registerContentScripts([script])
    [kept] = await chrome.scripting.getRegisteredContentScripts()
    assert kept["runAt"] == "document_idle"
    with pytest.raises(ChromeError, match="Duplicate script ID 'a'"):
        await chrome.scripting.registerContentScripts([script])
    for field in ("matches", "js"):
        other: Any = script | {"id": "b", field: []}
        with pytest.raises(ChromeError, match="Script with ID 'b' must specify"):
            await chrome.scripting.registerContentScripts([other])
    await chrome.scripting.unregisterContentScripts({"ids": ["a"]})
    assert await chrome.scripting.getRegisteredContentScripts() == []
    redirect = await chrome.identity.getRedirectURL("back")
    assert redirect == f"https://{fake_chrome.id}.chromiumapp.org/back"


async def test_events_happen_when_a_test_says_so(fake_chrome: FakeChrome) -> None:
    """Listeners, `async` or not, get what the event gives, until they are removed."""
    installed = Record(chrome.runtime.onInstalled)
    await fake_chrome.emit("runtime.onInstalled", {"reason": "install"})
    chrome.runtime.onInstalled.removeListener(installed)
    await fake_chrome.emit("runtime.onInstalled", {"reason": "update"})
    assert installed.events == [({"reason": "install"},)]
    with pytest.raises(ArgumentError, match="'reson'; did you mean 'reason'"):
        await fake_chrome.emit("runtime.onInstalled", {"reson": "install"})


async def test_filters_of_events(fake_chrome: FakeChrome) -> None:
    """A listener with a filter by address hears no other."""
    heard = []
    chrome.webNavigation.onHistoryStateUpdated.addListener(
        lambda details: heard.append(details["url"]), {"url": [{"hostSuffix": "example.com"}]}
    )
    for url in (EXAMPLE, "https://example.org/"):
        details = {
            "tabId": 1, "url": url, "processId": 1, "frameId": 0, "timeStamp": 0, "documentId": "a",
            "documentLifecycle": "active", "frameType": "outermost_frame", "parentFrameId": -1,
            "transitionType": "link", "transitionQualifiers": [],
        }  # fmt: skip
        await fake_chrome.emit("webNavigation.onHistoryStateUpdated", details)
    assert heard == [EXAMPLE]


TEXTS: dict[str, dict[str, Any]] = {
    "en": {
        "Hello": {"message": "Hello $1 and $2, $$1 <b>"},
        "named": {
            "message": "$COUNT$ new",
            "placeholders": {"count": {"content": "<$1>"}},
        },
    },
    "pt": {"hello": {"message": "Olá $1"}},
}


async def test_texts(fake_chrome: FakeChrome) -> None:
    """Texts are those of the language, or of a more general one, or of the default, filled in."""
    fake_chrome.messages = TEXTS

    async def text(*args: Any) -> Any:
        return await chrome.i18n.getMessage(*args)

    assert await text("hello", ["Ada", "Bob"]) == "Hello Ada and Bob, $1 <b>"
    assert await text("hello", "Ada", {"escapeLt": True}) == "Hello Ada and , $1 &lt;b>"
    assert await text("named", [5]) == "<5> new"
    assert (await text("missing"), await text("hello", ["a"] * 10)) == ("", None)
    assert await text("@@extension_id") == fake_chrome.id
    fake_chrome.state.i18n.language = "pt-BR"
    assert (await text("HELLO", "Ada"), await text("named", "5")) == ("Olá Ada", "<5> new")
    assert await text("@@ui_locale") == "pt_BR"
    assert await chrome.i18n.getUILanguage() == "pt-BR"
    fake_chrome.state.i18n.language = "ar"
    assert (await text("@@bidi_dir"), await text("@@bidi_end_edge")) == ("rtl", "left")


def test_texts_are_those_of_the_project(pytester: pytest.Pytester) -> None:
    """The fixture reads `src/_locales/`."""
    folder = pytester.mkpydir("src") / "_locales/de"
    folder.mkdir(parents=True)
    (folder / "messages.json").write_text('{"hi": {"message": "Grüß Gott"}}', "utf-8")
    pytester.makepyfile(
        """
        import chrome

        async def test_one(fake_chrome):
            assert await chrome.i18n.getMessage("hi") == "Grüß Gott"
        """
    )
    pytester.makeini(INI)
    pytester.runpytest_inprocess("-p", PLUGIN).assert_outcomes(passed=1)


async def test_sign_in_windows(fake_chrome: FakeChrome) -> None:
    """A test plays user and provider; where Chrome would wait for ever, it says so."""
    window: WebAuthFlowDetails = {"url": "https://provider.example/", "interactive": True}
    with pytest.raises(NotFakedError, match=r"state\.identity\.sign_in = "):
        await chrome.identity.launchWebAuthFlow(window)
    back = await chrome.identity.getRedirectURL("done")
    identity = fake_chrome.state.identity
    identity.sign_in = lambda address: f"{back}?from={address}"
    assert await chrome.identity.launchWebAuthFlow(window) == f"{back}?from={window['url']}"
    with pytest.raises(ChromeError, match="User interaction required"):
        await chrome.identity.launchWebAuthFlow(window | {"interactive": False})
    identity.sign_in = lambda address: None
    with pytest.raises(ChromeError, match="did not approve"):
        await chrome.identity.launchWebAuthFlow(window)
    identity.sign_in = lambda address: address
    with pytest.raises(NotFakedError, match="wait for ever"):
        await chrome.identity.launchWebAuthFlow(window)


@pytest.mark.parametrize("manifest", [MANIFEST | {"permissions": ["scripting"]}], indirect=True)
async def test_scripts_in_tabs(fake_chrome: FakeChrome) -> None:
    """Nothing runs, but tab, site and file are checked, and a test says what a script gives."""
    tab = (await chrome.tabs.create({"url": "https://www.example.com/"}))["id"]
    other = (await chrome.tabs.create({"url": "https://example.org/"}))["id"]
    scripting = fake_chrome.state.scripting

    async def run(tab: int, *files: str) -> Any:
        return await chrome.scripting.executeScript({"target": {"tabId": tab}, "files": [*files]})

    with pytest.raises(NotFakedError, match=r'scripting\.results\["count\.js"\] = '):
        await run(tab, "count.js")
    scripting.results |= {"count.js": 5, "twice.js": lambda tab: [tab, tab]}
    [frame] = await run(tab, "count.js", "twice.js")
    assert frame["result"] == [tab, tab]
    with pytest.raises(ChromeError, match="No tab with id: 99"):
        await run(99, "count.js")
    with pytest.raises(ChromeError, match="must request permission"):
        await run(other, "count.js")
    style: CSSInjection = {"target": {"tabId": tab}, "css": "b {}"}
    await chrome.scripting.insertCSS(style)
    await chrome.scripting.insertCSS({"target": {"tabId": tab}, "files": ["a.css"]})
    assert scripting.styles == {tab: ["b {}", "a.css"]}
    await chrome.scripting.removeCSS(style)
    assert scripting.styles == {tab: ["a.css"]}
