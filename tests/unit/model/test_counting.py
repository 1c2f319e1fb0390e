"""Numbers with what they count."""

import pytest

from ttx.model.counting import how_many, is_are


@pytest.mark.parametrize(
    ("n", "said"), [(0, "0 links are"), (1, "1 link is"), (2, "2 links are"), (1204, "1,204 links are")]
)
def test_one_is_not_many(n, said):
    assert f"{how_many(n, 'link')} {is_are(n)}" == said
