"""The founding documents, and tests that run their blocks unchanged."""
