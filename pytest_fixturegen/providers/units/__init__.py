"""Numbers by what their names say: a unit at the end, and the quantity that is measured."""
