"""From shapes to nodes: every choice is made here, and remembered with its reason."""
