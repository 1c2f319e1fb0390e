"""A draft of a catalogue, judged entry by entry."""
