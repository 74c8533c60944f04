"""The cost of large models: work grows as the size does, and no depth is too deep."""
