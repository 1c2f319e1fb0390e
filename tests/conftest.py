"""What holds for every test: none fails because a machine is slow, or because of whose machine it is."""

import os
from pathlib import Path

from hypothesis import settings

os.environ["TTX_CONFIG"] = str(Path(__file__).parent / "nobody-s-config.yaml")

settings.register_profile("ttx", deadline=None)
settings.load_profile("ttx")
