"""What drawn records show of their models."""
