"""Every course one by one, Positions as they are: what exploring says, found the slow way."""

from fractions import Fraction

from tests.generated import generated
from tests.small import texts
from ttx.course import Script, begin, carry, fork, holds
from ttx.explore.graph import Edge, Graph
from ttx.explore.reached import key_of
from ttx.loader import load_texts
from ttx.model.position import after, apply


def made(seed):
    """A scenario made at random."""
    text, rules = generated(seed)
    loaded = load_texts(texts(text, rules=rules))
    assert loaded.scenario is not None, loaded.problems
    return Script(loaded.scenario)


def every_course(scene, reach, start=None):
    """All courses: their even-handed chance, their steps (Position, act), and where they end."""
    first = begin(scene) if start is None else start

    def go_on(position, chance, steps):
        found = fork(scene, position, reach)
        if found is None:
            yield chance, steps, position
            return
        for way in found.ways:
            for odds, act in way.results:
                there = apply(position, carry(scene, position, act))
                yield from go_on(there, chance * odds / len(found.ways), [*steps, (position, act)])

    yield from go_on(first, Fraction(1), [])


def chances(scene, reach, start, sought):
    """Least, greatest and even-handed chance that ``sought`` is true of some Position on the way."""

    def value(position):
        if sought(position):
            return Fraction(1), Fraction(1), Fraction(1)
        found = fork(scene, position, reach)
        if found is None:
            return Fraction(0), Fraction(0), Fraction(0)
        parts = []
        for way in found.ways:
            results = [(c, value(apply(position, carry(scene, position, act)))) for c, act in way.results]
            parts.append([sum(c * row[n] for c, row in results) for n in range(3)])
        low, high, even = zip(*parts, strict=True)
        return min(low), max(high), sum(even) / len(parts)

    return value(begin(scene) if start is None else start)


def asks(scene, when):
    """Whether a condition holds at a Position between two acts."""
    return lambda position: position.ended is None and holds(scene, position, when)


def keys(courses):
    """What some course does."""
    return {key for _, steps, _ in courses for _, act in steps if (key := key_of(act)) is not None}


def track_values(scene, courses):
    """By track: every value some Position has."""
    found = {name: set() for name in scene.scenario.tracks}
    for _, steps, last in courses:
        for position in (*(p for p, _ in steps), last):
            for name, value in position.tracks:
                found[name].add(value)
    return found


def clamps(scene, courses):
    """By track: the ends at which a step up or down was held."""
    found = {name: set() for name in scene.scenario.tracks}
    for _, steps, _ in courses:
        for position, act in steps:
            values = dict(position.tracks)
            for op in carry(scene, position, act).tracks:
                before, values[op.track] = values[op.track], after(op, values[op.track])
                if op.op != "=" and abs(values[op.track] - before) != abs(op.value):
                    found[op.track].add(values[op.track])
    return found


def unmerged(scene, reach, start, limit):
    """A graph of Positions as they are: two are one state only where nothing at all tells them apart."""
    graph = Graph(scene, reach)
    numbers = {}
    waiting = [begin(scene) if start is None else start]

    def number(position):
        if position not in numbers:
            numbers[position] = len(numbers)
            graph.positions.append(position)
            graph.ways.append(None)
            waiting.append(position)
        return numbers[position]

    number(waiting.pop())
    while waiting:
        assert len(numbers) <= limit
        position = waiting.pop()
        found = fork(scene, position, reach)
        ways = []
        for way in found.ways if found is not None else ():
            edges = []
            for odds, act in way.results:
                change = carry(scene, position, act)
                edges.append(Edge(odds, act, change.tracks, number(apply(position, change))))
            ways.append(tuple(edges))
        graph.ways[numbers[position]] = tuple(ways)
    graph.order = in_order(graph)
    return graph


def in_order(graph):
    """Every state behind all that lead to it."""
    done, order = set(), []

    def visit(node):
        if node in done:
            return
        done.add(node)
        for way in graph.ways[node]:
            for edge in way:
                visit(edge.to)
        order.append(node)

    visit(0)
    return order[::-1]
