"""Evaluate the text of an annotation, such as `dict[str, list[int] | None]`.

A page may not evaluate Python; the few forms that types are written in are read here.
"""

_OPENING = {"(": ")", "[": "]"}
_CONSTANTS = {"None": None, "True": True, "False": False, "...": ...}
_SYMBOLS = "()[],|.*=-"


def evaluate(text, names):
    """Return the value of a type's text.

    Args:
        text: Names, attributes, subscripts, unions, calls, tuples, lists, strings, numbers.
        names: A function that returns the value of a name, or raises NameError.

    Raises:
        SyntaxError: The text has another form.
    """
    return _Reader(text, names).whole()


def check(text):
    """Raise SyntaxError when a text has another form than a type's."""
    evaluate(text, lambda name: _Anything())


class _Anything:
    def __getattr__(self, name):
        return self

    def __call__(self, *args, **kwargs):
        return self

    def __iter__(self):
        return iter(())

    __getitem__ = __or__ = __ror__ = __call__


class _Reader:
    def __init__(self, text, names):
        self.text = text
        self.names = names
        self.tokens = list(_tokens(text))
        self.position = 0

    def whole(self):
        if self.next_is("*"):
            self.take("*")
            (value,) = self.union()
        else:
            value = self.union()
            if self.next_is(","):
                value = (value, *self.items(None))
        if self.position != len(self.tokens):
            raise self.error()
        return value

    def union(self):
        value = self.primary()
        while self.next_is("|"):
            self.take("|")
            value = value | self.primary()
        return value

    def primary(self):
        value = self.atom()
        while True:
            if self.next_is("."):
                self.take(".")
                value = getattr(value, self.take())
            elif self.next_is("["):
                self.take("[")
                items = self.items("]")
                value = value[items[0] if len(items) == 1 and not self.comma else tuple(items)]
            elif self.next_is("("):
                self.take("(")
                keywords = {}
                value = value(*self.items(")", keywords), **keywords)
            else:
                return value

    def atom(self):
        token = self.take()
        if token in _CONSTANTS:
            return _CONSTANTS[token]
        if token[0] in "\"'":
            return token[1:-1]
        if token[0].isdigit():
            return float(token) if "." in token else int(token)
        if token == "-":
            return -self.atom()
        if token in _OPENING:
            items = self.items(_OPENING[token])
            if token == "[":
                return items
            return items[0] if len(items) == 1 and not self.comma else tuple(items)
        if not token.isidentifier():
            raise self.error()
        return self.names(token)

    def items(self, closing, keywords=None):
        """Values up to a closing mark; `comma` tells whether the last one is followed by one."""
        found = []
        comma = False
        if closing is None:
            self.take(",")
        while self.position < len(self.tokens) and not self.next_is(closing):
            comma = False
            if keywords is not None and self.next_is("=", 1):
                name = self.take()
                self.take("=")
                keywords[name] = self.union()
            elif self.next_is("*"):
                self.take("*")
                found.extend(self.union())
                comma = True
            else:
                found.append(self.union())
            if not self.next_is(closing) and self.position < len(self.tokens):
                self.take(",")
                comma = True
        if closing is not None:
            self.take(closing)
        self.comma = comma
        return found

    def next_is(self, token, ahead=0):
        number = self.position + ahead
        return number < len(self.tokens) and self.tokens[number] == token

    def take(self, expected=None):
        if self.position == len(self.tokens) or (expected and not self.next_is(expected)):
            raise self.error()
        self.position += 1
        return self.tokens[self.position - 1]

    def error(self):
        return SyntaxError(f"not the text of a type: {self.text!r}")


def _tokens(text):
    start = 0
    while start < len(text):
        end = start + 1
        first = text[start]
        if first in "\"'":
            end = text.find(first, end) + 1
            if not end:
                raise SyntaxError(f"not the text of a type: {text!r}")
        elif text[start : start + 3] == "...":
            end = start + 3
        elif first not in _SYMBOLS and not first.isspace():
            number = first.isdigit()
            while end < len(text) and (
                text[end].isalnum() or text[end] == "_" or (number and text[end] == ".")
            ):
                end += 1
        if not first.isspace():
            yield text[start:end]
        start = end
