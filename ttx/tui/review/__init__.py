"""Review: any session file, event by event, as it was. Reached from the library and by command only."""
