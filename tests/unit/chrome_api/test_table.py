"""The table of Chrome's extension API."""

from __future__ import annotations

import pytest

from extension_toolkit.chrome_api import UnknownNameError, generate, load, table

TABLE = load()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("tabs", "namespace"),
        ("devtools", "namespace"),
        ("devtools.panels.create", "function"),
        ("tabs.query", "function"),
        ("storage.local", "property"),
        ("storage.local.get", "function"),
        ("storage.sync.QUOTA_BYTES", "property"),
        ("storage.local.onChanged.addListener", "event"),
        ("tabs.onUpdated.removeListener", "event"),
        ("runtime.id.upper", "property"),
        ("privacy.network.webRTCIPHandlingPolicy.set", "function"),
        ("tabs.TabStatus", "type"),
    ],
)
def test_names_of_chrome_are_known(path: str, kind: str) -> None:
    """Whatever stands below `chrome` is found, at any depth."""
    assert TABLE.member(path).kind == kind


@pytest.mark.parametrize(
    ("path", "unknown", "nearest"),
    [
        ("tab", "tab", "tabs"),
        ("tabs.qurey", "tabs.qurey", "tabs.query"),
        ("storage.local.onChange.addListener", "storage.local.onChange", "storage.local.onChanged"),
        ("storage.lokal.get", "storage.lokal", "storage.local"),
        ("tabs.onUpdated.addlistener", "tabs.onUpdated.addlistener", None),
        ("browserAction.setBadgeText", "browserAction", None),
        ("types.ChromeSetting", "types", None),
    ],
)
def test_unknown_names_come_with_the_nearest(path: str, unknown: str, nearest: str | None) -> None:
    """A name that Chrome lacks is refused, with the one that was probably meant."""
    with pytest.raises(UnknownNameError) as caught:
        TABLE.member(path)
    assert (caught.value.path, caught.value.nearest) == (unknown, nearest)


@pytest.mark.parametrize(
    ("path", "permissions"),
    [
        ("tabs.query", ()),
        ("storage.session.get", ("storage",)),
        ("runtime.sendMessage", ()),
        ("runtime.connectNative", ("nativeMessaging",)),
        ("management.getAll", ("management",)),
        ("management.getSelf", ()),
        (
            "declarativeNetRequest.updateDynamicRules",
            ("declarativeNetRequest", "declarativeNetRequestWithHostAccess"),
        ),
        ("declarativeNetRequest.onRuleMatchedDebug", ("declarativeNetRequestFeedback",)),
        ("i18n.getMessage", ()),
        ("debugger.attach", ("debugger",)),
        ("system.cpu.getInfo", ("system.cpu",)),
    ],
)
def test_permissions_follow_chromes_reference(path: str, permissions: tuple[str, ...]) -> None:
    """A member needs its namespace's permission, or its own where Chrome says so."""
    assert TABLE.member(path).permissions == permissions


def test_members_know_what_else_they_need() -> None:
    """Manifest fields, access to sites, and the first Chrome are with each member."""
    assert TABLE.member("action.setBadgeText").manifest_key == "action"
    assert TABLE.member("commands.onCommand").manifest_key == "commands"
    assert TABLE.member("cookies.getAll").needs_hosts
    assert TABLE.member("sidePanel.open").since == 116
    assert TABLE.member("tabs.query").since == 88
    assert TABLE.member("loginState.getProfileType").platforms == ("chromeos",)
    assert TABLE.member("enterprise.deviceAttributes.getDirectoryDeviceId").policy


@pytest.mark.parametrize(
    ("path", "context", "expected"),
    [
        ("runtime.sendMessage", "offscreen", True),
        ("runtime.getManifest", "offscreen", False),
        ("runtime.getManifest", "content_script", True),
        ("runtime.id", "content_script", True),
        ("storage.local.get", "content_script", True),
        ("storage.local.get", "offscreen", False),
        ("tabs.query", "content_script", False),
        ("tabs.query", "page", True),
    ],
)
def test_contexts_have_their_part(path: str, context: table.Context, expected: bool) -> None:
    """Content scripts and the offscreen page have little of `chrome`."""
    assert TABLE.is_available(path, context) is expected


def test_signatures_need_no_callbacks() -> None:
    """Functions have the form that gives a promise; synchronous ones are told apart."""
    [query] = TABLE.member("tabs.query").signatures
    [get_url] = TABLE.member("runtime.getURL").signatures
    [on_alarm] = TABLE.member("alarms.onAlarm").signatures
    assert query == "async (queryInfo: QueryInfo, /) -> list[Tab]"
    assert get_url == "(path: str, /) -> str"
    assert on_alarm == "(alarm: Alarm)"
    assert len(TABLE.member("runtime.sendMessage").signatures) == 2


def test_the_table_is_what_the_declarations_say() -> None:
    """The committed table is exactly what `scripts/chrome_api.py` makes."""
    try:
        made = generate.make_table()
    except generate.NpmError as error:
        pytest.skip(str(error))
    assert table.FILE.read_text("utf-8") == generate.as_text(made)
