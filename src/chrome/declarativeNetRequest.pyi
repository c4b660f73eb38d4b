"""`chrome.declarativeNetRequest`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/declarativeNetRequest
"""

from typing import Any, Literal, NotRequired, TypeAlias, TypedDict
from chrome import extensionTypes as _extensionTypes
from chrome.events import Event

ResourceType: TypeAlias = Literal[
    "main_frame",
    "sub_frame",
    "stylesheet",
    "script",
    "image",
    "font",
    "object",
    "xmlhttprequest",
    "ping",
    "csp_report",
    "media",
    "websocket",
    "webtransport",
    "webbundle",
    "other",
]
RequestMethod: TypeAlias = Literal[
    "connect", "delete", "get", "head", "options", "patch", "post", "put", "other"
]
DomainType: TypeAlias = Literal["firstParty", "thirdParty"]
HeaderOperation: TypeAlias = Literal["append", "set", "remove"]
RuleActionType: TypeAlias = Literal[
    "block", "redirect", "allow", "upgradeScheme", "modifyHeaders", "allowAllRequests"
]
UnsupportedRegexReason: TypeAlias = Literal["syntaxError", "memoryLimitExceeded"]
RuleConditionKeys: TypeAlias = Literal[
    "urlFilter",
    "regexFilter",
    "isUrlFilterCaseSensitive",
    "initiatorDomains",
    "excludedInitiatorDomains",
    "requestDomains",
    "excludedRequestDomains",
    "topDomains",
    "excludedTopDomains",
    "domains",
    "excludedDomains",
    "resourceTypes",
    "excludedResourceTypes",
    "requestMethods",
    "excludedRequestMethods",
    "domainType",
    "tabIds",
    "excludedTabIds",
    "responseHeaders",
    "excludedResponseHeaders",
]
Ruleset = TypedDict("Ruleset", {"id": str, "path": str, "enabled": bool})

class QueryKeyValue(TypedDict):
    key: str
    value: str
    replaceOnly: NotRequired[bool]

class QueryTransform(TypedDict):
    removeParams: NotRequired[list[str]]
    addOrReplaceParams: NotRequired[list[QueryKeyValue]]

class URLTransform(TypedDict):
    scheme: NotRequired[str]
    host: NotRequired[str]
    port: NotRequired[str]
    path: NotRequired[str]
    query: NotRequired[str]
    queryTransform: NotRequired[QueryTransform]
    fragment: NotRequired[str]
    username: NotRequired[str]
    password: NotRequired[str]

class Redirect(TypedDict):
    extensionPath: NotRequired[str]
    transform: NotRequired[URLTransform]
    url: NotRequired[str]
    regexSubstitution: NotRequired[str]

class HeaderInfo(TypedDict):
    header: str
    values: NotRequired[list[str]]
    excludedValues: NotRequired[list[str]]

class RuleCondition(TypedDict):
    urlFilter: NotRequired[str]
    regexFilter: NotRequired[str]
    isUrlFilterCaseSensitive: NotRequired[bool]
    initiatorDomains: NotRequired[list[str]]
    excludedInitiatorDomains: NotRequired[list[str]]
    requestDomains: NotRequired[list[str]]
    excludedRequestDomains: NotRequired[list[str]]
    topDomains: NotRequired[list[str]]
    excludedTopDomains: NotRequired[list[str]]
    domains: NotRequired[list[str]]
    excludedDomains: NotRequired[list[str]]
    resourceTypes: NotRequired[list[ResourceType]]
    excludedResourceTypes: NotRequired[list[ResourceType]]
    requestMethods: NotRequired[list[RequestMethod]]
    excludedRequestMethods: NotRequired[list[RequestMethod]]
    domainType: NotRequired[DomainType]
    tabIds: NotRequired[list[int]]
    excludedTabIds: NotRequired[list[int]]
    responseHeaders: NotRequired[list[HeaderInfo]]
    excludedResponseHeaders: NotRequired[list[HeaderInfo]]

class ModifyHeaderInfo(TypedDict):
    header: str
    operation: HeaderOperation
    value: NotRequired[str]

RuleAction = TypedDict(
    "RuleAction",
    {
        "type": RuleActionType,
        "redirect": NotRequired[Redirect],
        "requestHeaders": NotRequired[list[ModifyHeaderInfo]],
        "responseHeaders": NotRequired[list[ModifyHeaderInfo]],
    },
)

Rule = TypedDict(
    "Rule",
    {"id": int, "priority": NotRequired[int], "condition": RuleCondition, "action": RuleAction},
)

class MatchedRule(TypedDict):
    ruleId: int
    rulesetId: str

class GetRulesFilter(TypedDict):
    ruleIds: NotRequired[list[int]]

class MatchedRuleInfo(TypedDict):
    rule: MatchedRule
    timeStamp: float
    tabId: int

class MatchedRulesFilter(TypedDict):
    tabId: NotRequired[int]
    minTimeStamp: NotRequired[float]

class RulesMatchedDetails(TypedDict):
    rulesMatchedInfo: list[MatchedRuleInfo]

RequestDetails = TypedDict(
    "RequestDetails",
    {
        "requestId": str,
        "url": str,
        "initiator": NotRequired[str],
        "method": str,
        "frameId": int,
        "documentId": NotRequired[str],
        "frameType": NotRequired[_extensionTypes.FrameType],
        "documentLifecycle": NotRequired[_extensionTypes.DocumentLifecycle],
        "parentFrameId": int,
        "parentDocumentId": NotRequired[str],
        "tabId": int,
        "type": ResourceType,
    },
)

TestMatchRequestDetails = TypedDict(
    "TestMatchRequestDetails",
    {
        "url": str,
        "initiator": NotRequired[str],
        "method": NotRequired[RequestMethod],
        "type": ResourceType,
        "tabId": NotRequired[int],
        "topUrl": NotRequired[str],
        "responseHeaders": NotRequired[dict[str, Any]],
    },
)

class MatchedRuleInfoDebug(TypedDict):
    rule: MatchedRule
    request: RequestDetails

class RegexOptions(TypedDict):
    regex: str
    isCaseSensitive: NotRequired[bool]
    requireCapturing: NotRequired[bool]

class IsRegexSupportedResult(TypedDict):
    isSupported: bool
    reason: NotRequired[UnsupportedRegexReason]

class TestMatchOutcomeResult(TypedDict):
    matchedRules: list[MatchedRule]

class UpdateRuleOptions(TypedDict):
    removeRuleIds: NotRequired[list[int]]
    addRules: NotRequired[list[Rule]]

class UpdateRulesetOptions(TypedDict):
    disableRulesetIds: NotRequired[list[str]]
    enableRulesetIds: NotRequired[list[str]]

class UpdateStaticRulesOptions(TypedDict):
    rulesetId: str
    disableRuleIds: NotRequired[list[int]]
    enableRuleIds: NotRequired[list[int]]

class GetDisabledRuleIdsOptions(TypedDict):
    rulesetId: str

class TabActionCountUpdate(TypedDict):
    tabId: int
    increment: int

class ExtensionActionOptions(TypedDict):
    displayActionCountAsBadgeText: NotRequired[bool]
    tabUpdate: NotRequired[TabActionCountUpdate]

GUARANTEED_MINIMUM_STATIC_RULES: Literal[30000]
"""https://developer.chrome.com/docs/extensions/reference/api/declarativeNetRequest#property-GUARANTEED_MINIMUM_STATIC_RULES"""
MAX_NUMBER_OF_DYNAMIC_RULES: Literal[30000]
"""https://developer.chrome.com/docs/extensions/reference/api/declarativeNetRequest#property-MAX_NUMBER_OF_DYNAMIC_RULES"""
MAX_NUMBER_OF_UNSAFE_DYNAMIC_RULES: Literal[5000]
"""https://developer.chrome.com/docs/extensions/reference/api/declarativeNetRequest#property-MAX_NUMBER_OF_UNSAFE_DYNAMIC_RULES"""
MAX_NUMBER_OF_SESSION_RULES: Literal[5000]
"""https://developer.chrome.com/docs/extensions/reference/api/declarativeNetRequest#property-MAX_NUMBER_OF_SESSION_RULES"""
MAX_NUMBER_OF_UNSAFE_SESSION_RULES: Literal[5000]
"""https://developer.chrome.com/docs/extensions/reference/api/declarativeNetRequest#property-MAX_NUMBER_OF_UNSAFE_SESSION_RULES"""
GETMATCHEDRULES_QUOTA_INTERVAL: Literal[10]
"""https://developer.chrome.com/docs/extensions/reference/api/declarativeNetRequest#property-GETMATCHEDRULES_QUOTA_INTERVAL"""
MAX_GETMATCHEDRULES_CALLS_PER_INTERVAL: Literal[20]
"""https://developer.chrome.com/docs/extensions/reference/api/declarativeNetRequest#property-MAX_GETMATCHEDRULES_CALLS_PER_INTERVAL"""
MAX_NUMBER_OF_REGEX_RULES: Literal[1000]
"""https://developer.chrome.com/docs/extensions/reference/api/declarativeNetRequest#property-MAX_NUMBER_OF_REGEX_RULES"""
MAX_NUMBER_OF_STATIC_RULESETS: Literal[100]
"""https://developer.chrome.com/docs/extensions/reference/api/declarativeNetRequest#property-MAX_NUMBER_OF_STATIC_RULESETS"""
MAX_NUMBER_OF_ENABLED_STATIC_RULESETS: Literal[50]
"""https://developer.chrome.com/docs/extensions/reference/api/declarativeNetRequest#property-MAX_NUMBER_OF_ENABLED_STATIC_RULESETS"""
DYNAMIC_RULESET_ID: Literal["_dynamic"]
"""https://developer.chrome.com/docs/extensions/reference/api/declarativeNetRequest#property-DYNAMIC_RULESET_ID"""
SESSION_RULESET_ID: Literal["_session"]
"""https://developer.chrome.com/docs/extensions/reference/api/declarativeNetRequest#property-SESSION_RULESET_ID"""
onRuleMatchedDebug: Event[[MatchedRuleInfoDebug]]
"""https://developer.chrome.com/docs/extensions/reference/api/declarativeNetRequest#event-onRuleMatchedDebug"""

async def updateDynamicRules(options: UpdateRuleOptions, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/declarativeNetRequest#method-updateDynamicRules"""

async def getDynamicRules(
    filter: GetRulesFilter | None = ..., /, *, timeout: float | None = ...
) -> list[Rule]:
    """https://developer.chrome.com/docs/extensions/reference/api/declarativeNetRequest#method-getDynamicRules"""

async def updateSessionRules(options: UpdateRuleOptions, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/declarativeNetRequest#method-updateSessionRules"""

async def getSessionRules(
    filter: GetRulesFilter | None = ..., /, *, timeout: float | None = ...
) -> list[Rule]:
    """https://developer.chrome.com/docs/extensions/reference/api/declarativeNetRequest#method-getSessionRules"""

async def updateEnabledRulesets(
    options: UpdateRulesetOptions, /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/declarativeNetRequest#method-updateEnabledRulesets"""

async def getEnabledRulesets(*, timeout: float | None = ...) -> list[str]:
    """https://developer.chrome.com/docs/extensions/reference/api/declarativeNetRequest#method-getEnabledRulesets"""

async def updateStaticRules(
    options: UpdateStaticRulesOptions, /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/declarativeNetRequest#method-updateStaticRules"""

async def getDisabledRuleIds(
    options: GetDisabledRuleIdsOptions, /, *, timeout: float | None = ...
) -> list[int]:
    """https://developer.chrome.com/docs/extensions/reference/api/declarativeNetRequest#method-getDisabledRuleIds"""

async def getMatchedRules(
    filter: MatchedRulesFilter | None = ..., /, *, timeout: float | None = ...
) -> RulesMatchedDetails:
    """https://developer.chrome.com/docs/extensions/reference/api/declarativeNetRequest#method-getMatchedRules"""

async def setExtensionActionOptions(
    options: ExtensionActionOptions, /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/declarativeNetRequest#method-setExtensionActionOptions"""

async def isRegexSupported(
    regexOptions: RegexOptions, /, *, timeout: float | None = ...
) -> IsRegexSupportedResult:
    """https://developer.chrome.com/docs/extensions/reference/api/declarativeNetRequest#method-isRegexSupported"""

async def getAvailableStaticRuleCount(*, timeout: float | None = ...) -> int:
    """https://developer.chrome.com/docs/extensions/reference/api/declarativeNetRequest#method-getAvailableStaticRuleCount"""

async def testMatchOutcome(
    request: TestMatchRequestDetails, /, *, timeout: float | None = ...
) -> TestMatchOutcomeResult:
    """https://developer.chrome.com/docs/extensions/reference/api/declarativeNetRequest#method-testMatchOutcome"""
