"""Regular expressions, as CPython has them; what works is in `python_re`."""

import enum

import python_re
from python_re import *


class PatternError(Exception):
    """What is no pattern, and where."""

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            newline = "\n" if isinstance(pattern, str) else b"\n"
            lines = pattern[:pos].split(newline)
            self.lineno = len(lines)
            self.colno = len(lines[-1]) + 1
            msg = f"{msg} at position {pos}"
            if newline in pattern:
                msg += f" (line {self.lineno}, column {self.colno})"
        super().__init__(msg)


error = PatternError


def _named_flags(flags):
    flags.__repr__ = enum.global_flag_repr
    return flags


# These flags are those of `python_re` with another class, made for who asks for it.
@_named_flags
@enum._simple_enum(enum.IntFlag, boundary=enum.KEEP)
class RegexFlag:
    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2  # noqa: E741
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    DEBUG = 128
    __str__ = object.__str__
    _numeric_repr_ = hex


class Scanner:
    """Tokens of a lexicon: pairs of a pattern, and what becomes of its text."""

    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        self.flags = flags
        self.match = None
        self._patterns = [(python_re.compile(phrase, flags), action) for phrase, action in lexicon]

    def scan(self, string):
        found = []
        end = 0
        while True:
            matches = [(p.match(string, end), action) for p, action in self._patterns]
            self.match, action = next((m for m in matches if m[0]), (None, None))
            if self.match is None or self.match.end() == end:
                return found, string[end:]
            end = self.match.end()
            if callable(action):
                action = action(self, self.match.group())
            if action is not None:
                found.append(action)
