"""The flags' class, which is made when it is used; and a scanner of tokens."""

ADDED = ("_named_flags", "Scanner")


def _named_flags(flags):
    flags.__repr__ = enum.global_flag_repr
    return flags


class Scanner:
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
