"""Base classes that wait until they are used, and then make themselves known."""

ADDED = ("_made_flag", "_made_repr_enum")


def _made_flag(cls):
    global _flag
    _flag = cls
    return cls


def _made_repr_enum(cls):
    global _repr_enum
    _repr_enum = cls
    return cls
