"""The flags' class, which is made when it is used."""

ADDED = ("_named_flags",)


def _named_flags(flags):
    flags.__repr__ = enum.global_flag_repr
    return flags
