"""What the popup shows at one time: a title, fields, buttons, and what went wrong.

A route makes one `View` and fills it. Buttons run coroutines: while one runs no other starts, and
the one that was pressed shows it. What it raises is said at the field at fault, or below them all.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any

    from browser import DOMNode

    from .picture import Picture

    Action = Callable[[], Coroutine[Any, Any, None]]


from browser import document, window
from clerk import ClerkAPIResponseError, ClerkError
from webext import BackgroundError, spawn

from .texts import failure_text, refusal_text, text


def clone(template: str) -> DOMNode:
    """Return a copy of the element in a `<template>` of `index.html`."""
    copy: DOMNode = document[template].content.firstElementChild.cloneNode(True)
    return copy


class View:
    """One state of the popup; making one replaces what is shown.

    Args:
        title: Key of the title's text.
        hint: A sentence below the title, already in the user's language.
        back: What the arrow before the title does; without one there is no arrow.
    """

    def __init__(self, title: str, hint: str = "", back: Action | None = None) -> None:
        self.form = clone("view")
        self._fields: dict[str, DOMNode] = {}
        self._first = self._find("h1")
        self._passwords: set[str] = set()
        self._submit: Action | None = None
        self._busy = False
        self._content = self._find(".content")
        self._find("h1").textContent = text(title)
        self._find(".hint").textContent = hint
        if back:
            arrow = self._find("button[name=back]")
            arrow.hidden = False
            arrow.setAttribute("aria-label", text("back"))
            self._on_click(arrow, back)
        self.form.bind("submit", self._on_submit)
        # When the route has filled it: each change of the focus has the page laid out.
        window.queueMicrotask(lambda: self._first.focus())
        main = document.querySelector("main")
        main.replaceChildren(self.form)
        main.setAttribute("aria-busy", "false")

    def field(self, name: str, label: str, type: str = "text", **attributes: str) -> DOMNode:
        """Add a field; return its `<input>`.

        Args:
            name: The name that the API has for it, so that its errors find it.
            label: Key of the label's text.
            type: The input's type.
            **attributes: More of the input's attributes, such as `autocomplete`.
        """
        field = clone("field")
        entry, error = field.querySelector("input"), field.querySelector(".error")
        field.querySelector("label").textContent = text(label)
        field.querySelector("label").htmlFor = entry.id = name
        error.id = f"{name}-error"
        entry.name, entry.type = name, type
        entry.setAttribute("aria-describedby", error.id)
        for attribute, value in attributes.items():
            entry.setAttribute(attribute, value)
        if type == "password":
            self._passwords.add(name)
            self._add_reveal(field, entry)
        self._add(field)
        if not self._fields:
            self._first = entry
        self._fields[name] = entry
        return entry

    def choice(self, name: str, label: str, checked: bool = False) -> None:
        """Add a box to tick."""
        choice = clone("choice")
        box = choice.querySelector("input")
        box.name, box.checked = name, checked
        choice.querySelector("span").textContent = text(label)
        self._add(choice)
        self._fields[name] = box

    def value(self, name: str) -> str:
        """Return what is in a field, without spaces around it unless it is a password."""
        value = str(self._fields[name].value)
        return value if name in self._passwords else value.strip()

    def checked(self, name: str) -> bool:
        return bool(self._fields[name].checked)

    def paragraph(self, words: str, class_name: str = "") -> DOMNode:
        """Add a sentence, already in the user's language."""
        element = document.createElement("p")
        element.textContent, element.className = words, class_name
        self._add(element)
        return element

    def begin_alternatives(self) -> None:
        """Put what is added from now on below the buttons, as another way to the same end."""
        self._content = self._find(".alternatives")
        self.paragraph(text("or"), "separator")

    def person(self, picture: Picture, title: str, detail: str | None) -> None:
        """Add somebody that the view is about."""
        person = clone("person")
        self._describe(person, picture, title, detail)
        self._add(person)

    def row(
        self,
        name: str,
        title: str,
        detail: str | None,
        action: Action,
        *,
        picture: Picture | None = None,
        current: bool = False,
    ) -> DOMNode:
        """Add one of several things to choose from; return its button.

        Args:
            name: The button's name.
            title: What it is, in the user's language.
            detail: More about it, if there is.
            action: What happens when it is chosen.
            picture: Shown before it.
            current: Whether it is the one in force.
        """
        row = clone("row")
        row.name = name
        self._describe(row, picture, title, detail)
        row.querySelector(".mark").textContent = "✓" if current else "›"
        if current:
            row.setAttribute("aria-current", "true")
        self._on_click(row, action)
        self._add(row)
        return row

    def submit(self, label: str, action: Action) -> None:
        """Add the button that Enter presses too."""
        self._submit = action
        self._add_button("submit", text(label), "primary").type = "submit"

    def button(self, name: str, label: str, action: Action, kind: str = "") -> DOMNode:
        """Add a button below; return it.

        Args:
            name: The button's name.
            label: Key of its text.
            action: What it does.
            kind: `primary`, `link`, `danger`, or "" for a plain one.
        """
        button = self._add_button(name, text(label), kind)
        self._on_click(button, action)
        return button

    def link(self, name: str, label: str, action: Action) -> DOMNode:
        """Add a button that looks like a link."""
        return self.button(name, label, action, "link")

    def alert(self, words: str) -> None:
        """Say that something went wrong."""
        self._find(":scope > .error").textContent = words

    def notice(self, key: str) -> None:
        """Say that something went well."""
        self._find(".notice").textContent = text(key) if key else ""

    def field_error(self, name: str, words: str) -> None:
        """Say what is wrong at the field itself, and go there."""
        self._find(f"#{name}-error").textContent = words
        self._fields[name].setAttribute("aria-invalid", "true")
        self._fields[name].focus()

    def require(self, **messages: str) -> bool:
        """Return whether these fields are filled in; if not, say so at the first that is not.

        Args:
            **messages: Key of the text to show, by the field's name.
        """
        for name, key in messages.items():
            if not self.value(name):
                self.field_error(name, text(key))
                return False
        return True

    def run(self, action: Action, pressed: DOMNode | None = None) -> None:
        """Start an action, as if its button had been pressed."""
        if not self._busy:
            spawn(self._run(action, pressed))

    def _find(self, selector: str) -> DOMNode:
        return self.form.querySelector(selector)

    def _describe(
        self, element: DOMNode, picture: Picture | None, title: str, detail: str | None
    ) -> None:
        element.querySelector(".title").textContent = title
        element.querySelector(".detail").textContent = detail or ""
        if picture:
            picture.show(element.querySelector(".avatar"))
        else:
            element.querySelector(".avatar").remove()

    def _add(self, element: DOMNode) -> None:
        self._content.append(element)

    def _add_button(self, name: str, label: str, kind: str) -> DOMNode:
        button = document.createElement("button")
        button.name, button.textContent, button.className, button.type = name, label, kind, "button"
        self._find("footer").append(button)
        return button

    def _add_reveal(self, field: DOMNode, entry: DOMNode) -> None:
        reveal = field.querySelector(".reveal")
        reveal.hidden = False

        def show(revealed: bool) -> None:
            entry.type = "text" if revealed else "password"
            reveal.textContent = text("hide" if revealed else "show")
            reveal.setAttribute("aria-pressed", "true" if revealed else "false")

        show(False)
        reveal.setAttribute("aria-label", text("showPassword"))
        reveal.bind("click", lambda event: show(entry.type == "password"))

    def _on_click(self, element: DOMNode, action: Action) -> None:
        element.bind("click", lambda event: self.run(action, element))

    def _on_submit(self, event: Any) -> None:
        event.preventDefault()
        if self._submit:
            self.run(self._submit, self._find("button[name=submit]"))

    async def _run(self, action: Action, pressed: DOMNode | None) -> None:
        self._clear_messages()
        self._set_busy(True, pressed)
        try:
            await action()
        except ClerkAPIResponseError as error:
            self._show_refusal(error)
        except ClerkError as error:
            self.alert(failure_text(error))
        except BackgroundError as error:
            self.alert(text("backgroundError", str(error)))
        finally:
            self._set_busy(False, pressed)

    def _show_refusal(self, refusal: ClerkAPIResponseError) -> None:
        for error in refusal.errors:
            field = error.meta.paramName
            if field in self._fields:
                self.field_error(field, refusal_text(error))
            else:
                self.alert(refusal_text(error))

    def _clear_messages(self) -> None:
        for element in self.form.querySelectorAll(".error, .notice"):
            element.textContent = ""
        for element in self._fields.values():
            element.removeAttribute("aria-invalid")

    def _set_busy(self, busy: bool, pressed: DOMNode | None) -> None:
        self._busy = busy
        # Not `disabled`: a disabled button loses the focus, and with it the place in the page.
        for element in self.form.querySelectorAll("button"):
            element.setAttribute("aria-disabled", "true" if busy else "false")
        if pressed:
            pressed.setAttribute("aria-busy", "true" if busy else "false")
