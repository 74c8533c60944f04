"""One test module for each strategy of repair, and those of the whole."""
