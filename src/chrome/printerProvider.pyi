"""`chrome.printerProvider`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/printerProvider
"""

from typing import Any, Callable, Literal, NotRequired, TypeAlias, TypedDict
from chrome.events import Event

PrintError: TypeAlias = Literal["OK", "FAILED", "INVALID_TICKET", "INVALID_DATA"]
PrinterInfo = TypedDict("PrinterInfo", {"id": str, "name": str, "description": NotRequired[str]})

class PrintJob(TypedDict):
    printerId: str
    title: str
    ticket: dict[str, Any]
    contentType: str
    document: Any

onGetPrintersRequested: Event[[Callable[[list[PrinterInfo]], Any]]]
"""https://developer.chrome.com/docs/extensions/reference/api/printerProvider#event-onGetPrintersRequested"""
onGetUsbPrinterInfoRequested: Event[[Any, Callable[[PrinterInfo | None], Any]]]
"""https://developer.chrome.com/docs/extensions/reference/api/printerProvider#event-onGetUsbPrinterInfoRequested"""
onGetCapabilityRequested: Event[[str, Callable[[dict[str, Any]], Any]]]
"""https://developer.chrome.com/docs/extensions/reference/api/printerProvider#event-onGetCapabilityRequested"""
onPrintRequested: Event[[PrintJob, Callable[[PrintError], Any]]]
"""https://developer.chrome.com/docs/extensions/reference/api/printerProvider#event-onPrintRequested"""
