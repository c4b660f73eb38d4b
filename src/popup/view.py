"""One state of the popup: a `<template>` of `index.html`, with its buttons and fields."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any

    from browser import DOMNode

    Action = Callable[[], Coroutine[Any, Any, None]]


from browser import document
from clerk import ClerkAPIResponseError, ClerkError
from webext import BackgroundError, spawn


class View:
    """Put a template into the page, in place of the last one.

    Args:
        template: The template's id.
    """

    def __init__(self, template: str) -> None:
        self.main = document.querySelector("main")
        self.main.replaceChildren(document[template].content.cloneNode(True))
        self.main.setAttribute("aria-busy", "false")

    def find(self, selector: str) -> DOMNode:
        return self.main.querySelector(selector)

    def text(self, selector: str, value: str) -> None:
        self.find(selector).textContent = value

    def value(self, field: str) -> str:
        return str(self.find(f"input[name={field}]").value).strip()

    def focus(self, field: str) -> None:
        self.find(f"input[name={field}]").focus()

    def on_click(self, button: str, action: Action) -> None:
        self._listen(self.find(f"button[name={button}]"), "click", button, action)

    def on_submit(self, action: Action) -> None:
        self._listen(self.find("form"), "submit", "submit", action)

    def alert(self, text: str) -> None:
        self.text("[role=alert]", text)

    def field_error(self, field: str, text: str) -> None:
        """Say what is wrong at the field itself, and go there."""
        self.text(f"#{field}-error", text)
        self.find(f"input[name={field}]").setAttribute("aria-invalid", "true")
        self.focus(field)

    def _listen(self, element: DOMNode, event: str, button: str, action: Action) -> None:
        def start(occurred: Any) -> None:
            occurred.preventDefault()
            spawn(self._run(button, action))

        element.bind(event, start)

    async def _run(self, button: str, action: Action) -> None:
        """Run an action; meanwhile no button can be pressed, and errors are shown."""
        self._clear_errors()
        self._set_busy(button, True)
        try:
            await action()
        except ClerkAPIResponseError as error:
            self._show_refusal(error)
        except ClerkError as error:
            self.alert(str(error))
        except BackgroundError as error:
            self.alert(f"The background did not answer: {error}")
        finally:
            self._set_busy(button, False)

    def _show_refusal(self, refusal: ClerkAPIResponseError) -> None:
        for error in refusal.errors:
            field = error.meta.paramName
            if field and self.find(f"#{field}-error"):
                self.field_error(field, error.longMessage)
            else:
                self.alert(error.longMessage)

    def _clear_errors(self) -> None:
        for element in self.main.querySelectorAll(".error"):
            element.textContent = ""
        for element in self.main.querySelectorAll("input"):
            element.removeAttribute("aria-invalid")

    def _set_busy(self, button: str, busy: bool) -> None:
        for element in self.main.querySelectorAll("button"):
            element.disabled = busy
        pressed = self.find(f"button[name={button}]")
        if pressed:
            pressed.setAttribute("aria-busy", "true" if busy else "false")
