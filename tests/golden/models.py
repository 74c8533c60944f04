"""Models for providers and rules that the other groups do not reach."""

PEOPLE = ()
