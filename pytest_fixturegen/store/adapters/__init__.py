"""Where the state is kept: one file for each kind of storage."""
