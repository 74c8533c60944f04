"""Discovery: targets of the command line, their models, with and without an import."""
