"""Hashes by CryptoJS, each algorithm bundled where it is named.

Brython's module evaluates the source of an algorithm when it is asked for.
"""

algorithms_guaranteed = algorithms_available = {
    "md5", "sha1", "sha224", "sha256", "sha384", "sha512"
}  # fmt: skip


def md5(string=b"", *, usedforsecurity=True):
    from crypto_js.rollups.md5 import CryptoJS

    return _Hash("md5", CryptoJS, string)


def sha1(string=b"", *, usedforsecurity=True):
    from crypto_js.rollups.sha1 import CryptoJS

    return _Hash("sha1", CryptoJS, string)


def sha224(string=b"", *, usedforsecurity=True):
    from crypto_js.rollups.sha224 import CryptoJS

    return _Hash("sha224", CryptoJS, string)


def sha256(string=b"", *, usedforsecurity=True):
    from crypto_js.rollups.sha256 import CryptoJS

    return _Hash("sha256", CryptoJS, string)


def sha384(string=b"", *, usedforsecurity=True):
    from crypto_js.rollups.sha384 import CryptoJS

    return _Hash("sha384", CryptoJS, string)


def sha512(string=b"", *, usedforsecurity=True):
    from crypto_js.rollups.sha512 import CryptoJS

    return _Hash("sha512", CryptoJS, string)


def new(name, data=b"", *, usedforsecurity=True):
    # These bundle every algorithm.
    import crypto_js.rollups.md5
    import crypto_js.rollups.sha1
    import crypto_js.rollups.sha224
    import crypto_js.rollups.sha256
    import crypto_js.rollups.sha384
    import crypto_js.rollups.sha512

    if name.lower() not in algorithms_available:
        raise ValueError(f"unsupported hash type {name}")
    return globals()[name.lower()](data)


class _Hash:
    """Data that is hashed when the digest is asked for: CryptoJS's own state cannot be copied."""

    def __init__(self, name, library, data=b""):
        self.name = name
        self.block_size = 128 if name in ("sha384", "sha512") else 64
        self.digest_size = {"md5": 16, "sha1": 20}.get(name) or int(name[3:]) // 8
        self._library = library
        self._data = b""
        self.update(data)

    def update(self, data):
        if isinstance(data, str):
            raise TypeError("Strings must be encoded before hashing")
        self._data += bytes(data)

    def hexdigest(self):
        words = self._library.enc.Latin1.parse(self._data.decode("latin-1"))
        return str(getattr(self._library, self.name.upper())(words).toString())

    def digest(self):
        return bytes.fromhex(self.hexdigest())

    def copy(self):
        return _Hash(self.name, self._library, self._data)

    def __repr__(self):
        return f"<{self.name} _hashlib.HASH object @ {id(self):#x}>"
