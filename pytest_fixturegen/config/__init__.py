"""Options: their declaration, their sources, the project file and field policies."""
