"""The data-quality report: coverage, refusals, cycles, distributions, findings and advice."""
