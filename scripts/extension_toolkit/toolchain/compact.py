"""Compiled modules as production builds ship them: smaller and quicker, but with the same effect.

What goes serves places where no source is shown:

- the columns of each call, which tracebacks mark in a line of source
- the calls that let `sys.settrace` follow each line: the line is still noted, by an assignment
- what `super()` and `javascript.this()` read, in modules that use neither
- what a compiled function says of itself is told by one call: `$B.describe_function`, or for most
  `$B.describe_plain`, which leaves out what they have not
- None and the module's name, which are mentioned all over, are variables

Brython's output is regular, line by line; where it is not as expected it stays as it is.
"""

from __future__ import annotations

import re

from .javascript import Node, Span, nodes_of_type, parse_javascript, replace

# Whole lines that go.
LEFT_OUT = re.compile(
    r"^ *(?:frame\.(?:positions = .*\]|positions\.push\(.*\)|inum = 2 \* frame\.positions.*"
    r"|positions = \$B\.frame_obj\.prev\.frame\.positions|inum = \d+)"
    r"|\$B\.frame_obj\.frame\.inum = \d+"
    r"|iterator_\d+\[\$B\.INUM\] = \d+"
    r"|\$B\.set_lineno\(frame, \d+\)\n *void\(0\)"  # a docstring, or `pass`
    r"|if \(frame\.\$f_trace !== _b_\.None\) \{\n *\$B\.trace_line\(\)\n *\})\n",
    re.MULTILINE,
)
# A line that is noted and left for the next at once, as before imports that never run.
NEVER_SEEN = re.compile(
    r"^ *\$B\.set_lineno\(frame, \d+\)\n(?= *\$B\.set_lineno\(frame, \d+\)\n)", re.M
)
DEPTH = re.compile(r"^ *var stack_length = \$B\.count_frames\(\)\n", re.MULTILINE)
OWN_CLASS = re.compile(r"^ *locals\.ob_type = +locals\.__class__ = .*\n", re.MULTILINE)
THIS = re.compile(r"^ *\$B\.js_this = this\n", re.MULTILINE)
FUNCTION = re.compile(
    r"^( *)(\w+)\.\$function_infos = \['[^']*', ('[^']*', '[^']*'), __file__, (.*\n?.*),"
    r" false, \[\], frame\]\n"
    r" *\$B\.set_func_attrs\(\2, frame, '[^']*'\)\n"
    r" *\2\.ob_type = \$B\.function\n"
    r" *\2\.__annotate__ = _b_\.None\n",
    re.MULTILINE,
)
# One without defaults, without gathered arguments, and without variables of outer functions.
PLAIN = re.compile(
    r"\$B\.describe_function\((\w+), frame, \[0, '[^']*', ('[^']*'), 0, _b_\.None, _b_\.None,"
    r" _b_\.None, \[(.*)\], null, null,\n *(\d+, \d+, \d+), \[\], 0, 0, \[(.*)\]\]\)\n"
)
HEAD = re.compile(
    r"^var \$B = __BRYTHON__,\n    _b_ = \$B\.builtins,\n"
    r"(?=    locals_\w+ = \$B\.namespace\((.*)\),\n)"
)
FRAME = re.compile(r"^( *var frame = \[.*, )(?:\"[\w.]+\"|'[\w.]+')(?=, locals)", re.MULTILINE)

# Functions of the run time that are told where in the source they are called. By name: the place of
# that argument, and the function that does the same without it.
TOLD = {
    "$B.$call_with_position": (1, "$B.$call"),
    "$B.$getattr_pep657": (2, "$B.$getattr"),
    "$B.$getitem": (2, "$B.$getitem1"),
    "$B.rich_op": (3, "$B.rich_op1"),
    "$B.call_attr": (2, None),
    "$B.getitem_slice": (2, None),
    "$B.$setitem": (3, None),
    "$B.$setattr1": (3, None),
    "$B.$delitem": (2, None),
    "$B.$delattr": (2, None),
    "$B.$delete": (2, None),
    "$B.assert": (2, None),
    "$B.unpacker": (-1, None),  # the last, behind that of a starred name
    "$B.resolve_in_scopes": (2, None),
    "$B.resolve_local": (1, None),
    "$B.import": (4, None),
    "$B.$import_from": (5, None),
}


def compact(js: str, source: str) -> str:
    """Return a compiled module without what only developers use.

    Args:
        js: JavaScript, as compiled.
        source: The Python of which it was compiled.
    """
    js = NEVER_SEEN.sub("", LEFT_OUT.sub("", js))
    if not re.search(r"\b(?:super|__class__)\b", source):
        js = OWN_CLASS.sub("", js)
    if not re.search(r"\bthis\s*(?:\(|as\b)|\bjavascript\b", source):
        js = THIS.sub("", js)
    if " < stack_length)" not in js:
        js = DEPTH.sub("", js)
    js = FUNCTION.sub(r"\1$B.describe_function(\2, frame, [0, \3, 0, \4])\n", js)
    js = PLAIN.sub(_describe_plain, js)
    has_head = bool(HEAD.search(js))
    if has_head:
        js = FRAME.sub(r"\1$module", js)
    text = js.encode()
    cuts: list[tuple[Span, str]] = []
    for node in nodes_of_type(parse_javascript(text), "call_expression", "member_expression"):
        if node.type == "call_expression":
            cuts += _shortened(node, text)
        elif has_head and _text(node, text) == "_b_.None":
            cuts.append(((node.start_byte, node.end_byte), "$None"))
    return HEAD.sub(
        r"\g<0>    $None = _b_.None,\n    $module = \1,\n", replace(text, cuts).decode()
    )


def _describe_plain(found: re.Match[str]) -> str:
    function, name, parameters, numbers, variables = found.groups()
    others = variables.removeprefix(parameters).replace("'", "").split(",")
    given = " ".join(parameters.replace("'", "").split(","))
    return (
        f"$B.describe_plain({function}, frame, {name}, {numbers}, "
        f"'{given}', '{' '.join(filter(None, others))}')\n"
    )


def _shortened(call: Node, text: bytes) -> list[tuple[Span, str]]:
    function = call.child_by_field_name("function")
    arguments = call.child_by_field_name("arguments")
    assert function is not None
    assert arguments is not None
    name = _text(function, text)
    given = arguments.named_children
    if name == "$B.set_lineno" and len(given) == 2:
        # Alone it is a statement; in a condition it has to be true, as every line's number is.
        noted = f"frame.$lineno = {_text(given[1], text)}"
        alone = call.parent is not None and call.parent.type == "expression_statement"
        return [((call.start_byte, call.end_byte), noted if alone else f"({noted})")]
    place, instead = TOLD.get(name, (len(given), None))
    place = place if place >= 0 else len(given) - 1
    if len(given) <= place or given[place].type != "number":
        return []
    number = given[place]
    cuts: list[tuple[Span, str]] = []
    if instead:
        cuts.append(((function.start_byte, function.end_byte), instead))
    if instead or place == len(given) - 1:
        cuts.append(((given[place - 1].end_byte, number.end_byte), ""))
    else:  # more follows
        cuts.append(((number.start_byte, number.end_byte), "0"))
    return cuts


def _text(node: Node, text: bytes) -> str:
    return text[node.start_byte : node.end_byte].decode()
