"""A session file may hold anything; reading it ends in events or in a plain refusal."""

import json
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.store.making import written
from ttx.errors import LogDamagedError, TtxError
from ttx.store import chain, open_log, read_log, strict, verify

ENVELOPE = b'{"seq":2,"type":"NoteTaken","v":1,"at":"x","ms":0'


@pytest.fixture
def path(tmp_path):
    return written(tmp_path / "a.ttx.jsonl", 1)


def forged(path, body, text=b"{}"):
    """A second line with a right hash over any bytes."""
    head = chain.link(verify(path).head, body)
    path.write_bytes(
        path.read_bytes() + b'{"hash":"%b","event":%b,"text":%b}\n' % (head.encode(), body, text)
    )


@pytest.mark.parametrize(
    "rest",
    [
        b',"of":' + b"9" * 5000,
        b',"of":' + b"9" * 30,
        b',"of":1.5',
        b',"of":1e3',
        b',"of":NaN',
        b',"of":-Infinity',
        b',"of":' + b"[" * 100_000 + b"]" * 100_000,
        b',"of":' + b'{"a":' * 50_000 + b"1" + b"}" * 50_000,
        b',"tag":"a","tag":"b"',
        b',"tag":"\\ud800"',
        b',"tag":"\xff"',
        b',"tag":"a\x01b"',
        b',"tag":"\xed\xa0\x80"',
        b',"tag":"a"} ',
        b',"tag":"a"},{"seq":3',
        b',"text":{"sha":"\\u0030"}',
    ],
)
def test_content_no_version_writes_is_damage_at_its_line(path, rest):
    forged(path, ENVELOPE + rest + b"}")
    found = verify(path)
    assert (found.bad_line, found.torn) == (2, False)
    with pytest.raises(LogDamagedError, match="line 2"):
        open_log(path, salts=lambda: "0")


@pytest.mark.parametrize(
    "text",
    [
        b'{"text":["a","b"]}',
        b'{"' + b"0" * 64 + b'":["a","b"]}',
        b'{"' + b"0" * 64 + b'":"b"}',
        b'{"' + b"0" * 64 + b'":["a"]}',
        b"{" + b"[" * 100_000 + b"}",
        b'{"a":NaN}',
        b'{"a":[1,2]}',
        b'{"\xff":["a","b"]}',
        b'{"%b":["a\\nb","c"]}' % chain.digest("a\nb", "c").encode(),
        b'{"%b":["a","c"]}' % chain.digest("a", "c").encode(),
    ],
)
def test_words_no_version_writes_are_damage_at_their_line(path, text):
    forged(path, ENVELOPE + b',"text":{"sha":"%b"}}' % chain.digest("a\nb", "c").encode(), text)
    assert verify(path).bad_line == 2


def test_a_line_of_fifty_megabytes_is_refused_without_reading_it_whole(path):
    import tracemalloc

    with path.open("ab") as stream:
        stream.truncate(path.stat().st_size + 50_000_000)
    tracemalloc.start()
    with pytest.raises(LogDamagedError, match="longer than 16 MiB"):
        read_log(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 45_000_000


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_any_bytes_end_in_a_verdict_or_a_plain_error(tmp_path_factory, data):
    lines = written(tmp_path_factory.mktemp("x") / "a.ttx.jsonl", 3).read_bytes()
    start = data.draw(st.integers(0, len(lines)))
    end = data.draw(st.integers(start, len(lines)))
    path = tmp_path_factory.getbasetemp() / "fuzzed.ttx.jsonl"
    path.write_bytes(lines[:start] + data.draw(st.binary(max_size=20)) + lines[end:])
    with suppress(TtxError):
        verify(path)
    with suppress(TtxError):
        read_log(path)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner),
    max_leaves=8,
)


@settings(max_examples=80, deadline=None)
@given(value=JSON)
def test_strict_json_reads_what_it_writes_and_what_others_write(value):
    assert strict.parse(strict.written(value), exact=True) == value
    assert strict.parse(json.dumps(value)) == value


@pytest.mark.parametrize(
    "text", ["", " 1", "1 ", "1 2", "{", '{"a":1,"a":2}', '[{"a":{"b":1,"b":1}}]', "1.0", "NaN"]
)
def test_strict_json_refuses_the_rest(text):
    with pytest.raises(strict.NotStrictError):
        strict.parse(text)


def test_a_first_line_that_opens_no_session_is_damage(tmp_path):
    path = tmp_path / "b.ttx.jsonl"
    body = b'{"seq":1,"type":"Resumed","v":1,"at":"x","ms":0}'
    path.write_bytes(chain.joined(chain.link(chain.FIRST, body), body, {}))
    with pytest.raises(LogDamagedError, match="does not open a session"):
        read_log(path)
