"""One module per job a front may ask for; clock, entropy, files and core meet here alone."""
