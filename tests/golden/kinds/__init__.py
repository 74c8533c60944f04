"""Models of every kind of class and field, a module for each kind."""
