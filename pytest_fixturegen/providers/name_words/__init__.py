"""Names of fields and classes as people write them: abbreviated, and in several languages."""
