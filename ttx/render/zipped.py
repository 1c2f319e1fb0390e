"""Office files are zips; packed anew so that the same parts are the same bytes (design 10)."""

from __future__ import annotations

import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_THEN = (1980, 1, 1, 0, 0, 0)
_BY = 3
"""Said to be packed on Unix, whichever machine does it."""


def repacked(data: bytes) -> bytes:
    """The zip with its parts sorted by name, every date 1980, nothing of the machine in it."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as given, ZipFile(out, "w") as made:
        for name in sorted(given.namelist()):
            part = ZipInfo(name, _THEN)
            part.compress_type = ZIP_DEFLATED
            part.create_system = _BY
            part.external_attr = 0o600 << 16
            made.writestr(part, given.read(name), compresslevel=zlib.Z_BEST_SPEED)
    return out.getvalue()
