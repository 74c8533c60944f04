"""The child process in which the user's code runs, and what passes between it and the parent."""
