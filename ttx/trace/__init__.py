"""How records bear on commitments: links, what they cover, and everything behind one of them."""

from ttx.trace.coverage import Covered, Touch, Trace, coverage, trace
from ttx.trace.graph import graph, reached, untouched
from ttx.trace.links import links
from ttx.trace.values import NOT_SETTLED, ReplyLine, Step, TraceLink
from ttx.trace.why import Why, why
from ttx.trace.words import is_view, printed

__all__ = [
    "NOT_SETTLED",
    "Covered",
    "ReplyLine",
    "Step",
    "Touch",
    "Trace",
    "TraceLink",
    "Why",
    "coverage",
    "graph",
    "is_view",
    "links",
    "printed",
    "reached",
    "trace",
    "untouched",
    "why",
]
