"""`chrome.search`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/search
"""

from typing import Literal, NotRequired, TypeAlias, TypedDict

Disposition: TypeAlias = Literal["CURRENT_TAB", "NEW_TAB", "NEW_WINDOW"]

class QueryInfo(TypedDict):
    text: str
    disposition: NotRequired[Disposition]
    tabId: NotRequired[int]

async def query(queryInfo: QueryInfo, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/search#method-query"""
