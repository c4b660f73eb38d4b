"""The requests of both clients, side by side."""

from __future__ import annotations

import pytest

from conformance.comparison import Finding, compared
from conformance.differences import DIFFERENCES, Difference
from conformance.extensions import build_ours
from conformance.probe import CallError, Probe
from conformance.scenario import SETTINGS, STEPS, Call
from extension_toolkit.automation import Browser
from extension_toolkit.automation.extension import Extension
from extension_toolkit.emulator import EmulatorServer, RequestRecord

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("instance", SETTINGS, indirect=True, scope="module"),
]


@pytest.fixture(scope="module")
def ours(
    emulator: EmulatorServer, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Extension:
    """The extension made with our client."""
    folder = tmp_path_factory.mktemp("ours")
    return Extension(browser, browser.install(build_ours(emulator.publishable_key, folder)))


@pytest.fixture(scope="module")
def findings(official: Extension, ours: Extension, emulator: EmulatorServer) -> list[Finding]:
    """What differs in the scenario, step by step."""
    theirs = _play(emulator, official, has_faults=True)
    mine = _play(emulator, ours, has_faults=False)
    return [found for step in STEPS for found in compared(step, theirs[step], mine[step])]


def _play(
    emulator: EmulatorServer, extension: Extension, *, has_faults: bool
) -> dict[str, list[RequestRecord]]:
    """Play the scenario; return the requests of each step."""
    emulator.reset()
    probe = Probe(extension)
    probe.restart(emulator.frontend_api, emulator.state.create_client().jwt)
    sent = {}
    for step, calls in STEPS.items():
        emulator.clear_requests()
        for call in calls:
            if call.fault and has_faults:
                with pytest.raises(CallError, match=call.fault):
                    _make(call, probe, emulator)
            else:
                _make(call, probe, emulator)
        sent[step] = emulator.requests
    return sent


def _make(call: Call, probe: Probe, emulator: EmulatorServer) -> None:
    def value(argument: object) -> object:
        return argument(emulator.state) if callable(argument) else argument

    named = {name: value(argument) for name, argument in call.named.items()}
    probe.call(call.path, [value(argument) for argument in call.positional], named)


@pytest.fixture(scope="module")
def listed(instance: str) -> list[Difference]:
    """The differences that are meant, with an instance of this kind."""
    return [difference for difference in DIFFERENCES if instance in difference.instances]


def test_every_difference_is_listed(findings: list[Finding], listed: list[Difference]) -> None:
    """Our client sends what Clerk's SDK sends, but for the listed differences."""
    unlisted = [found for found in findings if not any(it.covers(found) for it in listed)]
    assert not unlisted, "\n".join(map(str, unlisted))


def test_every_listed_difference_occurs(findings: list[Finding], listed: list[Difference]) -> None:
    """A difference that has gone is taken from the list."""
    gone = [it for it in listed if not any(it.covers(found) for found in findings)]
    assert not gone, "\n".join(map(str, gone))
