"""The root of the toolkit's errors.

ToolkitError          anything a developer can mend; printed without a traceback
├── BuildError        toolchain: something in the project
├── BrowserError      automation: Chrome cannot be found, started or driven
├── EmulatorError     emulator: it cannot listen, or its seed file is wrong
└── KeyFileError      emulator: a stored key cannot be used
"""

from __future__ import annotations


class ToolkitError(Exception):
    """Something that a developer can mend.

    Args:
        message: What is wrong.
        tip: What to do about it, where the message does not say so.
    """

    def __init__(self, message: str, *, tip: str = "") -> None:
        super().__init__(message)
        self.tip = tip
