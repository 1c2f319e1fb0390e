"""Every kept screen is as it was looked at; ``python -m tests.tui.frames`` writes them anew."""

import pytest

from tests.tui.frames import FOLDER, FRAMES, SIZES, file_of, frame


@pytest.mark.parametrize("size", SIZES, ids=lambda s: f"{s[0]}x{s[1]}")
@pytest.mark.parametrize("name", FRAMES)
async def test_the_screen_is_as_it_is_kept(name, size):
    assert await frame(name, size) == file_of(name, size).read_text(encoding="utf-8")


def test_no_frame_is_kept_that_nothing_makes():
    made = {file_of(name, size).name for name in FRAMES for size in SIZES}
    assert {path.name for path in FOLDER.iterdir()} == made
