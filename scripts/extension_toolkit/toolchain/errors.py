"""The one exception with which a build stops.

BuildError          anything a developer can mend; printed without a traceback
"""

from __future__ import annotations

from pathlib import Path

from extension_toolkit.errors import ToolkitError


class BuildError(ToolkitError):
    """A build that cannot go on, told so that it can be mended.

    Args:
        message: What is wrong and what to do about it.
        file: The file at fault, where one is.
        line: The line in it, counted from 1.
        column: The column in it, counted from 1.
        source_line: The text of that line.
    """

    def __init__(
        self,
        message: str,
        file: Path | str | None = None,
        line: int | None = None,
        column: int | None = None,
        source_line: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.file = str(file) if file is not None else None
        self.line = line
        self.column = column
        self.source_line = source_line

    def __str__(self) -> str:
        if self.file is None:
            return self.message
        where = self.file if self.line is None else f"{self.file}:{self.line}"
        lines = [f"{where}: {self.message}"]
        if self.source_line:
            stripped = self.source_line.strip()
            lines.append(f"    {stripped}")
            if self.column is not None:
                indent = len(self.source_line) - len(self.source_line.lstrip())
                lines.append("    " + " " * max(self.column - 1 - indent, 0) + "^")
        return "\n".join(lines)
