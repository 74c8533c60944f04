"""Models of every kind of class and field, a module for each kind.

``tests/kinds`` and ``tests/laws`` test the same models: who changes one changes its digests.
"""
