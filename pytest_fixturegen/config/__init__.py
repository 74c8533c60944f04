"""Options: their declarations, sources and precedence, the project file, and field policies."""
