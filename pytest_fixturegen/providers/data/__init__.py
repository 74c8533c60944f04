"""Tables of words, names and places."""
