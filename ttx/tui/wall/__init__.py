"""The wall: a window of its own for the room, or for one cell. Nothing of staff's reaches it."""
