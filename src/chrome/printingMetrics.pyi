"""`chrome.printingMetrics`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/printingMetrics
"""

from typing import Literal, NotRequired, TypeAlias, TypedDict
from chrome import printing as _printing
from chrome.events import Event

PrintJobSource: TypeAlias = Literal["PRINT_PREVIEW", "ANDROID_APP", "EXTENSION", "ISOLATED_WEB_APP"]
PrintJobStatus: TypeAlias = Literal["FAILED", "CANCELED", "PRINTED"]
PrinterSource: TypeAlias = Literal["USER", "POLICY"]
ColorMode: TypeAlias = Literal["BLACK_AND_WHITE", "COLOR"]
DuplexMode: TypeAlias = Literal["ONE_SIDED", "TWO_SIDED_LONG_EDGE", "TWO_SIDED_SHORT_EDGE"]

class MediaSize(TypedDict):
    width: int
    height: int
    vendorId: str

class PrintSettings(TypedDict):
    color: ColorMode
    duplex: DuplexMode
    mediaSize: MediaSize
    copies: int

class Printer(TypedDict):
    name: str
    uri: str
    source: PrinterSource

PrintJobInfo = TypedDict(
    "PrintJobInfo",
    {
        "id": str,
        "title": str,
        "source": PrintJobSource,
        "sourceId": NotRequired[str],
        "status": PrintJobStatus,
        "creationTime": float,
        "completionTime": float,
        "printer": Printer,
        "settings": PrintSettings,
        "numberOfPages": int,
        "printer_status": _printing.PrinterStatus,
    },
)

onPrintJobFinished: Event[[PrintJobInfo]]
"""https://developer.chrome.com/docs/extensions/reference/api/printingMetrics#event-onPrintJobFinished"""

async def getPrintJobs(*, timeout: float | None = ...) -> list[PrintJobInfo]:
    """https://developer.chrome.com/docs/extensions/reference/api/printingMetrics#method-getPrintJobs"""
