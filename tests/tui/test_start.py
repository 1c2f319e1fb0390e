"""What the library's first frame does not wait for."""

import json
import os
import subprocess
import sys

SCRIPT = """
import json, sys
from ttx.tui.app import TtxApp, run_app
from ttx.tui.library.screen import Library

Library._study = lambda self: None
opened = TtxApp.run

async def look(pilot):
    await pilot.pause()
    assert "Library" in repr(pilot.app.screen)
    print(json.dumps(sorted(sys.modules)), file=sys.__stdout__)
    pilot.app.exit()

TtxApp.run = lambda app: opened(app, headless=True, size=(120, 36), auto_pilot=look)
run_app()
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
