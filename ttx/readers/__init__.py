"""Documents to text."""
