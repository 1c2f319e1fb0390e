"""Papers made from one fixed session are what they were, on every machine, byte for byte."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.golden import reports

FILES = reports.made()


def test_every_golden_file_is_made_and_every_made_file_is_kept():
    assert {p.name for p in reports.FOLDER.iterdir()} == set(FILES)


@pytest.mark.parametrize("name", FILES)
def test_a_paper_is_what_it_was(name):
    """After a change that is meant: python -m tests.golden.reports, and look at what differs."""
    assert FILES[name].decode() == (reports.FOLDER / name).read_bytes().decode()


def test_the_same_report_is_the_same_bytes_twice():
    assert reports.made() == FILES
    assert reports.digest() == reports.digest()


@pytest.mark.parametrize(
    "around",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Seoul", "LANG": "ko_KR.UTF-8", "LC_ALL": "ko_KR.UTF-8"},
        {"PYTHONHASHSEED": "4711", "TZ": "America/Los_Angeles", "LANG": "C", "LC_ALL": "C"},
    ],
)
def test_where_and_when_it_is_made_changes_no_byte(around):
    command = [sys.executable, "-m", "tests.golden.reports", "--digest"]
    root = Path(__file__).parents[2]
    made = subprocess.run(
        command, cwd=root, env={**os.environ, **around}, capture_output=True, text=True, check=True
    )

    assert made.stdout.strip() == reports.digest()
