"""`chrome.alarms`, rung by the fake's clock."""

from __future__ import annotations

from typing import Any

from .namespace import Namespace, RefusedError

# Seconds between two rings; half a minute where the extension is of the Chrome Web Store.
SHORTEST = 1.0


class Alarms(Namespace):
    """The alarms that are set.

    Attributes:
        pending: The alarms, by name.
    """

    def __init__(self, chrome: Any) -> None:
        super().__init__(chrome)
        self.pending: dict[str, dict[str, Any]] = {}

    def create(self, alarmInfo: dict[str, Any], name: str | None = None) -> None:
        name = name if name is not None else alarmInfo.get("name", "")
        if "when" in alarmInfo and "delayInMinutes" in alarmInfo:
            raise RefusedError("Cannot set both when and delayInMinutes.")
        period = alarmInfo.get("periodInMinutes")
        delay = alarmInfo.get("delayInMinutes", period)
        if "when" not in alarmInfo and delay is None:
            raise RefusedError("Must set at least one of when, delayInMinutes, or periodInMinutes.")
        now = self.chrome.clock.now()
        when = alarmInfo.get("when", 1000 * (now + 60 * (delay or 0)))
        persist = alarmInfo.get("persistAcrossSessions", True)
        alarm = {"name": name, "scheduledTime": when, "persistAcrossSessions": persist}
        if period is not None:
            alarm["periodInMinutes"] = period
        self.pending[name] = alarm
        self._schedule(alarm)

    def get(self, name: str = "") -> dict[str, Any] | None:
        return self.pending.get(name)

    def getAll(self) -> list[dict[str, Any]]:
        return list(self.pending.values())

    def clear(self, name: str = "") -> bool:
        return self.pending.pop(name, None) is not None

    def clearAll(self) -> bool:
        self.pending.clear()
        return True

    def _schedule(self, alarm: dict[str, Any]) -> None:
        self.chrome.clock.call_at(alarm["scheduledTime"] / 1000, lambda: self._ring(alarm))

    def _ring(self, alarm: dict[str, Any]) -> None:
        if self.pending.get(alarm["name"]) is not alarm:
            return  # cleared, or set anew
        self.emit("alarms.onAlarm", alarm)
        if "periodInMinutes" in alarm:
            pause = max(60 * alarm["periodInMinutes"], SHORTEST)
            again = alarm | {"scheduledTime": 1000 * (self.chrome.clock.now() + pause)}
            self.pending[alarm["name"]] = again
            self._schedule(again)
        else:
            del self.pending[alarm["name"]]
