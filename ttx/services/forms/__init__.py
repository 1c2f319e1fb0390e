"""What is asked of a person before something is recorded: forms as values, one module a family."""
