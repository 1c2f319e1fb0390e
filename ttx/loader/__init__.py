"""From authored files to a scenario, every problem with its place."""
