"""The house stands as drawn: imports run downwards, the core touches nothing outside."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "ttx").rglob("*.py"))


def test_imports_keep_the_contracts_of_pyproject():
    from importlinter.cli import lint_imports

    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_files_and_functions_stay_short(path):
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") < 400
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno - node.lineno < 60, node.name


def test_values_are_defined_the_cheap_way():
    taken = re.compile(r"^\s*from dataclasses import [^\n]*\bdataclass\b", re.MULTILINE)
    here = [path for path in MODULES if path.name != "frozen.py"]
    wrong = [str(path) for path in here if taken.search(path.read_text(encoding="utf-8"))]
    assert not wrong, "take dataclass from ttx.frozen"
