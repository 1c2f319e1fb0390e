"""The environment of a call as a user's shell has it: compiled modules are kept from one call to the next."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def as_installed() -> dict[str, str]:
    """This process's environment, with compiled modules kept in a folder of its own.

    Some machines that run tests forbid Python to keep them; every start would then compile the
    program anew, which no user sees.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir()) / "ttx-bench-compiled")}
