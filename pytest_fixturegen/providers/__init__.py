"""How each family of values is drawn: which types it serves, which node it builds."""
