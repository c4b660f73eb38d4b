"""Ask for a token again when it may help, for no longer than an extension can wait.

Chrome gives a service worker about 30 seconds; what is not there by then is lost.
"""

from __future__ import annotations

from .errors import ClerkAPIResponseError, ClerkOfflineError, ClerkRuntimeError, ClerkTimeoutError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from typing import Any

    from .platform import Platform

# Seconds that all tries together may take.
BUDGET = 25.0
# Seconds for one try: the first gives up early, so that one request that hangs holds nobody up.
TIMEOUTS = (2.5, 5.0, 7.0)
# Codes of the errors, beside those of time and network, that another try may mend.
RETRIED_CODES = ("empty_token", "stale_answer")
# Seconds between tries when the API fails, and when it cannot be reached.
SERVER_DELAYS = (0.5, 1.0, 2.0, 4.0, 8.0)
OFFLINE_DELAYS = (0.3, 0.7)


async def with_retry(
    attempt: Callable[[float], Awaitable[Any]],
    platform: Platform,
    deadline: float,
    unanswered: bool = True,
) -> Any:
    """Return what the first try that works returns.

    A refusal (a status below 500 other than 429) is final. `Retry-After` is honoured where it
    ends within the budget; where it does not, the error is raised at once. It lengthens a delay
    and never shortens one.

    Args:
        attempt: Makes one try, within the seconds given.
        platform: Clock.
        deadline: When all tries have to be over, in seconds since the epoch.
        unanswered: Whether to try again where there was no answer; a GET has done so itself.

    Raises:
        ClerkError: The last error.
    """
    failures = 0
    while True:
        timeout = TIMEOUTS[min(failures, len(TIMEOUTS) - 1)]
        left = deadline - platform.now()
        try:
            # No time is left where the machine slept meanwhile: this try is the last then.
            return await attempt(min(timeout, left) if left > 0 else timeout)
        except (ClerkAPIResponseError, ClerkRuntimeError) as error:
            delay = _delay(error, failures)
            if not unanswered and not isinstance(error, ClerkAPIResponseError):
                raise
            if delay is None or platform.now() + delay >= deadline - 0.5:
                raise
        failures += 1
        await platform.sleep(delay)


def _delay(error: Exception, failures: int) -> float | None:
    """Seconds until the next try, or None when there is to be none."""
    delays: tuple[float, ...] = SERVER_DELAYS
    least = 0.0
    if isinstance(error, ClerkOfflineError):
        delays = OFFLINE_DELAYS
    elif isinstance(error, ClerkAPIResponseError):
        if error.status < 500 and error.status != 429:
            return None
        least = float(error.retryAfter or 0)
    elif not isinstance(error, ClerkTimeoutError) and error.code not in RETRIED_CODES:  # type: ignore[attr-defined]
        return None
    return max(delays[failures], least) if failures < len(delays) else None
