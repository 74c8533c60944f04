"""Schemas of data frames as targets: pandera, dataframely and ``pyarrow.Schema``."""
