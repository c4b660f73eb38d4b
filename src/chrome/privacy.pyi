"""`chrome.privacy`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/privacy
"""

from typing import Literal, TypeAlias
from chrome import types as _types

IPHandlingPolicy: TypeAlias = Literal[
    "default",
    "default_public_and_private_interfaces",
    "default_public_interface_only",
    "disable_non_proxied_udp",
]
AutofillBlockedType: TypeAlias = Literal[
    "contact_info", "payments", "identity_docs", "travel", "all"
]

class Network:
    """https://developer.chrome.com/docs/extensions/reference/api/privacy#type-Network"""

    networkPredictionEnabled: _types.ChromeSetting[bool]
    webRTCIPHandlingPolicy: _types.ChromeSetting[IPHandlingPolicy]

class Services:
    """https://developer.chrome.com/docs/extensions/reference/api/privacy#type-Services"""

    alternateErrorPagesEnabled: _types.ChromeSetting[bool]
    autofillEnabled: _types.ChromeSetting[bool]
    autofillAddressEnabled: _types.ChromeSetting[bool]
    autofillCreditCardEnabled: _types.ChromeSetting[bool]
    passwordSavingEnabled: _types.ChromeSetting[bool]
    safeBrowsingEnabled: _types.ChromeSetting[bool]
    safeBrowsingExtendedReportingEnabled: _types.ChromeSetting[bool]
    searchSuggestEnabled: _types.ChromeSetting[bool]
    spellingServiceEnabled: _types.ChromeSetting[bool]
    translationServiceEnabled: _types.ChromeSetting[bool]

class Websites:
    """https://developer.chrome.com/docs/extensions/reference/api/privacy#type-Websites"""

    thirdPartyCookiesAllowed: _types.ChromeSetting[bool]
    topicsEnabled: _types.ChromeSetting[bool]
    fledgeEnabled: _types.ChromeSetting[bool]
    adMeasurementEnabled: _types.ChromeSetting[bool]
    hyperlinkAuditingEnabled: _types.ChromeSetting[bool]
    referrersEnabled: _types.ChromeSetting[bool]
    doNotTrackEnabled: _types.ChromeSetting[bool]
    protectedContentEnabled: _types.ChromeSetting[bool]

network: Network
"""https://developer.chrome.com/docs/extensions/reference/api/privacy#property-network"""
services: Services
"""https://developer.chrome.com/docs/extensions/reference/api/privacy#property-services"""
websites: Websites
"""https://developer.chrome.com/docs/extensions/reference/api/privacy#property-websites"""
