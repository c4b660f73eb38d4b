"""Annotations without evaluated code.

Brython's module runs a function's code again with other globals, and evaluates strings.
"""

REMOVED = (
    "_Stringifier",
    "_StringifierDict",
    "_build_closure",
    "_stringify_single",
    "_template_to_ast_constructor",
    "_template_to_ast_literal",
    "_template_to_ast",
    "_rewrite_star_unpack",
    "_ExtraNameFixer",
)


def call_annotate_function(annotate, format, *, owner=None, _is_evaluate=False):
    if format == Format.VALUE_WITH_FAKE_GLOBALS:
        raise ValueError("The VALUE_WITH_FAKE_GLOBALS format is for internal use only")
    try:
        return annotate(format)
    except NotImplementedError:
        pass
    if format == Format.VALUE:
        raise RuntimeError("annotate function does not support VALUE format")
    if format not in (Format.STRING, Format.FORWARDREF):
        raise ValueError(f"Invalid format: {format!r}")
    # The compiler gives references here for the names that it does not know.
    try:
        annotations = annotate(Format.VALUE_WITH_FAKE_GLOBALS)
    except NotImplementedError:
        annotations = annotate(Format.VALUE)

    def converted(value):
        if format == Format.STRING:
            return value if isinstance(value, str) else type_repr(value)
        if isinstance(value, ForwardRef):
            return value.evaluate(owner=owner, format=Format.FORWARDREF)
        return value

    if _is_evaluate:
        return converted(annotations)
    return {name: converted(value) for name, value in annotations.items()}


def type_repr(value):
    if isinstance(value, ForwardRef):
        return value.__forward_arg__
    if isinstance(value, (type, types.FunctionType, types.BuiltinFunctionType)):
        if value.__module__ == "builtins":
            return value.__qualname__
        return f"{value.__module__}.{value.__qualname__}"
    return "..." if value is ... else repr(value)
