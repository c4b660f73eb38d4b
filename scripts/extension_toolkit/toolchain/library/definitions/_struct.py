"""A format that is used again, with all that CPython gives it."""

ADDED = ("iter_unpack",)


def iter_unpack(fmt, buffer, /):
    size = calcsize(fmt)
    if not size:
        raise StructError("cannot iteratively unpack with a struct of length 0")
    if len(buffer) % size:
        raise StructError(f"iterative unpacking requires a buffer of a multiple of {size} bytes")
    return (unpack(fmt, buffer[start : start + size]) for start in range(0, len(buffer), size))


class Struct:
    def __init__(self, format):
        self.format = format.decode("ascii") if isinstance(format, bytes) else format
        self.size = calcsize(format)

    def pack(self, *values):
        return pack(self.format, *values)

    def pack_into(self, buffer, offset, *values):
        pack_into(self.format, buffer, offset, *values)

    def unpack(self, buffer):
        return unpack(self.format, buffer)

    def unpack_from(self, buffer, offset=0):
        return unpack_from(self.format, buffer, offset)

    def iter_unpack(self, buffer):
        return iter_unpack(self.format, buffer)
