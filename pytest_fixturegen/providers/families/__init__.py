"""Numbers that belong together: funnels, parts of a whole, ledgers, products and their rates."""
