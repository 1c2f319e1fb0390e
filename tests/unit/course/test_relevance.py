"""What a Position keeps because something later still reads it."""

from fractions import Fraction

from tests.unit.course.scenes import script
from ttx.course import Reach
from ttx.explore.endings import explore

EACH = """\
- id: one
  title: One
  decisions:
  - id: D-1
    to: [rok, us]
    mode: each
    ask: w
    options: {a: {text: A}}
    if_not_taken: {effects: [alarm = yes]}
"""


def test_what_one_cell_answered_is_kept_until_the_last_has_answered():
    # nothing reads D-1.rok, but if_not_taken follows only where neither cell answers: 1/3 of 1/3
    scene = script(EACH, endings="{loud: {when: alarm, title: L}, quiet: {title: Q}}")
    found = explore(scene, reach=Reach(silence=True)).endings
    assert found["loud"].even == Fraction(1, 9)
