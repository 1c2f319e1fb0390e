"""The cheap frozen dataclass is the standard one in everything a caller sees."""

from __future__ import annotations

import copy
import pickle
from dataclasses import (
    FrozenInstanceError,
    asdict,
    field,
    fields,
    is_dataclass,
    replace,
)
from dataclasses import (
    dataclass as standard,
)

import pytest

from ttx.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Pair:
    """Two values and what is counted apart."""

    left: int
    right: tuple[str, ...] = ()
    aside: dict[str, int] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """Named fields only."""

    name: str
    shown: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Further(Base):
    """One that adds to another."""

    more: int = 0

    def doubled(self) -> int:
        """A method beside the fields."""
        return 2 * self.more


@dataclass(frozen=True, slots=True)
class Careful:
    """One that looks at what it is given."""

    n: int

    def __post_init__(self) -> None:
        if self.n < 0:
            raise ValueError("less than nothing")


@dataclass(frozen=True, slots=True)
class Own:
    """One that brings its own comparison."""

    n: int

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Own)

    def __hash__(self) -> int:
        return 7


@dataclass(frozen=True, slots=True)
class Empty:
    """Nothing in it."""


def test_a_value_is_made_by_place_by_name_and_by_default() -> None:
    assert (Pair(1).left, Pair(1).right, Pair(left=2, right=("a",)).right) == (1, (), ("a",))
    assert Pair(1).aside is not Pair(1).aside
    assert Further(name="a", more=3).doubled() == 6
    assert Further(name="a").shown
    assert Empty() == Empty()


@pytest.mark.parametrize("wrong", [Pair, lambda: Pair(1, 2, 3, 4), lambda: Pair(1, way=2), lambda: Base("a")])
def test_a_wrong_call_is_refused_the_first_and_the_second_time(wrong: object) -> None:
    for _ in range(2):
        with pytest.raises(TypeError):
            wrong()  # type: ignore[operator]


def test_values_compare_and_hash_by_what_is_compared() -> None:
    assert Pair(1, ("a",), {"x": 1}) == Pair(1, ("a",))
    assert Careful(1) != Pair(1)  # also where nothing was compared before
    assert Pair(1) != Pair(2)
    assert Pair(1) != Careful(1)
    assert Base(name="a") != Further(name="a")
    assert len({Pair(1), Pair(1), Pair(2)}) == 2
    assert (Own(1), hash(Own(1))) == (Own(2), 7)


def test_nothing_can_be_changed() -> None:
    value = Pair(1)
    with pytest.raises(FrozenInstanceError):
        value.left = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del value.left
    with pytest.raises((AttributeError, TypeError)):
        value.other = 2  # type: ignore[attr-defined]
    assert not hasattr(value, "__dict__")


def test_the_standard_library_knows_it() -> None:
    assert is_dataclass(Pair)
    assert [each.name for each in fields(Further)] == ["name", "shown", "more"]
    assert replace(Pair(1), left=5) == Pair(5)
    assert asdict(Further(name="a")) == {"name": "a", "shown": True, "more": 0}
    assert repr(Pair(1, ("a",))) == "Pair(left=1, right=('a',))"
    match Pair(3, ("b",)):
        case Pair(left, right):
            assert (left, right) == (3, ("b",))


def test_it_is_copied_and_sent_to_another_process() -> None:
    for value in (Pair(1, ("a",), {"x": 1}), Further(name="a", more=2), Empty()):
        assert pickle.loads(pickle.dumps(value)) == value
        assert copy.deepcopy(value) == value


def test_what_is_looked_at_when_made_is_looked_at() -> None:
    for _ in range(2):
        with pytest.raises(ValueError, match="less than nothing"):
            Careful(-1)


def test_another_kind_is_left_to_the_standard_library() -> None:
    @dataclass
    class Open:
        n: int = 0

    @dataclass(frozen=True, slots=True, order=True)
    class Ordered:
        n: int

    @standard(frozen=True, slots=True, order=True)
    class Twin:
        n: int

    changed = Open()
    changed.n = 4
    assert (changed, sorted([Ordered(2), Ordered(1)])) == (Open(4), [Ordered(1), Ordered(2)])
    assert hash(Ordered(1)) == hash(Twin(1))
