"""A second coder beside the staff: what is to be coded, and how far the two agree.

The second coder sees what was said and our words of the commitment, and neither proposals nor
settlements. With few links a coefficient says nothing: kappa only from 50 links.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from ttx.frozen import dataclass
from ttx.trace.values import TraceLink

Pair: TypeAlias = tuple[int, str]
"""Event number of an answer or move, and a target."""
LEAST_FOR_KAPPA = 50


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two codings of the same links."""

    n: int
    """Links that staff settled and the second coder coded."""
    agreed: int
    table: tuple[tuple[str, str, int], ...]
    """(staff, second coder, how many), the most frequent first."""
    apart: tuple[tuple[Pair, str, str], ...]
    """Each link the two coded differently, in the order of the record."""
    kappa: float | None
    """Cohen's kappa; None under 50 links, or where both used a single word only."""

    @property
    def raw(self) -> float | None:
        """Share of links coded alike; None where there are none."""
        return self.agreed / self.n if self.n else None


def to_code(links: Sequence[TraceLink]) -> tuple[Pair, ...]:
    """Each answer or move with each target it is linked to, once, in the order of the record."""
    return tuple(dict.fromkeys((k.record, k.target) for k in links))


def settled_bearings(links: Sequence[TraceLink]) -> Mapping[Pair, str]:
    """What staff settled; of several settlements on one pair (word and deed) the last one made."""
    ordered = sorted((k for k in links if k.settled), key=lambda k: k.now.event)
    return {(k.record, k.target): k.bearing for k in ordered}


def agreement(first: Mapping[Pair, str], second: Mapping[Pair, str]) -> Agreement:
    """How far two coders agree on the links both have coded.

    Kappa is (po - pe) / (1 - pe), with po the share coded alike and pe what chance alone would
    give from how often each used each word (Cohen, 1960).
    """
    both = [(pair, first[pair], second[pair]) for pair in sorted(first.keys() & second.keys())]
    n, agreed = len(both), sum(a == b for _, a, b in both)
    counts = Counter((a, b) for _, a, b in both)
    table = tuple((a, b, k) for (a, b), k in sorted(counts.items(), key=lambda c: (-c[1], c[0])))
    apart = tuple((pair, a, b) for pair, a, b in both if a != b)
    return Agreement(n, agreed, table, apart, _kappa(both, agreed) if n >= LEAST_FOR_KAPPA else None)


def _kappa(both: Sequence[tuple[Pair, str, str]], agreed: int) -> float | None:
    n = len(both)
    one, other = Counter(a for _, a, _ in both), Counter(b for _, _, b in both)
    by_chance = sum(one[word] * other[word] for word in one) / (n * n)
    return None if by_chance == 1 else (agreed / n - by_chance) / (1 - by_chance)
