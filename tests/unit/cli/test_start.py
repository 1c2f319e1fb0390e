"""What is loaded before anything is asked for."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.cli.calling import environment, process
from ttx import __version__

_HEAVY = ("textual", "networkx", "pydantic", "yaml", "rich")


def _loaded(tmp_path: Path, *arguments: str) -> set[str]:
    """Names of the modules a process had loaded when it left."""
    program = (
        "import sys\n"
        "from ttx.cli.main import main\n"
        f"code = main({list(arguments)!r})\n"
        "sys.stderr.write('\\n'.join(sys.modules))\n"
        "sys.exit(code)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=environment(tmp_path),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stderr.split())


@pytest.mark.parametrize("arguments", [("--version",), ("--help",), ("-h",), ("validate", "--help")])
def test_answers_about_itself_load_nothing_heavy(tmp_path, arguments):
    assert not _loaded(tmp_path, *arguments) & set(_HEAVY)


@pytest.mark.parametrize("arguments", [("--version",), ("--help",)])
def test_the_first_answers_do_not_even_load_click(tmp_path, arguments):
    loaded = _loaded(tmp_path, *arguments)

    assert "click" not in loaded
    assert not {name for name in loaded if name.startswith("ttx.") and not name.startswith("ttx.cli")}


def test_guides_load_no_part_of_the_core(tmp_path):
    assert "ttx.model" not in _loaded(tmp_path, "guide")


def test_version_is_printed_on_stdout(tmp_path):
    answer = process("--version", folder=tmp_path)

    assert (answer.code, answer.out, answer.err) == (0, f"tabletop {__version__}\n", "")


def test_version_is_answered_beside_other_words_too(tmp_path):
    assert process("--version", "--help", folder=tmp_path).out == f"tabletop {__version__}\n"
