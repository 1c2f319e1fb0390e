"""The lines of a session file without certain words; and where else those words may stand.

Words and salt leave T; E and H stay byte for byte, so facts, replay and every head that was
written down stay true.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from ttx.errors import LogError
from ttx.frozen import dataclass
from ttx.store import chain
from ttx.store.disk import open_regular
from ttx.store.names import beside, stem


@dataclass(frozen=True, slots=True)
class Chosen:
    """Digests to strike and the lines (1-based) whose words they are."""

    digests: tuple[str, ...]
    lines: tuple[int, ...]


def choose(log: Path, lines: Collection[int], digests: Collection[str]) -> Chosen:
    """What there is to strike: all words of ``lines``, and words by digest wherever they stand.

    Raises:
        LogError: a line or digest has no words in the file, or they were struck before.
    """
    wanted, met = set(digests), {}
    for number, line in _numbered(log):
        names = set(chain.held(chain.split(line)))
        if number in lines:
            wanted |= names
        met[number] = names
    barren = [f"line {number}" for number in lines if not met.get(number)]
    barren += sorted(wanted.difference(*met.values()) if met else wanted)
    if barren or not wanted:
        raise LogError(
            f"there are no words to strike in {', '.join(barren) or 'no lines at all'}",
            where=str(log),
            next_step="tabletop log show lists the events that hold words.",
        )
    hit = tuple(number for number, names in met.items() if names & wanted)
    return Chosen(tuple(sorted(wanted)), hit)


def without(log: Path, digests: Collection[str]) -> Iterator[bytes]:
    """Every line of the file, the words of ``digests`` and their salts left out."""
    for _, line in _numbered(log):
        parts = chain.split(line)
        texts = chain.held(parts)
        if texts.keys().isdisjoint(digests):
            yield line
        else:
            kept = {name: entry for name, entry in texts.items() if name not in digests}
            yield chain.joined(parts.hash, parts.body, kept)


def may_still_hold(log: Path) -> tuple[Path, ...]:
    """Files beside a session file that can hold words typed in it: torn tails, a rest, a draft."""
    torn = sorted(log.parent.glob(f"{_plain(stem(log))}.torn-*"))
    single = [beside(log, "draft.json"), log.with_name(f"{log.name}.rest")]
    return (*torn, *(path for path in single if path.exists()))


def _plain(text: str) -> str:
    """A name as a pattern that fits only itself."""
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in text)


def _numbered(log: Path) -> Iterator[tuple[int, bytes]]:
    with open_regular(log) as stream:
        yield from enumerate(iter(stream.readline, b""), 1)
