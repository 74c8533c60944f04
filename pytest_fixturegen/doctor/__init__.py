"""What drawn records show of their models: coverage, refusals, cycles, spreads, and what to do about them."""
