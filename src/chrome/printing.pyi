"""`chrome.printing`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/printing
"""

from typing import Any, Literal, NotRequired, TypeAlias, TypedDict
from chrome import printerProvider as _printerProvider
from chrome.events import Event

SubmitJobStatus: TypeAlias = Literal["OK", "USER_REJECTED"]
PrinterSource: TypeAlias = Literal["USER", "POLICY"]
PrinterStatus: TypeAlias = Literal[
    "DOOR_OPEN",
    "TRAY_MISSING",
    "OUT_OF_INK",
    "OUT_OF_PAPER",
    "OUTPUT_FULL",
    "PAPER_JAM",
    "GENERIC_ISSUE",
    "STOPPED",
    "UNREACHABLE",
    "EXPIRED_CERTIFICATE",
    "AVAILABLE",
]
JobStatus: TypeAlias = Literal["PENDING", "IN_PROGRESS", "FAILED", "CANCELED", "PRINTED"]

class SubmitJobRequest(TypedDict):
    job: _printerProvider.PrintJob

class SubmitJobResponse(TypedDict):
    status: SubmitJobStatus
    jobId: NotRequired[str]

Printer = TypedDict(
    "Printer",
    {
        "id": str,
        "name": str,
        "description": str,
        "uri": str,
        "source": PrinterSource,
        "isDefault": bool,
        "recentlyUsedRank": NotRequired[int],
    },
)

class GetPrinterInfoResponse(TypedDict):
    capabilities: NotRequired[dict[str, Any]]
    status: PrinterStatus

MAX_SUBMIT_JOB_CALLS_PER_MINUTE: Literal[40]
"""https://developer.chrome.com/docs/extensions/reference/api/printing#property-MAX_SUBMIT_JOB_CALLS_PER_MINUTE"""
MAX_GET_PRINTER_INFO_CALLS_PER_MINUTE: Literal[20]
"""https://developer.chrome.com/docs/extensions/reference/api/printing#property-MAX_GET_PRINTER_INFO_CALLS_PER_MINUTE"""
onJobStatusChanged: Event[[str, JobStatus]]
"""https://developer.chrome.com/docs/extensions/reference/api/printing#event-onJobStatusChanged"""

async def submitJob(
    request: SubmitJobRequest, /, *, timeout: float | None = ...
) -> SubmitJobResponse:
    """https://developer.chrome.com/docs/extensions/reference/api/printing#method-submitJob"""

async def cancelJob(jobId: str, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/printing#method-cancelJob"""

async def getPrinters(*, timeout: float | None = ...) -> list[Printer]:
    """https://developer.chrome.com/docs/extensions/reference/api/printing#method-getPrinters"""

async def getPrinterInfo(
    printerId: str, /, *, timeout: float | None = ...
) -> GetPrinterInfoResponse:
    """https://developer.chrome.com/docs/extensions/reference/api/printing#method-getPrinterInfo"""

async def getJobStatus(jobId: str, /, *, timeout: float | None = ...) -> JobStatus:
    """https://developer.chrome.com/docs/extensions/reference/api/printing#method-getJobStatus"""
