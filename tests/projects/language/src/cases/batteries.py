"""Modules of the standard library that stock Brython cannot load where nothing is evaluated."""

import base64
import binascii
import collections
import contextlib
import csv
import datetime
import decimal
import fractions
import hashlib
import heapq
import hmac
import html
import html.parser
import inspect
import io
import itertools
import logging
import pathlib
import re
import shlex
import statistics
import string
import struct
import textwrap
import traceback
import unittest
import urllib.parse
import uuid


def contexts():
    log = []

    @contextlib.contextmanager
    def opened(name):
        log.append(f"open {name}")
        try:
            yield name
        finally:
            log.append(f"close {name}")

    with contextlib.suppress(KeyError), opened("a") as name, contextlib.ExitStack() as stack:
        stack.callback(log.append, "callback")
        log.append(name)
        raise KeyError
    return log


def logs():
    stream = io.StringIO()
    logger = logging.getLogger("cases")
    logger.propagate = False
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(message)s"))
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logger.info("hello %s", 1)
    logger.debug("not shown")
    try:
        [][1]
    except IndexError:
        logger.exception("failed")
    logger.removeHandler(handler)
    lines = stream.getvalue().splitlines()
    return lines[:3], lines[-1].split(":")[0]


def addresses():
    found = urllib.parse.urlparse("https://user@host:80/a/b?c=d%20e&c=f#g")
    return (
        found.hostname, found.port, found.path, urllib.parse.parse_qs(found.query),
        urllib.parse.urljoin("https://a/b/c", "../d"), urllib.parse.quote("é /"),
        urllib.parse.unquote("%C3%A9"), urllib.parse.urlencode({"a": "b c", "d": 1}),
    )  # fmt: skip


def exact_numbers():
    return (
        str(decimal.Decimal("1.10") + decimal.Decimal("2.205")), decimal.Decimal(1) / 3,
        fractions.Fraction(1, 3) + 1, fractions.Fraction("1/8"), statistics.mean([1, 2, 4.5]),
        statistics.median([3, 1, 2]), round(statistics.stdev([1, 2, 3, 4]), 6),
    )  # fmt: skip


def dates_and_times():
    day = datetime.datetime.strptime("2026-02-28 12:30", "%Y-%m-%d %H:%M")
    later = day + datetime.timedelta(days=1, hours=12)
    zone = datetime.timezone(datetime.timedelta(hours=2))
    return later.isoformat(), later.strftime("%d.%m.%y"), day.replace(tzinfo=zone).isoformat()


def hashes():
    digest = hashlib.sha256(b"abc")
    copy = digest.copy()
    copy.update(b"def")
    return (
        digest.hexdigest(), copy.digest() == hashlib.sha256(b"abcdef").digest(), digest.digest_size,
        hashlib.md5(bytes(range(256))).hexdigest(), hashlib.new("sha512", b"x").hexdigest(),
        hmac.new(b"key", b"message", hashlib.sha1).hexdigest(), base64.b64encode(b"\xff\x00"),
    )  # fmt: skip


def introspection():
    def work(a, b=1, *c, d, **e):
        pass

    return (
        str(inspect.signature(work)), inspect.isfunction(work),
        list(inspect.signature(work).bind(1, d=2).arguments),
    )  # fmt: skip


def docstrings():
    """Of this function."""
    return inspect.getdoc(docstrings)


def traces():
    try:
        {}["missing"]
    except KeyError as error:
        return traceback.format_exception_only(error), traceback.format_exc().splitlines()[-1]


def tests():
    class Sums(unittest.TestCase):
        def test_right(self):
            self.assertEqual(1 + 1, 2)

        def test_wrong(self):
            self.assertEqual(1 + 1, 3)

        def test_raises(self):
            with self.assertRaises(ValueError):
                int("x")

    result = unittest.TestResult()
    unittest.defaultTestLoader.loadTestsFromTestCase(Sums).run(result)
    return result.testsRun, len(result.failures), len(result.errors)


def small_ones():
    return (
        collections.Counter("abca").most_common(1), heapq.nsmallest(2, [3, 1, 2]),
        html.escape("<a>"), string.Template("$a b").substitute(a=1), textwrap.shorten("one two three", 9, placeholder="…"),
        str(pathlib.PurePosixPath("a/b.txt").with_suffix(".md")), uuid.UUID(int=3).hex,
        uuid.uuid5(uuid.NAMESPACE_DNS, "a.b").hex,
    )  # fmt: skip


def rarer_ones():
    queue = collections.deque([1, 2, 3, 2], maxlen=5)
    queue.insert(1, 7)
    found = [queue, queue.index(2, 3), queue + collections.deque([0]), queue.copy() * 2, 9 in queue]
    found += [list(itertools.accumulate(values, initial=first)) for values, first in (
        ([1, 2], 10), ([], 1), ([1, -1, 5], None), ([], None),
    )]  # fmt: skip
    found.append(list(itertools.accumulate([5, 0, 3], max)))
    found += [list(itertools.pairwise(text)) for text in ("abc", "a", "")]
    stream = io.StringIO()
    writer = csv.DictWriter(stream, ["x", "y"], extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerow({"x": 1, "y": "a,b", "z": 3})
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s", datefmt="time"))
    handler.emit(logging.makeLogRecord({"msg": "hello"}))
    tokens = re.compile(r"(?P<number>\d+)|(?P<sign>[+*])|( )")
    found += [(match.lastgroup, match.lastindex) for match in tokens.finditer("1 + 22")]
    day = datetime.date(2024, 12, 30).isocalendar()
    return found, stream.getvalue(), tuple(day), day.week, re.match("a", "a").lastgroup


def bytes_as_text():
    def failed(function, *args, **kwargs):
        try:
            return function(*args, **kwargs)
        except binascii.Error as error:
            return type(error).__name__, str(error)

    decode, small = base64.b64decode, base64.b32decode
    texts = (
        "YWJj\n ZGVm",
        b"YW\r\nJj",
        "YWJj*ZGVm",
        "YWJ",
        "Y",
        "YQ==YQ==",
        "YWI=",
        "=YWI=",
        "+/8=",
        "",
        "YQ=",
    )
    values = (b"", b"a", b"ab", b"abc", b"abcd", b"hello", bytes(range(9)))
    return (
        [(failed(decode, text), failed(decode, text, validate=True)) for text in texts],
        base64.urlsafe_b64decode("-_8="), base64.urlsafe_b64decode("YWJj"), decode("-_8=", "-_"),
        [small(base64.b32encode(value)) == value for value in values], base64.b32encode(b"abc"),
        small("nbswy3dp", casefold=True), failed(small, "nbswy3dp"), failed(small, "ME"),
        base64.b32hexencode(b"hi"), base64.b16decode("AB"), failed(base64.b16decode, "ab"),
        binascii.a2b_base64("YQ=="), failed(binascii.unhexlify, "0"), failed(binascii.unhexlify, "zz"),
        binascii.crc32(b"hello"), binascii.crc32(b"lo", binascii.crc32(b"hel")), binascii.crc_hqx(b"a", 0),
        shlex.quote("a b"), shlex.quote("it's"), shlex.quote("a-1.txt"), shlex.join(["a", "b c"]),
    )  # fmt: skip


def packed_values():
    def failed(function, *args):
        try:
            return function(*args)
        except struct.error as error:
            return type(error).__name__

    pair = struct.Struct("<HB")
    buffer = bytearray(6)
    pair.pack_into(buffer, 2, 258, 3)
    formats = ("ii", "bi", "bhi", "iq", "bb2h", "3sh", "<bi", "b3xi", "2bq", "hhi", "d?", "e", "2i")
    return (
        [struct.calcsize(text) for text in formats], struct.pack("bi2h", 1, 2, 3, 4),
        struct.unpack("bi2h", struct.pack("bi2h", 1, 2, 3, 4)), struct.unpack("ii", struct.pack("ii", 5, -6)),
        list(struct.iter_unpack("<H", b"\1\0\2\0")), failed(struct.iter_unpack, "<H", b"abc"),
        pair.size, pair.format, pair.unpack_from(buffer, 2), list(pair.iter_unpack(bytes(buffer))),
        struct.pack("<e", 1.5), struct.unpack("<e", b"\x00\x3e"), struct.unpack("??", b"\0\2"),
        failed(struct.unpack, "<I", b"abc"), failed(struct.pack, "<B", 256), failed(struct.pack, "<I"),
        failed(struct.pack, "<z", 1), struct.error.__name__,
    )  # fmt: skip


def fractions_of_texts():
    texts = ("0.75", "3/4", " -1.5e2 ", "1_000/3", ".5", "5.", "1e-2", "1_0.2_5", "-3/4", "7")
    return [fractions.Fraction(text) for text in texts]


def markup():
    class Parser(html.parser.HTMLParser):
        def __init__(self):
            super().__init__()
            self.found = []

        def handle_starttag(self, tag, attrs):
            self.found.append((tag, attrs))

        def handle_data(self, data):
            self.found.append(data)

    parser = Parser()
    parser.feed(
        '<p class="a">x &amp; y<img src="x.png" alt=\'q "z"\' hidden><input checked disabled>'
    )
    parser.close()
    return parser.found


CASES = [
    contexts, logs, addresses, exact_numbers, dates_and_times, hashes, introspection, docstrings,
    traces, tests, small_ones,
    rarer_ones, bytes_as_text, packed_values, fractions_of_texts, markup,
]  # fmt: skip
