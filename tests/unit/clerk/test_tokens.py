"""Session tokens by themselves: reading, freshness, the cache."""

from __future__ import annotations

import itertools
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk.tokens import Token, TokenCache
from support.clerk_data import encode_part, make_jwt
from support.platform import START, FakePlatform

PLATFORM = FakePlatform()
SLOT = ("sess_1", None, None)


def token(raw: str) -> Token:
    return Token(raw, PLATFORM)


@given(st.dictionaries(st.text(), st.text() | st.integers() | st.none(), max_size=4))
def test_claims_read_back(claims: dict[str, object]) -> None:
    """What a token says is read as it was written, whatever alphabet its base64 needs."""
    raw = f"{encode_part({'oiat': 5})}.{encode_part({**claims, 'iat': 1, 'exp': 61})}.s"
    read = token(raw)
    assert read.claims == {**claims, "iat": 1, "exp": 61}
    assert (read.issued_at, read.expires_at, read.header["oiat"]) == (1, 61, 5)
    assert read.getRawString() == raw


def test_large_numbers_survive() -> None:
    """Numbers beyond what a float holds, such as a permission map's, are read exactly."""
    assert token(make_jwt(fpm=2**60 + 1)).claims["fpm"] == 2**60 + 1


HEAD = encode_part({"alg": "RS256"})


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("", id="empty"),
        pytest.param("a.b", id="two parts"),
        pytest.param(make_jwt() + ".x", id="four parts"),
        pytest.param("!.!.!", id="not base64"),
        pytest.param(f"{HEAD}.{encode_part('x')[:-1]}.s", id="cut off"),
        pytest.param(f"{HEAD}.{encode_part([])}.s", id="list of claims"),
        pytest.param(f"{encode_part(5)}.{encode_part({'iat': 1, 'exp': 2})}.s", id="number header"),
        pytest.param(f"{HEAD}.{encode_part({'iat': 1})}.s", id="no exp"),
        pytest.param(f"{HEAD}.{encode_part({'exp': 1})}.s", id="no iat"),
        pytest.param(f"{HEAD}.{encode_part({'iat': '1', 'exp': 2})}.s", id="text iat"),
        pytest.param(f"{HEAD}.{encode_part({'iat': 1, 'exp': True})}.s", id="boolean exp"),
        pytest.param(None, id="None"),
        pytest.param(5, id="number"),
    ],
)
def test_what_is_no_token(raw: str) -> None:
    """What cannot be read is a ValueError that repeats nothing of it."""
    with pytest.raises(ValueError, match=r".") as caught:
        token(raw)
    assert not raw or str(raw) not in str(caught.value) or len(str(raw)) < 6


def test_token_is_not_shown() -> None:
    """What ends up in logs and tracebacks tells tokens apart and cannot be used as one."""
    raw = make_jwt()[:-4] + "WXYZ"
    shown = repr(token(raw)) + str(token(raw))
    assert "WXYZ" in shown
    assert raw.split(".")[1] not in shown
    assert raw.split(".")[0] not in shown


@pytest.mark.parametrize(
    ("mine", "theirs", "fresher"),
    [
        pytest.param((None, 10), (None, 20), True, id="no data on either: newcomer"),
        pytest.param((100, 10), (None, 20), True, id="only the newcomer says"),
        pytest.param((None, 20), (100, 10), False, id="only the other says"),
        pytest.param((200, 10), (100, 20), True, id="later data"),
        pytest.param((100, 20), (200, 10), False, id="older data"),
        pytest.param((100, 20), (100, 10), True, id="same data, issued later"),
        pytest.param((100, 10), (100, 20), False, id="same data, issued earlier"),
        pytest.param((100, 10), (100, 10), True, id="tie: newcomer"),
        pytest.param(("x", 10), (100, 20), False, id="text is no time"),
        pytest.param((100, 10), ("x", 20), True, id="text of the other is none"),
        pytest.param((0, 10), (None, 20), True, id="zero is a time"),
    ],
)
def test_freshness(mine: tuple[object, float], theirs: tuple[object, float], fresher: bool) -> None:
    """The later data wins, then the one issued later, then the newcomer."""
    newcomer, other = (token(make_jwt(iat, oiat=oiat)) for oiat, iat in (mine, theirs))
    assert newcomer.is_fresher_than(other) is fresher
    assert newcomer.is_fresher_than(None)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=5))
def test_order_of_arrival_does_not_matter(times: list[tuple[int, int]]) -> None:
    """Of tokens that all say how old their data is, the freshest is kept in any order."""
    raws = [make_jwt(START + iat, oiat=oiat) for oiat, iat in times]
    kept = set()
    for order in itertools.islice(itertools.permutations(raws), 24):
        cache = TokenCache()
        for raw in order:
            cache.put(SLOT, token(raw), START)
        found = cache.get(SLOT)
        assert found is not None
        kept.add((found.header["oiat"], found.issued_at))
    assert kept == {max((oiat, START + iat) for oiat, iat in times)}


def test_expired_token_does_not_displace_a_fresher_one() -> None:
    """Of two that are expired the fresher is kept, for `lastActiveToken`."""
    cache = TokenCache()
    fresh, stale = token(make_jwt(oiat=200)), token(make_jwt(oiat=100))
    cache.put(SLOT, fresh, START + 100)
    cache.put(SLOT, stale, START + 100)
    assert cache.get(SLOT) is fresh


def test_cache_in_storage() -> None:
    """What lives goes to storage as JSON and comes back; the rest does not."""
    cache = TokenCache()
    long, short = token(make_jwt(lifetime=100)), token(make_jwt(lifetime=10))
    cache.put(("s", "template", None), long, START)
    cache.put(("s", None, "org"), short, START)
    data = json.loads(json.dumps(cache.to_data(START + 10)))
    assert data == [["s", "template", None, long.raw]]
    restored = TokenCache()
    restored.add_data(data, PLATFORM, START)
    found = restored.get(("s", "template", None))
    assert found is not None
    assert found.raw == long.raw
    assert restored.get(("s", None, "org")) is None


def test_forgetting_sessions() -> None:
    """All tokens of sessions that are not named are forgotten, and `clear` forgets the rest."""
    cache = TokenCache()
    slots = [("a", None, None), ("a", "t", None), ("b", None, None), ("b", None, "org")]
    for slot in slots:
        cache.put(slot, token(make_jwt()), START)
    cache.keep_sessions({"b"})
    assert [cache.get(slot) is not None for slot in slots] == [False, False, True, True]
    cache.clear()
    assert [cache.get(slot) for slot in slots] == [None] * 4
