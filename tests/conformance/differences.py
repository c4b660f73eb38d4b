"""Where our client's requests differ from those of Clerk's own SDK on purpose, and why."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase

from conformance.comparison import Finding


@dataclass(frozen=True)
class Difference:
    """A difference that is meant.

    Attributes:
        reason: Why our client deviates.
        part, official, ours: As in `Finding`.
        request, step: Globs of the requests and steps that it is seen in.
        instances: The kinds of instances that it is seen with.
    """

    reason: str
    part: str
    official: str | None
    ours: str | None
    request: str = "*"
    step: str = "*"
    instances: tuple[str, ...] = ("development", "production")

    def covers(self, finding: Finding) -> bool:
        """Return whether a finding is this difference."""
        return (
            fnmatchcase(finding.step, self.step)
            and fnmatchcase(finding.request, self.request)
            and (finding.part, finding.official, finding.ours)
            == (self.part, self.official, self.ours)
        )


DIFFERENCES = (
    Difference(
        "Ours follows the version of the API whose description Clerk has published.",
        part="query __clerk_api_version",
        official="2026-08-20",
        ours="2026-05-12",
    ),
    Difference(
        "The release of clerk-js that belongs to that version of the API.",
        part="query _clerk_js_version",
        official="6.40.0",
        ours="6.29.3",
    ),
    Difference(
        "Ours shows no components that would have to know how the instance is set up.",
        request="GET /v1/environment",
        part="request",
        official="sent",
        ours=None,
    ),
    Difference(
        "The user's sessions have ended everywhere; ours asks what is left on this device.",
        step="delete",
        request="GET /v1/client",
        part="request",
        official=None,
        ours="sent",
    ),
    Difference(
        "Who is signed in must not come from a cache; ours says so to Chrome.",
        part="header cache-control",
        official=None,
        ours="no-cache",
    ),
    Difference(
        "As above, in the words of HTTP/1.0; Chrome adds both.",
        part="header pragma",
        official=None,
        ours="no-cache",
    ),
    Difference(
        "Clerk refuses a request that carries both this and Authorization.",
        request="[DP]*",  # DELETE, PATCH, POST
        part="header origin",
        official="chrome-extension://…",
        ours=None,
        instances=("production",),
    ),
)
