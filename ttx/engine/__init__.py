"""Commands in, one event out, and the state that events fold to."""
