"""`chrome.proxy`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/proxy
"""

from typing import Literal, NotRequired, TypeAlias, TypedDict
from chrome import types as _types
from chrome.events import Event

Scheme: TypeAlias = Literal["http", "https", "quic", "socks4", "socks5"]
Mode: TypeAlias = Literal["direct", "auto_detect", "pac_script", "fixed_servers", "system"]

class ProxyServer(TypedDict):
    scheme: NotRequired[Scheme]
    host: str
    port: NotRequired[int]

class ProxyRules(TypedDict):
    singleProxy: NotRequired[ProxyServer]
    proxyForHttp: NotRequired[ProxyServer]
    proxyForHttps: NotRequired[ProxyServer]
    proxyForFtp: NotRequired[ProxyServer]
    fallbackProxy: NotRequired[ProxyServer]
    bypassList: NotRequired[list[str]]

class PacScript(TypedDict):
    url: NotRequired[str]
    data: NotRequired[str]
    mandatory: NotRequired[bool]

class ProxyConfig(TypedDict):
    rules: NotRequired[ProxyRules]
    pacScript: NotRequired[PacScript]
    mode: Mode

class ProxyErrorDetails(TypedDict):
    fatal: bool
    error: str
    details: str

settings: _types.ChromeSetting[ProxyConfig]
"""https://developer.chrome.com/docs/extensions/reference/api/proxy#property-settings"""
onProxyError: Event[[ProxyErrorDetails]]
"""https://developer.chrome.com/docs/extensions/reference/api/proxy#event-onProxyError"""
