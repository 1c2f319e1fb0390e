"""What the library's first frame does not wait for."""

import json
import os
import subprocess
import sys

SCRIPT = """
import asyncio, json, sys
from ttx.tui.app import TtxApp
from ttx.tui.library.screen import Library

Library._study = lambda self: None

async def main():
    app = TtxApp()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        assert "Library" in repr(app.screen)
    print(json.dumps(sorted(sys.modules)))

asyncio.run(main())
"""


def test_the_library_stands_before_anything_heavy_is_loaded(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        capture_output=True,
        check=True,
        env={**os.environ, "TTX_DATA": str(tmp_path)},
        text=True,
    )
    loaded = set(json.loads(done.stdout))
    heavy = {
        "pydantic",
        "networkx",
        "yaml",
        "click",
        "ttx.engine",
        "ttx.course",
        "ttx.model.events",
        "ttx.loader.load",
    }
    assert loaded.isdisjoint(heavy), loaded & heavy
