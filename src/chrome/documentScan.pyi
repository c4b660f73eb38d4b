"""`chrome.documentScan`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/documentScan
"""

from typing import Any, Literal, NotRequired, TypeAlias, TypedDict

OperationResult: TypeAlias = Literal[
    "UNKNOWN",
    "SUCCESS",
    "UNSUPPORTED",
    "CANCELLED",
    "DEVICE_BUSY",
    "INVALID",
    "WRONG_TYPE",
    "EOF",
    "ADF_JAMMED",
    "ADF_EMPTY",
    "COVER_OPEN",
    "IO_ERROR",
    "ACCESS_DENIED",
    "NO_MEMORY",
    "UNREACHABLE",
    "MISSING",
    "INTERNAL_ERROR",
]
ConnectionType: TypeAlias = Literal["UNSPECIFIED", "USB", "NETWORK"]
OptionType: TypeAlias = Literal["UNKNOWN", "BOOL", "INT", "FIXED", "STRING", "BUTTON", "GROUP"]
OptionUnit: TypeAlias = Literal["UNITLESS", "PIXEL", "BIT", "MM", "DPI", "PERCENT", "MICROSECOND"]
ConstraintType: TypeAlias = Literal[
    "INT_RANGE", "FIXED_RANGE", "INT_LIST", "FIXED_LIST", "STRING_LIST"
]
Configurability: TypeAlias = Literal[
    "NOT_CONFIGURABLE", "SOFTWARE_CONFIGURABLE", "HARDWARE_CONFIGURABLE"
]

class ScanOptions(TypedDict):
    mimeTypes: NotRequired[list[str]]
    maxImages: NotRequired[int]

class ScanResults(TypedDict):
    dataUrls: list[str]
    mimeType: str

class ScannerInfo(TypedDict):
    scannerId: str
    name: str
    manufacturer: str
    model: str
    deviceUuid: str
    connectionType: ConnectionType
    secure: bool
    imageFormats: list[str]
    protocolType: str

OptionConstraint = TypedDict(
    "OptionConstraint",
    {
        "type": ConstraintType,
        "min": NotRequired[int],
        "max": NotRequired[int],
        "quant": NotRequired[int],
        "list": NotRequired[list[int] | list[str]],
    },
)

ScannerOption = TypedDict(
    "ScannerOption",
    {
        "name": str,
        "title": str,
        "description": str,
        "type": OptionType,
        "unit": OptionUnit,
        "value": NotRequired[bool | int | list[int] | str],
        "constraint": NotRequired[OptionConstraint],
        "isDetectable": bool,
        "configurability": Configurability,
        "isAutoSettable": bool,
        "isEmulated": bool,
        "isActive": bool,
        "isAdvanced": bool,
    },
)

class DeviceFilter(TypedDict):
    local: NotRequired[bool]
    secure: NotRequired[bool]

class OptionGroup(TypedDict):
    title: str
    members: list[str]

class GetScannerListResponse(TypedDict):
    result: OperationResult
    scanners: list[ScannerInfo]

class OpenScannerResponse(TypedDict):
    scannerId: str
    result: OperationResult
    scannerHandle: NotRequired[str]
    options: NotRequired[dict[str, Any]]

class GetOptionGroupsResponse(TypedDict):
    scannerHandle: str
    result: OperationResult
    groups: NotRequired[list[OptionGroup]]

class CloseScannerResponse(TypedDict):
    scannerHandle: str
    result: OperationResult

OptionSetting = TypedDict(
    "OptionSetting",
    {"name": str, "type": OptionType, "value": NotRequired[bool | int | list[int] | str]},
)

class SetOptionResult(TypedDict):
    name: str
    result: OperationResult

class SetOptionsResponse(TypedDict):
    scannerHandle: str
    results: list[SetOptionResult]
    options: NotRequired[dict[str, Any]]

StartScanOptions = TypedDict("StartScanOptions", {"format": str, "maxReadSize": NotRequired[int]})

class StartScanResponse(TypedDict):
    scannerHandle: str
    result: OperationResult
    job: NotRequired[str]

class CancelScanResponse(TypedDict):
    job: str
    result: OperationResult

class ReadScanDataResponse(TypedDict):
    job: str
    result: OperationResult
    data: NotRequired[bytes]
    estimatedCompletion: NotRequired[int]

async def scan(options: ScanOptions, /, *, timeout: float | None = ...) -> ScanResults:
    """https://developer.chrome.com/docs/extensions/reference/api/documentScan#method-scan"""

async def getScannerList(
    filter: DeviceFilter, /, *, timeout: float | None = ...
) -> GetScannerListResponse:
    """https://developer.chrome.com/docs/extensions/reference/api/documentScan#method-getScannerList"""

async def openScanner(scannerId: str, /, *, timeout: float | None = ...) -> OpenScannerResponse:
    """https://developer.chrome.com/docs/extensions/reference/api/documentScan#method-openScanner"""

async def getOptionGroups(
    scannerHandle: str, /, *, timeout: float | None = ...
) -> GetOptionGroupsResponse:
    """https://developer.chrome.com/docs/extensions/reference/api/documentScan#method-getOptionGroups"""

async def closeScanner(
    scannerHandle: str, /, *, timeout: float | None = ...
) -> CloseScannerResponse:
    """https://developer.chrome.com/docs/extensions/reference/api/documentScan#method-closeScanner"""

async def setOptions(
    scannerHandle: str, options: list[OptionSetting], /, *, timeout: float | None = ...
) -> SetOptionsResponse:
    """https://developer.chrome.com/docs/extensions/reference/api/documentScan#method-setOptions"""

async def startScan(
    scannerHandle: str, options: StartScanOptions, /, *, timeout: float | None = ...
) -> StartScanResponse:
    """https://developer.chrome.com/docs/extensions/reference/api/documentScan#method-startScan"""

async def cancelScan(job: str, /, *, timeout: float | None = ...) -> CancelScanResponse:
    """https://developer.chrome.com/docs/extensions/reference/api/documentScan#method-cancelScan"""

async def readScanData(job: str, /, *, timeout: float | None = ...) -> ReadScanDataResponse:
    """https://developer.chrome.com/docs/extensions/reference/api/documentScan#method-readScanData"""
