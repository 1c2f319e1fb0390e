"""The tutorial, done as it says: its file written block by block, its commands run, their output compared.

``python -m tests.tutorial`` writes every output anew that is shown whole, and the screen.
"""

import asyncio
import contextlib
import io
import os
import re
import shlex
import tempfile
from pathlib import Path

from tests.tui.driving import begin, room
from tests.written import agrees, blocks, edited
from ttx.cli.guide import read
from ttx.cli.main import main

PAGE = Path(__file__).parents[1] / "ttx" / "guide" / "tutorial.md"
FILE = Path("park-gate/scenario.yaml")
LOG = "first.ttx.jsonl"
SIZE = (80, 24)
_NAMED = {"Space": "space"}


class Reader:
    """Somebody who does what the page says, in the folder they stand in."""

    def __init__(self):
        self.shown = []
        """Each shown output beside what was really said: block, text."""
        self.codes = []
        self._said = ""

    def follow(self, page):
        for block in blocks(page):
            if block.kind == "yaml":
                FILE.write_text(edited(FILE.read_text("utf-8") if FILE.exists() else "", block), "utf-8")
            elif block.kind == "text":
                self.shown.append((block, self._said))
            elif block.kind == "screen":
                self.shown.append((block, asyncio.run(at_the_console(page))))
            else:
                assert not block.kind, f"line {block.line}: nobody knows what to do with {block.kind!r}"
                self._said = "".join(self._called(line) for line in block.text.splitlines())

    def _called(self, line):
        words = shlex.split(line)
        if words[0] == "mkdir":
            Path(words[1]).mkdir()
            return ""
        assert words[0] == "tabletop", line
        if words[1] == "run":
            return ""  # the console: its keys are pressed where the screen is shown
        said = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            self.codes.append((line, main(words[1:])))
        said.seek(0)
        return said.read()


def keys(page):
    """The keys of the table, in order."""
    table = page.partition("| Press | What happens |\n|---|---|\n")[2].partition("\n\n")[0]
    cells = [row.split("|")[1] for row in table.splitlines()]
    return [_NAMED.get(key, key.lower()) for cell in cells for key in re.findall(r"`([^`]+)`", cell)]


async def at_the_console(page):
    """Press every key of the table in a rehearsal; the screen after the second."""
    session, _ = begin(Path.cwd(), FILE.parent, practice=True, name=LOG)
    async with room(session, size=SIZE) as driver:
        first, *rest = [keys(page)[:2], *keys(page)[2:]]
        await driver.press(*first)
        screen = "".join(f"{row.rstrip()}\n" for row in driver.text().splitlines())
        for key in rest:
            await driver.press(key)
            await driver.pilot.pause()
    session.close()
    return screen


def renew():
    """Write the outputs anew that are shown whole."""
    page = read("tutorial")
    lines = page.splitlines(keepends=True)
    os.environ["TTX_DATA"] = tempfile.mkdtemp()
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        reader = Reader()
        reader.follow(page)
    for block, said in reversed(reader.shown):
        if "...\n" in block.text:
            if not agrees(block.text, said):
                print(f"Line {block.line} shows something else than:\n{said}")
        else:
            at = block.line - 1
            lines[at : at + block.text.count("\n")] = [said]
    PAGE.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    renew()
