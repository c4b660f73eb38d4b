"""A fake `chrome` for tests without a browser: stateful, in memory, strict.

chrome        the whole: `FakeChrome`, with what a test may ask and do
context       who calls: a page, the background, a content script
arguments     arguments, checked against the table of Chrome's API
events        listeners, and errors that nobody caught
values        copies of what crosses between contexts
clock         time, moved by hand
network       what answers requests
places        what each place has for itself
delivery      messages on their way
ports         ports
bridge        puts the fake where the extension's code looks for its page
namespace     what these have in common:
alarms, cookies, i18n, identity, rights, runtime, scripting, storage, surface, tabs
              namespaces with their state
"""

from .chrome import ArgumentError, FakeChrome, NotFakedError, RefusedError

__all__ = ["ArgumentError", "FakeChrome", "NotFakedError", "RefusedError"]
