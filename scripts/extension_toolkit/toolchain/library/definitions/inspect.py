"""Signatures of builtins are texts in their docstrings, which would have to be parsed."""


def _signature_fromstr(cls, obj, s, skip_bound_arg=True):
    raise ValueError(f"no signature found for builtin {obj!r}")
