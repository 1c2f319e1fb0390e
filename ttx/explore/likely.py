"""How likely each ending is, over all Positions of book play, by the packed course.

Places of the file are taken in order, all Positions of a place together, so that whatever leads to
a Position is known before it is left. Three passes: which Positions there are; the even-handed
chance of coming by each, as whole numbers over one denominator; least and greatest from the ends
back. Rows of chances that are equal are kept once. Nothing is rounded.
"""

from __future__ import annotations

from fractions import Fraction
from heapq import heappop, heappush
from math import lcm
from typing import TypeAlias

from ttx.course.kernel import Choices, Kernel, Place, Rank
from ttx.explore.chances import Chance

Row: TypeAlias = tuple[Fraction | int, ...]


class Likely:
    """Every Position from the kernel's start, walked by place."""

    def __init__(self, kernel: Kernel, endings: tuple[str, ...]) -> None:
        self._kernel = kernel
        self._endings = endings
        self._waiting: list[tuple[Rank, int, Place]] = []
        self._order: list[Place] = []
        self._rows: list[tuple[Row, Row]] = []
        self._numbers: dict[tuple[Row, Row], int] = {}
        self._chosen: dict[frozenset[int], int] = {}
        self._mixed: dict[tuple[tuple[Fraction, int], ...], int] = {}
        self.states = 0
        self.transitions = 0

    def walk(self, limit: int) -> bool:
        """Find every Position; False where there are more than the limit."""
        kernel = self._kernel
        kernel.place.found[kernel.number] = None
        met = 0
        while kernel.fresh or self._waiting:
            for place in kernel.fresh:
                met += 1
                heappush(self._waiting, (place.rank, met, place))
            kernel.fresh.clear()
            if self.states + sum(len(place.found) for _, _, place in self._waiting) > limit:
                return False
            place = heappop(self._waiting)[2]
            self._order.append(place)
            self.states += len(place.found)
            self._leave(place)
        return True

    def chances(self) -> dict[str, Chance]:
        """Of each ending, from the start; after ``walk``.

        Raises:
            RuntimeError: even-handed chances do not add up to 1.
        """
        self._share()
        self._look_back()
        least, greatest = self._rows[self._order[0].rows[self._kernel.number]]
        over = self._order[0].over
        even = dict.fromkeys(self._endings, 0)
        for place in self._order:
            if place.bare.ended is not None:
                even[place.bare.ended] += sum(place.even.values())
        if sum(even.values()) != over:
            raise RuntimeError("even-handed chances do not add up to 1")
        return {
            name: Chance(Fraction(least[n]), Fraction(greatest[n]), Fraction(even[name], over))
            for n, name in enumerate(self._endings)
        }

    def _leave(self, place: Place) -> None:
        """Find what every Position of a place leads to."""
        kernel, found, known = self._kernel, place.found, place.known
        transitions = 0
        for number in found:
            choices = known.get(number & place.mask)
            if choices is None:
                choices = kernel.learn(place, number)
            found[number] = choices
            transitions += len(choices.deeds)
            for deed in choices.deeds:
                branch = deed.known.get(number & deed.mask)
                if branch is None:
                    branch = kernel.carry_out(deed, number)
                to, keep, put, _ = branch
                to.found.setdefault(number & keep | put)
        self.transitions += transitions

    def _share(self) -> None:
        """The even-handed chance of coming by each Position, from the start on."""
        for place in reversed(self._order):
            used = {choices for choices in place.found.values() if choices is not None}
            shares = {share for choices in used for share in choices.shares}
            place.over = lcm(*(to.over * over for deed, _, over in shares for to in deed.leads))
        first, kernel = self._order[0], self._kernel
        first.even[kernel.number] = first.over
        for place in self._order:
            if place.bare.ended is not None:
                continue
            found = place.found
            for number, here in place.even.items():
                choices = found[number]
                assert choices is not None
                for deed, share, over in choices.shares:
                    branch = deed.known.get(number & deed.mask)
                    to, keep, put, _ = branch if branch is not None else kernel.carry_out(deed, number)
                    then, even = number & keep | put, to.even
                    even[then] = even.get(then, 0) + (here * share // over if over != 1 else here)
            place.even.clear()

    def _look_back(self) -> None:
        """Least and greatest chances, from the endings back."""
        kernel = self._kernel
        for place in reversed(self._order):
            ended = place.bare.ended
            if ended is not None:
                row = tuple(int(name == ended) for name in self._endings)
                place.rows[0] = self._number(row, row)
                continue
            rows = place.rows
            for number, choices in place.found.items():
                assert choices is not None
                ahead = []
                for deed in choices.deeds:
                    branch = deed.known.get(number & deed.mask)
                    to, keep, put, _ = branch if branch is not None else kernel.carry_out(deed, number)
                    ahead.append(to.rows[number & keep | put])
                if choices.ways:
                    ahead = self._within(choices, ahead)
                first = ahead[0]
                rows[number] = first if ahead.count(first) == len(ahead) else self._choose(frozenset(ahead))

    def _number(self, least: Row, greatest: Row) -> int:
        pair = (least, greatest)
        number = self._numbers.get(pair)
        if number is None:
            number = self._numbers[pair] = len(self._rows)
            self._rows.append(pair)
        return number

    def _choose(self, ahead: frozenset[int]) -> int:
        found = self._chosen.get(ahead)
        if found is None:
            pairs = [self._rows[n] for n in ahead]
            least = tuple(map(min, *(row for row, _ in pairs)))
            greatest = tuple(map(max, *(row for _, row in pairs)))
            found = self._chosen[ahead] = self._number(least, greatest)
        return found

    def _within(self, choices: Choices, ahead: list[int]) -> list[int]:
        """One number a way: where it has several results, their rows by their chances."""
        found, n = [], 0
        for way in choices.ways:
            several = tuple(zip(way, ahead[n : n + len(way)], strict=True))
            n += len(way)
            found.append(several[0][1] if len(several) == 1 else self._mix(several))
        return found

    def _mix(self, several: tuple[tuple[Fraction, int], ...]) -> int:
        found = self._mixed.get(several)
        if found is None:
            pairs = [(chance, self._rows[n]) for chance, n in several]
            columns = range(len(self._endings))
            least = tuple(sum(chance * row[0][i] for chance, row in pairs) for i in columns)
            greatest = tuple(sum(chance * row[1][i] for chance, row in pairs) for i in columns)
            found = self._mixed[several] = self._number(least, greatest)
        return found
