"""Text that a person typed or a name they gave: kept beside the event, so that it can be struck.

Facts refer to it by a digest in the session file; in memory it is plain text of its own type.
"""

from __future__ import annotations

from typing import NewType

Words = NewType("Words", str)
"""Typed text. The session file stores its digest in the event and the words beside it."""

STRUCK = Words("(struck)")
"""What stands where words were struck from the file."""
